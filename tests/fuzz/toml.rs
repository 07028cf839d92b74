//! In: a TOML file, another one of the same kind, and words. Out: the first with its values, keys and tables changed, so
//! that it mostly stays TOML.

use std::ops::Range;

use crate::dictionary::VALUES;
use crate::mutate::{lines, number, replaced};
use crate::random::Random;

pub fn spoil(text: &str, other: &str, words: &[&str], random: &mut Random) -> String {
    match random.below(8) {
        0 => lines(text, other, random),
        1 => number(text, random),
        2 => with_table(text, other, random),
        3 => value(text, random),
        4 => key(text, random),
        5 => table_gone(text, random),
        _ => quoted(text, words, random),
    }
}

/// A change after which a file is mostly still one that can be used.
pub fn slip(text: &str, words: &[&str], random: &mut Random) -> String {
    match random.below(8) {
        0 | 1 => number(text, random),
        2 => key(text, random),
        3 => table_gone(text, random),
        4 => value(text, random),
        _ => quoted(text, words, random),
    }
}

/// The places behind `=` up to the end of the line or of the inline table.
fn values(text: &str) -> Vec<Range<usize>> {
    let equals = text.match_indices('=').map(|(at, _)| at + 1);
    let end = |at: usize| text[at..].find([',', '}', '\n']).map_or(text.len(), |end| at + end);
    equals.map(|at| at..end(at)).collect()
}

fn value(text: &str, random: &mut Random) -> String {
    let places = values(text);
    if places.is_empty() {
        return text.to_owned();
    }
    let place = random.pick(&places).clone();
    let old = text[place.clone()].trim();
    let new = match random.below(6) {
        0 => format!("[{old}]"),
        1 => format!("{{ zh = {old} }}"),
        2 => text[random.pick(&places).clone()].trim().to_owned(),
        3 => format!("{}{old}{}", "[".repeat(random.below(200)), "]".repeat(random.below(200))),
        _ => (*random.pick(VALUES)).to_owned(),
    };
    replaced(text, place, &format!(" {new}"))
}

/// A text in quotation marks becomes another one: words, or a text from elsewhere in the file, such as an id.
fn quoted(text: &str, words: &[&str], random: &mut Random) -> String {
    let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let places: Vec<Range<usize>> =
        marks.chunks_exact(2).map(|pair| pair[0] + 1..pair[1]).collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let place = random.pick(&places).clone();
    let new = match random.below(5) {
        0 => String::new(),
        1 | 2 => text[random.pick(&places).clone()].to_owned(),
        _ if words.is_empty() => "x".to_owned(),
        3 => (*random.pick(words)).repeat([1, 1, 1, 50][random.below(4)]),
        _ => format!("{}{}", &text[place.clone()], random.pick(words)),
    };
    let new = new.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    replaced(text, place, &new)
}

/// A key is taken away with its value, or gets the name of another one.
fn key(text: &str, random: &mut Random) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let keyed = |line: &&str| !line.starts_with(['[', '#']) && line.contains('=');
    let places: Vec<usize> = (0..lines.len()).filter(|at| keyed(&lines[*at])).collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let (at, from) = (*random.pick(&places), *random.pick(&places));
    let mut lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
    if random.once_in(3) {
        lines.remove(at);
    } else {
        let name = lines[from].split('=').next().unwrap_or_default().to_owned();
        let rest = lines[at].split_once('=').map(|(_, rest)| rest.to_owned()).unwrap_or_default();
        lines[at] = format!("{name}={rest}");
    }
    lines.concat()
}

/// Where tables begin, and the end of the file.
fn tables(text: &str) -> Vec<usize> {
    let starts = text.match_indices("\n[").map(|(at, _)| at + 1);
    std::iter::once(0).chain(starts).chain([text.len()]).collect()
}

/// A table of this file or of the other one stands somewhere else, too.
fn with_table(text: &str, other: &str, random: &mut Random) -> String {
    let from = if random.once_in(2) { text } else { other };
    let (here, there) = (tables(text), tables(from));
    let at = random.below(there.len() - 1);
    let table = &from[there[at]..there[at + 1]];
    let place = *random.pick(&here);
    replaced(text, place..place, &format!("{table}\n"))
}

fn table_gone(text: &str, random: &mut Random) -> String {
    let places = tables(text);
    let at = random.below(places.len() - 1);
    replaced(text, places[at]..places[at + 1], "")
}
