//! In: a Chinese text that is being read, and a place in it. Out: the quantity in numerals that begins there: 八大集群, 八成,
//! 十三五, 翻一番.

use rust_decimal::Decimal;

use crate::language::WordList;
use crate::parity::numerals::{self, Read};
use crate::parity::quantity::{Measure, Strength};

use super::Reader;
use super::bounds::{bound_before, bound_behind};
use super::tail::unit;

impl Reader<'_> {
    /// Numerals: 八大集群, 第三方, 十三五, 三年.
    pub(super) fn in_numerals(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let before = &self.text[..at];
        if let Some(times) =
            [("翻一番", 2u32), ("翻两番", 4)].iter().find(|(word, _)| rest.starts_with(word))
        {
            let (word, times) = *times;
            self.push_exactly(times.into(), Measure::Times, Strength::Words, at, word.len());
            return Some(word.len());
        }
        if let Some(double) = rest.chars().next().filter(|c| matches!(c, '双' | '雙')) {
            let length = double.len_utf8();
            self.push_exactly(Decimal::TWO, Measure::Count, Strength::Latent, at, length);
            return Some(length);
        }
        if let Some(length) = self.five_year_plan(at) {
            return Some(length);
        }
        // 每千瓦时 has no number.
        if let Some((_, length)) = unit(rest).filter(|_| rest.starts_with('千')) {
            return Some(length);
        }
        let read = numerals::chinese(rest)?;
        if let Some(length) = self.tenths(at, read) {
            return Some(length);
        }
        // 数十, 上百, 成千: nobody knows how many; but 完成八大工程.
        let vague = before.ends_with(['数', '几', '上', '成'])
            && rest.starts_with(['十', '百', '千', '万', '亿']);
        let enumerates = rest[read.length..].starts_with(['是', '要']);
        if vague || enumerates {
            return Some(read.length);
        }
        Some(self.number(at, read, false))
    }

    /// 八成 is 80%.
    fn tenths(&mut self, at: usize, read: Read) -> Option<usize> {
        /// Behind these, 成 is another word.
        const OTHER: &str = "长立员果本功绩熟品套为分交都年就效不因全片材人色";
        let behind = self.text[at + read.length..].strip_prefix('成')?;
        let one = read.length == '一'.len_utf8() && read.value < Decimal::TEN;
        if !one || behind.starts_with(|c| OTHER.contains(c)) {
            return None;
        }
        let length = read.length + '成'.len_utf8();
        let (bound, taken) = bound_behind(&self.text[at + length..], &Measure::Percent);
        let bounded = bound_before(self.place(at), bound, &Measure::Percent);
        let value = read.value * Decimal::TEN;
        self.push(value, Measure::Percent, bounded, Strength::Words, at + length + taken);
        Some(length + taken)
    }

    /// 十四五规划: the fourteenth plan, of five years.
    fn five_year_plan(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let name: String = rest.starts_with('十').then(|| rest.chars().take(3).collect())?;
        // 任务十五 is number 15.
        let behind = &rest[name.len()..];
        let quoted =
            self.text[..at].ends_with(['“', '「', '"']) && behind.starts_with(['”', '」', '"']);
        static PERIODS: WordList<6> = WordList::new(["规划", "时期", "期间", "以来", "末", "计划"]);
        if !quoted && PERIODS.beginning(behind).is_none() {
            return None;
        }
        let number = name.strip_suffix('五').filter(|number| number.starts_with('十'))?;
        let number = numerals::chinese(number).filter(|read| read.length == number.len())?;
        let five = Decimal::from(5);
        let length = name.len();
        self.push_exactly(number.value, Measure::Ordinal, Strength::Words, at, length);
        self.push_exactly(five, Measure::Unit("years"), Strength::Words, at, length);
        Some(length)
    }
}
