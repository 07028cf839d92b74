//! In: Markdown events of one block. Out: the same events with two things set right for Chinese:
//! a line break between Chinese characters is nothing, and `**高新技术企业。**到2020年` is bold.
//!
//! CommonMark lets `**` end bold text only where a space or a mark follows a mark, which Chinese,
//! written without spaces, does not have. The rule here is the one proposed as "CJK-friendly emphasis":
//! beside a Chinese character, a mark counts as a letter.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::language::{is_cjk, joins_without_space};

pub type Placed<'a> = (Event<'a>, Range<usize>);

/// Both corrections, in one pass each.
pub fn set_right<'a>(events: Vec<Placed<'a>>, source: &'a str) -> Vec<Placed<'a>> {
    join_lines(close_emphasis(events, source))
}

fn join_lines(events: Vec<Placed<'_>>) -> Vec<Placed<'_>> {
    if !events.iter().any(|(event, _)| matches!(event, Event::SoftBreak)) {
        return events;
    }
    let mut out: Vec<Placed<'_>> = Vec::with_capacity(events.len());
    let mut events = events.into_iter().peekable();
    while let Some((event, range)) = events.next() {
        if matches!(event, Event::SoftBreak) {
            let before = out.iter().rev().find_map(|(event, _)| edge(event, str::chars_last));
            let after = events.peek().and_then(|(event, _)| edge(event, str::chars_first));
            if let (Some(before), Some(after)) = (before, after)
                && joins_without_space(before, after)
            {
                continue;
            }
        }
        out.push((event, range));
    }
    out
}

trait Ends {
    fn chars_first(&self) -> Option<char>;
    fn chars_last(&self) -> Option<char>;
}

impl Ends for str {
    fn chars_first(&self) -> Option<char> {
        self.chars().next()
    }
    fn chars_last(&self) -> Option<char> {
        self.chars().next_back()
    }
}

fn edge(event: &Event<'_>, end: fn(&str) -> Option<char>) -> Option<char> {
    match event {
        Event::Text(text) | Event::Code(text) => end(text),
        _ => None,
    }
}

/// A run of one or two `*` that the Markdown parser took for text.
struct Opener {
    at: usize,
    stars: usize,
    /// Whether it stands beside a Chinese character or mark.
    chinese: bool,
}

/// Turns left-over stars into the emphasis they were meant to be.
fn close_emphasis<'a>(events: Vec<Placed<'a>>, source: &'a str) -> Vec<Placed<'a>> {
    let has_stars = |(event, _): &Placed<'_>| matches!(event, Event::Text(text) if memchr(b'*', text.as_bytes()).is_some());
    if !events.iter().any(has_stars) {
        return events;
    }
    let mut out: Vec<Placed<'a>> = Vec::with_capacity(events.len() + 4);
    // One list of open stars per surrounding element: emphasis may not cross its border.
    let mut open: Vec<Vec<Opener>> = vec![Vec::new()];
    for (event, range) in join_text(events, source) {
        match &event {
            Event::Start(_) => open.push(Vec::new()),
            Event::End(_) => {
                open.pop();
            }
            Event::Text(text) if text.contains('*') && stands_in(source, &range, text) => {
                let siblings = open.last_mut().expect("the block itself is never popped");
                for piece in pieces(source, range) {
                    place(piece, source, &mut out, siblings);
                }
                continue;
            }
            _ => {}
        }
        out.push((event, range));
    }
    out
}

/// Whether a text stands at its place letter by letter: an escaped character, or a line break that was taken out, does not.
pub fn stands_in(source: &str, range: &Range<usize>, text: &str) -> bool {
    source.get(range.clone()) == Some(text)
}

/// Puts together what the parser has cut: it gives every star of a run by itself.
pub fn join_text<'a>(events: Vec<Placed<'a>>, source: &'a str) -> Vec<Placed<'a>> {
    let verbatim = |event: &Event<'_>, range: &Range<usize>| matches!(event, Event::Text(text) if stands_in(source, range, text));
    let mut out: Vec<Placed<'a>> = Vec::with_capacity(events.len());
    for (event, range) in events {
        let joined = match out.last() {
            Some((before, place)) if verbatim(before, place) && verbatim(&event, &range) => {
                (place.end == range.start).then_some(place.start..range.end)
            }
            _ => None,
        };
        match joined {
            Some(place) => {
                let text = CowStr::Borrowed(&source[place.clone()]);
                *out.last_mut().expect("there is text before") = (Event::Text(text), place);
            }
            None => out.push((event, range)),
        }
    }
    out
}

/// The text cut before and after every run of stars.
fn pieces(source: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let mut start = range.start;
    let bytes = source.as_bytes();
    for at in range.clone() {
        if at > start && (bytes[at] == b'*') != (bytes[at - 1] == b'*') {
            cuts.push(start..at);
            start = at;
        }
    }
    cuts.push(start..range.end);
    cuts
}

fn place<'a>(
    piece: Range<usize>,
    source: &'a str,
    out: &mut Vec<Placed<'a>>,
    open: &mut Vec<Opener>,
) {
    let text = &source[piece.clone()];
    let stars = text.len();
    let before = source[..piece.start].chars_last();
    let after = source[piece.end..].chars_first();
    let delimiter = text.starts_with('*') && stars <= 2 && before != Some('\\');
    let chinese = beside_cjk(before, after);
    if delimiter && before.is_some_and(|c| !c.is_whitespace()) {
        // Where no side touches Chinese, CommonMark has decided.
        let fits = |opener: &Opener| opener.stars == stars && (opener.chinese || chinese);
        if let Some(start) = open.iter().rposition(fits) {
            let opener = open.drain(start..).next().expect("an opener was found");
            let (tag, end) = emphasis(stars);
            out[opener.at].0 = Event::Start(tag);
            out.push((Event::End(end), piece));
            return;
        }
    }
    if delimiter && after.is_some_and(|c| !c.is_whitespace()) {
        open.push(Opener { at: out.len(), stars, chinese });
    }
    out.push((Event::Text(CowStr::Borrowed(text)), piece));
}

fn emphasis<'a>(stars: usize) -> (Tag<'a>, TagEnd) {
    if stars == 2 { (Tag::Strong, TagEnd::Strong) } else { (Tag::Emphasis, TagEnd::Emphasis) }
}

fn beside_cjk(before: Option<char>, after: Option<char>) -> bool {
    let chinese = |c: char| is_cjk(c) || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…');
    before.is_some_and(chinese) || after.is_some_and(chinese)
}
