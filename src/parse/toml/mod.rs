//! In: one TOML file. Out: its values as typed, spanned fields. Reading goes on after every mistake, so
//! that one run shows all of them; keys that nobody asked for are reported with the nearest one known. The same
//! readers, given a table that only takes down what they ask for, tell the schema of the file.

mod broken;
mod record;
pub mod schema;
mod table;
#[cfg(test)]
mod tests;

use std::cell::RefCell;

use rustc_hash::FxHashSet;
use toml_spanner::{Arena, ArrayStyle, Item, Key, Table as Entries, TableStyle};

use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::Languages;

use super::wording::{self, Printed, Role};
use broken::without_broken_lines;
use schema::Schema;

pub use table::Table;

/// A TOML value with its place.
pub type Value<'t> = Item<'t>;

/// What a value is.
pub use toml_spanner::Value as Kind;

/// Reads one file and collects what is wrong with it.
pub struct Reader<'r> {
    file: FileId,
    text: &'r str,
    pub languages: &'r Languages,
    found: RefCell<Diagnostics>,
    /// The texts that readers will see.
    printed: RefCell<Vec<Printed>>,
    /// Units whose languages agree: a file says few, and says them again and again.
    agreeing_units: RefCell<FxHashSet<String>>,
}

impl<'r> Reader<'r> {
    fn new(file: FileId, text: &'r str, languages: &'r Languages) -> Self {
        let (found, printed, agreeing_units) = Default::default();
        Self { file, text, languages, found, printed, agreeing_units }
    }

    /// Reads the whole file with `read`; what it returns and every finding.
    pub fn read<T>(
        files: &Files,
        file: FileId,
        languages: &Languages,
        read: impl FnOnce(&Table<'_>) -> T,
    ) -> (T, Diagnostics) {
        let text = &*files.text_once(file);
        let reader = Reader::new(file, text, languages);
        let arena = Arena::new();
        let (mended, syntax);
        let root = match broken::tables(text, &arena) {
            Some(root) => {
                syntax = Diagnostics::default();
                root
            }
            None => {
                (mended, syntax) = without_broken_lines(text, file);
                broken::tables(&mended, &arena).unwrap_or_default()
            }
        };
        let broken = !syntax.is_empty();
        let table = Table::new(&reader, &root, Span::start_of(file));
        let value = read(&table);
        let mut found = reader.found.take();
        found.append(wording::check(&reader.printed.take(), text, languages));
        if broken {
            // Keys may be missing because their line was taken out.
            let missing = |problem: &Problem| {
                matches!(
                    problem,
                    Problem::MissingKey { .. }
                        | Problem::MissingTable { .. }
                        | Problem::NoLead
                        | Problem::Publication(Publication::NoDate)
                        | Problem::GroupWithoutMembers { .. }
                )
            };
            found.retain(|problem| !missing(problem));
            found.append(syntax);
        }
        (value, found)
    }

    /// The schema of the tables that `read` reads.
    pub fn schema<T>(languages: &Languages, read: impl FnOnce(&Table<'_>) -> T) -> Schema {
        let file = Files::default().add(String::new(), String::new());
        let reader = Reader::new(file, "", languages);
        let nothing = Entries::new();
        Table::schema_of(&reader, &nothing, Span::start_of(file), read)
    }

    /// The whole file.
    pub fn file_text(&self) -> &'r str {
        self.text
    }

    /// What stands in the file at a place of it.
    pub fn text(&self, span: Span) -> &'r str {
        span.of(self.text)
    }

    pub fn report(&self, problem: Problem, span: Span) {
        self.found.borrow_mut().report(problem, span);
    }

    /// Reports what would be reported for every text of the file only once.
    pub fn report_once(&self, problem: Problem, span: Span) {
        let known = self.found.borrow().iter().any(|one| one.problem == problem);
        if !known {
            self.report(problem, span);
        }
    }

    pub fn push(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }

    /// Keeps a text that readers will see, in every language, so that its marks and words are looked at.
    pub fn printed(&self, texts: &[Spanned<String>], role: Role) {
        let texts = self.languages.iter().zip(texts);
        let texts = texts.map(|(lang, text)| Printed::new(lang, text, role, self.text));
        self.printed.borrow_mut().extend(texts);
    }

    /// What `compare` finds in a unit; nothing where it found nothing in the same words before.
    pub fn compare_unit<T>(
        &self,
        unit: &[Spanned<String>],
        compare: impl FnOnce() -> Vec<T>,
    ) -> Vec<T> {
        // A text of a file has no such character unless it is written with an escape.
        let words = unit.iter().flat_map(|text| [&*text.value, "\0"]).collect();
        if self.agreeing_units.borrow().contains(&words) {
            return Vec::new();
        }
        let found = compare();
        if found.is_empty() {
            self.agreeing_units.borrow_mut().insert(words);
        }
        found
    }

    pub fn append(&self, diagnostics: Diagnostics) {
        self.found.borrow_mut().append(diagnostics);
    }

    /// Where a value stands; of a table or a list of tables with a header of its own, the header.
    pub fn span(&self, value: &Value<'_>) -> Span {
        let has_header = match value.value() {
            Kind::Table(table) => table.style() == TableStyle::Header,
            Kind::Array(list) => list.style() == ArrayStyle::Header,
            _ => false,
        };
        let span = value.span();
        let header = || span.extract_header_span(self.file_text().as_bytes());
        Span::new(self.file, if has_header { header() } else { span }.range())
    }

    pub fn key_span(&self, key: &Key<'_>) -> Span {
        Span::new(self.file, key.span.range())
    }

    /// A date as it is written, and a number with its prefix.
    pub fn written(&self, value: &Value<'_>) -> &'r str {
        self.text(self.span(value))
    }

    /// A number in its own digits, so that none is lost: without the marks that only help to read it, as in `+1_000`.
    pub fn number(&self, value: &Value<'_>) -> String {
        let written = self.written(value);
        written.strip_prefix('+').unwrap_or(written).replace('_', "")
    }

    pub fn wrong_type(&self, expected: &'static str, value: &Value<'_>) {
        let found = type_name(value);
        self.report(Problem::WrongType { expected, found }, self.span(value));
    }
}

fn type_name(value: &Value<'_>) -> &'static str {
    match value.value() {
        Kind::String(_) => "a text",
        Kind::Integer(_) | Kind::Float(_) => "a number",
        Kind::Boolean(_) => "true or false",
        Kind::DateTime(_) => "a date",
        Kind::Array(_) => "a list",
        Kind::Table(_) => "a table",
    }
}

/// A type that can be read from a TOML value. `None` means that the reason has been reported.
pub trait FromToml: Sized {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self>;

    /// What can be read in this way. It may allow too much, but must not reject what can be read.
    fn schema(languages: &Languages) -> Schema;
}

impl<T: FromToml> FromToml for Spanned<T> {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        Some(Self::new(T::from_toml(value, reader)?, reader.span(value)))
    }

    fn schema(languages: &Languages) -> Schema {
        T::schema(languages)
    }
}

impl<T: FromToml> FromToml for Vec<T> {
    /// Entries that cannot be read are reported and left out.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let Some(list) = value.as_array() else {
            reader.wrong_type("a list", value);
            return None;
        };
        // Nearly all can be read, and most lists have one entry or two: they take no room for more.
        let mut read = Vec::with_capacity(list.len());
        read.extend(list.iter().filter_map(|entry| T::from_toml(entry, reader)));
        Some(read)
    }

    fn schema(languages: &Languages) -> Schema {
        Schema::list(T::schema(languages))
    }
}
