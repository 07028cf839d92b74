//! In: passages of two texts that stand in each other's place. Out: the blocks that do not match, and the quantities that
//! differ, each with the sentences in which they stand.

use rustc_hash::FxHashMap;

use crate::diagnostic::Span;
use crate::diagnostic::translation::{BlocksDiffer, QuantityKind, Quoted};
use crate::model::directive::Figure;
use crate::model::document::{Block, BlockContent};
use crate::model::html::Html;
use crate::model::line::Line;

use super::Reader;
use super::compare;
use super::matching::Difference;
use super::pairs::Pair;
use super::points;
use super::quantity::Quantity;
use super::sentence::{pair_of, sentence_at};
use super::tables::{self, Known};

/// A quantity as a text says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub quoted: Quoted,
    /// How often the same words stand before it in the block.
    pub earlier: usize,
}

/// A quantity that differs between two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    pub kind: QuantityKind,
    pub source: Option<Said>,
    pub target: Option<Said>,
    /// The sentence in the authoritative text, or the one that stands in its place.
    pub source_sentence: String,
    pub target_sentence: String,
    /// The blocks, or the headings.
    pub source_span: Span,
    pub target_span: Span,
}

/// Blocks of a clause that do not match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnlikeBlock {
    /// The block in the authoritative text; the heading where it has too few.
    pub source: Span,
    pub target: Span,
    pub reason: BlocksDiffer,
}

/// The first block in which two passages differ in kind.
pub fn unlike_block(pair: &Pair<'_>) -> Option<UnlikeBlock> {
    let (source, target) = (&pair.one, &pair.two);
    let (our_lines, their_lines) = pair.lines();
    if our_lines.iter().chain(their_lines).any(|lines| lines.open) {
        return None;
    }
    for (at, (one, two)) in source.blocks.iter().zip(target.blocks).enumerate() {
        if let Some(reason) = unlike((one, &our_lines[at].all), (two, &their_lines[at].all)) {
            return Some(UnlikeBlock { source: one.span, target: two.span, reason });
        }
    }
    let (ours, theirs) = (source.blocks.len(), target.blocks.len());
    if ours == theirs {
        return None;
    }
    let first_extra = |blocks: &[Block], from: usize| blocks.get(from).map(|block| block.span);
    let (heading, other_heading) = (source.span(), target.span());
    let one = first_extra(source.blocks, theirs).or(heading).or(other_heading)?;
    let two = first_extra(target.blocks, ours).or(other_heading).or(heading)?;
    Some(UnlikeBlock { source: one, target: two, reason: BlocksDiffer::Count(ours, theirs) })
}

/// How two blocks differ, each with its lines.
fn unlike(
    (one, our_lines): (&Block, &[Line<'_>]),
    (two, their_lines): (&Block, &[Line<'_>]),
) -> Option<BlocksDiffer> {
    let (here, there) = match (&one.content, &two.content) {
        (BlockContent::Html(here), BlockContent::Html(there)) => (here, there),
        (BlockContent::Chart(here), BlockContent::Chart(there)) => {
            return (here.words() != there.words()).then_some(BlocksDiffer::Directive);
        }
        (BlockContent::Table(here), BlockContent::Table(there)) => {
            return (here.value != there.value).then_some(BlocksDiffer::Directive);
        }
        (BlockContent::Duties, BlockContent::Duties) => return None,
        _ => return Some(BlocksDiffer::Kind),
    };
    if here.tag() != there.tag() {
        return Some(BlocksDiffer::Kind);
    }
    let figures = |html: &Html| -> Vec<Vec<String>> {
        let mut list: Vec<Vec<String>> = html.figures().map(Figure::words).collect();
        list.sort_unstable();
        list
    };
    if figures(here) != figures(there) {
        return Some(BlocksDiffer::Directive);
    }
    if our_lines.len() != their_lines.len() {
        return Some(BlocksDiffer::Lines(our_lines.len(), their_lines.len()));
    }
    let cells = |line: &Line<'_>| line.texts().count();
    let pairs = || our_lines.iter().zip(their_lines);
    if let Some((here, there)) = pairs().find(|(here, there)| cells(here) != cells(there)) {
        return Some(BlocksDiffer::Cells(cells(here), cells(there)));
    }
    let texts = pairs().flat_map(|(here, there)| here.texts().zip(there.texts()));
    let (ours, theirs) = texts.into_iter().find_map(|(here, there)| points::differ(here, there))?;
    Some(BlocksDiffer::Points(ours, theirs))
}

/// The quantities of two passages that differ.
pub fn mismatches(pair: &Pair<'_>, (read, read_two): (Reader, Reader), found: &mut Vec<Mismatch>) {
    let before = found.len();
    pair.for_each_at(|here, there, spans, at| {
        let judged = at.and_then(|at| tables::judge(pair, (read, read_two), at));
        let cells = judged.as_ref().map_or(&[][..], |judged| &judged.cells);
        compare_texts((here, read), (there, read_two), spans, cells, found);
        found.extend(judged.into_iter().flat_map(|judged| judged.units));
    });
    if found.len() > before {
        let mut years = YearsElsewhere { pair, known: FxHashMap::default() };
        let new = found.split_off(before);
        found.extend(new.into_iter().filter(|new| !years.say(new)));
    }
}

/// The years that two passages say anywhere, of those that were asked for.
struct YearsElsewhere<'p, 'd> {
    pair: &'p Pair<'d>,
    /// By whether the second passage was asked, and the year.
    known: FxHashMap<(bool, String), bool>,
}

impl YearsElsewhere<'_, '_> {
    /// Whether only one text of a block says a year that the other gives elsewhere in the clause, as at the head of a list.
    fn say(&mut self, new: &Mismatch) -> bool {
        let (said, of_second) = match (&new.source, &new.target) {
            (Some(said), None) => (said, true),
            (None, Some(said)) => (said, false),
            _ => return false,
        };
        let Some(year) = said.quoted.value.strip_prefix("year ") else { return false };
        let (ours, theirs) = self.pair.lines();
        let says = || {
            let mut lines = if of_second { theirs } else { ours }.iter().flat_map(|one| &one.all);
            lines.any(|line| line.texts().any(|text| text.contains(year)))
        };
        *self.known.entry((of_second, year.to_owned())).or_insert_with(says)
    }
}

/// Line by line where both have as many, else as a whole.
fn compare_texts(
    source: (&[&str], Reader),
    target: (&[&str], Reader),
    spans: (Span, Span),
    cells: &[Known],
    found: &mut Vec<Mismatch>,
) {
    let ((ours, read), (theirs, read_two)) = (source, target);
    if ours.len() != theirs.len() {
        let (ours, theirs) = (ours.join("\n"), theirs.join("\n"));
        return compare_texts((&[&ours], read), (&[&theirs], read_two), spans, &[], found);
    }
    for (at, (here, there)) in ours.iter().zip(theirs).enumerate() {
        let differences = match cells.get(at) {
            Some(Known::Agree) => continue,
            Some(Known::Differ(one, two)) => {
                let (source, target) = (Some(one.clone()), Some(two.clone()));
                vec![Difference { kind: QuantityKind::Value, source, target }]
            }
            _ => compare((here, read), (there, read_two)),
        };
        for difference in differences {
            let earlier = (&ours[..at], &theirs[..at]);
            found.push(mismatch(difference, (here, there), earlier, spans));
        }
    }
}

/// What differs between two texts that stand alone, such as the two languages of a title.
pub fn between(
    source: (&str, Reader),
    target: (&str, Reader),
    spans: (Span, Span),
) -> Vec<Mismatch> {
    let differences = compare(source, target);
    let texts = (source.0, target.0);
    differences.into_iter().map(|one| mismatch(one, texts, (&[], &[]), spans)).collect()
}

fn mismatch(
    difference: Difference,
    (here, there): (&str, &str),
    earlier: (&[&str], &[&str]),
    (source_span, target_span): (Span, Span),
) -> Mismatch {
    let Difference { kind, source, target } = difference;
    let at = |one: &Option<Quantity>| one.as_ref().map(|one| one.range.start);
    let (source_sentence, target_sentence) = match (at(&source), at(&target)) {
        (Some(one), Some(two)) => (sentence_at(here, one), sentence_at(there, two)),
        (Some(one), None) => (sentence_at(here, one), pair_of(here, one, there)),
        (None, Some(two)) => (pair_of(there, two, here), sentence_at(there, two)),
        (None, None) => (here, there),
    };
    Mismatch {
        kind,
        source_sentence: source_sentence.to_owned(),
        target_sentence: target_sentence.to_owned(),
        source: source.map(|one| said(&one, here, earlier.0)),
        target: target.map(|one| said(&one, there, earlier.1)),
        source_span,
        target_span,
    }
}

fn said(quantity: &Quantity, text: &str, before: &[&str]) -> Said {
    let words = text[quantity.range.clone()].to_owned();
    let count = |text: &str| text.matches(words.as_str()).count();
    let earlier =
        before.iter().map(|text| count(text)).sum::<usize>() + count(&text[..quantity.range.start]);
    Said { quoted: Quoted { value: quantity.to_string(), text: words }, earlier }
}

/// Where words stand in the author's file: in a block whose text in the file is `written`, behind `earlier` others that
/// are the same.
pub fn place_of(words: &str, earlier: usize, span: Span, written: &str) -> Span {
    let found = written.match_indices(words).nth(earlier);
    found.map_or(span, |(at, words)| span.part(at, words.len()))
}
