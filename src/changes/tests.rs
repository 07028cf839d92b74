//! In: texts before and after, short and made up. Out: whether the right clauses, sentences, words and numbers count as
//! changed.

use proptest::prelude::*;

use super::*;

fn passage(address: &str, title: &str, lines: &[&str]) -> Passage {
    Passage {
        address: (!address.is_empty()).then(|| address.to_owned()),
        depth: address.split('.').count(),
        title: title.to_owned(),
        lines: text(lines),
    }
}

fn text(lines: &[&str]) -> Vec<Line> {
    lines.iter().map(|line| Line::Text((*line).to_owned())).collect()
}

fn row(cells: &[&str]) -> Line {
    Line::Row { head: false, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
}

/// A sentence with its changes in brackets: `[-old-]` and `[+new+]`.
fn shown(parts: &[Part]) -> String {
    let part = |part: &Part| match part {
        Part::Same(text) => text.clone(),
        Part::Removed(text) => format!("[-{text}-]"),
        Part::Added(text) => format!("[+{text}+]"),
    };
    parts.iter().map(part).collect()
}

fn sentences(old: &[&str], new: &[&str]) -> Vec<String> {
    pieces::compare(&text(old), &text(new)).iter().map(|one| shown(&one.parts())).collect()
}

#[test]
fn a_number_is_marked_as_a_whole() {
    let found = sentences(
        &["到2027年，建成区绿化覆盖率达到42.5%以上，新增公园1,200个。"],
        &["到2027年，建成区绿化覆盖率达到43%以上，新增公园1,300个。"],
    );
    assert_eq!(
        found,
        ["到2027年，建成区绿化覆盖率达到[-42.5%-][+43%+]以上，新增公园[-1,200-][+1,300+]个。"]
    );
    let found = sentences(
        &["By 2027, green space will cover at least 42.5% of the city. The rest stays."],
        &["By 2027, green space will cover at least 43% of the built-up area. The rest stays."],
    );
    assert_eq!(
        found,
        [
            "By 2027, green space will cover at least [-42.5%-][+43%+] of the [-city-][+built-up area+]. ",
            "The rest stays."
        ]
    );
}

#[test]
fn words_are_marked_within_the_sentence_without_crumbs() {
    assert_eq!(
        sentences(&["鼓励企业安装雨水收集设施。"], &["支持企业和社区安装雨水收集设施。"]),
        ["[-鼓励-][+支持+]企业[+和社区+]安装雨水收集设施。"]
    );
    // What was put in is cut so that words stay whole.
    assert_eq!(
        sentences(
            &["在老旧小区、学校和医院周边建设公园。"],
            &["在老旧小区、学校、医院和养老院周边建设公园。"]
        ),
        ["在老旧小区、学校[-和-][+、+]医院[+和养老院+]周边建设公园。"]
    );
    // Next to nothing stays: the two stand one after the other.
    assert_eq!(
        sentences(&["加强宣传。"], &["建立考核制度。"]),
        ["[-加强宣传。-]", "[+建立考核制度。+]"]
    );
}

#[test]
fn sentences_come_and_go() {
    assert_eq!(
        sentences(
            &["完善政策。加大投入。强化监督，严格考核。"],
            &["完善政策。每年召开一次联席会议。强化监督，严格考核。"]
        ),
        ["完善政策。", "[-加大投入。-]", "[+每年召开一次联席会议。+]", "强化监督，严格考核。"]
    );
    assert_eq!(
        sentences(&["Item one.", "Item two."], &["Item two."]),
        ["[-Item one.-]", "Item two."]
    );
}

#[test]
fn sentences_end_where_they_end() {
    let line = "他说：“可以。”然后走了。占3.5%，e.g. 其他。Cf. No. 3.";
    let found = pieces::compare(&text(&[line]), &text(&[line]));
    let texts: Vec<String> = found.iter().map(|one| shown(&one.parts())).collect();
    assert_eq!(texts[..2], ["他说：“可以。”", "然后走了。"]);
    assert_eq!(texts.concat(), line);
    let begins = |piece: &&Piece| matches!(piece, Piece::Sentence(Sentence { new_line: true, .. }));
    assert_eq!(found.iter().filter(begins).count(), 1);
}

#[test]
fn a_clause_that_was_put_in_moves_the_numbers_of_others_only() {
    let draft = [
        passage("1", "总体要求", &["坚持生态优先。"]),
        passage("2", "建设公园", &["三年建设口袋公园60个。"]),
        passage("3", "保障措施", &["加强组织领导，落实资金。"]),
    ];
    let now = [
        passage("1", "总体要求", &["坚持生态优先。"]),
        passage("2", "完善绿道", &["新建绿道100公里，连接主要公园和社区。"]),
        passage("3", "建设公园", &["三年建设口袋公园80个。"]),
        passage("4", "保障措施", &["加强组织领导，落实资金。"]),
    ];
    let found = compare(&draft, &now);
    let outline: Vec<_> =
        found.iter().map(|one| (one.draft, one.now, one.kind, one.renumbered)).collect();
    assert_eq!(
        outline,
        [
            (Some(0), Some(0), Kind::Same, false),
            (None, Some(1), Kind::Added, false),
            (Some(1), Some(2), Kind::Changed, true),
            (Some(2), Some(3), Kind::Same, true),
        ]
    );
    let numbers = &found[2].numbers;
    assert_eq!(numbers.len(), 1);
    assert_eq!(
        (numbers[0].before.as_deref(), numbers[0].after.as_deref()),
        (Some("60"), Some("80"))
    );
    assert!(found[1].numbers.is_empty(), "the numbers of a new clause did not change");
}

#[test]
fn removed_clauses_stand_where_they_stood() {
    let draft = [
        passage("", "", &["为建设绿色城市，制定本方案。"]),
        passage("1", "目标", &["到2027年基本建成。"]),
        passage("2", "限制广告牌", &["拆除主干道两侧的大型广告牌。"]),
        passage("3", "保障", &["落实资金。"]),
    ];
    let now = [
        passage("", "", &["为建设绿色城市，制定本方案。"]),
        passage("1", "目标", &["到2027年基本建成。"]),
        passage("2", "保障", &["落实资金和人员。"]),
    ];
    let kinds: Vec<_> = outline(&draft, &now);
    assert_eq!(
        kinds,
        [
            (Some(0), Some(0), Kind::Same),
            (Some(1), Some(1), Kind::Same),
            (Some(2), None, Kind::Removed),
            (Some(3), Some(2), Kind::Changed),
        ]
    );
}

#[test]
fn a_clause_that_was_written_anew_is_still_the_clause_of_its_heading() {
    let draft = [passage("3", "加强宣传", &["通过报纸、广播和电视开展宣传。"])];
    let now = [passage("3", "加强宣传", &["通过政府网站、社区公告栏开展宣传，每年不少于四次。"])];
    assert_eq!(outline(&draft, &now), [(Some(0), Some(0), Kind::Changed)]);
}

#[test]
fn numbers_that_come_and_go_within_a_sentence_are_listed() {
    let found = compare(
        &[passage("1", "资金", &["市财政每年安排专项资金，用于补助。"])],
        &[passage("1", "资金", &["市财政每年安排专项资金500万元，用于补助。"])],
    );
    let numbers = &found[0].numbers;
    assert_eq!((numbers[0].before.as_deref(), numbers[0].after.as_deref()), (None, Some("500万")));
}

#[test]
fn numbers_in_words_are_listed_where_nothing_else_changed() {
    let numbers = |old: &str, new: &str| -> Vec<(Option<String>, Option<String>)> {
        let found = compare(&[passage("1", "会议", &[old])], &[passage("1", "会议", &[new])]);
        found[0].numbers.iter().map(|one| (one.before.clone(), one.after.clone())).collect()
    };
    let pair = |old: &str, new: &str| vec![(Some(old.to_owned()), Some(new.to_owned()))];
    assert_eq!(numbers("每年召开四次会议。", "每年召开六次会议。"), pair("四", "六"));
    assert_eq!(
        numbers("It meets four times a year.", "It meets six times a year."),
        pair("four", "six")
    );
    assert_eq!(
        numbers("Funds of CNY 20 million a year.", "Funds of CNY 30 million a year."),
        pair("20 million", "30 million")
    );
    assert_eq!(numbers("支持一批企业发展壮大。", "支持企业发展壮大。"), []);
}

#[test]
fn rows_of_tables_are_compared_cell_by_cell() {
    let old = [row(&["年份", "公园"]), row(&["2026", "20"]), row(&["2027", "28"])];
    let new =
        [row(&["年份", "公园"]), row(&["2026", "24"]), row(&["2027", "28"]), row(&["2028", "8"])];
    let found: Vec<String> =
        pieces::compare(&old, &new).iter().map(|one| shown(&one.parts())).collect();
    assert_eq!(found, ["年份 | 公园", "2026 | [-20-][+24+]", "2027 | 28", "[+2028+] | [+8+]"]);
    // Another number of cells is another row; nothing is lost.
    let found: Vec<String> = pieces::compare(&[row(&["甲 | 乙"])], &[row(&["甲", "乙"])])
        .iter()
        .map(|one| shown(&one.parts()))
        .collect();
    assert_eq!(found, ["[-甲 | 乙-]", "[+甲+] | [+乙+]"]);
}

#[test]
fn long_texts_are_compared_in_time() {
    // Thousands of clauses, every one changed, all under two headings.
    let many = |word: &str| -> Vec<Passage> {
        let clause = |at: usize| {
            let line = format!("第{at}项任务由{word}负责，每年完成{at}处。");
            passage(&at.to_string(), if at.is_multiple_of(2) { "目标" } else { "措施" }, &[&line])
        };
        (1..=4_000).map(clause).collect()
    };
    let found = compare(&many("市水务局"), &many("市水利局"));
    assert_eq!(found.len(), 4_000);
    assert!(found.iter().all(|one| one.draft == one.now && one.kind == Kind::Changed));
    // One clause of thousands of sentences, and a sentence without an end.
    let long = |word: &str| format!("{word}。").repeat(4_000);
    let found = pieces::compare(&text(&[&long("甲乙丙丁")]), &text(&[&long("戊己庚辛")]));
    assert_eq!(found.len(), 8_000);
    assert_eq!(words::compare(&"甲".repeat(30_000), &"乙".repeat(30_000)).len(), 2);
}

fn both_sides(parts: &[Part]) -> (String, String) {
    let (mut old, mut new) = (String::new(), String::new());
    for part in parts {
        match part {
            Part::Same(text) => {
                old.push_str(text);
                new.push_str(text);
            }
            Part::Removed(text) => old.push_str(text),
            Part::Added(text) => new.push_str(text),
        }
    }
    (old, new)
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "到2027年",
        "，",
        "新增",
        "60",
        "个",
        "31.6亿元",
        "公园",
        "。",
        "；",
        "At least ",
        "10% ",
        "of ",
        ". ",
        "“",
        "”",
        "企业",
        "e.g. ",
        "3.5",
        " ",
    ]);
    prop::collection::vec(word, 0..14).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_is_made_up(
        old in prop::collection::vec(sentence(), 0..4),
        new in prop::collection::vec(sentence(), 0..4),
    ) {
        let lines = |lines: &[String]| -> Vec<Line> {
            lines.iter().cloned().map(Line::Text).collect()
        };
        let found = pieces::compare(&lines(&old), &lines(&new));
        let parts: Vec<Part> = found.iter().flat_map(Piece::parts).collect();
        let (before, after) = both_sides(&parts);
        prop_assert_eq!(before, old.concat());
        prop_assert_eq!(after, new.concat());
    }

    #[test]
    fn every_clause_is_there_once(
        old in prop::collection::vec((0..6_u8, sentence()), 0..6),
        new in prop::collection::vec((0..6_u8, sentence()), 0..6),
    ) {
        let passages = |list: &[(u8, String)]| -> Vec<Passage> {
            list.iter().map(|(number, text)| passage(&number.to_string(), text, &[text])).collect()
        };
        let (old, new) = (passages(&old), passages(&new));
        let pairs = outline(&old, &new);
        let mut before: Vec<usize> = pairs.iter().filter_map(|(old, ..)| *old).collect();
        let after: Vec<usize> = pairs.iter().filter_map(|(_, new, _)| *new).collect();
        before.sort_unstable();
        prop_assert_eq!(before, Vec::from_iter(0..old.len()));
        prop_assert_eq!(after, Vec::from_iter(0..new.len()));
    }
}
