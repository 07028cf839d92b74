//! In: the sentences of a text and those of its translation. Out: which of them belong together: translations cut a sentence in two, or join two in one, but keep the order, roughly the length, and the
//! figures.

use std::borrow::Cow;
use std::ops::Range;

use super::sentence::sentences;

/// Places of a text and of its translation that belong together and do not say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    pub source: Range<usize>,
    pub target: Range<usize>,
}

#[cfg(test)]
impl Places {
    /// The words at both places.
    pub fn words(self, source: &str, target: &str) -> (String, String) {
        (source[self.source].to_owned(), target[self.target].to_owned())
    }
}

/// Texts with more sentences are not looked at.
const MOST: usize = 40;

/// So many sentences of the one text stand for so many of the other, and what that costs.
const MOVES: [(usize, usize, f64); 6] =
    [(1, 1, 0.0), (1, 2, 0.5), (2, 1, 0.5), (1, 3, 1.0), (3, 1, 1.0), (2, 2, 1.2)];

/// What a figure that both have is worth.
const FIGURE: f64 = 0.7;

/// A sentence as it is compared.
struct Sentence<'t> {
    chars: usize,
    figures: Vec<Cow<'t, str>>,
}

/// The sentences of a text up to their full stops: a semicolon of one language is often a comma of the other.
pub fn to_full_stops(text: &str) -> Vec<Range<usize>> {
    let mut list: Vec<Range<usize>> = Vec::new();
    for part in sentences(text) {
        match list.last_mut().filter(|last| text[..last.end].ends_with(['；', ';'])) {
            Some(last) => last.end = part.end,
            None => list.push(part),
        }
    }
    list
}

/// The sentences of two texts that belong together.
pub fn beside(text: &str, other: &str) -> Option<Vec<(Range<usize>, Range<usize>)>> {
    aligned((text, &to_full_stops(text)), (other, &to_full_stops(other)))
}

/// The parts of two texts that belong together, in their order; `None` where there is no such order.
pub fn aligned(
    (text, sentences): (&str, &[Range<usize>]),
    (other, other_sentences): (&str, &[Range<usize>]),
) -> Option<Vec<(Range<usize>, Range<usize>)>> {
    let (n, m) = (sentences.len(), other_sentences.len());
    if n == 0 || m == 0 || n > MOST || m > MOST {
        return None;
    }
    let (ours, theirs) = (read(text, sentences), read(other, other_sentences));
    let all = |list: &[Sentence<'_>]| list.iter().map(|one| one.chars).sum::<usize>().max(1) as f64;
    let ratio = all(&theirs) / all(&ours);
    // The least cost of all ways that lead to a place, and the last move of that way.
    let mut best = vec![vec![(f64::INFINITY, (0, 0)); m + 1]; n + 1];
    best[0][0].0 = 0.0;
    for i in 0..=n {
        for j in 0..=m {
            for (a, b, price) in MOVES {
                if a > i || b > j || best[i - a][j - b].0.is_infinite() {
                    continue;
                }
                let here = best[i - a][j - b].0
                    + price
                    + unlike(&ours[i - a..i], &theirs[j - b..j], ratio);
                if here < best[i][j].0 {
                    best[i][j] = (here, (a, b));
                }
            }
        }
    }
    let mut groups: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let (mut i, mut j) = (n, m);
    while (i, j) != (0, 0) {
        let (a, b) = best[i][j].1;
        if (a, b) == (0, 0) {
            return None;
        }
        groups.push((i - a..i, j - b..j));
        (i, j) = (i - a, j - b);
    }
    groups.reverse();
    join_loose(&mut groups, &ours, &theirs);
    let whole = |list: &[Range<usize>]| list[0].start..list[list.len() - 1].end;
    let places =
        groups.into_iter().map(|(one, two)| (whole(&sentences[one]), whole(&other_sentences[two])));
    Some(places.collect())
}

/// A sentence at the edge of a group of several, without a figure that says that it belongs there, may as well belong to
/// the next group: the two become one.
fn join_loose(
    groups: &mut Vec<(Range<usize>, Range<usize>)>,
    ours: &[Sentence<'_>],
    theirs: &[Sentence<'_>],
) {
    let loose = |group: &(Range<usize>, Range<usize>), last: bool| {
        let edge = |list: &Range<usize>| if last { list.end - 1 } else { list.start };
        let (one, two) = (&ours[group.0.clone()], &theirs[group.1.clone()]);
        let anchored = |sentence: &Sentence<'_>, others: &[Sentence<'_>]| {
            sentence
                .figures
                .iter()
                .any(|figure| others.iter().any(|one| one.figures.contains(figure)))
        };
        one.len() > 1 && !anchored(&ours[edge(&group.0)], two)
            || two.len() > 1 && !anchored(&theirs[edge(&group.1)], one)
    };
    let mut at = 1;
    while at < groups.len() {
        if loose(&groups[at - 1], true) || loose(&groups[at], false) {
            let next = groups.remove(at);
            groups[at - 1].0.end = next.0.end;
            groups[at - 1].1.end = next.1.end;
        } else {
            at += 1;
        }
    }
}

/// What it costs to take sentences for each other.
fn unlike(ours: &[Sentence<'_>], theirs: &[Sentence<'_>], ratio: f64) -> f64 {
    let length = |list: &[Sentence<'_>]| list.iter().map(|one| one.chars).sum::<usize>() as f64;
    let (one, two) = (length(ours) * ratio, length(theirs));
    let mut left: Vec<&str> = figures(theirs).collect();
    let shared = figures(ours).filter(|figure| {
        let at = left.iter().position(|one| one == figure);
        at.map(|at| left.swap_remove(at)).is_some()
    });
    2.0 * (one - two).abs() / (one + two).max(1.0) - FIGURE * shared.count() as f64
}

fn read<'t>(text: &'t str, list: &[Range<usize>]) -> Vec<Sentence<'t>> {
    list.iter().map(|range| sentence(&text[range.clone()])).collect()
}

fn figures<'s>(list: &'s [Sentence<'_>]) -> impl Iterator<Item = &'s str> {
    list.iter().flat_map(|one| one.figures.iter().map(Cow::as_ref))
}

fn sentence(text: &str) -> Sentence<'_> {
    let digit = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    let mut figures = Vec::new();
    let mut from = 0;
    while let Some(behind) = text.as_bytes()[from..].iter().position(digit) {
        let start = from + behind;
        let end = text.as_bytes()[start..].iter().position(|byte| !digit(byte));
        from = end.map_or(text.len(), |end| start + end);
        figures.extend(Some(significant(&text[start..from])).filter(|one| !one.is_empty()));
    }
    Sentence { chars: text.chars().count(), figures }
}

/// The digits of a number that are the same in 5.2万 and `52,000`.
fn significant(figure: &str) -> Cow<'_, str> {
    let figure = figure.trim_matches(['0', '.', ',']);
    if figure.bytes().all(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(figure);
    }
    Cow::Owned(figure.chars().filter(char::is_ascii_digit).collect())
}

#[cfg(test)]
mod tests {
    use super::{aligned, sentences, to_full_stops};

    #[test]
    fn sentences_that_belong_together() {
        let chinese =
            "到2030年建成公园12个，其中新建5个。面积达到3.5万平方米。不得占用耕地。每年检查一次。";
        let english = "By 2030, there will be 12 parks. Of these, 5 are new. Their area reaches 35,000 m². \
                       No farmland is used. They are inspected each year.";
        let groups = aligned((chinese, &sentences(chinese)), (english, &sentences(english)));
        let parts: Vec<(&str, &str)> = groups
            .unwrap()
            .into_iter()
            .map(|(one, two)| (chinese[one].trim(), english[two].trim()))
            .collect();
        assert_eq!(parts[0].1, "By 2030, there will be 12 parks. Of these, 5 are new.");
        assert_eq!(parts[2], ("不得占用耕地。", "No farmland is used."));
        assert_eq!(parts.len(), 4);
    }

    #[test]
    fn sentences_that_may_belong_to_either_side() {
        let chinese = "每户补助3万元；不得重复申请。确需续贷的，提前30日申请。";
        let english = "Each borrower gets CNY 30,000. It is paid once. Apply 30 days before.";
        let groups = aligned((chinese, &to_full_stops(chinese)), (english, &sentences(english)));
        assert!(groups.unwrap().len() == 1);
    }
}
