//! In: a text and its figures. Out: wholes that are divided into years: 五年改造340个，其中2026年60个，2027年70个…; 2026年改造
//! 1200户，2027年改造1300户，两年共2500户.

use std::ops::Range;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::breakdown::fitting;
use super::figure::{Figure, between, sum};
use super::names::{name, split_leading};
use super::parts::adds_up;
use super::sentences::{head, is_mark, last_piece, tail};
use super::words::INCREASE;
use super::{Extent, Said, Whole};
use crate::language::WordList;

/// So many figures before the years are looked at for their whole.
const REACH: usize = 12;

/// The words between a year and its figure are no longer than this, in bytes.
const WORDS: usize = 60;

/// What says in these words is no part, but how much there is by then.
static SO_FAR: WordList<9> =
    WordList::new(["累计", "到", "至", "达", "总", "占", "仍", "超", "剩"]);

/// How much comes to something in each of some years: 2026年新增企业42家，2027年、2028年各新增45家.
#[derive(Clone, Debug, PartialEq)]
pub struct Additions {
    /// The normal form of the name of the thing.
    pub name: String,
    pub years: Vec<i16>,
    pub figures: Vec<Figure>,
    pub range: Range<usize>,
}

/// Figures of years that follow each other.
struct Run<'t> {
    /// The words between the first year and its figure.
    words: &'t str,
    years: Vec<i16>,
    parts: Vec<Figure>,
    /// Their places in the list of figures.
    places: Range<usize>,
}

/// Reads every whole of a text that is divided into years, and what comes to something in each of some years.
pub fn read(text: &str, figures: &[Figure], said: &mut Said) {
    let Said { wholes: list, additions, .. } = said;
    let known: FxHashSet<usize> = list
        .iter()
        .filter(|one| one.extent == Extent::All)
        .map(|one| one.whole.range.start)
        .collect();
    let mut at = 0;
    while at < figures.len() {
        let run = run(text, figures, at);
        at = run.places.end.max(at + 1);
        if run.years.len() < 2 {
            continue;
        }
        additions.extend(run.additions());
        // 发放4.5亿元，其中2026年…，共需贴息900万元: what the years make stands before them.
        let ahead = ahead(text, figures, &run);
        let made = ahead
            .as_ref()
            .is_some_and(|one| sum(&one.parts) == Some(one.whole.value) && one.parts == run.parts);
        let behind = if made { None } else { behind(text, figures, &run) };
        let whole = behind
            .or(ahead)
            .or_else(|| divided(text, figures, &run))
            .or_else(|| topic(text, figures, &run))
            .or_else(|| of_all_years(text, figures, &run));
        list.extend(whole.filter(|one| !known.contains(&one.whole.range.start)));
    }
}

/// The longest run of years that begins at a figure.
fn run<'t>(text: &'t str, figures: &[Figure], start: usize) -> Run<'t> {
    let (years, parts, places) = (Vec::new(), Vec::new(), start..start);
    let mut run = Run { words: "", years, parts, places };
    while let Some(figure) = figures.get(run.places.end) {
        let piece = between(text, figures, run.places.end);
        let like = |first: &Figure| first.is_like(figure) && first.word == figure.word;
        let Some(dated) = dated(piece, run.years.is_empty()) else { break };
        let follows = run.years.last().is_none_or(|last| last + 1 == dated.years[0]);
        if !adds_up(figure) || !follows || !run.parts.first().is_none_or(like) {
            break;
        }
        // 每辆分别补助1.5万元、1.2万元: what one of many gets is no part of what all get.
        if dated
            .words
            .match_indices('每')
            .any(|(at, each)| !dated.words[at + each.len()..].starts_with('年'))
        {
            break;
        }
        let taken = if dated.in_turn { dated.years.len() } else { 1 };
        let Some(more) = figures.get(run.places.end..run.places.end + taken) else { break };
        if dated.in_turn
            && !(more.iter().all(|one| like(one) || one == figure) && joined(text, more))
        {
            break;
        }
        if run.years.is_empty() {
            run.words = dated.words;
        }
        let each = if dated.in_turn { 1 } else { dated.years.len() };
        run.parts.extend(more.iter().flat_map(|one| std::iter::repeat_n(one.clone(), each)));
        run.years.extend(dated.years);
        run.places.end += taken;
    }
    run
}

impl Run<'_> {
    /// What comes to something in each year.
    fn additions(&self) -> Option<Additions> {
        let words = ["分别", "依次", "各", "每年", "均"]
            .iter()
            .fold(self.words, |words, word| words.strip_suffix(word).unwrap_or(words));
        let bare = INCREASE.ending(words).map_or(words, |verb| &words[..words.len() - verb.len()]);
        let bare = IN_TURN.iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
        let (verbs, core) = split_leading(bare);
        let comes = bare.len() < words.len() || INCREASE.is_in(verbs);
        let (first, last) = (self.parts.first()?, self.parts.last()?);
        let name = name(core).filter(|_| comes)?;
        let range = first.range.start..last.range.end;
        let (years, figures) = (self.years.clone(), self.parts.clone());
        Some(Additions { name, years, figures, range })
    }
}

/// Whether figures follow each other with nothing but a joint between them.
fn joined(text: &str, figures: &[Figure]) -> bool {
    figures.windows(2).all(|pair| {
        let between = text.get(pair[0].range.end..pair[1].range.start).unwrap_or("");
        // 人次 may be read as 人.
        matches!(between.trim_start_matches('次').trim(), "、" | "和" | "及" | "与")
    })
}

/// The years that a figure is for.
struct Dated<'t> {
    years: Vec<i16>,
    /// The words behind them.
    words: &'t str,
    /// 2026年、2027年分别: each has a figure of its own.
    in_turn: bool,
}

/// Words that say that each year has a figure of its own.
static IN_TURN: WordList<2> = WordList::new(["分别", "依次"]);

/// Words that say that the figure is that of each year.
static EACH: WordList<3> = WordList::new(["各", "每年", "均"]);

fn in_turn(words: &str) -> bool {
    IN_TURN.is_in(words)
}

/// The years that a piece before a figure says. Only the first of a run may have other words before them.
fn dated(piece: &str, first: bool) -> Option<Dated<'_>> {
    let bare = piece
        .trim_start_matches('次')
        .trim_start_matches(|c: char| is_mark(c) && c != '。' || c == '、' || c == ' ');
    let start = bare.rfind(is_mark).map_or(0, |mark| mark + 1);
    let start = (start..=bare.len()).find(|at| bare.is_char_boundary(*at))?;
    if start > 0 && !first {
        return None;
    }
    let rest = bare[start..].trim_start().trim_start_matches("其中");
    let rest = if first { rest } else { rest.trim_start_matches(['和', '及']) };
    let before = bare[..start].trim_end_matches(is_mark);
    let (years, words) = match leading_years(rest) {
        Some(read) => read,
        // 2026年、2027年，贷款余额分别净增: the years stand before a comma.
        None if in_turn(rest) => {
            let years = last_piece(before);
            let (years, behind) = leading_years(years.trim_start_matches(is_mark))?;
            behind.is_empty().then_some((years, rest))?
        }
        None => return None,
    };
    let several = years.len() > 1;
    let in_turn = in_turn(words);
    let each = EACH.is_in(words);
    let fits = words.len() <= WORDS
        && !SO_FAR.is_in(words)
        && !words.starts_with(['底', '末', '前', '以', '起', '的', '—'])
        && (if several { each != in_turn } else { !in_turn });
    fits.then_some(Dated { years, words, in_turn })
}

/// The years that a text begins with, 2027年和2028年, 2027—2029年, and the words behind them.
fn leading_years(text: &str) -> Option<(Vec<i16>, &str)> {
    let mut years = Vec::new();
    let mut rest = text;
    loop {
        let year: i16 = rest.get(..4)?.parse().ok().filter(|year| (1990..2100).contains(year))?;
        rest = &rest[4..];
        let range = matches!(years.last(), Some(last) if *last < 0);
        if range {
            let from: i16 = -years.pop()?;
            years.extend(from..=year);
        } else {
            years.push(year);
        }
        let ended = rest.strip_prefix('年');
        rest = ended.unwrap_or(rest);
        let mut chars = rest.chars();
        let more = chars.as_str().chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        match chars.next() {
            Some('、' | '和' | '及' | '与') if more => {}
            Some('—' | '–' | '-' | '至' | '～') if more && !range => {
                let from = years.pop()?;
                years.push(-from);
            }
            _ if ended.is_none() || rest.starts_with(|c: char| c.is_ascii_digit()) => return None,
            _ => break,
        }
        rest = chars.as_str();
    }
    let follow = years.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    (follow && years.len() <= 20).then(|| (years, rest.strip_prefix('度').unwrap_or(rest)))
}

/// 三年共4000户 behind the years.
fn behind(text: &str, figures: &[Figure], run: &Run<'_>) -> Option<Whole> {
    static TOTAL: WordList<6> = WordList::new(["总共", "合计", "共计", "总计", "一共", "共"]);
    let whole = like(figures.get(run.places.end)?, run)?;
    let piece = between(text, figures, run.places.end);
    let piece = piece.trim_start_matches('次');
    let words = piece.trim_start_matches(|c: char| is_mark(c) && c != '。');
    if words.len() == piece.len() || words.contains(is_mark) {
        return None;
    }
    let count = said_years(words);
    let rest = words.find('年').map_or(words, |at| &words[at + '年'.len_utf8()..]);
    TOTAL.beginning(rest)?;
    let all = count.is_none_or(|count| count == run.years.len());
    (all && !has_first_part(text, figures, run, whole)).then(|| made(whole, run, Extent::All))
}

/// 建设经费320万元，2028年至2030年运行经费每年75万元，合计545万元: what stands before the years is a part, too.
fn has_first_part(text: &str, figures: &[Figure], run: &Run<'_>, whole: &Figure) -> bool {
    let first = run.places.start.checked_sub(1).and_then(|at| like(&figures[at], run));
    let beside = first.filter(|_| !between(text, figures, run.places.start).contains('。'));
    let others = sum(&run.parts).zip(beside);
    others.is_some_and(|(sum, first)| sum.checked_add(first.value) == Some(whole.value))
}

/// 五年改造340个，其中 before the years.
fn ahead(text: &str, figures: &[Figure], run: &Run<'_>) -> Option<Whole> {
    let last = before_bracket(text, figures, run.places.start)?;
    // 总投资4680万元，平均每平方米9000元；其中2026年…
    let average = last_piece(between(text, figures, last)).contains("每");
    let at = if average { last.checked_sub(1)? } else { last };
    let whole = like(&figures[at], run)?;
    let piece = text.get(whole.range.end..run.parts.first()?.range.start)?;
    let before = tail(text, whole.range.start);
    let sentence = before.rfind(['。', '；', '\n']).map_or(before, |end| &before[end..]);
    let count = said_years(sentence);
    let among = piece.contains("其中");
    if !among && (count.is_none() || piece.contains(['。', '；', '\n'])) {
        return None;
    }
    match count {
        Some(count) => (count == run.years.len()).then(|| made(whole, run, Extent::All)),
        None => Some(made(whole, run, Extent::Some)),
    }
}

/// The place of the figure before another one; in front of a bracket that is closed between them: 41个（城东区30个、城西区11个）.
fn before_bracket(text: &str, figures: &[Figure], at: usize) -> Option<usize> {
    let last = at.checked_sub(1)?;
    let piece = between(text, figures, at);
    let closes = piece.find('）').is_some_and(|close| !piece[..close].contains('（'));
    if !closes {
        return Some(last);
    }
    let open = text[..figures[last].range.start].rfind('（')?;
    figures[..last].iter().rposition(|one| one.range.end <= open)
}

/// 五年改造400公里，占管网总长的16%。分年度安排为：2026年….
fn divided(text: &str, figures: &[Figure], run: &Run<'_>) -> Option<Whole> {
    static WORDS: WordList<5> =
        WordList::new(["分年度", "分年安排", "分年看", "按年度分", "按年分"]);
    let piece = between(text, figures, run.places.start);
    WORDS.is_in(piece).then_some(())?;
    let before = &figures[..run.places.start];
    let whole = fitting(text, &before[before.len().saturating_sub(REACH)..], &run.parts)?;
    Some(made(&whole, run, Extent::All))
}

/// 126眼自备井，2026年封填26眼，2027年和2028年各封填50眼: so many things are what the years speak of, where these are about
/// as many and nothing is left over.
fn topic(text: &str, figures: &[Figure], run: &Run<'_>) -> Option<Whole> {
    static LEFT: WordList<4> = WordList::new(["其余", "剩余", "剩下", "尚余"]);
    let whole = like(&figures[run.places.start.checked_sub(1)?], run)?;
    let piece = between(text, figures, run.places.start);
    let words = &piece[..piece.find(is_mark)?];
    let thing = (2..=12).contains(&words.chars().count()) && !words.contains("达");
    let years = piece[words.len()..].chars().filter(|c| is_mark(*c)).count() == 1;
    let sum = sum(&run.parts)?;
    let times = |one: Decimal, by: i64| one.checked_mul(by.into());
    let close =
        times(sum, 5)? >= times(whole.value, 4)? && times(sum, 4)? <= times(whole.value, 5)?;
    let behind = head(text, run.parts.last()?.range.end);
    let left = LEFT.is_in(behind);
    (thing && years && close && !left).then(|| made(whole, run, Extent::All))
}

/// 五年消除隐患点150处，其中…。2026年至2030年依次消除24处、30处…: what is done in so many years, in the same words.
fn of_all_years(text: &str, figures: &[Figure], run: &Run<'_>) -> Option<Whole> {
    let verb = IN_TURN.iter().find_map(|word| run.words.strip_prefix(word))?;
    let near = run.places.start.saturating_sub(REACH)..run.places.start;
    let whole = near.rev().find(|at| {
        let piece = between(text, figures, *at);
        let piece = last_piece(piece);
        let count = said_years(piece) == Some(run.years.len());
        count && piece.contains(verb) && like(&figures[*at], run).is_some()
    })?;
    let since = text.get(figures[whole].range.end..run.parts.first()?.range.start)?;
    let beside = since.matches('。').count() < 2 && !since.contains('\n') && !verb.is_empty();
    beside.then(|| made(&figures[whole], run, Extent::All))
}

fn like<'f>(whole: &'f Figure, run: &Run<'_>) -> Option<&'f Figure> {
    let part = run.parts.first()?;
    (whole.is_like(part) && whole.word == part.word).then_some(whole)
}

fn made(whole: &Figure, run: &Run<'_>, extent: Extent) -> Whole {
    let years = run.years.first().copied().zip(run.years.last().copied());
    Whole { whole: whole.clone(), parts: run.parts.clone(), extent, years, names: Vec::new() }
}

/// How many years a text speaks of last: 五年改造.
fn said_years(text: &str) -> Option<usize> {
    const NUMERALS: [&str; 9] = ["二", "三", "四", "五", "六", "七", "八", "九", "十"];
    text.rmatch_indices('年').find_map(|(at, _)| number(&text[..at], &NUMERALS))
}

/// The number from 2 to 10 that a text ends with.
fn number(text: &str, numerals: &[&str]) -> Option<usize> {
    let last = text.chars().next_back()?;
    let before = text[..text.len() - last.len_utf8()].chars().next_back();
    // 十五年, 第三年 and 2025年 are other things.
    let alone = before.is_none_or(|c| !c.is_ascii_digit() && !"十二三四五六七八九第".contains(c));
    let value = match last {
        '两' => Some(2),
        digit => {
            let numeral =
                || numerals.iter().position(|one| one.starts_with(digit)).map(|at| at + 2);
            digit.to_digit(10).and_then(|value| usize::try_from(value).ok()).or_else(numeral)
        }
    };
    value.filter(|value| alone && (2..=10).contains(value))
}
