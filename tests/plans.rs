//! What `plan.toml` says, as readers see it.

mod support;

use support::TestSite;

const WATER: &str = "content/plans/water/plan.toml";

/// The small site without the date of publication of its plan.
fn undated() -> TestSite {
    let site = TestSite::base();
    site.edit(WATER, "published = 2026-01-05\n", "");
    site
}

/// Adds lines at the end of a file.
fn add(site: &TestSite, path: &str, lines: &str) {
    let text = std::fs::read_to_string(site.root().join(path)).unwrap_or_default();
    site.write(path, format!("{text}\n{lines}\n"));
}

/// Adds a plan that differs from the one of the small site in its titles and in these lines.
fn add_plan(site: &TestSite, id: &str, title: &str, lines: &str) {
    site.write(
        &format!("content/plans/{id}/plan.toml"),
        format!(
            "title = {{ zh = \"{title}规划\", en = \"{title} plan\" }}\n\
             summary = {{ zh = \"虚构。\", en = \"Invented.\" }}\n\
             issuer = \"water\"\nstatus = \"in-force\"\n{lines}\n"
        ),
    );
    for (lang, text) in [("zh", "## 一、目标\n\n节水。\n"), ("en", "## I. Goals\n\nSave water.\n")]
    {
        site.write(&format!("content/plans/{id}/text.{lang}.md"), text);
    }
}

const SOURCE: &str =
    "[source]\nname = { zh = \"新闻网\", en = \"A news site\" }\ndate = 2026-01-12";

/// What stands behind a label, to the end of the entry.
fn fact<'p>(page: &'p str, label: &str) -> &'p str {
    let (_, behind) =
        page.split_once(&format!("<dt>{label}</dt>")).unwrap_or_else(|| panic!("no {label}"));
    &behind[..behind.find("</div>").expect("the fact ends")]
}

#[test]
fn a_plan_without_a_date_says_so_and_no_date_is_invented() {
    let site = undated();
    assert_eq!(site.codes(), ["no-date"]);
    site.build();
    for (lang, label, says) in
        [("zh", "发布日期", "未注明"), ("en", "Date published", "Not stated")]
    {
        for page in ["plans/water/", "plans/", ""] {
            let page = site.page(&format!("{lang}/{page}index.html"));
            assert!(fact(&page, label).contains(says), "{page}");
        }
        for end in ["", "targets/", "targets/pipes/", "consultation/"] {
            let page = site.page(&format!("{lang}/plans/water/{end}index.html"));
            assert!(page.contains("ArticleTitle"), "{page}");
            assert!(!page.contains("PubDate") && !page.contains("datePublished"), "{page}");
        }
        let feed = site.page(&format!("{lang}/feed.xml"));
        assert!(!feed.contains("/plans/water/</id>"), "{feed}");
        assert!(feed.contains("consultation/#"), "the call has dates of its own: {feed}");
    }
}

#[test]
fn the_day_of_the_source_page_stands_in_where_nothing_else_is_known() {
    let site = undated();
    add(&site, WATER, SOURCE);
    assert_eq!(site.findings(), "");
    site.build();
    for (lang, label, date) in [
        ("zh", "来源页面日期", "2026年1月12日"),
        ("en", "Date of the source page", "12 January 2026"),
    ] {
        let page = site.page(&format!("{lang}/plans/water/index.html"));
        assert!(fact(&page, label).contains(date), "{page}");
        assert!(!page.contains("PubDate") && !page.contains("datePublished"), "{page}");
        assert!(fact(&site.page(&format!("{lang}/plans/index.html")), label).contains(date));
        let feed = site.page(&format!("{lang}/feed.xml"));
        let entry = feed.split("<entry>").find(|one| one.contains("/plans/water/</id>"));
        assert!(entry.is_some_and(|one| one.contains("2026-01-12")), "{feed}");
    }
    // Beside a date of publication it stands with the source only.
    let site = TestSite::base();
    add(&site, WATER, SOURCE);
    site.build();
    assert!(site.page("en/plans/water/index.html").contains("Date of the source page"));
    assert!(!site.page("en/plans/index.html").contains("Date of the source page"));
}

#[test]
fn plans_of_unknown_age_come_last() {
    let site = TestSite::base();
    add_plan(&site, "roads", "Road", SOURCE);
    add_plan(&site, "heat", "Heat", "");
    add_plan(&site, "air", "Air", "");
    add_plan(&site, "snow", "Snow", "published = 2026-01-10");
    site.build();
    let page = site.page("en/plans/index.html");
    let at = |id: &str| {
        let link = format!("card-title\"><a href=\"/en/plans/{id}/\"");
        page.find(&link).unwrap_or_else(|| panic!("no {id}: {page}"))
    };
    let order = ["roads", "snow", "water", "air", "heat"];
    assert!(order.map(at).is_sorted(), "{:?}", order.map(at));
}

/// The small site whose source breaks off in this clause.
fn broken_off(clause: &str) -> TestSite {
    let site = TestSite::base();
    let source = format!(
        "[source]\nname = {{ zh = \"新闻网\", en = \"A news site\" }}\nends-in = \"{clause}\""
    );
    add(&site, WATER, &source);
    site
}

const ENDS: [(&str, &str); 2] =
    [("zh", "来源的文本到此中断，其后的内容不详。"), ("en", "The source breaks off here.")];

#[test]
fn readers_are_told_where_the_source_breaks_off() {
    // The last clause below the one that is named is where it ends.
    for clause in ["2.1.1", "2"] {
        let site = broken_off(clause);
        assert_eq!(site.findings(), "");
        site.build();
        for (lang, ends) in ENDS {
            let page = site.page(&format!("{lang}/plans/water/index.html"));
            let link =
                format!("<p class=\"note\">{}", if lang == "zh" { "本站所据" } else { "The copy" });
            let (_, head) = page.split_once(&link).unwrap_or_else(|| panic!("no notice: {page}"));
            let (notice, text) = head.split_once("</p>").unwrap();
            assert!(
                notice.contains(&format!("href=\"/{lang}/plans/water/#{clause}\"")),
                "{notice}"
            );
            let (before, _) = text.split_once(ends).expect("the end is marked");
            assert!(before.contains("id=\"2.1.1\"") && before.contains("#pipes"), "{before}");
            assert_eq!(page.matches(ends).count(), 1);
            let beside = site.page(&format!("{lang}/plans/water/parallel/index.html"));
            assert!(beside.contains(notice), "{beside}");
            for (_, ends) in ENDS {
                assert_eq!(beside.matches(ends).count(), 1, "{beside}");
            }
        }
    }
}

#[test]
fn a_source_may_break_off_before_the_first_clause() {
    let site = broken_off("_preamble");
    site.build();
    for (lang, ends) in ENDS {
        let page = site.page(&format!("{lang}/plans/water/index.html"));
        assert!(page.contains(&format!("href=\"/{lang}/plans/water/#_preamble\"")), "{page}");
        let (before, _) = page.split_once(ends).expect("the end is marked");
        assert!(before.contains("id=\"_preamble\"") && !before.contains("id=\"1\""), "{before}");
        assert!(site.page(&format!("{lang}/plans/water/parallel/index.html")).contains(ends));
    }
}

#[test]
fn the_page_of_what_changed_says_which_text_breaks_off() {
    let site = broken_off("2.1.1");
    site.edit(WATER, "in-force", "draft");
    add_plan(&site, "final", "Final", "draft = \"water\"\npublished = 2026-01-10");
    site.build();
    let page = site.page("en/plans/final/changes/index.html");
    assert!(page.contains("The text of Water Saving Plan (2026–2028) is incomplete."), "{page}");
}

/// A text in which two paragraphs end without an end.
fn cut(site: &TestSite) {
    let text = "## 一、目标\n\n加强检查，定期通报，及时研究和解决工作中出现的\n\n节水。\n\n## 二、任务\n\n修管道。\n\n### （一）设施\n\n#### 1.修管道\n\n加强检查，定期通报，及时研究和解决工作中出现的\n";
    site.write("content/plans/water/text.zh.md", text);
    site.write("content/plans/water/text.en.md", "## I. Goals\n\nOne.\n\nTwo.\n\n## II. Tasks\n\nRepair pipes.\n\n### (I) Facilities\n\n#### 1. Repair pipes\n\nThree.\n");
}

#[test]
fn a_cut_is_explained_only_where_the_source_breaks_off() {
    let site = TestSite::base();
    cut(&site);
    let findings = site.findings();
    // What can be the end of the source is told of the key.
    assert_eq!(findings.matches("cut-off").count(), 2, "{findings}");
    assert_eq!(findings.matches("ends-in = \"2.1.1\"").count(), 1, "{findings}");
    assert_eq!(findings.matches("ends-in").count(), 1, "{findings}");
    for (clause, left) in [("2.1.1", 1), ("2", 1), ("1", 2)] {
        let site = broken_off(clause);
        cut(&site);
        let findings = site.findings();
        assert_eq!(findings.matches("cut-off").count(), left, "{clause}: {findings}");
        assert!(!findings.contains("ends-in"), "{findings}");
    }
}

/// The plan of the city, which is based on that of the province, which is based on a document from elsewhere.
fn family() -> TestSite {
    let site = TestSite::base();
    add_plan(
        &site,
        "province",
        "Province",
        "published = 2025-01-01\n\n[[basis]]\ntitle = { zh = \"国家方案\", en = \"National programme\" }\n\
         document-number = \"国发〔2024〕1号\"\nurl = \"https://www.example.org/national\"",
    );
    add(
        &site,
        WATER,
        "[[basis]]\nplan = \"province\"\nclauses = [\"_preamble\", \"2.1.1\"]\n\n\
         [[basis]]\ntitle = { zh = \"全市方案\", en = \"City programme\" }",
    );
    let named = [
        ("zh", "《Province规划》", "序言", "年完成"),
        ("en", " (Province plan)", "Preamble", "done by 2028"),
    ];
    for (lang, name, before, within) in named {
        let path = format!("content/plans/water/text.{lang}.md");
        site.edit(&path, before, &format!("{before}{name}"));
        site.edit(&path, within, &format!("{within}{name}"));
    }
    site
}

#[test]
fn a_plan_links_to_its_basis_and_to_the_plans_based_on_it() {
    let site = family();
    assert_eq!(site.findings(), "");
    site.build();
    let page = site.page("zh/plans/water/index.html");
    let basis = fact(&page, "编制依据");
    assert!(
        basis.contains(
            "<a href=\"/zh/plans/province/\">《Province规划》</a>，见<a href=\"/zh/plans/water/#_preamble\">引言</a>、<a href=\"/zh/plans/water/#2.1.1\">1.修管道</a></li>"
        ) && basis.contains("<li>《全市方案》</li>"),
        "{basis}"
    );
    let page = site.page("en/plans/province/index.html");
    assert!(
        fact(&page, "Basis").contains(
            "<a href=\"https://www.example.org/national\">National programme</a> (国发〔2024〕1号)</li>"
        ),
        "{page}"
    );
    let below = fact(&page, "Plans based on it");
    assert!(below.contains("<a href=\"/en/plans/water/\">Water Saving Plan (<span class=\"whole\">2026–2028</span>)</a>"));
    assert!(page.contains("\"isBasedOn\":[{\"@type\":\"CreativeWork\",\"name\":\"National programme\",\"url\":\"https://www.example.org/national\"}]"), "{page}");
    let water = site.page("en/plans/water/index.html");
    let link =
        "<span class=\"kind\">Basis</span> <a href=\"/en/plans/province/\">Province plan</a>";
    assert_eq!(water.matches(link).count(), 2, "at the text that names it: {water}");
    assert!(water.contains("\"url\":\"https://plans.example.org/en/plans/province/\""), "{water}");
    assert!(!water.contains("Plans based on it"));
}

#[test]
fn a_period_may_have_only_an_end() {
    let site = TestSite::base();
    site.edit(WATER, "{ start = 2026, end = 2028 }", "{ end = 2028 }");
    assert_eq!(site.findings(), "");
    site.build();
    for (lang, label, says) in [("zh", "规划期", "至2028年"), ("en", "Period", "to 2028")] {
        for page in ["plans/water/", "plans/"] {
            let page = site.page(&format!("{lang}/{page}index.html"));
            assert!(fact(&page, label).contains(says), "{page}");
        }
        let page = site.page(&format!("{lang}/plans/water/index.html"));
        assert!(page.contains("\"temporalCoverage\":\"../2028\""), "{page}");
    }
    // What the plan is for ends with 2028; when it begins is not known.
    site.edit(WATER, "{ end = 2028 }", "{ end = 2027 }");
    let findings = site.findings();
    assert!(
        findings.contains("2028 is outside the period of the plan, which ends with 2027"),
        "{findings}"
    );
    assert!(!findings.contains("2026 is outside"), "{findings}");
}

#[test]
fn an_indicator_may_be_promised_before_the_first_clause() {
    let site = TestSite::base();
    let targets = "content/plans/water/targets.toml";
    let lines = std::fs::read_to_string(site.root().join(targets)).unwrap();
    let named = lines.lines().find(|line| line.starts_with("clauses")).expect("it names clauses");
    site.edit(targets, named, "clauses = [\"_preamble\", \"2.1.1\"]");
    assert_eq!(site.findings(), "");
    site.build();
    for (lang, says, text) in [("zh", "引言", "序言。"), ("en", "Introduction", "Preamble.")] {
        let link = format!("<a href=\"/{lang}/plans/water/#_preamble\">{says}</a>");
        assert!(site.page(&format!("{lang}/plans/water/targets/index.html")).contains(&link));
        let page = site.page(&format!("{lang}/plans/water/targets/pipes/index.html"));
        let (_, quote) = page.split_once(&link).expect("the text is quoted");
        assert!(quote.split("</blockquote>").next().unwrap().contains(text), "{quote}");
        // And back.
        let page = site.page(&format!("{lang}/plans/water/index.html"));
        let (preamble, _) = page.split_once("id=\"1\"").expect("there is a first clause");
        assert!(preamble.contains("<ul class=\"related\">"), "{preamble}");
    }
    // Where nothing stands before the first clause, nothing can be promised there.
    for (lang, text) in [("zh", "序言。"), ("en", "Preamble.")] {
        site.edit(&format!("content/plans/water/text.{lang}.md"), text, "");
    }
    assert!(
        site.findings().contains("there is no text before the first clause `_preamble`"),
        "{}",
        site.findings()
    );
}
