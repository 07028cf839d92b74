//! In: a text and its figures. Out: wholes that are broken down into named parts: 新建急救站14个，其中城东区3个、城西区3个、
//! 临河县8个; 分年度安排为：2026年60公里，2027年80公里.

use std::ops::Range;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use crate::language::WordList;
use crate::model::quantity::Bound;

use super::figure::{Figure, between, sum};
use super::parts::adds_up;
use super::sentences::{is_mark, last_piece, tail};
use super::tallies::are_all;
use super::{Extent, Whole};

/// So many figures before a list are looked at for its whole.
const REACH: usize = 12;

/// A longer name is a sentence.
const LONGEST: usize = 16;

/// What has more parts is a table.
const MOST: usize = 30;

/// What stands last where all others were named.
static REST: WordList<3> = WordList::new(["其他", "其它", "其余"]);

/// Parts that follow each other, each with its name.
struct List<'t> {
    names: Vec<&'t str>,
    parts: Vec<Figure>,
    /// The amounts beside the parts: 交通项目6个、31.2亿元.
    beside: Vec<Figure>,
    /// The places of its figures.
    places: Range<usize>,
    /// Whether a comma stands between the parts; `None` for the first one.
    commas: Option<bool>,
    /// Said to be divided in some way: 按地区分.
    divided: bool,
    /// What the parts are parts of, where the text says it: 特困人员中，城东区260人.
    of: Option<&'t str>,
}

/// Reads every list of named parts of a text.
pub fn read(text: &str, figures: &[Figure], wholes: &mut Vec<Whole>) {
    let mut found = Vec::new();
    let mut parts = FxHashSet::default();
    let mut at = 1;
    while at < figures.len() {
        let Some(list) = List::at(text, figures, at) else {
            at += 1;
            continue;
        };
        at = list.places.end;
        let places = list.places.clone();
        found.extend(list.beside_whole(figures));
        if let Some(whole) = list.whole(text, figures) {
            parts.extend(figures[places].iter().map(|one| one.range.start));
            found.push(whole);
        }
    }
    // What was read of the same list is less than what its names say.
    let open = |one: &Whole| one.extent == Extent::Listed && one.years.is_none();
    wholes.retain(|one| !(open(one) && parts.contains(&one.parts[0].range.start)));
    wholes.extend(found);
}

impl<'t> List<'t> {
    /// The list that begins with a figure.
    fn at(text: &'t str, figures: &[Figure], start: usize) -> Option<Self> {
        let first = figures.get(start).filter(|one| adds_up(one))?;
        let lead = between(text, figures, start);
        let opens = lead.char_indices().rev().find(|(_, c)| matches!(c, '：' | ':' | '（' | '('));
        let name = item(&lead[opens.map_or(0, |(at, c)| at + c.len_utf8())..], lead)?;
        let intro = lead[..lead.len() - name.len()].trim_end_matches("其中");
        let mut list = List {
            names: vec![name],
            parts: vec![first.clone()],
            beside: Vec::new(),
            places: start..start + 1,
            commas: None,
            divided: is_division(intro),
            of: whole_named(intro),
        };
        list.take_beside(text, figures);
        while list.parts.len() < MOST && list.take(text, figures).is_some() {
            list.take_beside(text, figures);
        }
        let whole = list.parts.len() > 1;
        whole.then_some(list)
    }

    /// The next part.
    fn take(&mut self, text: &'t str, figures: &[Figure]) -> Option<()> {
        let next = figures.get(self.places.end)?;
        let first = &self.parts[0];
        let lead = between(text, figures, self.places.end);
        let bare = lead.strip_prefix('次').unwrap_or(lead);
        let words = bare.trim_start_matches(is_divider).trim_start_matches(['和', '及', '与']);
        let like = next.is_like(first) && next.word == first.word;
        // 城东区3个、城西区3个，全市: what stands behind a comma is no part of a list that does without.
        let comma = bare.starts_with(is_mark);
        let ends = comma && self.commas == Some(false);
        if !like || ends || words.len() == bare.len() || !is_name(words) {
            return None;
        }
        self.commas = Some(comma);
        self.names.push(words);
        self.parts.push(next.clone());
        self.places.end += 1;
        Some(())
    }

    /// An amount right beside a part: 、31.2亿元.
    fn take_beside(&mut self, text: &str, figures: &[Figure]) {
        let Some(next) = figures.get(self.places.end) else { return };
        let lead = between(text, figures, self.places.end);
        let like = self.beside.first().is_none_or(|first| next.is_like(first));
        let other = !next.is_like(&self.parts[0]) && adds_up(next);
        if other && like && matches!(lead, "" | "、" | "（" | "，") {
            self.beside.push(next.clone());
            self.places.end += 1;
        }
    }

    /// The whole of the amounts beside the parts, where it stands beside theirs and all parts are there: 6个，总面积38.4平方公里，
    /// 其中城东区1个4.2平方公里，….
    fn beside_whole(&self, figures: &[Figure]) -> Option<Whole> {
        let first = self.beside.first().filter(|_| self.beside.len() == self.parts.len())?;
        let count = sum(&self.parts)?;
        let before = self.places.start.saturating_sub(REACH)..self.places.start;
        let of_parts =
            |at: &usize| figures[*at].is_like(&self.parts[0]) && figures[*at].value == count;
        let at = before.rev().find(of_parts)?;
        let beside = [Some(at + 1), at.checked_sub(1)].into_iter().flatten();
        let mut beside = beside.filter(|at| *at < self.places.start);
        let whole = beside.find(|at| figures[*at].is_like(first) && adds_up(&figures[*at]))?;
        let whole = figures[whole].clone();
        let near = is_near(sum(&self.beside)?, whole.value) && whole.bound == Bound::Exactly;
        near.then(|| Whole {
            whole,
            parts: self.beside.clone(),
            extent: Extent::All,
            years: None,
            names: Vec::new(),
        })
    }

    fn whole(self, text: &str, figures: &[Figure]) -> Option<Whole> {
        let before = &figures[self.places.start.saturating_sub(REACH)..self.places.start];
        let whole = fitting(text, before, &self.parts)?;
        // What is named elsewhere is not the figure that happens to stand before.
        // 新增的2400个学位中
        let own = |of: &str| text[whole.range.end..].starts_with(of);
        let named = |of: &str| own(of) || tail(text, whole.range.start).contains(of);
        if Some(whole.value) != sum(&self.parts) && !self.of.is_none_or(named) {
            return None;
        }
        let rest = self.names.last().is_some_and(|name| REST.beginning(name).is_some());
        let beside = self.beside.len() == self.parts.len()
            && sum(&self.beside).is_some_and(|sum| {
                before.iter().any(|one| one.is_like(&self.beside[0]) && one.value == sum)
            });
        let all = self.divided
            || are_grades(&self.names, tail(text, self.parts[0].range.start))
            || rest
            || are_all(&self.names)
            || (beside && self.parts.len() > 2);
        let extent = if all { Extent::All } else { Extent::Named };
        let names = self.names.iter().map(|name| plain(name).to_owned()).collect();
        Some(Whole { whole, parts: self.parts, extent, years: None, names })
    }
}

/// The name of the first part: behind 其中, a colon, an open bracket, or words that divide.
fn item<'t>(words: &'t str, lead: &str) -> Option<&'t str> {
    let opened = words.len() < lead.len();
    let mark = words.char_indices().rev().find(|(_, c)| is_mark(*c));
    let start = mark.map_or(0, |(at, c)| at + c.len_utf8());
    let among = words[start..].starts_with("其中");
    let name = words[start..].strip_prefix("其中").unwrap_or(&words[start..]);
    let before = words[..start].trim_end_matches(is_mark);
    let led = among || before.ends_with(['中', '分', '看', '为']) || (opened && start == 0);
    (led && is_name(name)).then_some(name)
}

fn is_name(words: &str) -> bool {
    static NOT: WordList<16> = WordList::new([
        "比", "占", "约", "每", "共", "达", "近", "各", "增", "减", "均", "平均", "合计", "总",
        "由", "从",
    ]);
    static WITHIN: WordList<6> = WordList::new(["分别", "达到", "以上", "累计", "增加", "减少"]);
    let letters = words.chars().take(LONGEST + 1).count();
    (2..=LONGEST).contains(&letters)
        && NOT.beginning(words).is_none()
        && !words.ends_with(['由', '从', '到', '至', '比', '占'])
        && !words.contains(|c: char| is_mark(c) || c.is_ascii_digit() || "、（）()".contains(c))
        && !WITHIN.is_in(words)
}

/// A name without the word before its figure: 城东区为, 县级财政安排.
fn plain(name: &str) -> &str {
    ["安排", "新增", "新建", "建设", "改造", "承担", "为", "有"]
        .iter()
        .find_map(|word| name.strip_suffix(word))
        .unwrap_or(name)
}

/// Whether the words before a list say that all is divided: 按地区分, 分年度安排为.
fn is_division(intro: &str) -> bool {
    static BY: WordList<12> = WordList::new([
        "分年度",
        "分地区",
        "分区域",
        "分县",
        "分区",
        "分行业",
        "分项目",
        "分来源",
        "分类别",
        "分领域",
        "分部门",
        "分用途",
    ]);
    let words = intro.trim_end_matches(|c| is_mark(c) || matches!(c, '（' | '('));
    let piece = last_piece(words);
    let piece = piece.trim_start_matches(is_mark);
    BY.beginning(piece).is_some() || (piece.starts_with('按') && piece.ends_with(['分', '看']))
}

/// Whether the names are all grades of what is said to be of the last one and above: 80处市级以上文物保护单位中，全国重点6处、
/// 省级21处、市级53处.
fn are_grades(names: &[&str], before: &str) -> bool {
    const GRADES: [&[&str]; 4] = [&["国家", "全国"], &["省级"], &["市级"], &["县级", "区级"]];
    let of = |name: &&str| {
        let name = name.trim_start_matches("其中");
        GRADES.iter().position(|words| words.iter().any(|word| name.starts_with(word)))
    };
    let rows = names.iter().map(of).enumerate();
    let all = rows.clone().all(|(place, grade)| grade == Some(place));
    let last = names.len().checked_sub(1).and_then(|last| GRADES.get(last));
    let said =
        |word: &&str| ["以上", "及以上"].iter().any(|up| before.contains(&format!("{word}{up}")));
    all && last.is_some_and(|words| words.iter().any(said))
}

/// What parts behind some words are said to be parts of: 特困人员 in 特困人员中，.
fn whole_named(intro: &str) -> Option<&str> {
    let words = intro.trim_end_matches(is_mark).strip_suffix('中')?;
    let start = words.rfind(is_mark).map_or(0, |at| at + 1);
    let start = (start..=words.len()).find(|at| words.is_char_boundary(*at))?;
    let name = words[start..].trim_start_matches("上述").trim_start_matches("其中");
    (name.chars().nth(1).is_some() && !name.ends_with('其')).then_some(name)
}

/// The figure of which these are parts: one that they add up to, or else the nearest one that they nearly add up to.
pub fn fitting(text: &str, before: &[Figure], parts: &[Figure]) -> Option<Figure> {
    let first = &parts[0];
    let sum = sum(parts)?;
    let like = |one: &&Figure| one.is_like(first) && one.word == first.word;
    if let Some(whole) = before.iter().rev().filter(like).find(|one| one.value == sum) {
        return Some(whole.clone());
    }
    let sure = |one: &&Figure| {
        let since = text.get(one.range.end..first.range.start).unwrap_or("");
        let words = tail(text, one.range.start);
        let piece = last_piece(words);
        let average = ["平均", "人均", "每", "率"].iter().any(|word| piece.contains(word));
        let above = parts.iter().any(|part| part.value >= one.value);
        one.bound == Bound::Exactly && !average && !above && since.matches('。').count() < 2
    };
    let mut all = before.iter().rev().filter(like).filter(sure);
    all.find(|one| is_near(sum, one.value)).cloned()
}

/// Whether one is at most a third more or a quarter less than the other, or has a nought too many or too few.
fn is_near(sum: Decimal, whole: Decimal) -> bool {
    let times = |one: Decimal, by: i64| one.checked_mul(by.into()).unwrap_or(Decimal::MAX);
    let close = times(sum, 4) >= times(whole, 3) && times(sum, 3) <= times(whole, 4);
    let noughts = times(sum, 10) == whole || times(whole, 10) == sum;
    sum > Decimal::ZERO && (close || noughts)
}

fn is_divider(c: char) -> bool {
    is_mark(c) && c != '。' || matches!(c, '、' | '）' | ')' | ' ')
}
