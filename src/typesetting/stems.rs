//! In: registered names of bodies, and sentences. Out: bodies with another ending than the registered one: 市卫生健康局,
//! where there is a 市卫生健康委. A bureau is a commission elsewhere, and no place has both; other endings, such as 办 and
//! 中心, may well make another body.

use std::ops::Range;

use memchr::memchr3_iter;
use rustc_hash::FxHashMap;

use super::nearness::Near;

/// Endings of which a place has one for each kind of work, and what they are the beginning of.
const ENDINGS: [(&str, &str); 3] =
    [("局", "长面部限势域属机级"), ("委", "员会托派任书属培屈办"), ("厅", "长级官局")];

/// The same as 委.
const COMMISSION: &str = "委员会";

/// Names without their endings, by the last two characters of what is left.
#[derive(Default)]
pub struct Stems(FxHashMap<[u8; 6], Vec<Stem>>);

struct Stem {
    text: String,
    /// Which of the endings belongs to it.
    ending: usize,
    /// The number of the name.
    name: usize,
}

impl Stems {
    /// Adds a name that begins with its place; others may be those of any place.
    pub fn add(&mut self, name: &str, number: usize) {
        let whole = name.strip_suffix(COMMISSION).map(|stem| (stem, 1));
        let ending = || {
            let stem =
                |(at, (ending, _)): (usize, &(&str, &str))| Some((name.strip_suffix(ending)?, at));
            ENDINGS.iter().enumerate().find_map(stem)
        };
        let Some((stem, ending)) =
            whole.or_else(ending).filter(|(stem, _)| begins_with_place(stem))
        else {
            return;
        };
        if let Some(key) = stem.as_bytes().last_chunk() {
            let stem = Stem { text: stem.to_owned(), ending, name: number };
            self.0.entry(*key).or_default().push(stem);
        }
    }

    /// The bodies of a text with another ending than a registered one; the longest name first where there are several.
    pub fn near(&self, text: &str) -> Vec<Near> {
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        if self.0.is_empty() {
            return found;
        }
        // The second bytes of the endings.
        for at in memchr3_iter("局".as_bytes()[1], "委".as_bytes()[1], "厅".as_bytes()[1], bytes)
        {
            let Some(start) = at.checked_sub(1) else { continue };
            let here = bytes[start..].first_chunk::<3>();
            let ending = |(one, _): &(&str, &str)| one.as_bytes().first_chunk() == here;
            let Some(written) = ENDINGS.iter().position(ending) else { continue };
            let Some(stems) = bytes[..start].last_chunk().and_then(|key| self.0.get(key)) else {
                continue;
            };
            let end = start + ENDINGS[written].0.len();
            if text[end..].starts_with(|c| ENDINGS[written].1.contains(c)) {
                continue;
            }
            let mut names: Vec<&Stem> =
                stems.iter().filter(|stem| stem.stands(&text[..start])).collect();
            // Where one has this ending, it is meant.
            if names.iter().any(|stem| stem.ending == written) {
                continue;
            }
            names.retain(|stem| stem.may_be_meant(written));
            names.sort_by_key(|stem| std::cmp::Reverse(stem.text.len()));
            let near = |stem: &Stem| Near { place: start - stem.text.len()..end, name: stem.name };
            found.extend(names.into_iter().map(near));
        }
        found
    }
}

impl Stem {
    /// Whether a text ends with it, and it is no part of a longer name.
    fn stands(&self, text: &str) -> bool {
        /// What may stand before a name that begins with 市 and is no part of the name of a city.
        const BEFORE: [&str; 20] = [
            "由", "和", "与", "及", "会同", "协同", "共同", "向", "请", "报", "经", "对", "送",
            "为", "将", "给", "按照", "根据", "配合", "协助",
        ];
        let Some(before) = text.strip_suffix(&*self.text) else { return false };
        if !self.text.starts_with(is_level) {
            return !before.ends_with('原');
        }
        // 县、市卫生健康局 are those of counties and of cities below this one.
        let lower = ["县、", "区、", "市、"].iter().any(|word| before.ends_with(word));
        let word = before.chars().next_back().is_some_and(char::is_alphabetic);
        !lower && (!word || BEFORE.iter().any(|one| before.ends_with(one)))
    }

    /// Whether a body with another ending is a slip for this one. 市科技委 is a committee beside 市科技局.
    fn may_be_meant(&self, written: usize) -> bool {
        let commission = written == 1 || self.ending == 1;
        !commission || self.text.len() > "市科技".len()
    }
}

fn is_level(c: char) -> bool {
    "市省县区州".contains(c)
}

/// 市…, 河北省…, 国家…
fn begins_with_place(stem: &str) -> bool {
    stem.starts_with("国家") || stem.chars().take(5).any(is_level)
}

/// Whether two places of a text have something in common.
pub fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
