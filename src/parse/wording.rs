//! In: the texts of a TOML file in every language. Out: findings about their marks and words, as in the texts of plans.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Diagnostics, Edit, Span, Spanned};
use crate::language::{Lang, Languages, WordList};
use crate::typesetting::{Part, Script, flaws};

/// A text of a file.
pub struct Printed {
    lang: Lang,
    place: Place,
    role: Role,
}

/// Where the words of a text are.
enum Place {
    /// They stand in the file, letter by letter.
    File(Span),
    /// In the file they are written in another way, as with escapes.
    Own(Spanned<String>),
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Text,
    /// A note of the editor: what it quotes was written by others.
    Note,
}

/// Looks at all texts of one file; `file` is the whole of it.
pub fn check(texts: &[Printed], file: &str, languages: &Languages) -> Diagnostics {
    let mut found = Diagnostics::default();
    for lang in languages.iter() {
        let Some(script) = Script::of(languages.tag(lang)) else { continue };
        let of_lang: Vec<&Printed> = texts.iter().filter(|one| one.lang == lang).collect();
        let shown: Vec<Cow<'_, str>> = of_lang.iter().map(|one| one.shown(file)).collect();
        let parts: Vec<Part<'_>> = shown.iter().map(|text| Part { text, heading: false }).collect();
        for flaw in flaws(&parts, script) {
            let text = &of_lang[flaw.part].place;
            let place = |range: Range<usize>| match text {
                Place::File(span) => span.part(range.start, range.len()),
                Place::Own(text) => text.span,
            };
            let edit = |range, new| match text {
                Place::File(_) => Some(Edit { place: place(range), text: new }),
                Place::Own(_) => None,
            };
            found.push(flaw.finding(place, edit));
        }
    }
    found
}

impl Printed {
    /// Of a text whose place in the file has quotation marks, too.
    pub fn new(lang: Lang, text: &Spanned<String>, role: Role, file: &str) -> Self {
        let written = text.span.of(file);
        // Nearly always it stands between two quotation marks.
        let plain = written.get(1..).is_some_and(|rest| rest.starts_with(&text.value));
        let offset = if plain { Some(1) } else { written.find(&text.value) };
        let place = match offset {
            Some(offset) => Place::File(text.span.part(offset, text.value.len())),
            None => Place::Own(text.clone()),
        };
        Self { lang, place, role }
    }

    /// What is looked at.
    fn shown<'t>(&'t self, file: &'t str) -> Cow<'t, str> {
        let text = match &self.place {
            Place::File(span) => span.of(file),
            Place::Own(text) => &text.value,
        };
        match self.role {
            Role::Text => Cow::Borrowed(text),
            Role::Note => without_quoted(text),
        }
    }
}

/// A text with a plain word in place of everything that it quotes, so that all the rest keeps its place.
fn without_quoted(text: &str) -> Cow<'_, str> {
    static OPENING: WordList<2> = WordList::new(["“", "《"]);
    let mut shown = Cow::Borrowed(text);
    let mut at = 0;
    while let Some((opening, mark)) = OPENING.find(text, at) {
        at = opening + mark.len();
        let closing = if mark == "“" { '”' } else { '》' };
        let Some(length) = text[at..].find(closing) else { continue };
        shown.to_mut().replace_range(at..at + length, &"a".repeat(length));
        at += length;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::without_quoted;

    #[test]
    fn what_is_quoted_gives_way_to_a_word() {
        let cases = [
            ("没有引文", "没有引文"),
            ("印作“研领 域”，应为《规划》", "印作“aaaaaaaaaa”，应为《aaaaaa》"),
            ("《“十三五”规划》", "《aaaaaaaaaaaaaaaaaaaaa》"),
            ("“没有关上", "“没有关上"),
            ("“”", "“”"),
            ("It says “the the”.", "It says “aaaaaaa”."),
        ];
        for (text, shown) in cases {
            assert_eq!(without_quoted(text), shown);
            assert_eq!(without_quoted(text).len(), text.len());
        }
    }
}
