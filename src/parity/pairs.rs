//! In: the two texts of a plan. Out: the passages that stand in each other's place, with their lines. Many checks go through
//! the same pairs, so that these are put together once.

use memchr::memchr;
use rustc_hash::FxHashSet;

use crate::diagnostic::Span;
use crate::model::document::{Address, Block, Document};
use crate::model::line::Line;
use crate::model::passage::Passage;

/// Two passages that stand in each other's place.
pub struct Pair<'d> {
    /// That of the authoritative text.
    pub one: Passage<'d>,
    /// That of the translation.
    pub two: Passage<'d>,
    ours: Vec<Lines<'d>>,
    theirs: Vec<Lines<'d>>,
}

/// The lines of a block: paragraphs, items, cells.
pub(super) struct Lines<'d> {
    pub all: Vec<Line<'d>>,
    /// Whether double braces stand in them that could not be read, which has been reported. What they ask for is not known.
    pub open: bool,
}

impl<'d> Lines<'d> {
    fn of(block: &'d Block) -> Self {
        // Figures of the tables are the same in all languages; what is compared is the text around them.
        let html = block.html();
        let all = html.map_or_else(Vec::new, |html| html.lines(|_| "…".to_owned()));
        // Most blocks have no brace at all, which is told faster.
        let may = html.is_some_and(|html| html.may_have(b'{'));
        let open = may && all.iter().flat_map(Line::texts).any(has_open_braces);
        Self { all, open }
    }

    /// The lines whose texts are compared; `None` where they are not known.
    fn known(&self) -> Option<&[Line<'d>]> {
        (!self.open).then_some(&*self.all)
    }
}

/// `None` where they are not known.
type KnownLines<'p> = Option<&'p [Line<'p>]>;

impl<'d> Pair<'d> {
    pub fn new(one: Passage<'d>, two: Passage<'d>) -> Self {
        let lines = |passage: &Passage<'d>| passage.blocks.iter().map(Lines::of).collect();
        Self { ours: lines(&one), theirs: lines(&two), one, two }
    }

    /// The passages of two texts that have the same address, up to the first that have not. Where an address is there twice,
    /// nobody knows which is meant. A `late` target may lack some, which are then passed over.
    pub fn of(source: &'d Document, target: &'d Document, late: bool) -> Vec<Self> {
        let (ours, theirs) = (repeated(source), repeated(target));
        let once = |passage: &Passage<'_>| {
            passage.address().is_none_or(|one| !ours.contains(&one) && !theirs.contains(&one))
        };
        let is_there = |passage: &Passage<'_>| match passage.address() {
            _ if !late => true,
            Some(address) => target.clause(address).is_some(),
            None => !target.preamble.is_empty(),
        };
        // Without the headings above it, a clause has the number of another one.
        let depth = |passage: &Passage<'_>| passage.clause.map(|clause| clause.depth);
        let same = |one: &Passage<'_>, two: &Passage<'_>| {
            one.address() == two.address() && (!late || depth(one) == depth(two))
        };
        let pairs = source.passages().filter(is_there).zip(target.passages().filter(is_there));
        let pairs = pairs.take_while(|(one, two)| same(one, two)).filter(|(one, _)| once(one));
        pairs.map(|(one, two)| Self::new(one, two)).collect()
    }

    pub fn address(&self) -> Option<&'d Address> {
        self.one.address()
    }

    /// The lines of all blocks of both.
    pub(super) fn lines(&self) -> (&[Lines<'d>], &[Lines<'d>]) {
        (&self.ours, &self.theirs)
    }

    /// The lines of the blocks at a place, as far as they are known.
    pub(super) fn lines_at(&self, at: usize) -> (KnownLines<'_>, KnownLines<'_>) {
        (self.ours.get(at).and_then(Lines::known), self.theirs.get(at).and_then(Lines::known))
    }

    /// The headings and the lines of both, each as one text; `None` where some of it is not known.
    pub fn whole(&self) -> Option<(String, String)> {
        Some((whole(&self.one, &self.ours)?, whole(&self.two, &self.theirs)?))
    }

    /// Goes through the texts of both: the headings, then block by block where both have as many, else all blocks as one
    /// text. The spans are those of the headings or the blocks.
    pub fn for_each(&self, mut visit: impl FnMut(&[&str], &[&str], (Span, Span))) {
        self.for_each_at(|here, there, spans, _| visit(here, there, spans));
    }

    /// The same, with the place of the blocks among those of their passages.
    pub(super) fn for_each_at(
        &self,
        mut visit: impl FnMut(&[&str], &[&str], (Span, Span), Option<usize>),
    ) {
        let (one, two) = (&self.one, &self.two);
        if let Some((here, there)) = one.clause.zip(two.clause)
            && !has_open_braces(here.title.text())
            && !has_open_braces(there.title.text())
        {
            visit(&[here.title.text()], &[there.title.text()], (here.span, there.span), None);
        }
        if one.blocks.len() == two.blocks.len() {
            for (at, (here, there)) in one.blocks.iter().zip(two.blocks).enumerate() {
                let (Some(ours), Some(theirs)) = self.lines_at(at) else { continue };
                visit(&texts(ours), &texts(theirs), (here.span, there.span), Some(at));
            }
        } else if let (Some(here), Some(there)) = (one.span(), two.span()) {
            let whole = |lines: &[Lines<'_>]| {
                lines
                    .iter()
                    .filter_map(Lines::known)
                    .flat_map(|lines| texts(lines))
                    .collect::<Vec<_>>()
                    .join("\n")
            };
            visit(&[&whole(&self.ours)], &[&whole(&self.theirs)], (here, there), None);
        }
    }
}

/// The addresses that several clauses have, which are few or none.
fn repeated(document: &Document) -> Vec<&Address> {
    let mut seen = FxHashSet::default();
    seen.reserve(document.clauses.len());
    let addresses = document.clauses.iter().map(|clause| &clause.address);
    addresses.filter(|address| !seen.insert(*address)).collect()
}

fn whole(passage: &Passage<'_>, blocks: &[Lines<'_>]) -> Option<String> {
    let mut text = passage.clause.map(|clause| clause.title.text().to_owned()).unwrap_or_default();
    // A text has about as many bytes as its file.
    text.reserve(passage.blocks.iter().map(|block| block.span.range().len() + 1).sum());
    for lines in blocks {
        text.push('\n');
        for (at, line) in lines.known()?.iter().flat_map(Line::texts).enumerate() {
            text.push_str(if at == 0 { "" } else { "\n" });
            text.push_str(line);
        }
    }
    Some(text)
}

fn texts<'l>(lines: &'l [Line<'_>]) -> Vec<&'l str> {
    let mut texts = Vec::with_capacity(lines.len());
    texts.extend(lines.iter().flat_map(Line::texts));
    texts
}

fn has_open_braces(text: &str) -> bool {
    // Most texts have no brace at all, which is told faster.
    memchr(b'{', text.as_bytes()).is_some_and(|at| text[at..].contains("{{"))
}
