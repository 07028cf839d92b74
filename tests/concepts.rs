//! The site of `tests/concepts/`: what the plans of a province, its cities and a district promise, beside each other:
//! their order, other units, parts, levels and yearly flows, which plan is based on which, and the files.

mod support;

use std::collections::BTreeMap;

use support::{TestSite, copy, tests};

const PAGE: &str = "concepts/high-tech-enterprises/";

fn site() -> TestSite {
    let site = TestSite::empty();
    copy(&tests("concepts/site"), &site.root());
    site
}

fn built() -> TestSite {
    let site = site();
    assert_eq!(site.findings(), "");
    site.build();
    site
}

/// The text between tags, one line for each run of it.
fn lines(html: &str) -> Vec<&str> {
    let runs = html.split('<').filter_map(|part| part.split_once('>'));
    runs.map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect()
}

/// The part of a page from one mark up to the next one.
fn part<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let start = page.find(from).unwrap_or_else(|| panic!("no {from}"));
    let rest = &page[start + from.len()..];
    &rest[..rest.find(to).unwrap_or(rest.len())]
}

/// The rows of a downloaded table, each as header and value.
fn rows(site: &TestSite, path: &str) -> Vec<BTreeMap<String, String>> {
    let text = site.page(path);
    let text = text.strip_prefix('\u{feff}').expect("spreadsheets know it by the mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("every row has all columns")).collect()
}

#[test]
fn plans_stand_from_the_province_down_whatever_their_order_in_the_file() {
    let page = built().page(&format!("en/{PAGE}index.html"));
    let table = part(&page, "id=\"page_levels_table\"", "</table>");
    let area = |row: &str| lines(row).first().map(|text| (*text).to_owned());
    let areas: Vec<String> = table.split("<th scope=\"row\">").skip(1).filter_map(area).collect();
    // Of the two cities, the one whose first target is earlier.
    let order = ["Demonstration Province", "Neighbour City", "Demonstration City", "East District"];
    assert_eq!(areas, order);
    let yearly = part(&page, "id=\"page_yearly_table\"", "</table>");
    let areas: Vec<String> = yearly.split("<th scope=\"row\">").skip(1).filter_map(area).collect();
    assert_eq!(areas, order[..2], "yearly flows have a table of their own");
}

#[test]
fn figures_stand_as_the_plan_has_them_and_in_the_unit_of_the_concept() {
    let site = built();
    let page = site.page(&format!("en/{PAGE}index.html"));
    let table = part(&page, "id=\"page_levels_table\"", "</table>");
    let row = part(table, ">Demonstration City</a>", "</tr>");
    let said = lines(row);
    for text in [
        "Number of high-tech enterprises",
        "0.03 ten thousand enterprises",
        "= 300 enterprises",
        "0.045 to 0.05 ten thousand enterprises",
        "= 450 to 500 enterprises",
        "about 0.06 ten thousand enterprises",
        "= about 600 enterprises",
        "= 415 enterprises",
        "31 December 2018",
    ] {
        assert!(said.contains(&text), "{text} is not in {said:?}");
    }
    // Where only the word is another one, nothing is converted.
    let part_of = lines(part(table, ">Neighbour City</a>", "</tr>"));
    assert!(part_of.contains(&"45 firms") && !part_of.iter().any(|text| text.starts_with('=')));
    assert!(part_of.contains(&"Enterprises (high-tech enterprises)"), "{part_of:?}");
    // What needs no word has none.
    let province = lines(part(table, ">Demonstration Province</a>", "</tr>"));
    assert!(province.contains(&"at least 3,000") && province.contains(&"year not stated"));
}

#[test]
fn the_chart_is_in_one_unit() {
    let site = built();
    let chart = site.page(&format!("zh/{PAGE}levels.svg"));
    let said = lines(&chart);
    for text in ["3,000以上", "600左右", "450～500", "超过30", "演示市", "东区"] {
        assert!(said.contains(&text), "{text} is not in {said:?}");
    }
    assert!(site.page(&format!("en/{PAGE}yearly.svg")).contains("more than 300"));
}

#[test]
fn plans_are_listed_below_what_they_are_based_on() {
    let site = built();
    let page = site.page(&format!("en/{PAGE}index.html"));
    let family = part(&page, "id=\"page_family\"", "</section>");
    let at = |text: &str| family.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    let link = |plan: &str| format!("<p><a href=\"/en/plans/{plan}/\">");
    let order = ["province-2018", "city-general", "city-2018", "east-2020", "neighbour-2016"];
    let places: Vec<usize> = order.iter().map(|plan| at(&link(plan))).collect();
    assert!(places.is_sorted(), "{places:?}");
    // How deep each of them stands.
    let depth = |place: usize| {
        let before = &family[..place];
        before.matches("<ul>").count() - before.matches("</ul>").count()
    };
    let depths: Vec<usize> = places.iter().map(|place| depth(*place)).collect();
    assert_eq!(depths, [1, 2, 3, 3, 1]);
    let between = &family[places[1]..places[2]];
    assert!(between.contains("(not compared here)"));
    assert!(between.contains("<a href=\"/en/plans/city-general/#2\">"), "{between}");
    let city = &family[places[2]..places[3]];
    assert!(city.contains("Other documents it is based on:"));
    assert!(city.contains("National Outline for Innovation"));

    let alone = site.page("en/concepts/start-ups/index.html");
    assert!(alone.contains("None of these plans names another of them as its basis."));
    assert!(alone.contains("Demonstration Province Outline for Innovation"));
}

#[test]
fn indicators_and_lists_lead_to_the_comparison() {
    let site = built();
    let linked = |page: &str, path: &str| site.page(page).contains(&format!("href=\"{path}\""));
    let concept = format!("/en/{PAGE}");
    assert!(linked("en/plans/east-2020/targets/high-tech/index.html", &concept));
    assert!(linked("en/plans/neighbour-2016/targets/firms/index.html", &concept));
    assert!(linked("en/concepts/index.html", &concept));
    assert!(linked("en/plans/index.html", "/en/concepts/"));
    assert!(linked("en/site-map/index.html", &concept));
    assert!(linked("en/data/index.html", &format!("{concept}figures.csv")));
    let text = site.page(&format!("en/{PAGE}index.html"));
    assert!(text.contains("4 plans from 2016 to 2025"));
    assert!(text.contains("\"temporalCoverage\":\"2016/2025\""));
}

#[test]
fn the_table_has_a_row_for_each_figure() {
    let site = built();
    let rows = rows(&site, &format!("en/{PAGE}figures.csv"));
    let city: Vec<&BTreeMap<String, String>> =
        rows.iter().filter(|row| row["Plan id"] == "city-2018").collect();
    let figures: Vec<[&str; 7]> = city
        .iter()
        .map(|row| {
            let column = |name: &str| row[name].as_str();
            [
                column("Kind"),
                column("Year"),
                column("Bound"),
                column("Value"),
                column("Unit"),
                column("Value in unit of comparison"),
                column("Value to in unit of comparison"),
            ]
        })
        .collect();
    let unit = "ten thousand enterprises";
    assert_eq!(
        figures,
        [
            ["baseline", "2017", "exactly", "0.03", unit, "300", ""],
            ["target", "2018", "exactly", "0.04", unit, "400", ""],
            ["target", "2019", "range", "0.045", unit, "450", "500"],
            ["target", "2020", "about", "0.06", unit, "600", ""],
            ["actual", "2018", "exactly", "0.0415", unit, "415", ""],
        ]
    );
    let column = |plan: &str, name: &str| -> Vec<&str> {
        let own = rows.iter().filter(|row| row["Plan id"] == plan);
        own.map(|row| row[name].as_str()).collect()
    };
    assert_eq!(column("city-2018", "Clauses"), ["1"; 5]);
    assert_eq!(
        column("neighbour-2016", "Measure code")[1..],
        ["level", "yearly-flow", "yearly-flow"]
    );
    assert_eq!(column("neighbour-2016", "Part id")[..2], ["high-tech"; 2]);
    assert_eq!(column("east-2020", "Area kind code"), ["district"; 2]);
    assert!(column("east-2020", "Note")[0].starts_with("Only enterprises"));
    let json: serde_json::Value =
        serde_json::from_str(&site.page(&format!("zh/{PAGE}figures.json"))).unwrap();
    assert_eq!(json["rows"].as_array().unwrap().len(), rows.len());
}

#[test]
fn a_site_without_concepts_has_no_such_pages() {
    let site = site();
    std::fs::remove_file(site.root().join("content/concepts.toml")).unwrap();
    site.build();
    assert!(!site.output().join("en/concepts").exists());
    let page = site.page("en/plans/index.html");
    assert!(!page.contains("/en/concepts/") && !page.contains("concepts.css"));
}

#[test]
fn one_indicator_is_a_warning_and_no_error() {
    let site = site();
    let text = std::fs::read_to_string(site.root().join("content/concepts.toml")).unwrap();
    let (first, _) =
        text.split_once("[[concept.indicator]]\nplan      = \"neighbour-2016\"").unwrap();
    site.write("content/concepts.toml", first);
    assert_eq!(site.codes(), ["nothing-beside"]);
    // A level and a yearly flow do not stand beside each other.
    let flow = "\n[[concept.indicator]]\nplan = \"province-2018\"\nindicator = \"new-high-tech\"\n";
    site.write("content/concepts.toml", format!("{first}{flow}"));
    assert!(site.findings().contains("one level and one yearly flow"), "{}", site.findings());
    // Where an indicator could not be found, that is all there is to say.
    let unknown = "\n[[concept.indicator]]\nplan = \"province-2018\"\nindicator = \"new\"\n";
    site.write("content/concepts.toml", format!("{first}{unknown}"));
    assert_eq!(site.codes(), ["unknown-id"]);
}
