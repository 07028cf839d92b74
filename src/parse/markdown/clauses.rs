//! In: the events of a text. Out: its blocks under its clauses, each clause with the address that its
//! printed numbers make.

use std::collections::hash_map::Entry;

use memchr::memchr;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Tag};
use rustc_hash::FxHashMap;

use crate::diagnostic::limit::Limit;
use crate::diagnostic::safety::{NameRefused, Safety};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::language::numeral::heading_label;
use crate::model::directive::Directive;
use crate::model::document::{Address, Block, BlockContent, Clause, Document, Title};
use crate::model::html::Html;
use crate::model::limits;
use crate::model::prose::Words;

use super::depth::too_deep;
use super::inline::{Placed, set_right};
use super::notes::notes;
use super::{Origin, Parsed, directive, html, words};

/// Divides the text at its headings.
pub fn read<'a>(
    events: impl Iterator<Item = Placed<'a>>,
    origin: &Origin<'a>,
    found: &mut Diagnostics,
) -> Parsed {
    let (mut preamble, mut clauses) = (Box::default(), Vec::<Clause>::new());
    // What stands under the heading that was read last.
    let (mut blocks, mut own_notes) = (Vec::new(), Vec::new());
    let (mut title, mut damaged) = (None, false);
    let mut addresses = Addresses::default();
    for block in (Blocks { events }) {
        let span = origin.span(block[0].1.clone());
        if let Some(place) = too_deep(&block) {
            damaged = true;
            let problem = Limit::Depth { most: limits::DEPTH };
            found.report(Problem::Limit(problem), origin.span(place));
            continue;
        }
        damaged |= report_slips(&block, origin, found);
        let Event::Start(Tag::Heading { level, id, .. }) = &block[0].0 else {
            if !clauses.is_empty() {
                own_notes.extend(notes(&block, origin));
            }
            let (content, words) = content(block, origin, found);
            blocks.push(Block { content, words, span });
            continue;
        };
        let (level, id) = (*level, id.clone());
        let mut words = block;
        words.pop();
        words.remove(0);
        let words = set_right(words, origin.text);
        if level == HeadingLevel::H1 {
            let text = plain_text(&words);
            title.get_or_insert((text, html::html(words, origin, found), span));
            continue;
        }
        if clauses.len() == limits::CLAUSES {
            damaged = true;
            found.report(Problem::Limit(Limit::Clauses { most: limits::CLAUSES }), span);
            break;
        }
        let clause = heading(words, level, id.as_deref(), span, origin, &mut addresses, found);
        end(&mut clauses, &mut preamble, &mut blocks, &mut own_notes);
        clauses.push(clause);
    }
    end(&mut clauses, &mut preamble, &mut blocks, &mut own_notes);
    report_duplicates(&clauses, found);
    Parsed { title, document: Document::new(preamble, clauses, damaged) }
}

/// Puts what was found under a heading, or before the first one, in its place, with nothing kept free for more.
fn end(
    clauses: &mut [Clause],
    preamble: &mut Box<[Block]>,
    blocks: &mut Vec<Block>,
    notes: &mut Vec<Spanned<String>>,
) {
    let (blocks, notes) = (blocks.drain(..).collect(), notes.drain(..).collect());
    match clauses.last_mut() {
        Some(clause) => (clause.blocks, clause.notes) = (blocks, notes),
        None => *preamble = blocks,
    }
}

/// A chart or a table that stands alone, or HTML.
fn content<'a>(
    block: Vec<Placed<'a>>,
    origin: &Origin<'a>,
    found: &mut Diagnostics,
) -> (BlockContent, Words) {
    let none = Words::default;
    let (first, range) = &block[0];
    if matches!(first, Event::Start(Tag::Paragraph)) {
        let text = origin.text[range.clone()].trim_end();
        let whole = range.start + text.len() - text.trim_start().len()..range.start + text.len();
        let places = directive::places(origin.text, whole.clone());
        if places == [whole.clone()] {
            match directive::read(whole, origin, found) {
                Some(Directive::Chart(chart)) => {
                    return (BlockContent::Chart(chart.into()), none());
                }
                Some(Directive::Table(indicator)) => {
                    return (BlockContent::Table(indicator.into()), none());
                }
                Some(Directive::Duties) => return (BlockContent::Duties, none()),
                // A figure is text; what is none has been reported.
                Some(Directive::Figure(_)) => {}
                None => return (BlockContent::Html(Html::default()), none()),
            }
        }
    }
    let events = set_right(block, origin.text);
    let words = words::words(&events, origin);
    (BlockContent::Html(html::html(events, origin, found)), words)
}

/// What looks like one thing to an author and is another to Markdown; whether a heading is lost by it.
fn report_slips(block: &[Placed<'_>], origin: &Origin<'_>, found: &mut Diagnostics) -> bool {
    let mut lost = false;
    let range = &block[0].1;
    match &block[0].0 {
        // Hardly any has the sign at all.
        Event::Start(Tag::Paragraph)
            if memchr(b'#', origin.text[range.clone()].as_bytes()).is_some() =>
        {
            let mut start = range.start;
            for line in origin.text[range.clone()].split_inclusive('\n') {
                let marks = line.len() - line.trim_start_matches('#').len();
                let place = start..start + line.trim_end().len();
                start += line.len();
                if (2..=6).contains(&marks) {
                    lost = true;
                    let marks = "#".repeat(marks);
                    found.report(Problem::HeadingWithoutSpace { marks }, origin.span(place));
                }
            }
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            let line = origin.text[range.clone()].lines().next().map_or(0, str::len);
            found.report(Problem::IndentedCode, origin.span(range.start..range.start + line));
        }
        _ => {}
    }
    lost
}

/// The events of a text, block by block of the top level: those of a whole text take much room.
struct Blocks<I> {
    events: I,
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for Blocks<I> {
    type Item = Vec<Placed<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let (mut block, mut depth) = (Vec::new(), 0usize);
        for placed in &mut self.events {
            match placed.0 {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            block.push(placed);
            if depth == 0 {
                return Some(block);
            }
        }
        None
    }
}

fn heading<'a>(
    mut words: Vec<Placed<'a>>,
    level: HeadingLevel,
    id: Option<&str>,
    span: Span,
    origin: &Origin<'a>,
    addresses: &mut Addresses,
    found: &mut Diagnostics,
) -> Clause {
    let depth = level as usize - 1;
    let whole = text_of(&words);
    let text = whole.trim();
    let label = heading_label(text);
    if let Some(place) = directive::places(origin.text, heading_range(&words)).first() {
        let problem = Problem::DirectiveMisplaced { place: "a heading" };
        found.report(problem, origin.span(place.clone()));
    }
    let (number, printed, title) = match label {
        Some(label) => (Some(label.number), label.printed, label.rest),
        None => (None, "", text),
    };
    let end = span.range().len();
    let place = words_of_heading(&words, (text, title), printed, origin);
    let place = place.unwrap_or_else(|| span.part(end, 0));
    let heading = words::words(&words, origin);
    let front = whole.trim_end().len() - title.len();
    drop_front(&mut words, front);
    let id = id.filter(|id| {
        let good = is_anchor(id);
        if !good {
            let problem = Problem::BadId { id: (*id).to_owned() };
            found.report(limits::problem_of_id(id, problem), span);
        } else if let Some(fault) = NameRefused::of(id) {
            let problem = Safety::Name { name: (*id).to_owned(), fault };
            found.report(Problem::Safety(problem), span);
        }
        good
    });
    Clause {
        address: addresses.next(depth, number, id),
        depth,
        label: printed.into(),
        title: Title::new(title, html::html(words, origin, found)),
        span,
        words: place,
        heading,
        blocks: Box::default(),
        notes: Box::default(),
    }
}

/// From the first to the last word of a heading.
fn heading_range(words: &[Placed<'_>]) -> std::ops::Range<usize> {
    match (words.first(), words.last()) {
        (Some((_, first)), Some((_, last))) => first.start..last.end,
        _ => 0..0,
    }
}

/// Where the words of a heading stand, behind its hashes and its label `printed`. A label that does not stand
/// there letter by letter, as in `**一、**`, is left with the words. `plain` is the heading as readers see it, with its label
/// and without.
fn words_of_heading(
    words: &[Placed<'_>],
    plain: (&str, &str),
    printed: &str,
    origin: &Origin<'_>,
) -> Option<Span> {
    let (first, last) = (&words.first()?.1, &words.last()?.1);
    let line = origin.text[..first.start].rfind('\n').map_or(0, |at| at + 1);
    // Blanks that Markdown keeps at the end, such as a vertical tab, belong to no word.
    let whole = origin.text[line..last.end].trim_end();
    let end = line + whole.len();
    let whole = whole.trim_start();
    let behind = whole.trim_start_matches('#');
    let text = if behind.starts_with([' ', '\t']) { behind.trim_start() } else { whole };
    let title = match printed {
        // Nearly always it stands so in the file.
        _ if text == plain.0 => plain.1,
        "" => text,
        _ => {
            let label = heading_label(text).filter(|label| label.printed == printed);
            label.map_or(text, |label| label.rest)
        }
    };
    Some(origin.span(end - title.len()..end))
}

/// An id given by an author can be told from an address made of numbers.
fn is_anchor(id: &str) -> bool {
    id.len() <= limits::ID
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn plain_text(words: &[Placed<'_>]) -> String {
    text_of(words).trim().to_owned()
}

/// The text with the blanks at its ends.
fn text_of(words: &[Placed<'_>]) -> String {
    let mut text = String::new();
    for (event, _) in words {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// Takes the label and what stands before it, `len` bytes of text, from the front of a heading.
fn drop_front(words: &mut Vec<Placed<'_>>, mut len: usize) {
    for (event, range) in words.iter_mut() {
        if len == 0 {
            break;
        }
        let (Event::Text(text) | Event::Code(text)) = event else {
            if matches!(event, Event::SoftBreak | Event::HardBreak) {
                len -= 1;
                *event = Event::Text("".into());
            }
            continue;
        };
        let take = len.min(text.len());
        len -= take;
        // What stands in the file as it is, and not in the marks of code, is told where the rest of it stands.
        let as_written = range.len() == text.len();
        match text {
            CowStr::Borrowed(words) => *words = &words[take..],
            other => *other = other[take..].to_owned().into(),
        }
        if as_written {
            range.start += take;
        }
    }
    let empty = |event: &Event<'_>| matches!(event, Event::Text(text) | Event::Code(text) if text.is_empty());
    words.retain(|(event, _)| !empty(event));
}

fn report_duplicates(clauses: &[Clause], found: &mut Diagnostics) {
    let mut seen = FxHashMap::default();
    seen.reserve(clauses.len());
    for clause in clauses {
        match seen.entry(&clause.address) {
            Entry::Vacant(place) => {
                place.insert(clause.span);
            }
            Entry::Occupied(first) => {
                let problem = Problem::DuplicateClause { address: clause.address.to_string() };
                found.push(Diagnostic::new(problem, clause.span).with_related(*first.get()));
            }
        }
    }
}

/// Makes addresses from numbers: the number of a heading behind the address of the heading above it.
#[derive(Default)]
struct Addresses {
    /// The open headings: depth, address, and how many headings without a number stood below.
    open: Vec<(usize, String, u32)>,
    unnumbered_at_top: u32,
}

impl Addresses {
    fn next(&mut self, depth: usize, number: Option<u32>, id: Option<&str>) -> Address {
        while self.open.last().is_some_and(|(above, _, _)| *above >= depth) {
            self.open.pop();
        }
        let own = match number {
            Some(number) => number.to_string(),
            None => {
                let count = self.open.last_mut().map_or(&mut self.unnumbered_at_top, |(_, _, n)| n);
                *count += 1;
                format!("x{count}")
            }
        };
        let address = match (id, self.open.last()) {
            (Some(id), _) => id.to_owned(),
            (None, Some((_, above, _))) => format!("{above}.{own}"),
            (None, None) => own,
        };
        self.open.push((depth, address.clone(), 0));
        Address::new(address)
    }
}
