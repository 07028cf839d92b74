//! In: the two texts of a plan, the second also as it stands on disk, and the units of a file that comes back.
//! Out: the second text with what was translated, or why nothing is taken over. The new text is read once more
//! before it is handed on: it must have the clauses and blocks that were meant, and no new mistakes.

use std::collections::BTreeMap;

use crate::diagnostic::{self, Diagnostics, Files, Level};
use crate::language::numeral::heading_label;

use super::received::{Received, asked, receive};
use super::units::{HEADING, Heading, PlanText, Section, alike, block_id};
use super::xliff::ReadUnit;
use super::{Refusal, label};
use crate::mending::splice::{Edit, plain, splice};

/// The text of the second language.
pub struct Twin<'a> {
    pub text: &'a PlanText,
    /// The bytes on disk; empty where there is no file yet.
    pub raw: &'a str,
    /// From the folder of the site.
    pub path: &'a str,
    pub language: &'a str,
}

/// What a translation makes of a text.
#[derive(Debug)]
pub struct Imported {
    /// The file as it is to be written.
    pub raw: String,
    /// In the order of the first text.
    pub changes: Vec<Change>,
    /// The clauses of which every segment came back translated.
    pub complete: Vec<String>,
}

/// What changed in a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub unit: String,
    pub segments: Vec<String>,
    /// The clause was not there before.
    pub new: bool,
}

/// Takes a translation over.
pub fn import(
    source: &PlanText,
    twin: &Twin<'_>,
    units: &[ReadUnit],
) -> Result<Imported, Vec<Refusal>> {
    let received = receive(source, units)?;
    let mut work = Work::new(source, twin);
    work.go_through(&received);
    if !work.refused.is_empty() {
        return Err(work.refused);
    }
    let raw = splice(twin.raw, &work.edits());
    match work.problem_of(&raw) {
        Some(refusal) => Err(vec![refusal]),
        None => {
            let complete = complete(source, &received);
            Ok(Imported { raw, changes: work.changes, complete })
        }
    }
}

/// The sections of which nothing is left to translate.
fn complete(source: &PlanText, received: &Received) -> Vec<String> {
    let is_complete = |section: &&Section| {
        let given = |id: &str| received.get(&section.id).is_some_and(|one| one.contains_key(id));
        asked(source, section).iter().all(|(id, text)| text.is_empty() || given(id))
    };
    source.sections.iter().filter(is_complete).map(|section| section.id.clone()).collect()
}

/// What a section is to hold when all is done.
struct Expected {
    id: String,
    pieces: Vec<String>,
}

struct Work<'a> {
    source: &'a PlanText,
    twin: &'a Twin<'a>,
    edits: Vec<Edit>,
    /// New sections by the place where they go.
    new: BTreeMap<usize, Vec<String>>,
    expected: Vec<Expected>,
    changes: Vec<Change>,
    refused: Vec<Refusal>,
    /// Where a new section goes: in the text, and in `expected`.
    place: (usize, usize),
}

impl<'a> Work<'a> {
    fn new(source: &'a PlanText, twin: &'a Twin<'a>) -> Self {
        let pieces = |section| twin.text.pieces(section).map(str::to_owned).collect();
        let sections = twin.text.sections.iter();
        let expected =
            sections.map(|section| Expected { id: section.id.clone(), pieces: pieces(section) });
        Self {
            source,
            twin,
            edits: Vec::new(),
            new: BTreeMap::new(),
            expected: expected.collect(),
            changes: Vec::new(),
            refused: Vec::new(),
            place: (0, 0),
        }
    }

    fn go_through(&mut self, received: &Received) {
        let (source, twin) = (self.source, self.twin);
        let nothing = BTreeMap::new();
        for section in &source.sections {
            let given = received.get(&section.id).unwrap_or(&nothing);
            match twin.text.section(&section.id) {
                Some(old) => {
                    let at = self.expected.iter().position(|one| one.id == section.id);
                    let at = at.unwrap_or(0);
                    self.place = (old.end, at + 1);
                    self.revise(section, old, at, given);
                }
                None => self.add(section, given),
            }
        }
    }

    /// A section that both languages have.
    fn revise(
        &mut self,
        section: &Section,
        old: &Section,
        at: usize,
        given: &BTreeMap<String, String>,
    ) {
        let first = usize::from(old.heading.is_some());
        let heading = old.heading.iter().map(|heading| (HEADING.to_owned(), 0, &heading.words));
        let blocks = old.blocks.iter().enumerate();
        let blocks = blocks
            .filter(|(_, block)| alike(section, old) && !block.fixed)
            .map(|(number, block)| (block_id(number), first + number, &block.place));
        let mut segments = Vec::new();
        for (id, piece, place) in heading.chain(blocks) {
            let Some(text) = given.get(&id).filter(|text| **text != self.twin.text.at(place))
            else {
                continue;
            };
            self.expected[at].pieces[piece].clone_from(text);
            self.edits.push(Edit { place: place.clone(), text: text.clone() });
            segments.push(id);
        }
        if !alike(section, old) {
            segments.extend(self.replace_body(section, old, at, given));
        }
        self.note(section, segments, false);
    }

    /// All blocks of a section that the languages divide differently.
    fn replace_body(
        &mut self,
        section: &Section,
        old: &Section,
        at: usize,
        given: &BTreeMap<String, String>,
    ) -> Vec<String> {
        let ids: Vec<String> = asked(self.source, section).into_iter().map(|(id, _)| id).collect();
        let ids: Vec<String> = ids.into_iter().filter(|id| id != HEADING).collect();
        if !self.is_whole(section, &ids, given) {
            return Vec::new();
        }
        let body = self.body(section, given);
        let text = body.join("\n\n");
        let (place, text) = match (&old.blocks[..], &old.heading) {
            ([first, .., last], _) => (first.place.start..last.place.end, text),
            ([only], _) => (only.place.clone(), text),
            ([], Some(heading)) => (heading.whole.end..heading.whole.end, format!("\n\n{text}")),
            ([], None) => (0..0, text),
        };
        self.edits.push(Edit { place, text });
        self.expected[at].pieces.truncate(usize::from(old.heading.is_some()));
        self.expected[at].pieces.extend(body);
        ids
    }

    /// A section that the second language lacks.
    fn add(&mut self, section: &Section, given: &BTreeMap<String, String>) {
        let asked = asked(self.source, section);
        // A heading may be its number alone.
        let asked = asked.into_iter().filter(|(_, text)| !text.is_empty());
        let ids: Vec<String> = asked.map(|(id, _)| id).collect();
        if !self.is_whole(section, &ids, given) {
            return;
        }
        let mut pieces = self.body(section, given);
        let mut text = pieces.clone();
        if let Some(heading) = &section.heading {
            let words = given.get(HEADING).cloned().unwrap_or_default();
            text.insert(0, self.heading(heading, &words));
            pieces.insert(0, words);
        }
        self.new.entry(self.place.0).or_default().push(text.join("\n\n"));
        self.expected.insert(self.place.1, Expected { id: section.id.clone(), pieces });
        self.place.1 += 1;
        self.note(section, ids, true);
    }

    /// Whether all of these segments are translated; where only some are, that is refused.
    fn is_whole(
        &mut self,
        section: &Section,
        ids: &[String],
        given: &BTreeMap<String, String>,
    ) -> bool {
        let lacking: Vec<String> =
            ids.iter().filter(|id| !given.contains_key(*id)).cloned().collect();
        if !lacking.is_empty() && lacking.len() < ids.len() {
            self.refused
                .push(Refusal::Partly { unit: section.id.clone(), lacking: lacking.clone() });
        }
        lacking.is_empty() && !ids.is_empty()
    }

    /// The blocks of a section in translation, charts and tables as they are.
    fn body(&self, section: &Section, given: &BTreeMap<String, String>) -> Vec<String> {
        let blocks = section.blocks.iter().enumerate();
        let text = |(at, block): (usize, &super::units::Piece)| {
            let same = || self.source.at(&block.place).to_owned();
            given.get(&block_id(at)).cloned().unwrap_or_else(same)
        };
        blocks.map(text).collect()
    }

    /// A heading with its hashes, its number as this language prints it, and its id.
    fn heading(&self, heading: &Heading, words: &str) -> String {
        let before = &self.source.text[heading.whole.start..heading.words.start];
        let behind = self.source.text[heading.words.end..heading.whole.end].trim();
        let label =
            if before.contains(&heading.label) { self.label(heading) } else { String::new() };
        let id = behind.find('{').map_or(String::new(), |at| format!(" {}", &behind[at..]));
        format!("{} {label}{words}{id}", "#".repeat(heading.depth + 1))
    }

    /// The label in the way of the headings of the same depth, else in the usual one.
    fn label(&self, heading: &Heading) -> String {
        let Some(number) = heading_label(&format!("{} x", heading.label)).map(|read| read.number)
        else {
            return String::new();
        };
        let text = self.twin.text;
        let headings = text.sections.iter().filter_map(|section| section.heading.as_ref());
        let mut same = headings.filter(|one| one.depth == heading.depth && !one.label.is_empty());
        let like = same.find_map(|one| {
            let printed = &text.text[one.whole.start..one.words.start];
            label::renumber(printed.trim_start_matches('#').trim_start(), number)
        });
        like.unwrap_or_else(|| label::translate(&heading.label, number, self.twin.language))
    }

    fn note(&mut self, section: &Section, segments: Vec<String>, new: bool) {
        if !segments.is_empty() {
            self.changes.push(Change { unit: section.id.clone(), segments, new });
        }
    }

    /// Every edit, new sections among them, in the order of the text.
    fn edits(&self) -> Vec<Edit> {
        let text = &self.twin.text.text;
        let new = self.new.iter().map(|(at, sections)| Edit {
            place: *at..*at,
            text: set_off(&sections.join("\n\n"), &text[..*at], &text[*at..]),
        });
        let mut edits: Vec<Edit> = new.chain(self.edits.iter().cloned()).collect();
        edits.sort_by_key(|edit| (edit.place.start, edit.place.end));
        edits
    }

    /// What is wrong with the text as it would be written.
    fn problem_of(&self, raw: &str) -> Option<Refusal> {
        let mut files = Files::default();
        let file = files.add(self.twin.path.to_owned(), plain(raw));
        let (text, found) = PlanText::read(&files, file);
        let is_meant = |section: &Section, expected: &Expected| {
            section.id == expected.id && text.pieces(section).eq(expected.pieces.iter())
        };
        let same = text.sections.iter().zip(&self.expected);
        let same = same.take_while(|(section, expected)| is_meant(section, expected)).count();
        if same < self.expected.len() || same < text.sections.len() {
            return Some(Refusal::Structure { unit: self.blamed(same) });
        }
        let mut errors = Diagnostics::default();
        let list = found.iter().filter(|one| one.level == Level::Error);
        list.for_each(|one| errors.push(one.clone()));
        (!errors.is_empty()).then(|| {
            let findings = diagnostic::to_text(&errors, &files, false).trim_end().to_owned();
            Refusal::Findings { findings }
        })
    }

    /// The changed clause at or before the first section that is not as meant.
    fn blamed(&self, section: usize) -> String {
        let changed = |id: &str| self.changes.iter().any(|change| change.unit == id);
        let upto = self.expected.iter().take(section + 1).rev();
        let before = upto.map(|one| one.id.as_str()).find(|id| changed(id));
        let any = || self.changes.first().map_or("", |change| change.unit.as_str());
        before.unwrap_or_else(any).to_owned()
    }
}

/// New sections with empty lines around them, where there are none yet.
fn set_off(new: &str, before: &str, behind: &str) -> String {
    let above = match before {
        text if text.trim().is_empty() || text.ends_with("\n\n") => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let below = if behind.is_empty() { "\n" } else { "\n\n" };
    format!("{above}{new}{below}")
}
