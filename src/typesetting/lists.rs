//! In: the marks between items, and 等. Out: commas where the list goes on, and `1、` as the number of a heading.

use crate::diagnostic::prose::Prose;

use super::Script;
use super::walk::Walk;

/// What has been seen of a list with `、`.
#[derive(Default)]
pub struct List {
    /// The last `、`, and the first one of the sentence.
    pause: Option<usize>,
    /// A comma, and its width, behind a short item of the list.
    comma: Option<(usize, usize)>,
    /// The same with a short item behind it, too.
    doubtful: Option<(usize, usize)>,
}

impl List {
    pub fn end(&mut self) {
        *self = Self::default();
    }
}

/// Items longer than this, in bytes, are parts of a sentence.
const LONGEST_ITEM: usize = 24;

/// Words that begin a new part of a sentence, not an item.
const BEGINNINGS: &str = "加推建完促强提优实开支鼓引培打构围以按着力发扩深落积大重在对为与和并把使及采将由到从向进健制组统充全抓突坚做壮争依利通立乱随擅损倾焚抛私";

/// What is quoted is no item of the list around it.
fn is_quoted(c: char) -> bool {
    "“”‘’《》（）()\"".contains(c)
}

/// `、`
pub fn pause(walk: &mut Walk<'_>, at: usize) {
    if walk.heading && walk.line == 0 && at > 0 && at < 4 {
        heading_number(walk, at);
    }
    if let Some((comma, width)) = walk.list.comma.take() {
        let item = &walk.text[comma + width..at];
        let begins = item.chars().next().is_none_or(|c| BEGINNINGS.contains(c));
        if (6..=LONGEST_ITEM).contains(&item.len()) && !begins && !item.contains(is_quoted) {
            walk.list.doubtful.get_or_insert((comma, width));
        }
    }
    if let Some(item) = walk.list.pause.and_then(|start| walk.text.get(start..at)) {
        twice(walk, item, at + '、'.len_utf8());
    }
    walk.list.pause = Some(at + '、'.len_utf8());
}

/// An item that stands twice side by side: 早发现、早帮扶、早帮扶.
fn twice<'t>(walk: &mut Walk<'t>, item: &'t str, at: usize) {
    let Some(rest) = walk.text[at..].strip_prefix(item) else { return };
    let ends = rest.chars().next().is_none_or(|c| "、，。；：！？）\n等".contains(c));
    let long = (2..=12).contains(&item.chars().count());
    // The figures of two years may be the same.
    let counts = item.contains(|c: char| c.is_ascii_digit());
    if ends && long && !counts && !item.contains(is_quoted) {
        let word = item.to_owned();
        walk.report(at..at + item.len(), Prose::DoubledWord { word }, Vec::new());
    }
}

/// A comma.
pub fn comma(walk: &mut Walk<'_>, at: usize, width: usize) {
    if posts(walk, at) {
        walk.report(at..at + width, Prose::CommaInList { posts: true }, Vec::new());
        walk.list.end();
        return;
    }
    let short = |start: usize| {
        let item = &walk.text[start.min(at)..at];
        (6..=LONGEST_ITEM).contains(&item.len())
            && !item.contains(is_quoted)
            && !item.contains('等')
    };
    let after_pause = walk.list.pause.take().is_some_and(short);
    let ends_list = walk.list.doubtful.is_some();
    walk.list.end();
    if after_pause && !ends_list {
        walk.list.comma = Some((at, width));
    }
}

/// `为组长、……为副组长，……为成员`
fn posts(walk: &Walk<'_>, at: usize) -> bool {
    const DEPUTIES: [&str; 4] = ["为副组长", "任副组长", "为副主任", "任副主任"];
    const HEADS: [&str; 4] = ["为组长、", "任组长、", "为主任、", "任主任、"];
    if walk.script != Script::Chinese || !(walk.ends(at, "长") || walk.ends(at, "任")) {
        return false;
    }
    const NEAR: usize = 600;
    let sentence = walk.since(walk.sentence, at, NEAR);
    let rest = &walk.text[at..walk.text.floor_char_boundary(at + NEAR)];
    let rest = rest.split(['。', '；', ';', '\n']).next().unwrap_or("");
    DEPUTIES.iter().any(|words| sentence.ends_with(words))
        && HEADS.iter().any(|words| sentence.contains(words))
        && (rest.contains("为成员") || rest.contains("任成员"))
}

/// 等 behind a list with a doubtful comma.
pub fn and_so_on(walk: &mut Walk<'_>) {
    if let Some((at, width)) = walk.list.doubtful.take() {
        walk.report(at..at + width, Prose::CommaInList { posts: false }, Vec::new());
        walk.list.end();
    }
}

/// `1、` at the beginning of a heading.
fn heading_number(walk: &mut Walk<'_>, at: usize) {
    let number = &walk.text[..at];
    if number.bytes().all(|b| b.is_ascii_digit()) {
        let (written, right) = (format!("{number}、"), format!("{number}."));
        let problem = Prose::HeadingNumber { written, right };
        walk.report(0..at + '、'.len_utf8(), problem, Vec::new());
    }
}
