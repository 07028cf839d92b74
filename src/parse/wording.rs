//! In: the texts of a TOML file in every language. Out: findings about their marks and words, as in the texts of plans.

use crate::diagnostic::{Diagnostics, Edit, Files, Spanned};
use crate::language::{Lang, Languages};
use crate::typesetting::{Part, Script, flaws};

/// A text of a file, with its quotation marks.
pub type Printed = (Lang, Spanned<String>);

/// What is looked at of a text: nothing where it quotes what another document has printed, with its slips.
fn shown(text: &str) -> &str {
    const PRINTED: [&str; 6] = ["印作", "写作", "原文", "来源中", "prints", "printed"];
    if PRINTED.iter().any(|word| text.contains(word)) { "" } else { text }
}

/// Files that quote what is wrong elsewhere.
const QUOTING: [&str; 2] = ["acknowledged.toml", "translation.toml"];

/// Looks at all texts of one file.
pub fn check(texts: &[Printed], files: &Files, languages: &Languages) -> Diagnostics {
    let mut found = Diagnostics::default();
    let Some((_, first)) = texts.first() else { return found };
    let path = &files.get(first.span.file).path;
    if QUOTING.iter().any(|name| path.ends_with(name)) {
        return found;
    }
    for lang in languages.iter() {
        let Some(script) = Script::of(languages.tag(lang)) else { continue };
        let of_lang = texts.iter().filter(|(one, _)| *one == lang).map(|(_, text)| text);
        let of_lang: Vec<&Spanned<String>> = of_lang.collect();
        let parts: Vec<Part<'_>> =
            of_lang.iter().map(|text| Part { text: shown(&text.value), heading: false }).collect();
        for flaw in flaws(&parts, script) {
            let text = of_lang[flaw.part];
            let offset = files.at(text.span).find(&text.value);
            let place = |range: std::ops::Range<usize>| match offset {
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
