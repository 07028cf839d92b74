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
        let Some(about) = About::of(sentence) else { continue };
        let mut before: Option<Written> = None;
        for (at, _) in sentence.match_indices('日') {
            let Some(day) = chinese_before(sentence, at + '日'.len_utf8()) else { continue };
            if let Some(kind) = about.kind(sentence, &day, before.as_ref()) {
                let range = from + day.range.start..from + day.range.end;
                list.push((kind, Written { range, ..day.clone() }));
            }
            before = Some(day);
        }
    }
    list
}

/// What a sentence with days is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// When comments are invited.
    Period,
    /// That they are to be sent.
    Sending,
    /// What becomes of them.
    Outcome,
}

impl About {
    fn of(sentence: &str) -> Option<Self> {
        const OUTCOME: [&str; 4] = ["采纳情况", "意见处理情况", "征求意见结果", "意见征集结果"];
        /// Meetings, and other days.
        const OTHER: [&str; 9] =
            ["报名", "听证", "座谈", "论证会", "邮戳", "采纳", "意见处理", "反馈意见公布", "施行"];
        let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        if !sentence.contains('日') {
            None
        } else if has(&OUTCOME) {
            Some(Self::Outcome)
        } else if has(&OTHER) {
            None
        } else if has(&PERIOD) {
            Some(Self::Period)
        } else {
            (has(&["意见", "建议"]) && has(&SENT)).then_some(Self::Sending)
        }
    }

    /// What a day of the sentence is; `before` is the one before it there.
    fn kind(self, sentence: &str, day: &Written, before: Option<&Written>) -> Option<Day> {
        const TO: [&str; 7] = ["至", "到", "—", "－", "～", "-", "止于"];
        const LAST: [&str; 6] =
            ["截止时间为", "截止日期为", "截止时间：", "截止日期：", "截止到", "截至"];
        let (ahead, behind) = (&sentence[..day.range.start], behind(&sentence[day.range.end..]));
        let by = behind.strip_prefix(['以', '之']).unwrap_or(behind).starts_with('前');
        let led = |words: &[&str]| words.iter().any(|word| ahead.ends_with(word));
        match (self, before) {
            (Self::Outcome, _) => by.then_some(Day::OutcomeDue),
            (Self::Sending, _) => by.then_some(Day::End),
            (Self::Period, Some(first))
                if led(&TO) && day.range.start - first.range.end <= NEAR =>
            {
                Some(Day::End)
            }
            // 自2月2日起至3月3日止, and 自4月11日起 alone
            (Self::Period, None)
                if behind.starts_with(['至', '到', '—', '－', '～', '-'])
                    || behind.starts_with('起') && led(&["自", "从", "为", "："]) =>
            {
                Some(Day::Start)
            }
            (Self::Period, _) => led(&LAST).then_some(Day::End),
        }
    }
}

/// So many bytes may stand between the first day and the last: （星期二）起至.
const NEAR: usize = 36;

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
    /// （2026年3月3日含当日）is no longer, in bytes.
    const LONGEST: usize = 60;
    let bracket = text.strip_prefix(['（', '(']).and_then(|inner| {
        let near = &inner[..inner.floor_char_boundary(LONGEST)];
        let end = near.find(['）', ')']).filter(|end| near[..*end].contains(['期', '周', '含']))?;
        Some(inner[end..].trim_start_matches(['）', ')']))
    });
    let rest = bracket.unwrap_or(text);
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
