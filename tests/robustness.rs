//! Files that went through a bad copy: whatever is cut out of or put into a file of a site, lantu says
//! what is wrong with it and does not fall over.

mod support;

use std::fs;

use proptest::prelude::*;
use support::TestSite;

const FILES: [&str; 13] = [
    "site-config.toml",
    "content/organisations.toml",
    "content/areas.toml",
    "content/pages/about.zh.md",
    "content/plans/water/plan.toml",
    "content/plans/water/text.zh.md",
    "content/plans/water/text.en.md",
    "content/plans/water/targets.toml",
    "content/plans/water/progress.toml",
    "content/plans/water/duties.toml",
    "content/plans/water/awards.toml",
    "content/plans/water/consultation.toml",
    "themes/default/templates/plans.html",
];

const AWARDS: &str = "title = { zh = \"补助\", en = \"Subsidies\" }\n\n[[award]]\nclause = \"2.1.1\"\n\
    name = { zh = \"修管道\", en = \"Repairs\" }\nwho = { zh = \"单位\", en = \"Offices\" }\nkind = \"subsidy\"\n\
    [[award.amount]]\nlevel = \"county\"\namount = \"<=5\"\nunit = { zh = \"元\", en = \"CNY\" }\n\
    [[award.amount]]\namount = \"1:1\"\n";

const PROGRESS: &str = "every = \"quarter\"\n\n[[actual]]\nindicator = \"pipes\"\nvalue = \">=2.5\"\n\
    as-of = 2026-01-15\nsource = { zh = \"月报\", en = \"Monthly report\" }\nareas = { north = 1, south = 1.5 }\n";

/// What could be put in: marks of both formats, numbers, Chinese, bytes that are no text.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let texts = prop::sample::select(vec![
        "\"",
        "\"\"\"",
        "[",
        "]",
        "{",
        "}",
        "=",
        "\n",
        "\r\n",
        "#",
        "## ",
        "**",
        "（",
        "一、",
        "99999999999999999999",
        "-",
        "0",
        "1e9",
        "2018-02-30",
        "\\u0000",
        "\\",
        "<script>",
        "](javascript:x)",
        "[a](b)",
        "{%",
        "{{",
        "{{ figure pipes 2026 }}",
        "\n\n{{ chart overview }}\n\n",
        "\t",
        "真",
    ]);
    prop_oneof![
        texts.prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 1..6),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics(
        file in prop::sample::select(FILES.to_vec()),
        start in 0.0f64..1.0,
        cut in 0usize..40,
        put in prop::option::of(pieces()),
    ) {
        let site = TestSite::base();
        site.write("content/plans/water/progress.toml", PROGRESS);
        site.write("content/plans/water/awards.toml", AWARDS);
        let path = site.root().join(file);
        let mut bytes = fs::read(&path).unwrap_or_else(|_| b"{{ page.title }}".to_vec());
        let from = (bytes.len() as f64 * start) as usize;
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, put.unwrap_or_default());
        site.write(file, &bytes);
        let mut checked = site.check();
        let found = !checked.found.is_empty();
        let text = lantu::diagnostic::to_text(&checked.found, &checked.files, false);
        let json = lantu::diagnostic::to_json(&checked.found, &checked.files);
        prop_assert_eq!(found, !text.is_empty());
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
        let published = checked.publish(&site.output(), &()).unwrap();
        prop_assert_eq!(published.is_some(), !checked.found.has_errors());
    }
}
