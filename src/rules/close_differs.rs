//! In: the Chinese notices of rounds. Out: a finding where a notice gives another first or last day for comments, or another
//! day for the outcome, than its round.

use jiff::civil::Date;

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::days::{Written, chinese_before};
use crate::model::consultation::Round;

use super::reading::{Paragraph, paragraphs};
use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "close-differs",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "The days that the Chinese `notice` of a call gives for comments (征求意见时间为…至…, 于…前反馈) and for the outcome are those of `start`, `end` and `outcome-due`. Where `updated` says that the period was made longer, the notice may keep its last day.",
    why: "The page counts the days down to `end`: whoever trusts it comes too late, or whoever trusts the notice does.",
    fixed: None,
    fails: &[(
        "consultation.toml",
        r#"[[round]]
start  = 2026-02-02
end    = 2026-03-05
notice = { zh = "征求意见时间为2026年2月2日至3月3日。", en = "Comments are invited from 2 February to 3 March 2026." }"#,
    )],
    passes: &[(
        "consultation.toml",
        r#"[[round]]
start  = 2026-02-02
end    = 2026-03-03
notice = { zh = "征求意见时间为2026年2月2日至3月3日。", en = "Comments are invited from 2 February to 3 March 2026." }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    let first = languages.first();
    if !languages.is_chinese(first) {
        return;
    }
    for (_, round) in case.site.rounds() {
        let Some(notice) = round.notice.as_ref().and_then(|texts| texts.get(first.index())) else {
            continue;
        };
        for paragraph in paragraphs(notice, case.files) {
            check(round, &paragraph, found);
        }
    }
}

/// What a day in a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    Start,
    End,
    OutcomeDue,
}

fn check(round: &Round, paragraph: &Paragraph<'_>, found: &mut Diagnostics) {
    let text = paragraph.prose.text();
    for (kind, day) in days(text) {
        let (key, ours, span): (_, Date, Span) = match kind {
            Day::Start => ("start", round.period.start.date, round.period.span),
            Day::End if round.updated.is_some() => continue,
            Day::End => ("end", round.period.end.as_end().date, round.period.span),
            Day::OutcomeDue => match &round.outcome_due {
                Some(due) => ("outcome-due", due.value, due.span),
                None => continue,
            },
        };
        let year = day.year.is_none_or(|year| year == ours.year());
        if year && (day.month, day.day) == (ours.month(), ours.day()) {
            continue;
        }
        let fault = Agreement::Close {
            text: text[day.range.clone()].to_owned(),
            key,
            ours: ours.to_string(),
        };
        let place = paragraph.prose.span(day.range);
        found.push(Diagnostic::new(Problem::Agreement(fault), place).with_related(span));
    }
}

/// The days of a notice on which comments may be sent, and by which the outcome is there.
fn days(text: &str) -> Vec<(Day, Written)> {
    let mut list = Vec::new();
    for sentence in text.split_inclusive(['。', '；', '\n']) {
        let from = sentence.as_ptr() as usize - text.as_ptr() as usize;
        let written: Vec<Written> = sentence
            .match_indices('日')
            .filter_map(|(at, _)| chinese_before(sentence, at + '日'.len_utf8()))
            .collect();
        for (number, day) in written.iter().enumerate() {
            let before = number.checked_sub(1).map(|before| &written[before]);
            if let Some(kind) = kind(sentence, day, before) {
                let range = from + day.range.start..from + day.range.end;
                list.push((kind, Written { range, ..day.clone() }));
            }
        }
    }
    list
}

/// Words of sentences about other days: of meetings, of the outcome.
const OTHER: [&str; 9] =
    ["报名", "听证", "座谈", "论证会", "邮戳", "采纳", "意见处理", "反馈意见公布", "施行"];

fn kind(sentence: &str, day: &Written, before: Option<&Written>) -> Option<Day> {
    let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    let (ahead, behind) = (&sentence[..day.range.start], behind(&sentence[day.range.end..]));
    let by = behind.strip_prefix(['以', '之']).unwrap_or(behind).starts_with('前');
    if by && has(&["采纳情况", "意见处理情况", "征求意见结果", "意见征集结果"])
    {
        return Some(Day::OutcomeDue);
    }
    if has(&OTHER) {
        return None;
    }
    let joined = |ahead: &str| {
        let ahead = ahead.trim_end_matches(['（', '）', '(', ')']);
        ["至", "到", "—", "－", "～", "-", "止于"].iter().any(|one| ahead.ends_with(one))
    };
    if has(&PERIOD) {
        let to = before.is_some_and(|first| {
            joined(ahead) && sentence[first.range.end..day.range.start].chars().count() <= NEAR
        });
        // 自2月2日起至3月3日止, and 自4月11日起 alone
        let starts = behind.starts_with(['至', '到', '—', '－', '～', '-'])
            || behind.starts_with("起") && ahead.ends_with(['自', '从', '为', '：']);
        return if to {
            Some(Day::End)
        } else if starts && before.is_none() {
            Some(Day::Start)
        } else {
            let last = ["截止时间为", "截止日期为", "截止时间：", "截止日期：", "截止到", "截至"];
            last.iter().any(|one| ahead.ends_with(one)).then_some(Day::End)
        };
    }
    let sent = has(&["意见", "建议"]) && has(&SENT);
    (sent && by).then_some(Day::End)
}

/// So many characters may stand between the first day and the last: （星期二）起至.
const NEAR: usize = 12;

/// How a notice says when comments are invited.
const PERIOD: [&str; 12] = [
    "征求意见时间",
    "征求意见期限",
    "征求意见期为",
    "意见征集时间",
    "意见征集期限",
    "征集时间",
    "征集期限",
    "反馈时间",
    "反馈截止",
    "公开征求意见",
    "征求意见的时间",
    "截止时间",
];

/// How it says that they are sent.
const SENT: [&str; 9] = ["反馈", "提出", "提交", "寄", "发送", "报送", "送达", "送至", "反映"];

/// What stands behind a day, without its day of the week and its hour: （星期三）24时前.
fn behind(text: &str) -> &str {
    let mut rest = text;
    if let Some(inner) = rest.strip_prefix(['（', '('])
        && let Some(end) = inner.find(['）', ')'])
        && inner[..end].contains(['期', '周', '含'])
    {
        rest = inner[end..].trim_start_matches(['）', ')']);
    }
    let hour = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "上下午中：:".contains(c));
    hour.strip_prefix(['时', '点']).unwrap_or(if hour.starts_with('前') { hour } else { rest })
}

#[cfg(test)]
mod tests {
    use super::{Day, days};

    fn read(text: &str) -> Vec<(Day, i8, i8)> {
        days(text).into_iter().map(|(kind, day)| (kind, day.month, day.day)).collect()
    }

    #[test]
    fn days_of_comments_and_of_the_outcome() {
        use Day::{End, OutcomeDue, Start};
        for (text, expected) in [
            (
                "征求意见时间为2026年11月17日（星期二）至12月16日（星期三），共30日。",
                vec![(Start, 11, 17), (End, 12, 16)],
            ),
            (
                "公开征求意见时间：自2026年2月2日起至2026年3月3日止。",
                vec![(Start, 2, 2), (End, 3, 3)],
            ),
            ("意见和建议请以电子邮件方式于4月25日前反馈至市科技局。", vec![(End, 4, 25)]),
            ("请于2026年3月3日（星期二）17:00前将意见发送至邮箱。", vec![(End, 3, 3)]),
            ("市局起草了《计划》，自2018年4月11日起向社会公开征求意见。", vec![(Start, 4, 11)]),
            ("意见反馈截止时间为2026年3月3日。", vec![(End, 3, 3)]),
            ("截止后30日内，即2027年1月15日前，公布意见采纳情况。", vec![(OutcomeDue, 1, 15)]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn other_days() {
        for text in [
            "2026年12月3日召开座谈会，听取意见和建议。",
            "愿意参加听证会的，请于11月27日前提出申请。",
            "根据2025年6月1日前收到的材料起草。",
            "本办法自2026年5月1日起施行，公开征求意见。",
            "2026年2月2日，市政府办公室就公开征求意见作出说明。",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
