//! In: the paragraphs of every clause. Out: a finding where one of several points is missing: 一是 without 二是, （1） and
//! then （3）, 首先 with nothing behind it.

mod markers;

use memchr::memmem;

use crate::diagnostic::structure::{Gap, Structure};
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::WordList;
use crate::model::html::Html;

use super::reading::{Paragraph, Reading};
use super::{Family, PlanCase, Rule, Run};

pub(super) use markers::Kind;
use markers::{Marker, markers};

pub const RULE: Rule = Rule {
    name: "enumeration-broken",
    family: Family::Structure,
    level: Level::Warning,
    checks: "Points that are counted within a clause are all there: after 一是 comes 二是, after （1） comes （2）, after 首先 comes 其次.",
    why: "Where the first of several points stands alone, or one is missing between two others, a part of the text was lost or never written.",
    fixed: None,
    fails: &[("text.zh.md", "节水分三步：一是修管道，三是换器具。")],
    passes: &[("text.zh.md", "节水分三步：一是修管道，二是换器具，三是查漏损。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings {
        for clause in reading.paragraphs.split(|one| one.is_heading()) {
            check(clause, reading, found);
        }
    }
}

/// A place in a clause: of a paragraph, bytes of its text.
type Place = (usize, std::ops::Range<usize>);

/// Points of one kind that have been counted so far.
struct Series {
    number: u32,
    length: usize,
    place: Place,
}

fn check(clause: &[Paragraph<'_>], reading: &Reading<'_>, found: &mut Diagnostics) {
    let mut series: [Option<Series>; Kind::COUNT] = Default::default();
    let mut gaps: Vec<(Place, Gap)> = Vec::new();
    for (at, paragraph) in clause.iter().enumerate() {
        let html = paragraph.block.and_then(|block| block.html());
        if html.is_none_or(Html::is_table) {
            continue;
        }
        markers(paragraph.prose.text(), reading.chinese, |marker| {
            let place = (at, marker.range.clone());
            let gap = take(&mut series[marker.kind.index()], &marker, place.clone());
            let opened = |gap: &Gap| {
                matches!(gap, Gap::Before { .. })
                    && before(clause, &place).any(|text| is_opened(text, reading.chinese))
            };
            gaps.extend(gap.filter(|(_, gap)| !opened(gap)));
        });
    }
    for (kind, series) in Kind::ALL.into_iter().zip(series) {
        gaps.extend(series.and_then(|series| alone(kind, series)));
    }
    if reading.chinese {
        words(clause, &mut gaps);
    }
    gaps.sort_by_key(|(place, _)| (place.0, place.1.start));
    for ((at, range), gap) in gaps {
        let problem = Problem::Structure(Structure::Enumeration(gap));
        found.report(problem, clause[at].prose.span(range));
    }
}

/// Counts a point in; gives what is wrong with it, or with the points before it.
fn take(series: &mut Option<Series>, marker: &Marker, place: Place) -> Option<(Place, Gap)> {
    let Marker { kind, number, .. } = *marker;
    let name = |number| kind.write(number);
    if number == 1 {
        let next = Series { number, length: 1, place };
        return series.replace(next).and_then(|before| alone(kind, before));
    }
    let Some(known) = series else {
        // Brackets and numbers may refer to something elsewhere.
        if !kind.only_counts() {
            return None;
        }
        let gap = Gap::Before { point: name(number), missing: name(1) };
        *series = Some(Series { number, length: 2, place: place.clone() });
        return Some((place, gap));
    };
    let last = known.number;
    let gap = if number == last + 1 {
        None
    } else if number > last {
        Some(Gap::Between { point: name(number), last: name(last), missing: name(last + 1) })
    } else if number == last || kind.only_counts() {
        Some(Gap::Again { point: name(number), last: name(last) })
    } else {
        return None;
    };
    known.number = number;
    known.length += 1;
    gap.map(|gap| (place, gap))
}

/// What is wrong with a point that no other follows.
fn alone(kind: Kind, series: Series) -> Option<(Place, Gap)> {
    let lonely = kind.needs_second() && series.length == 1;
    let gap = || Gap::After { point: kind.write(1), missing: kind.write(2) };
    lonely.then(|| (series.place, gap()))
}

/// Whether a text counts a first point in other words.
fn is_opened(text: &str, chinese: bool) -> bool {
    if chinese {
        ["一是", "一个是", "一要", "首先", "第一", "其一", "一方面", "主要"]
            .iter()
            .any(|word| text.contains(word))
    } else {
        ["first", "First", "one ", "One "].iter().any(|word| text.contains(word))
    }
}

/// The texts of a clause before a place.
fn before<'c>(clause: &'c [Paragraph<'_>], place: &Place) -> impl Iterator<Item = &'c str> {
    let (at, range) = (place.0, place.1.start);
    let whole = clause[..at].iter().map(|one| one.prose.text());
    whole.chain([&clause[at].prose.text()[..range]])
}

/// The texts of a clause after a place.
fn after<'c>(clause: &'c [Paragraph<'_>], place: &Place) -> impl Iterator<Item = &'c str> {
    let (at, range) = (place.0, place.1.end);
    let whole = clause[at + 1..].iter().map(|one| one.prose.text());
    [&clause[at].prose.text()[range..]].into_iter().chain(whole)
}

/// 首先, 其次, 再次 and 一方面, each where it stands first in the clause.
fn words(clause: &[Paragraph<'_>], gaps: &mut Vec<(Place, Gap)>) {
    static WORDS: WordList<4> = WordList::new(["首先", "其次", "再次", "一方面"]);
    if !clause.iter().any(|paragraph| WORDS.find(paragraph.prose.text(), 0).is_some()) {
        return;
    }
    const FOLLOW: [&str; 14] = [
        "其次", "然后", "再", "接着", "第二", "二是", "其二", "最后", "随后", "之后", "同时",
        "此外", "另外", "还",
    ];
    const OPEN: [&str; 11] =
        ["首先", "第一", "一是", "一要", "其一", "一方面", "主要", "最", "优先", "先", "首要"];
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    if let Some(place) = first(clause, "首先，")
        && !after(clause, &place).any(|text| has(text, &FOLLOW))
    {
        gaps.push((place, Gap::After { point: "首先".into(), missing: "其次".into() }));
    }
    if let Some(place) = first(clause, "其次，")
        && !before(clause, &place).any(|text| has(text, &OPEN))
    {
        gaps.push((place, Gap::Before { point: "其次".into(), missing: "首先".into() }));
    }
    if let Some(place) = first(clause, "再次，")
        && before(clause, &place).any(|text| text.contains("首先"))
        && !before(clause, &place).any(|text| has(text, &["其次", "第二", "二是"]))
    {
        let (point, last, missing) = ("再次".into(), "首先".into(), "其次".into());
        gaps.push((place, Gap::Between { point, last, missing }));
    }
    if let Some(place) = first(clause, "一方面")
        && !after(clause, &place).any(|text| has(text, &["方面", "另外", "同时", "此外"]))
    {
        gaps.push((place, Gap::After { point: "一方面".into(), missing: "另一方面".into() }));
    }
}

/// Where a word first begins a sentence or a part of one.
fn first(clause: &[Paragraph<'_>], word: &str) -> Option<Place> {
    clause.iter().enumerate().find_map(|(at, paragraph)| {
        let text = paragraph.prose.text();
        let begins = |place: &usize| {
            text[..*place]
                .chars()
                .next_back()
                .is_none_or(|c| "。；，：！？,;:\n \u{3000}".contains(c))
        };
        let place = memmem::find_iter(text.as_bytes(), word).find(begins)?;
        let end = place + word.trim_end_matches('，').len();
        Some((at, place..end))
    })
}
