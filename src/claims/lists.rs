//! In: a text. Out: the counts in it that stand beside a list of what they count: 甲、乙、丙三大行动; 四个重点，即甲、乙、丙、丁.

use std::ops::Range;
use std::sync::LazyLock;

use crate::language::numeral::{chinese, to_chinese};
use crate::language::{Characters, WordList};

use super::sentences::{ends_sentence, head, is_mark, tail, without_brackets};
use super::{Announced, Counted, Grouped, Said};

static COUNTERS: WordList<11> =
    WordList::new(["位一体", "个方面", "方面", "大", "个", "项", "类", "种", "级", "条", "份"]);

/// Begin what a list is the object of; an item that begins with one, or has one within, is the first of its list.
static VERBS: WordList<44> = WordList::new([
    "建立", "建设", "打造", "推进", "推动", "推行", "开展", "实施", "构建", "培育", "发展", "形成",
    "提升", "提高", "围绕", "聚焦", "统筹", "完善", "落实", "加强", "强化", "优化", "促进", "支持",
    "引导", "坚持", "坚定", "增强", "树立", "做到", "做好", "抓好", "贯彻", "深化", "组织", "突出",
    "壮大", "实行", "执行", "集聚", "涵盖", "覆盖", "包括", "加快",
]);

/// The characters with which a number begins.
static NUMERALS: LazyLock<Characters> =
    LazyLock::new(|| ('0'..='9').chain("一二三四五六七八九十两百千万".chars()).collect());

/// Reads every count that stands beside a list, or that announces one behind the text or in the clauses below it.
pub fn read(text: &str, all: &mut Said) {
    let mut done = 0;
    while let Some(at) = NUMERALS.find(text, done) {
        done = at + text[at..].chars().next().map_or(1, char::len_utf8);
        let Some((said, length)) = number(&text[at..]) else { continue };
        done = done.max(at + length);
        let before = &text[..at];
        let counts = !before.ends_with(|c| {
            NUMERALS.has(c) || matches!(c, '第' | '.' | '·' | '-' | '—' | '－' | '～' | '~')
        });
        if let Some(end) = counts.then(|| count_end(text, at, length)).flatten() {
            let range = at..end;
            let ahead = if is_below(before) { None } else { ahead(text, &range, said) };
            let counted = ahead.or_else(|| behind(text, &range, said));
            let counted = counted.or_else(|| points(text, &range, said));
            if counted.is_none() && said > 1 && announces(text, &range) {
                all.announced.push(Announced { range: range.clone(), said });
            }
            all.grouped.extend(grouped(text, at, length, said));
            all.counted.extend(counted);
        }
    }
}

/// 四项条件：一是…；二是…；三是…；四是….
fn points(text: &str, count: &Range<usize>, said: usize) -> Option<Counted> {
    /// So far behind the count all points stand, in bytes.
    const REACH: usize = 3000;
    let behind = &text[count.end..];
    let behind = &behind[..behind.floor_char_boundary(REACH)];
    let mut rest = behind.strip_prefix(['：', ':']).filter(|rest| rest.starts_with("一是"))?;
    let mut points = 0;
    while let Some(at) = rest.find(&format!("{}是", to_chinese(points + 1))) {
        // 统一是 counts nothing.
        if at > 0 && !rest[..at].ends_with(is_mark) {
            break;
        }
        points += 1;
        rest = &rest[at + "一是".len()..];
    }
    let named = usize::try_from(points).ok().filter(|points| *points > 1)?;
    Some(Counted { range: count.clone(), said, named: (named, named), open: false })
}

/// 五个方面16项任务, 四个方面、13项任务, 共7个方面25条
fn grouped(text: &str, at: usize, length: usize, groups: usize) -> Option<Grouped> {
    static GROUPS: WordList<6> =
        WordList::new(["个大方面", "个方面", "大方面", "方面", "个部分", "大领域"]);
    static ITEMS: WordList<5> = WordList::new(["任务", "措施", "举措", "工作", "政策"]);
    let rest = &text[at + length..];
    let counter = GROUPS.beginning(rest)?;
    let rest = rest[counter.len()..].trim_start_matches(['、', '，']);
    let rest = rest.strip_prefix("共").unwrap_or(rest);
    let (items, length) = number(rest)?;
    let noun = rest[length..].strip_prefix(['项', '条'])?;
    let noun = ["重点", "具体", "主要", "政策"].iter().fold(noun, |noun, word| {
        noun.strip_prefix(word).filter(|rest| !rest.is_empty()).unwrap_or(noun)
    });
    let word = ITEMS.beginning(noun);
    // 提出以下措施，共7个方面25条。
    let all = text[..at].ends_with('共') && noun.starts_with(['。', '，', '；', '：']);
    let bytes = word.map_or(0, |word| word.len());
    let end = text.len() - noun.len() + bytes;
    let named = word.is_some() || all;
    (named && groups > 1 && items > groups).then_some(Grouped { range: at..end, groups, items })
}

fn is_numeral(c: char) -> bool {
    !c.is_ascii() && NUMERALS.has(c)
}

/// A number from 2 to 30, and its bytes.
fn number(text: &str) -> Option<(usize, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        // All of a long number is passed over.
        let value = text[..digits].parse().ok().filter(|value| (2..=30).contains(value));
        return Some((value.unwrap_or(0), digits));
    }
    let length = text.chars().take_while(|c| is_numeral(*c)).take(4).map(char::len_utf8).sum();
    // No list is as long as a number of hundreds says.
    let value = match &text[..length] {
        "两" => 2,
        run => chinese(run).filter(|value| *value < 100).unwrap_or(0),
    };
    Some((usize::try_from(value).ok()?, length))
}

/// The end of a count: behind the word that counts and the noun after it.
fn count_end(text: &str, at: usize, length: usize) -> Option<usize> {
    let rest = &text[at + length..];
    let counter = COUNTERS.beginning(rest)?;
    let noun = &rest[counter.len()..];
    // 三个月 is a time.
    let other = ["月", "百分点", "工作日", "小时", "季度", "学期", "星期", "以上", "左右", "以内"];
    if other.iter().any(|word| noun.starts_with(word)) {
        return None;
    }
    // 一式三份报告
    if counter == "份" && !["材料", "文件", "资料"].iter().any(|word| noun.starts_with(word))
    {
        return None;
    }
    let letters = noun.chars().take_while(|c| c.is_alphanumeric()).take(8);
    let bytes: usize = letters.map(char::len_utf8).sum();
    // 四大行动开展工作
    let verb = VERBS.find_all(&noun[..bytes]).map(|(at, _)| at).find(|at| *at > 0);
    let bytes = verb.unwrap_or(bytes);
    let whole = matches!(counter, "级" | "方面" | "个方面" | "位一体");
    // 分为以下九项：
    let below = is_below(&text[..at]) && noun.starts_with(['：', ':']);
    (bytes > 0 || whole || below).then_some(at + length + counter.len() + bytes)
}

/// Whether a text that goes on with a count says that its list stands below, and nowhere else: 下列三种情形.
fn is_below(before: &str) -> bool {
    ["下列", "以下"].iter().any(|word| before.ends_with(word))
}

/// Whether the list of a count stands behind the text: 坚持以下五项原则：, 做好以下三项工作。
fn announces(text: &str, count: &Range<usize>) -> bool {
    let rest = head(text, count.end);
    // Only what the text ends with announces what stands behind it.
    if count.end + rest.len() < text.len() {
        return false;
    }
    // 有下列三种情形之一的，取消资格：
    let rest = rest.trim_end();
    if is_below(&text[..count.start]) && rest.ends_with(['：', ':']) && !rest.contains(['。', '；'])
    {
        return true;
    }
    // 四个方面的突出问题: the noun may hold a verb.
    match rest.trim_start_matches(char::is_alphanumeric) {
        "：" | ":" => true,
        "。" => ["以下", "下列", "如下", "存在", "仍有", "还有", "面临", "抓好", "做好"]
            .iter()
            .any(|word| text[..count.start].ends_with(word)),
        _ => false,
    }
}

/// The list before a count.
fn ahead(text: &str, count: &Range<usize>, said: usize) -> Option<Counted> {
    let all = tail(text, count.start);
    let before = all.strip_suffix(['“', '"']).unwrap_or(all);
    let bare = before.strip_suffix('等').unwrap_or(before);
    let open = bare.len() < before.len();
    // 市级和三个县（区）: what 和 joins to the count is no list of what it counts.
    let joined = |c| is_mark(c) || matches!(c, '、' | '和' | '与' | '及');
    // 渔业、畜牧业和动物防疫工作还存在四方面短板：
    let exists = || ["存在", "还有", "仍有", "面临"].iter().any(|verb| bare.ends_with(verb));
    if said < 2 || bare.ends_with(joined) || exists() || in_slogan(text, count) {
        return None;
    }
    let digits = text[count.start..].starts_with(|c: char| c.is_ascii_digit());
    let close = bare.ends_with(['”', '》']);
    let options = if close { quoted(bare)? } else { plain(bare, open)? };
    let grade = text[count.clone()].contains('级');
    // 一级、二级和三级智力残疾: ranks are no counts.
    let ranks = || ["一级", "二级"].iter().any(|rank| tail(text, count.start).contains(rank));
    if grade && (!bare.rsplit('、').nth(1).is_some_and(ends_short) || ranks()) {
        return None;
    }
    let fits = options.iter().any(|(least, most)| (*least..=*most).contains(&said));
    let named = if fits { (said, said) } else { *options.last()? };
    // 大数据、机器人、生物医药10个重点项目: fields, and so many projects.
    if digits && !fits && (!open || named.1 * 2 <= said) {
        return None;
    }
    Some(Counted { range: count.clone(), said, named, open })
}

/// Whether what stands before a grade is short: 市、县两级.
fn ends_short(item: &str) -> bool {
    item.chars().count() <= 3 || item.ends_with(['级', '市', '省', '家'])
}

/// “一带一路一体一中心六园”: what has a number of its own there is counted apart from 六个园区.
fn in_slogan(text: &str, count: &Range<usize>) -> bool {
    let Some(numeral) = text[count.clone()].chars().next() else { return false };
    let rest = head(text, count.end);
    let rest = &rest[..rest.find(ends_sentence).unwrap_or(rest.len())];
    rest.split('“').skip(1).any(|piece| {
        let quoted = piece.split('”').next().unwrap_or("");
        quoted.contains(numeral) && quoted.chars().filter(|c| is_numeral(*c)).count() > 2
    })
}

/// “蓝天”“碧水”“净土”, “蓝天、碧水、净土”, 《甲》和《乙》
fn quoted(before: &str) -> Option<Vec<(usize, usize)>> {
    let mut rest = before;
    let mut items = 0;
    let mut inner = 0;
    while let Some(close) = rest.chars().next_back().filter(|c| matches!(c, '”' | '》')) {
        let open = if close == '”' { '“' } else { '《' };
        let start = rest.rfind(open)?;
        let words = &rest[start + open.len_utf8()..rest.len() - close.len_utf8()];
        inner = words.matches('、').count() + 1;
        items += 1;
        rest = rest[..start].trim_end_matches(['、', '和', '与', '及']);
    }
    match items {
        1 if inner > 1 => Some(vec![(inner, inner)]),
        0 | 1 => None,
        _ => Some(vec![(items, items)]),
    }
}

/// In which ways the words before a count can be divided into a list.
fn plain(before: &str, open: bool) -> Option<Vec<(usize, usize)>> {
    let start = before.rfind(is_mark).map_or(0, |mark| mark + 1);
    let start = (start..=before.len()).find(|at| before.is_char_boundary(*at))?;
    // 甲局、乙局分别负责人口、法人: the list is what they are responsible for.
    static IN_TURN: WordList<4> = WordList::new(["分别负责", "分别承担", "分别管理", "分别主管"]);
    let words = &before[start..];
    let of = IN_TURN.iter().find_map(|word| Some(words.find(word)? + word.len()));
    let words = without_brackets(&words[of.unwrap_or(0)..]);
    let last = words.rsplit('、').next()?.trim();
    // 推进甲、实施三大行动
    if last.is_empty() || (!open && VERBS.beginning(last).is_some()) {
        return None;
    }
    let options = groupings(&words);
    (!options.is_empty()).then_some(options)
}

/// The numbers of items that a text ends with: of the whole list, and of every one that may begin within it. 和 may
/// stand between two items or within one.
pub fn groupings(words: &str) -> Vec<(usize, usize)> {
    let mut options = Vec::new();
    let (mut items, mut joints) = (0, 0);
    let mut pieces = words.rsplit('、').peekable();
    while let Some(item) = pieces.next() {
        let item = item.trim();
        if item.is_empty() {
            return Vec::new();
        }
        let (rest, stops) = behind_stop(item);
        if stops && !(begins_item(rest) || has_verb(rest)) {
            // What stands before is another list; whether this item is of ours, nobody can tell.
            if !rest.is_empty() {
                return Vec::new();
            }
            break;
        }
        items += 1;
        joints += usize::from(rest.char_indices().any(|(at, c)| at > 0 && "和与及或".contains(c)));
        let first = stops || pieces.peek().is_none();
        if items + joints > 1 && (first || has_verb(rest)) {
            options.push((items, items + joints));
        }
        if stops {
            break;
        }
    }
    // A list that begins within the words is the likelier one; it comes last.
    options.reverse();
    options.retain(|(_, most)| *most > 1);
    options
}

/// What stands behind the end of another list within an item: 转化评价等四个机制与统计报告.
fn behind_stop(item: &str) -> (&str, bool) {
    let stop = item.char_indices().rev().find(|(_, c)| matches!(c, '等' | '”' | '》'));
    match stop {
        // 《甲》 and “甲” may be items.
        Some((at, c)) if at + c.len_utf8() < item.len() || c != '等' => {
            (&item[at + c.len_utf8()..], true)
        }
        _ => (item, false),
    }
}

fn begins_item(rest: &str) -> bool {
    rest.contains(['与', '和', '及']) && !rest.ends_with(['与', '和', '及'])
}

/// Whether a verb with something behind it stands in an item.
fn has_verb(item: &str) -> bool {
    VERBS.find_all(item).any(|(at, verb)| at + verb.len() < item.len())
}

/// The list behind a count: 四个重点，即甲、乙、丙、丁.
fn behind(text: &str, count: &Range<usize>, said: usize) -> Option<Counted> {
    if said < 2 {
        return None;
    }
    let rest = head(text, count.end).trim_start_matches(['”', '"']);
    let mark = rest.chars().next().filter(|c| matches!(c, '，' | ',' | '：' | ':'))?;
    let words = &rest[mark.len_utf8()..];
    static INTRODUCTIONS: WordList<5> = WordList::new(["即", "分别是", "分别为", "包括", "就是"]);
    let introduced = INTRODUCTIONS.iter().find_map(|word| words.strip_prefix(word));
    let inner = match (introduced, mark) {
        (Some(inner), _) => inner.trim_start_matches(['：', ':']),
        (None, '：' | ':') => words,
        _ => return None,
    };
    let end = inner.find(is_mark)?;
    // Behind a colon, commas divide what is no list of names.
    if introduced.is_none() && inner[end..].starts_with(['，', ',', '：', ':']) {
        return None;
    }
    let whole = without_brackets(&inner[..end]);
    let bare = whole.strip_suffix('等').unwrap_or(&whole);
    let odd = bare.contains('等') || (bare.contains('以') && bare.contains('为'));
    let items = bare.split('、').count();
    if odd || items < 2 || bare.split('、').any(|item| item.trim().is_empty()) {
        return None;
    }
    let joints = bare.split('、').filter(|item| item.contains(['和', '与', '及'])).count();
    let fits = (items..=items + joints).contains(&said);
    let named = if fits { (said, said) } else { (items, items + joints) };
    Some(Counted { range: count.clone(), said, named, open: bare.len() < whole.len() })
}
