//! In: the theme's `i18n/<lang>.ftl` files (Project Fluent). Out: interface words by key, with their
//! arguments filled in.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use rustc_hash::FxHashMap;

use super::{Lang, Languages};

/// The interface words of every language of the site.
pub struct Words {
    bundles: Vec<FluentBundle<FluentResource>>,
    keys: Vec<BTreeSet<String>>,
    /// The words that choose between no forms, by their keys: most of them, and asked for all the time.
    simple: Vec<FxHashMap<String, Simple>>,
}

/// A word without a choice between forms.
enum Simple {
    /// Nothing is filled in.
    Plain(String),
    /// Something is filled in as it is.
    Filled(Vec<Piece>),
}

/// A piece of a word.
enum Piece {
    Text(String),
    /// What is filled in, by its name.
    Argument(String),
}

/// A word file that cannot be read: the byte where, and why.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct WordsError {
    pub start: usize,
    pub end: usize,
    pub reason: String,
}

/// A value that fills a place in an interface word.
#[derive(Clone, Debug)]
pub enum WordArg<'a> {
    Text(&'a str),
    /// Chooses plural forms; written without grouping.
    Count(usize),
}

impl Words {
    /// Reads one or more texts per language; of two entries with one key the later text wins, so that a
    /// site can override single words.
    pub fn new(
        languages: &Languages,
        texts: &[Vec<&str>],
    ) -> Result<Self, (Lang, usize, WordsError)> {
        let (mut bundles, mut keys, mut simple) = (Vec::new(), Vec::new(), Vec::new());
        for (lang, texts) in languages.iter().zip(texts) {
            let locale = languages.tag(lang).parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![locale]);
            // Isolation marks would stand in every title and URL that holds a word with an argument.
            bundle.set_use_isolating(false);
            let mut known = BTreeSet::new();
            for (number, text) in texts.iter().enumerate() {
                let resource = read(text).map_err(|error| (lang, number, error))?;
                known.extend(resource.entries().filter_map(key_of));
                bundle.add_resource_overriding(resource);
            }
            simple.push(simple_words(&bundle, &known));
            bundles.push(bundle);
            keys.push(known);
        }
        Ok(Self { bundles, keys, simple })
    }

    /// The word `key`; the key itself in brackets where the theme has no such word.
    pub fn get(&self, lang: Lang, key: &str, args: &[(&str, WordArg<'_>)]) -> String {
        self.find(lang, key, args).unwrap_or_else(|| format!("[{key}]"))
    }

    pub fn find(&self, lang: Lang, key: &str, args: &[(&str, WordArg<'_>)]) -> Option<String> {
        let simple = self.simple[lang.index()].get(key).and_then(|simple| match simple {
            Simple::Plain(word) => Some(word.clone()),
            Simple::Filled(pieces) => fill(pieces, args),
        });
        if simple.is_some() {
            return simple;
        }
        let bundle = &self.bundles[lang.index()];
        let pattern = bundle.get_message(key)?.value()?;
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| {
                let value = match arg {
                    WordArg::Text(text) => FluentValue::from(*text),
                    WordArg::Count(count) => FluentValue::from(*count),
                };
                (*name, value)
            })
            .collect();
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    /// The words in which nothing is filled in, by their keys.
    pub fn plain(&self, lang: Lang) -> impl Iterator<Item = (&str, &str)> {
        self.simple[lang.index()].iter().filter_map(|(key, simple)| match simple {
            Simple::Plain(word) => Some((key.as_str(), word.as_str())),
            Simple::Filled(_) => None,
        })
    }

    /// Keys that some language has and this one lacks.
    pub fn missing(&self, lang: Lang) -> Vec<&str> {
        // Names of other languages: each language needs only those that the site has.
        let optional = |key: &&str| key.starts_with("language-") && *key != "language-name";
        let all: BTreeSet<&str> = self.keys.iter().flatten().map(String::as_str).collect();
        let all = all.into_iter().filter(|key| !optional(key));
        all.filter(|key| !self.keys[lang.index()].contains(*key)).collect()
    }
}

fn simple_words(
    bundle: &FluentBundle<FluentResource>,
    keys: &BTreeSet<String>,
) -> FxHashMap<String, Simple> {
    let words = keys.iter().filter_map(|key| {
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let word = bundle.format_pattern(pattern, None, &mut errors).into_owned();
        // There are errors where something is to be filled in.
        let simple =
            if errors.is_empty() { Simple::Plain(word) } else { Simple::Filled(pieces(pattern)?) };
        Some((key.clone(), simple))
    });
    words.collect()
}

/// `None` where a word chooses between forms, or asks for another word.
fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Piece::Argument(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(piece).collect()
}

/// `None` where an argument is missing.
fn fill(pieces: &[Piece], args: &[(&str, WordArg<'_>)]) -> Option<String> {
    let mut word = String::with_capacity(64);
    for piece in pieces {
        match piece {
            Piece::Text(text) => word.push_str(text),
            Piece::Argument(name) => match &args.iter().find(|(one, _)| one == name)?.1 {
                WordArg::Text(text) => word.push_str(text),
                WordArg::Count(count) => word.push_str(itoa::Buffer::new().format(*count)),
            },
        }
    }
    Some(word)
}

fn read(text: &str) -> Result<FluentResource, WordsError> {
    FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let first = errors.first();
        WordsError {
            // The parser counts bytes, and may stop within a character.
            start: first.map_or(0, |error| text.floor_char_boundary(error.pos.start)),
            end: first.map_or(0, |error| text.ceil_char_boundary(error.pos.end)),
            reason: first.map_or_else(String::new, |error| error.kind.to_string()),
        }
    })
}

fn key_of(entry: &fluent_syntax::ast::Entry<&str>) -> Option<String> {
    use fluent_syntax::ast::Entry;
    match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}
