//! In: a Chinese text with its quantities, and the names of areas. Out: figures that are dealt out to areas: 甲县、乙区分别达到
//! 7.5万亩、3万亩.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::divisions::{Beside, NEAR, Names};
use super::quantity::Quantity;

/// What says that the figures behind it belong to the names before it, one after the other.
static IN_TURN: LazyLock<[Finder<'static>; 2]> =
    LazyLock::new(|| [Finder::new("分别"), Finder::new("依次")]);

/// Names in their order, each with its place.
type Listed = Vec<(usize, Range<usize>)>;

impl Names {
    /// The first names to which figures are dealt out, and where the word ends that does it.
    pub(super) fn in_turn(&self, text: &str) -> Option<(Listed, usize)> {
        let words = IN_TURN.iter().flat_map(|word| {
            word.find_iter(text.as_bytes()).map(|at| (at, at + word.needle().len()))
        });
        words.into_iter().find_map(|(at, end)| Some((self.listed_before(text, at)?, end)))
    }

    /// The names that stand in a list at the end of what stands before a place, 甲县、乙县和丙区, or not far before it.
    fn listed_before(&self, text: &str, at: usize) -> Option<Listed> {
        let from = text.floor_char_boundary(at.saturating_sub(4 * NEAR));
        let mut end =
            text[from..at].char_indices().rev().map(|(place, c)| from + place + c.len_utf8());
        let first = end.find(|end| self.ending(&text[..*end]).is_some())?;
        // 城东区、临河县体育场地面积分别达到: what is measured may stand between.
        if at - first > NEAR / 2 || text[first..at].contains(['，', '。', '；', '、']) {
            return None;
        }
        let (mut names, mut end) = (Vec::new(), first);
        while let Some((owner, length)) = self.ending(&text[..end]) {
            names.push((owner, end - length..end));
            let before = &text[..end - length];
            let Some(joint) =
                before.chars().next_back().filter(|c| matches!(c, '、' | '和' | '及' | '与'))
            else {
                break;
            };
            end = before.len() - joint.len_utf8();
        }
        names.reverse();
        (names.len() > 1).then_some(names)
    }
}

/// Names with the figures behind 分别: as many as there are names, with nothing but a joint between them.
pub fn dealt(
    names: &[(usize, Range<usize>)],
    text: &str,
    from: usize,
    quantities: &[Quantity],
) -> Option<Vec<Beside>> {
    let first = quantities.iter().position(|one| one.range.start >= from)?;
    let figures = quantities.get(first..first + names.len())?;
    let near = figures[0].range.start - from <= NEAR / 2;
    let joined = |pair: &[Quantity]| {
        let between = text.get(pair[0].range.end..pair[1].range.start);
        matches!(between, Some("、" | "和" | "及" | "与")) && pair[0].measure == pair[1].measure
    };
    let all = near && figures.windows(2).all(joined);
    all.then(|| {
        let beside = |((owner, _), figure): (&(usize, Range<usize>), &Quantity)| Beside {
            owner: *owner,
            value: figure.value,
            range: figure.range.clone(),
        };
        names.iter().zip(figures).map(beside).collect()
    })
}
