//! The site of this repository as it is published, and the words of its pages.

use std::fs;

use jiff::civil::{Date, date};

use super::{TestSite, copy};

/// A day within the open call of the demonstration, when all its figures have been reported.
pub const DAY: Date = date(2026, 11, 25);

/// The site of this repository, as on that day.
pub fn site() -> TestSite {
    let site = TestSite::empty().on(DAY);
    let home = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&home.join("content"), &site.root().join("content"));
    fs::copy(home.join("site-config.toml"), site.root().join("site-config.toml")).unwrap();
    site
}

/// The same site with only some plans, and nothing that compares them: on an earlier day, the figures of others have not
/// been reported yet.
pub fn only(plans: &[&str]) -> TestSite {
    let site = site();
    for entry in fs::read_dir(site.root().join("content/plans")).unwrap() {
        let entry = entry.unwrap();
        if !plans.iter().any(|plan| entry.file_name() == *plan) {
            fs::remove_dir_all(entry.path()).unwrap();
        }
    }
    fs::remove_file(site.root().join("content/concepts.toml")).unwrap();
    site
}

/// The visible text of a page without what stands around it.
pub fn main_text(page: &str) -> String {
    let start = page.find("<main").expect("the page has a main part");
    let end = page.find("</main>").expect("the main part ends");
    strip_tags(&page[start..end])
}

pub fn strip_tags(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// Letters, digits and Han characters alone, in one width: punctuation and spaces may have been restored.
pub fn essence(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap(),
        c => c,
    };
    let plain: Vec<char> =
        text.chars().map(narrow).filter(|c| c.is_alphanumeric() || "%.@".contains(*c)).collect();
    // A point counts within a number or an address; behind that of a heading, others write another mark.
    let counts = |at: usize| plain.get(at + 1).is_some_and(char::is_ascii_alphanumeric);
    let kept = plain.iter().enumerate().filter(|(at, c)| **c != '.' || counts(*at));
    kept.map(|(_, c)| c).collect()
}
