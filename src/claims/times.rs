//! In: a text. Out: the years that it names as times for figures, and the one for which the text behind it goes on.

use crate::language::ascii_digit;
use crate::language::days::number_before;

use super::sentences::{closes, is_mark, opens};

/// The years that a text names as times for figures, each with the place where the words behind it begin. What is compared
/// with (比2025年) and where a step begins (由2025年底的42家) is for no figure behind it, but may stand before one. A day
/// (2028年6月30日前) is within a year, and gives none: how things stand then is neither what they are at the end of it nor in
/// the year that was named before.
pub fn years(text: &str, compared: bool) -> impl DoubleEndedIterator<Item = (Option<i16>, usize)> {
    text.match_indices('年').filter_map(move |(at, _)| {
        let (bare, year) = number_before(&text[..at])?;
        let behind = &text[at + '年'.len_utf8()..];
        let passes = ["以来", "起", "的", "以前"].iter().any(|word| behind.starts_with(word));
        let range = bare.ends_with(['-', '—', '–', '～', '~', '至', '〔']);
        // 占比2028年达到70%
        let base = !compared && bare.ends_with(['比', '较', '由', '从']) && !bare.ends_with("占比");
        if !(1900..2200).contains(&year) || passes || range || base {
            return None;
        }
        let rest = behind.trim_start_matches(['底', '末', '前', '，', ',', ' ']);
        let day = behind.trim_start_matches(|c| ascii_digit(c).is_some());
        let day = day.len() < behind.len() && day.starts_with('月');
        Some(((!day).then_some(year), text.len() - rest.len()))
    })
}

/// Where in a piece the words before a figure begin: behind the last mark or the last open bracket; and behind the last
/// year.
pub fn lead(piece: &str) -> (usize, usize) {
    let (mut start, mut depth) = (0, 0usize);
    let mut open = 0;
    for (at, c) in piece.char_indices() {
        let behind = at + c.len_utf8();
        if opens(c) {
            depth += 1;
            open = behind;
        } else if closes(c) {
            // One that was opened before the piece belongs to what stands there.
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => start = behind,
            }
        } else if is_mark(c) && depth == 0 {
            start = behind;
        }
    }
    if depth > 0 {
        start = open;
    }
    let year = last_year(&piece[start..], true).filter(|(year, _)| year.is_some());
    (start, start + year.map_or(0, |(_, behind)| behind))
}

/// The last year that a piece names as a time for figures, and where the words behind it begin.
pub fn last_year(piece: &str, compared: bool) -> Option<(Option<i16>, usize)> {
    years(piece, compared).next_back()
}

/// A line of a text that is being read: a paragraph, or an item of a list.
pub struct Line<'t> {
    text: &'t str,
    start: usize,
    /// The year that was said last before the line.
    before: Option<i16>,
    /// Where the first figure of the line begins.
    pub first_figure: Option<usize>,
}

impl<'t> Line<'t> {
    pub fn new(text: &'t str, before: Option<i16>) -> Self {
        Self { text, start: 0, before, first_figure: None }
    }

    /// Goes on behind a sentence; `year` is the last one that it names, and becomes the one for the next line where the
    /// sentence is the last one of its line.
    pub fn go_on(&mut self, end: usize, year: &mut Option<i16>) {
        let line = &self.text[self.start..end];
        if line.ends_with('\n') || end == self.text.len() {
            let figure = self.first_figure.map(|figure| figure - self.start);
            *year = carried(line, figure, self.before, *year);
            (self.start, self.before, self.first_figure) = (end, *year, None);
        }
    }
}

/// The year that a line leaves for the one behind it: the one with which it begins, where it names no other; the one before,
/// where it begins with figures. `last` is the one that it names last: 到2030年实现下列目标：
fn carried(
    line: &str,
    first_figure: Option<usize>,
    before: Option<i16>,
    last: Option<i16>,
) -> Option<i16> {
    if before == last || line.trim_end().ends_with(['：', ':']) {
        return last;
    }
    let figure = first_figure.unwrap_or(line.len());
    let Some((led, _)) = years(line, false).take_while(|(_, end)| *end <= figure).last() else {
        return before;
    };
    years(line, false).all(|(year, _)| year == led).then_some(led)?
}
