//! In: a text and its figures. Out: wholes of which some is done and the rest is named: 取水口184个，已有138个实现计量，其余46个….

use super::figure::Figure;
use super::parts::adds_up;
use super::sentences::{is_mark, last_piece, tail};
use super::{Extent, Whole};
use crate::language::WordList;

/// So many figures before the rest are looked at.
const REACH: usize = 10;

/// Reads every rest of a text.
pub fn read(text: &str, figures: &[Figure], list: &mut Vec<Whole>) {
    static WORDS: WordList<5> = WordList::new(["其余", "剩余", "剩下", "其余的", "剩下的"]);
    for (at, rest) in figures.iter().enumerate().skip(2) {
        let lead = text.get(figures[at - 1].range.end..rest.range.start).unwrap_or("");
        let words = last_piece(lead);
        if !adds_up(rest) || !WORDS.contains(words.trim_start_matches(is_mark)) {
            continue;
        }
        let from = figures[at.saturating_sub(REACH)..at].iter();
        let near = from.filter(|one| {
            let since = text.get(one.range.end..rest.range.start).unwrap_or("。。");
            one.is_like(rest) && one.word == rest.word && since.matches('。').count() < 2
        });
        // Of several figures nobody knows which are the parts.
        if let [whole, part] = &near.collect::<Vec<_>>()[..]
            && whole.value > part.value
            && whole.value > rest.value
            // 床位1.4亿元、补贴0.4亿元，其余0.3亿元: all three are parts.
            && !text[whole.range.end..part.range.start].trim_start_matches('次').starts_with('、')
        {
            let mut parts = vec![(*part).clone(); each_of(text, part)];
            parts.push(rest.clone());
            // 其余16个设在城东区、14个设在城西区
            let more = figures[at + 1..].iter().take(REACH).take_while(|one| {
                one.is_like(rest) && one.word == rest.word && goes_on(text, rest, one)
            });
            parts.extend(more.cloned());
            list.push(Whole {
                whole: (*whole).clone(),
                parts,
                extent: Extent::All,
                years: None,
                names: Vec::new(),
            });
        }
    }
}

/// Whether a figure goes on with the list that another one begins.
fn goes_on(text: &str, first: &Figure, one: &Figure) -> bool {
    let between = text.get(first.range.end..one.range.start).unwrap_or("。");
    between.contains('、') && !between.contains(is_mark)
}

/// How many get a part each: two in 市级财政和县级财政各补助96元.
fn each_of(text: &str, part: &Figure) -> usize {
    let before = tail(text, part.range.start);
    let piece = last_piece(before);
    let names = piece.rsplit_once('各').filter(|(_, verb)| verb.chars().count() <= 4);
    names.map_or(1, |(names, _)| names.split(['、', '和', '与', '及']).count())
}
