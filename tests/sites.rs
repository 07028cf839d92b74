//! Whole sites through the builder: every folder of `tests/sites/` holds what is put over the small valid
//! site, and exactly the files that are then published, nothing more and nothing less.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::{TestSite, tests};

/// Path and content of every file of a folder.
fn contents(folder: &Path) -> BTreeMap<String, String> {
    let read = |place| String::from_utf8(fs::read(place).unwrap()).unwrap();
    support::files(folder).into_iter().map(|(path, place)| (path, read(place))).collect()
}

#[test]
fn sites_are_published_exactly_as_expected() {
    for entry in fs::read_dir(tests("sites")).unwrap() {
        let folder = entry.unwrap().path();
        let site = TestSite::base().overlay(&folder.join("site"));
        site.build();
        let expected = folder.join("expected");
        if std::env::var_os("LANTU_BLESS").is_some() {
            let _ = fs::remove_dir_all(&expected);
            support::copy(&site.output(), &expected);
        }
        let (actual, expected) = (contents(&site.output()), contents(&expected));
        let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&actual), names(&expected), "{}", folder.display());
        for (path, text) in &actual {
            assert_eq!(text, &expected[path], "{path} of {}", folder.display());
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let first = TestSite::base();
    first.build();
    let expected = contents(&first.output());
    // Another folder, other files before, one thread instead of several.
    let second = TestSite::base();
    second.write("content/pages/more.zh.md", "# 更多\n");
    second.write("content/pages/more.en.md", "# More\n");
    second.build();
    fs::remove_file(second.root().join("content/pages/more.zh.md")).unwrap();
    fs::remove_file(second.root().join("content/pages/more.en.md")).unwrap();
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    one.install(|| second.build());
    assert_eq!(contents(&second.output()), expected);
}

#[test]
fn a_file_of_windows_is_read_like_any_other() {
    let site = TestSite::base();
    site.build();
    let expected = contents(&site.output());
    for (path, place) in support::files(&site.root()) {
        if path.ends_with(".toml") || path.ends_with(".md") {
            let text = fs::read_to_string(place).unwrap();
            site.write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n")));
        }
    }
    site.build();
    assert_eq!(contents(&site.output()), expected);
}

#[test]
fn a_mistake_in_a_template_that_shows_when_a_page_is_made_is_reported() {
    let site = TestSite::base();
    site.build();
    let good = contents(&site.output());
    site.write(
        "themes/default/templates/plans.html",
        "{% extends \"base.html\" %}\n{% block content %}\n{{ view.plan }}\n{% endblock %}\n",
    );
    let mut checked = site.check();
    assert!(!checked.found.has_errors());
    let published = checked.publish(&site.output(), &()).unwrap();
    assert!(published.is_none());
    let findings = lantu::diagnostic::to_text(&checked.found, &checked.files, false);
    assert!(findings.contains("error[render-failed]"), "{findings}");
    assert!(findings.contains("themes/default/templates/plans.html:3:"), "{findings}");
    assert_eq!(contents(&site.output()), good, "the last good site stays");
}

#[test]
fn the_information_box_says_from_when_a_document_holds() {
    let site = TestSite::base();
    let plan = "content/plans/water/plan.toml";
    site.edit(plan, "published = 2026-01-05", "published = 2026-01-05\nin-force = 2026-02-01");
    site.build();
    for (language, label, date) in
        [("zh", "施行日期", "2026年2月1日"), ("en", "In force from", "1 February 2026")]
    {
        let page = site.page(&format!("{language}/plans/water/index.html"));
        let (_, behind) = page.split_once(label).unwrap_or_else(|| panic!("no {label}"));
        let fact = &behind[..behind.find("</dd>").expect("the fact ends")];
        assert!(fact.contains(date) && fact.contains("2026-02-01"), "{fact}");
    }
}

#[test]
fn words_from_tables_are_text_on_the_page() {
    let site = TestSite::base();
    let plan = "content/plans/water/plan.toml";
    site.edit(plan, "zh = \"节水规划\"", "zh = \"<script>alert('节水')</script>\"");
    site.edit("content/plans/water/duties.toml", "修管道", "修<b>管道&");
    site.build();
    for page in [
        "zh/index.html",
        "zh/plans/water/index.html",
        "zh/plans/water/targets/index.html",
        "zh/feed.xml",
    ] {
        assert!(!site.page(page).contains("<script>alert"), "{page}");
    }
    let duties = site.page("zh/plans/water/responsibilities/index.html");
    assert!(duties.contains("修&lt;b&gt;管道&amp;"), "{duties}");
}
