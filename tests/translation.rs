//! The text of a plan on its way to a translator and back: what `lantu translation` says and writes, with the real
//! plan and with everything that can be wrong.

mod support;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use support::TestSite;

const TEXT: &str = "content/plans/water/text.en.md";
const FILE: &str = "water.en.xlf";

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

fn exported(site: &TestSite) {
    let answer = lantu(&site.root(), &["export", "water"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
}

fn imported(site: &TestSite) -> Answer {
    lantu(&site.root(), &["import", FILE])
}

fn text(site: &TestSite) -> String {
    fs::read_to_string(site.root().join(TEXT)).unwrap()
}

/// A refusal must say this, and nothing may be written.
fn refused(site: &TestSite, words: &[&str]) {
    let before = fs::read(site.root().join(TEXT)).ok();
    let answer = imported(site);
    assert_ne!(answer.code, 0, "{}", answer.out);
    for word in words {
        assert!(answer.err.contains(word), "`{word}` is not in {}", answer.err);
    }
    assert_eq!(fs::read(site.root().join(TEXT)).ok(), before);
}

#[test]
fn the_real_plan_goes_there_and_back_without_a_change() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let plan = "langfang-sti-2018-2020";
    let site = TestSite::empty();
    fs::create_dir_all(site.root()).unwrap();
    fs::copy(root.join("site-config.toml"), site.root().join("site-config.toml")).unwrap();
    support::copy(&root.join("content"), &site.root().join("content"));
    let path = site.root().join(format!("content/plans/{plan}/text.en.md"));
    let original = fs::read(&path).unwrap();
    let file = site.root().join("plan.xlf");
    let export = ["export", plan, "--to", "en", "--format", "xliff", "--output", "plan.xlf"];
    let answer = lantu(&site.root(), &export);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert!(answer.out.contains("0 without a translation"), "{}", answer.out);
    let xliff = fs::read_to_string(&file).unwrap();
    assert!(xliff.contains("<unit id=\"3.3.11\" name=\"11."), "{xliff}");
    let answer = lantu(&site.root(), &["import", "plan.xlf"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert!(answer.out.starts_with("0 changes"), "{}", answer.out);
    assert_eq!(fs::read(&path).unwrap(), original);
    // Without the text, the file that comes back makes it anew, but for blank ends of lines.
    fs::remove_file(&path).unwrap();
    assert_eq!(lantu(&site.root(), &["import", "plan.xlf"]).code, 0);
    let lines = |text: &[u8]| -> Vec<String> {
        String::from_utf8_lossy(text).lines().map(|line| line.trim_end().to_owned()).collect()
    };
    assert_eq!(lines(&fs::read(&path).unwrap()), lines(&original));
}

#[test]
fn a_translated_block_is_all_that_changes() {
    let site = TestSite::base();
    exported(&site);
    site.edit(FILE, "Save water.", "Use &lt;less&gt; water.");
    let before = text(&site);
    let answer = imported(&site);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
    assert!(answer.out.contains("1 change in `content/plans/water/text.en.md`"), "{}", answer.out);
    assert!(answer.out.contains("\n  1: block-1\n"), "{}", answer.out);
    assert_eq!(text(&site), before.replace("Save water.", "Use <less> water."));
    let again = imported(&site);
    assert!(again.code == 0 && again.out.starts_with("0 changes"), "{}", again.out);
    let left = support::files(&site.root().join("content/plans/water"));
    assert!(left.iter().all(|(path, _)| !path.starts_with('.')), "{left:?}");
}

#[test]
fn a_text_that_is_not_there_yet_is_made() {
    let site = TestSite::base();
    let original = text(&site);
    fs::remove_file(site.root().join(TEXT)).unwrap();
    let answer = lantu(&site.root(), &["export", "water", "--output", "-"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.out.starts_with("<?xml") && !answer.out.contains("<target>"), "{}", answer.out);
    let blocks = [
        ("序言。", "Preamble."),
        ("目标", "Goals"),
        ("节水。", "Save water."),
        ("任务", "Tasks"),
        ("设施", "Facilities"),
        ("修管道", "Repair pipes"),
    ];
    let mut file = answer.out;
    for (zh, en) in blocks {
        let source = format!("<source>{zh}</source>");
        assert!(file.contains(&source), "{zh}: {file}");
        file = file.replace(&source, &format!("{source}<target>{en}</target>"));
    }
    // A clause of which only the heading is translated is refused.
    site.write(FILE, &file);
    refused(&site, &["clause 2.1.1", "only a part is translated", "block-1"]);
    let (before, last) = file.rsplit_once("</source>").unwrap();
    let en = original.lines().last().unwrap();
    site.write(FILE, format!("{before}</source><target>{en}</target>{last}"));
    let answer = imported(&site);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert!(answer.out.contains("2.1.1 (new): heading, block-1"), "{}", answer.out);
    assert_eq!(text(&site), original);
}

#[test]
fn a_pending_text_comes_back_clause_by_clause() {
    let site = TestSite::base();
    fs::remove_file(site.root().join(TEXT)).unwrap();
    let plan = "content/plans/water/plan.toml";
    site.edit(plan, "period ", "pending = [\"en\"]\nperiod ");
    assert!(site.codes().is_empty(), "{}", site.findings());
    // Some clauses come back, then the others.
    let rounds = [
        vec![("目标", "Goals"), ("节水。", "Save water.")],
        vec![("序言。", "Preamble."), ("任务", "Tasks"), ("设施", "Facilities")],
        vec![
            ("修管道", "Repair pipes"),
            (
                "**修管道。**到2028年完成，见[指标](targets/#pipes)。",
                "**Repair pipes.** To be done by 2028, see the [indicator](targets/#pipes).",
            ),
        ],
    ];
    for (round, blocks) in rounds.iter().enumerate() {
        let _ = fs::remove_file(site.root().join(FILE));
        exported(&site);
        for (zh, en) in blocks {
            let source = format!("<source>{zh}</source>");
            site.edit(FILE, &source, &format!("{source}<target>{en}</target>"));
        }
        let answer = imported(&site);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "round {round}");
        let expected: &[&str] = if round == 2 { &["needless-pending"] } else { &[] };
        assert_eq!(site.codes(), expected, "{}", site.findings());
    }
}

#[test]
fn a_file_with_a_translation_is_not_written_over() {
    let site = TestSite::base();
    site.write(FILE, "the work of weeks");
    let answer = lantu(&site.root(), &["export", "water"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("already") && answer.err.contains("--output"), "{}", answer.err);
    assert_eq!(fs::read_to_string(site.root().join(FILE)).unwrap(), "the work of weeks");
}

#[test]
fn wrong_words_are_wrong_usage() {
    let site = TestSite::base();
    site.write("notes.txt", "no XML");
    site.write(
        "old.xlf",
        "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>",
    );
    for (args, words) in [
        (&["export", "watter"][..], &["watter", "did you mean `water`?"][..]),
        (&["export", "water", "--to", "fr"], &["`fr` is not a language of the site", "en"]),
        (&["export", "water", "--to", "zh"], &["translate from", "en"]),
        (&["export", "water", "--format", "po"], &["xliff"]),
        (&["import", "missing.xlf"], &["cannot read `missing.xlf`"]),
        (&["import", "notes.txt"], &["not XML"]),
        (&["import", "old.xlf"], &["XLIFF 1.2", "export the plan again"]),
        (&["export", "water", "--site", "nowhere"], &["not a lantu site"]),
    ] {
        let answer = lantu(&site.root(), args);
        assert_eq!(answer.code, 2, "{args:?}: {}{}", answer.out, answer.err);
        for word in words {
            assert!(answer.err.contains(word), "{args:?}: `{word}` is not in {}", answer.err);
        }
    }
    assert!(!site.root().join(FILE).exists());
}

#[test]
fn mistakes_in_the_text_stop_the_export() {
    let site = TestSite::base();
    site.edit("content/plans/water/text.zh.md", "## 一、", "##一、");
    let answer = lantu(&site.root(), &["export", "water"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("error[heading-without-space]"), "{}", answer.err);
    assert!(!site.root().join(FILE).exists());
    fs::remove_file(site.root().join("content/plans/water/text.zh.md")).unwrap();
    let answer = lantu(&site.root(), &["export", "water"]);
    assert!(answer.code == 1 && answer.err.contains("text.zh.md"), "{}", answer.err);
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_is_written() {
    for (old, new, words) in [
        ("<file id=\"water\"", "<file id=\"air\"", &["there is no plan `air`"][..]),
        ("srcLang=\"zh\"", "srcLang=\"de\"", &["from `de`", "`zh`"]),
        ("trgLang=\"en\"", "trgLang=\"fr\"", &["`fr` is not a language of the site"]),
        (" trgLang=\"en\"", "", &["trgLang"]),
        ("<unit id=\"2.1\"", "<unit id=\"2.9\"", &["clause 2.9", "no such clause"]),
        ("<unit id=\"2.1\"", "<unit id=\"2\"", &["clause 2:", "two units"]),
        ("节水。</source>", "节约。</source>", &["clause 1", "text of block-1", "no longer"]),
        ("Save water.", "Save.\n\nWater.", &["clause 1", "divided differently"]),
        ("Save water.", "{{ chart pie a }}", &["would have mistakes", "unknown-word"]),
        ("</xliff>", "", &["not XML"]),
    ] {
        let site = TestSite::base();
        exported(&site);
        site.edit(FILE, old, new);
        site.edit(FILE, "Repair pipes</target>", "Mend pipes</target>");
        refused(&site, words);
    }
}

#[test]
fn the_text_changed_since_the_export() {
    let site = TestSite::base();
    exported(&site);
    site.edit("content/plans/water/text.zh.md", "节水。", "节约用水。\n\n循环用水。");
    refused(
        &site,
        &[
            "clause 1: the text of block-1 is no longer",
            "clause 1: the file lacks the text of block-2",
        ],
    );
}

#[test]
fn several_languages_want_a_name() {
    let site = TestSite::base();
    site.edit("site-config.toml", "\"en\"]", "\"en\", \"fr\"]");
    let answer = lantu(&site.root(), &["export", "water"]);
    assert!(answer.code != 0 && answer.err.contains("--to en or --to fr"), "{}", answer.err);
}
