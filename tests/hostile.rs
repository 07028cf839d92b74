//! A site whose every text tries to break its pages (`examples/hostile_site/`): pages are read as browsers read them and
//! have nothing that the same site has not without such texts; feeds, charts, tables and calendars stay well formed.

#[path = "../examples/hostile_site/payloads.rs"]
mod payloads;
#[path = "../examples/hostile_site/spoil.rs"]
mod spoil;
mod support;

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink;
use jiff::civil::Date;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use support::{TestSite, files};

fn day() -> Date {
    let (year, month, day) = spoil::DAY;
    Date::new(year, month, day).unwrap()
}

/// The site with payloads, dealt out by the seed, or without any; and the fields that got one.
fn built(seed: Option<usize>) -> (TestSite, BTreeSet<String>) {
    let site = TestSite::empty();
    let covered = spoil::write(&site.root(), seed).unwrap();
    site.build_on(day());
    (site, covered)
}

/// An element of a page: its name, and its attributes with their values.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    /// The text directly in it.
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }
}

/// Every element of a page as a browser sees it that runs scripts.
fn elements(page: &str) -> Vec<Element> {
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(page);
    let mut found = Vec::new();
    collect(&dom.document, &mut found);
    found
}

fn collect(node: &Handle, found: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let children = node.children.borrow();
        let text = children.iter().map(|child| match &child.data {
            NodeData::Text { contents } => contents.borrow().to_string(),
            _ => String::new(),
        });
        let attributes = attrs.borrow();
        let attributes =
            attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
        found.push(Element {
            name: name.local.to_string(),
            attributes: attributes.collect(),
            text: text.collect(),
        });
    }
    node.children.borrow().iter().for_each(|child| collect(child, found));
}

/// The files of a site with one of these endings: path and text.
fn texts(site: &TestSite, endings: &[&str]) -> Vec<(String, String)> {
    let own = |path: &String| {
        !path.starts_with("files/") && endings.iter().any(|ending| path.ends_with(ending))
    };
    let files = files(&site.output()).into_iter().map(|(path, _)| path).filter(own);
    files.map(|path| (path.clone(), site.page(&path))).collect()
}

/// What stands in pages: `p`, `a[href]`, `div[class=table-scroll]`.
fn parts(site: &TestSite) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for (_, page) in texts(site, &[".html"]) {
        for element in elements(&page) {
            let name = &element.name;
            for (attribute, value) in &element.attributes {
                parts.insert(match attribute.as_str() {
                    "class" | "role" | "rel" | "type" | "http-equiv" | "target" | "tabindex" => {
                        format!("{name}[{attribute}={value}]")
                    }
                    _ => format!("{name}[{attribute}]"),
                });
            }
            parts.insert(element.name);
        }
    }
    parts
}

/// What texts may bring in by Markdown and by simple HTML, beside what the site has without that.
const BY_TEXTS: &[&str] = &[
    "a[title]",
    "b",
    "b[lang]",
    "b[title]",
    "blockquote",
    "br",
    "code",
    "code[class=language-\"onclick=hit()]",
    "details",
    "div[tabindex=0]",
    "i",
    "img[title]",
    "ol",
    "pre",
    "rt",
    "ruby",
    "sub",
    "summary",
    "td[class=right]",
    "td[colspan]",
    "th[class=center]",
    "th[class=right]",
    "td[class=center]",
    // A class that only the site itself may give is left empty.
    "div[class=]",
    "td[class=]",
];

/// What pages say because of other words: that a clause has changed since it was translated, what a unit is about.
const BY_WORDS: &[&str] =
    &["h2[aria-describedby]", "h3[aria-describedby]", "h4[aria-describedby]", "p[class=of-unit]"];

#[test]
fn every_field_has_a_payload_and_every_exception_is_a_field() {
    let (_, covered) = built(Some(0));
    let free = spoil::free_fields();
    let missing: Vec<&String> = free.difference(&covered).collect();
    assert!(
        missing.is_empty(),
        "fill these in under tests/hostile/site, or say in NOT_FREE what they are: {missing:?}"
    );
    assert!(covered.len() > 150, "only {} fields were found", covered.len());
}

#[test]
fn pages_have_nothing_that_they_have_not_without_payloads() {
    let allowed = parts(&built(None).0);
    for seed in [0, 1] {
        let (site, _) = built(Some(seed));
        let more: Vec<String> = parts(&site)
            .into_iter()
            .filter(|part| {
                !allowed.contains(part) && ![BY_TEXTS, BY_WORDS].concat().contains(&part.as_str())
            })
            .collect();
        assert!(more.is_empty(), "seed {seed}: {more:?}");
    }
}

#[test]
fn pages_run_nothing_and_lead_nowhere_else() {
    let (site, _) = built(Some(0));
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; \
        img-src 'self' https://pictures.example.org; font-src 'self'; media-src 'self'; \
        connect-src 'self'; form-action 'none'; base-uri 'none'";
    for (path, page) in texts(&site, &[".html"]) {
        let elements = elements(&page);
        let all = |name: &'static str| elements.iter().filter(move |one| one.name == name);
        for element in &elements {
            for (name, value) in &element.attributes {
                assert!(
                    !name.starts_with("on")
                        && !["style", "srcdoc", "action"].contains(&name.as_str()),
                    "{path}: {name}={value}"
                );
                if ["href", "src"].contains(&name.as_str()) {
                    let lower = value.to_ascii_lowercase();
                    let known = ["https://", "mailto:", "tel:", "/", "#", "?"];
                    assert!(
                        known.iter().any(|start| lower.starts_with(start))
                            && !lower.starts_with("//"),
                        "{path}: {name}={value}"
                    );
                }
            }
        }
        for script in all("script") {
            match script.get("type") {
                Some("application/ld+json") => {
                    drop(serde_json::from_str::<serde_json::Value>(&script.text).unwrap())
                }
                _ => {
                    assert!(
                        script.get("src").is_some_and(|src| src.starts_with("/assets/")),
                        "{path}"
                    );
                    assert_eq!(script.text, "", "{path}");
                }
            }
        }
        for name in ["style", "base", "iframe", "object", "embed", "frame", "math", "foreignObject"]
        {
            assert_eq!(all(name).count(), 0, "{path}: {name}");
        }
        let policies: Vec<&str> = all("meta")
            .filter(|one| one.get("http-equiv") == Some("Content-Security-Policy"))
            .filter_map(|one| one.get("content"))
            .collect();
        assert_eq!(policies, [policy], "{path}");
        let root = ["index.html", "404.html"].contains(&path.as_str());
        for name in ["h1", "main", "header", "footer"] {
            let expected = usize::from(!root || name == "main" || name == "h1");
            let found = all(name)
                .filter(|one| name != "header" || one.get("class") == Some("site-header"))
                .count();
            assert_eq!(found, expected, "{path}: {name}");
        }
        let ids: Vec<&str> = elements.iter().filter_map(|one| one.get("id")).collect();
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            ids.len(),
            "{path}: an id stands twice"
        );
        assert!(!ids.contains(&"clobber"), "{path}");
    }
}

#[test]
fn texts_are_printed_letter_by_letter() {
    let mut printed = String::new();
    for seed in [0, 40] {
        for (_, page) in texts(&built(Some(seed)).0, &[".html"]) {
            elements(&page).iter().for_each(|element| printed.push_str(&element.text));
        }
    }
    let printed: String = printed.split_whitespace().collect();
    for payload in payloads::TEXTS.iter().chain(payloads::FORMULAS) {
        let payload: String = payload.split_whitespace().collect();
        assert!(printed.contains(&payload), "no page prints {payload}");
    }
}

#[test]
fn feeds_charts_and_maps_are_well_formed() {
    let (site, _) = built(Some(0));
    let files = texts(&site, &[".xml", ".svg"]);
    assert!(files.len() > 50);
    for (path, text) in files {
        let document =
            roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            assert!(
                !["script", "foreignObject", "image", "use", "animate", "iframe"]
                    .contains(&node.tag_name().name()),
                "{path}"
            );
            for attribute in node.attributes() {
                let value = attribute.value().trim_start().to_ascii_lowercase();
                assert!(
                    !attribute.name().starts_with("on") && attribute.name() != "style",
                    "{path}: {}",
                    attribute.name()
                );
                assert!(
                    !value.starts_with("javascript:") && !value.starts_with("data:"),
                    "{path}: {value}"
                );
            }
        }
    }
}

#[test]
fn tables_are_well_formed_and_hold_no_formulas() {
    let (site, _) = built(Some(0));
    for (path, text) in texts(&site, &[".json"]) {
        serde_json::from_str::<serde_json::Value>(&text)
            .unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    let mut kept = 0;
    for (path, text) in texts(&site, &[".csv"]) {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        for row in reader.records() {
            for cell in row.unwrap_or_else(|error| panic!("{path}: {error}")).iter() {
                let number = cell.parse::<f64>().is_ok();
                assert!(
                    number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{path}: {cell}"
                );
                kept += usize::from(cell.starts_with("'=") || cell.starts_with("'@"));
            }
        }
    }
    assert!(kept > 0, "no text begins like a formula");
}

#[test]
fn calendars_and_mails_keep_to_their_lines() {
    let (site, _) = built(Some(0));
    for (path, text) in texts(&site, &[".ics"]) {
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{path}");
        for line in text.lines() {
            let name = line.split([':', ';']).next().unwrap_or("");
            let good =
                line.starts_with(' ') || name.chars().all(|c| c.is_ascii_uppercase() || c == '-');
            assert!(good && name != "ATTACH", "{path}: {line}");
        }
        let count = |what: &str| text.lines().filter(|line| *line == what).count();
        assert_eq!(count("BEGIN:VEVENT"), count("END:VEVENT"), "{path}");
    }
    let mut mails = 0;
    for (path, page) in texts(&site, &[".html"]) {
        for element in elements(&page) {
            let Some(mail) = element.get("href").and_then(|href| href.strip_prefix("mailto:"))
            else {
                continue;
            };
            let fields = mail.split_once('?').map_or("", |(_, fields)| fields);
            let names: Vec<&str> =
                fields.split('&').map(|field| field.split('=').next().unwrap_or("")).collect();
            assert!(names == [""] || names == ["subject", "body"], "{path}: {mail}");
            mails += names.len() / 2;
        }
    }
    assert!(mails > 0);
}

/// What lantu refuses: the findings of a page with this text.
fn refused(text: &str) -> Vec<&'static str> {
    let site = TestSite::base();
    site.write(
        "content/plans/water/text.zh.md",
        format!("{text}\n\n## 一、目标\n\n改造。\n\n## 二、任务\n\n### （一）管道\n\n修管道。\n"),
    );
    let mut codes = site.codes();
    codes.dedup();
    codes
}

#[test]
fn addresses_that_could_run_something_are_errors() {
    for address in [
        "javascript:hit()",
        "JaVaScRiPt:hit()",
        "javascript&colon;hit()",
        "&#106;avascript:hit()",
        "java&#115;cript:hit()",
        "vbscript:hit()",
        "data:text/html,hit()",
        "data:text/html;base64,PHNjcmlwdD4=",
        "blob:https://example.org/x",
        "file:///etc/passwd",
        "view-source:https://example.org",
        "lantu:0",
        "x-unknown:y",
        "//foreign.example",
    ] {
        for text in [
            format!("[x]({address})"),
            format!("![x]({address})"),
            format!("[x][r]\n\n[r]: {address}"),
        ] {
            assert!(refused(&text).contains(&"unsafe-link"), "{text}: {:?}", refused(&text));
        }
    }
    // No browser takes these for another scheme or host than they seem to have, and lantu finds no such page.
    for address in [
        "<java script:hit()>",
        "<java\tscript:hit()>",
        "&#1;javascript:hit()",
        "&#9;javascript:hit()",
        "<&nbsp;javascript:hit()>",
        "\\\\\\\\foreign.example",
        "/\\\\foreign.example",
        "/%09/foreign.example",
        "/&#9;/foreign.example",
        "/./%2e%2e/foreign.example",
        "javascript%3Ahit()",
    ] {
        let found = refused(&format!("[x]({address})"));
        let good = ["dead-link", "unsafe-link", "control-character"];
        assert!(found.iter().any(|code| good.contains(code)), "{address}: {found:?}");
    }
}

#[test]
fn fields_for_addresses_take_nothing_else() {
    for address in [
        "javascript:hit()",
        "data:text/html,x",
        "//foreign.example",
        "https://a b",
        "https://a\\nb",
        "ftp://a.b",
        "/plans/",
    ] {
        let site = TestSite::base();
        let path = "content/plans/water/plan.toml";
        let text = std::fs::read_to_string(site.root().join(path)).unwrap();
        site.write(path, format!("{text}\n[source]\nname = {{ zh = \"网站\", en = \"Website\" }}\nurl = \"{address}\"\n"));
        assert!(site.codes().contains(&"bad-url"), "{address}: {:?}", site.codes());
    }
}

#[test]
fn double_braces_in_texts_ask_for_figures_and_nothing_else() {
    for braces in [
        "{{ 7*7 }}",
        "{{ page.title }}",
        "{{ <link to={x} /> }}",
        "{{ config }}",
        "{{ figure ../../x 2028 }}",
        "{{ chart <script> }}",
        "{{ duties <script> }}",
    ] {
        let found = refused(braces);
        let good = ["bad-directive", "unknown-id", "no-figure", "no-chart", "directive-misplaced"];
        assert!(found.iter().any(|code| good.contains(code)), "{braces}: {found:?}");
    }
}
