//! In: the areas of a site, and lines of a text with those of its translation. Out: findings where figures stand beside
//! other areas, ratios have another order, or something happens every month instead of every year. The rule
//! `negation-parity`, which goes through the same lines, calls it.

use crate::diagnostic::apart::{Apart, ApartKind};
use crate::diagnostic::translation::{Languages as Names, Translation};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::Lang;
use crate::model::Site;
use crate::model::register::Named;
use crate::parity::documents::place_of;
use crate::parity::{Reader, divisions, frequency, ratios, sentence_at};

use super::name_parity::in_sentence;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "order-parity",
    family: Family::Translation,
    level: Level::Warning,
    checks: "Figures of registered areas stand beside the same areas in both languages, and the parts of a ratio in the same order.",
    why: "Where two areas change places in translation, all figures are right, and still each area reads that of the other.",
    fixed: None,
    fails: &[
        ("text.zh.md", "费用按3∶5∶2的比例分担。"),
        ("text.en.md", "Costs are shared in the ratio 5:3:2."),
    ],
    passes: &[
        ("text.zh.md", "费用按3∶5∶2的比例分担。"),
        ("text.en.md", "Costs are shared in the ratio 3:5:2."),
    ],
    run: Run::Earlier,
};

pub const FREQUENCY: Rule = Rule {
    name: "frequency-parity",
    checks: "What happens every year in one language (每年, 年均; a year, annually) does not happen every day, week, month or quarter in the other.",
    why: "One wrong word makes twelve times as much of a figure that is right.",
    fails: &[
        ("text.zh.md", "水质每年检测两次。"),
        ("text.en.md", "The water is tested twice a month."),
    ],
    passes: &[
        ("text.zh.md", "水质每年检测两次。"),
        ("text.en.md", "The water is tested twice a year."),
    ],
    ..RULE
};

/// The names of the areas of a site in Chinese and in another language.
pub fn areas(site: &Site, other: Lang) -> divisions::Names {
    let mut names = divisions::Names::default();
    let first = site.config.languages.first();
    for (owner, area) in site.areas.iter().enumerate() {
        for english in area.names(other, first) {
            for chinese in area.names(first, first) {
                names.add(owner, chinese, english);
                names.add(owner, chinese, in_sentence(english).unwrap_or(english));
            }
        }
    }
    names
}

/// A line of a text, and the one of the translation.
pub struct Lines<'l> {
    pub source: &'l str,
    pub target: &'l str,
    pub spans: (Span, Span),
    pub other: Lang,
}

pub fn check(
    lines: &Lines<'_>,
    readers: (Reader, Reader),
    areas: &divisions::Names,
    case: &PlanCase<'_>,
    found: &mut Diagnostics,
) {
    let Lines { source, target, .. } = *lines;
    for turned in ratios::turned(source, target) {
        report(
            ApartKind::Ratio,
            &source[turned.source],
            &target[turned.target],
            lines,
            case,
            found,
        );
    }
    // The others are known for a Chinese text with an English translation.
    if readers != (Reader::Chinese, Reader::English) {
        return;
    }
    for one in frequency::apart(source, target) {
        let (ours, theirs) = (&source[one.chinese], &target[one.english]);
        report(ApartKind::Frequency, ours, theirs, lines, case, found);
    }
    for one in areas.swapped(source, target) {
        let (ours, theirs) = (&source[one.chinese], &target[one.english]);
        report(ApartKind::Area, ours, theirs, lines, case, found);
    }
}

/// `ours` and `theirs` are parts of the lines.
fn report(
    kind: ApartKind,
    ours: &str,
    theirs: &str,
    lines: &Lines<'_>,
    case: &PlanCase<'_>,
    found: &mut Diagnostics,
) {
    let languages = &case.site.config.languages;
    let at = |part: &str, whole: &str| part.as_ptr() as usize - whole.as_ptr() as usize;
    let sentence = |part: &str, whole: &str| sentence_at(whole, at(part, whole)).to_owned();
    let place = |part: &str, whole: &str, span: Span| {
        let earlier = whole[..at(part, whole)].matches(part).count();
        place_of(part, earlier, span, case.files.at(span))
    };
    let here = place(ours, lines.source, lines.spans.0);
    let there = place(theirs, lines.target, lines.spans.1);
    let problem = Translation::Apart(Box::new(Apart {
        kind,
        source: ours.to_owned(),
        target: theirs.to_owned(),
        languages: Names {
            source: languages.name(languages.first()),
            target: languages.name(lines.other),
        },
        source_sentence: sentence(ours, lines.source),
        target_sentence: sentence(theirs, lines.target),
    }));
    found.push(Diagnostic::new(Problem::Translation(problem), there).with_related(here));
}
