//! The invented city of this repository's site, which shows what the real documents do not hold: every status, comments
//! with every answer, a draft and what came of it, a target that was changed. The starter site is trimmed from it.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use lantu::progress::STATUSES;
use support::published::{DAY, main_text, only};
use support::{TestSite, copy, rows};

const DRAFT: &str = "example-city-green-travel-2024-2026-draft";
const FINAL: &str = "example-city-green-travel-2024-2026";
const NEXT: &str = "example-city-green-travel-2027-2029-draft";

fn published() -> TestSite {
    let site = only(&[DRAFT, FINAL, NEXT]);
    assert_eq!(site.findings(), "");
    site.build();
    site
}

fn starter() -> TestSite {
    let site = TestSite::empty().on(DAY);
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("starter"), &site.root());
    site
}

/// The values of a column.
fn values(rows: &[BTreeMap<String, String>], column: &str) -> BTreeSet<String> {
    rows.iter().map(|row| row[column].clone()).collect()
}

#[test]
fn every_status_occurs_on_the_day() {
    let site = published();
    let rows = rows(&site, &format!("en/plans/{FINAL}/progress/progress.csv"));
    let all = STATUSES.map(|status| status.code().to_owned());
    assert_eq!(values(&rows, "Status code"), BTreeSet::from(all));
}

#[test]
fn comments_have_every_answer_and_what_was_adopted_changed_the_plan() {
    let site = published();
    let comments = format!("en/plans/{DRAFT}/consultation/draft/comments/comments.csv");
    let comments = rows(&site, &comments);
    assert!((12..=20).contains(&comments.len()), "{}", comments.len());
    let answers = ["adopted", "partly-adopted", "explained", "not-adopted"];
    assert_eq!(values(&comments, "Result code"), answers.map(str::to_owned).into());
    assert_eq!(
        values(&comments, "Channel code"),
        ["email", "form", "post"].map(str::to_owned).into()
    );
    for comment in &comments {
        let followed =
            comment["Result code"].ends_with("adopted") && comment["Result code"] != "not-adopted";
        let changes = comment["Changed clauses"].clone() + &comment["Removed clauses"];
        assert_eq!(!changes.is_empty(), followed, "{comment:?}");
    }
    // A clause that is new, one that is gone, and one with another number, each with the comment behind it.
    let changed = [
        "added\" id=\"change-2.2.7",
        "removed\" id=\"removed-2.3.11",
        "changed\" id=\"change-2.1.1",
    ];
    for language in ["zh", "en"] {
        let changes = site.page(&format!("{language}/plans/{FINAL}/changes/index.html"));
        for clause in changed {
            let part = changes.split(&format!("<article class=\"diff {clause}\"")).nth(1);
            let part = part.unwrap_or_else(|| panic!("{clause} is not on the page"));
            let part = part.split("</article>").next().unwrap();
            let comment = format!("/{language}/plans/{DRAFT}/consultation/draft/comments/#");
            assert!(part.contains(&comment), "{clause}: no comment behind it");
        }
    }
}

#[test]
fn a_target_was_changed_and_the_text_says_so() {
    let site = published();
    let figures = rows(&site, &format!("en/plans/{FINAL}/targets/figures.csv"));
    let of = |kind: &str| -> Vec<(&str, &str)> {
        let of = |row: &&BTreeMap<String, String>| {
            row["Kind"] == kind && row["Indicator id"] == "bus-lanes" && row["Year"] != "2024"
        };
        figures.iter().filter(of).map(|row| (&*row["Year"], &*row["Value"])).collect()
    };
    assert_eq!(of("superseded-target"), [("2025", "50"), ("2026", "60")]);
    assert_eq!(of("target"), [("2025", "46"), ("2026", "56")]);
    // What was changed later did not come of the draft.
    let changes = main_text(&site.page(&format!("en/plans/{FINAL}/changes/index.html")));
    let targets = changes.split("Changed numbers").next().unwrap();
    assert!(targets.contains("New cycle lanes") && !targets.contains("Length of bus lanes"));
    let text = main_text(&site.page(&format!("en/plans/{FINAL}/index.html")));
    assert!(text.contains("60 km") && text.contains("was changed to 56 km"));
}

#[test]
fn the_next_plan_is_open_for_comment_and_based_on_this_one() {
    let site = published();
    for language in ["zh", "en"] {
        let call = site.page(&format!("{language}/plans/{NEXT}/consultation/index.html"));
        assert!(call.contains("round-box open"));
        let home = site.page(&format!("{language}/index.html"));
        assert!(home.contains(&format!("/{language}/plans/{NEXT}/consultation/")));
        let next = site.page(&format!("{language}/plans/{NEXT}/index.html"));
        assert!(next.contains(&format!("href=\"/{language}/plans/{FINAL}/\"")));
    }
}

#[test]
fn nobody_takes_it_for_a_real_place() {
    let site = published();
    let marks = [
        ("zh", "（演示）", "（本方案为虚构，仅供演示。）"),
        ("en", "(demonstration)", "(This plan is invented and serves only as a demonstration.)"),
    ];
    for (language, title, opening) in marks {
        for plan in [DRAFT, FINAL, NEXT] {
            let page = site.page(&format!("{language}/plans/{plan}/index.html"));
            let head = page.split("</title>").next().unwrap();
            assert!(head.contains(title), "{plan}: {title}");
            assert!(main_text(&page).contains(opening), "{plan}: {opening}");
        }
    }
    // Every address and telephone number is one that nobody has.
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let organisations = fs::read_to_string(home.join("organisations.toml")).unwrap();
    for entry in organisations.split("[[organisation]]").filter(|one| one.contains("example-city"))
    {
        let contact = entry.split("contact = {").nth(1).unwrap_or_default();
        assert_eq!(contact.matches('@').count(), contact.matches("@example.org").count());
        assert_eq!(contact.contains("telephone"), contact.contains("\"000-00000"), "{contact}");
    }
}

/// Plans of the starter, and those of which they are shorter versions.
const TRIMMED: [(&str, &str); 2] =
    [("green-travel-2024-2026", FINAL), ("green-travel-2027-2029", NEXT)];

#[test]
fn the_starter_has_the_same_figures_and_fewer_of_them() {
    let (whole, small) = (published(), starter());
    assert_eq!(small.findings(), "");
    small.build();
    for language in ["zh", "en"] {
        for (short, long) in TRIMMED {
            // What is told of a figure: its source may name a web page that the starter leaves out.
            let told = |site: &TestSite, plan: &str| -> BTreeSet<Vec<String>> {
                let path = format!("{language}/plans/{plan}/targets/figures.json");
                let table: serde_json::Value = serde_json::from_str(&site.page(&path)).unwrap();
                let rows = table["rows"].as_array().unwrap().iter();
                let keys = ["indicator", "indicator_name", "area", "kind", "year", "as_of"];
                let keys = keys.into_iter().chain(["reported", "bound", "value", "unit", "source"]);
                let row = |row: &serde_json::Value| {
                    let text = |key| row[key].to_string().replace("example-city-", "");
                    keys.clone().map(text).collect()
                };
                rows.map(row).collect()
            };
            let (few, all) = (told(&small, short), told(&whole, long));
            assert!(few.len() < all.len() && few.len() > 10, "{short}: {}", few.len());
            let other: Vec<_> = few.difference(&all).collect();
            assert!(other.is_empty(), "{short} has what {long} has not: {other:#?}");
        }
    }
}

#[test]
fn a_new_site_stays_without_findings_as_time_goes_on() {
    for year in [2027, 2028, 2030] {
        let site = starter().on(jiff::civil::date(year, 6, 1));
        assert_eq!(site.findings(), "", "{year}");
    }
}
