//! In: nothing. Out: a site with every kind of file, of which one is exchanged at a time; and what must hold whenever a
//! site is read.

use std::collections::BTreeMap;
use std::fs;

use lantu::diagnostic::{Files, Place, Span, to_json, to_lines, to_sarif, to_text};
use lantu::{Checked, Today};

use crate::support::{TestSite, files, tests};

pub const PLAN: &str = "content/plans/water-2030";
pub const DRAFT: &str = "content/plans/water-draft";

/// The site that the README builds up, and what it does not show.
pub fn site() -> TestSite {
    let site = TestSite::empty().on(jiff::civil::date(2026, 1, 20));
    let readme = fs::read_to_string(tests("../README.md")).unwrap();
    for part in readme.split("<!-- file: ").skip(1) {
        let (path, rest) = part.split_once(" -->\n").expect("the comment ends its line");
        let block = rest.trim_start().strip_prefix("```").expect("a fenced block follows");
        let (_, block) = block.split_once('\n').expect("the fence names a language");
        let (block, _) = block.split_once("\n```").expect("the block ends");
        site.write(path, format!("{block}\n"));
    }
    let site = site.overlay(&tests("fuzz/site"));
    // A template of the site's own, which begins as the one of the theme.
    let template = "themes/default/templates/plans.html";
    site.write(template, fs::read(tests("..").join(template)).unwrap());
    site.edit(&format!("{PLAN}/plan.toml"), "status ", "draft = \"water-draft\"\nstatus ");
    // What is not translated stays publishable, so that the pages are made, too.
    site.edit("site-config.toml", "[host]", "[rules]\ntranslation = \"off\"\n\n[host]");
    site
}

/// Reads the site and, where that is asked for and it can be built, builds it; everything that must hold is held against
/// it.
pub fn stands(site: &TestSite, build: bool) -> Checked {
    let mut checked = site.check();
    holds(&checked);
    if !build {
        return checked;
    }
    let published = checked.publish(&site.output(), &()).expect("the folder can be written");
    assert_eq!(published.is_some(), !checked.found.has_errors());
    if published.is_some() {
        formats_are_right(site);
    } else {
        holds(&checked);
    }
    checked
}

/// What is said of the site can be printed in every form, and points at places that are there.
fn holds(checked: &Checked) {
    let (found, files) = (&checked.found, &checked.files);
    for finding in found.iter().chain(found.acknowledged().iter().map(|one| &one.finding)) {
        if let Place::Text(span) = &finding.place {
            is_in_its_file(*span, files);
        }
        finding.related.iter().for_each(|span| is_in_its_file(*span, files));
        finding.fix.iter().for_each(|edit| is_in_its_file(edit.place, files));
    }
    assert_eq!(found.is_empty(), to_text(found, files, false).is_empty());
    assert_eq!(found.len(), to_lines(found, files).lines().count());
    let json: serde_json::Value = serde_json::from_str(&to_json(found, files)).expect("JSON");
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(found.len()));
    let sarif = to_sarif(found, files, &lantu::rules::guide::texts());
    serde_json::from_str::<serde_json::Value>(&sarif).expect("SARIF is JSON");
}

fn is_in_its_file(span: Span, files: &Files) {
    let (text, range) = (files.text(span.file), span.range());
    assert!(
        text.get(range.clone()).is_some(),
        "{}: {range:?} is no piece of it",
        files.get(span.file).path
    );
}

/// What other programs read is what it says it is.
fn formats_are_right(site: &TestSite) {
    for (path, place) in files(&site.output()) {
        let read = || fs::read_to_string(&place).unwrap_or_else(|error| panic!("{path}: {error}"));
        match path.rsplit_once('.').map(|(_, end)| end) {
            Some("json") => {
                serde_json::from_str::<serde_json::Value>(&read())
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
            }
            Some("xml" | "svg") => {
                let text = read();
                roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
            }
            Some("csv") => {
                let text = read();
                let mut rows =
                    csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
                for row in rows.records() {
                    row.unwrap_or_else(|error| panic!("{path}: {error}"));
                }
            }
            _ => {}
        }
    }
}

/// Every published file with its bytes.
pub fn tree(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    files(&site.output())
        .into_iter()
        .map(|(path, place)| (path, fs::read(place).unwrap()))
        .collect()
}

/// Reads and builds the same input once more, somewhere else: it must give the same bytes.
pub fn gives_the_same_again(site: &TestSite, checked: &Checked) {
    let again = TestSite::empty();
    let mut second = lantu::check(&site.root(), Today::Date(jiff::civil::date(2026, 1, 20)));
    let print = |checked: &Checked| to_json(&checked.found, &checked.files);
    let published = second.publish(&again.output(), &()).expect("the folder can be written");
    assert_eq!(print(checked), print(&second));
    if published.is_some() {
        assert!(tree(site) == tree(&again), "the same input gives the same bytes");
    }
}

/// Otherwise no page would ever be made.
#[test]
fn the_site_that_is_spoilt_is_sound() {
    let site = site();
    let checked = stands(&site, true);
    assert!(!checked.found.has_errors(), "{}", to_text(&checked.found, &checked.files, false));
    gives_the_same_again(&site, &checked);
}
