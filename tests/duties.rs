//! The table of responsibilities within the text of a plan: on its page and beside the other language, with and without a
//! page of its own.

mod support;

use std::collections::BTreeSet;

use support::{TestSite, copy, rows, tests};

const PLAN: &str = "content/plans/water";

/// The small site, whose texts close with the table.
fn with_annex() -> TestSite {
    let site = TestSite::base();
    add(&site, PLAN);
    site
}

fn add(site: &TestSite, plan: &str) {
    for (lang, heading) in [("zh", "附件"), ("en", "Annex")] {
        let path = format!("{plan}/text.{lang}.md");
        let text = std::fs::read_to_string(site.root().join(&path)).unwrap();
        site.write(&path, format!("{text}\n## {heading} {{#annex}}\n\n{{{{ duties }}}}\n"));
    }
}

fn without_page(site: &TestSite) {
    let config = std::fs::read_to_string(site.root().join("site-config.toml")).unwrap();
    site.write("site-config.toml", config + "\n[pages]\nresponsibilities = false\n");
}

/// The table of a page, which has one.
fn table(page: &str) -> &str {
    let tables: Vec<&str> = page.split("<table class=\"duties\"").collect();
    assert_eq!(tables.len(), 2, "{page}");
    tables[1].split_once("</table>").unwrap().0
}

fn ids(page: &str) -> Vec<&str> {
    page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn the_text_prints_the_table_and_leads_to_its_page() {
    let site = with_annex();
    assert_eq!(site.findings(), "");
    site.build();
    let page = site.page("zh/plans/water/index.html");
    let table = table(&page);
    for part in [
        " id=\"page_duties\">\n<caption>责任分工</caption>",
        "<th scope=\"col\">牵头单位</th>",
        "<a href=\"/zh/plans/water/#2.1\">设施</a>",
        "<a href=\"/zh/plans/water/responsibilities/#task-1\" aria-label=\"任务 1\">1</a>",
        "<a class=\"name\" href=\"/zh/plans/water/#2.1.1\">修管道</a>",
        "<a href=\"/zh/organisations/water/\">",
    ] {
        assert!(table.contains(part), "{part}: {table}");
    }
    // It is searched on its own page only, where its rows have their addresses.
    for part in ["findable", "data-units", "id=\"task-", "id=\"page_task-"] {
        assert!(!table.contains(part), "{part}: {table}");
    }
    assert!(!page.contains("class=\"finder\"") && !page.contains("by-unit"));
    let more =
        "<p class=\"more\"><a href=\"/zh/plans/water/responsibilities/\">按单位查找任务</a></p>";
    assert!(page.contains(more), "{page}");
    let annex = page.split("id=\"annex\"").nth(1).unwrap();
    assert!(annex.contains("<table class=\"duties\""), "it stands in its clause");
}

#[test]
fn its_page_stays_as_it_is() {
    let (with, without) = (with_annex(), TestSite::base());
    with.build();
    without.build();
    for lang in ["zh", "en"] {
        let path = format!("{lang}/plans/water/responsibilities/index.html");
        assert_eq!(with.page(&path), without.page(&path));
    }
}

#[test]
fn both_languages_share_one_table() {
    let site = with_annex();
    site.build();
    for (lang, caption) in [("zh", "责任分工"), ("en", "Responsibilities")] {
        let page = site.page(&format!("{lang}/plans/water/parallel/index.html"));
        assert!(table(&page).contains(&format!("<caption>{caption}</caption>")), "{page}");
        let all = ids(&page);
        assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "{all:?}");
    }
}

#[test]
fn texts_that_have_it_in_different_clauses_keep_their_ids_apart() {
    let site = with_annex();
    site.edit(&format!("{PLAN}/text.en.md"), "\n{{ duties }}\n", "");
    site.edit(&format!("{PLAN}/text.en.md"), "Save water.", "Save water.\n\n{{ duties }}");
    site.edit("site-config.toml", "[host]", "[rules]\nblock-parity = \"off\"\n\n[host]");
    without_page(&site);
    site.build();
    let page = site.page("zh/plans/water/parallel/index.html");
    let all = ids(&page);
    assert!(all.contains(&"page_duties") && all.contains(&"page_duties_other"), "{all:?}");
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "{all:?}");
}

#[test]
fn without_its_page_the_table_is_in_the_text_alone() {
    let site = with_annex();
    for lang in ["zh", "en"] {
        let path = format!("{PLAN}/text.{lang}.md");
        site.edit(&path, "{{ duties }}", "{{ chart duty-matrix }}\n\n{{ duties }}");
    }
    without_page(&site);
    assert_eq!(site.findings(), "");
    site.build();
    let page = site.page("en/plans/water/index.html");
    assert!(!page.contains("responsibilities/"), "nothing leads to what is not made");
    let row = "<tr id=\"page_task-1\">\n<td class=\"number\" data-label=\"Task\">1</td>";
    assert!(table(&page).contains(row), "{page}");
    // What leads to a row elsewhere leads to it here.
    let link = "<a href=\"/en/plans/water/#page_task-1\">Repair pipes</a>";
    let clause = page.split("id=\"2.1.1\"").nth(1).unwrap();
    assert!(clause.contains(link), "{clause}");
    assert!(site.page("en/organisations/water/index.html").contains(link));
    assert!(page.contains("<a href=\"/en/plans/water/#page_duties\">"), "the numbers of the chart");
}

#[test]
fn without_page_and_table_tasks_have_no_address() {
    let site = TestSite::base();
    without_page(&site);
    site.build();
    let page = site.page("en/plans/water/index.html");
    assert!(!page.contains("page_task") && !page.contains("page_duties"), "{page}");
}

#[test]
fn notes_of_the_table_and_of_tasks_are_printed() {
    let site = with_annex();
    let duties = format!("{PLAN}/duties.toml");
    site.edit(
        &duties,
        "[[group]]",
        "note = { zh = \"原表字迹不清。\", en = \"The table is hard to read.\" }\n\n[[group]]",
    );
    site.edit(
        &duties,
        "[[group.task]]",
        "[[group.task]]\ndue  = 2028-06-30\nnote = { zh = \"单位不明。\", en = \"The unit is unclear.\" }",
    );
    assert_eq!(site.findings(), "");
    site.build();
    let page = site.page("en/plans/water/index.html");
    let (_, rest) = page.split_once("<table class=\"duties\"").unwrap();
    let (table, below) = rest.split_once("</table>").unwrap();
    assert!(table.contains("The unit is unclear."), "{table}");
    assert!(table.contains("<time datetime=\"2028-06-30\">30 June 2028</time>"), "{table}");
    let (note, _) = below.split_once("<p class=\"more\">").unwrap();
    assert!(note.contains("The table is hard to read."), "{below}");
}

#[test]
fn names_in_the_table_are_no_markup() {
    let site = with_annex();
    let duties = format!("{PLAN}/duties.toml");
    site.edit(&duties, "zh = \"责任分工\"", "zh = \"责任<b>分工\\\"&{{ duties }}\"");
    site.edit(&duties, "zh = \"修管道\"", "zh = \"修<script>管道&\"");
    site.edit(&duties, "zh = \"设施\"", "zh = \"设施'><i>\"");
    site.edit("site-config.toml", "[host]", "[rules]\ntask-rows = \"off\"\n\n[host]");
    site.build();
    let page = site.page("zh/plans/water/index.html");
    let table = table(&page);
    assert!(
        table.contains("<caption>责任&lt;b&gt;分工&quot;&amp;{{ duties }}</caption>"),
        "{table}"
    );
    assert!(table.contains("修&lt;script&gt;管道&amp;</a>"), "{table}");
    assert!(!table.contains("<i>") && !table.contains("<script>"), "{table}");
}

#[test]
fn duties_from_notes_are_printed_as_a_table_too() {
    let site = TestSite::empty();
    copy(&tests("units/site"), &site.root());
    add(&site, "content/plans/notes");
    assert_eq!(site.findings(), "");
    site.build();
    let page = site.page("en/plans/notes/index.html");
    let table = table(&page);
    assert!(table.contains("colspan=\"3\"") && !table.contains("Lead unit"), "{table}");
    let tasks = rows(&site, "en/plans/notes/responsibilities/tasks.csv");
    assert_eq!(table.matches("class=\"number\"").count(), tasks.len());
}

#[test]
fn what_is_not_translated_yet_shows_the_table_in_the_language_of_the_page() {
    let site = TestSite::base().overlay(&tests("sites/pending/site"));
    let path = format!("{PLAN}/text.zh.md");
    let text = std::fs::read_to_string(site.root().join(&path)).unwrap();
    site.write(&path, text + "\n## 附件 {#annex}\n\n{{ duties }}\n");
    without_page(&site);
    site.build();
    let page = site.page("en/plans/water/index.html");
    assert!(table(&page).starts_with(" id=\"page_duties_other\">\n<caption>Responsibilities<"));
    assert!(!page.contains("#page_task-"), "rows of another text have no addresses");
}
