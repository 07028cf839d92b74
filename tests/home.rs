//! The home page: what is open for comment, how plans stand, every figure computed; and the plans of invented places,
//! which are marked wherever they are and counted nowhere else.

mod support;

use jiff::civil::date;
use support::{TestSite, files};

const BANNER: &str = "<p class=\"site-notice invented\">";
const TAG: &str = "<span class=\"tag draft\">演示</span>";

/// The small site, and beside it a plan of an invented city, for which figures were reported.
fn with_demonstration() -> TestSite {
    let site = TestSite::base();
    let add = |path: &str, more: &str| {
        let text = std::fs::read_to_string(site.root().join(path)).unwrap();
        site.write(path, text + more);
    };
    add(
        "content/areas.toml",
        r#"
[[area]]
id            = "dream"
name          = { zh = "梦想市", en = "Dream City" }
kind          = "city"
demonstration = true

[[area]]
id     = "dream-east"
name   = { zh = "梦想东区", en = "Dream East" }
kind   = "district"
parent = "dream"
"#,
    );
    add(
        "content/organisations.toml",
        r#"
[[organisation]]
id   = "dream-water"
name = { zh = "梦想市水务局", en = "Dream City Water Bureau" }
kind = "department"
area = "dream"

[[organisation]]
id     = "dream-laboratory"
name   = { zh = "水务局检测所", en = "Laboratory of the Water Bureau" }
kind   = "institution"
parent = "dream-water"
"#,
    );
    copy_plan(
        &site,
        "dream",
        &["plan.toml", "targets.toml", "consultation.toml", "text.zh.md", "text.en.md"],
    );
    let plan = "content/plans/dream/plan.toml";
    site.edit(
        plan,
        "\"water\"\narea      = \"city\"",
        "\"dream-water\"\narea      = \"dream-east\"",
    );
    site.edit(plan, "（2026—2028年）", "（2026—2028年）（演示）");
    site.edit(plan, "(2026–2028)", "(2026–2028) (Demonstration)");
    site.edit(plan, "\"节水规划\"", "\"节水规划（演示）\"");
    site.edit(plan, "\"Water plan\"", "\"Water plan (demonstration)\"");
    site.edit("content/plans/dream/consultation.toml", "\"water\"", "\"dream-water\"");
    report(&site, "dream");
    site
}

/// A figure is reported for a plan.
fn report(site: &TestSite, plan: &str) {
    site.write(
        &format!("content/plans/{plan}/progress.toml"),
        r#"[[actual]]
indicator = "pipes"
value     = 5
as-of     = 2026-01-15
source    = { zh = "报告", en = "A report" }
"#,
    );
}

/// Copies files of the plan of the small site to another plan.
fn copy_plan(site: &TestSite, to: &str, names: &[&str]) {
    for name in names {
        let from = site.root().join("content/plans/water").join(name);
        site.write(&format!("content/plans/{to}/{name}"), std::fs::read(from).unwrap());
    }
}

#[test]
fn the_home_page_says_how_many_results_there_are() {
    let site = TestSite::base();
    site.build();
    let home = site.page("zh/index.html");
    assert!(home.contains("<a href=\"/zh/plans/\"><strong>1</strong> 份规划计划</a>"), "{home}");
    assert!(home.contains("各项规划共1项指标，尚无已报告的实际值。"), "{home}");
    assert!(home.contains("<dd>1项指标，尚无已报告的实际值</dd>"), "on the card: {home}");
    assert!(!home.contains("class=\"counts\""), "nothing to count: {home}");
    let home = site.page("en/index.html");
    assert!(home.contains("The plans have one indicator; no result has been reported"), "{home}");
    report(&site, "water");
    site.build();
    let home = site.page("zh/index.html");
    assert!(home.contains("各项规划共1项指标，其中1项已报告实际值。"), "{home}");
    assert!(home.contains("class=\"counts\""), "{home}");
}

#[test]
fn nothing_is_awaited_of_a_draft() {
    let site = TestSite::base();
    copy_plan(&site, "draft", &["plan.toml", "targets.toml", "text.zh.md", "text.en.md"]);
    let plan = "content/plans/draft/plan.toml";
    site.edit(plan, "\"in-force\"", "\"draft\"");
    site.edit(plan, "（2026—2028年）", "（2026—2028年）（征求意见稿）");
    site.build();
    let home = site.page("zh/index.html");
    assert!(home.contains("各项规划（征求意见稿除外）共1项指标，尚无已报告的实际值。"), "{home}");
    assert!(home.contains("<dd>1项指标</dd>"), "on the card of the draft: {home}");
    assert_eq!(home.matches("<dd>1项指标，尚无已报告的实际值</dd>").count(), 1, "{home}");
    let home = site.page("en/index.html");
    assert!(home.contains("The plans (drafts for comment not counted) have one indicator;"));
    let table = support::rows(&site, "en/data/progress.csv");
    let status: Vec<&str> = table.iter().map(|row| row["Plan status"].as_str()).collect();
    assert!(status.contains(&"draft") && status.contains(&"in-force"), "{status:?}");
}

#[test]
fn the_home_page_says_what_is_open_and_that_nothing_is() {
    let site = TestSite::base();
    site.build();
    let home = site.page("zh/index.html");
    assert!(home.contains("征求意见通知"), "{home}");
    assert!(home.contains("<p class=\"none\" hidden>"), "{home}");
    site.build_on(date(2026, 3, 1));
    let home = site.page("zh/index.html");
    assert!(!home.contains("征求意见通知"), "{home}");
    assert!(home.contains("<p class=\"none\">目前没有正在征求意见的事项。</p>"), "{home}");
    assert!(home.contains("<a href=\"/zh/consultations/\">查看全部1项征求意见</a>"), "{home}");
}

#[test]
fn a_site_that_never_asked_for_comments_says_nothing_of_them() {
    let site = TestSite::base();
    site.write("content/plans/water/consultation.toml", "");
    std::fs::remove_file(site.root().join("content/plans/water/consultation.toml")).unwrap();
    site.build();
    assert!(!site.page("zh/index.html").contains("page_calls"));
}

#[test]
fn every_page_of_an_invented_place_is_marked_and_no_other() {
    let site = with_demonstration();
    assert_eq!(site.findings(), "");
    site.build();
    let invented = |path: &str| path.contains("dream");
    let mut marked = 0;
    for (path, _) in files(&site.output()) {
        let page = path.ends_with(".html") && !path.ends_with("404.html");
        if !page || path == "index.html" || path == "404.html" {
            continue;
        }
        assert_eq!(site.page(&path).contains(BANNER), invented(&path), "{path}");
        marked += usize::from(invented(&path));
    }
    // In both languages: text, side by side, targets, indicator, progress, consultation, the forms of comment for the
    // whole and four clauses, two organisations, two areas.
    assert_eq!(marked, 2 * (6 + 5 + 4));
    assert!(site.page("zh/organisations/dream-water/index.html").contains("本页内容均为虚构"));
    assert!(site.page("en/areas/dream-east/index.html").contains("everything on this page is"));
}

#[test]
fn lists_mark_what_is_invented() {
    let site = with_demonstration();
    site.build();
    for (page, marks) in [
        ("zh/plans/index.html", 1),
        ("zh/index.html", 2),
        ("zh/consultations/index.html", 1),
        ("zh/organisations/index.html", 2),
        ("zh/areas/index.html", 2),
    ] {
        assert_eq!(site.page(page).matches(TAG).count(), marks, "{page}");
    }
    let plans = site.page("zh/plans/index.html");
    let (first, second) = (plans.find("节水规划（2026—2028年）<"), plans.find("（演示）<"));
    assert!(first < second, "demonstrations come last: {plans}");
    assert!(site.page("zh/feed.xml").contains("节水规划（2026—2028年）（演示）"));
}

#[test]
fn totals_leave_out_what_is_invented() {
    let site = with_demonstration();
    site.build();
    let home = site.page("zh/index.html");
    assert!(home.contains("<strong>1</strong> 份规划计划"), "{home}");
    assert!(home.contains("<strong>1</strong> 项指标"), "{home}");
    assert!(home.contains("各项规划共1项指标，尚无已报告的实际值。"), "{home}");
    let (real, invented) = home.split_once("page_demonstration").expect("it has its own part");
    assert!(!real.contains("class=\"counts\""), "{real}");
    assert!(invented.contains("各项规划共1项指标，其中1项已报告实际值。"), "{invented}");
    let rows = |path: &str| site.page(path).lines().count();
    assert_eq!(rows("zh/data/progress.csv"), 2, "the header and one indicator");
    assert!(!site.page("zh/missing-figures/missing.csv").contains("dream"));
    assert!(!site.page("zh/missing-figures/index.html").contains("dream"));
    assert_eq!(rows("zh/plans/dream/progress/progress.csv"), 2, "its own file has it");
}

#[test]
fn where_there_is_nothing_else_demonstrations_count() {
    let site = TestSite::base();
    site.edit("content/areas.toml", "kind = \"city\"", "kind = \"city\"\ndemonstration = true");
    site.build();
    let home = site.page("zh/index.html");
    assert!(home.contains("<strong>1</strong> 份规划计划"), "{home}");
    assert!(!home.contains("page_demonstration"), "{home}");
    assert!(home.contains(TAG), "{home}");
}

/// A concept with an indicator of each of these plans.
fn concept(plans: &[&str]) -> String {
    let mut text = String::from(
        r#"[[concept]]
id         = "pipes"
name       = { zh = "修复管道", en = "Pipes repaired" }
unit       = { zh = "公里", en = "km" }
comparable = { zh = "都按长度统计。", en = "All are counted by length." }
limits     = { zh = "各地大小不同。", en = "The places differ in size." }
"#,
    );
    for plan in plans {
        text += &format!("[[concept.indicator]]\nplan = \"{plan}\"\nindicator = \"pipes\"\n");
    }
    text
}

#[test]
fn invented_figures_do_not_stand_beside_real_ones() {
    let site = with_demonstration();
    site.write("content/concepts.toml", concept(&["water", "dream"]));
    assert_eq!(site.codes(), ["demonstration-marked"]);
    assert!(site.findings().contains("`dream` is a demonstration, but is compared"));
    site.write("content/concepts.toml", concept(&["dream"]));
    site.build();
    assert!(site.page("zh/concepts/pipes/index.html").contains(BANNER));
    assert!(!site.page("zh/concepts/index.html").contains(BANNER));
}

#[test]
fn the_home_page_leads_to_comparisons() {
    let site = TestSite::base();
    site.build();
    assert!(!site.page("zh/index.html").contains("page_concepts"));
    site.write("content/concepts.toml", concept(&["water"]));
    site.build();
    let home = site.page("zh/index.html");
    assert!(home.contains("<li><a href=\"/zh/concepts/pipes/\">修复管道</a></li>"), "{home}");
    assert!(home.contains("<a href=\"/zh/concepts/\"><strong>1</strong> 项指标</a>"), "{home}");
}

#[test]
fn a_site_with_drafts_alone_still_leads_to_what_is_missing() {
    let site = TestSite::base();
    site.edit("content/plans/water/plan.toml", "\"in-force\"", "\"draft\"");
    site.build();
    let home = site.page("zh/index.html");
    assert!(home.contains("目前只有征求意见稿，没有应报告的数据。"), "{home}");
    assert!(home.contains("<a href=\"/zh/missing-figures/\">"), "{home}");
}
