//! In: one table of a TOML file. Out: its fields. What is asked for and not there, and what is there and not asked
//! for, is reported. A table that takes down what is asked for holds nothing, and gives a schema in the end.

use std::cell::{Cell, RefCell};

use memchr::memchr_iter;
use toml_spanner::Table as Entries;

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Problem, Span, Spanned};
use crate::language::Text;
use crate::parse::choices::Choice;
use crate::parse::values::{Note, Unit};

use super::record::Record;
use super::schema::Schema;
use super::{FromToml, Reader, Value};

/// A TOML table of which some keys are read.
pub struct Table<'t> {
    reader: &'t Reader<'t>,
    entries: &'t Entries<'t>,
    pub span: Span,
    asked: RefCell<Vec<&'static str>>,
    missing: RefCell<Vec<(&'static str, Problem)>>,
    /// Whether it is not known which keys belong here, which has been reported.
    in_doubt: Cell<bool>,
    /// Of a table that holds nothing and only takes down what is asked for.
    record: Option<RefCell<Record>>,
}

/// So many keys a table has room for at first.
const KEYS: usize = 16;

impl<'t> Table<'t> {
    pub fn reader(&self) -> &'t Reader<'t> {
        self.reader
    }

    pub fn report(&self, problem: Problem, span: Span) {
        self.reader.report(problem, span);
    }

    pub(super) fn new(reader: &'t Reader<'t>, entries: &'t Entries<'t>, span: Span) -> Self {
        let (asked, missing, in_doubt) = Default::default();
        Self { reader, entries, span, asked, missing, in_doubt, record: None }
    }

    /// What `read` asks of a table that holds nothing.
    pub(super) fn schema_of<T>(
        reader: &'t Reader<'t>,
        nothing: &'t Entries<'t>,
        span: Span,
        read: impl FnOnce(&Self) -> T,
    ) -> Schema {
        let mut table = Self::new(reader, nothing, span);
        table.record = Some(RefCell::default());
        read(&table);
        table.record.map(|record| record.into_inner().into_schema()).unwrap_or_default()
    }

    fn take_down(&self, what: impl FnOnce(&mut Record)) {
        if let Some(record) = &self.record {
            what(&mut record.borrow_mut());
        }
    }

    /// The same of the table of a key, while this one takes down what is asked for.
    fn inner_schema<T>(&self, read: impl FnOnce(&Self) -> T) -> Schema {
        Self::schema_of(self.reader, self.entries, self.span, read)
    }

    fn value(&self, key: &'static str) -> Option<&'t Value<'t>> {
        let mut asked = self.asked.borrow_mut();
        if asked.is_empty() {
            // Most tables are asked for that many keys.
            asked.reserve(KEYS);
        }
        asked.push(key);
        self.entries.get(key)
    }

    fn value_of<T: FromToml>(&self, key: &'static str, required: bool) -> Option<&'t Value<'t>> {
        self.take_down(|record| record.ask(key, required, T::schema(self.reader.languages)));
        self.value(key)
    }

    /// Where the value of `key` stands; the table itself where there is no such key.
    pub fn span_of(&self, key: &'static str) -> Span {
        self.entries.get(key).map_or(self.span, |value| self.reader.span(value))
    }

    /// The whole entry of a list of tables: from its header to the next header of the list, or of one around it.
    pub fn whole(&self) -> Span {
        let text = self.reader.file_text();
        let range = self.span.range();
        let header = &text[range.clone()];
        let Some(name) = header.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) else {
            return self.span;
        };
        let closes = |start: &usize| {
            // A line that goes on with the entry is nearly always told by its first byte.
            let rest = &text[*start..];
            let line = || rest.lines().next().map_or("", str::trim_start);
            let may = rest.starts_with(|c: char| c == '[' || c.is_whitespace());
            let next = may.then(line).and_then(|line| line.strip_prefix("[[")?.split_once("]]"));
            next.is_some_and(|(next, _)| {
                name == next || name.strip_prefix(next).is_some_and(|rest| rest.starts_with('.'))
            })
        };
        let lines = memchr_iter(b'\n', &text.as_bytes()[range.end..]);
        let end = lines.map(|at| range.end + at + 1).find(closes).unwrap_or(text.len());
        Span::new(self.span.file, range.start..end)
    }

    /// Whether the table has none of these keys.
    pub fn has_none_of(&self, keys: &[&str]) -> bool {
        !keys.iter().any(|key| self.entries.contains_key(key))
    }

    /// The value of a key that is not known beforehand, such as a language.
    pub fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        self.entries.get(key)
    }

    /// The text of `key` without any check, to recognise an entry that is broken otherwise.
    pub fn text_of(&self, key: &str) -> Option<String> {
        self.entries.get(key)?.as_str().map(str::to_owned)
    }

    /// The field `key`, if it is there.
    pub fn optional<T: FromToml>(&self, key: &'static str) -> Option<T> {
        T::from_toml(self.value_of::<T>(key, false)?, self.reader)
    }

    /// The field `key`, or that it is not there; `None` where it is there and cannot be read, which has been reported.
    pub fn sound<T: FromToml>(&self, key: &'static str) -> Option<Option<T>> {
        let value = self.optional(key);
        (value.is_some() || self.has_none_of(&[key])).then_some(value)
    }

    /// The field `key`; it is reported where it is missing.
    pub fn required<T: FromToml>(&self, key: &'static str) -> Option<T> {
        match self.value_of::<T>(key, true) {
            Some(value) => T::from_toml(value, self.reader),
            None => {
                self.missing.borrow_mut().push((key, Problem::MissingKey { key }));
                None
            }
        }
    }

    /// Reports that `key` is not there, which is no error.
    pub fn misses(&self, key: &'static str, problem: Problem) {
        if self.has_none_of(&[key]) {
            self.missing.borrow_mut().push((key, problem));
        }
    }

    /// The field `key`; it is reported where it is missing and none of the other keys is given.
    pub fn required_unless<T: FromToml>(
        &self,
        key: &'static str,
        others: &'static [&'static str],
    ) -> Option<T> {
        self.take_down(|record| record.unless(key, others));
        let value = self.optional(key);
        // `false` is as good as nothing.
        let given = |other: &&str| {
            self.entries.get(other).is_some_and(|value| value.as_bool() != Some(false))
        };
        if self.has_none_of(&[key]) && !others.iter().any(given) {
            self.missing.borrow_mut().push((key, Problem::MissingKey { key }));
        }
        value
    }

    /// The word `key`, and with `read` the keys that only stand beside this word. Where it cannot be read it is
    /// not known which other keys may be here.
    pub fn by_choice<K: Choice + FromToml, T>(
        &self,
        key: &'static str,
        read: impl Fn(K) -> Option<T>,
    ) -> Option<T> {
        let word = self.required(key);
        if self.record.is_some() {
            for (name, word) in K::WORDS {
                self.take_down(|record| record.begin((key, name)));
                read(*word);
                self.take_down(Record::end);
            }
        }
        self.in_doubt.set(word.is_none());
        read(word?)
    }

    /// The required text `key`; an empty one where it is missing or wrong, which has been reported.
    pub fn text(&self, key: &'static str) -> Text {
        self.required(key).unwrap_or_else(|| self.no_text())
    }

    fn no_text(&self) -> Text {
        Text::new(self.reader.languages.iter().map(|_| String::new()).collect())
    }

    /// The required field `unit`; an empty text where it is missing or wrong, which has been reported.
    pub fn unit(&self) -> Text {
        self.required::<Unit>("unit").map_or_else(|| self.no_text(), |unit| unit.0)
    }

    /// The field `note`: what the editor says. It may quote what is wrong elsewhere.
    pub fn note(&self) -> Option<Text> {
        self.optional::<Note>("note").map(|note| note.0)
    }

    /// Reads the table `key` with `read`, if it is there.
    pub fn table<T>(&self, key: &'static str, read: impl FnOnce(&Table<'t>) -> T) -> Option<T> {
        self.table_of(key, false, read)
    }

    /// The same of a table that has to be there; where it cannot be read, `problem` is reported, too.
    pub fn required_table<T>(
        &self,
        key: &'static str,
        problem: Problem,
        read: impl FnOnce(&Table<'t>) -> T,
    ) -> Option<T> {
        let table = self.table_of(key, true, read);
        if table.is_none() {
            self.report(problem, self.span);
        }
        table
    }

    fn table_of<T>(
        &self,
        key: &'static str,
        required: bool,
        read: impl FnOnce(&Table<'t>) -> T,
    ) -> Option<T> {
        if self.record.is_some() {
            let schema = self.inner_schema(read);
            self.take_down(|record| record.ask(key, required, schema));
            return None;
        }
        let value = self.value(key)?;
        let table = Self::from_value(value, self.reader);
        if table.is_none() {
            self.reader.wrong_type("a table", value);
        }
        table.map(|table| read(&table))
    }

    /// Reads every `[[key]]` with `read`, in order.
    pub fn tables<T>(&self, key: &'static str, mut read: impl FnMut(&Table<'t>) -> T) -> Vec<T> {
        if self.record.is_some() {
            let schema = Schema::list(self.inner_schema(read));
            self.take_down(|record| record.ask(key, false, schema));
            return Vec::new();
        }
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            self.reader.wrong_type("a list of tables", value);
            return Vec::new();
        };
        let mut entries = Vec::with_capacity(list.len());
        for entry in list {
            match Self::from_value(entry, self.reader) {
                Some(table) => entries.push(read(&table)),
                None => self.reader.wrong_type("a table", entry),
            }
        }
        entries
    }

    /// A value that has to be a table.
    pub fn from_value(value: &'t Value<'t>, reader: &'t Reader<'t>) -> Option<Self> {
        let entries = value.as_table()?;
        Some(Self::new(reader, entries, reader.span(value)))
    }

    /// Whether the file or table says nothing, as a file of comments does.
    pub fn is_empty(&self) -> bool {
        self.take_down(Record::may_be_empty);
        self.entries.is_empty() && self.record.is_none()
    }

    /// Every entry with its key, where the keys are free, such as years or area ids.
    pub fn entries(&self) -> impl Iterator<Item = (Spanned<&'t str>, &'t Value<'t>)> {
        self.entries
            .iter()
            .map(|(key, value)| (Spanned::new(key.name, self.reader.key_span(key)), value))
    }

    /// Every entry where the keys are free; `None` stands for what cannot be read, which has been reported.
    pub fn each<T: FromToml>(&self) -> Vec<(Spanned<String>, Option<T>)> {
        self.take_down(|record| record.free(T::schema(self.reader.languages)));
        let read = |(key, value): (Spanned<&str>, &Value<'_>)| {
            (Spanned::new(key.value.to_owned(), key.span), T::from_toml(value, self.reader))
        };
        self.entries().map(read).collect()
    }

    /// Every entry that can be read, where the keys are free.
    pub fn pairs<T: FromToml>(&self) -> Vec<(Spanned<String>, T)> {
        self.each().into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// Says that the keys are the languages of the site, and those in `other`.
    pub fn expects_languages<T: FromToml>(&self, other: &[&str]) {
        let languages = self.reader.languages;
        self.take_down(|record| {
            for lang in languages.iter() {
                let description = Some(format!("In {}.", languages.name(lang)));
                let schema = Schema { description, ..T::schema(languages) };
                record.ask(languages.tag(lang), true, schema);
            }
            for key in other {
                record.ask(key, false, Schema::text());
            }
            record.close();
        });
    }

    /// Reports every key that was not asked for, and every required one that is not there. A key that
    /// is only misspelt is reported once.
    pub fn finish(&self) {
        self.take_down(Record::close);
        if self.in_doubt.get() {
            return self.finish_missing();
        }
        let mut known = self.asked.borrow().clone();
        known.dedup();
        let unknown = |(key, _): &(Spanned<&str>, &Value<'_>)| !known.contains(&key.value);
        let mut unknown = self.entries().filter(unknown).peekable();
        // A table is looked through for each key.
        let absent = |known: &&str| !self.entries.contains_key(known);
        let absent: Vec<&str> = match unknown.peek() {
            Some(_) => known.iter().copied().filter(absent).collect(),
            None => Vec::new(),
        };
        for (key, _) in unknown {
            let nearest = nearest(key.value, absent.iter().copied());
            self.missing.borrow_mut().retain(|(missing, _)| nearest.as_deref() != Some(*missing));
            let problem =
                Problem::UnknownKey { key: key.value.to_owned(), nearest, known: known.clone() };
            self.report(problem, key.span);
        }
        self.finish_missing();
    }

    /// Reports the required keys that are not there, where it is not known which others may be.
    fn finish_missing(&self) {
        for (_, problem) in self.missing.take() {
            self.report(problem, self.span);
        }
    }
}
