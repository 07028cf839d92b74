//! The awards and subsidies of a plan: their page in both languages, its filters, the download, and links to it.

mod support;

use support::TestSite;

const PATH: &str = "content/plans/water/awards.toml";
const PAGE: &str = "plans/water/awards/index.html";

const AWARDS: &str = r#"
title = { zh = "节水奖补", en = "Money for saving water" }
note  = { zh = "由本站整理。", en = "Drawn up by this site." }

[[award]]
clause = "2.1.1"
name   = { zh = "节水实验室", en = "Water laboratories" }
who    = { zh = "新认定的实验室", en = "Newly recognised laboratories" }
kind   = "award"
[[award.amount]]
level  = "national"
amount = "<=1000"
unit   = { zh = "万元", en = "CNY 10,000" }
[[award.amount]]
level  = "provincial"
for    = { zh = "建设", en = "Setting up" }
amount = 1500
unit   = { zh = "元", en = "CNY" }

[[award]]
clause = "1"
name   = { zh = "节水单位", en = "Water savers" }
who    = { zh = "任何单位", en = "Any organisation" }
kind   = "matching"
conditions = { zh = "一次性。", en = "Once." }
[[award.amount]]
amount = "1:1.5"

[[award]]
clause = "1"
name   = { zh = "学校", en = "Schools" }
who    = { zh = "各校", en = "Every school" }
kind   = "support"
note   = { zh = "形式没有写明。", en = "The form is not stated." }
"#;

fn site() -> TestSite {
    let site = TestSite::base();
    site.write(PATH, AWARDS);
    site
}

#[test]
fn the_page_says_who_can_get_how_much_for_what() {
    let site = site();
    assert_eq!(site.findings(), "");
    site.build();
    for (lang, parts) in [
        (
            "zh",
            [
                "<h1>节水奖补</h1>",
                "新认定的实验室",
                "<a href=\"/zh/plans/water/#2.1.1\">1.修管道</a>",
                "<td class=\"amount\">不超过1,000</td>\n<td>万元</td>",
                "<th scope=\"row\">省级 · 建设</th>",
                "<td class=\"amount\">1:1.5</td>\n<td>—</td>",
                "<td colspan=\"3\">文件没有写明金额</td>",
                "<span class=\"kind\">说明</span> 一次性。</span>",
            ],
        ),
        (
            "en",
            [
                "<h1>Money for saving water</h1>",
                "Newly recognised laboratories",
                "<a href=\"/en/plans/water/#2.1.1\">1. Repair pipes</a>",
                "<td class=\"amount\">up to 1,000</td>\n<td>CNY 10,000</td>",
                "<th scope=\"row\">Provincial · Setting up</th>",
                "<td class=\"amount\">1:1.5</td>\n<td>—</td>",
                "<td colspan=\"3\">The document states no amount</td>",
                "The form is not stated.",
            ],
        ),
    ] {
        let page = site.page(&format!("{lang}/{PAGE}"));
        for part in parts {
            assert!(page.contains(part), "{part} is missing: {page}");
        }
        // The other pages lead to it, and it is in the lists of pages and of files.
        for other in ["plans/water/targets/", "site-map/", "data/"] {
            let link = format!("href=\"/{lang}/plans/water/awards/");
            assert!(site.page(&format!("{lang}/{other}index.html")).contains(&link), "{other}");
        }
    }
}

#[test]
fn it_is_filtered_by_level_and_by_kind_and_needs_no_script() {
    let site = site();
    site.build();
    let page = site.page(&format!("en/{PAGE}"));
    for part in [
        "<form class=\"finder\" role=\"search\" hidden>",
        "<select name=\"level\">\n<option value=\"\">All levels</option>",
        "<option value=\"level-provincial\">Provincial</option>",
        "<select name=\"kind\">\n<option value=\"\">All kinds</option>",
        "<option value=\"kind-support\">Support</option>",
        "<tr class=\"findable\" data-units=\"level-national kind-award\">",
        "<tr class=\"findable\" data-units=\"kind-matching\">",
        "data-found=\"%s of 4 rows shown\"",
    ] {
        assert!(page.contains(part), "{part} is missing: {page}");
    }
    // Nobody is offered what the table does not have.
    assert!(!page.contains("level-county") && !page.contains("kind-subsidy"), "{page}");
    assert_eq!(page.matches("scope=\"rowgroup\"").count(), 3);

    // A list of one would choose nothing.
    site.edit(PATH, "level  = \"national\"", "level  = \"provincial\"");
    site.build();
    assert!(!site.page(&format!("en/{PAGE}")).contains("<select name=\"level\">"));
}

#[test]
fn every_amount_is_a_row_of_the_download() {
    let site = site();
    site.build();
    let csv = site.page("en/plans/water/awards/awards.csv");
    let rows: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        rows,
        [
            "Plan id,Award number,Clause,Name,For whom,Kind code,Kind,Level code,Level,Item,Bound,Value,Value to,Ratio,Unit,Terms,Note",
            "water,1,2.1.1,Water laboratories,Newly recognised laboratories,award,Award,national,National,,at-most,1000,,,\"CNY 10,000\",,",
            "water,1,2.1.1,Water laboratories,Newly recognised laboratories,award,Award,provincial,Provincial,Setting up,exactly,1500,,,CNY,,",
            "water,2,1,Water savers,Any organisation,matching,Matching funds,,,,,,,1:1.5,,Once.,",
            "water,3,1,Schools,Every school,support,Support,,,,,,,,,,The form is not stated.",
        ]
    );
    let json: serde_json::Value =
        serde_json::from_str(&site.page("zh/plans/water/awards/awards.json")).unwrap();
    assert_eq!(json["rows"][0]["value"], 1000);
    assert_eq!(json["rows"][0]["level_name"], "国家级");
    assert_eq!(json["rows"][2]["ratio"], "1:1.5");
}

#[test]
fn texts_can_link_to_it_and_a_plan_without_awards_has_no_page() {
    let link = |site: &TestSite, target: &str| {
        site.write("content/pages/about.zh.md", format!("# 关于\n\n[看]({target})。\n"));
        site.codes()
    };
    let with = site();
    assert_eq!(link(&with, "/plans/water/awards/#award-3"), [""; 0]);
    assert_eq!(link(&with, "/plans/water/awards/#award-4"), ["dead-anchor"]);
    with.write(PATH, "# Nothing yet.\n");
    assert_eq!(link(&with, "/plans/water/awards/"), ["dead-link"]);
    assert!(with.findings().contains("awards.toml"), "{}", with.findings());
    // Where the file has errors, links to its page are not judged.
    with.write(PATH, AWARDS.replace("\"matching\"", "\"matched\""));
    assert_eq!(link(&with, "/plans/water/awards/#award-3"), ["unknown-word"]);
}
