//! In: lines of a text and of its translation. Out: sentences that have none in their place in the other language.
//!
//! `gaps.rs` says where the others fit much better without some. Here it is asked whether anything explains that.

use std::ops::Range;

use crate::language::WordList;

use super::Reader;
use super::gaps::{Costs, Gap, Side};
use super::lengths::Scale;
use super::sentence::{points, sentences};

/// Sentences of a text that its translation lacks, or the other way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omitted {
    /// Whether the authoritative text has them.
    pub in_source: bool,
    /// Where they are in the text that has them.
    pub range: Range<usize>,
    /// Where they belong in the other one.
    pub at: usize,
}

/// Texts with more sentences are not looked at.
const MOST: usize = 40;

/// The sentences that one of two lines most likely lacks.
pub fn omitted(
    (text, reader): (&str, Option<Reader>),
    (other, other_reader): (&str, Option<Reader>),
    scale: Scale,
) -> Option<Omitted> {
    let (ranges, other_ranges) = (sentences(text), sentences(other));
    let (n, m) = (ranges.len(), other_ranges.len());
    if n + m < 3 || n.min(m) == 0 || n.max(m) > MOST {
        return None;
    }
    let ours = Side::new(text, &ranges, scale.source);
    let theirs = Side::new(other, &other_ranges, scale.target);
    // Nearly all lines fit as they are; then no figure is read.
    if !Costs::may_be_less(&ours, &theirs) {
        return None;
    }
    let ours = ours.with_figures(text, reader, scale.source)?;
    let theirs = theirs.with_figures(other, other_reader, scale.target)?;
    let costs = Costs::new(&ours, &theirs);
    let gap: Gap = costs.likely_gap()?;
    let (has, lacks, whole, short) =
        if gap.in_source { (&ours, &theirs, text, other) } else { (&theirs, &ours, other, text) };
    let range = has.ranges[gap.sentences.start].start..has.ranges[gap.sentences.end - 1].end;
    // What introduces a list may go on from the sentence before it.
    let introduces = range.end == whole.len() && whole.trim_end().ends_with(['：', ':']);
    let one = Omitted { in_source: gap.in_source, at: lacks.start(gap.at), range };
    // A sentence in brackets is there where the other text has as many of them.
    let bracketed = is_aside(&whole[one.range.clone()])
        && asides(short, lacks.ranges) >= asides(whole, has.ranges);
    // 。…； is one sentence in the other text where that has as many semicolons.
    let joined = ends_with_semicolon(&whole[..one.range.start])
        || ends_with_semicolon(&whole[one.range.clone()]);
    // 甲；不得乙。 may be joined by a word where the other text forbids as much.
    let in_words = || bans(&whole[one.range.clone()]) > 0 && english_bans(short) >= bans(whole);
    let joined = gap.in_source && joined && (semicolons(short) >= semicolons(whole) || in_words());
    // Where both count as many points, none of them is missing.
    let counted = points(&whole[one.range.clone()]) > 0 && points(whole) == points(short);
    let in_place = introduces || bracketed || joined || counted;
    let left_out = !in_place && has.may_be_without(&one.range, lacks);
    left_out.then_some(one)
}

fn ends_with_semicolon(text: &str) -> bool {
    text.trim_end().ends_with(['；', ';'])
}

fn semicolons(text: &str) -> usize {
    text.matches(['；', ';']).count()
}

/// How often a Chinese text forbids something.
fn bans(text: &str) -> usize {
    static BANS: WordList<3> = WordList::new(["不得", "严禁", "禁止"]);
    BANS.find_all(text).count()
}

/// How often an English text does.
fn english_bans(text: &str) -> usize {
    static BANS: WordList<6> = WordList::new([
        "may not",
        "must not",
        "shall not",
        "forbidden",
        "prohibited",
        "not allowed",
    ]);
    BANS.find_all(text).count()
}

/// Whether a sentence stands in brackets.
fn is_aside(sentence: &str) -> bool {
    sentence.trim_start().starts_with(['（', '('])
}

fn asides(text: &str, sentences: &[Range<usize>]) -> usize {
    sentences.iter().filter(|range| is_aside(&text[(*range).clone()])).count()
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::super::lengths::{Lengths, Scale};
    use super::omitted;

    #[test]
    fn what_is_left_out_and_where_it_belongs() {
        let chinese = "供水企业逐条街道更换老旧管道，并提前告知沿街全部居民。确需停水的，免费向每户居民送去饮用水。居民发现漏水的，可以全天随时报告。";
        let first = "Water companies replace old pipes street by street and tell all residents of the street in good time.";
        let second = "Where the supply has to be cut off, they bring drinking water to every household without charge.";
        let third = "People who notice a leak can report it at any hour of the day or night.";
        let scale = Scale::of(Lengths { source: 1000, target: 3900 }).unwrap();
        let found = |english: &str| {
            let one = (chinese, Some(Reader::Chinese));
            omitted(one, (english, Some(Reader::English)), scale)
        };
        assert_eq!(found(&format!("{first} {second} {third}")), None);
        let english = format!("{first} {third}");
        let one = found(&english).unwrap();
        assert!(one.in_source);
        assert_eq!(&chinese[one.range], "确需停水的，免费向每户居民送去饮用水。");
        assert_eq!(english[one.at..].trim(), third);
        let more = "Each household is told by letter, by telephone and on the website of the company of the city.";
        let one = found(&format!("{first} {second} {third} {more}")).unwrap();
        assert!(!one.in_source && one.at == chinese.len());
        // One sentence is made of two, and two of one.
        let joined = format!(
            "{first} {} {third}",
            "They bring drinking water to every household. They do so whenever the supply has to be cut off."
        );
        assert_eq!(found(&joined), None);
    }
}
