//! In: a Chinese text in articles. Out: the articles of its own that a paragraph names: 第十二条.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::language::numeral::chinese;
use crate::model::document::Clause;

use super::reading::{ITSELF, Paragraph, Reading};

/// Texts with fewer are not in articles.
const LEAST: usize = 3;

/// An article that a paragraph names.
pub struct Named<'s> {
    /// The bytes of the prose that name it.
    pub range: Range<usize>,
    /// `None` where the text has no such article.
    pub clause: Option<&'s Clause>,
}

/// The articles of a text.
pub struct Articles<'s>(FxHashMap<u32, &'s Clause>);

impl<'s> Articles<'s> {
    /// `None` where the text is not in articles, or its clauses are not known.
    pub fn of(reading: &Reading<'s>) -> Option<Self> {
        if !reading.chinese || reading.document.damaged {
            return None;
        }
        let clauses = reading.document.clauses.iter();
        let articles = clauses.filter_map(|clause| Some((number_of(&clause.label)?, clause)));
        let articles: FxHashMap<_, _> = articles.collect();
        (articles.len() >= LEAST).then_some(Self(articles))
    }

    /// Those of the text that a paragraph names.
    pub fn named(&self, paragraph: &Paragraph<'_>) -> Vec<Named<'s>> {
        if paragraph.is_heading() {
            return Vec::new();
        }
        let text = paragraph.prose.text();
        let named = text.match_indices('第').filter_map(|(at, _)| {
            // 第一百二十三条 has no more bytes.
            const MOST: usize = 24;
            let near = &text[at..text.floor_char_boundary(at + MOST)];
            let length = near.find('条')? + '条'.len_utf8();
            let number = number_of(&near[..length]).filter(|_| is_own(&text[..at]))?;
            let clause = self.0.get(&number).copied();
            Some(Named { range: at..at + length, clause })
        });
        named.collect()
    }
}

/// 12 for 第十二条.
fn number_of(label: &str) -> Option<u32> {
    chinese(label.trim().strip_prefix('第')?.strip_suffix('条')?)
}

/// Whether an article behind these words is one of the text itself: no law or other document is named before it.
fn is_own(before: &str) -> bool {
    if ITSELF.iter().any(|itself| before.ends_with(itself)) {
        return true;
    }
    const NEAR: usize = 300;
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let sentence = near.rsplit(['。', '；', '\n']).next().unwrap_or(near);
    // 食品安全法第三十四条, 条例第八条
    !sentence.contains('》') && !before.ends_with(['法', '例', '则', '定', '程', '约', '原', '该'])
}
