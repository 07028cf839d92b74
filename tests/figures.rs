//! The site of `tests/figures/`: plans that reach every status by every method, with the sums worked out by
//! hand in their `targets.toml`; charts at their limits; figures, charts and tables that texts ask for; and what
//! readers can download.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use support::{TestSite, assert_expected, copy, rows, tests};

fn site() -> TestSite {
    let site = TestSite::empty();
    copy(&tests("figures/site"), &site.root());
    site
}

#[test]
fn every_status_is_reached_by_its_method() {
    let site = site();
    assert_eq!(site.findings(), "");
    site.build();
    let mut reached: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows(&site, "en/data/progress.csv") {
        if row["Plan id"] == "shapes" {
            continue;
        }
        // The indicators are called after the status that they must have.
        let status = &row["Status code"];
        assert!(row["Indicator id"].starts_with(status.as_str()), "{row:?}");
        reached.entry(row["Method"].clone()).or_default().insert(status.clone());
    }
    let statuses =
        |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<BTreeSet<_>>();
    let both = ["not-assessable", "no-data"];
    let milestone = statuses(&[&both[..], &["reached", "not-reached", "under-way"]].concat());
    let time = statuses(&[&both[..], &["completed", "ahead", "on-schedule", "behind"]].concat());
    let growth = [&both[..], &["reached", "on-track", "moderate", "limited", "moving-away"]];
    assert_eq!(reached["yearly-milestone"], milestone);
    assert_eq!(reached["time-proportional"], time);
    assert_eq!(reached["growth-rate"], statuses(&growth.concat()));
}

/// What readers see and take away, reviewed line by line.
#[test]
fn figures_are_published_as_expected() {
    let site = site();
    site.build();
    for path in [
        "en/data/progress.csv",
        "zh/plans/milestone/progress/progress.csv",
        "zh/plans/proportional/progress/progress.json",
        "en/plans/shapes/targets/long-name/figures.csv",
        "zh/plans/shapes/targets/negative/figures.json",
        "en/missing-figures/missing.csv",
        "en/plans/shapes/targets/long-name/trajectory.svg",
        "zh/plans/shapes/progress/overview.svg",
        "zh/plans/growth/progress/index.html",
        "en/plans/shapes/targets/long-name/index.html",
    ] {
        assert_expected(&tests("figures/expected").join(path), &site.page(path));
    }
}

#[test]
fn a_figure_in_a_sentence_is_the_figure_in_the_table() {
    let site = site();
    site.build();
    let english = site.page("en/plans/shapes/index.html");
    assert!(english.contains(
        "By 2025 the share will be 40%, with at least 35% in East County; in 2020 it will be 25 to 30%, \
         from a baseline of 8.25%; the latest figure is 24.8%."
    ));
    let chinese = site.page("zh/plans/shapes/index.html");
    assert!(chinese.contains("到2025年，比重达到40%，其中东县为35%以上；2020年为25～30%，"));
    for page in [&english, &chinese] {
        assert_eq!(page.matches("<figure class=\"chart-box\"").count(), 4);
        assert_eq!(page.matches("<table class=\"numbers\">").count(), 1);
    }
    // The table changes, and with it the sentence.
    site.edit("content/plans/shapes/targets.toml", "2025 = 40 }", "2025 = 41.5 }");
    site.edit("content/plans/shapes/targets.toml", "new    = 40", "new    = 41.5");
    site.build();
    assert!(site.page("en/plans/shapes/index.html").contains("the share will be 41.5%"));
}

#[test]
fn side_by_side_every_figure_is_written_in_its_language_and_every_chart_stands_once() {
    let site = site();
    site.build();
    for (page, lang) in [("en", "en"), ("zh", "zh-CN")] {
        let text = site.page(&format!("{page}/plans/shapes/parallel/index.html"));
        for words in ["in 2020 it will be 25 to 30%", "2020年为25～30%"] {
            assert_eq!(text.matches(words).count(), 1, "{page}: {words}");
        }
        assert!(text.contains(&format!("<div class=\"pair single\">\n<div lang=\"{lang}\">")));
        for (chart, count) in [("chart_long-name_", 2), ("chart_plan_", 2), ("negative_", 1)] {
            let ids = format!("id=\"{chart}");
            let captions = text.lines().filter(|line| line.contains(&ids));
            let captions = captions.filter(|line| line.contains("caption"));
            assert_eq!(captions.count(), count, "{page}: {chart}");
        }
    }
}

#[test]
fn every_chart_is_a_file_and_small() {
    let site = site();
    site.build();
    let mut charts = 0;
    for (path, place) in support::files(&site.output()) {
        if !path.ends_with(".svg") || path.starts_with("assets/") {
            continue;
        }
        charts += 1;
        let text = fs::read_to_string(place).unwrap();
        assert!(text.len() <= 15_000, "{path} has {} bytes", text.len());
        assert!(text.contains("<title") && text.contains("<desc"), "{path}");
        let shapes = text.split("</style>").nth(1).expect("the file has its styles");
        assert!(!shapes.contains("rgb(") && !shapes.contains("fill=\"#"), "{path}");
    }
    assert!(charts > 80, "only {charts} charts were drawn");
}

#[test]
fn a_theme_draws_charts_in_its_own_colours() {
    let site = site();
    site.write("themes/default/static/charts.css", "svg.chart { background: rebeccapurple }\n");
    site.build();
    assert!(site.page("assets/charts.css").contains("rebeccapurple"));
    assert!(site.page("zh/plans/shapes/progress/overview.svg").contains("rebeccapurple"));
}

#[test]
fn a_draft_owes_no_figures() {
    let site = site();
    let plan = "content/plans/milestone/plan.toml";
    site.build();
    let overdue = |site: &TestSite| {
        let all = rows(site, "en/missing-figures/missing.csv");
        all.iter()
            .filter(|row| row["Gap code"] == "actuals" && row["Plan id"] == "milestone")
            .count()
    };
    assert_eq!(overdue(&site), 5);
    site.edit(plan, "in-force", "draft");
    site.build();
    assert_eq!(overdue(&site), 0);
    assert!(site.page("en/plans/milestone/progress/index.html").contains("This plan is a draft."));
}

#[test]
fn what_is_due_next_follows_the_last_report() {
    let site = site();
    site.build();
    let due: BTreeMap<String, String> = rows(&site, "en/plans/milestone/progress/progress.csv")
        .into_iter()
        .map(|row| (row["Indicator id"].clone(), row["Next due as of"].clone()))
        .collect();
    // Reported every half-year: the figure of December 2018 was the last, or that of June 2019.
    assert_eq!(due["reached"], "2019-06-30");
    assert_eq!(due["under-way"], "2019-12-31");
    // Nothing was ever reported: from the first half-year of the plan on.
    assert_eq!(due["no-data"], "2018-06-30");
}

#[test]
fn far_years_are_years_like_others() {
    let site = site();
    let plan = "content/plans/growth/plan.toml";
    site.edit(
        plan,
        "period    = { start = 2016, end = 2025 }",
        "period    = { start = 1000, end = 9999 }",
    );
    site.edit("content/plans/growth/targets.toml", "2025 = 200 }", "9999 = 200 }");
    site.build();
    let rows = rows(&site, "en/plans/growth/progress/progress.csv");
    let due = |id: &str| {
        rows.iter().find(|row| row["Indicator id"] == id).map(|row| row["Next due as of"].clone())
    };
    assert_eq!(due("reached").as_deref(), Some("2020-12-31"));
    assert_eq!(due("no-data").as_deref(), Some("1000-12-31"));
}

#[test]
fn a_text_may_ask_for_one_thing_twice() {
    let site = site();
    for language in ["zh", "en"] {
        let text = format!("content/plans/shapes/text.{language}.md");
        let twice = "{{ table negative }}\n\n{{ chart overview }}\n\n{{ table negative }}";
        site.edit(&text, "{{ table negative }}", twice);
    }
    site.build();
    let page = site.page("en/plans/shapes/index.html");
    let ids: Vec<&str> =
        page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert!(ids.len() > 20 && unique.len() == ids.len(), "{ids:?}");
}
