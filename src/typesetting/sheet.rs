//! In: what the walks over the paragraphs of a text have seen. Out: its flaws; those that depend on how the text is
//! written elsewhere are decided here.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::prose::Prose;

use super::{Flaw, Part, Script, quotes, spelling};

/// What is known of a text while it is walked through.
#[derive(Default)]
pub struct Sheet {
    pub flaws: Vec<Flaw>,
    pub ranges: Vec<RangeAt>,
    /// Placeholders: where the first one of each is, and how many there are.
    pub masks: BTreeMap<String, (usize, Range<usize>, usize)>,
    /// How often a digit touches a Chinese character.
    pub tight: usize,
    /// Spaces between a digit and a Chinese character, by paragraph.
    pub loose: Vec<(usize, Range<usize>)>,
    /// British and American spellings.
    pub spellings: spelling::Seen,
    /// Straight and curly marks of an English text.
    pub quotes: quotes::Seen,
}

/// A range of numbers or years.
#[derive(Clone, Debug)]
pub struct RangeAt {
    pub part: usize,
    pub whole: Range<usize>,
    pub dash: Range<usize>,
    pub kind: RangeKind,
    /// Whether only its last number has a `%`.
    pub percent: bool,
}

/// Many texts write 2018—2020年, but 3～5家.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeKind {
    Time,
    Number,
}

/// The dashes that may stand in a Chinese range.
const FORMS: [&str; 2] = ["—", "～"];

/// A text that writes so many times more without a space has the others by mistake.
const RARE: usize = 8;

impl Sheet {
    /// The flaws of the whole text, in the order of its paragraphs.
    pub fn settle(mut self, parts: &[Part<'_>], script: Script) -> Vec<Flaw> {
        self.settle_ranges(parts, script);
        self.settle_spaces();
        for (written, (part, range, times)) in std::mem::take(&mut self.masks) {
            let problem = Prose::Placeholder { written, times };
            self.flaws.push(Flaw { part, range, problem, fix: Vec::new() });
        }
        self.flaws.extend(spelling::settle(std::mem::take(&mut self.spellings)));
        self.flaws.extend(quotes::settle(&self.quotes, parts));
        self.flaws.sort_by_key(|flaw| (flaw.part, flaw.range.start));
        self.flaws
    }

    fn settle_ranges(&mut self, parts: &[Part<'_>], script: Script) {
        let ranges = std::mem::take(&mut self.ranges);
        let dash = |range: &RangeAt| &parts[range.part].text[range.dash.clone()];
        let count = |kind: RangeKind, form: &str| {
            ranges.iter().filter(|one| one.kind == kind && dash(one) == form).count()
        };
        let counts =
            [RangeKind::Time, RangeKind::Number].map(|kind| FORMS.map(|form| count(kind, form)));
        for range in &ranges {
            let text = parts[range.part].text;
            let [dashes, waves] = counts[range.kind as usize];
            let usual = match script {
                Script::English => "–",
                Script::Chinese if waves > dashes => FORMS[1],
                Script::Chinese => FORMS[0],
            };
            let here = dash(range);
            let allowed = match script {
                Script::English => here == usual,
                Script::Chinese => FORMS.contains(&here),
            };
            if allowed && !range.percent && (here == usual || dashes == waves) {
                continue;
            }
            let right_dash = if allowed && dashes == waves { here } else { usual };
            let percent = if range.percent { "%" } else { "" };
            let written = text[range.whole.clone()].to_owned();
            let right = format!(
                "{}{percent}{right_dash}{}",
                &text[range.whole.start..range.dash.start],
                &text[range.dash.end..range.whole.end]
            );
            let fix = vec![(range.dash.clone(), format!("{percent}{right_dash}"))];
            let (problem, fix) = if !allowed {
                (Prose::RangeDash { written, right }, fix)
            } else if range.percent {
                (Prose::PercentRange { written, right }, fix)
            } else {
                // Both forms are right; which of them is a matter of style.
                (Prose::RangeForms { written, right }, Vec::new())
            };
            self.flaws.push(Flaw { part: range.part, range: range.whole.clone(), problem, fix });
        }
    }

    /// One finding for each paragraph with spaces that the text has nowhere else.
    fn settle_spaces(&mut self) {
        let loose = std::mem::take(&mut self.loose);
        if loose.len() * RARE > self.tight {
            return;
        }
        for list in loose.chunk_by(|one, other| one.0 == other.0) {
            let fix = list.iter().map(|(_, range)| (range.clone(), String::new())).collect();
            let (part, range) = list[0].clone();
            let problem = Prose::SpaceAtDigit { spaces: list.len() };
            self.flaws.push(Flaw { part, range, problem, fix });
        }
    }
}
