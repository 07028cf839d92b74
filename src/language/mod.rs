//! In: the language list of the site and the theme's word files. Out: texts per language, interface
//! words, and numbers and dates written as each language writes them. No language is the default one:
//! the first is the authoritative one for legal purposes, nothing else.

mod bytes;
mod characters;
pub mod days;
mod format;
mod lookup;
pub mod numeral;
mod typography;
mod voice;
mod word_list;
mod words;

pub use bytes::any_byte;
pub use characters::{
    Characters, FirstBytes, SMALL_LETTERS, code_at, digits, first_eight, has_digit, letters_end,
    short_word, word_length,
};
pub use format::{Formats, push_value};
pub use lookup::{Beginnings, Lookup};
pub use typography::{
    ascii_digit, is_cjk, is_han, is_invisible, joins_without_space, key_begin, letters, letters_of,
    name_key, no_text, one_line, wholes,
};
pub use voice::Voice;
pub use word_list::WordList;
pub use words::{WordArg, Words, WordsError};

/// One language of the site, by its place in `languages` of `site-config.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(u8);

impl Lang {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The language of a tag without its script and region: `zh` of `zh-hant`.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The languages of a site, in the order of `site-config.toml`.
#[derive(Clone, Debug)]
pub struct Languages {
    tags: Vec<String>,
}

impl Languages {
    /// `tags` are BCP 47 tags such as `zh`, `en`, `zh-hant`; at most 255 are used.
    pub fn new(tags: Vec<String>) -> Self {
        Self { tags }
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = Lang> + Clone + use<> {
        (0..u8::try_from(self.tags.len()).unwrap_or(u8::MAX)).map(Lang)
    }

    /// The first language: the authoritative one.
    pub fn first(&self) -> Lang {
        Lang(0)
    }

    pub fn tag(&self, lang: Lang) -> &str {
        &self.tags[lang.index()]
    }

    /// Whether a language is Chinese, of whatever region and script.
    pub fn is_chinese(&self, lang: Lang) -> bool {
        primary(self.tag(lang)) == "zh"
    }

    pub fn find(&self, tag: &str) -> Option<Lang> {
        self.iter().find(|lang| self.tag(*lang) == tag)
    }

    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().map(String::as_str)
    }

    /// What messages to authors call the language: its English name where it is a common one.
    pub fn name(&self, lang: Lang) -> String {
        match self.tag(lang) {
            "zh" => "Chinese".to_owned(),
            "en" => "English".to_owned(),
            tag => format!("`{tag}`"),
        }
    }
}

/// A text that people read, in every language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Box<[Box<str>]>);

impl Text {
    /// One entry per language, in the order of the site's languages.
    pub fn new(by_language: Vec<String>) -> Self {
        Self(by_language.into_iter().map(String::into_boxed_str).collect())
    }

    pub fn get(&self, lang: Lang) -> &str {
        &self.0[lang.index()]
    }

    /// The text in every language, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|text| &**text)
    }
}
