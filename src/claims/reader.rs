//! In: a sentence and its figures. Out: what each figure claims, and of what.

use std::ops::Range;

use crate::model::quantity::Bound;
use crate::parity::quantity::Measure;

use super::figure::Figure;
use super::names::{name, split_leading};
use super::sentences::{is_mark, opens};
use super::steps::{is_joint, is_step, to_year, undated};
use super::times::{last_year, lead};
use super::words::{
    BEHIND, EACH, GENERIC, GROWTH, IN_ALL_YEARS, IN_TURN, INCREASE, LEVEL, PAST, TRAILING, YEARLY,
};
use super::{Claim, Kind, Said};

/// A sentence that is being read.
struct Reader<'t> {
    sentence: &'t str,
    figures: &'t [Figure],
    number: usize,
    /// How far it was read.
    done: usize,
    /// 每年 was said, and no year since.
    yearly: bool,
    /// The thing that was named last.
    name: Option<String>,
    /// What the figure before claims, for those that follow it in a list.
    kind: Option<Kind>,
    /// The figure before stands for a thing of its own, by 分别.
    in_turn: bool,
    /// The figure before ends a step: 由3000吨提高到4800吨.
    stepped: bool,
    /// The step before says in which year it ends: 提高到2028年的72%.
    to_year: bool,
    /// The words from the last mark to the figure, or to the words behind the year: 覆盖率2026年.
    dated: Range<usize>,
    /// The year before 其中: what stands behind it is for other years, but the next sentence is not.
    main: Option<Option<i16>>,
}

/// Reads the figures of a sentence; the year for which the sentence behind it goes on.
pub fn read(
    sentence: &str,
    figures: &[Figure],
    number: usize,
    year: &mut Option<i16>,
    said: &mut Said,
) -> Option<i16> {
    let mut reader = Reader {
        sentence,
        figures,
        number,
        done: 0,
        yearly: false,
        name: None,
        kind: None,
        in_turn: false,
        stepped: false,
        to_year: false,
        dated: 0..0,
        main: None,
    };
    let mut at = 0;
    while at < figures.len() {
        at += reader.read(at, year, said);
    }
    reader.note_year(&sentence[reader.done..], year);
    reader.main.unwrap_or(*year)
}

impl Reader<'_> {
    /// Reads one figure, or the two of a step; how many.
    fn read(&mut self, at: usize, year: &mut Option<i16>, said: &mut Said) -> usize {
        let figure = &self.figures[at];
        let start = figure.range.start.max(self.done);
        let piece = &self.sentence[self.done..start];
        if let Some(claim) = self.next_end(figure, piece) {
            self.done = figure.range.end;
            said.claims.push(claim);
            return 1;
        }
        self.note_year(piece, year);
        let (mark, behind) = lead(piece);
        let lead_start = self.done + behind;
        self.dated = self.done + mark..lead_start;
        let lead = &self.sentence[lead_start..start];
        // 由3000吨提高到4800吨，增长60%: by so much in all, whatever was said to be yearly before.
        self.yearly &= !self.stepped || piece.contains('年') || !piece.starts_with(['，', '（']);
        let step = self.step(at, lead);
        self.stepped = step.is_some();
        let taken = if step.is_some() { 2 } else { 1 };
        let last = &self.figures[at + taken - 1];
        self.done = last.range.end;
        let between = &self.sentence[figure.range.end..last.range.start.max(figure.range.end)];
        let ends = to_year(between.trim()).filter(|_| taken == 2).map(|(_, ends)| ends);
        self.to_year = ends.is_some();
        if let Some(second) = &step
            && figure.word.is_some()
            && second.word.is_none()
            && second.measure == Measure::Count
            && !self.sentence[second.range.end..].starts_with(|c: char| c.is_alphanumeric())
        {
            said.bare.push(figure.range.start..second.range.end);
        }
        // 分别达到48家、52家: what each of them is of, `respectively.rs` reads.
        self.in_turn = IN_TURN.is_in(lead) || (self.in_turn && is_joint(piece));
        let no_claim = PAST.is_in(piece) || (lead.contains(['每', '各']) && EACH.is_in(lead));
        let listed = step.is_none() && self.is_listed(at);
        if no_claim || self.in_turn || listed {
            self.kind = None;
            return taken;
        }
        if let Some(mut claim) = self.claim(at, lead, lead_start, step) {
            claim.year = ends.or(*year);
            // What follows the name behind a figure is no part of it.
            self.done = self.done.max(claim.named.end);
            self.name = Some(claim.name.clone());
            said.claims.push(claim);
        }
        taken
    }

    /// 由64%提高到2028年的72%、2030年的80%: the same in a later year.
    fn next_end(&self, figure: &Figure, piece: &str) -> Option<Claim> {
        let words = piece.trim_start_matches(['、', '，', '和', '及', ' ']);
        let (_, year) = to_year(words).filter(|(verb, _)| self.to_year && verb.is_empty())?;
        let start = figure.range.start - words.len();
        Some(Claim {
            kind: Kind::Level,
            name: self.name.clone()?,
            named: start..start,
            from: None,
            figure: figure.clone(),
            year: Some(year),
            sentence: self.number,
            range: start..figure.range.end,
        })
    }

    /// The year that a piece of the sentence names last, and whether it says 每年.
    fn note_year(&mut self, piece: &str, year: &mut Option<i16>) {
        let mut end = 0;
        if piece.contains("其中") {
            self.main.get_or_insert(*year);
        }
        if let Some((found, behind)) = last_year(piece, false) {
            (*year, self.yearly, end) = (found, false, behind);
        }
        let rest = &piece[end..];
        // 每年培训520人，五年共2600人
        self.yearly &= !IN_ALL_YEARS.is_in(rest);
        self.yearly |= YEARLY.is_in(rest);
    }

    /// Whether a figure stands in a list of figures without names: in 7000个、8000个和7000个 they are those of several things or
    /// years, in 80家、960间 the second one counts what is within the first.
    fn is_listed(&self, at: usize) -> bool {
        let pair = |first: usize| {
            let (one, other) = (self.figures.get(first)?, self.figures.get(first + 1)?);
            let between = self.sentence.get(one.range.end..other.range.start)?;
            is_joint(between).then(|| one.is_like(other) && one.word == other.word)
        };
        pair(at) == Some(true) || at.checked_sub(1).and_then(pair).is_some()
    }

    /// The second figure of 由A增加到B.
    fn step(&self, at: usize, lead: &str) -> Option<Figure> {
        lead.trim_end().ends_with(['由', '从']).then_some(())?;
        let (first, second) = (&self.figures[at], self.figures.get(at + 1)?);
        let between = self.sentence.get(first.range.end..second.range.start)?.trim();
        is_step(undated(between)).then(|| second.clone())
    }

    fn claim(
        &mut self,
        at: usize,
        lead: &str,
        lead_start: usize,
        step: Option<Figure>,
    ) -> Option<Claim> {
        let figure = &self.figures[at];
        let body = lead.trim_end().trim_end_matches(['由', '从']);
        let (kind, core) = self.kind_of(figure, body, step.is_some());
        let kind = kind?;
        let core = trailing_off(core);
        let (verbs, core) = split_leading(core);
        let kind = self.with_verbs(kind, verbs, lead);
        self.kind = Some(kind);
        let behind = (step.is_none() && figure.word.is_some() && kind != Kind::Level)
            .then(|| self.behind(at))
            .flatten();
        let core_start = lead_start + verbs.len();
        let (name, named) = match behind {
            Some((name, range)) => (name, range),
            // 公办园增加42个班: a word that is too short for a name is counted, nothing else.
            None if step.is_none() && figure.word.is_some() && self.counts_other(at) => {
                return None;
            }
            // 支持20家企业产值达到5亿元: what was named before is not what is counted here.
            None if step.is_none() && core.is_empty() && self.leads_on(at) => return None,
            None if !core.is_empty() && !GENERIC.contains(core) => {
                (name(core)?, core_start..core_start + core.len())
            }
            None => self
                .before_year(kind)
                .or_else(|| Some((self.name.clone()?, core_start..core_start)))?,
        };
        let last = if step.is_some() { &self.figures[at + 1] } else { figure };
        let name = match self.age_before(at, lead_start) {
            Some(age) => format!("{age}{name}"),
            None => name,
        };
        let trimmed = lead.len() - lead.trim_start_matches(['、', '和', '及', ' ', '—']).len();
        let range = lead_start + trimmed..last.range.end.max(named.end);
        Some(Claim {
            kind,
            name,
            named,
            from: step.is_some().then(|| Box::new(figure.clone())),
            figure: last.clone(),
            year: None,
            sentence: self.number,
            range,
        })
    }

    /// The age that a name begins with: 80周岁及以上老年人 are others than 老年人.
    fn age_before(&self, at: usize, lead_start: usize) -> Option<&str> {
        let before = &self.figures[at.checked_sub(1)?];
        let words = self.sentence.get(before.range.clone())?;
        (before.range.end == lead_start && words.contains('岁')).then_some(words)
    }

    /// The name before a year: 覆盖率2026年达到76%，2027年达到80%.
    fn before_year(&self, kind: Kind) -> Option<(String, Range<usize>)> {
        const NOT_BEFORE: [char; 11] =
            ['到', '至', '在', '从', '自', '于', '比', '较', '与', '为', '由'];
        let words = &self.sentence[self.dated.clone()];
        let words = &words[..words.rfind('年')?.checked_sub(4)?];
        let compared = words.ends_with(NOT_BEFORE) && !words.ends_with("占比");
        let dated = words
            .match_indices('年')
            .any(|(at, _)| words[..at].ends_with(|c: char| c.is_ascii_digit()));
        if kind != Kind::Level || dated || compared {
            return None;
        }
        let (verbs, core) = split_leading(words);
        let long = core.chars().nth(2).is_some();
        let core = trailing_off(core);
        let start = self.dated.start + verbs.len();
        Some((name(core).filter(|_| long)?, start..start + core.len()))
    }

    /// What the words right before a figure say of it, and what stands before those words.
    fn kind_of<'l>(&self, figure: &Figure, lead: &'l str, step: bool) -> (Option<Kind>, &'l str) {
        let off = |word: &str| lead[..lead.len() - word.len()].trim_end();
        if step {
            return (Some(Kind::Level), lead);
        }
        if let Some(word) = GROWTH.ending(lead) {
            return ((figure.measure == Measure::Percent).then_some(Kind::Growth), off(word));
        }
        if let Some(word) = LEVEL.ending(lead) {
            return ((!self.yearly).then_some(Kind::Level), off(word));
        }
        if let Some(word) = INCREASE.ending(lead) {
            let kind = match figure.measure {
                Measure::Percent => self.yearly.then_some(Kind::Growth),
                _ => Some(Kind::Increase),
            };
            return (kind, off(word));
        }
        let above = matches!(figure.bound, Bound::MoreThan | Bound::AtLeast | Bound::AtMost);
        let said = self.sentence[figure.range.start..].starts_with(['超', '突', '不']);
        let dated = || last_year(&self.sentence[self.dated.clone()], true).is_some();
        let kind = if above && said && !self.yearly && (!lead.is_empty() || dated()) {
            Kind::Level
        } else {
            Kind::Work
        };
        (Some(kind), lead)
    }

    /// What the verbs at the beginning make of it: 每年新增高新技术企业80家.
    fn with_verbs(&self, kind: Kind, verbs: &str, lead: &str) -> Kind {
        let increase = INCREASE.is_in(verbs);
        let kind = match kind {
            Kind::Work if increase => Kind::Increase,
            // 新建孵化器20家、众创空间40家
            Kind::Work if lead.starts_with(['、', '和', '及']) => {
                self.kind.filter(|kind| !matches!(kind, Kind::Growth)).unwrap_or(kind)
            }
            kind => kind,
        };
        if kind == Kind::Increase && self.yearly { Kind::Yearly } else { kind }
    }

    /// The words between a figure and the next one, up to a mark.
    fn words_behind(&self, at: usize) -> &str {
        let start = self.figures[at].range.end;
        let next = self.figures.get(at + 1).map_or(self.sentence.len(), |next| next.range.start);
        let rest = self.sentence.get(start..next).unwrap_or("");
        &rest[..rest.find(|c| is_mark(c) || opens(c)).unwrap_or(rest.len())]
    }

    /// Whether the words behind a figure say what the next one is of: 24项事项的办理时限压缩到30个工作日.
    fn leads_on(&self, at: usize) -> bool {
        let words = self.words_behind(at);
        let end = self.figures[at].range.end + words.len();
        let verb = words.ends_with(['到', '至', '由', '从']) || LEVEL.ending(words).is_some();
        verb && self.figures.get(at + 1).is_some_and(|next| next.range.start == end)
    }

    /// Whether a noun of one character stands behind a figure: 42个班.
    fn counts_other(&self, at: usize) -> bool {
        let mut words = self.words_behind(at).trim();
        while let Some(word) = BEHIND.ending(words) {
            words = &words[..words.len() - word.len()];
        }
        let words = words.trim_end_matches(['、', '和', '及', '与']);
        let mut chars = words.chars();
        chars.next().is_some_and(|c| c.is_alphabetic() && !"的次并且而和及与以".contains(c))
            && chars.next().is_none()
    }

    /// The name behind a figure: 3家院士工作站.
    fn behind(&self, at: usize) -> Option<(String, Range<usize>)> {
        let start = self.figures[at].range.end;
        let mut words = self.words_behind(at);
        if self.leads_on(at) {
            // Whose time it is stands before 的: 24项高频事项的办理时限.
            words = &words[..words.rfind('的')?];
        }
        // 不足30人的公办园: so many are with each of them.
        if words.starts_with(['、', '和', '及', '与', '以', '的']) || words.starts_with("基础上")
        {
            return None;
        }
        // 20家A、40家B: the second figure begins a name of its own.
        words = words.trim_end_matches(['、', '和', '及', '与']);
        while let Some(word) = BEHIND.ending(words) {
            words = &words[..words.len() - word.len()];
        }
        let whole = words.len();
        if let Some(of) = words.rfind('的') {
            words = &words[of + '的'.len_utf8()..];
        }
        let begin = start + whole - words.len();
        Some((name(words)?, begin..begin + words.len()))
    }
}

fn trailing_off(mut text: &str) -> &str {
    if GENERIC.contains(text.trim()) {
        return text.trim();
    }
    while let Some(word) = TRAILING.ending(text).filter(|word| text.len() > word.len()) {
        text = text[..text.len() - word.len()].trim_end();
        if GENERIC.contains(text) {
            break;
        }
    }
    // 引进培育高新技术企业总数: the thing stands before.
    let (_, rest) = split_leading(text);
    if GENERIC.beginning(rest) == Some(rest) { rest } else { text }
}
