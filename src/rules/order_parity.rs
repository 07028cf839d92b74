//! In: the areas of a site, and lines of a text with those of its translation. Out: findings where figures stand beside
//! other areas, ratios have another order, something happens every month instead of every year, falls instead of rising, or
//! a sentence says the opposite, another area or another class. The rule
//! `negation-parity`, which goes through the same lines, calls it.

use crate::diagnostic::apart::{Apart, ApartKind};
use crate::diagnostic::translation::{Languages as Names, Translation};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::{Lang, has_digit};
use crate::model::register::Named;
use crate::parity::documents::place_of;
use crate::parity::{
    Places, Reader, directions, division_words, divisions, exceptions, frequency, labels,
    opposites, ratios, sentence_at,
};

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

pub const OPPOSITE: Rule = Rule {
    name: "opposite-parity",
    checks: "Where one language has one of two things that are easily taken for each other (汽油 and 柴油, 不早于 and 不晚于, 昼间 and 夜间, 上半年 and 下半年, 公办 and 民办, and others), the other does not only have the other one.",
    why: "Such a slip turns round what a sentence says, and every single word of it is right.",
    fails: &[
        ("text.zh.md", "末班车发车不早于22时30分。"),
        ("text.en.md", "The last bus leaves no later than 22:30."),
    ],
    passes: &[
        ("text.zh.md", "末班车发车不早于22时30分。"),
        ("text.en.md", "The last bus leaves no earlier than 22:30."),
    ],
    ..RULE
};

pub const DIRECTION: Rule = Rule {
    name: "direction-parity",
    checks: "A figure by which something falls in one language (减少10%) is not one by which it rises in the other (10% more).",
    why: "The figure is right, and readers in the other language are told of a success where there is a loss, or the other way round.",
    fails: &[
        ("text.zh.md", "漏损水量比2025年减少10%。"),
        ("text.en.md", "The water lost is 10% more than in 2025."),
    ],
    passes: &[
        ("text.zh.md", "漏损水量比2025年减少10%。"),
        ("text.en.md", "The water lost is 10% less than in 2025."),
    ],
    ..RULE
};

pub const SWAPPED: Rule = Rule {
    name: "name-swapped",
    checks: "A sentence has no registered area or organisation in its translation in place of the one that it names.",
    why: "Readers in the other language are told something about a place where it is not so, or go to the wrong office.",
    fails: &[
        ("text.zh.md", "北县的漏损率最高。"),
        ("text.en.md", "South County loses most water."),
    ],
    passes: &[
        ("text.zh.md", "北县的漏损率最高。"),
        ("text.en.md", "North County loses most water."),
    ],
    ..RULE
};

pub const LABEL: Rule = Rule {
    name: "label-parity",
    checks: "The letters of classes (A类, B级, C组) are the same in both languages of a sentence.",
    why: "Who looks up the rate of a class finds that of another one.",
    fails: &[
        ("text.zh.md", "A类用户每月抄表，B类用户每季度抄表。"),
        (
            "text.en.md",
            "Meters of Class A users are read monthly, those of Class C users quarterly.",
        ),
    ],
    passes: &[
        ("text.zh.md", "A类用户每月抄表，B类用户每季度抄表。"),
        (
            "text.en.md",
            "Meters of Class A users are read monthly, those of Class B users quarterly.",
        ),
    ],
    ..RULE
};

/// The names of the areas or bodies of a site in Chinese and in another language.
pub fn names<'s, T: Named + 's>(
    register: impl Iterator<Item = &'s T>,
    (first, other): (Lang, Lang),
) -> divisions::Names {
    let mut entries = Vec::new();
    for (owner, one) in register.enumerate() {
        for english in one.names(other, first) {
            for chinese in one.names(first, first) {
                entries.push((owner, chinese, english));
                entries.extend(in_sentence(english).map(|shorter| (owner, chinese, shorter)));
            }
        }
    }
    divisions::Names::new(&entries)
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
    (areas, bodies): (&divisions::Names, &divisions::Names),
    case: &PlanCase<'_>,
    found: &mut Diagnostics,
) {
    let Lines { source, target, .. } = *lines;
    let mut report_all = |kind: ApartKind, places: Vec<Places>| {
        for one in places {
            report(kind, &source[one.source], &target[one.target], lines, case, found);
        }
    };
    report_all(ApartKind::Ratio, ratios::turned(source, target));
    // The others are known for a Chinese text with an English translation.
    if readers != (Reader::Chinese, Reader::English) {
        return;
    }
    report_all(ApartKind::Frequency, frequency::apart(source, target));
    report_all(ApartKind::Opposite, opposites::opposites(source, target));
    report_all(ApartKind::Label, labels::lacking(source, target));
    report_all(ApartKind::Exception, exceptions::lost(source, target));
    report_all(ApartKind::OtherName, areas.strangers(source, target));
    report_all(ApartKind::OtherName, bodies.strangers(source, target));
    // Most lines have no figure, which is asked once.
    if has_digit(source) {
        report_all(ApartKind::Direction, directions::apart(source, target));
        report_all(ApartKind::Area, areas.swapped(source, target));
        report_all(ApartKind::Area, division_words::KINDS.swapped(source, target));
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
