//! In: the paragraphs of the texts of a plan. Out: a finding for each that ends in the middle of a sentence, or without a mark
//! where whole sentences stand before its end.

use crate::diagnostic::structure::Structure;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::numeral::counts_points;
use crate::model::document::{Address, Block, PREAMBLE};
use crate::model::prose::OBJECT;

use super::reading::{Paragraph, Reading};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "cut-off",
    family: Family::Structure,
    level: Level::Warning,
    checks: "A paragraph of whole sentences ends with the end of a sentence, unless `ends-in` in `plan.toml` says that the source breaks off there.",
    why: "A sentence without an end is the mark of a text that was cut off when it was copied; what was lost may be a promise.",
    fixed: None,
    fails: &[("text.zh.md", "加强检查，定期通报，及时研究和解决工作中出现的")],
    passes: &[("text.zh.md", "加强检查，定期通报，及时研究和解决工作中出现的问题。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings {
        if !reading.plan.is_pending(reading.lang) {
            check(reading, found);
        }
    }
}

fn check(reading: &Reading<'_>, found: &mut Diagnostics) {
    let last = reading.paragraphs.len().saturating_sub(1);
    for (at, paragraph) in reading.paragraphs.iter().enumerate() {
        let next = reading.paragraphs.get(at + 1);
        let Some(block) = paragraph.block.filter(|block| is_plain(block) && !leads_on(next)) else {
            continue;
        };
        let text = paragraph.prose.text().trim_end();
        let cut = if reading.chinese { chinese(text, at == last) } else { english(text) };
        let Some(cut) = cut.filter(|_| !is_bold(block)) else { continue };
        let (end, ends_in) = end_of_source(reading, at);
        if end {
            continue;
        }
        // The last words are enough to find the place.
        let start = text.char_indices().rev().nth(11).map_or(0, |(start, _)| start);
        let problem = Structure::CutOff {
            words: text[start..].trim().to_owned(),
            sentence: cut == Cut::Sentence,
            ends_in,
        };
        found.report(Problem::Structure(problem), paragraph.prose.span(start..text.len()));
    }
}

/// Whether the source is known to break off in this paragraph; and where an author says so, if that is not known of
/// any clause and the paragraph is the last of its clause.
fn end_of_source(reading: &Reading<'_>, at: usize) -> (bool, Option<String>) {
    let clause = reading.paragraphs[at].address();
    let next = reading.paragraphs.get(at + 1);
    let last = next.is_none_or(|next| next.address() != clause);
    let Some(end) = reading.plan.ends_in() else {
        let name = clause.map_or(PREAMBLE, Address::as_str);
        return (false, last.then(|| name.to_owned()));
    };
    let text = reading.document;
    let there = match clause {
        None => end.names(None),
        Some(clause) => {
            let last = text.last_within(end).map(|at| &text.clauses[at].address);
            last == Some(clause)
        }
    };
    (last && there, None)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// Something must follow.
    Sentence,
    /// Only a mark may be missing.
    Mark,
}

fn is_plain(block: &Block) -> bool {
    block.html().is_some_and(|html| html.tag() == "p")
}

/// Whether a list or a table follows, to which the paragraph leads; or the next item of a list that is set in paragraphs, such
/// as `(b)`.
fn leads_on(next: Option<&Paragraph<'_>>) -> bool {
    let Some((next, block)) = next.and_then(|next| Some((next, next.block?))) else { return false };
    !is_plain(block) || is_item(next.prose.text())
}

/// A whole paragraph in bold is a title.
fn is_bold(block: &Block) -> bool {
    let Some(html) = block.html() else { return false };
    let mut text = String::new();
    html.fill(&mut text, |_| String::new());
    text.trim().starts_with("<p><strong>") && text.trim().ends_with("</strong></p>")
}

/// Words after which a sentence cannot end.
const HANGING: [&str; 8] = ["，", "、", "的", "和", "与", "及", "或", ","];
/// Words that end so and are whole.
const WHOLE: [&str; 14] = [
    "目的", "标的", "总和", "饱和", "缓和", "温和", "平和", "调和", "随和", "柔和", "参与", "给与",
    "共和", "普及",
];

fn chinese(text: &str, last: bool) -> Option<Cut> {
    let end = text.chars().next_back()?;
    if "。！？；：…!?;:）)》】〉」』—".contains(end) || end == OBJECT {
        return None;
    }
    // Quotation marks, letters and numbers end a sentence only if there is one before them.
    let end_of_quote = end == '”' || end == '’';
    if end_of_quote && text[..text.len() - end.len_utf8()].ends_with(['。', '！', '？', '…']) {
        return None;
    }
    let sentence = text
        .rfind(['。', '！', '？', '\n'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let part = text[sentence..].trim_start();
    let hangs = HANGING.iter().any(|word| text.ends_with(word))
        && !WHOLE.iter().any(|word| text.ends_with(word));
    let length = part.chars().count();
    let commas = part.matches(['，', ',']).count();
    if hangs && length >= 8 {
        return Some(Cut::Sentence);
    }
    if end.is_ascii_alphanumeric() || end == '/' || is_label(part) || is_signature(part) {
        return None;
    }
    let within = sentence > 0 && text[..sentence].trim_end().ends_with('。');
    // A line of its own with a number or a dash is an item of a list.
    let item = is_item(text);
    let long = if last { commas >= 1 && length >= 12 } else { commas >= 2 && length >= 25 };
    (within || (long && !item)).then_some(Cut::Mark)
}

/// 联系人：…, 地址：…
fn is_label(part: &str) -> bool {
    let colon = part.char_indices().take(12).find(|(_, c)| matches!(c, '：' | ':'));
    colon.is_some() || part.starts_with("抄送") || part.starts_with("注")
}

/// A date, or a body that signs.
fn is_signature(part: &str) -> bool {
    let date = part.ends_with('日') && part.contains('月');
    let body = ["政府", "局", "委员会", "办公室", "办公厅", "委", "厅", "部", "院"];
    date || (part.chars().count() <= 20
        && !part.contains(['，', ','])
        && body.iter().any(|word| part.ends_with(word)))
}

fn is_item(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(|c: char| c.is_ascii_digit() || "—-•·●■◆（(①②③④⑤⑥⑦⑧⑨⑩".contains(c))
        || text.chars().next().is_some_and(counts_points) && text.chars().nth(1) == Some('、')
}

fn english(text: &str) -> Option<Cut> {
    const WORDS: [&str; 16] = [
        "and", "or", "of", "the", "a", "an", "to", "for", "with", "by", "from", "that", "which",
        "in", "on", "its",
    ];
    let end = text.chars().next_back()?;
    // Nearly every text ends with a full stop, and is not read.
    if !end.is_alphanumeric() && !matches!(end, '%' | ',') {
        return None;
    }
    let words = text.split_whitespace().count();
    if end == ',' {
        return (words >= 4).then_some(Cut::Sentence);
    }
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    if words >= 4 && WORDS.contains(&last) {
        return Some(Cut::Sentence);
    }
    // Whole sentences before the end, of which the last word is no address.
    let ends = text.match_indices(". ").any(|(at, _)| ends_sentence(&text[..at], &text[at + 2..]));
    let part = text.rsplit(". ").next().unwrap_or(text);
    let label = part.char_indices().take(24).any(|(_, c)| c == ':');
    (ends && !label && !last.contains(['.', '@', '/']) && part.split_whitespace().count() >= 4)
        .then_some(Cut::Mark)
}

/// Whether a full stop between these two ends a sentence: a small word before it, a capital behind it.
fn ends_sentence(before: &str, after: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let small = word.len() >= 4 && word.chars().all(|c| c.is_lowercase());
    small && after.trim_start().starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_do_not_end() {
        for (text, last) in [
            ("加强协调，定期召开会议，研究和解决工作中出现的", false),
            ("节约用水。推广节水器具，到2028年普及率达到60%", false),
            ("为贯彻落实上级部署，加快节水型城市建设，结合我市实际，制定本方案", false),
            ("各地要高度重视，认真抓好方案的落实", true),
            ("到2028年建成一批示范区，", false),
        ] {
            assert!(chinese(text, last).is_some(), "{text}");
        }
        for text in [
            "The city saves water. It replaces old mains and",
            "The city saves water and repairs pipes. It replaces the old mains every year",
            "The city repairs pipes, replaces mains,",
        ] {
            assert!(english(text).is_some(), "{text}");
        }
    }

    #[test]
    fn lines_that_are_no_sentences() {
        for text in [
            "衡水市人民政府关于印发衡水市科技创新“十三五”规划(2016-2020年)的通知",
            "衡政字〔2016〕21号",
            "各县市区人民政府，工业新区、滨湖新区管委会，市直各部门：",
            "衡水市人民政府",
            "2016年8月23日",
            "联系人：张三，电话：0316-5212180，邮箱：a@b.cn",
            "特此通知。2016年8月23日",
            "加强领导。（责任单位：市财政局）",
            "他说：“节约用水。”",
            "1.修复管道，更换器具，加强检查，普查漏损，公布结果，加强宣传",
            "图1 全市用水量的变化",
            "一、《规划》主要任务责任分工",
            "详见网站。网址：https://example.org/",
        ] {
            assert!(chinese(text, false).is_none(), "{text}");
        }
        for text in [
            "Notice of the People’s Government on Issuing the Water Saving Plan",
            "Plan No. 21 of the Water Bureau of Example City",
            "Write to the bureau. Address: 1 Shifan Road, Example City",
            "23 August 2016",
        ] {
            assert!(english(text).is_none(), "{text}");
        }
    }
}
