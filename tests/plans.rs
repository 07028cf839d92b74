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
