//! In: small pieces of Markdown. Out: whether they become the clauses and the HTML that authors expect.

use super::*;
use crate::model::directive::{Chart, Which};
use crate::model::document::{Address, Block, BlockContent};
use crate::model::html::Open;
use proptest::prelude::*;

fn parse(text: &str) -> (Document, Vec<&'static str>) {
    let mut files = Files::default();
    let file = files.add("text.zh.md".into(), text.into());
    let (document, found) = plan_text(&files, file);
    (document, found.iter().map(|d| d.problem.code()).collect())
}

fn html(text: &str) -> String {
    let (document, _) = parse(text);
    let mut out = String::new();
    for html in document.preamble.iter().filter_map(Block::html) {
        html.fill(&mut out, filled);
    }
    out.trim_end().to_owned()
}

/// Links as `[target]`, figures as `[indicator which]`.
fn filled(open: &Open) -> String {
    match open {
        Open::Link(link) | Open::Picture(link) => format!("[{}]", link.value),
        Open::Figure(figure) => format!("[{} {:?}]", figure.indicator.value, figure.which.value),
    }
}

fn addresses(text: &str) -> Vec<String> {
    parse(text).0.clauses.iter().map(|clause| clause.address.to_string()).collect()
}

#[test]
fn chinese_emphasis_closes() {
    assert_eq!(
        html("**高新技术企业。**到2020年达到600家。"),
        "<p><strong>高新技术企业。</strong>到2020年达到600家。</p>"
    );
    assert_eq!(html("到**“双创”**平台"), "<p>到<strong>“双创”</strong>平台</p>");
    assert_eq!(html("强化*（试行）*规定"), "<p>强化<em>（试行）</em>规定</p>");
    assert_eq!(
        html("**[办法](/about/)。**随后"),
        "<p><strong><a href=\"[/about/]\">办法</a>。</strong>随后</p>"
    );
}

#[test]
fn stars_that_are_no_emphasis_stay() {
    assert_eq!(html("3*5 and 4 * 5"), "<p>3*5 and 4 * 5</p>");
    assert_eq!(html("\\*\\*重点。\\*\\*然后"), "<p>**重点。**然后</p>");
    assert_eq!(html("带*号的项目"), "<p>带*号的项目</p>");
    assert_eq!(html("**重点。然后"), "<p>**重点。然后</p>");
}

#[test]
fn lines_join_as_each_language_needs() {
    assert_eq!(html("推动科技\n创新，\n发展"), "<p>推动科技创新，发展</p>");
    assert_eq!(html("promote\ninnovation"), "<p>promote\ninnovation</p>");
    assert_eq!(html("使用\nlantu 工具"), "<p>使用\nlantu 工具</p>");
}

#[test]
fn numbers_make_addresses() {
    let zh = "## 三、主要任务\n\n### （三）对接京津\n\n#### 11.打造\n\n#### 12.推动\n\n## 附件 {#annexes}\n";
    let en = "## III. Main tasks\n\n### (III) Connect\n\n#### 11. Build\n\n#### 12. Advance\n\n## Annexes {#annexes}\n";
    let expected = ["3", "3.3", "3.3.11", "3.3.12", "annexes"];
    assert_eq!(addresses(zh), expected);
    assert_eq!(addresses(en), expected);
    // A level may be left out, and headings without a number are counted.
    assert_eq!(
        addresses("## 一、总则\n\n#### 1.目标\n\n## 说明\n\n### 其一\n"),
        ["1", "1.1", "x1", "x1.x1"]
    );
}

/// The label may be code, or stand behind blanks that Markdown keeps.
#[test]
fn labels_are_found_wherever_they_stand() {
    for text in [
        "## `一、`目标",
        "## \u{85}一、目标",
        "## 一、目标\u{b}",
        "## 一、\u{85}目标",
        "## `一`、`目标`",
    ] {
        let (document, _) = parse(text);
        let clause = &document.clauses[0];
        assert_eq!((clause.address.to_string(), clause.title.text()), ("1".to_owned(), "目标"));
        let mut html = String::new();
        clause.title.html.fill(&mut html, filled);
        assert_eq!(html.trim().replace("<code>", "").replace("</code>", ""), "目标");
        let words = &text[clause.words.range()];
        assert_eq!(words.trim_start_matches(['`', '一', '、']).trim_end_matches('`'), "目标");
    }
}

#[test]
fn headings_lose_their_label_and_keep_their_words() {
    let (document, _) = parse("#### 4.力促**“双创”**平台\n");
    let clause = &document.clauses[0];
    assert_eq!((&*clause.label, clause.title.text()), ("4.", "力促“双创”平台"));
    let mut title = String::new();
    clause.title.html.fill(&mut title, |_| unreachable!("nothing is open"));
    assert_eq!(title, "力促<strong>“双创”</strong>平台");
}

#[test]
fn html_is_cut_down_and_reported() {
    assert_eq!(html("a <b>bold</b> word"), "<p>a <b>bold</b> word</p>");
    let text = "a <script>alert(1)</script> <a href=\"x\" onclick=\"y\">link</a> [real](/about/)";
    let cleaned = html(text);
    assert!(!cleaned.contains("script") && !cleaned.contains("onclick"), "{cleaned}");
    assert!(cleaned.contains("<a href=\"[/about/]\">real</a>"), "{cleaned}");
    assert_eq!(parse(text).1, ["html-removed", "html-removed"]);
    assert_eq!(html("<img src=x onerror=alert(1)>"), "<img>");
}

#[test]
fn text_that_looks_like_an_open_link_is_text() {
    let cleaned = html("`<a href=\"lantu:0\">` and [real](/about/)");
    assert!(cleaned.contains("<a href=\"[/about/]\">real</a>"), "{cleaned}");
    assert!(cleaned.contains("lantu:0"), "{cleaned}");
}

#[test]
fn tables_have_scopes_and_no_inline_style() {
    let table = html("| 项目 | 数量 |\n|---|--:|\n| 平台 | 5 |\n");
    assert!(table.contains("<th scope=\"col\" class=\"right\">数量</th>"), "{table}");
    assert!(table.contains("<td class=\"right\">5</td>"), "{table}");
    assert!(!table.contains("style="), "{table}");
}

#[test]
fn tags_without_content_end_as_in_html() {
    assert_eq!(html("a\\\nb"), "<p>a<br>\nb</p>");
    assert_eq!(html("---"), "<hr>");
    assert_eq!(
        html("![x \" /> y](files/a.png)"),
        "<p><img src=\"[files/a.png]\" alt=\"x &quot; /&gt; y\"></p>"
    );
}

#[test]
fn a_plan_text_has_no_title_of_its_own() {
    assert_eq!(parse("# 标题\n\n## 一、总则\n").1, ["top-heading"]);
    assert_eq!(parse("## 一、总则\n\n## 一、目标\n").1, ["duplicate-clause"]);
    assert_eq!(parse("![](files/a.png)").1, ["missing-alt"]);
}

#[test]
fn figures_stand_in_sentences() {
    assert_eq!(
        html("达到{{ figure high-tech 2020 }}家，**{{figure high-tech baseline}}**家"),
        "<p>达到[high-tech Target(2020)]家，<strong>[high-tech Baseline]</strong>家</p>"
    );
    assert_eq!(
        html("[a](/x/) {{ figure a latest sanhe }} [b](/y/) <b>c</b>"),
        "<p><a href=\"[/x/]\">a</a> [a Latest] <a href=\"[/y/]\">b</a> <b>c</b></p>"
    );
    assert_eq!(html("| a |\n|---|\n| {{ figure a 2020 }} |\n").matches("[a Target").count(), 1);
    // Braces that are shown are no directive, and other braces are text.
    assert_eq!(html("`{{ figure a 2020 }}`"), "<p><code>{{ figure a 2020 }}</code></p>");
    assert_eq!(html("{ a } and {{ open"), "<p>{ a } and {{ open</p>");
    // The marks that stand for figures mean nothing when an author writes them.
    assert_eq!(html("\u{F8F1}0\u{F8F2}"), "<p>\u{F8F1}0\u{F8F2}</p>");
}

#[test]
fn charts_and_tables_stand_alone() {
    let (document, codes) =
        parse("{{ chart areas a 2020 }}\n\n{{table a}}\n\n## 一、b\n\n{{ chart overview }}\n");
    assert!(codes.is_empty(), "{codes:?}");
    let contents: Vec<&BlockContent> = document.blocks().map(|block| &block.content).collect();
    let chart = |at: usize| match contents[at] {
        BlockContent::Chart(chart) => Some(&**chart),
        _ => None,
    };
    assert!(matches!(chart(0), Some(Chart::Areas(name, Some(year)))
        if name.value == "a" && year.value == 2020));
    assert!(matches!(contents[1], BlockContent::Table(name) if name.value == "a"));
    assert!(matches!(chart(2), Some(Chart::Overview)));
    assert!(!document.prints_duties);
    let (document, codes) = parse("## 附件\n\n {{duties}}\n");
    assert!(codes.is_empty() && document.prints_duties, "{codes:?}");
    assert!(matches!(document.clauses[0].blocks[0].content, BlockContent::Duties));
    assert_eq!(parse("See {{ duties }}").1, ["directive-misplaced"]);
    assert_eq!(parse("- {{ duties }}").1, ["directive-misplaced"]);
    assert_eq!(parse("| a |\n|---|\n| {{ duties }} |").1, ["directive-misplaced"]);
    assert_eq!(parse("See {{ chart overview }} here").1, ["directive-misplaced"]);
    assert_eq!(parse("## 一、{{ figure a 2020 }}\n").1, ["directive-misplaced"]);
}

#[test]
fn braces_that_cannot_be_read_say_how_they_are_written() {
    for (text, code) in [
        ("{{ }}", "bad-directive"),
        ("{{ figure a }}", "bad-directive"),
        ("{{ figure a next-year }}", "bad-directive"),
        ("{{ figure a 2020 b c d }}", "bad-directive"),
        ("{{ table }}", "bad-directive"),
        ("{{ chart areas a last }}", "bad-directive"),
        ("{{ chart overview a }}", "bad-directive"),
        ("{{ duties a }}", "bad-directive"),
        ("{{ chart pie a }}", "unknown-word"),
        ("{{ dutys }}", "unknown-word"),
        ("text {{ figur a 2020 }}", "unknown-word"),
    ] {
        assert_eq!(parse(text).1, [code], "{text}");
    }
    assert!(matches!(which("{{ figure a latest }}"), Some(Which::Latest)));
}

fn which(text: &str) -> Option<Which> {
    parse(text).0.figures().map(|figure| figure.which.value).next()
}

#[test]
fn of_clauses_with_one_address_the_first_is_found_among_many() {
    let text: String = (0..90).map(|number| format!("## 题 {{#a-{}}}\n\n", number % 50)).collect();
    let (document, _) = parse(&text);
    assert_eq!(document.clauses.len(), 90);
    for clause in &document.clauses {
        let first = document.clauses.iter().find(|one| one.address == clause.address).unwrap();
        let found = document.clause(&clause.address).unwrap();
        assert!(std::ptr::eq(first, found), "{}", clause.address);
    }
    assert!(document.clause(&Address::new("a-50")).is_none());
}

#[test]
fn a_label_in_marks_of_code_is_taken_from_the_title() {
    let (document, _) = parse("## `一、## `\n");
    let mut title = String::new();
    document.clauses[0].title.html.fill(&mut title, |_| unreachable!("nothing is open"));
    assert_eq!((&*document.clauses[0].label, title.as_str()), ("一、", "<code>## </code>"));
}

/// Every piece of HTML of a document: filled in, as lines, and what its first tag is.
fn pieces(document: &Document) -> Vec<(String, Vec<String>, String)> {
    let titles = document.clauses.iter().map(|clause| &clause.title.html);
    let piece = |html: &Html| {
        let mut text = String::new();
        html.fill(&mut text, filled);
        let lines = html.lines(filled).iter().map(ToString::to_string).collect();
        (text, lines, html.tag().to_owned())
    };
    titles.chain(document.blocks().filter_map(Block::html)).map(piece).collect()
}

proptest! {
    /// Words that stay in the author's file are the HTML that they were made into elsewhere.
    #[test]
    fn words_left_in_the_file_are_the_same_html(
        text in "(## |### |一、|（一）|1\\. |- |甲乙|“丙”|a b|\"|'|&amp;|&|<|>|\\\\|\\*\\*|\\*|_|`|\\[x\\]\\(y\\)|!| |\u{3000}|\u{a0}|，|。|\n|\n\n|\\{\\{ figure a 2020 \\}\\}|\u{1}){0,24}"
    ) {
        let mut files = Files::default();
        let file = files.add("text.zh.md".into(), text.clone());
        let (kept, _) = plan_text(&files, file);
        let (made, _) = embedded(&text, Span::new(file, 0..text.len()), &text);
        prop_assert_eq!(pieces(&kept), pieces(&made));
    }

    #[test]
    fn any_braces_can_be_read(text in "(\\{\\{|\\}\\}| |figure|chart|table|areas|a|2020|一|\\*|`|\n){0,12}") {
        let _ = html(&text);
    }

    #[test]
    fn any_text_can_be_read(text in "[#*\\[\\]()<>|`\\\\ a一（）。、1.\n{}-]{0,60}") {
        let _ = html(&text);
    }

    #[test]
    fn no_script_survives(before in "[a-z*<一 ]{0,8}", after in "[a-z*>一 ]{0,8}") {
        let page = html(&format!("{before}<script>alert(1)</script>{after}"));
        let has_script = page.contains("<script");
        prop_assert!(!has_script, "{}", page);
    }
}
