//! The site of `tests/units/`: responsibilities in tables and in closing notes, names by place and date, groups
//! within groups, units that were replaced, figures of areas; on pages, in feeds and in downloads.

mod support;

use std::collections::BTreeMap;

use jiff::civil::date;
use support::{TestSite, copy, tests};

/// A day after every change of the register.
const TODAY: jiff::civil::Date = date(2026, 3, 15);

fn site() -> TestSite {
    let site = TestSite::empty();
    copy(&tests("units/site"), &site.root());
    site
}

fn built() -> TestSite {
    let site = site();
    site.build_on(TODAY);
    site
}

/// The rows of a downloaded table, each as field and value.
fn rows(site: &TestSite, path: &str) -> Vec<BTreeMap<String, String>> {
    let table: serde_json::Value = serde_json::from_str(&site.page(path)).unwrap();
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    };
    let rows = table["rows"].as_array().unwrap().iter();
    let row = |row: &serde_json::Value| {
        row.as_object().unwrap().iter().map(|(key, value)| (key.clone(), text(value))).collect()
    };
    rows.map(row).collect()
}

/// What an organisation owes: plan, task, role, and under which name.
fn owed(site: &TestSite, organisation: &str) -> Vec<String> {
    rows(site, &format!("zh/organisations/{organisation}/tasks.json"))
        .into_iter()
        .map(|row| {
            format!("{} {} {} {}", row["plan"], row["task"], row["role"], row["named_as_name"])
        })
        .collect()
}

#[test]
fn the_site_has_no_findings() {
    assert_eq!(site().findings(), "");
}

#[test]
fn names_mean_the_unit_of_their_place_and_are_printed_as_written() {
    let site = built();
    let tasks = rows(&site, "zh/plans/table/responsibilities/tasks.json");
    assert_eq!(tasks[0]["lead"], "science");
    assert_eq!(tasks[0]["joint_leads"], "finance");
    // Half-width brackets are the same name.
    assert_eq!(tasks[0]["responsible"], "counties;zone-committee");
    assert_eq!(tasks[0]["responsible_names"], "各县（市、区）政府;开发区管委会");
    assert_eq!(tasks[1]["lead_name"], "市科委", "an alias of the first language");
    assert_eq!(tasks[1]["responsible_names"], "东县政府;各地;演示市财政局");
    assert_eq!(tasks[2]["responsible_names"], "科技局;有关部门");
    let tasks = rows(&site, "en/plans/table/responsibilities/tasks.json");
    assert_eq!(tasks[1]["lead_name"], "City Science and Technology Bureau");
    assert_eq!(
        tasks[1]["responsible_names"].split(';').nth(2),
        Some("Demonstration City Finance Bureau")
    );
    assert_eq!(tasks[2]["responsible_names"], "Science Bureau;Departments concerned");
    // The same words in the plan of another city.
    let tasks = rows(&site, "en/plans/neighbour/responsibilities/tasks.json");
    assert_eq!(
        (&*tasks[0]["lead"], &*tasks[0]["responsible"]),
        ("neighbour-science", "neighbour-finance")
    );
}

#[test]
fn closing_notes_are_the_duties_of_their_clauses() {
    let site = built();
    let tasks = rows(&site, "zh/plans/notes/responsibilities/tasks.json");
    let seen: Vec<_> = tasks
        .iter()
        .map(|row| (&*row["task_name"], &*row["clauses"], &*row["responsible"]))
        .collect();
    assert_eq!(
        seen,
        [
            ("加强政策引领", "1.1", "science;finance"),
            ("发展旅游", "1.2", "culture;counties;zone-committee"),
            ("强化资金", "1.3", "finance;farming"),
        ]
    );
    assert!(tasks.iter().all(|row| row["lead"].is_empty()), "the document names no lead units");
    let page = site.page("en/plans/notes/responsibilities/index.html");
    assert!(!page.contains("Lead unit</th>"), "there is no empty column");
    assert!(
        page.contains("<a href=\"/en/plans/notes/#1.2\">Develop tourism</a>")
            || page.contains("#1.2\">Develop tourism</a>")
    );
    // The text stands as it was issued, and its clauses lead to the tasks.
    let text = site.page("zh/plans/notes/index.html");
    assert!(text.contains("（责任单位：市文化广电和旅游局、各县(市、区)政府，开发区管委会）。"));
    assert!(text.contains("/zh/plans/notes/responsibilities/#task-2"));
    // One group only: the matrix shows its tasks.
    assert!(page.contains("duty-matrix") && page.contains("1. Lead by policy"));
}

#[test]
fn the_first_unit_of_a_note_leads_where_the_plan_says_so() {
    let site = site();
    site.edit("content/plans/notes/duties.toml", "[notes]", "[notes]\nfirst-leads = true");
    site.build_on(TODAY);
    let tasks = rows(&site, "en/plans/notes/responsibilities/tasks.json");
    assert_eq!((&*tasks[0]["lead"], &*tasks[0]["responsible"]), ("science", "finance"));
    assert!(site.page("en/plans/notes/responsibilities/index.html").contains("Lead unit</th>"));
}

#[test]
fn tasks_reach_members_of_groups_and_successors() {
    let site = built();
    assert_eq!(
        owed(&site, "east-government"),
        [
            "notes 2 responsible 各县(市、区)政府",
            "table 1 responsible 各县（市、区）政府",
            // Named by its own name and meant by a group of groups, too: once.
            "table 2 responsible 东县政府",
        ]
    );
    assert_eq!(
        owed(&site, "zone-committee"),
        [
            "notes 2 responsible 开发区管委会",
            "table 1 responsible 开发区管委会",
            "table 2 responsible 各地",
        ]
    );
    assert_eq!(owed(&site, "rural"), ["notes 3 responsible 市农业局", "table 3 lead 市农业局"]);
    // By way of a group and of the county that it once was.
    assert_eq!(
        owed(&site, "north-government"),
        [
            "notes 2 responsible 各县(市、区)政府",
            "table 1 responsible 各县（市、区）政府",
            "table 2 responsible 各地",
        ]
    );
    assert_eq!(
        owed(&site, "science"),
        [
            "notes 1 responsible 市科技局",
            "table 1 lead 市科技局",
            "table 2 lead 市科委",
            "table 3 responsible 科技局",
        ]
    );
    assert_eq!(owed(&site, "finance")[1], "notes 3 responsible 市财政局");
    assert_eq!(owed(&site, "finance")[2], "table 1 joint-lead 市财政局");
}

#[test]
fn a_change_shows_from_its_day_on() {
    let site = site();
    let page = "zh/plans/table/responsibilities/index.html";
    site.build_on(date(2026, 1, 31));
    assert!(!site.page(page).contains("（现："));
    assert!(owed(&site, "rural").is_empty());
    assert!(!site.page("zh/organisations/farming/index.html").contains("职责由以下单位承接"));
    site.build_on(date(2026, 2, 1));
    assert!(
        site.page(page).contains("市农业局</a>"),
        "the plan shows the name it was written with"
    );
    assert!(
        site.page(page).contains("（现：<a href=\"/zh/organisations/rural/\">市农业农村局</a>）")
    );
    assert_eq!(owed(&site, "rural").len(), 2);
    let old = site.page("zh/organisations/farming/index.html");
    assert!(old.contains("2026年2月1日，职责由以下单位承接：") && old.contains("机构改革。"));
    assert!(old.contains("发展农业"), "its page still has its tasks");
    let new = site.page("en/organisations/rural/index.html");
    assert!(new.contains("On 1 February 2026 it took over the functions of:"));
    assert!(
        site.page("en/organisations/north-government/index.html").contains("In 2025 it took over")
    );
    assert!(site.page("en/areas/north/index.html").contains("On 1 July 2025 it was formed from:"));
}

#[test]
fn an_organisation_page_says_what_is_due_and_how_to_reach_it() {
    let site = built();
    let page = site.page("en/organisations/science/index.html");
    let dues: Vec<usize> = [
        "figure as of 31 December 2024, not reported yet",
        "figure as of 31 December 2025, not reported yet",
        "task to be completed by 30 June 2027",
        "task to be completed in 2027",
    ]
    .iter()
    .map(|due| page.find(due).unwrap_or_else(|| panic!("{due} is missing")))
    .collect();
    assert!(dues.is_sorted(), "the earliest first");
    // A task whose day is over is not due next, and nothing is due of a draft.
    assert!(!site.page("en/organisations/rural/index.html").contains("31 December 2025 ·"));
    for part in [
        "href=\"tel:0000000000\"",
        "mailto:science@example.org",
        "1 Demonstration Road",
        "Leads 2 tasks, shares in 2",
        "Demonstration plan 2: call for comments",
        "/en/plans/table/targets/enterprises/",
        "href=\"/en/organisations/science/feed.xml\"",
    ] {
        assert!(page.contains(part), "{part} is missing");
    }
    assert!(!page.contains("/en/plans/table/targets/farms/"), "it shares in that task only");
    let open = site.page("en/organisations/others/index.html");
    assert!(open.contains("The document does not say which these are."));
}

#[test]
fn an_organisation_feed_has_what_concerns_it() {
    let site = built();
    let ids = |path: &str| -> Vec<String> {
        let feed = site.page(path);
        let parts = feed.split("<id>").skip(2);
        parts.map(|part| part.split("</id>").next().unwrap().to_owned()).collect()
    };
    assert_eq!(
        ids("en/organisations/science/feed.xml"),
        [
            "https://units.example.org/en/plans/notes/",
            "https://units.example.org/en/plans/notes/consultation/#first",
            "tag:units.example.org,2024-12-31:/en/plans/table/progress/",
            "https://units.example.org/en/plans/table/",
        ]
    );
    // It shares in the clauses of the plan, but answers for no figure.
    assert_eq!(
        ids("zh/organisations/east-government/feed.xml"),
        ["https://units.example.org/zh/plans/notes/", "https://units.example.org/zh/plans/table/"]
    );
    assert_eq!(ids("zh/organisations/others/feed.xml").len(), 1);
}

#[test]
fn an_area_page_has_share_and_rank_where_they_mean_something() {
    let site = built();
    let page = site.page("en/areas/east/index.html");
    let cells = |indicator: &str| -> Vec<String> {
        let row = page.split("<tr>").find(|row| row.contains(&format!("/{indicator}/\""))).unwrap();
        let cells = row.split("<td").skip(1).map(|cell| cell.split_once('>').unwrap().1);
        let plain = |cell: &str| {
            let text = cell.split("</td>").next().unwrap();
            let tags =
                text.split('<').map(|part| part.split_once('>').map_or(part, |(_, rest)| rest));
            tags.collect::<String>().trim().to_owned()
        };
        cells.map(plain).collect()
    };
    let none = "–Not given";
    let dash = |cell: &String| cell.starts_with('–');
    let row = cells("enterprises");
    assert_eq!(row[..4], ["10", "30", "30.0% (2027)", "1 of 4, equal with others (2027)"]);
    assert!(row[4].starts_with("12") && row[4].contains("as of 31 December 2024"), "{row:?}");
    // A range among the figures: no rank. No sum: no share.
    let row = cells("rate");
    assert_eq!(row[1], "at least 80");
    assert!(dash(&row[0]) && dash(&row[2]) && dash(&row[3]), "{row:?} {none}");
    // All are equal: a rank would say nothing.
    let row = cells("farms");
    assert_eq!(row[2], "50.0% (2027)");
    assert!(dash(&row[3]), "{row:?}");
    // A chart that sets it beside the others, and its tasks.
    assert_eq!(page.matches("<svg class=\"chart areas\"").count(), 3);
    assert!(page.contains("East County ranks 1 of 4, equal with others: 30 enterprises."));
    assert!(page.contains("/en/plans/notes/responsibilities/#task-2"));
    // The figures of the area alone as a file.
    let figures = rows(&site, "en/areas/east/figures.json");
    assert_eq!(figures.len(), 5);
    assert!(figures.iter().all(|row| row["area"] == "east"));
    assert!(site.page("en/areas/city/index.html").contains("Demonstration plan 1"));
}

#[test]
fn lists_are_sorted_as_each_language_sorts() {
    let site = built();
    let order = |page: &str, names: &[&str]| {
        let page = site.page(page);
        let places: Vec<_> =
            names.iter().map(|name| page.find(&format!(">{name}</a>")).unwrap()).collect();
        assert!(places.is_sorted(), "{names:?}");
    };
    // cai, ke, nong ye j, nong ye n, wen
    order(
        "zh/organisations/index.html",
        &[
            "演示市财政局",
            "演示市科学技术局",
            "演示市农业局",
            "演示市农业农村局",
            "演示市文化广电和旅游局",
        ],
    );
    order("zh/areas/index.html", &["邻市", "演示市", "北区", "北县", "东县", "西县", "开发区"]);
    order(
        "en/areas/index.html",
        &[
            "Demonstration City",
            "Neighbour City",
            "North District",
            "East County",
            "North County",
            "West County",
        ],
    );
}

#[test]
fn the_table_of_responsibilities_leads_everywhere() {
    let site = built();
    let page = site.page("en/plans/table/responsibilities/index.html");
    for part in [
        "href=\"/en/plans/table/#2.1.1\"",
        "href=\"/en/plans/table/targets/enterprises/\"",
        "href=\"/en/organisations/science/\"",
        "<time datetime=\"2027-06-30\">30 June 2027</time>",
        "<time datetime=\"2027\">2027</time>",
        "id=\"unit-counties\"",
        // The rows of the matrix lead to the rows of their unit.
        "<a href=\"/en/plans/table/responsibilities/#unit-science\"",
        // The filter knows members by their groups.
        "value=\"north-county-government\" data-groups=\"counties everywhere\"",
        // And those who took over from a unit or from a member of a group.
        "value=\"rural\" data-groups=\"farming\"",
        "value=\"north-government\" data-groups=\"counties everywhere\"",
        "data-units=\"science finance counties zone-committee\"",
    ] {
        assert!(page.contains(part), "{part} is missing");
    }
    // What the script needs is not shown before it runs.
    assert!(page.contains("<form class=\"finder\" role=\"search\" hidden>"));
}

#[test]
fn a_document_may_name_responsible_units_alone() {
    let site = site();
    let path = "content/plans/table/duties.toml";
    for lead in ["[\"市科技局\", \"市财政局\"]", "[\"市科委\"]", "[\"市农业局\"]"] {
        site.edit(path, &format!("lead        = {lead}\n"), "");
    }
    assert_eq!(site.findings(), "");
    // One row with a lead unit: then the others lack theirs.
    site.edit(path, "number      = 1\n", "number      = 1\nlead = [\"science\"]\n");
    assert_eq!(site.codes(), ["no-lead", "no-lead"]);
}
