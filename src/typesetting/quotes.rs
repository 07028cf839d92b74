//! In: the quotation marks and apostrophes of an English text. Out: straight ones in a text that has curly ones
//! elsewhere, and the other way round.

use std::ops::Range;

use crate::diagnostic::english::English;
use crate::diagnostic::prose::Prose;

use super::walk::Walk;
use super::{Flaw, Part, Script};

/// The marks of a text, by paragraph.
#[derive(Default)]
pub struct Seen {
    quotes: Forms,
    apostrophes: Forms,
}

/// Where the straight and the curly forms of a mark stand.
#[derive(Default)]
struct Forms {
    straight: Vec<(usize, usize)>,
    curly: Vec<(usize, usize)>,
}

/// `"`, `“`, `”`, `'` or `’` in an English text.
pub fn met(walk: &mut Walk<'_>, at: usize, mark: char) {
    if walk.script != Script::English {
        return;
    }
    let place = (walk.part, at);
    let (before, after) = (walk.before(at), walk.after(at + mark.len_utf8()));
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    match mark {
        // Of a digit it is the sign of inches.
        '"' if !before.is_some_and(|c| c.is_ascii_digit()) || walk.straight.len() % 2 == 1 => {
            walk.straight.push(at);
            walk.sheet.quotes.quotes.straight.push(place);
        }
        '“' | '”' => walk.sheet.quotes.quotes.curly.push(place),
        '’' if letter(before) && letter(after) => walk.sheet.quotes.apostrophes.curly.push(place),
        '\'' if letter(before) && letter(after) => {
            walk.sheet.quotes.apostrophes.straight.push(place);
        }
        _ => {}
    }
}

/// The rarer forms; where there are as many of both, the straight ones, because print has curly ones.
pub fn settle(seen: &Seen, parts: &[Part<'_>]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (forms, apostrophes) in [(&seen.quotes, false), (&seen.apostrophes, true)] {
        if forms.straight.is_empty() || forms.curly.is_empty() {
            continue;
        }
        let straight = forms.straight.len() <= forms.curly.len();
        let rarer = if straight { &forms.straight } else { &forms.curly };
        for marks in rarer.chunk_by(|one, other| one.0 == other.0) {
            let part = marks[0].0;
            let text = parts[part].text;
            let places: Vec<usize> = marks.iter().map(|(_, at)| *at).collect();
            let fix = match (straight, apostrophes) {
                (true, true) => replaced(text, &places, "’"),
                (true, false) => curly(text, &places),
                (false, true) => replaced(text, &places, "'"),
                (false, false) => replaced(text, &places, "\""),
            };
            let range = places[0]..text.ceil_char_boundary(places[0] + 1);
            let problem = English::Marks { marks: places.len(), apostrophes, straight };
            flaws.push(Flaw { part, range, problem: Prose::English(problem), fix });
        }
    }
    flaws
}

/// Curly marks in place of straight ones; none where these do not pair.
pub fn curly(text: &str, places: &[usize]) -> Vec<(Range<usize>, String)> {
    let pairs = places.chunks(2).map(|pair| match pair {
        [first, last] => {
            let within = &text[first + 1..*last];
            let fits =
                !within.is_empty() && within.trim() == within && !within.contains(['\n', '“', '”']);
            fits.then_some([(*first, "“"), (*last, "”")])
        }
        _ => None,
    });
    let fix: Option<Vec<[(usize, &str); 2]>> = pairs.collect();
    let fix = fix.unwrap_or_default().into_iter().flatten();
    fix.map(|(at, right)| (at..at + 1, right.to_owned())).collect()
}

fn replaced(text: &str, places: &[usize], right: &str) -> Vec<(Range<usize>, String)> {
    let mark = |at: &usize| *at..text.ceil_char_boundary(*at + 1);
    places.iter().map(|at| (mark(at), right.to_owned())).collect()
}
