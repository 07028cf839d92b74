//! The table of rules: every rule has a text and a fixture, and its examples do what they say. An example is a few lines
//! of a file; here they are put into the small valid site.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use lantu::diagnostic::{Level, OUTSIDE_RULES};
use lantu::rules::{Example, RULES, Rule, guide};
use support::{TestSite, assert_expected, tests};
use toml::{Table, Value};

/// Where a file of an example stands in the site: by its name, in the folder of the plan, unless it is one of the site.
fn place(name: &str) -> String {
    match name {
        "site-config.toml" => name.to_owned(),
        "organisations.toml" | "areas.toml" | "concepts.toml" | "glossary.toml" => {
            format!("content/{name}")
        }
        _ if name.starts_with("content/") => name.to_owned(),
        _ => format!("content/plans/water/{name}"),
    }
}

/// Puts an example into the small valid site.
fn apply(example: Example) -> TestSite {
    let site = TestSite::base();
    for (name, snippet) in example {
        put(&site, name, snippet);
    }
    site
}

/// Puts the lines of one file into a site.
fn put(site: &TestSite, name: &str, snippet: &str) {
    let path = place(name);
    if let Some(kilobytes) = snippet.strip_prefix('(').and_then(|rest| rest.strip_suffix(" kB)")) {
        site.write(&path, "");
        let file = fs::File::options().write(true).open(site.root().join(&path)).unwrap();
        return file.set_len(kilobytes.parse::<u64>().unwrap() * 1000).unwrap();
    }
    begin_plan(site, &path);
    let text = match fs::read_to_string(site.root().join(&path)) {
        Ok(base) if name.ends_with(".toml") && !replaces(snippet) => {
            merged(&base, snippet, is_register(name))
        }
        Ok(base) if name.ends_with(".md") && !replaces(snippet) => format!("{base}\n{snippet}\n"),
        _ => format!("{snippet}\n"),
    };
    site.write(&path, text);
}

/// Another plan than that of the site begins with the same `plan.toml` and a text of its own.
fn begin_plan(site: &TestSite, path: &str) {
    let Some((folder, "plan.toml")) = path.rsplit_once('/') else { return };
    if site.root().join(folder).exists() {
        return;
    }
    let plan = tests("support/base/content/plans/water/plan.toml");
    site.write(path, fs::read_to_string(plan).unwrap());
    site.write(&format!("{folder}/text.zh.md"), "## 一、目标\n\n节水。\n");
    site.write(&format!("{folder}/text.en.md"), "## I. Goals\n\nWater is saved.\n");
}

/// Whether a snippet is a whole file: a text that begins a main clause or has a title, a plan, or a division of duties by
/// notes.
fn replaces(snippet: &str) -> bool {
    const BEGINNINGS: [&str; 4] = ["## ", "# ", "[notes]", "issuer "];
    snippet.lines().any(|line| BEGINNINGS.iter().any(|begin| line.starts_with(begin)))
}

/// Entries of a register belong together by their ids, others by their places.
fn is_register(name: &str) -> bool {
    matches!(name, "organisations.toml" | "areas.toml")
}

fn merged(base: &str, snippet: &str, by_id: bool) -> String {
    let mut table: Table = base.parse().unwrap();
    let snippet: Table = snippet.parse().unwrap_or_else(|error| panic!("{error}\n{snippet}"));
    merge(&mut table, snippet, by_id);
    table.to_string()
}

fn merge(table: &mut Table, snippet: Table, by_id: bool) {
    for (key, new) in snippet {
        match (table.get_mut(&key), new) {
            (Some(Value::Table(old)), Value::Table(new)) => merge(old, new, by_id),
            (Some(Value::Array(old)), Value::Array(new))
                if !new.is_empty() && new.iter().all(Value::is_table) =>
            {
                merge_entries(old, new, by_id);
            }
            (_, new) => {
                table.insert(key, new);
            }
        }
    }
}

fn merge_entries(old: &mut Vec<Value>, new: Vec<Value>, by_id: bool) {
    for (number, entry) in new.into_iter().enumerate() {
        let same = |one: &&mut Value| one.get("id") == entry.get("id");
        let there = if by_id && entry.get("id").is_some() {
            old.iter_mut().find(same)
        } else {
            old.get_mut(number)
        };
        match (there, entry) {
            (Some(Value::Table(old)), Value::Table(entry)) => merge(old, entry, by_id),
            (_, entry) => old.push(entry),
        }
    }
}

/// What an example gives: the findings of the rule, each with its level, and all findings as text.
fn findings(rule: &Rule, example: Example) -> (Vec<Level>, String) {
    let checked = apply(example).check();
    let text = lantu::diagnostic::to_text(&checked.found, &checked.files, false);
    let of_rule = checked.found.iter().filter(|one| one.problem.code() == rule.name);
    let levels = of_rule.map(|one| one.level).collect();
    let stray = checked.found.iter().find(|one| {
        // The tables of the site name clauses that a text of its own does not have.
        let code = one.problem.code();
        let of_no_rule = code != "unknown-id" && RULES.iter().all(|rule| rule.name != code);
        one.level == Level::Error && of_no_rule
    });
    assert!(stray.is_none(), "an example of `{}` cannot be read:\n{text}", rule.name);
    (levels, text)
}

#[test]
fn the_examples_of_every_rule_do_what_they_say() {
    for rule in RULES {
        let name = rule.name;
        assert!(!rule.fails.is_empty() && !rule.passes.is_empty(), "`{name}` has no examples");
        let (levels, text) = findings(rule, rule.fails);
        assert!(
            levels.contains(&rule.level),
            "the example of `{name}` that is to fail gives {levels:?}, not {:?}:\n{text}",
            rule.level
        );
        let (levels, text) = findings(rule, rule.passes);
        assert!(levels.is_empty(), "the example of `{name}` that is to pass fails:\n{text}");
    }
}

#[test]
fn every_rule_has_a_name_of_its_own_a_text_and_a_fixture() {
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len(), "a name is there twice");
    for rule in RULES {
        let name = rule.name;
        let letters =
            name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(letters, "`{name}` is not in kebab-case");
        for text in [rule.checks, rule.why] {
            assert!(text.ends_with('.') && !text.contains("  "), "`{name}`: {text}");
        }
        assert!(tests("diagnostics").join(name).is_dir(), "`{name}` has no fixture");
    }
}

#[test]
fn findings_can_be_acknowledged_as_explained() {
    let with_example = |rule: &&Rule| rule.fixed.is_none() && !rule.fails.is_empty();
    for rule in RULES.iter().filter(with_example) {
        let Some((file, snippet)) = guide::acknowledgement(rule) else { continue };
        // Explanations name some clause; authors name that of their finding.
        let clauses = ["2.1.1", "2.1.2", "2.1.3", "1", "2", "2.1", "3", "4", "1.1", "1.3"];
        let named = clauses.iter().map(|clause| snippet.replace("2.1.1", clause));
        // Without a clause, an entry is about the whole plan.
        let entries = named.chain([snippet.replace("clause = \"2.1.1\"\n", "")]);
        // The example may be the second indicator of the table.
        let second =
            snippet.starts_with("[[indicator]]").then(|| format!("[[indicator]]\n\n{snippet}"));
        let entries = entries.chain(second);
        let done = entries.into_iter().any(|entry| {
            let site = apply(rule.fails);
            put(&site, file, &entry);
            let checked = site.check();
            let acknowledged = checked.found.acknowledged().iter();
            let mut codes = acknowledged.map(|one| one.finding.problem.code());
            checked.found.iter().all(|one| one.problem.code() != rule.name)
                && codes.any(|code| code == rule.name)
        });
        assert!(done, "`{}` cannot be acknowledged in {file}:\n{snippet}", rule.name);
    }
}

#[test]
fn the_guide_says_what_the_rules_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    assert_expected(&path, &guide::markdown());
}

#[test]
fn every_code_is_that_of_a_rule_or_in_the_list_of_others() {
    let mut codes = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic");
    for (_, place) in support::files(&root) {
        let text = fs::read_to_string(place).unwrap();
        for function in text.split("fn code(&self)").skip(1) {
            let end = function.find("\n    }\n").unwrap();
            // `Self::EmptyText => "empty-text"`, the text perhaps in braces.
            for arm in function[..end].split("=>").skip(1) {
                let arm = arm.trim_start().trim_start_matches('{').trim_start();
                if let Some(code) = arm.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                    codes.insert(code.to_owned());
                }
            }
        }
    }
    for (path, place) in support::files(&tests("diagnostics")) {
        if path.ends_with("/expected.txt") {
            for line in fs::read_to_string(place).unwrap().lines() {
                let level = ["error[", "warning[", "info["].iter();
                let code = level.filter_map(|level| line.strip_prefix(level)).next();
                codes.extend(code.and_then(|rest| rest.split(']').next()).map(str::to_owned));
            }
        }
    }
    let rules = RULES.iter().map(|rule| rule.name);
    let known: BTreeSet<String> =
        rules.chain(OUTSIDE_RULES.iter().copied()).map(str::to_owned).collect();
    assert_eq!(codes, known, "the list is OUTSIDE_RULES in src/diagnostic/codes.rs");
    assert!(OUTSIDE_RULES.is_sorted());
}

#[test]
fn snippets_are_put_where_they_belong() {
    let base = "[[a]]\nid = 1\nx = { p = 1, q = 2 }\n[[a]]\nid = 2\n";
    let by_place = merged(base, "[[a]]\nx = { q = 3 }\n[[a]]\n[[a]]\nid = 9", false);
    let wanted: Table =
        "[[a]]\nid = 1\nx = { p = 1, q = 3 }\n[[a]]\nid = 2\n[[a]]\nid = 9".parse().unwrap();
    assert_eq!(by_place.parse::<Table>().unwrap(), wanted);
    let by_id = merged(base, "[[a]]\nid = 2\nx = [1]\n[[a]]\nid = 9", true);
    let wanted: Table =
        "[[a]]\nid = 1\nx = { p = 1, q = 2 }\n[[a]]\nid = 2\nx = [1]\n[[a]]\nid = 9"
            .parse()
            .unwrap();
    assert_eq!(by_id.parse::<Table>().unwrap(), wanted);
    assert!(replaces("Preamble.\n\n## I. Goals") && !replaces("#### 2. Replace water meters"));
}
