//! In: one TOML file. Out: its values as typed, spanned fields. Reading goes on after every mistake, so
//! that one run shows all of them; keys that nobody asked for are reported with the nearest one known.

use std::cell::RefCell;

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Languages, Text};

use super::wording::{self, Printed};

/// A TOML value with its place.
pub type Value<'t> = TomlSpanned<DeValue<'t>>;

/// Reads one file and collects what is wrong with it.
pub struct Reader<'r> {
    file: FileId,
    files: &'r Files,
    pub languages: &'r Languages,
    found: RefCell<Diagnostics>,
    /// The texts that readers will see.
    printed: RefCell<Vec<Printed>>,
}

impl<'r> Reader<'r> {
    /// Reads the whole file with `read`; what it returns and every finding.
    pub fn read<T>(
        files: &'r Files,
        file: FileId,
        languages: &'r Languages,
        read: impl FnOnce(&Table<'_>) -> T,
    ) -> (T, Diagnostics) {
        let reader =
            Self { file, files, languages, found: RefCell::default(), printed: RefCell::default() };
        let (text, syntax) = without_broken_lines(files.text(file), file);
        let broken = !syntax.is_empty();
        let (root, _) = DeTable::parse_recoverable(&text);
        let table = Table {
            reader: &reader,
            entries: root.get_ref(),
            span: Span::start_of(file),
            asked: RefCell::default(),
            missing: RefCell::default(),
        };
        let value = read(&table);
        let mut found = reader.found.take();
        found.append(wording::check(&reader.printed.take(), files, languages));
        if broken {
            // Keys may be missing because their line was taken out.
            let missing = |problem: &Problem| {
                matches!(
                    problem,
                    Problem::MissingKey { .. }
                        | Problem::MissingTable { .. }
                        | Problem::NoLead
                        | Problem::GroupWithoutMembers { .. }
                )
            };
            found.retain(|problem| !missing(problem));
            found.append(syntax);
        }
        (value, found)
    }

    /// What stands in the file at a place of it.
    pub fn text(&self, span: Span) -> &'r str {
        self.files.at(span)
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
    pub fn printed(&self, texts: &[Spanned<String>]) {
        let texts = self.languages.iter().zip(texts.iter().cloned());
        self.printed.borrow_mut().extend(texts);
    }

    pub fn append(&self, diagnostics: Diagnostics) {
        self.found.borrow_mut().append(diagnostics);
    }

    pub fn span<T>(&self, value: &TomlSpanned<T>) -> Span {
        Span::new(self.file, value.span())
    }

    pub fn wrong_type(&self, expected: &'static str, value: &Value<'_>) {
        let found = type_name(value.get_ref());
        self.report(Problem::WrongType { expected, found }, self.span(value));
    }
}

/// Takes out, one after the other, the lines at which the TOML stops making sense, and reports each.
/// What the parser says after the first mistake mostly follows from it; what it says when that line is
/// gone is a mistake of its own. Places stay the same: a line is taken out by writing spaces over it.
fn without_broken_lines(text: &str, file: FileId) -> (String, Diagnostics) {
    let mut text = text.to_owned();
    let mut found = Diagnostics::default();
    while let Err(error) = DeTable::parse(&text) {
        let range = error.span().unwrap_or(0..0);
        let reason = error.message().to_owned();
        if found.len() == MOST_BROKEN_LINES {
            return (String::new(), found);
        }
        let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let problem = if reason.contains("duplicate key") {
            Problem::DuplicateKey { key: text[range.clone()].trim_matches(['"', '\'']).to_owned() }
        } else {
            Problem::TomlSyntax { reason, mark: chinese_mark(&text[start..end]) }
        };
        // At the end of the file something above was never closed; no line can be blamed alone.
        let blank = text[start..end].trim().is_empty();
        found.report(problem, Span::new(file, range));
        if blank {
            return (String::new(), found);
        }
        text.replace_range(start..end, &" ".repeat(end - start));
    }
    (text, found)
}

/// The first Chinese mark of a line that does not stand in quotation marks.
fn chinese_mark(line: &str) -> Option<char> {
    let outside = line.split('"').step_by(2);
    outside.flat_map(str::chars).find(|c| CHINESE_MARKS.contains(*c))
}

/// Marks that a Chinese keyboard gives where TOML needs the English one.
const CHINESE_MARKS: &str = "“”＂‘’＝，、｛｝［］【】";

/// A file with more broken lines than this is no TOML file that lost a quotation mark.
const MOST_BROKEN_LINES: usize = 5;

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// A TOML table of which some keys are read.
pub struct Table<'t> {
    reader: &'t Reader<'t>,
    entries: &'t DeTable<'t>,
    pub span: Span,
    asked: RefCell<Vec<&'static str>>,
    missing: RefCell<Vec<&'static str>>,
}

/// A type that can be read from a TOML value. `None` means that the reason has been reported.
pub trait FromToml: Sized {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self>;
}

impl<'t> Table<'t> {
    pub fn reader(&self) -> &'t Reader<'t> {
        self.reader
    }

    pub fn report(&self, problem: Problem, span: Span) {
        self.reader.report(problem, span);
    }

    fn value(&self, key: &'static str) -> Option<&'t Value<'t>> {
        self.asked.borrow_mut().push(key);
        self.entries.get(key)
    }

    /// Where the value of `key` stands; the table itself where there is no such key.
    pub fn span_of(&self, key: &'static str) -> Span {
        self.entries.get(key).map_or(self.span, |value| self.reader.span(value))
    }

    /// The whole entry of a list of tables: from its header to the next header of the list, or of one around it.
    pub fn whole(&self) -> Span {
        let text = self.reader.files.text(self.span.file);
        let range = self.span.range();
        let header = &text[range.clone()];
        let Some(name) = header.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) else {
            return self.span;
        };
        let closes = |line: &str| {
            let next = line.trim_start().strip_prefix("[[").and_then(|rest| rest.split_once("]]"));
            next.is_some_and(|(next, _)| {
                name == next || name.strip_prefix(next).is_some_and(|rest| rest.starts_with('.'))
            })
        };
        let mut end = range.end;
        for line in text[range.end..].split_inclusive('\n').skip(1) {
            if closes(line) {
                break;
            }
            end += line.len();
        }
        let first = text[range.end..].find('\n').map_or(text.len() - range.end, |at| at + 1);
        Span::new(self.span.file, range.start..end + first)
    }

    /// Whether the table has none of these keys.
    pub fn has_none_of(&self, keys: &[&str]) -> bool {
        !keys.iter().any(|key| self.entries.contains_key(*key))
    }

    /// The value of a key that is not known beforehand, such as a language.
    pub fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        self.entries.get(key)
    }

    /// The text of `key` without any check, to recognise an entry that is broken otherwise.
    pub fn text_of(&self, key: &str) -> Option<String> {
        self.entries.get(key)?.get_ref().as_str().map(str::to_owned)
    }

    /// The field `key`, if it is there.
    pub fn optional<T: FromToml>(&self, key: &'static str) -> Option<T> {
        T::from_toml(self.value(key)?, self.reader)
    }

    /// The field `key` read in a way of its own, if it is there.
    pub fn optional_by<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Value<'_>, &Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        read(self.value(key)?, self.reader)
    }

    /// The field `key`; it is reported where it is missing.
    pub fn required<T: FromToml>(&self, key: &'static str) -> Option<T> {
        match self.value(key) {
            Some(value) => T::from_toml(value, self.reader),
            None => {
                self.missing.borrow_mut().push(key);
                None
            }
        }
    }

    /// The required text `key`; an empty one where it is missing or wrong, which has been reported.
    pub fn text(&self, key: &'static str) -> Text {
        self.required(key).unwrap_or_else(|| {
            Text::new(self.reader.languages.iter().map(|_| String::new()).collect())
        })
    }

    /// Reads the table `key` with `read`, if it is there.
    pub fn table<T>(&self, key: &'static str, read: impl FnOnce(&Table<'t>) -> T) -> Option<T> {
        let value = self.value(key)?;
        let table = Self::from_value(value, self.reader);
        if table.is_none() {
            self.reader.wrong_type("a table", value);
        }
        table.map(|table| read(&table))
    }

    /// Reads every `[[key]]` with `read`, in order.
    pub fn tables<T>(&self, key: &'static str, mut read: impl FnMut(&Table<'t>) -> T) -> Vec<T> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = value.get_ref() else {
            self.reader.wrong_type("a list of tables", value);
            return Vec::new();
        };
        list.iter()
            .filter_map(|entry| match Self::from_value(entry, self.reader) {
                Some(table) => Some(read(&table)),
                None => {
                    self.reader.wrong_type("a table", entry);
                    None
                }
            })
            .collect()
    }

    /// A value that has to be a table.
    pub fn from_value(value: &'t Value<'t>, reader: &'t Reader<'t>) -> Option<Self> {
        let entries = value.get_ref().as_table()?;
        let span = reader.span(value);
        let (asked, missing) = Default::default();
        Some(Self { reader, entries, span, asked, missing })
    }

    /// Whether the file or table says nothing, as a file of comments does.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every entry with its key, where the keys are free, such as years or area ids.
    pub fn entries(&self) -> impl Iterator<Item = (Spanned<&'t str>, &'t Value<'t>)> {
        self.entries.iter().map(|(key, value)| {
            (Spanned::new(key.get_ref().as_ref(), self.reader.span(key)), value)
        })
    }

    /// Every entry that can be read, where the keys are free.
    pub fn pairs<T: FromToml>(&self) -> Vec<(Spanned<String>, T)> {
        let read = |(key, value): (Spanned<&str>, &Value<'_>)| {
            let value = T::from_toml(value, self.reader)?;
            Some((Spanned::new(key.value.to_owned(), key.span), value))
        };
        self.entries().filter_map(read).collect()
    }

    /// Reports every key that was not asked for, and every required one that is not there. A key that
    /// is only misspelt is reported once.
    pub fn finish(&self) {
        let mut known = self.asked.borrow().clone();
        known.dedup();
        for (key, _) in self.entries().filter(|(key, _)| !known.contains(&key.value)) {
            let absent = known.iter().copied().filter(|known| !self.entries.contains_key(*known));
            let nearest = nearest(key.value, absent);
            self.missing.borrow_mut().retain(|missing| nearest.as_deref() != Some(*missing));
            let problem =
                Problem::UnknownKey { key: key.value.to_owned(), nearest, known: known.clone() };
            self.report(problem, key.span);
        }
        self.finish_missing();
    }

    /// Reports the required keys that are not there, where it is not known which others may be.
    pub fn finish_missing(&self) {
        for key in self.missing.take() {
            self.report(Problem::MissingKey { key }, self.span);
        }
    }
}

impl<T: FromToml> FromToml for Spanned<T> {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        Some(Self::new(T::from_toml(value, reader)?, reader.span(value)))
    }
}

impl<T: FromToml> FromToml for Vec<T> {
    /// Entries that cannot be read are reported and left out.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let DeValue::Array(list) = value.get_ref() else {
            reader.wrong_type("a list", value);
            return None;
        };
        Some(list.iter().filter_map(|entry| T::from_toml(entry, reader)).collect())
    }
}
