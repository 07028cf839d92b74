//! In: findings, the files they point at, and what is said of the rules. Out: SARIF 2.1.0, which other programs collect and
//! show: one run with the rules, and a result for each finding.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Edit, Files, Level, Place, Span};

/// What programs are told about a rule.
#[derive(Clone, Debug)]
pub struct RuleText {
    /// The code of its findings.
    pub name: &'static str,
    pub family: &'static str,
    pub level: Level,
    /// What it checks, in a sentence.
    pub checks: &'static str,
    pub why: &'static str,
    /// What to do about its findings, with examples, as plain text and in Markdown.
    pub help: String,
    pub markdown: String,
}

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The folder of the site: every address is one below it.
const ROOT: &str = "SRCROOT";

/// What is said of findings that come from no rule.
const OUTSIDE: &str = "Something in the files cannot be read, found or used as it is written.";

/// What stands in an address as it is.
const PLAIN: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The findings as SARIF, in the order of the list, then those that are acknowledged. Columns count characters.
pub fn to_sarif(found: &Diagnostics, files: &Files, rules: &[RuleText]) -> String {
    let acknowledged = found.acknowledged();
    let every = found.iter().chain(acknowledged.iter().map(|one| &one.finding));
    let codes: BTreeSet<&str> = every.map(|finding| finding.problem.code()).collect();
    let known = |code: &&str| rules.iter().any(|rule| rule.name == *code);
    let others: Vec<&str> = codes.into_iter().filter(|code| !known(code)).collect();
    let names = rules.iter().map(|rule| rule.name).chain(others.iter().copied());
    let indexes = names.enumerate().map(|(index, name)| (name, index)).collect();
    let cx = Results { files, indexes };
    let results = found.iter().map(|finding| cx.result(finding, None));
    let kept = acknowledged.iter().map(|one| cx.result(&one.finding, Some(&one.reason)));
    let results: Vec<Value> = results.chain(kept).collect();
    let descriptors: Vec<Value> =
        rules.iter().map(descriptor).chain(others.into_iter().map(outside)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "lantu",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": descriptors,
            } },
            "originalUriBaseIds": { ROOT: { "description": message("The folder of the site.") } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("findings are plain data")
}

fn descriptor(rule: &RuleText) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": message(rule.checks),
        "fullDescription": message(&format!("{} {}", rule.checks, rule.why)),
        "help": { "text": braced(&rule.help), "markdown": braced(&rule.markdown) },
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": { "tags": [rule.family] },
    })
}

fn outside(code: &str) -> Value {
    json!({ "id": code, "shortDescription": message(OUTSIDE) })
}

struct Results<'a> {
    files: &'a Files,
    /// The places of the rules in the list, by their names.
    indexes: BTreeMap<&'a str, usize>,
}

impl Results<'_> {
    fn result(&self, finding: &Diagnostic, reason: Option<&str>) -> Value {
        let code = finding.problem.code();
        let mut text = finding.problem.message();
        if let Some(help) = finding.problem.help() {
            text = format!("{text}\n{help}");
        }
        let place = match &finding.place {
            Place::Text(span) => self.place(*span),
            Place::Path(path) => json!({ "artifactLocation": artifact(path) }),
        };
        // Where one result says whether it is suppressed, all have to.
        let suppressions: Vec<Value> = reason
            .map(|reason| {
                json!({ "kind": "inSource", "status": "accepted", "justification": reason })
            })
            .into_iter()
            .collect();
        let mut result = json!({
            "ruleId": code,
            "ruleIndex": self.indexes[code],
            "level": level(finding.level),
            "message": message(&text),
            "locations": [{ "physicalLocation": place }],
            "suppressions": suppressions,
        });
        if let Some(span) = finding.related {
            result["relatedLocations"] = json!([{
                "physicalLocation": self.place(span),
                "message": message(finding.problem.related_label()),
            }]);
        }
        if !finding.fix.is_empty() {
            result["fixes"] = json!([{ "artifactChanges": self.changes(&finding.fix) }]);
        }
        result
    }

    /// What mends a finding, file by file.
    fn changes(&self, edits: &[Edit]) -> Vec<Value> {
        let mut of_files: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
        for edit in edits {
            let path = self.files.get(edit.place.file).path.as_str();
            of_files.entry(path).or_default().push(json!({
                "deletedRegion": self.region(edit.place),
                "insertedContent": { "text": edit.text },
            }));
        }
        let change = |(path, replacements)| json!({ "artifactLocation": artifact(path), "replacements": replacements });
        of_files.into_iter().map(change).collect()
    }

    fn place(&self, span: Span) -> Value {
        let path = &self.files.get(span.file).path;
        json!({ "artifactLocation": artifact(path), "region": self.region(span) })
    }

    fn region(&self, span: Span) -> Value {
        let start = self.files.position(span.file, span.range().start);
        let end = self.files.position(span.file, span.range().end);
        json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        })
    }
}

/// A file of the site; what is outside it has its own address.
fn artifact(path: &str) -> Value {
    let uri = utf8_percent_encode(path, PLAIN).to_string();
    if path.starts_with('/') {
        return json!({ "uri": format!("file://{uri}") });
    }
    json!({ "uri": uri, "uriBaseId": ROOT })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

fn message(text: &str) -> Value {
    json!({ "text": braced(text) })
}

/// Single braces stand for arguments in messages of SARIF; those of the text are doubled.
fn braced(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}
