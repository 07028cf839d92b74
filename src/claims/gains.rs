//! In: a text and its figures. Out: by how much something is said to change, right behind the step or the level that it
//! follows from: 由78.2岁提高到79.6岁，五年提高1.4岁; 缩短到10分钟以内，比2025年缩短1.8分钟.

use std::ops::Range;

use crate::language::ascii_digit;
use crate::parity::quantity::Measure;

use super::Said;
use super::figure::Figure;
use super::rates::is_step_between;
use super::sentences::{ends_sentence, is_mark};
use super::steps::undated;
use super::words::{FALL, RISE};

/// A step, or the level that one ends at, and by how much it is said to change.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain {
    /// Where the step begins; `None` where another place of the text says it.
    pub from: Option<Figure>,
    /// The year of that, where it stands elsewhere.
    pub since: Option<i16>,
    pub to: Figure,
    pub by: Figure,
    pub falls: bool,
    /// The change with its verb: 五年提高1.4岁.
    pub range: Range<usize>,
}

/// Reads every change of a text.
pub fn read(text: &str, figures: &[Figure], said: &mut Said) {
    for at in 1..figures.len() {
        let (to, by) = (&figures[at - 1], &figures[at]);
        // Points of shares have a rule of their own.
        let absolute = !matches!(by.measure, Measure::Percent | Measure::Points | Measure::Times);
        if absolute && to.is_like(by) && (to.word == by.word) {
            said.gains.extend(gain(text, figures, at));
        }
    }
}

fn gain(text: &str, figures: &[Figure], at: usize) -> Option<Gain> {
    let (to, by) = (&figures[at - 1], &figures[at]);
    // A bound before the verb is read as one of the figure: 至少缩短1.8分钟.
    let number = text.get(by.range.clone())?.find(|c| ascii_digit(c).is_some())?;
    let number = by.range.start + number;
    let lead = text.get(to.range.end..number)?;
    let words = lead.trim_start_matches('次').trim_start_matches(['，', ',']);
    if words.len() == lead.len() || words.contains(is_mark) {
        return None;
    }
    let bare = words.trim_end_matches(['了', '约', '近']);
    let falls = FALL.ending(bare);
    let verb = falls.or_else(|| RISE.ending(bare))?;
    let mut when = bare[..bare.len() - verb.len()].trim_end();
    for word in ["至少", "将", "共", "累计", "净", "可", "实际", "总共"] {
        when = when.strip_suffix(word).unwrap_or(when);
    }
    let since = since(when);
    if since.is_none() && !is_span(when) {
        return None;
    }
    let from = step(text, figures, at - 1);
    // 由2025年的99元提高到119元，比2024年提高25元: another year than that of the step.
    if from.is_some() == since.is_some() {
        return None;
    }
    let start = number - words.len();
    let (to, by, falls) = (to.clone(), by.clone(), falls.is_some());
    Some(Gain { from, since, range: start..by.range.end, to, by, falls })
}

/// The first figure of a step that ends at a figure.
fn step(text: &str, figures: &[Figure], at: usize) -> Option<Figure> {
    let (from, to) = (figures.get(at.checked_sub(1)?)?, &figures[at]);
    let start = at.checked_sub(2).map_or(0, |before| figures[before].range.end);
    let lead = text.get(start..from.range.start)?;
    let lead = lead.rfind(ends_sentence).map_or(lead, |end| &lead[end..]);
    let led = undated(lead).trim_end().ends_with(['由', '从']);
    let like = from.is_like(to) && from.word == to.word;
    (led && like && is_step_between(text, from, to)).then(|| from.clone())
}

/// Nothing, or how many years it takes: 五年, 5年间.
fn is_span(words: &str) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
    let rest = words.trim_start_matches(numeral);
    let years = ["年", "年间", "年来", "年内", "年共"].contains(&rest) && rest.len() < words.len();
    words.is_empty() || years
}

/// The year since which something changes: 比2025年, 较2025年末.
fn since(words: &str) -> Option<i16> {
    let when = words.strip_prefix(['比', '较'])?;
    let year = when.trim_end_matches(['底', '末']).strip_suffix('年')?;
    let year = year.trim_end_matches('年');
    (year.len() == 4).then(|| year.parse().ok())?
}
