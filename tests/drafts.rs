//! Drafts of plans as an office might send them, and slips that people put into them who did not know what lantu looks for
//! (`tests/drafts/`): nothing is found in a draft that is right, and most slips are found, each put in by itself.
//! `cargo test --test drafts -- --nocapture` prints how many, and those that are not found.

mod support;

use std::fs;
use std::path::Path;

use jiff::civil::date;
use lantu::Today;
use lantu::diagnostic::Diagnostic;
use serde::Deserialize;
use tempfile::TempDir;

use support::{copy, tests};

/// The share of the slips that has to be found.
const LEAST_FOUND: f64 = 0.9;

#[derive(Deserialize)]
struct Mistakes {
    mistake: Vec<Mistake>,
}

/// A slip, in one language or in both.
#[derive(Deserialize)]
struct Mistake {
    what: String,
    edit: Vec<Edit>,
}

#[derive(Deserialize)]
struct Edit {
    file: String,
    right: String,
    wrong: String,
}

/// A day on which the consultation of one of the drafts is open.
fn today() -> Today {
    Today::Date(date(2026, 11, 25))
}

/// What the checker says of a site: the codes of all findings, as people read them.
fn findings(site: &Path) -> Vec<String> {
    let checked = lantu::check(site, today());
    let shown = |one: &Diagnostic| format!("{}: {}", one.problem.code(), one.problem.message());
    checked.found.iter().map(shown).collect()
}

/// How many slips there are, and how many are found.
fn draft(name: &str) -> (usize, usize) {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    copy(&tests(&format!("drafts/{name}")), site);
    let right = findings(site);
    assert!(right.is_empty(), "nothing is wrong with {name}, but: {right:#?}");

    let text = fs::read_to_string(tests(&format!("drafts/{name}.toml"))).unwrap();
    let mistakes: Mistakes = toml::from_str(&text).unwrap();
    let mut found = 0;
    for mistake in &mistakes.mistake {
        let mut before = Vec::new();
        for edit in &mistake.edit {
            let path = site.join("content/plans").join(name).join(&edit.file);
            let text = fs::read_to_string(&path).unwrap();
            assert_eq!(text.matches(&edit.right).count(), 1, "{}: {}", edit.file, edit.right);
            fs::write(&path, text.replace(&edit.right, &edit.wrong)).unwrap();
            before.push((path, text));
        }
        match findings(site).first() {
            Some(finding) => {
                found += 1;
                println!("found: {}  [{finding}]", mistake.what);
            }
            None => println!("NOT FOUND in {name}: {}", mistake.what),
        }
        for (path, text) in before.into_iter().rev() {
            fs::write(path, text).unwrap();
        }
    }
    (mistakes.mistake.len(), found)
}

#[test]
fn slips_of_drafts_are_found_and_nothing_else() {
    let all: Vec<(usize, usize)> =
        ["elderly-care", "old-estates", "rural-revival"].into_iter().map(draft).collect();
    let (slips, found) =
        all.iter().fold((0, 0), |(slips, found), one| (slips + one.0, found + one.1));
    let share = found as f64 / slips as f64;
    println!("{found} of {slips} slips are found ({:.1} %)", share * 100.0);
    assert!(share >= LEAST_FOUND, "{share}");
}
