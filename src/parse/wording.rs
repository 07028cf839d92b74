//! In: the texts of a TOML file in every language. Out: findings about their marks and words, as in the texts of plans.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Diagnostics, Edit, Files, Spanned};
use crate::language::{Lang, Languages, WordList};
use crate::typesetting::{Part, Script, flaws};

/// A text of a file, with its quotation marks.
pub struct Printed {
    pub lang: Lang,
    pub text: Spanned<String>,
    pub role: Role,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Text,
    /// A note of the editor: what it quotes was written by others.
    Note,
}

/// Looks at all texts of one file.
pub fn check(texts: &[Printed], files: &Files, languages: &Languages) -> Diagnostics {
    let mut found = Diagnostics::default();
    for lang in languages.iter() {
        let Some(script) = Script::of(languages.tag(lang)) else { continue };
        let of_lang: Vec<&Printed> = texts.iter().filter(|one| one.lang == lang).collect();
        let shown: Vec<Cow<'_, str>> = of_lang.iter().map(|one| one.shown()).collect();
        let parts: Vec<Part<'_>> = shown.iter().map(|text| Part { text, heading: false }).collect();
        for flaw in flaws(&parts, script) {
            let text = &of_lang[flaw.part].text;
            let offset = files.at(text.span).find(&text.value);
            let place = |range: Range<usize>| match offset {
                Some(offset) => text.span.part(offset + range.start, range.len()),
                // With escapes, the text does not stand in the file letter by letter.
                None => text.span,
            };
            let edit = |range, text| offset.map(|_| Edit { place: place(range), text });
            found.push(flaw.finding(place, edit));
        }
    }
    found
}

impl Printed {
    /// What is looked at.
    fn shown(&self) -> Cow<'_, str> {
        match self.role {
            Role::Text => Cow::Borrowed(&self.text.value),
            Role::Note => without_quoted(&self.text.value),
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
