//! Sites that do without some of their pages and files: nothing leads to what is not made, and nothing is left of it but
//! names.

mod support;

use std::collections::{HashMap, HashSet};
use std::fs;

use jiff::civil::date;
use lantu::Today;
use support::{TestSite, copy, files, published, tests};

/// Every switch, and what the addresses of its pages and files end in.
const SWITCHES: [(&str, &[&str]); 16] = [
    ("parallel", &["/parallel/index.html"]),
    ("targets", &["/targets/index.html", "/targets/figures.csv"]),
    ("indicator", &["/targets/*/index.html", "/targets/*/figures.json", "/targets/*/*.svg"]),
    ("progress", &["/progress/index.html", "/progress/progress.csv", "/progress/overview.svg"]),
    (
        "responsibilities",
        &["/responsibilities/index.html", "/responsibilities/tasks.csv", "/responsibilities/*.svg"],
    ),
    ("awards", &["/awards/index.html", "/awards/awards.json"]),
    ("changes", &["/changes/index.html"]),
    (
        "consultations",
        &[
            "/consultation/index.html",
            "/consultations/*",
            "/comments/*",
            "/comment/index.html",
            "/comment/*/index.html",
            ".ics",
        ],
    ),
    ("comments", &["/comments/index.html", "/comments/comments.csv"]),
    ("comment", &["/comment/index.html", "/comment/*/index.html"]),
    ("concepts", &["/concepts/index.html", "/concepts/*/index.html", "/concepts/*/*.svg"]),
    (
        "organisations",
        &["/organisations/index.html", "/organisations/*/index.html", "/organisations/*/feed.xml"],
    ),
    ("areas", &["/areas/index.html", "/areas/*/index.html", "/areas/*.csv"]),
    ("missing-figures", &["/missing-figures/*"]),
    ("data", &["/data/*"]),
    ("downloads", &["/data/*", ".csv", ".json", "/targets/*/*.svg"]),
];

/// The invented city, which has everything that a site may have, on a day when one of its plans is open for comment.
fn city() -> TestSite {
    let site = published::only(&[
        "example-city-green-travel-2024-2026-draft",
        "example-city-green-travel-2024-2026",
        "example-city-green-travel-2027-2029-draft",
    ]);
    site.write("content/concepts.toml", CONCEPT);
    // What authors ask for in a text stays there.
    for lang in ["zh", "en"] {
        let path = format!("content/plans/example-city-green-travel-2024-2026/text.{lang}.md");
        let text = fs::read_to_string(site.root().join(&path)).unwrap();
        site.write(&path, text + ASKED);
    }
    without_links(&site);
    site
}

const CONCEPT: &str = r#"
[[concept]]
id         = "bus-lanes"
name       = { zh = "公交专用道", en = "Bus lanes" }
unit       = { zh = "公里", en = "km" }
comparable = { zh = "长度。", en = "Lengths." }
limits     = { zh = "年份不同。", en = "Years differ." }

[[concept.indicator]]
plan      = "example-city-green-travel-2024-2026"
indicator = "bus-lanes"

[[concept.indicator]]
plan      = "example-city-green-travel-2027-2029-draft"
indicator = "bus-lanes"
"#;

const ASKED: &str = "
{{ chart overview }}

{{ chart duty-matrix }}

{{ chart trajectory bus-lanes }}

{{ table bus-lanes }}

{{ duties }}
";

/// Leads every link of the texts to the home page: links to pages that are not made are findings.
fn without_links(site: &TestSite) {
    for (path, place) in files(&site.root().join("content")) {
        if !path.ends_with(".md") && !path.ends_with("consultation.toml") {
            continue;
        }
        let text = fs::read_to_string(place).unwrap();
        let mut parts = text.split("](");
        let mut changed = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (link, rest) = part.split_once(')').expect("links end");
            let stays = link.contains(':') || link.starts_with("files/") || link.starts_with('#');
            changed += &format!("]({}){rest}", if stays { link } else { "/" });
        }
        site.write(&format!("content/{path}"), changed);
    }
}

/// Switches kinds off, builds, and looks at everything that was published.
fn build_without(site: &TestSite, today: Today, keys: &[&str]) -> Published {
    let config = site.root().join("site-config.toml");
    let text = fs::read_to_string(&config).unwrap();
    let lines: Vec<String> = keys.iter().map(|key| format!("{key} = false\n")).collect();
    fs::write(&config, format!("{text}\n[pages]\n{}", lines.concat())).unwrap();
    let mut checked = lantu::check(&site.root(), today);
    let summary = checked.publish(&site.output(), &()).expect("the site can be written");
    fs::write(&config, text).unwrap();
    let findings = lantu::diagnostic::to_text(&checked.found, &checked.files, false);
    assert!(summary.is_some(), "{keys:?}: {findings}");
    let published = Published::read(site);
    published.leads_nowhere_else(keys);
    published.is_whole(keys);
    for (key, ends) in SWITCHES.iter().filter(|(key, _)| keys.contains(key)) {
        let left = ends.iter().find_map(|end| published.ending_in(end).next());
        assert_eq!(left, None, "{key}");
    }
    published
}

/// The files of a site.
struct Published {
    host: String,
    /// The text of those that hold links.
    texts: HashMap<String, String>,
    paths: HashSet<String>,
}

impl Published {
    fn read(site: &TestSite) -> Self {
        let all = files(&site.output());
        let holds =
            |path: &str| [".html", ".xml", ".ics", ".txt"].iter().any(|e| path.ends_with(e));
        let text = |(path, place): &(String, _)| {
            let text = fs::read_to_string(place).unwrap();
            // Calendars fold long lines.
            (path.clone(), text.replace("\r\n ", ""))
        };
        let texts: HashMap<_, _> = all.iter().filter(|(path, _)| holds(path)).map(text).collect();
        let robots = &texts["robots.txt"];
        let (_, host) = robots.split_once("Sitemap: ").unwrap();
        let host = host.trim().trim_end_matches("/sitemap.xml").to_owned();
        Self { host, texts, paths: all.into_iter().map(|(path, _)| path).collect() }
    }

    /// The files whose address has this end; `*` stands for anything but `/`.
    fn ending_in(&self, end: &str) -> impl Iterator<Item = &String> {
        let fits = move |path: &str| {
            let mut parts = end.rsplit('*');
            let Some(mut rest) = parts.next().and_then(|last| path.strip_suffix(last)) else {
                return false;
            };
            parts.all(|part| {
                let at = rest.rfind(part).filter(|at| !rest[at + part.len()..].contains('/'));
                at.inspect(|at| rest = &rest[..*at]).is_some()
            })
        };
        self.paths.iter().filter(move |path| fits(path))
    }

    /// Every address of the site in every page, feed and calendar is that of a file, and of a place in it.
    fn leads_nowhere_else(&self, keys: &[&str]) {
        let places: HashMap<&str, HashSet<&str>> = self
            .texts
            .iter()
            .map(|(path, text)| (path.as_str(), values(text, "id").collect()))
            .collect();
        for (path, text) in &self.texts {
            let links = values(text, "href").chain(values(text, "src"));
            let own = links.filter(|link| link.starts_with(['/', '#']));
            let whole = text.split(self.host.as_str()).skip(1).map(|rest| {
                let end = rest.find(|c: char| "\"<&\\ ,;".contains(c) || c.is_whitespace());
                &rest[..end.unwrap_or(rest.len())]
            });
            for link in own.chain(whole) {
                let (page, place) = link.split_once('#').unwrap_or((link, ""));
                let page = page.split('?').next().unwrap_or_default();
                let file = match page.strip_prefix('/') {
                    None => path.clone(),
                    Some(page) if page.is_empty() || page.ends_with('/') => {
                        format!("{page}index.html")
                    }
                    Some(page) => page.to_owned(),
                };
                let decoded = percent_encoding::percent_decode_str(&file).decode_utf8_lossy();
                assert!(self.paths.contains(&*decoded), "{keys:?}: {path} leads to {link}");
                let known = place.is_empty() || places[file.as_str()].contains(place);
                assert!(known, "{keys:?}: {path} leads to {link}");
            }
        }
    }

    /// No page has a link without an address, or an empty list, heading or paragraph.
    fn is_whole(&self, keys: &[&str]) {
        for (path, text) in self.texts.iter().filter(|(path, _)| path.ends_with(".html")) {
            for tag in text.split("<a ").skip(1) {
                let attributes = tag.split('>').next().unwrap_or_default();
                assert!(
                    attributes.contains("href=\"") && !attributes.contains("href=\"\""),
                    "{keys:?}: {path}: {attributes}"
                );
            }
            assert!(!text.contains("<a>"), "{keys:?}: {path}");
            for name in ["ul", "ol", "p", "h1", "h2", "h3", "h4", "h5", "dt", "caption", "section"]
            {
                let end = format!("</{name}>");
                for (at, _) in text.match_indices(&end) {
                    let before = text[..at].trim_end();
                    let start = before.rfind('<').map(|start| &before[start + 1..]);
                    let opened = start.and_then(|tag| tag.strip_suffix('>'));
                    let opened = opened.is_some_and(|tag| tag.split(' ').next() == Some(name));
                    assert!(!opened, "{keys:?}: {path}: {}", &before[before.rfind('<').unwrap()..]);
                }
            }
        }
    }
}

/// The values of an attribute.
fn values<'t>(text: &'t str, name: &str) -> impl Iterator<Item = &'t str> {
    let parts: Vec<&str> = text.split(&format!(" {name}=\"")).skip(1).collect();
    parts.into_iter().map(|part| part.split('"').next().unwrap_or_default())
}

fn each_alone(keys: &[(&str, &[&str])]) {
    let (site, today) = (city(), Today::Date(published::DAY));
    for (key, _) in keys {
        build_without(&site, today, &[key]);
    }
}

#[test]
fn each_of_the_first_kinds_can_be_left_out() {
    each_alone(&SWITCHES[..8]);
}

#[test]
fn each_of_the_other_kinds_can_be_left_out() {
    each_alone(&SWITCHES[8..]);
}

#[test]
fn a_site_with_everything_has_what_the_switches_leave_out() {
    let published = build_without(&city(), Today::Date(published::DAY), &[]);
    for (key, ends) in SWITCHES {
        for end in ends {
            assert!(published.ending_in(end).next().is_some(), "{key}: {end}");
        }
    }
}

#[test]
fn all_kinds_can_be_left_out_at_once() {
    let keys = SWITCHES.map(|(key, _)| key);
    let sites = [
        ("figures/site", date(2026, 1, 20)),
        ("consultation/site", date(2026, 3, 15)),
        ("concepts/site", date(2026, 1, 20)),
    ];
    for (folder, day) in sites {
        let site = TestSite::empty();
        copy(&tests(folder), &site.root());
        without_links(&site);
        build_without(&site, Today::Date(day), &keys);
    }
    let site = published::site();
    without_links(&site);
    let published = build_without(&site, Today::Date(published::DAY), &keys);
    let kinds = published.paths.iter().filter(|path| path.starts_with("en/plans/"));
    assert_eq!(kinds.filter(|path| path.matches('/').count() > 3).count(), 0);
}
