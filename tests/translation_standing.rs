//! Which translations are confirmed: what `lantu translation status` and `confirm` say and write, and what readers see
//! where the authoritative text has changed since.

mod support;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use support::TestSite;

const FILE: &str = "content/plans/water/confirmed.toml";
const ZH: &str = "content/plans/water/text.zh.md";
const EN: &str = "content/plans/water/text.en.md";

struct Answer {
    code: i32,
    out: String,
    err: String,
}

fn lantu(folder: &Path, args: &[&str]) -> Answer {
    let mut command = Command::cargo_bin("lantu").unwrap();
    let output = command.current_dir(folder).arg("translation").args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    Answer { code, out: text(output.stdout), err: text(output.stderr) }
}

/// What a command says that goes well.
fn said(site: &TestSite, args: &[&str]) -> String {
    let answer = lantu(&site.root(), args);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{args:?}: {}", answer.out);
    answer.out
}

/// A command that is refused says this, and nothing is written.
fn refused(site: &TestSite, args: &[&str], code: i32, words: &str) {
    let before = confirmed(site);
    let answer = lantu(&site.root(), args);
    assert_eq!(answer.code, code, "{args:?}: {}{}", answer.out, answer.err);
    assert!(answer.err.contains(words), "`{words}` is not in {}", answer.err);
    assert_eq!(confirmed(site), before);
}

fn confirmed(site: &TestSite) -> Option<String> {
    fs::read_to_string(site.root().join(FILE)).ok()
}

/// The keys of the file in their order.
fn keys(site: &TestSite) -> Vec<String> {
    let text = confirmed(site).unwrap();
    let lines = text.lines().filter(|line| line.starts_with('"'));
    lines.map(|line| line.split('"').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn clauses_are_confirmed_and_become_stale() {
    let site = TestSite::base();
    let counts = |numbers: &str| {
        let out = said(&site, &["status"]);
        let row = out.lines().nth(1).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(row, numbers, "{out}");
        out
    };
    counts("water en 0 0 5 0");
    let named = said(&site, &["status", "water", "--to", "en"]);
    assert!(named.contains("Unconfirmed in `en` of `water`:\n  _preamble"), "{named}");
    let out = said(&site, &["confirm", "water"]);
    assert!(out.starts_with(&format!("5 clauses confirmed in English: `{FILE}`\n")), "{out}");
    assert!(out.contains("\n  2.1.1  修管道 (new)\n"), "{out}");
    assert_eq!(keys(&site), ["_preamble", "1", "2", "2.1", "2.1.1"]);
    assert_eq!(site.findings(), "");
    let before = confirmed(&site);

    // Neither blanks nor the translation count.
    site.edit(ZH, "到2028年完成", "到 2028 年\n完成");
    site.edit(EN, "Save water.", "Use less water.");
    counts("water en 5 0 0 0");
    site.edit(ZH, "节水。", "节约用水。");
    site.edit(ZH, "到 2028 年\n完成", "到2028年全部完成");
    let out = counts("water en 3 2 0 0");
    assert!(out.ends_with("Stale in `en` of `water`:\n  1  目标\n  2.1.1  修管道\n"), "{out}");
    assert_eq!(site.codes(), ["stale-translation", "stale-translation"]);

    // A clause stands for all below it; the others keep what they have.
    let out = said(&site, &["confirm", "water", "2"]);
    assert!(out.contains("\n  2.1.1  修管道 (was stale)\n2 clauses confirmed already."), "{out}");
    counts("water en 4 1 0 0");
    let after = confirmed(&site).unwrap();
    let changed =
        before.unwrap().lines().zip(after.lines()).filter(|(one, two)| one != two).count();
    assert_eq!(changed, 1, "{after}");
    // Who takes the change back finds the confirmation as it was.
    site.edit(ZH, "节约用水。", "节水。");
    counts("water en 5 0 0 0");
    let again = said(&site, &["confirm", "water"]);
    assert!(again.starts_with("0 clauses confirmed"), "{again}");
    assert_eq!(confirmed(&site).unwrap(), after);
    let left = support::files(&site.root().join("content/plans/water"));
    assert!(left.iter().all(|(path, _)| !path.starts_with('.')), "{left:?}");
}

#[test]
fn programs_read_the_status_as_json() {
    let site = TestSite::base();
    said(&site, &["confirm", "water", "2", "_preamble"]);
    site.edit(ZH, "序言。", "前言。");
    let json: serde_json::Value =
        serde_json::from_str(&said(&site, &["status", "--format", "json"])).unwrap();
    let one = &json["translations"][0];
    assert_eq!((&one["plan"], &one["language"]), (&"water".into(), &"en".into()));
    assert_eq!(one["current"], 3);
    assert_eq!(one["stale"][0]["clause"], "_preamble");
    assert_eq!(one["unconfirmed"], serde_json::json!([{ "clause": "1", "title": "目标" }]));
    assert_eq!(one["missing"], serde_json::json!([]));
}

#[test]
fn what_is_gone_is_no_longer_confirmed() {
    let site = TestSite::base();
    said(&site, &["confirm", "water"]);
    let text = confirmed(&site).unwrap();
    site.write(
        FILE,
        format!("{text}\"7\" = \"0123456789abcdef\"\n\n[fr]\n\"1\" = \"0123456789abcdef\"\n"),
    );
    assert_eq!(site.codes(), ["unused-confirmation", "unused-confirmation"]);
    said(&site, &["confirm", "water", "1"]);
    assert_eq!(confirmed(&site).unwrap(), text);
    // A clause that the translation lacks is missing, whatever was confirmed.
    site.edit(EN, "\n## I. Goals\n\nSave water.\n", "");
    let out = said(&site, &["status"]);
    assert!(out.contains("Missing in `en` of `water`:\n  1  目标\n"), "{out}");
    refused(&site, &["confirm", "water", "1"], 2, "the clause `1` is not in the English text");
    fs::remove_file(site.root().join(EN)).unwrap();
    let out = said(&site, &["status"]);
    assert!(out.contains("    5\n"), "{out}");
}

#[test]
fn wrong_use_is_refused() {
    let site = TestSite::base();
    refused(
        &site,
        &["confirm", "watr"],
        2,
        "there is no plan `watr` in this site; did you mean `water`?",
    );
    refused(&site, &["status", "watr"], 2, "there is no plan `watr`");
    refused(
        &site,
        &["confirm", "water", "1", "9.9"],
        2,
        "the authoritative text has no clause `9.9`",
    );
    refused(
        &site,
        &["confirm", "water", "--to", "zh"],
        2,
        "`zh` is the language to translate from",
    );
    refused(&site, &["status", "--to", "fr"], 2, "`fr` is not a language of the site");
    refused(&site, &["confirm", "water", "--to", "fr"], 2, "name one of: en");
    refused(&site, &["confirm"], 2, "<PLAN>");
    let nowhere = TestSite::empty();
    fs::create_dir_all(nowhere.root()).unwrap();
    refused(&nowhere, &["status"], 2, "no-site");
}

#[test]
fn nothing_is_confirmed_while_there_are_errors() {
    let site = TestSite::base();
    site.edit(EN, "2028", "2029");
    refused(&site, &["confirm", "water", "1"], 1, "error[quantity-parity]");
    refused(&site, &["confirm", "water"], 1, "nothing is confirmed while the plan has errors");
    site.edit(EN, "2029", "2028");
    // What other plans and pages have does not matter.
    site.write("content/pages/more.zh.md", "# 更多\n");
    site.write("content/plans/other/text.zh.md", "序言。\n");
    said(&site, &["confirm", "water", "1"]);
    site.edit(FILE, "[en]", "<<<<<<< ours\n[en]");
    refused(&site, &["confirm", "water"], 1, "error[toml-syntax]");
    refused(&site, &["status"], 1, "error[toml-syntax]");
}

#[test]
fn a_site_decides_how_much_may_be_stale() {
    let site = TestSite::base();
    let config = fs::read_to_string(site.root().join("site-config.toml")).unwrap();
    let allow = |most: u32| {
        let text = format!("{config}\n[translation]\nmost-stale = {most}\n");
        site.write("site-config.toml", text);
        site.check().found.has_errors()
    };
    said(&site, &["confirm", "water"]);
    assert!(!allow(0));
    site.edit(ZH, "节水。", "节约用水。");
    assert!(!allow(1));
    assert!(allow(0));
    assert_eq!(site.codes(), ["too-many-stale", "stale-translation"]);
    // Such an error does not stand in its own way.
    said(&site, &["confirm", "water", "1"]);
    assert_eq!(site.findings(), "");
}

#[test]
fn readers_see_a_notice_at_stale_clauses_only() {
    let site = TestSite::base();
    let notice = "has changed since it was translated";
    site.build();
    assert!(!site.page("en/plans/water/index.html").contains(notice));
    said(&site, &["confirm", "water"]);
    site.edit(ZH, "节水。", "节约用水。");
    site.build();
    let page = site.page("en/plans/water/index.html");
    assert_eq!(page.matches(notice).count(), 1);
    assert!(
        page.contains("<a href=\"/zh/plans/water/#1\" hreflang=\"zh-CN\">See the Chinese text</a>"),
        "{page}"
    );
    assert!(!site.page("zh/plans/water/index.html").contains("page_stale"));
    let parallel = site.page("zh/plans/water/parallel/index.html");
    assert_eq!(parallel.matches("has changed since this was translated").count(), 1);
}

#[test]
fn with_several_languages_one_is_named() {
    let site = TestSite::base();
    for (path, _) in support::files(&site.root().join("content")) {
        if path.ends_with(".toml") {
            let path = format!("content/{path}");
            let text = fs::read_to_string(site.root().join(&path)).unwrap();
            site.write(&path, text.replace("en = ", "fr = \"x\", en = "));
        }
    }
    site.edit("site-config.toml", "[\"zh\", \"en\"]", "[\"zh\", \"en\", \"fr\"]");
    refused(&site, &["confirm", "water"], 2, "--to en or --to fr");
    let out = said(&site, &["status"]);
    assert!(out.contains("\nwater  fr ") && out.contains("Missing in `fr` of `water`"), "{out}");
}

#[test]
fn what_comes_back_from_a_translator_can_be_confirmed() {
    let site = TestSite::base();
    said(&site, &["confirm", "water"]);
    site.edit(ZH, "节水。", "节约用水。");
    site.edit(ZH, "修管道。", "修好管道。");
    said(&site, &["export", "water"]);
    let file = fs::read_to_string(site.root().join("water.en.xlf")).unwrap();
    assert!(file.contains("Repair pipes.**"), "{file}");
    // The translator has not got to the last clause.
    let (first, last) = file.split_at(file.rfind("<target").unwrap());
    let rest = &last[last.find("</target>").unwrap() + "</target>".len()..];
    site.write("water.en.xlf", format!("{first}{rest}").replace("Save water.", "Save all water."));
    let before = confirmed(&site);
    said(&site, &["import", "water.en.xlf"]);
    assert_eq!(confirmed(&site), before, "only `--confirm` confirms");
    let out = said(&site, &["import", "water.en.xlf", "--confirm"]);
    assert!(out.contains("\n  1  目标 (was stale)\n"), "{out}");
    let status = said(&site, &["status"]);
    assert!(status.ends_with("Stale in `en` of `water`:\n  2.1.1  修管道\n"), "{status}");
}
