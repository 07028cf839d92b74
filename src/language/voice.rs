//! In: the words, formats and one language of a site. Out: everything that is said in that language:
//! interface words, numbers, dates. Stages that write for readers hold a `Voice` and need nothing else.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Formats, Lang, WordArg, Words};

/// One language, ready to speak.
#[derive(Clone, Copy)]
pub struct Voice<'s> {
    pub words: &'s Words,
    pub formats: &'s Formats,
    pub lang: Lang,
}

impl Voice<'_> {
    /// An interface word without arguments.
    pub fn word(&self, key: &str) -> String {
        self.words.get(self.lang, key, &[])
    }

    pub fn word_with(&self, key: &str, args: &[(&str, WordArg<'_>)]) -> String {
        self.words.get(self.lang, key, args)
    }

    pub fn number(&self, value: Decimal) -> String {
        self.formats.number(self.lang, value)
    }

    /// Names one after the other.
    pub fn list(&self, names: &[&str]) -> String {
        self.formats.list(self.lang, names)
    }

    pub fn date(&self, date: Date) -> String {
        self.formats.date(self.lang, date)
    }
}
