//! `lantu check --fix`: what it mends, what it leaves alone, and that nothing else in a file changes.

mod support;

use std::collections::BTreeMap;
use std::fs;

use assert_cmd::Command;
use support::{TestSite, files};

const TEXT: &str = "content/plans/water/text.zh.md";

/// Both languages with the same slips, so that nothing but these is found.
fn site() -> TestSite {
    let site = TestSite::base();
    site.edit("site-config.toml", "[host]", "[rules]\ntranslation = \"off\"\n\n[host]");
    site
}

fn fix(site: &TestSite, more: &[&str]) -> (i32, String) {
    let mut command = Command::cargo_bin("lantu").unwrap();
    let root = site.root();
    let output = command
        .args(["check", "--fix", "--today", "2026-01-20", "--site"])
        .arg(&root)
        .args(more)
        .output()
        .unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

fn contents(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    files(&site.root()).into_iter().map(|(path, place)| (path, fs::read(place).unwrap())).collect()
}

#[test]
fn what_has_one_answer_is_mended_and_nothing_else() {
    let site = site();
    let text = "\u{feff}序言,节水(治水)。 \r\n\r\n## 一、目标\r\n\r\n\u{a0} 到２０２８年建成3-5家，，各县(市。\r\n\r\n\
        ## 二、任务\r\n\r\n### （一）设施\r\n\r\n#### 1.修管道\r\n\r\n- 节水,治水  \r\n- `a,节b`,“十三五\r\n";
    site.write(TEXT, text);
    site.edit("content/plans/water/plan.toml", "到2028年节水。", "到2028年,节水。");
    let mut expected = contents(&site);
    let told =
        Command::cargo_bin("lantu").unwrap().args(["check", "--site"]).arg(site.root()).output();
    let told = String::from_utf8(told.unwrap().stdout).unwrap();
    assert!(told.contains("`lantu check --fix` can mend 7 of them."), "{told}");
    assert_eq!(contents(&site), expected, "a check alone changes nothing");
    let (code, out) = fix(&site, &[]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("Fixed 7 findings in 2 files."), "{out}");
    let mended = "\u{feff}序言，节水（治水）。 \r\n\r\n## 一、目标\r\n\r\n到2028年建成3—5家，各县(市。\r\n\r\n\
        ## 二、任务\r\n\r\n### （一）设施\r\n\r\n#### 1.修管道\r\n\r\n- 节水，治水  \r\n- `a,节b`，“十三五\r\n";
    assert_eq!(fs::read_to_string(site.root().join(TEXT)).unwrap(), mended);
    let plan = String::from_utf8(expected["content/plans/water/plan.toml"].clone()).unwrap();
    let plan = plan.replace("到2028年,节水。", "到2028年，节水。");
    expected.insert(TEXT.into(), mended.into());
    expected.insert("content/plans/water/plan.toml".into(), plan.into());
    assert_eq!(contents(&site), expected, "no other file changes, and none is left behind");

    let (_, again) = fix(&site, &[]);
    assert!(again.contains("Fixed 0 findings in 0 files."), "{again}");
    assert_eq!(contents(&site), expected);
}

#[test]
fn what_is_switched_off_or_acknowledged_stays() {
    let site = site();
    site.edit(TEXT, "节水。", "节水,治水。");
    site.edit("site-config.toml", "[rules]", "[rules]\nhalf-width-marks = \"off\"");
    let before = contents(&site);
    let (_, out) = fix(&site, &[]);
    assert!(out.contains("Fixed 0 findings"), "{out}");
    assert_eq!(contents(&site), before);

    site.edit("site-config.toml", "half-width-marks = \"off\"\n", "");
    site.write(
        "content/plans/water/acknowledged.toml",
        "[[acknowledged]]\nrule = \"half-width-marks\"\nclause = \"1\"\nreason = { zh = \"原文如此。\", en = \"So in the original.\" }\n",
    );
    let before = contents(&site);
    let (_, out) = fix(&site, &[]);
    assert!(out.contains("Fixed 0 findings"), "{out}");
    assert_eq!(contents(&site), before);
}

#[test]
fn a_text_stays_the_text_it_was() {
    let site = site();
    // Without the blank, the paragraph would become a heading.
    site.edit(TEXT, "节水。", "\u{a0}## 三、节水\n\n节水,治水。");
    let (_, out) = fix(&site, &[]);
    assert!(
        out.contains("1 fix in `content/plans/water/text.zh.md` would change what it says"),
        "{out}"
    );
    assert!(out.contains("Fixed 1 finding in 1 file."), "{out}");
    let text = fs::read_to_string(site.root().join(TEXT)).unwrap();
    assert!(text.contains("\u{a0}## 三、节水\n\n节水，治水。"), "{text}");
}

#[test]
fn a_fix_that_makes_errors_is_taken_back() {
    let site = TestSite::base();
    // What is accepted is quoted as it is written, and would no longer be found.
    site.edit(TEXT, "节水。", "到２０３０年节水。");
    site.write(
        "content/plans/water/translation.toml",
        "[[accepted]]\nclause = \"1\"\nvalue = \"２０３０年\"\nreason = \"Only one text has the year.\"\n",
    );
    site.edit("content/plans/water/plan.toml", "到2028年节水。", "到2028年,节水。");
    assert_eq!(site.codes(), ["half-width-marks", "full-width-digits"]);
    let before = fs::read_to_string(site.root().join(TEXT)).unwrap();
    let (code, out) = fix(&site, &[]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains("1 fix in `content/plans/water/text.zh.md` would change what it says"),
        "{out}"
    );
    assert!(out.contains("Fixed 1 finding in 1 file."), "{out}");
    assert_eq!(fs::read_to_string(site.root().join(TEXT)).unwrap(), before);
}

#[test]
fn programs_get_what_is_left() {
    let site = site();
    site.edit(TEXT, "节水。", "节水,治水（治水。");
    let (code, out) = fix(&site, &["--format", "json"]);
    assert_eq!(code, 0);
    let left: serde_json::Value = serde_json::from_str(&out).unwrap();
    let codes: Vec<&str> = left["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["unbalanced-marks"]);
}
