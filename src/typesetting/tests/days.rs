//! In: sentences with days. Out: whether those that no calendar has, and wrong days of the week, are found, and nothing else.

use crate::typesetting::{Part, Script, flaws};

/// What is found in a text: its code and the words that it points at.
fn found(text: &str, script: Script) -> Vec<(&'static str, String)> {
    let all = flaws(&[Part { text, heading: false }], script).into_iter();
    let of_days = all.map(|flaw| (flaw.problem.code(), text[flaw.range].to_owned()));
    of_days.filter(|(code, _)| matches!(*code, "impossible-day" | "weekday")).collect()
}

#[test]
fn the_year_may_stand_in_the_paragraph_before() {
    let codes = |texts: [&str; 2], script| {
        let parts = texts.map(|text| Part { text, heading: false });
        flaws(&parts, script)
            .into_iter()
            .map(|flaw| (flaw.part, flaw.problem.code()))
            .collect::<Vec<_>>()
    };
    let first = "征求意见时间为2026年11月10日至12月15日。";
    assert_eq!(
        codes([first, "座谈会于12月2日（星期四）召开。"], Script::Chinese),
        [(1, "weekday")]
    );
    assert!(codes([first, "座谈会于12月2日（星期三）召开。"], Script::Chinese).is_empty());
    let first = "Comments are taken from 10 November to 15 December 2026.";
    let second = "A meeting will be held on Thursday, 2 December.";
    assert_eq!(codes([first, second], Script::English), [(1, "weekday")]);
    // A year alone is no day, and may be that of something else.
    let first = "本规划期为2027年至2030年。";
    assert!(codes([first, "座谈会于12月2日（星期三）召开。"], Script::Chinese).is_empty());
}

#[test]
fn days_that_no_calendar_has() {
    let cases = [
        ("2027年6月31日前完成。", "2027年6月31日"),
        ("6月31日前完成。", "6月31日"),
        ("于2026年2月29日施行。", "2026年2月29日"),
        ("2月30日", "2月30日"),
        ("9月28日至31日", "31日"),
        ("9月28—31日", "31日"),
        ("11月35日", "11月35日"),
    ];
    for (text, words) in cases {
        let expected = vec![("impossible-day", words.to_owned())];
        assert_eq!(found(text, Script::Chinese), expected, "{text}");
    }
    let cases = [
        ("By 31 June 2027, all is done.", "31 June 2027"),
        ("by the 31st of June", "31st of June"),
        ("from June 31, 2027 on", "June 31, 2027"),
        ("on February 30", "February 30"),
        ("on 29 February 2026", "29 February 2026"),
    ];
    for (text, words) in cases {
        let expected = vec![("impossible-day", words.to_owned())];
        assert_eq!(found(text, Script::English), expected, "{text}");
    }
}

#[test]
fn days_that_are_there_and_other_numbers() {
    for text in [
        "2027年6月30日前",
        "2月29日",
        "2028年2月29日",
        "8月31日",
        "12月31日",
        "30日内",
        "近31日",
        "第31号",
        "2026年31日",
        "6月31项",
        "9月28日至30日",
        "1931日",
        "6月231日",
        "8月29日至31日",
        "月31日",
    ] {
        assert_eq!(found(text, Script::Chinese), [], "{text}");
    }
    for text in [
        "By 30 June 2027",
        "29 February 2028",
        "February 29",
        "31 December",
        "31 Junes",
        "may 31",
        "31 of June’s tasks",
        "in June 231 of them",
        "clause 2.31 June",
        "June 2031",
        "31 May 2026",
    ] {
        assert_eq!(found(text, Script::English), [], "{text}");
    }
}

#[test]
fn days_of_the_week() {
    let wrong = [
        ("2026年11月16日（星期二）", "星期二"),
        ("2026年11月16日(周日)召开", "周日"),
        ("2026年11月16日星期三", "星期三"),
        ("2026年11月16日（星期一）至12月11日（星期四）", "星期四"),
        ("2026年12月28日（星期一）至1月8日（星期一）", "星期一"),
        ("2026年高考自6月7日（星期六）起。", "星期六"),
    ];
    for (text, words) in wrong {
        let text = text.replace("(周", "（周");
        let expected = vec![("weekday", words.to_owned())];
        assert_eq!(found(&text, Script::Chinese), expected, "{text}");
    }
    for text in [
        "2026年11月16日（星期一）",
        "2026年11月16日（星期一）至12月11日（星期五）",
        "11月16日（星期二）",
        "每周一",
        "星期二",
        "2026年11月22日（星期日）",
        "2026年11月22日（星期天）",
        "2026年12月28日（星期一）至1月8日（星期五）",
        "2026年高考自6月7日（星期日）起，6月9日（星期二）结束。",
        "2025年、2026年的6月7日（星期六）",
    ] {
        assert_eq!(found(text, Script::Chinese), [], "{text}");
    }
    // The year stands in the heading above.
    let heading = |text| Part { text, heading: true };
    for (text, expected) in [("3月1日（星期二）", 1), ("3月1日（星期一）", 0)] {
        let parts = [heading("2027年重点工作时间表"), Part { text, heading: false }];
        assert_eq!(flaws(&parts, Script::Chinese).len(), expected, "{text}");
    }
    let wrong = [
        ("from Tuesday 16 November 2026", "Tuesday"),
        ("on 16 November 2026 (Sunday)", "Sunday"),
        ("on Friday, November 16, 2026", "Friday"),
        ("from Tuesday 16 November to Friday 11 December 2026", "Tuesday"),
        ("from Tuesday 16 November until 11 December 2026", "Tuesday"),
        ("In 2026 it begins on Saturday, June 7.", "Saturday"),
    ];
    for (text, words) in wrong {
        let expected = vec![("weekday", words.to_owned())];
        assert_eq!(found(text, Script::English), expected, "{text}");
    }
    for text in [
        "from Monday 16 November to Friday 11 December 2026",
        "on Tuesday 16 November",
        "every Monday",
        "on 16 November 2026 (Monday)",
        "Wednesday, 18 November 2026",
        "the day 16 November 2026",
        "from Monday 28 December to Friday 8 January 2027",
    ] {
        assert_eq!(found(text, Script::English), [], "{text}");
    }
}
