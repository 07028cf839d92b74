//! Every folder of `tests/diagnostics/` is one mistake: files that are put over the small valid site, and
//! the findings that an author then reads, in `expected.txt`.

mod support;

use std::fs;

use support::{TestSite, assert_expected, tests};

#[test]
fn every_mistake_gets_its_message() {
    let mut cases = 0;
    for entry in fs::read_dir(tests("diagnostics")).unwrap() {
        let folder = entry.unwrap().path();
        let site = TestSite::base().overlay(&folder);
        let _ = fs::remove_file(site.root().join("expected.txt"));
        assert_expected(&folder.join("expected.txt"), &site.findings());
        cases += 1;
    }
    assert!(cases > 30, "only {cases} cases were found");
}

#[test]
fn the_small_site_has_no_findings() {
    assert_eq!(TestSite::base().findings(), "");
}

#[cfg(unix)]
#[test]
fn links_stay_within_the_site() {
    let site = TestSite::base();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.toml"), "secret").unwrap();
    let plan = site.root().join("content/plans/water");
    std::os::unix::fs::symlink(outside.path(), plan.join("files")).unwrap();
    std::os::unix::fs::symlink("../plan.toml", site.root().join("content/gone.toml")).unwrap();
    let found = site.findings();
    assert!(found.contains("error[link-leaves-site]"), "{found}");
    assert!(found.contains("content/plans/water/files"), "{found}");
    assert!(found.contains("content/gone.toml"), "{found}");
    assert!(!found.contains("secret.toml"), "{found}");

    // A link to a place within the site is a file like any other.
    let site = TestSite::base();
    let pages = site.root().join("content/pages");
    for language in ["zh", "en"] {
        let link = pages.join(format!("more.{language}.md"));
        std::os::unix::fs::symlink(format!("about.{language}.md"), link).unwrap();
    }
    assert_eq!(site.findings(), "");
}

#[test]
fn large_files_are_found_by_their_size() {
    let site = TestSite::base();
    site.write("content/plans/water/files/map.pdf", "");
    let place = site.root().join("content/plans/water/files/map.pdf");
    let file = fs::OpenOptions::new().write(true).open(place).unwrap();
    file.set_len(20_000_000).unwrap();
    assert_eq!(site.codes(), Vec::<&str>::new());
    file.set_len(20_000_001).unwrap();
    assert_eq!(site.codes(), ["attachment-size"]);
    site.edit("site-config.toml", "[host]", "[files]\nmost-megabytes = 21\n\n[host]");
    assert_eq!(site.codes(), Vec::<&str>::new());
}

#[test]
fn carets_line_up_under_chinese_text() {
    use unicode_width::UnicodeWidthStr;
    let site = TestSite::base();
    site.edit(
        "content/plans/water/plan.toml",
        "zh = \"节水规划\", en",
        "zh = \"节水规划\", fr = \"x\", en",
    );
    let found = site.findings();
    let line = found.lines().find(|line| line.contains("fr = ")).unwrap();
    let carets = found.lines().find(|line| line.contains("^^")).unwrap();
    let column = |text: &str, at: usize| UnicodeWidthStr::width(&text[..at]);
    assert_eq!(
        column(line, line.find("fr").unwrap()),
        column(carets, carets.find('^').unwrap()),
        "{found}"
    );
}

#[test]
fn all_mistakes_are_reported_in_one_run() {
    let site = TestSite::base();
    site.edit("site-config.toml", "[host]", "colour = \"red\"\n[host]");
    site.edit("content/areas.toml", "kind   = \"county\"", "kind   = \"contry\"");
    site.edit("content/plans/water/plan.toml", "issuer    = \"water\"", "issuer    = \"watter\"");
    site.edit("content/plans/water/plan.toml", "2026-01-05", "2026-13-05");
    site.edit("content/plans/water/text.en.md", "## II. Tasks", "## III. Tasks");
    site.edit(
        "content/plans/water/duties.toml",
        "lead        = [\"water\"]",
        "lead        = \"water\"",
    );
    site.write("content/pages/terms.zh.md", "# 说明\n\n[条款](/nowhere/)\n");
    let mut codes = site.codes();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(
        codes,
        ["missing-twin", "toml-syntax", "unknown-id", "unknown-key", "unknown-word", "wrong-type"],
        "a broken line hides what follows from it, and nothing else"
    );
}
