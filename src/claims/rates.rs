//! In: a text and its figures. Out: rates with the figures beside them from which they follow: 比2024年的4380件减少180件，下降
//! 4.1%; 由8000张增加到10000张，增长25%; 由5000人增加到10000人，翻一番.

use std::ops::Range;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::language::{Lookup, WordList};
use crate::parity::quantity::Measure;

use super::Said;
use super::figure::Figure;
use super::sentences::{ends_sentence, head, is_mark, last_piece, tail};
use super::shares::fraction;
use super::steps::{is_step, undated};
use super::words::{FALL, LEVEL, RISE};

/// How many times as much the end of a step is, in hundredths.
const FACTORS: [(&str, u32); 25] = [
    ("翻了一番", 200),
    ("翻了两番", 400),
    ("翻一番", 200),
    ("翻两番", 400),
    ("翻二番", 400),
    ("翻三番", 800),
    ("翻番", 200),
    ("翻倍", 200),
    ("翻一倍", 200),
    ("增长一倍", 200),
    ("增加一倍", 200),
    ("提高一倍", 200),
    ("增长两倍", 300),
    ("增加两倍", 300),
    ("增长1倍", 200),
    ("增加1倍", 200),
    ("增长2倍", 300),
    ("增加2倍", 300),
    ("压缩一半", 50),
    ("减少一半", 50),
    ("缩短一半", 50),
    ("降低一半", 50),
    ("下降一半", 50),
    ("压减一半", 50),
    ("减半", 50),
];

static FACTORS_BY_FIRST: LazyLock<Lookup<u32>> =
    LazyLock::new(|| Lookup::by_first(FACTORS.into_iter()));

/// A rate, in % or in percentage points, beside the figures that it follows from.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    /// How things stood before.
    pub from: Option<Figure>,
    /// How they stand afterwards.
    pub to: Option<Figure>,
    /// By how much they changed.
    pub by: Option<Figure>,
    /// Whether they became less.
    pub falls: bool,
    pub rate: Figure,
    /// The rate with its verb: 下降4.1%.
    pub range: Range<usize>,
}

/// A step, and how many times as much its end is said to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    pub from: Figure,
    pub to: Figure,
    /// In hundredths: 翻一番 is 200, 减半 is 50.
    pub percent: Decimal,
    /// Whether it is said exactly: 缩短四分之一.
    pub close: bool,
    /// 翻一番
    pub range: Range<usize>,
}

/// A step whose verb goes the other way than its figures: 由5.0万吨增加到4.5万吨.
#[derive(Clone, Debug, PartialEq)]
pub struct Turned {
    pub from: Figure,
    pub to: Figure,
    /// 增加到
    pub range: Range<usize>,
}

/// The figures of a text.
struct Row<'t> {
    text: &'t str,
    figures: &'t [Figure],
}

/// Reads every rate of a text.
pub fn read(text: &str, figures: &[Figure], said: &mut Said) {
    let Said { rates, times, turned, .. } = said;
    let row = Row { text, figures };
    for (at, figure) in figures.iter().enumerate().skip(1) {
        turned.extend(row.turned(at));
        match figure.measure {
            Measure::Percent => rates.extend(row.rate(at)),
            Measure::Points => rates.extend(row.rate(at).or_else(|| row.apart(at))),
            _ => {}
        }
        times.extend(row.times(at));
    }
}

impl<'t> Row<'t> {
    /// The words between a figure and the one before it, or the beginning of its sentence.
    fn lead(&self, at: usize) -> &'t str {
        let start = at.checked_sub(1).map_or(0, |before| self.figures[before].range.end);
        let piece = self.text.get(start..self.figures[at].range.start).unwrap_or("");
        // 人次 may be read as 人.
        let piece = piece.trim_start_matches('次');
        let end = piece.char_indices().rev().find(|(_, c)| ends_sentence(*c));
        end.map_or(piece, |(at, c)| &piece[at + c.len_utf8()..])
    }

    /// Whether a figure stands in one sentence with the one before it.
    fn follows(&self, at: usize) -> bool {
        let before = self.figures[at - 1].range.end;
        let piece = self.text.get(before..self.figures[at].range.start).unwrap_or("。");
        !piece.contains(ends_sentence)
    }

    /// The first figure of a step that ends at a figure: 由2024年的4380件减少到2700件.
    fn step(&self, at: usize) -> Option<&'t Figure> {
        let from = &self.figures[at.checked_sub(1)?];
        let before = self.lead(at - 1);
        let behind = &before[before.rfind(['由', '从'])? + '由'.len_utf8()..];
        // 由原来的每具800元提高到1400元
        let each = behind.rfind('每').filter(|at| behind[*at..].chars().count() <= 4);
        let behind = &behind[..each.unwrap_or(behind.len())];
        let behind = behind.strip_prefix("原来").unwrap_or(behind);
        let when = behind.trim_end_matches('的').trim_end_matches(['底', '末']);
        let fits = when.is_empty() || (when.ends_with('年') && !when.contains(is_mark));
        let like = from.is_like(&self.figures[at]) && from.word == self.figures[at].word;
        (fits && like && self.follows(at) && is_step(undated(self.lead(at)))).then_some(from)
    }

    /// A step that ends at a figure and whose verb goes the other way.
    fn turned(&self, at: usize) -> Option<Turned> {
        let (from, to) = (self.step(at)?, &self.figures[at]);
        let lead = self.lead(at);
        // 分辨率由5公里提高到1公里: of these, less is higher.
        static FINER: WordList<10> = WordList::new([
            "分辨率",
            "精度",
            "误差",
            "间隔",
            "周期",
            "等级",
            "级别",
            "排名",
            "位次",
            "名次",
        ]);
        let name = &self.lead(at - 1);
        let name = &name[..name.rfind(['由', '从'])?];
        if FINER.ending(name.trim_end_matches('的')).is_some() {
            return None;
        }
        let verb = lead.find(['到', '至'])?;
        let falls = change(&lead[..verb])?;
        let start = to.range.start - lead.len();
        let other = if falls { to.value > from.value } else { to.value < from.value };
        let range = start..start + verb + '到'.len_utf8();
        other.then(|| Turned { from: from.clone(), to: to.clone(), range })
    }

    fn rate(&self, at: usize) -> Option<Rate> {
        let rate = &self.figures[at];
        let piece = self.lead(at);
        let lead = piece.trim_end_matches(['约', '近', '了', '达', '为']);
        let words = lead.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace());
        let words = ["同比", "也就是", "即"]
            .iter()
            .fold(words, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        if !self.follows(at) || words.len() == lead.len() {
            return None;
        }
        let start = rate.range.start - (piece.len() - (lead.len() - words.len()));
        let made = |(from, to, by): Three<'_>, falls| Rate {
            from: from.cloned(),
            to: to.cloned(),
            by: by.cloned(),
            falls,
            rate: rate.clone(),
            range: start..rate.range.end,
        };
        let falls = change(words)?;
        let verb = ending_verb(words)?;
        let level = &self.figures[at - 1];
        let share = level.measure == Measure::Percent && is_share(self.lead(at - 1));
        if words.len() > verb.len() || (share && lead.ends_with(&format!("同比{verb}"))) {
            // 占72.5%，比2024年提高2.7%
            let since = words.len() == verb.len() || since(words.strip_suffix(verb)?);
            return (share && since).then(|| made((None, Some(level), None), falls));
        }
        let beside = self.beside(at - 1, falls)?;
        let plain = level.measure != Measure::Percent;
        (!plain || !self.at_other_prices(at)).then(|| made(beside, falls))
    }

    /// 占26.3%，比城东区的54.5%低28.2个百分点: by how much two shares differ that stand beside each other.
    fn apart(&self, at: usize) -> Option<Rate> {
        /// Longer words name more than one thing.
        const LONGEST: usize = 12;
        let (level, base) = (&self.figures[at.checked_sub(2)?], &self.figures[at - 1]);
        let shares = [level, base].iter().all(|one| one.measure == Measure::Percent);
        let of = self.lead(at - 1).strip_prefix('，')?.strip_prefix(['比', '较'])?;
        let named = of.ends_with('的') && of.chars().count() <= LONGEST && !of.contains(is_mark);
        let falls = match self.lead(at) {
            "低" | "低了" | "少" => true,
            "高" | "高了" | "高出" | "多" => false,
            _ => return None,
        };
        let rate = self.figures[at].clone();
        let range = rate.range.start - self.lead(at).len()..rate.range.end;
        let (from, to) = (Some(base.clone()), Some(level.clone()));
        (shares && named && self.follows(at - 1)).then_some(Rate {
            from,
            to,
            by: None,
            falls,
            rate,
            range,
        })
    }

    /// Whether a rate may be one at the prices of another year, or of things that are counted in another way.
    fn at_other_prices(&self, at: usize) -> bool {
        static WORDS: WordList<9> = WordList::new([
            "可比",
            "不变价",
            "同口径",
            "扣除",
            "实际增长",
            "名义增长",
            "生产总值",
            "增加值",
            "GDP",
        ]);
        let rate = &self.figures[at].range;
        let (before, behind) = (tail(self.text, rate.start), head(self.text, rate.end));
        let before = before.rfind(ends_sentence).map_or(before, |end| &before[end..]);
        let behind = behind.find(ends_sentence).map_or(behind, |end| &behind[..end]);
        WORDS.iter().any(|word| before.contains(word) || behind.contains(word))
    }

    /// The figures before a rate, the last of which is given: before, afterwards, by how much.
    fn beside(&self, at: usize, falls: bool) -> Option<Three<'t>> {
        let last = &self.figures[at];
        if let Some(from) = self.step(at) {
            return Some((Some(from), Some(last), None));
        }
        let lead = self.lead(at);
        if at == 0 || matches!(last.measure, Measure::Percent | Measure::Points) {
            return None;
        }
        (change(lead) == Some(falls) && self.follows(at)).then_some(())?;
        let before = &self.figures[at - 1];
        let like = before.is_like(last) && before.word == last.word;
        like.then_some(())?;
        if let Some(from) = self.step(at - 1).filter(|_| lead.starts_with(is_mark)) {
            return Some((Some(from), Some(before), Some(last)));
        }
        if self.is_base(at - 1, lead) {
            return Some((Some(before), None, Some(last)));
        }
        let words = lead.trim_start_matches(is_mark).trim_end();
        let since = since(words.strip_suffix(ending_verb(words)?)?);
        (since && words.len() < lead.len()).then_some((None, Some(before), Some(last)))
    }

    /// Whether a figure is what is compared with: 比2024年的4380件, 与2020年底的40万人相比.
    fn is_base(&self, at: usize, behind: &str) -> bool {
        let piece = self.lead(at);
        let words = last_piece(piece);
        let words = words.trim_start_matches(is_mark);
        let beside = words.starts_with(['与', '同', '和', '跟', '较', '比']);
        let compared = words.starts_with(['比', '较']) || behind.contains("相比");
        beside && compared && words.ends_with('的') && words.contains('年')
    }

    /// 翻一番 behind a step.
    fn times(&self, at: usize) -> Option<Times> {
        let to = &self.figures[at];
        let rest = self.text.get(to.range.end..)?.trim_start_matches('次');
        let words = rest.trim_start_matches(['，', ',']);
        let words = ["将", "实现", "即"]
            .iter()
            .fold(words, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        let whole = FACTORS_BY_FIRST.beginning(words).next();
        let whole = whole.map(|(word, percent)| (word.len(), Decimal::from(percent), false));
        let (length, percent, close) = whole.or_else(|| by_part(words))?;
        // 压缩一半以上 is another claim.
        let behind = &words[length..];
        let ends = behind.is_empty() || behind.starts_with(|c| is_mark(c) || c == '、');
        let start = self.text.len() - words.len();
        (ends && words.len() < rest.len()).then_some(())?;
        let from = self.step(at)?.clone();
        Some(Times { from, to: to.clone(), percent, close, range: start..start + length })
    }
}

/// 缩短四分之一: its bytes, and that the end is 75% of the beginning, or near to it.
fn by_part(words: &str) -> Option<(usize, Decimal, bool)> {
    let verb = FALL.beginning(words).or_else(|| RISE.beginning(words))?;
    let falls = change(verb)?;
    let rest = words[verb.len()..].trim_start_matches(['了', '约', '近']);
    let (percent, length) = fraction(rest)?;
    let end = words.len() - rest.len() + length;
    let by = if falls { -percent } else { percent };
    Some((end, Decimal::ONE_HUNDRED.checked_add(by)?, true))
}

/// Whether the words between two figures of a text make a step of them.
pub fn is_step_between(text: &str, from: &Figure, to: &Figure) -> bool {
    text.get(from.range.end..to.range.start).is_some_and(|words| is_step(undated(words)))
}

/// Before, afterwards, by how much.
type Three<'f> = (Option<&'f Figure>, Option<&'f Figure>, Option<&'f Figure>);

/// Whether words end with a verb that lets a figure fall, or one that lets it rise.
fn change(words: &str) -> Option<bool> {
    let words = words.trim_end().trim_end_matches('了');
    let falls = FALL.ending(words).is_some();
    (falls || RISE.ending(words).is_some()).then_some(falls)
}

fn ending_verb(words: &str) -> Option<&'static str> {
    FALL.ending(words).or_else(|| RISE.ending(words))
}

/// 比上年, 较2024年底
fn since(words: &str) -> bool {
    static TIMES: WordList<9> = WordList::new([
        "上年同期",
        "去年同期",
        "上年",
        "去年",
        "上一年",
        "年初",
        "上年末",
        "上年底",
        "上期",
    ]);
    let Some(when) = words.strip_prefix(['比', '较']) else { return false };
    let year = when.trim_end_matches(['底', '末']).strip_suffix('年');
    let is_year = year.is_some_and(|year| year.len() == 4 && year.parse::<u16>().is_ok());
    is_year || TIMES.contains(when)
}

/// Whether the words before a figure in % say of what it is a share, and not by how much something grew.
fn is_share(lead: &str) -> bool {
    let mut words = last_piece(lead);
    words = words.trim_start_matches(is_mark);
    while let Some(word) = LEVEL.ending(words).or_else(|| words.ends_with('为').then_some("为")) {
        words = &words[..words.len() - word.len()];
    }
    let grows =
        ["增长", "增速", "增幅", "下降", "降幅", "涨"].iter().any(|word| words.contains(word));
    let named = words.ends_with(['率', '重', '度']) || words.starts_with('占');
    !grows && (named || words.contains('占') || words.ends_with("比例"))
}
