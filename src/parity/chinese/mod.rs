//! In: a Chinese text. Out: its quantities, in the order of the text.

mod bounds;
mod clause;
mod in_numerals;
mod shares;
mod tail;

pub use clause::behind_document as clause_behind_document;

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::language::{Characters, WordList, ascii_digit, is_han};
use crate::model::quantity::Bound;

use super::days;
use super::numerals::{self, Read, is_minus, starts_with_digit};
use super::quantity::{Bounded, Measure, Quantity, Strength, share_bound};
use super::{Which, verbatim};
use bounds::{Place, bound_before};
use tail::{behind_joint, behind_joint_mark, tail};

/// A text that is being read.
struct Reader<'t> {
    text: &'t str,
    found: Vec<Quantity>,
    /// A number that waits for the unit of the second one of its range: 3—5亿元; and whether it has none of its own, as that of
    /// 5.89万头至6.51万头 has.
    waiting: Option<(usize, bool)>,
    /// Where the last quantity ends that may have a bound.
    bounded: usize,
}

/// The quantities of a text.
pub fn quantities(text: &str, which: Which) -> Vec<Quantity> {
    let mut reader = Reader { text, found: Vec::new(), waiting: None, bounded: 0 };
    let (mut at, beginnings) = (0, &*BEGINNINGS);
    while let Some(found) = beginnings.find(text, at) {
        at = found;
        let c = text[at..].chars().next().unwrap_or(' ');
        if which == Which::Sure && is_unsure(text, at, c) {
            at += c.len_utf8();
            // A bound before it is its own.
            reader.bounded = at;
            continue;
        }
        at += reader.read(at).unwrap_or(c.len_utf8());
    }
    reader.found
}

/// Whether nothing sure begins at a place: 双, and 一 before a word, but for that of 正文一.
fn is_unsure(text: &str, at: usize, c: char) -> bool {
    let word = |next| is_han(next) && !numerals::is_chinese(next) && next != '分';
    match c {
        '双' | '雙' => true,
        '一' => {
            let behind = text[at + c.len_utf8()..].chars().next();
            behind.is_some_and(word) && !clause::leads(&text[..at])
        }
        _ => false,
    }
}

static BEGINNINGS: LazyLock<Characters> =
    LazyLock::new(|| ('\0'..='\u{ffff}').filter(|c| may_begin(*c)).collect());

/// Whether anything that is read here may begin with this character. All others are passed over without a closer look.
fn may_begin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || ascii_digit(c).is_some()
        || numerals::is_chinese(c)
        || matches!(c, '翻' | '双' | '雙')
}

impl Reader<'_> {
    /// Reads what begins at a place; how many bytes it takes, where anything does.
    fn read(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let before = self.text[..at].chars().next_back();
        if let Some(length) = self.clauses(at) {
            return Some(length);
        }
        if let Some(verbatim) = verbatim::at(rest, before) {
            if verbatim.compared {
                let code = Measure::Code(verbatim::code(&rest[..verbatim.length]));
                self.push_plain(0, code, at, verbatim.length);
            }
            return Some(verbatim.length);
        }
        let digits = numerals::digits(rest);
        let dated = digits.and_then(|first| self.date_or_clock(at, first));
        let dated = dated.or_else(|| self.named_day(at));
        if let Some(length) = dated.or_else(|| self.parts(at, digits)) {
            return Some(length);
        }
        match digits {
            Some(read) => Some(self.number(at, read, true)),
            None => self.in_numerals(at),
        }
    }

    fn push(
        &mut self,
        value: Decimal,
        measure: Measure,
        Bounded { bound, or_exactly, begin }: Bounded,
        strength: Strength,
        end: usize,
    ) {
        let range = begin..end;
        if measure.takes_bound() {
            self.bounded = range.end;
        }
        self.found.push(Quantity { value, measure, bound, or_exactly, strength, range });
    }

    fn push_plain(
        &mut self,
        value: impl Into<Decimal>,
        measure: Measure,
        at: usize,
        length: usize,
    ) {
        self.push_exactly(value.into(), measure, Strength::Digits, at, length);
    }

    fn push_exactly(
        &mut self,
        value: Decimal,
        measure: Measure,
        strength: Strength,
        at: usize,
        length: usize,
    ) {
        self.push(value, measure, Bounded::surely(Bound::Exactly, at), strength, at + length);
    }

    /// A bound before an earlier number bounds that one; but 至少在2020年前建设5家.
    fn place(&self, at: usize) -> Place<'_> {
        Place { text: self.text, from: self.bounded, at }
    }

    /// The clauses that are named at a place; what stands before it, such as 正文, belongs to the first of them.
    fn clauses(&mut self, at: usize) -> Option<usize> {
        let (clauses, length) = clause::named(self.text, at)?;
        self.found.extend(clauses);
        Some(length)
    }

    /// 2018-04-11, 17:30, 上午9时, 17时30分
    fn date_or_clock(&mut self, at: usize, first: Read) -> Option<usize> {
        let rest = &self.text[at..];
        if let Some((year, month, day, length)) = super::iso_date(rest) {
            self.push_plain(year, Measure::Year, at, length);
            self.push_plain(month, Measure::Month, at, length);
            self.push_plain(day, Measure::Day, at, length);
            return Some(length);
        }
        let (mut hour, minutes, length) = super::clock(rest).or_else(|| {
            let behind = &rest[first.length..];
            // 下午5点, but not 5点建议.
            static TOLD: WordList<7> =
                WordList::new(["上午", "下午", "晚上", "早上", "凌晨", "中午", "傍晚"]);
            let point = |_: &&str| TOLD.ending(&self.text[..at]).is_some();
            let inner = behind
                .strip_prefix(['时', '點'])
                .or_else(|| behind.strip_prefix('点').filter(point))?;
            let hour = u32::try_from(first.value).ok().filter(|hour| *hour <= 24)?;
            let mut length = first.length + '时'.len_utf8();
            let mut minutes = 0;
            if let Some(read) =
                numerals::digits(inner).filter(|read| inner[read.length..].starts_with('分'))
            {
                minutes = u32::try_from(read.value).ok()?;
                length += read.length + '分'.len_utf8();
            } else if inner.starts_with('半') {
                (minutes, length) = (30, length + '半'.len_utf8());
            }
            Some((hour, minutes, length))
        })?;
        let said = |words: &[&str]| words.iter().any(|word| self.text[..at].ends_with(word));
        let night = hour > 5 && said(&["夜间", "晚间", "深夜", "夜里"]);
        if (night || said(&["下午", "晚上", "晚"])) && hour < 12 {
            hour += 12;
        }
        self.push_plain(hour * 60 + minutes, Measure::Clock, at, length);
        Some(length)
    }

    /// “3·15”, also with a full stop
    fn named_day(&mut self, at: usize) -> Option<usize> {
        let (month, day, length) = days::at(self.text, at)?;
        self.push_plain(days::value(month, day), Measure::NamedDay(month, day), at, length);
        Some(length)
    }

    /// A number in digits or numerals with all that belongs to it.
    fn number(&mut self, at: usize, read: Read, in_digits: bool) -> usize {
        let read = with_half(&self.text[at..], read);
        let tail = tail(self.text, at, read);
        let value = read.value.checked_mul(tail.scale).unwrap_or(read.value);
        let (half, halved) = tail::half_behind(&tail, &self.text[at + read.length..]);
        let value = value.checked_add(half).unwrap_or(value);
        let strength = match (in_digits, value) {
            (true, _) => Strength::Digits,
            (false, value) if value <= Decimal::ONE => Strength::Latent,
            // 万众创新, 双百双千: a scale alone counts only where something is counted.
            (false, _)
                if tail.named
                    || (value > Decimal::TEN && !is_scale(&self.text[at..at + read.length])) =>
            {
                Strength::Words
            }
            (false, _) => Strength::Latent,
        };
        let length = read.length + tail.length + halved;
        if self.is_included(at, value, at + length) {
            return length;
        }
        let mut measure = tail.measure;
        if measure == Measure::DayOrDays && self.goes_on_from_day(at) {
            measure = Measure::Day;
        }
        let frost = measure == Measure::Unit("°C") && is_minus(&self.text[..at]);
        let value = if frost { -value } else { value };
        let mut bounded = bound_before(self.place(at), tail.bound, &measure.as_bounded());
        // 不少于10日 are days, too.
        if bounded.bound != Bound::Exactly {
            measure = measure.as_bounded();
        }
        // 约占47处的68%: it is the share that is about so much.
        if bounded.bound == Bound::About && is_of_share(&measure, &self.text[at + length..]) {
            bounded = Bounded::surely(Bound::Exactly, at);
        }
        self.spread(&measure, tail.scale, &mut bounded, at);
        let one = value == Decimal::ONE;
        let (value, strength) = match measure {
            Measure::Times if one && rises(&self.text[..at]) => (Decimal::TWO, Strength::Latent),
            // 每增加1人 is every additional person.
            _ if one && is_each(&self.text[..at]) => (value, Strength::Latent),
            _ => (value, strength),
        };
        self.share_in_turn(at, &measure, bounded.bound);
        self.push(value, measure, bounded, strength, at + length);
        if in_digits {
            self.wait(at + length, tail.scale == Decimal::ONE && !tail.named);
        }
        length
    }

    /// Whether the number is said once more to be included, as in 10%至30%（含30%）. Then the last quantity is the most that is
    /// meant, and the one before it in a range is not included.
    fn is_included(&mut self, at: usize, value: Decimal, end: usize) -> bool {
        static BRACKETS: WordList<3> = WordList::new(["（含", "（包括", "(含"]);
        let (before, behind) = (&self.text[..at], &self.text[end..]);
        let bracket = BRACKETS.ending(before).filter(|_| behind.starts_with(['）', ')']));
        let Some(bracket) = bracket else { return false };
        let begin = at - bracket.len();
        let [earlier @ .., last] = self.found.as_mut_slice() else { return false };
        if last.value != value || last.range.end != begin {
            return false;
        }
        if last.bound == Bound::AtLeast {
            return true;
        }
        (last.bound, last.or_exactly) = (Bound::AtMost, last.bound == Bound::Exactly);
        let range = |first: &Quantity| {
            let between = self.text.get(first.range.end..last.range.start);
            between.and_then(behind_joint_mark).is_some_and(str::is_empty)
        };
        if let Some(first) = earlier.last_mut().filter(|first| range(first)) {
            (first.bound, first.or_exactly) = (Bound::MoreThan, first.bound == Bound::Exactly);
        }
        true
    }

    /// The first number of a range takes the unit of the second, and one bound holds for both: 3—5亿元, 3—5日内.
    fn spread(&mut self, measure: &Measure, scale: Decimal, bounded: &mut Bounded, at: usize) {
        if *measure == Measure::Month {
            self.spread_month(at);
        }
        let Some((place, bare)) = self.waiting.take() else { return };
        let Some(first) = self.found.get_mut(place) else { return };
        if self.text[first.range.end..at].chars().count() != 1 {
            return;
        }
        let own_unit = first.measure == *measure && *measure != Measure::Count;
        if first.measure == Measure::Count && bare {
            first.value = first.value.checked_mul(scale).unwrap_or(first.value);
            first.measure = measure.clone();
        }
        let above = own_unit && first.bound == Bound::MoreThan && bounded.bound == Bound::Exactly;
        if above {
            // 超过2万元至3万元: more than the one, and up to the other.
            (bounded.bound, bounded.or_exactly) = (Bound::AtMost, true);
        } else if first.measure == *measure {
            share_bound(first, bounded);
        }
    }

    /// 分别达到98%和99%以上: the bound may be that of all.
    fn share_in_turn(&mut self, at: usize, measure: &Measure, bound: Bound) {
        /// Bytes; what stands further in front is another thought.
        const NEAR: usize = 90;
        let from = self.text.floor_char_boundary(at.saturating_sub(NEAR));
        if bound == Bound::Exactly || !self.text[from..at].contains("分别") {
            return;
        }
        let mut next = at;
        for one in self.found.iter_mut().rev() {
            let joined = matches!(self.text.get(one.range.end..next), Some("、" | "和"));
            if !joined || one.measure != *measure || one.bound != Bound::Exactly {
                break;
            }
            (one.bound, one.or_exactly) = (bound, true);
            next = one.range.start;
        }
    }

    /// In 3、6、9月, every number is that of a month; but in `1、6月`, the first may be that of the paragraph.
    fn spread_month(&mut self, at: usize) {
        let mut next = at;
        for one in self.found.iter_mut().rev() {
            let joined = matches!(self.text.get(one.range.end..next), Some("、" | "和"));
            let fits = one.measure == Measure::Count && one.value <= Decimal::from(12);
            if !joined || !fits || one.bound != Bound::Exactly || one.range.start == 0 {
                break;
            }
            one.measure = Measure::Month;
            next = one.range.start;
        }
    }

    /// Whether the number at a place follows a day of the calendar, as the second one of 6月5日至10日 does.
    fn goes_on_from_day(&self, at: usize) -> bool {
        let last = self.found.last().filter(|last| last.measure == Measure::Day);
        last.and_then(|last| self.text.get(last.range.end..at)).is_some_and(|between| {
            matches!(
                between.trim(),
                "、" | "和" | "及" | "或" | "至" | "到" | "-" | "—" | "–" | "～" | "~" | "——"
            )
        })
    }

    fn wait(&mut self, end: usize, bare: bool) {
        if behind_joint(&self.text[end..]).is_some() {
            self.waiting = Some((self.found.len() - 1, bare));
        }
    }
}

/// A number with the half that stands between it and its unit: 两个半小时.
fn with_half(text: &str, read: Read) -> Read {
    const HALF: &str = "个半";
    let behind = text[read.length..].strip_prefix(HALF);
    let hours = behind.and_then(tail::unit).is_some_and(|(unit, _)| unit.name == "hours");
    match read.value.checked_add(Decimal::new(5, 1)).filter(|_| hours) {
        Some(value) => Read { value, length: read.length + HALF.len(), ..read },
        None => read,
    }
}

/// Whether what stands behind a number makes it the whole of a share: 47处的68%.
fn is_of_share(measure: &Measure, behind: &str) -> bool {
    let counted = matches!(measure, Measure::Count | Measure::Unit(_) | Measure::Money(_));
    let share = |rest: &str| starts_with_digit(rest) || rest.starts_with(numerals::is_chinese);
    counted && behind.strip_prefix('的').is_some_and(share)
}

/// Whether a text that goes on with 一倍 or 1倍 says that something becomes twice as much: 增加一倍, but not 为上年的1倍.
pub fn rises(before: &str) -> bool {
    static RISES: WordList<14> = WordList::new([
        "增加", "增长", "提高", "提升", "加价", "扩大", "上升", "上涨", "多", "高", "高出", "加大",
        "翻", "增",
    ]);
    let before = before.strip_suffix(['了', '近', '约']).unwrap_or(before);
    RISES.ending(before).is_some()
}

/// Whether a text that goes on with a number of one says for how much each: 每1人, 每增加1人.
fn is_each(before: &str) -> bool {
    static VERBS: WordList<12> = WordList::new([
        "增加", "新增", "减少", "超过", "超出", "提高", "降低", "上升", "下降", "延长", "逾期",
        "推迟",
    ]);
    let verb = VERBS.iter().find_map(|verb| before.strip_suffix(verb));
    verb.unwrap_or(before).ends_with('每')
}

/// 万, 千万: no numeral before it.
fn is_scale(numerals: &str) -> bool {
    numerals.chars().all(|c| "百千万亿".contains(c))
}
