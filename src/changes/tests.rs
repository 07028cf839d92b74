//! In: texts before and after, short and made up. Out: whether the right clauses, sentences, words and numbers count as
//! changed.

use super::*;

pub fn passage(address: &str, title: &str, lines: &[&str]) -> Passage {
    Passage {
        address: (!address.is_empty()).then(|| address.to_owned()),
        depth: address.split('.').count(),
        title: title.to_owned(),
        lines: text(lines),
    }
}

fn text(lines: &[&str]) -> Vec<Line<'static>> {
    lines.iter().map(|line| Line::Text((*line).to_owned().into())).collect()
}

fn row(cells: &[&str]) -> Line<'static> {
    Line::Row { head: false, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
}

/// Both texts in one language.
fn compare(draft: &[Passage], now: &[Passage]) -> Vec<Change> {
    super::compare(draft, now, &outline(draft, now))
}

pub fn outline(draft: &[Passage], now: &[Passage]) -> Vec<ClausePair> {
    super::outline(&[draft.to_vec()], &[now.to_vec()])
}

fn kinds(draft: &[Passage], now: &[Passage]) -> Vec<(Option<usize>, Option<usize>, ChangeKind)> {
    outline(draft, now).into_iter().map(|pair| (pair.draft, pair.now, pair.kind)).collect()
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
    // The space in front of another sentence is no change of this one.
    assert_eq!(
        sentences(&["Add 300 bicycle sites."], &["Add 400 bicycle sites. They are free."])[0],
        "Add [-300-][+400+] bicycle sites. "
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
    assert_eq!(
        kinds(&draft, &now),
        [
            (Some(0), Some(0), ChangeKind::Same),
            (None, Some(1), ChangeKind::Added),
            (Some(1), Some(2), ChangeKind::Changed),
            (Some(2), Some(3), ChangeKind::Same),
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
    assert_eq!(
        kinds(&draft, &now),
        [
            (Some(0), Some(0), ChangeKind::Same),
            (Some(1), Some(1), ChangeKind::Same),
            (Some(2), None, ChangeKind::Removed),
            (Some(3), Some(2), ChangeKind::Changed),
        ]
    );
}

#[test]
fn a_clause_that_was_written_anew_is_still_the_clause_of_its_heading() {
    let draft = [passage("3", "加强宣传", &["通过报纸、广播和电视开展宣传。"])];
    let now = [passage("3", "加强宣传", &["通过政府网站、社区公告栏开展宣传，每年不少于四次。"])];
    assert_eq!(kinds(&draft, &now), [(Some(0), Some(0), ChangeKind::Changed)]);
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
    // A clock time and a date are one thing.
    assert_eq!(numbers("末班车延长到22:00。", "末班车延长到22:30。"), pair("22:00", "22:30"));
    assert_eq!(
        numbers("本方案自印发之日起施行。", "本方案自2024年2月1日起施行。"),
        [(None, Some("2024年2月1日".to_owned()))]
    );
    assert_eq!(
        numbers("It takes effect on the date of issue.", "It takes effect on 1 February 2024."),
        [(None, Some("1 February 2024".to_owned()))]
    );
    assert_eq!(numbers("到2026年建成公园。", "到2027年建成公园。"), pair("2026", "2027"));
    assert_eq!(numbers("支持一批企业发展壮大。", "支持企业发展壮大。"), []);
}

#[test]
fn languages_say_the_same_about_a_change() {
    let text = |zh: &str, en: &str| {
        [vec![passage("1", "公园", &[zh])], vec![passage("1", "Parks", &[en])]]
    };
    // Only the Chinese was corrected: the clause changed in both, and in English there is nothing to show.
    let (old, new) =
        (text("基本建成公园。", "Parks are built."), text("基本建设成公园。", "Parks are built."));
    let pairs = super::outline(&old, &new);
    assert_eq!(pairs[0].kind, ChangeKind::Changed);
    assert!(super::compare(&old[1], &new[1], &pairs)[0].is_silent());
    // Letters of English are more alike than the texts are.
    let old = [
        vec![passage("2", "新建学校", &["新建小学十二所，配齐教师。"])],
        vec![passage("2", "Schools", &["Twelve primary schools are built and staffed."])],
    ];
    let new = [
        vec![passage("2", "绿道", &["沿河修建绿道，连接公园。"])],
        vec![passage(
            "2",
            "Greenways",
            &["Greenways are built along the rivers to connect parks."],
        )],
    ];
    let kinds: Vec<ChangeKind> =
        super::outline(&old, &new).into_iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [ChangeKind::Removed, ChangeKind::Added]);
}

#[test]
fn dividing_a_paragraph_is_no_change() {
    let old = [passage("1", "公园", &["建成公园60个。新建绿道120公里。"])];
    let new = [passage("1", "公园", &["建成公园60个。", "新建绿道120公里。"])];
    assert_eq!(kinds(&old, &new), [(Some(0), Some(0), ChangeKind::Same)]);
    let old = [passage("1", "Parks", &["Build 60 parks. Build greenways."])];
    let new = [passage("1", "Parks", &["Build 60 parks.", "Build greenways."])];
    assert_eq!(kinds(&old, &new), [(Some(0), Some(0), ChangeKind::Same)]);
}

#[test]
fn numbers_are_listed_where_sentences_moved_or_were_replaced() {
    let numbers = |old: &[&str], new: &[&str]| -> Vec<String> {
        let found = compare(&[passage("1", "公园", old)], &[passage("1", "公园", new)]);
        let number = |one: &Option<String>| one.clone().unwrap_or_default();
        found[0]
            .numbers
            .iter()
            .map(|one| format!("{}→{}", number(&one.before), number(&one.after)))
            .collect()
    };
    assert_eq!(numbers(&["总则。建成公园60个。"], &["总则。新增口袋公园72处。"]), ["60→72"]);
    assert_eq!(
        numbers(
            &["完善设施。新建绿道120公里，连接公园。"],
            &["新建绿道150公里，连接公园。完善设施。"]
        ),
        ["120→150"]
    );
    assert_eq!(numbers(&["建成６０个。其他。"], &["建成７２个。其他。"]), ["６０→７２"]);
    assert_eq!(numbers(&["增长-3%左右。"], &["增长3%左右。"]), ["-3%→3%"]);
    assert_eq!(numbers(&["完成1/3以上。"], &["完成2/3以上。"]), ["1/3→2/3"]);
    assert_eq!(numbers(&["加强宣传。"], &["加强宣传。每年2次。"]), ["→2"]);
}

#[test]
fn tables_with_other_columns_are_compared_by_their_heads() {
    let table = |rows: &[&[&str]]| -> Vec<Line> {
        let line = |(at, cells): (usize, &&[&str])| Line::Row {
            head: at == 0,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        };
        rows.iter().enumerate().map(line).collect()
    };
    let old = table(&[&["年份", "公园"], &["2026", "20"]]);
    let new = table(&[&["年份", "公园", "备注"], &["2026", "24", "含口袋公园"]]);
    let passages = |lines: Vec<Line<'static>>| [Passage { lines, ..passage("1", "进度", &[]) }];
    let found = compare(&passages(old), &passages(new));
    let rows: Vec<String> = found[0].pieces.iter().map(|one| shown(&one.parts())).collect();
    assert_eq!(rows, ["年份 | 公园 | [+备注+]", "2026 | [-20-][+24+] | [+含口袋公园+]"]);
    let number = &found[0].numbers[0];
    assert_eq!(number.column.as_deref(), Some("公园"));
    assert_eq!((number.before.as_deref(), number.after.as_deref()), (Some("20"), Some("24")));
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
    assert!(
        found
            .iter()
            .all(|one| one.pair.draft == one.pair.now && one.pair.kind == ChangeKind::Changed)
    );
    // One clause of thousands of sentences, and a sentence without an end.
    let long = |word: &str| format!("{word}。").repeat(4_000);
    let found = pieces::compare(&text(&[&long("甲乙丙丁")]), &text(&[&long("戊己庚辛")]));
    assert_eq!(found.len(), 8_000);
    assert_eq!(words::compare(&"甲".repeat(30_000), &"乙".repeat(30_000)).len(), 2);
}
