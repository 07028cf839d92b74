//! Charts of every kind in every case: well-formed, small, without colours of their own, and with texts that
//! neither touch nor leave the chart.

#[path = "../examples/chart_gallery/cases.rs"]
#[allow(dead_code)]
mod cases;

use std::collections::BTreeSet;

use cases::{Speakers, source};
use jiff::civil::date;
use lantu::charts::{
    AreaYears, Areas, Chart, DutyMatrix, DutyUnit, KINDS, Overview, OverviewRow, PlanBars,
    PlanYears, Start, StyleSheet, TextBox, Trajectory,
};
use lantu::language::Voice;
use lantu::model::indicator::{Direction, Rank};
use lantu::model::quantity::{Bound, Quantity};
use proptest::prelude::*;
use rust_decimal::Decimal;

const CSS: &str = include_str!("../themes/default/static/charts.css");
const MOST_BYTES: usize = 15_000;

/// Whether elements open and close as they should, and no stray `<`, `&` or quote stands about.
fn well_formed(xml: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml.trim_end();
    while let Some(at) = rest.find('<') {
        entities(&rest[..at])?;
        let end = rest[at..].find('>').ok_or("a tag is not closed")? + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            match open.pop() {
                Some(last) if last == name => {}
                last => return Err(format!("{last:?} is closed by {name}")),
            }
            continue;
        }
        let inner = tag.strip_suffix('/');
        let name = inner.unwrap_or(tag).split(' ').next().unwrap_or("");
        attributes(&inner.unwrap_or(tag)[name.len()..])?;
        if inner.is_none() {
            open.push(name);
        }
        if open.is_empty() && !rest.is_empty() {
            return Err(format!("{rest} follows the root"));
        }
    }
    if open.is_empty() { entities(rest) } else { Err(format!("{open:?} stay open")) }
}

fn attributes(text: &str) -> Result<(), String> {
    let mut names = BTreeSet::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").ok_or(format!("{rest} is no attribute"))?;
        let (value, after) = after.split_once('"').ok_or(format!("{name} has no end"))?;
        if !names.insert(name.to_owned()) || name.contains(['"', ' ']) {
            return Err(format!("{name} in {text}"));
        }
        entities(value)?;
        rest = after.trim_start();
    }
    Ok(())
}

fn entities(text: &str) -> Result<(), String> {
    let known = ["amp;", "lt;", "gt;", "quot;"];
    let wrong =
        text.split('&').skip(1).any(|after| !known.iter().any(|name| after.starts_with(name)));
    let control = text.chars().any(|c| c < ' ' && !matches!(c, '\n' | '\t'));
    if wrong || control { Err(format!("stray characters in {text}")) } else { Ok(()) }
}

fn touch(a: &TextBox, b: &TextBox) -> bool {
    // Half a unit is the blank within the boxes.
    let by = 0.5;
    a.left + by < b.right && b.left + by < a.right && a.top + by < b.bottom && b.top + by < a.bottom
}

fn check(chart: &Chart, tag: &str) -> Result<(), String> {
    let inline = chart.inline("x");
    well_formed(&inline)?;
    let file = chart.standalone(tag, &StyleSheet::new(CSS), source(tag));
    well_formed(&file)?;
    // Addresses may hold whatever they like.
    let tags = inline.split('<').filter(|part| !part.starts_with("a href="));
    for tag in tags.filter_map(|part| part.split('>').next()) {
        if let Some(stray) = ["#", "rgb(", "NaN", "inf"].iter().find(|stray| tag.contains(**stray))
        {
            return Err(format!("{stray} in {tag}"));
        }
    }
    if chart.description.is_empty()
        || chart.description.contains("[chart-")
        || inline.contains("[chart-")
    {
        return Err(format!("missing words: {}", chart.description));
    }
    let (wide, high) = chart.size();
    let boxes = chart.text_boxes();
    for (at, a) in boxes.iter().enumerate() {
        if a.left < 0.0 || a.top < 0.0 || a.right > wide || a.bottom > high {
            return Err(format!("{a:?} leaves the chart of {wide} × {high}"));
        }
        if let Some(b) = boxes[at + 1..].iter().find(|b| touch(a, b)) {
            return Err(format!("{a:?} touches {b:?}"));
        }
    }
    Ok(())
}

#[test]
fn every_case_of_the_gallery_is_sound() {
    let speakers = Speakers::new();
    for voice in speakers.voices() {
        let tag = speakers.tag(&voice);
        for case in cases::all(tag) {
            for (at, chart) in case.draw(&voice).iter().enumerate() {
                assert_eq!(chart.kind, case.kind);
                let name = format!("{} {} {at} {tag}", case.kind, case.name);
                check(chart, tag).unwrap_or_else(|error| panic!("{name}: {error}"));
                let bytes = chart.standalone(tag, &StyleSheet::new(CSS), source(tag)).len();
                assert!(bytes <= MOST_BYTES, "{name} has {bytes} bytes");
            }
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let speakers = Speakers::new();
    for voice in speakers.voices() {
        let tag = speakers.tag(&voice);
        for (one, other) in cases::all(tag).iter().zip(cases::all(tag)) {
            let bytes = |case: &cases::Case| -> Vec<String> {
                case.draw(&voice).iter().map(|chart| chart.inline("x")).collect()
            };
            assert_eq!(bytes(one), bytes(&other));
        }
    }
}

#[test]
fn every_kind_has_a_name_a_text_and_cases() {
    let names: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
    assert_eq!(names.len(), KINDS.len());
    let drawn: BTreeSet<&str> = cases::all("en").iter().map(|case| case.kind).collect();
    assert_eq!(drawn, names);
    assert!(KINDS.iter().all(|kind| kind.about.ends_with('.')));
}

#[test]
fn where_there_is_nothing_nothing_is_drawn() {
    let speakers = Speakers::new();
    for voice in speakers.voices() {
        for case in cases::all(speakers.tag(&voice)) {
            let empty = ["none", "empty", "missing", "one-missing"].contains(&case.name);
            assert_eq!(case.draw(&voice).is_empty(), empty, "{} {}", case.kind, case.name);
        }
    }
}

/// The colours of `charts.css` in light and dark, by name.
fn colours(css: &str) -> Vec<(String, [f64; 3])> {
    let lines = css.lines().filter_map(|line| line.trim().strip_prefix("--chart-"));
    let pairs = lines.filter_map(|line| line.trim_end_matches(';').split_once(": #"));
    let channel = |hex: &str, at: usize| {
        let short = hex.len() == 3;
        let digits =
            if short { hex[at..=at].repeat(2) } else { hex[at * 2..at * 2 + 2].to_owned() };
        f64::from(u8::from_str_radix(&digits, 16).unwrap())
    };
    pairs.map(|(name, hex)| (name.to_owned(), [0, 1, 2].map(|at| channel(hex, at)))).collect()
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let linear = |c: f64| {
        let c = c / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let light = |c: [f64; 3]| 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn colours_stand_out() {
    let modes: Vec<&str> = CSS.split("@media").take(2).collect();
    assert!(modes[1].contains("dark"));
    for mode in modes {
        let all = colours(mode);
        let get = |name: &str| all.iter().find(|(of, _)| of == name).expect(name).1;
        let cases = [
            (4.5, "paper", ["ink", "quiet"].as_slice()),
            (4.5, "band", &["ink", "quiet"]),
            (3.0, "paper", &["line", "target", "actual", "baseline", "gap", "bar"]),
            (3.0, "bar", &["bar-soft"]),
            (4.5, "on-low", &["step-1", "step-2", "step-3", "paper"]),
            (4.5, "on-high", &["step-4", "step-5"]),
        ];
        for (least, ground, others) in cases {
            for other in others {
                let found = contrast(get(ground), get(other));
                assert!(found >= least, "{other} on {ground}: {found:.2} in {}", &mode[..30]);
            }
        }
        let steps: Vec<_> = (1..=5).map(|step| get(&format!("step-{step}"))).collect();
        assert!(steps.windows(2).all(|two| contrast(two[0], two[1]) >= 1.2));
    }
}

#[test]
fn the_style_sheet_is_small_and_plain() {
    assert!(CSS.len() <= 6_000);
    assert!(!CSS.contains("@import") && !CSS.contains("url("));
}

/// Areas with figures one after the other, the first of them `A`.
fn letters(figures: &[&str], marked: usize) -> Areas {
    let figure = |text: &&str| (!text.is_empty()).then(|| cases::q(text));
    let name = |at: usize| char::from(b'A' + at as u8).to_string();
    let rows = figures.iter().enumerate().map(|(at, text)| (name(at), figure(text)));
    Areas {
        title: "x".into(),
        unit: "家".into(),
        rows: rows.collect(),
        marked: Some(marked),
        total: None,
        scale: None,
        rank: None,
    }
}

#[test]
fn a_marked_area_has_a_rank() {
    let speakers = Speakers::new();
    let said = |areas: &Areas| -> Vec<String> {
        speakers.voices().iter().map(|voice| areas.draw(voice).unwrap().description).collect()
    };
    let rank = |place, shared| Some(Rank { place, of: 11, shared });
    let cases = [
        (rank(1, false), "B居第1位（共11个），为45家。", " B ranks 1 of 11: 45 家."),
        (
            rank(2, true),
            "B并列第2位（共11个），为45家。",
            " B ranks 2 of 11, equal with others: 45 家.",
        ),
        (None, "B为45家。", " B: 45 家."),
    ];
    for (rank, zh, en) in cases {
        let said = said(&Areas { rank, ..letters(&["7", "45", "9"], 1) });
        assert!(said[0].contains(zh), "{}", said[0]);
        assert!(said[1].contains(en), "{}", said[1]);
    }
    // Where there is no figure or no such row, there is no rank.
    for marked in [0, 7] {
        let said = said(&Areas { rank: rank(1, false), ..letters(&["", "7", "45"], marked) });
        assert!(!said[0].contains('位') && !said[1].contains("ranks"), "{said:?}");
    }
}

#[test]
fn a_mark_tells_its_area_apart() {
    let speakers = Speakers::new();
    let styles = StyleSheet::new(CSS);
    for voice in speakers.voices() {
        let file = |marked: Option<usize>| {
            let areas = Areas { marked, ..letters(&["7", "45", "3-9"], 0) };
            areas.draw(&voice).unwrap().standalone("en", &styles, "")
        };
        let (none, marked) = (file(None), file(Some(1)));
        assert_eq!(none, file(Some(3)));
        for class in ["c-nb", "c-br", "c-bv"] {
            assert!(!none.contains(class) && marked.contains(&format!("class=\"{class}")));
            assert!(marked.contains(&format!(".{class}{{")));
        }
        assert!(marked.contains("<g class=\"c-nb\"><text x=\"4\" y=\"34\">B</text></g>"));
    }
}

#[test]
fn the_mark_stays_with_its_area_when_charts_are_cut() {
    let count = 130;
    let figure = |at: usize| Quantity::exactly(Decimal::from((at * 37 + 11) % 101));
    let rows: Vec<_> = (0..count).map(|at| (at.to_string(), Some(figure(at)))).collect();
    for marked in 0..count {
        let rank = Some(Rank { place: marked + 1, of: count, shared: false });
        let areas = Areas { rows: rows.clone(), marked: Some(marked), rank, ..letters(&[], 0) };
        let sheets = areas.sheets();
        let with: Vec<&Areas> = sheets.iter().filter(|sheet| sheet.marked.is_some()).collect();
        assert_eq!((sheets.len(), with.len()), (3, 1));
        assert_eq!(with[0].rows[with[0].marked.unwrap()].0, marked.to_string());
        assert_eq!(with[0].rank, rank);
        assert!(sheets.iter().all(|sheet| sheet.rank.is_some() == sheet.marked.is_some()));
    }
}

#[test]
fn the_bars_of_a_plan_stay_together_and_have_one_measure() {
    let plan = |at: usize| PlanBars {
        name: at.to_string(),
        bars: (0..7).map(|year| (2018 + year, cases::q(&(at * 7 + 1).to_string()))).collect(),
    };
    let plans = (0..30).map(plan).collect();
    let data = PlanYears { title: "x".into(), unit: "家".into(), plans, scale: None };
    let sheets = data.sheets();
    let names: Vec<Vec<&str>> = sheets
        .iter()
        .map(|sheet| sheet.plans.iter().map(|one| one.name.as_str()).collect())
        .collect();
    assert_eq!(names.iter().map(Vec::len).collect::<Vec<_>>(), [8, 8, 8, 6]);
    assert_eq!(names.concat(), (0..30).map(|at| at.to_string()).collect::<Vec<_>>());
    let ends = Some((Decimal::ONE, Decimal::from(204)));
    assert!(sheets.iter().all(|sheet| sheet.scale == ends));
}

/// The same matrix with rows that lead to `links`, and how it looks on a page and as a file.
fn matrix_with(links: [Option<&str>; 3]) -> (String, String) {
    let units = ["A & <B>", "C", "\"D\""].iter().zip(links).map(|(name, link)| DutyUnit {
        name: (*name).to_owned(),
        link: link.map(str::to_owned),
        tasks: vec![(1, 0), (0, 3)],
    });
    let data = DutyMatrix {
        title: "x".into(),
        groups: vec!["one".into(), "two".into()],
        units: units.collect(),
    };
    let sheets = data.sheets();
    let speakers = Speakers::new();
    let chart = sheets[0].draw(&speakers.voices()[1]).unwrap();
    check(&chart, "en").unwrap();
    (chart.inline("x"), chart.standalone("en", &StyleSheet::new(CSS), ""))
}

#[test]
fn rows_lead_somewhere_on_pages_and_nowhere_in_files() {
    let (plain, plain_file) = matrix_with([None; 3]);
    let (inline, file) = matrix_with([Some("?a=\"1\"&b=<2>#unit-a"), None, Some("#unit-d")]);
    assert_eq!(file, plain_file);
    assert!(!file.contains("<a ") && !file.contains("c-go") && !file.contains("hover"));
    assert!(
        !plain.contains("<a ")
            && plain.contains(" role=\"img\" ")
            && !plain.contains("aria-hidden")
    );
    assert_eq!(inline.matches("<a ").count(), 2);
    let (drawing, links) = inline.split_once("</g><g class=\"c-go\"").unwrap();
    let (head, body) = drawing.split_once("<g aria-hidden=\"true\">").unwrap();
    assert_eq!(format!("{head}{body}</svg>").replace("\"group\"", "\"img\""), plain);
    assert!(head.contains(" role=\"group\" aria-labelledby=\"x-title x-desc\">"));
    assert!(links.contains(
        "<a href=\"?a=&quot;1&quot;&amp;b=&lt;2&gt;#unit-a\" aria-label=\"A &amp; &lt;B&gt;\">"
    ));
    assert!(links.contains("<a href=\"#unit-d\" aria-label=\"&quot;D&quot;\">"));
    // Rows are 18 high, below 16 of numbers and 4 of margin.
    assert!(links.contains("<rect y=\"20\" width=\"360\" height=\"18\"/></a>"), "{links}");
    assert!(links.contains("<rect y=\"56\" width=\"360\" height=\"18\"/></a>"), "{links}");
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let number = prop_oneof![
        (-1_000_000_i64..1_000_000, 0_u32..5).prop_map(|(value, scale)| Decimal::new(value, scale)),
        (-50_i64..50).prop_map(Decimal::from),
        Just(Decimal::ZERO),
        Just(Decimal::MAX),
        Just(Decimal::MIN),
        Just(Decimal::new(1, 28)),
    ];
    (number, 0..7, 0_i64..500).prop_map(|(value, bound, more)| {
        let bound = match bound {
            0 => Bound::AtLeast,
            1 => Bound::MoreThan,
            2 => Bound::AtMost,
            3 => Bound::LessThan,
            4 => Bound::About,
            5 => Bound::To(value.saturating_add(Decimal::from(more))),
            _ => Bound::Exactly,
        };
        Quantity { value, bound }
    })
}

fn year() -> impl Strategy<Value = i16> {
    prop_oneof![2010_i16..2030, any::<i16>()]
}

fn day() -> impl Strategy<Value = jiff::civil::Date> {
    (2012_i16..2026, 1_i8..13, 1_i8..29).prop_map(|(year, month, day)| date(year, month, day))
}

fn direction(less: bool) -> Direction {
    if less { Direction::LessIsBetter } else { Direction::MoreIsBetter }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,40}", "[a-zA-Z &<\"]{0,90}", "[一-龥（）、]{0,50}"]
}

fn both(draw: impl Fn(&Voice<'_>) -> Vec<Option<Chart>>) -> Result<(), TestCaseError> {
    thread_local!(static SPEAKERS: Speakers = Speakers::new());
    SPEAKERS.with(|speakers| {
        for voice in speakers.voices() {
            for chart in draw(&voice).iter().flatten() {
                check(chart, speakers.tag(&voice)).map_err(TestCaseError::fail)?;
            }
        }
        Ok(())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_trajectory_is_sound(
        title in text(), unit in text(),
        baseline in proptest::option::of((quantity(), proptest::option::of(year()))),
        targets in proptest::collection::vec((year(), quantity()), 0..7),
        earlier in proptest::collection::vec((year(), quantity()), 0..3),
        actuals in proptest::collection::vec((day(), quantity()), 0..12),
        less in any::<bool>(), yearly in any::<bool>(),
    ) {
        let baseline = baseline.map(|(value, year)| Start { value, year });
        let direction = direction(less);
        let data =
            Trajectory { title, unit, baseline, targets, earlier, actuals, direction, yearly };
        both(|voice| vec![data.draw(voice)])?;
    }

    #[test]
    fn any_areas_are_sound(
        unit in text(),
        rows in proptest::collection::vec((text(), proptest::option::of(quantity())), 0..30),
        marked in proptest::option::of(0_usize..32),
        total in proptest::option::of((text(), quantity())),
    ) {
        let data =
            Areas { title: String::new(), unit, rows, marked, total, scale: None, rank: None };
        both(|voice| vec![data.draw(voice)])?;
    }

    #[test]
    fn any_heat_map_is_sound(
        years in proptest::collection::vec(year(), 0..50),
        rows in proptest::collection::vec(
            (text(), proptest::collection::vec(proptest::option::of(quantity()), 0..50)), 0..20),
    ) {
        let data = AreaYears { title: "x".into(), unit: String::new(), years, rows };
        both(|voice| vec![data.draw(voice)])?;
    }

    #[test]
    fn any_overview_is_sound(rows in proptest::collection::vec((
        text(), text(), proptest::option::of(quantity()), proptest::option::of((day(), quantity())),
        proptest::option::of((year(), quantity())), any::<bool>(), any::<bool>()), 0..8),
    ) {
        let row = |(name, unit, baseline, latest, target, less, yearly)| OverviewRow {
            name, unit, baseline, latest, target, yearly, direction: direction(less),
        };
        let data = Overview { title: "x".into(), rows: rows.into_iter().map(row).collect() };
        both(|voice| vec![data.draw(voice)])?;
    }

    #[test]
    fn any_matrix_is_sound(
        groups in proptest::collection::vec(text(), 0..30),
        units in proptest::collection::vec((
            text(), proptest::option::of(text()),
            proptest::collection::vec((0_usize..40, 0_usize..3), 0..30)), 0..20),
    ) {
        let unit = |(name, link, tasks)| DutyUnit { name, link, tasks };
        let units = units.into_iter().map(unit).collect();
        let data = DutyMatrix { title: "x".into(), groups, units };
        both(|voice| vec![data.draw(voice)])?;
    }

    #[test]
    fn any_bars_of_plans_are_sound(
        unit in text(),
        plans in proptest::collection::vec(
            (text(), proptest::collection::vec((year(), quantity()), 0..6)), 0..20),
    ) {
        let plan = |(name, bars)| PlanBars { name, bars };
        let plans = plans.into_iter().map(plan).collect();
        let data = PlanYears { title: "x".into(), unit, plans, scale: None };
        let sheets = data.sheets();
        both(|voice| sheets.iter().map(|sheet| sheet.draw(voice)).collect())?;
    }
}
