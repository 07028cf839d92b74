//! The sizes up to which lantu works (`src/model/limits.rs`), each as large as it may be and a little larger: the first
//! one works, the second one is a finding that says so.

mod support;

use std::fs::File;

use assert_cmd::Command;
use lantu::model::limits;
use support::TestSite;

const PLAN: &str = "content/plans/water";

/// The small site with the same words at the end of both texts.
fn with_text(more: &str) -> TestSite {
    let site = TestSite::base();
    for lang in ["zh", "en"] {
        let path = format!("{PLAN}/text.{lang}.md");
        let old = std::fs::read_to_string(site.root().join(&path)).unwrap();
        site.write(&path, format!("{old}\n{more}\n"));
    }
    site
}

/// The findings of this limit, and whether the site can be built.
fn found(site: &TestSite, code: &str) -> (usize, bool) {
    let mut checked = site.check();
    let number = checked.found.iter().filter(|one| one.problem.code() == code).count();
    let built = checked.publish(&site.output(), &()).expect("the folder can be written").is_some();
    (number, built)
}

/// A file gets this size without being written.
fn resize(site: &TestSite, path: &str, bytes: u64) {
    let place = site.root().join(path);
    let file = File::options().write(true).create(true).truncate(false).open(place).unwrap();
    file.set_len(bytes).unwrap();
}

#[test]
fn a_text_of_five_megabytes_is_read() {
    let path = format!("{PLAN}/text.zh.md");
    let site = TestSite::base();
    let old = std::fs::read_to_string(site.root().join(&path)).unwrap();
    let most = usize::try_from(limits::TEXT).unwrap();
    let paragraph = "节约用水，人人有责。\n\n";
    let mut text = old.clone() + "\n" + &paragraph.repeat((most - old.len() - 1) / paragraph.len());
    text.push_str(&"a".repeat(most - text.len()));
    site.write(&path, &text);
    let codes = site.codes();
    assert!(!codes.contains(&"too-large"));
    assert!(codes.contains(&"block-parity"), "it was read to its end");
    site.write(&path, text + "a");
    assert_eq!(site.codes(), ["too-large"]);
    let findings = site.findings();
    assert!(findings.contains("5.1 MB, and lantu reads up to 5 MB"), "{findings}");
    assert!(findings.contains("content/plans/water/text.zh.md"), "{findings}");
}

#[test]
fn every_file_that_is_read_has_the_same_limit() {
    for path in [
        "site-config.toml",
        "content/areas.toml",
        "content/plans/water/targets.toml",
        "content/plans/water/submissions.csv",
        "content/pages/about.zh.md",
        "themes/default/templates/plans.html",
        "themes/default/i18n/zh.ftl",
    ] {
        let site = TestSite::base();
        site.write(&format!("themes/default/templates/{}", "plan.html"), "x");
        site.write("themes/default/i18n/en.ftl", "");
        resize(&site, "themes/default/i18n/zh.ftl", 0);
        resize(&site, path, 1 << 40);
        let codes = site.codes();
        assert!(codes.contains(&"too-large"), "{path}: {codes:?}");
        assert_eq!(found(&site, "too-large"), (1, false), "{path}");
    }
}

#[test]
fn tables_of_five_megabytes_are_read() {
    let site = TestSite::base();
    let most = usize::try_from(limits::TEXT).unwrap();
    let head = "date,channel,clause,gist-zh,gist-en,result,reason-zh,reason-en\n";
    let row = "2026-01-10,email,1,目标偏低,The target is low,adopted,已提高,It was raised\n";
    let rows = (most - head.len()) / row.len();
    site.write(&format!("{PLAN}/submissions.csv"), head.to_owned() + &row.repeat(rows));
    assert_eq!(site.codes(), ["no-outcome"], "every row was read");
}

#[test]
fn a_gigabyte_is_published_as_it_is() {
    let site = TestSite::base();
    let path = format!("{PLAN}/files/film.mp4");
    site.write(&path, "");
    resize(&site, &path, limits::ATTACHMENT);
    assert_eq!(site.codes(), ["attachment-size"]);
    resize(&site, &path, limits::ATTACHMENT + 1);
    assert_eq!(site.codes(), ["too-large", "attachment-size"]);
    assert!(site.check().publish(&site.output(), &()).unwrap().is_none());
}

#[test]
fn ten_thousand_clauses() {
    let clauses = |number: usize| -> String {
        // Four clauses are there already.
        (0..number - 4).map(|at| format!("## {}. 节水\n\n水。\n\n", at % 900 + 100)).collect()
    };
    let (most, more) =
        (with_text(&clauses(limits::CLAUSES)), with_text(&clauses(limits::CLAUSES + 1)));
    assert_eq!(found(&most, "too-many").0, 0);
    assert_eq!(found(&more, "too-many"), (2, false));
}

#[test]
fn a_hundred_levels_of_lists_quotations_and_tags() {
    let open = |tag: &str, levels: usize| format!("{}节水\n", tag.repeat(levels));
    let item = |levels: usize| -> String {
        (0..levels).map(|level| format!("{}- 节水\n", "  ".repeat(level))).collect()
    };
    // A list and its item are two levels, and the text in it is one more.
    let (most, half) = (limits::DEPTH, limits::DEPTH / 2);
    let cases = [
        ("quotations", open(">", most - 1), open(">", most + 1)),
        ("lists", item(half - 1), item(half + 1)),
        ("tags", open("<div>", most), open("<div>", most + 1)),
        ("bold", open("<b title=\"x\">", most - 1), open("<b title=\"x\"><p>", most + 1)),
        ("hidden", open("<div>", most), open("<b><div></b>", most + 1)),
    ];
    for (name, most, more) in cases {
        assert_eq!(found(&with_text(&most), "too-deep"), (0, true), "{name}");
        assert_eq!(found(&with_text(&more), "too-deep"), (2, false), "{name}");
    }
    // Long, but not deep.
    let table = format!("<table>{}</table>", "<tr><td>甲<td>乙\n".repeat(3_000));
    assert_eq!(found(&with_text(&table), "too-deep"), (0, true));
}

/// Within any limit, and longer than anybody writes; with the square of its length, each of these would take minutes.
#[test]
fn what_never_ends_is_read_in_the_end() {
    for (name, text) in [
        ("tags", "<div>".repeat(200_000)),
        ("quotations", ">".repeat(200_000)),
        ("digits", "9".repeat(200_000)),
        ("points", "9,".repeat(40_000)),
        ("numerals", "九".repeat(100_000)),
        ("brackets", "[a](".repeat(50_000)),
        ("links", "[a](#1) ".repeat(20_000)),
    ] {
        let site = with_text(&text);
        assert!(site.check().found.len() < 50_000, "{name}");
    }
}

#[test]
fn tables_of_toml_within_each_other() {
    for (open, close) in [("[", "]"), ("{ a = ", " }")] {
        let nested =
            |levels: usize| format!("title = {}1{}", open.repeat(levels), close.repeat(levels));
        let site = TestSite::base();
        site.write(&format!("{PLAN}/plan.toml"), nested(limits::TOML_DEPTH));
        assert_eq!(found(&site, "too-deep"), (0, false), "it is only of another type");
        for levels in [limits::TOML_DEPTH + 1, limits::DEPTH, 100_000] {
            site.write(&format!("{PLAN}/plan.toml"), nested(levels));
            assert_eq!(found(&site, "too-deep"), (1, false), "{open}");
        }
    }
}

#[test]
fn brackets_of_a_word_within_each_other() {
    let word = |levels: usize| {
        format!("tab-targets = {}\"a\"{}\n", "{ ".repeat(levels), " }".repeat(levels))
    };
    let site = TestSite::base();
    site.write("themes/default/i18n/zh.ftl", word(limits::DEPTH));
    assert_eq!(found(&site, "too-deep"), (0, true));
    for levels in [limits::DEPTH + 1, 200_000] {
        site.write("themes/default/i18n/zh.ftl", word(levels));
        assert_eq!(found(&site, "too-deep"), (1, false));
    }
}

#[test]
fn sixteen_languages() {
    let letters = |number: usize| (b'a' + u8::try_from(number).unwrap()) as char;
    let with = |number: usize| {
        let site = TestSite::base();
        let more: Vec<String> = (2..number).map(|at| format!("x{}", letters(at))).collect();
        let list = more.iter().map(|tag| format!(", \"{tag}\"")).collect::<String>();
        site.edit("site-config.toml", "\"zh\", \"en\"", &format!("\"zh\", \"en\"{list}"));
        for tag in &more {
            site.write(&format!("themes/default/i18n/{tag}.ftl"), "language-name = x\n");
        }
        site
    };
    let most = with(limits::LANGUAGES).codes();
    assert!(!most.contains(&"too-many") && most.contains(&"missing-language"), "{most:?}");
    assert_eq!(with(limits::LANGUAGES + 1).codes(), ["too-many"]);
}

#[test]
fn ids_of_a_hundred_characters() {
    let id = |length: usize| "a".repeat(length);
    for (length, code) in [(limits::ID, None), (limits::ID + 1, Some("too-long"))] {
        let site = TestSite::base();
        site.edit(&format!("{PLAN}/targets.toml"), "\"pipes\"", &format!("\"{}\"", id(length)));
        site.edit(&format!("{PLAN}/text.zh.md"), "#pipes", &format!("#{}", id(length)));
        site.edit(&format!("{PLAN}/text.en.md"), "#pipes", &format!("#{}", id(length)));
        assert_eq!(site.codes().first().copied(), code);

        let site = TestSite::base();
        let page = format!("content/pages/{}", id(length));
        site.write(&format!("{page}.zh.md"), "# 说明\n\n说明。\n");
        site.write(&format!("{page}.en.md"), "# Notes\n\nNotes.\n");
        assert_eq!(site.codes().first().copied(), code);

        // The clause gets a page for comments.
        let site = with_text(&format!("## 附件 {{#{}}}\n\n水。", id(length)));
        site.edit("site-config.toml", "[host]", "[rules]\ntranslation = \"off\"\n\n[host]");
        assert_eq!(found(&site, "too-long"), (2 * code.iter().count(), code.is_none()));
    }
}

#[test]
fn figures_of_more_digits_than_are_exact() {
    let with = |figure: &str| {
        let site = TestSite::base();
        let targets = format!("{PLAN}/targets.toml");
        site.edit(&targets, "\"sum\"", "\"none\"");
        site.edit(&targets, "2026 = 10,", &format!("2026 = {figure},"));
        site.codes()
    };
    for figure in ["7922816251426433759354395033", "\"0.0000000000000000000000000001\""] {
        assert!(!with(figure).contains(&"bad-number"), "{figure}");
    }
    for figure in [
        "79228162514264337593543950336",
        "0.00000000000000000000000000001",
        "\"1.00000000000000000000000000000001\"",
    ] {
        assert!(with(figure).contains(&"bad-number"), "{figure}");
    }
}

#[test]
fn files_of_translators_have_a_limit_of_their_own() {
    let site = TestSite::base();
    site.write("back.xlf", "");
    let take = |bytes| {
        resize(&site, "back.xlf", bytes);
        let mut lantu = Command::cargo_bin("lantu").unwrap();
        let answer = lantu.current_dir(site.root()).args(["translation", "import", "back.xlf"]);
        let answer = answer.output().unwrap();
        (answer.status.code(), String::from_utf8(answer.stderr).unwrap())
    };
    let (code, words) = take(limits::TRANSLATION);
    assert_eq!(code, Some(2));
    assert!(words.contains("it is not XML"), "{words}");
    let (code, words) = take(limits::TRANSLATION + 1);
    assert_eq!(code, Some(2));
    assert!(words.contains("it has more than 50 MB"), "{words}");
}
