//! Files of sizes and with characters that nobody expects: lantu goes through them without falling over, and in time
//! that grows with their length and not with its square. There is no clock here: work that grew with the square would
//! take these tests many minutes.

mod support;

use proptest::prelude::*;
use support::TestSite;

const PLAN: &str = "content/plans/water";

/// A sentence with something for every rule to look at.
const CHINESE: &str = "到2020年,高新技术企业由318家增加到600家、(科技型)中小企业达到9103家，其中\"甲\"3-5家；每年新增80家?\
新型显示、智能制造等八大产业集群。《甲规划(2018-2020年)》分别达到48家、52家，一是**看。**";
const ENGLISH: &str = "By 2020 , high-tech enterprises are to increase from 318 to 600, SMEs to 9,103, of which \"A\" 3-5; \
80 added each year? Eight clusters such as new displays. ";

/// Checks, and prints in every format.
fn survives(site: &TestSite) {
    let checked = site.check();
    let text = lantu::diagnostic::to_text(&checked.found, &checked.files, false);
    let json = lantu::diagnostic::to_json(&checked.found, &checked.files);
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    assert_eq!(text.is_empty(), checked.found.is_empty());
}

fn with_texts(chinese: &str, english: &str) -> TestSite {
    let site = TestSite::base();
    for (lang, more) in [("zh", chinese), ("en", english)] {
        let path = format!("{PLAN}/text.{lang}.md");
        let old = std::fs::read_to_string(site.root().join(&path)).unwrap();
        site.write(&path, format!("{old}\n{more}\n"));
    }
    site
}

#[test]
fn a_clause_of_a_quarter_of_a_million_characters() {
    let times = |text: &str, length: usize| text.repeat(length / text.chars().count());
    survives(&with_texts(&times(CHINESE, 250_000), &times(ENGLISH, 50_000)));
}

#[test]
fn marks_that_are_never_closed() {
    for mark in
        ["（", "“", "《", "【", "*", "**", "[", "](", "`", "{{", "”", "、", "，", "一是", "3—"]
    {
        let many = mark.repeat(20_000);
        survives(&with_texts(&many, &many));
    }
}

#[test]
fn brackets_on_one_line_of_a_table() {
    let site = TestSite::base();
    let path = format!("{PLAN}/targets.toml");
    let old = std::fs::read_to_string(site.root().join(&path)).unwrap();
    site.write(&path, format!("{old}\n# {}\n", "[[".repeat(1_000_000)));
    survives(&site);
}

/// Nothing in the one text has its counterpart in the other.
#[test]
fn quantities_that_all_differ() {
    let many = |words: &dyn Fn(u32) -> String| (10..6_000).map(words).collect::<String>();
    let texts = |chinese: &dyn Fn(u32) -> String, english: &dyn Fn(u32) -> String| {
        survives(&with_texts(&many(chinese), &many(english)));
    };
    texts(&|n| format!("{n}公里，"), &|n| format!("{n} things, "));
    texts(&|n| format!("不少于{n}个，"), &|n| format!("{n} things, "));
    texts(&|_| "不少于70个，".to_owned(), &|_| "70 things, ".to_owned());
    texts(&|n| format!("甲{n}.5‰，"), &|n| format!("{n}.7 per 1,000, "));
    texts(&|n| format!("甲{n}亩，"), &|n| format!("{} hectares, ", n + 7));
    texts(&|n| format!("| {}年 |\n", 1900 + n % 200), &|_| "| none |\n".to_owned());
}

/// Names, opposites, classes, weekdays and ratios that the other text has in another way.
#[test]
fn words_that_all_differ() {
    let texts = |chinese: &str, english: &str| {
        survives(&with_texts(&chinese.repeat(3_000), &english.repeat(3_000)));
    };
    texts("北县3个、南县5个，", "South County 3 and North County 5, ");
    texts("北县、南县分别达到3个和5个，", "South County has 3 and North County 5, ");
    texts("北县由水利局负责，", "South County is in the hands of the Finance Bureau, ");
    texts(
        "汽油车不早于6时出发，昼间、夜间都行，",
        "diesel leaves no later than 6 a.m., urban and rural, ",
    );
    texts("A类、B级和C组，", "Class D, Tier E and F, ");
    texts("6月7日（星期六），", "Friday 7 June, ");
    texts("按6∶4分担，", "shared 4 to 6, ");
    texts("2026年至2028年分别为3个、4个和5个，", "2 in 2027, 9 in each of 2028 and 2029, ");
    texts("一是查。", "First. ");
    texts("未经批准不得修，", "must not mend it, and only others may, ");
    texts("330处路口中甲146处，占44.2%，", "146 of 330, or 44.2%, ");
    texts("甲4万元，乙5万元，两项合计8万元，", "4, 5 and 8, ");
    texts("10个工作日内查，全程不超过15个工作日，", "within 10 working days, ");
    texts("不超过3米，不超过4米，", "no more than 3 m, nor the house 4 m, ");
    texts("不得高于标准，", "may be higher than others ");
    texts("不得擅自取消，", "must cancel without permission, ");
    texts("可以修未验收的，不得用，", "must not mend what has not passed, ");
    texts("经同意，不得修，", "without consent it may be mended, ");
    texts("四项条件：一是甲，二是乙，", "four conditions: ");
    texts("9个，其余1个甲、1个乙、", "9, the others 1 and 1, ");
    texts("54万亩，其中甲区3万亩，甲区占5%，", "540,000, of which A has 30,000, A 5%, ");
    texts("但甲的除外，", "and others, ");
    texts("甲：乙；丙；丁；戊。", "A: b; c; d. ");
    texts("水利局会同财政局，", "the Water Bureau and the Finance Bureau, ");
    texts("自6月1日起至9月15日止，共106日，", "from 1 June to 15 September, 106 days, ");
    texts("2026年6月7日、20，", "7 June 2026, 20, ");
}

#[test]
fn few_sentences_of_many_figures() {
    let chinese = format!("{}。节约用水，人人有责。", "北县3个、南县5个，".repeat(3_000));
    let english = format!("{}. Save water. All do.", "There are 3, and 5, ".repeat(2_000));
    survives(&with_texts(&chinese, &english));
    let (chinese, english) = ("节水3家。".repeat(39), "Save 3. ".repeat(30));
    survives(&with_texts(&chinese, &format!("{english}{}", "word ".repeat(50_000))));
}

#[test]
fn clauses_named_thousands_of_times() {
    let article = |number: &str| format!("### 第{number}条\n\n节水。\n\n");
    let articles: String = ["一", "二", "三"].map(article).concat();
    let chinese = format!("{articles}{}", "按照第二条、第九条和[二（一）](#1)办理，".repeat(3_000));
    let english = format!("Save.\n\n{}", "see [Section II(4)](#1), ".repeat(3_000));
    survives(&with_texts(&chinese, &english));
}

#[test]
fn twenty_thousand_paragraphs_and_items() {
    let lines = |line: &str| line.repeat(20_000);
    survives(&with_texts(&lines("节水3家,\n\n"), &lines("Save 3,\n\n")));
    survives(&with_texts(&lines("- 节水3家\n"), &lines("- Save 3\n")));
    survives(&with_texts(&lines("| 甲 | 3 |\n"), &lines("| A | 3 |\n")));
}

#[test]
fn four_thousand_headings() {
    let headings = |word: &str| -> String {
        (2..4_000).map(|number| format!("#### {number}. {word}\n\n")).collect()
    };
    survives(&with_texts(&headings("节水"), &headings("Save water")));
}

#[test]
fn lists_within_lists() {
    let nested = |word: &str| -> String {
        (0..500).map(|depth| format!("{}- {word}\n", "  ".repeat(depth))).collect()
    };
    survives(&with_texts(&nested("节水3家"), &nested("Save 3")));
    let quoted = |word: &str| format!("{} {word}\n", ">".repeat(5_000));
    survives(&with_texts(&quoted("节水"), &quoted("Save")));
}

#[test]
fn numbers_of_four_hundred_digits() {
    let digits = "9".repeat(400);
    let chinese = format!(
        "由{digits}家增加到{digits}家，新增{digits}家，达到{digits}.{digits}%，{}家。",
        "九".repeat(400)
    );
    let english = format!("From {digits} to {digits}, {digits} more, {digits}.{digits}%.");
    survives(&with_texts(&chinese, &english));
    let site = TestSite::base();
    site.edit(&format!("{PLAN}/targets.toml"), "2026 = 10", &format!("2026 = {digits}"));
    survives(&site);
}

#[test]
fn settings_that_contradict_each_other() {
    let site = TestSite::base();
    let config = std::fs::read_to_string(site.root().join("site-config.toml")).unwrap();
    let rules = "\n[rules]\nfigures = \"off\"\nareas-add-up = \"error\"\ntext = \"error\"\nareas-ad-up = \"off\"\n";
    site.write("site-config.toml", config + rules);
    let plan = std::fs::read_to_string(site.root().join(PLAN).join("plan.toml")).unwrap();
    site.write(
        &format!("{PLAN}/plan.toml"),
        plan + "\n[rules]\nareas-add-up = \"off\"\nfigures = \"error\"\n",
    );
    let entry = "[[acknowledged]]\nrule = \"areas-add-up\"\nreason = { zh = \"甲\", en = \"A\" }\n";
    site.write(&format!("{PLAN}/acknowledged.toml"), entry.repeat(3));
    site.edit(&format!("{PLAN}/targets.toml"), "south = { 2026 = 6.0", "south = { 2026 = 5.0");
    // The plan says that the rule is off, but what is acknowledged is there all the same.
    let found = site.findings();
    assert!(found.contains("did you mean `areas-add-up`?"), "{found}");
    assert!(!found.contains("[areas-add-up]"), "{found}");
}

/// A character of any category of Unicode: letters, marks, numbers, marks of punctuation, symbols, spaces, controls,
/// characters of private use and those that mean nothing yet.
fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            3 => any::<char>(),
            1 => prop::sample::select(
                "\u{ad}\u{200b}\u{200d}\u{202e}\u{2028}\u{feff}\u{fffc}\u{e000}\u{fffd}é\u{301}ａ１％①Ⅳ㊀（，“”‘’《》〔〕【】—–~～…·、。；：？！½²年家亿%‰"
                    .chars()
                    .collect::<Vec<_>>()
            ),
            1 => prop::sample::select("0123456789一二三百千万亿到由新增加达".chars().collect::<Vec<_>>()),
        ],
        1..24,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

/// Every text of a field, as TOML writes it.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text is plain data").replace('\u{7f}', "\\u007F")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_in_every_field(one in any_text(), two in any_text()) {
        let site = with_texts(&one, &two);
        for (file, old) in [
            ("site-config.toml", "\"规划\""),
            ("content/organisations.toml", "\"水利局\""),
            ("content/areas.toml", "\"北县\""),
            ("content/plans/water/plan.toml", "\"节水规划\""),
            ("content/plans/water/plan.toml", "\"到2028年节水。\""),
            ("content/plans/water/targets.toml", "\"修复管道\""),
            ("content/plans/water/targets.toml", "\"公里\""),
            ("content/plans/water/duties.toml", "\"修管道\""),
            ("content/plans/water/consultation.toml", "\"对规划的意见。\""),
        ] {
            site.edit(file, old, &quoted(&one));
        }
        site.write("content/plans/water/acknowledged.toml", format!(
            "[[acknowledged]]\nrule = {0}\nwords = {0}\nclause = {0}\nreason = {{ zh = {0}, en = {1} }}\n",
            quoted(&one), quoted(&two)
        ));
        survives(&site);
    }
}
