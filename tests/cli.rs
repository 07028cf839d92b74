//! The command line as a webmaster uses it, rightly and wrongly: what it says, what it writes, and its
//! exit codes.

mod support;

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use support::TestSite;

struct Answer {
    code: i32,
    out: String,
    err: String,
}

fn lantu(folder: &Path, args: &[&str]) -> Answer {
    run(Command::cargo_bin("lantu").unwrap().current_dir(folder).args(args))
}

fn run(command: &mut Command) -> Answer {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

#[test]
fn from_an_empty_folder_to_a_published_plan() {
    let home = tempfile::tempdir().unwrap();
    let made = lantu(home.path(), &["init", "my-site"]);
    assert_eq!((made.code, made.err.as_str()), (0, ""), "{}", made.out);
    let site = home.path().join("my-site");
    let added = lantu(&site, &["new", "plan", "water-2030", "--today", "2026-11-25"]);
    assert_eq!((added.code, added.err.as_str()), (0, ""), "{}", added.out);
    let plan = fs::read_to_string(site.join("content/plans/water-2030/plan.toml")).unwrap();
    assert!(plan.contains("published = 2026-11-25"), "{plan}");
    let checked = lantu(&site, &["check", "--today", "2026-11-25"]);
    assert_eq!(checked.code, 0);
    assert!(checked.err.contains("warning[unfinished]"), "{}", checked.err);
    let plan = plan.replace("待填写：", "").replace("To be filled in: ", "");
    fs::write(site.join("content/plans/water-2030/plan.toml"), plan).unwrap();
    // Who publishes a plan of a real place says so.
    let checked = lantu(&site, &["check", "--today", "2026-11-25"]);
    assert_eq!(checked.code, 0);
    assert!(checked.err.contains("warning[demonstration-marked]"), "{}", checked.err);
    let areas = fs::read_to_string(site.join("content/areas.toml")).unwrap();
    assert!(areas.contains("\ndemonstration = true"), "{areas}");
    let areas = areas.replace("\ndemonstration = true ", "\n# demonstration");
    fs::write(site.join("content/areas.toml"), areas).unwrap();

    let checked = lantu(&site, &["check", "--today", "2026-11-25"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""), "{}", checked.out);
    assert!(!site.join("public").exists(), "a check writes nothing");

    let built = lantu(&site, &["build", "--today", "2026-11-25"]);
    assert_eq!((built.code, built.err.as_str()), (0, ""));
    for words in ["3 plans", "zh and en", "Findings: none.", "`public`", "lantu serve"] {
        assert!(built.out.contains(words), "{words} is not in {}", built.out);
    }
    for page in
        ["index.html", "zh/index.html", "en/plans/water-2030/index.html", "assets/style.css"]
    {
        assert!(site.join("public").join(page).is_file(), "{page}");
    }
    // What nobody has filled in yet is no page.
    assert!(!site.join("public/zh/plans/water-2030/targets").exists());
}

#[test]
fn the_call_in_a_new_plan_holds_once_its_marks_are_taken_away() {
    let site = TestSite::base();
    let added = lantu(&site.root(), &["new", "plan", "parks", "--today", "2026-01-01"]);
    assert_eq!(added.code, 0, "{}", added.err);
    let path = "content/plans/parks/consultation.toml";
    let text = fs::read_to_string(site.root().join(path)).unwrap();
    let lines = text.lines().skip(3).filter(|line| !line.starts_with("# When"));
    let lines: Vec<&str> = lines.map(|line| line.trim_start_matches("# ")).collect();
    site.write(path, lines.join("\n"));
    let plan = "content/plans/parks/plan.toml";
    let text = fs::read_to_string(site.root().join(plan)).unwrap();
    site.write(plan, text.replace("待填写：", "").replace("To be filled in: ", ""));
    let checked = lantu(&site.root(), &["check", "--today", "2026-04-01"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""), "{}", checked.out);
}

#[test]
fn wrong_words_are_wrong_usage() {
    let site = TestSite::base();
    let root = site.root();
    for args in [
        &["bild"][..],
        &[],
        &["build", "--today", "yesterday"],
        &["check", "--format", "xml"],
        &["explain"],
        &["new", "plan"],
        &["new", "plan", "Water Plan"],
        &["new", "plan", "water"],
        &["init", "."],
    ] {
        let answer = lantu(&root, args);
        assert_eq!(answer.code, 2, "{args:?}: {}{}", answer.out, answer.err);
        assert!(!answer.err.is_empty(), "{args:?}");
    }
    let empty = tempfile::tempdir().unwrap();
    for command in ["build", "check", "serve"] {
        let answer = lantu(empty.path(), &[command]);
        assert_eq!(answer.code, 2, "{command}");
        assert!(
            answer.err.contains("not a lantu site") && answer.err.contains("lantu init"),
            "{}",
            answer.err
        );
    }
}

#[test]
fn help_names_every_command_and_exit_code() {
    let answer = lantu(Path::new("."), &["--help"]);
    assert_eq!(answer.code, 0);
    for words in [
        "init",
        "new",
        "build",
        "check",
        "rules",
        "explain",
        "serve",
        "Exit code",
        "lantu init my-site",
    ] {
        assert!(answer.out.contains(words), "{words} is not in {}", answer.out);
    }
}

#[test]
fn errors_stop_the_build_and_the_last_good_site_stays() {
    let site = TestSite::base();
    assert_eq!(lantu(&site.root(), &["build"]).code, 0);
    let good = support::files(&site.output());
    let text: Vec<String> =
        good.iter().map(|(_, place)| fs::read_to_string(place).unwrap()).collect();
    site.edit("content/plans/water/plan.toml", "\"water\"", "\"watter\"");
    site.edit("content/plans/water/text.zh.md", "序言。", "新的序言。");
    let answer = lantu(&site.root(), &["build"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("error[unknown-id]"), "{}", answer.err);
    assert!(
        answer.out.contains("Not published: 1 error. The last good site stays as it is."),
        "{}",
        answer.out
    );
    let after: Vec<String> =
        good.iter().map(|(_, place)| fs::read_to_string(place).unwrap()).collect();
    assert_eq!(text, after);
}

#[test]
fn warnings_do_not_stop_the_build() {
    let site = TestSite::base();
    site.edit("content/pages/about.en.md", "See", "<font>See</font>");
    let answer = lantu(&site.root(), &["build"]);
    assert_eq!(answer.code, 0);
    assert!(answer.out.contains("Findings: 1 warning."), "{}", answer.out);
}

#[test]
fn findings_as_json() {
    let site = TestSite::base();
    site.edit("content/plans/water/plan.toml", "\"in-force\"", "\"in-fource\"");
    for command in ["check", "build"] {
        let answer = lantu(&site.root(), &[command, "--format", "json"]);
        assert_eq!((answer.code, answer.err.as_str()), (1, ""));
        let report: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
        assert_eq!((report["errors"].as_u64(), report["warnings"].as_u64()), (Some(1), Some(0)));
        let finding = &report["findings"][0];
        assert_eq!(finding["code"], "unknown-word");
        assert_eq!(finding["level"], "error");
        assert_eq!(finding["path"], "content/plans/water/plan.toml");
        assert_eq!(finding["start"]["line"], 6);
        assert_eq!(finding["start"]["column"], 13);
        assert_eq!(finding["help"], "did you mean `in-force`?");
    }
    let good = lantu(&TestSite::base().root(), &["check", "--format", "json"]);
    assert_eq!(good.code, 0);
    let report: serde_json::Value = serde_json::from_str(&good.out).unwrap();
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(0));
}

#[test]
fn findings_for_other_programs() {
    let site = TestSite::base();
    site.edit("content/plans/water/plan.toml", "\"in-force\"", "\"in-fource\"");
    for command in ["check", "build"] {
        let lines = lantu(&site.root(), &[command, "--format", "lines"]);
        assert_eq!((lines.code, lines.err.as_str()), (1, ""));
        let start = "content/plans/water/plan.toml:6:13: error[unknown-word]: ";
        assert!(lines.out.starts_with(start), "{}", lines.out);
        assert_eq!(lines.out.lines().count(), 1);
        let sarif = lantu(&site.root(), &[command, "--format", "sarif"]);
        assert_eq!((sarif.code, sarif.err.as_str()), (1, ""));
        let log: serde_json::Value = serde_json::from_str(&sarif.out).unwrap();
        assert_eq!(log["runs"][0]["results"][0]["ruleId"], "unknown-word");
    }
    // Acknowledged findings are counted in words.
    let site = TestSite::base().overlay(&support::tests("diagnostics/acknowledged"));
    let _ = fs::remove_file(site.root().join("expected.txt"));
    let checked = lantu(&site.root(), &["check", "--today", "2026-01-20"]);
    assert!(checked.out.contains("Findings: none, "), "{}", checked.out);
    assert!(checked.out.trim_end().ends_with(" acknowledged."), "{}", checked.out);
    // Where translations stand has no lines of files.
    let status = lantu(&site.root(), &["translation", "status", "--format", "sarif"]);
    assert_eq!(status.code, 2);
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let site = TestSite::base();
    site.edit("content/plans/water/plan.toml", "\"in-force\"", "\"in-fource\"");
    let mut command = Command::cargo_bin("lantu").unwrap();
    let plain = run(command.current_dir(site.root()).arg("check"));
    assert!(!plain.err.contains('\u{1b}'), "output that is no terminal");
    let mut command = Command::cargo_bin("lantu").unwrap();
    let forced = run(command.current_dir(site.root()).arg("check").env("CLICOLOR_FORCE", "1"));
    assert!(forced.err.contains('\u{1b}'), "colours that were asked for");
    let mut command = Command::cargo_bin("lantu").unwrap();
    let command = command.current_dir(site.root()).arg("check");
    let refused = run(command.env("NO_COLOR", "1").env("CLICOLOR_FORCE", "1"));
    assert!(!refused.err.contains('\u{1b}'), "NO_COLOR has the last word");
}

#[test]
fn a_site_whose_content_is_gone_is_not_published() {
    let site = TestSite::base();
    site.build();
    fs::rename(site.root().join("content"), site.root().join("old")).unwrap();
    let answer = lantu(&site.root(), &["build"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.starts_with("error[no-content]"), "{}", answer.err);
    assert!(site.page("zh/plans/water/index.html").contains("节水规划"));
}

#[test]
fn a_folder_with_foreign_files_is_refused() {
    let site = TestSite::base();
    site.write("papers/letter.txt", "dear");
    let answer = lantu(&site.root(), &["build", "--output", "papers"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("--output"), "{}", answer.err);
    assert_eq!(fs::read_to_string(site.root().join("papers/letter.txt")).unwrap(), "dear");
}

#[test]
fn the_day_can_come_from_the_build_environment() {
    let site = TestSite::base();
    // 2026-01-04 16:30 UTC is 5 January in Shanghai, the first day of the consultation; 5 February, the last one, ends
    // there at 16:00 UTC. The machine itself is elsewhere.
    let moments = [
        ("1767540000", "not-open"),
        ("1767544200", "open"),
        ("1770307140", "open"),
        ("1770307200", "closed"),
    ];
    for (moment, state) in moments {
        let mut command = Command::cargo_bin("lantu").unwrap();
        let command = command.current_dir(site.root()).arg("build");
        command.env("TZ", "America/New_York").env("LC_ALL", "de_DE.UTF-8");
        assert_eq!(run(command.env("SOURCE_DATE_EPOCH", moment)).code, 0);
        let page = site.page("zh/plans/water/consultation/index.html");
        assert!(page.contains(&format!("round-box {state}")), "{moment}: {state}");
    }
}

#[test]
fn a_wrong_day_of_the_build_environment_is_refused() {
    let site = TestSite::base();
    let mut command = Command::cargo_bin("lantu").unwrap();
    let answer =
        run(command.current_dir(site.root()).arg("check").env("SOURCE_DATE_EPOCH", "today"));
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("SOURCE_DATE_EPOCH"), "{}", answer.err);
}

#[test]
fn files_of_the_root_are_published_and_others_are_not_lost() {
    let site = TestSite::base();
    site.write("content/root/verify.html", "verified");
    assert_eq!(lantu(&site.root(), &["build"]).code, 0);
    assert_eq!(site.page("verify.html"), "verified");
    site.write("public/other.html", "mine");
    let answer = lantu(&site.root(), &["build"]);
    assert_eq!(answer.code, 2);
    assert!(
        answer.err.contains("`other.html`") && answer.err.contains("content/root"),
        "{}",
        answer.err
    );
    assert_eq!(site.page("other.html"), "mine");
}

#[test]
fn stages_are_timed_when_asked_for() {
    let site = TestSite::base();
    let root = site.root();
    let stages = |err: &str| -> Vec<String> {
        let names = err.lines().filter_map(|line| line.split_whitespace().next());
        names.map(str::to_owned).collect()
    };
    let road = ["stage", "read", "parse", "resolve", "layout", "rules"];
    let checked = lantu(&root, &["check", "--timings", "--today", "2026-01-20"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    assert_eq!(stages(&checked.err), [&road[..], &["all"]].concat());
    let built = lantu(&root, &["build", "--timings", "--today", "2026-01-20"]);
    assert_eq!(stages(&built.err), [&road[..], &["write", "exchange", "all"]].concat());
    assert!(built.err.lines().all(|line| line.split_whitespace().count() >= 4), "{}", built.err);
    let silent = lantu(&root, &["build", "--today", "2026-01-20"]);
    assert_eq!(silent.err, "");
    let json = lantu(&root, &["check", "--timings", "--format", "json", "--today", "2026-01-20"]);
    assert!(serde_json::from_str::<serde_json::Value>(&json.out).is_ok(), "{}", json.out);
    assert_eq!(lantu(&root, &["check", "--fix", "--timings"]).code, 2);
}

#[test]
fn rules_are_listed_with_the_levels_of_the_site() {
    let home = tempfile::tempdir().unwrap();
    let listed = lantu(home.path(), &["rules"]);
    assert_eq!((listed.code, listed.err.as_str()), (0, ""));
    for rule in lantu::rules::RULES {
        let line = listed.out.lines().find(|line| line.starts_with(&format!("  {} ", rule.name)));
        let line = line.unwrap_or_else(|| panic!("{} is not in the list", rule.name));
        let fixed = if rule.fixed.is_some() { ", fixed" } else { "" };
        assert!(line.ends_with(&format!(" {}{fixed}", rule.level.name())), "{line}");
    }
    use unicode_width::UnicodeWidthStr;
    for line in listed.out.lines() {
        assert!(UnicodeWidthStr::width(line) <= 80, "{line}");
    }

    let site = TestSite::base();
    let config = "\n[rules]\nfigures = \"info\"\nprivate-data = \"off\"\n";
    site.edit("site-config.toml", "[host]", &format!("{config}[host]"));
    let plan = "content/plans/water/plan.toml";
    let text = fs::read_to_string(site.root().join(plan)).unwrap();
    site.write(plan, format!("{text}\n[rules]\nareas-add-up = \"off\"\n"));
    let root = site.root();
    let here = lantu(&root, &["rules"]);
    let there = lantu(home.path(), &["rules", "--site", &root.to_string_lossy()]);
    assert_eq!((here.code, &here.out), (0, &there.out));
    for words in [
        "areas-add-up                info here, by itself error\n      in the plan `water`: off\n",
        "private-data                error, fixed\n",
        "quantity-parity             error\n",
    ] {
        assert!(here.out.contains(words), "{words} is not in {}", here.out);
    }
    let nowhere = lantu(home.path(), &["rules", "--site", "."]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("not a lantu site"), "{}", nowhere.err);
}

#[test]
fn a_rule_is_explained() {
    let home = tempfile::tempdir().unwrap();
    let explain = |name| lantu(home.path(), &["explain", name]);
    let answer = explain("areas-add-up");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    for words in [
        "areas-add-up: error, of the family figures",
        "nobody\ntrusts the rest.",
        "    south = { 2026 = 5.5 }",
        "    south = { 2026 = 6.0 }",
        "    areas-add-up = \"warning\"",
        "    [[indicator.acknowledged]]",
    ] {
        assert!(answer.out.contains(words), "{words} is not in {}", answer.out);
    }
    let fixed = explain("private-data").out;
    assert!(fixed.contains("error, fixed") && fixed.contains("because what has once"), "{fixed}");
    assert!(!fixed.contains("[rules]") && !fixed.contains("acknowledged.toml"), "{fixed}");
    let of_site = explain("no-site-id-code").out;
    assert!(of_site.contains("switched off") && !of_site.contains("plan.toml"), "{of_site}");
    let family = explain("figures").out;
    assert!(family.contains("areas-add-up") && !family.contains("private-data"), "{family}");
    let other = explain("unknown-key");
    assert_eq!(other.code, 0);
    assert!(other.out.contains("cannot be switched off"), "{}", other.out);
    let slip = explain("quantity-party");
    assert_eq!((slip.code, slip.out.as_str()), (2, ""));
    assert!(slip.err.contains("did you mean `quantity-parity`?"), "{}", slip.err);
    let stranger = explain("zzz");
    assert_eq!(stranger.code, 2);
    assert!(stranger.err.contains("`lantu rules` lists them all"), "{}", stranger.err);
}
