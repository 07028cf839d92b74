//! Findings as other programs read them: as lines, as JSON and as SARIF.

mod support;

use std::fs;

use boon::{Compiler, Schemas};
use lantu::diagnostic::{
    Diagnostic, Diagnostics, Edit, Files, Place, Problem, Span, to_json, to_lines, to_sarif,
};
use lantu::rules::guide;
use serde_json::{Value, json};
use support::{TestSite, tests};

fn sarif(found: &Diagnostics, files: &Files) -> Value {
    serde_json::from_str(&to_sarif(found, files, &guide::texts())).unwrap()
}

/// Holds SARIF against the schema of the standard.
struct Schema {
    schemas: Schemas,
    index: boon::SchemaIndex,
}

impl Schema {
    fn new() -> Self {
        let text = fs::read_to_string(tests("sarif/sarif-schema-2.1.0.json")).unwrap();
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        compiler.add_resource("sarif.json", serde_json::from_str(&text).unwrap()).unwrap();
        let index = compiler.compile("sarif.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn assert_valid(&self, log: &Value) {
        if let Err(error) = self.schemas.validate(log, self.index) {
            panic!("{error:#}");
        }
    }
}

/// A finding with everything, one about a file as a whole, and two in odd places.
fn sample() -> (Files, Diagnostics) {
    let mut files = Files::default();
    let first = files.add("content/plans/节水 100%/text.zh.md".into(), "甲乙丙\n丁𠮷戊。\n".into());
    let second = files.add("b.toml".into(), "x = 1\ny = 2\n".into());
    let mut found = Diagnostics::default();
    let bad = Problem::BadNumber { text: "{ 1\n2 }".into(), meant: None };
    found.push(
        Diagnostic::new(bad, Span::new(first, 3..9))
            .with_related(Span::new(second, 6..11))
            .with_fix(vec![
                Edit { place: Span::new(first, 3..6), text: "二".into() },
                Edit { place: Span::new(second, 0..5), text: String::new() },
            ]),
    );
    found.report(Problem::EmptyText, Span::new(first, 17..20));
    found.report(Problem::NotUtf8, Place::Path("content/图.md".into()));
    found.report(Problem::NoSite, Place::Path("/home/web site/site-config.toml".into()));
    (files, found)
}

#[test]
fn a_line_for_each_finding() {
    let (files, found) = sample();
    let lines = to_lines(&found, &files);
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(
        lines[0],
        "content/plans/节水 100%/text.zh.md:1:2: error[bad-number]: `{ 1 2 }` is not a number"
    );
    assert!(lines[1].starts_with("content/plans/节水 100%/text.zh.md:2:3: error[empty-text]: "));
    assert!(lines[2].starts_with("content/图.md: error[not-utf-8]: "), "{}", lines[2]);
}

#[test]
fn json_has_fixes_related_places_and_what_is_acknowledged() {
    let (files, found) = sample();
    let report: Value = serde_json::from_str(&to_json(&found, &files)).unwrap();
    let finding = &report["findings"][0];
    assert_eq!(finding["end"], json!({ "line": 1, "column": 4 }));
    assert_eq!(
        finding["related"],
        json!({
            "path": "b.toml",
            "start": { "line": 2, "column": 1 },
            "end": { "line": 2, "column": 6 },
            "label": "see here",
        })
    );
    assert_eq!(finding["fix"][0]["text"], "二");
    assert_eq!(finding["fix"][1]["path"], "b.toml");
    assert_eq!(report["findings"][2].get("start"), None);
    assert_eq!(report["findings"][2].get("fix"), None);

    let site = TestSite::base().overlay(&tests("diagnostics/acknowledged"));
    let checked = site.check();
    let report: Value = serde_json::from_str(&to_json(&checked.found, &checked.files)).unwrap();
    let list = report["acknowledged"]["findings"].as_array().unwrap();
    assert_eq!(report["acknowledged"]["count"], list.len());
    assert!(!list.is_empty());
    for one in list {
        for key in ["code", "path", "start", "end", "reason"] {
            assert!(one.get(key).is_some(), "{one}");
        }
    }
}

#[test]
fn sarif_says_where_and_what() {
    let (files, found) = sample();
    let log = sarif(&found, &files);
    Schema::new().assert_valid(&log);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["suppressions"], json!([]));
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"],
        json!({
            "uri": "content/plans/%E8%8A%82%E6%B0%B4%20100%25/text.zh.md",
            "uriBaseId": "SRCROOT",
        })
    );
    assert_eq!(
        place["region"],
        json!({ "startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 4 })
    );
    assert!(results[0]["message"]["text"].as_str().unwrap().starts_with("`{{ 1\n2 }}` is not"));
    let changes = results[0]["fixes"][0]["artifactChanges"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[0]["artifactLocation"]["uri"], "b.toml");
    assert_eq!(changes[1]["replacements"][0]["insertedContent"]["text"], "二");
    let region = &results[1]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startColumn"], 3, "a character beyond the first plane is one column");
    let outside = &results[3]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(outside, &json!({ "uri": "file:///home/web%20site/site-config.toml" }));
}

#[test]
fn every_fixture_gives_valid_sarif() {
    let schema = Schema::new();
    // The texts of all rules are held against the schema by another test.
    let texts = &guide::texts()[..1];
    let mut suppressed = 0;
    for entry in fs::read_dir(tests("diagnostics")).unwrap() {
        let site = TestSite::base().overlay(&entry.unwrap().path());
        let _ = fs::remove_file(site.root().join("expected.txt"));
        let checked = site.check();
        let log = to_sarif(&checked.found, &checked.files, texts);
        let log = serde_json::from_str(&log).unwrap();
        schema.assert_valid(&log);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let acknowledged = checked.found.acknowledged();
        assert_eq!(results.len(), checked.found.len() + acknowledged.len());
        for (one, result) in acknowledged.iter().zip(&results[checked.found.len()..]) {
            let suppression = &result["suppressions"][0];
            assert_eq!(suppression["kind"], "inSource");
            assert_eq!(suppression["justification"], one.reason.as_str());
            suppressed += 1;
        }
    }
    assert!(suppressed > 0);
}

#[test]
fn the_schema_finds_mistakes() {
    let schema = Schema::new();
    let (files, found) = sample();
    let mut log = sarif(&found, &files);
    log["runs"][0]["results"][0]["level"] = json!("info");
    assert!(schema.schemas.validate(&log, schema.index).is_err());
}
