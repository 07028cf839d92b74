//! Five real documents as they were found on the web, and the flaws that an editor sees in them
//! (`tests/editor/expected.toml`): how many of these the checker finds, and how many of its findings are true.
//! `cargo test --test editor -- --nocapture` prints both figures, rule by rule.

mod support;

use std::collections::BTreeMap;
use std::ops::Range;

use lantu::diagnostic::{Diagnostic, FileId, Files, Level, Place, Span};
use lantu::parse::markdown;
use toml::de::{DeTable, DeValue};

use support::{tests, today};

/// The share of the flaws that has to be found.
const LEAST_FOUND: f64 = 0.95;
/// The share of the findings that has to be true.
const LEAST_TRUE: f64 = 0.95;

/// A flaw that an editor sees.
struct Flaw {
    plan: String,
    rule: String,
    /// Where it may be reported: two places where two do not agree.
    places: Vec<Words>,
    /// Whether an editor would insist; a finding of another is true, too, but may be missing.
    sure: bool,
    why: String,
}

/// Words in a clause, or, without one, before the first clause and in the tables of the plan.
struct Words {
    clause: Option<String>,
    text: String,
}

fn flaws() -> Vec<Flaw> {
    let text = std::fs::read_to_string(tests("editor/expected.toml")).unwrap();
    let file = DeTable::parse(&text).unwrap();
    let list = file.get_ref().get("flaw").unwrap().get_ref().as_array().unwrap();
    let flaw = |entry: &DeTable<'_>| {
        let text = |key: &str| entry.get(key)?.get_ref().as_str().map(str::to_owned);
        let own = Words { clause: text("clause"), text: text("text").unwrap() };
        let also = text("also-text").map(|also| Words {
            clause: text("also-clause").filter(|clause| !clause.is_empty()),
            text: also,
        });
        Flaw {
            plan: text("plan").unwrap(),
            rule: text("rule").unwrap(),
            places: [own].into_iter().chain(also).collect(),
            sure: !matches!(
                entry.get("sure").map(|value| value.get_ref()),
                Some(DeValue::Boolean(false))
            ),
            why: text("why").unwrap(),
        }
    };
    list.iter().map(|entry| flaw(entry.get_ref().as_table().unwrap())).collect()
}

/// The files of a plan, with the places of its clauses.
struct PlanFiles {
    text: FileId,
    /// Each clause up to the next heading.
    clauses: BTreeMap<String, Range<usize>>,
    tables: Vec<FileId>,
}

/// Every plan by its id.
fn plans(files: &Files, all: &[FileId]) -> BTreeMap<String, PlanFiles> {
    let mut plans: BTreeMap<String, PlanFiles> = BTreeMap::new();
    for file in all {
        let path = &files.get(*file).path;
        let Some((plan, name)) =
            path.strip_prefix("content/plans/").and_then(|p| p.split_once('/'))
        else {
            continue;
        };
        let entry = plans.entry(plan.to_owned()).or_insert_with(|| PlanFiles {
            text: *file,
            clauses: BTreeMap::new(),
            tables: Vec::new(),
        });
        if name == "text.zh.md" {
            entry.text = *file;
            let (document, _) = markdown::plan_text(files, *file);
            let starts = document.clauses.iter().map(|clause| clause.span.range().start);
            let ends = starts.clone().skip(1).chain([files.text(*file).len()]);
            let places = starts.zip(ends).map(|(start, end)| start..end);
            let addresses = document.clauses.iter().map(|clause| clause.address.to_string());
            entry.clauses = addresses.zip(places).collect();
        } else {
            entry.tables.push(*file);
        }
    }
    plans
}

impl Words {
    /// Where the words stand.
    fn spans(&self, plan: &PlanFiles, files: &Files) -> Vec<Span> {
        let within = |file: FileId, range: Range<usize>| -> Vec<Span> {
            let found = files.text(file)[range.clone()].match_indices(&self.text);
            let start = range.start;
            found.map(|(at, _)| Span::new(file, start + at..start + at + self.text.len())).collect()
        };
        let spans = match &self.clause {
            Some(clause) => within(plan.text, plan.clauses[clause].clone()),
            None => {
                let first = plan.clauses.values().map(|range| range.start).min().unwrap();
                let tables = plan.tables.iter();
                let tables = tables.flat_map(|file| within(*file, 0..files.text(*file).len()));
                within(plan.text, 0..first).into_iter().chain(tables).collect()
            }
        };
        assert!(!spans.is_empty(), "`{}` is not in clause {:?}", self.text, self.clause);
        spans
    }
}

/// Whether a finding is about a flaw: it is of that rule, and points at its words, or into the paragraph where a rule
/// speaks of paragraphs.
fn is_about(finding: &Diagnostic, flaw: &Flaw, plan: &PlanFiles, files: &Files) -> bool {
    let own = match &finding.place {
        Place::Text(span) => Some(*span),
        Place::Path(_) => None,
    };
    let places: Vec<Span> = own.into_iter().chain(finding.related).collect();
    let line = |span: Span| {
        let (text, range) = (files.text(span.file), span.range());
        let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
        Span::new(span.file, start..end)
    };
    flaw.places.iter().flat_map(|words| words.spans(plan, files)).any(|span| {
        let span = if flaw.rule == "half-width-marks" { line(span) } else { span };
        places.iter().any(|place| {
            let (one, two) = (place.range(), span.range());
            place.file == span.file && one.start < two.end && two.start < one.end.max(one.start + 1)
        })
    })
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

#[test]
fn an_editor_finds_little_more_and_nothing_is_made_up() {
    let checked = lantu::check(&tests("editor/site"), today());
    let files = &checked.files;
    let plans = plans(files, &files.ids().collect::<Vec<_>>());
    let flaws = flaws();
    let findings: Vec<(&Diagnostic, &str)> = checked
        .found
        .iter()
        .filter_map(|finding| {
            let path = match &finding.place {
                Place::Text(span) => files.get(span.file).path.as_str(),
                Place::Path(path) => path,
            };
            Some((finding, path.strip_prefix("content/plans/")?.split('/').next()?))
        })
        .collect();
    for (finding, _) in &findings {
        let judged = finding.problem.default_level() == Level::Info
            || matches!(finding.problem.code(), "comma-in-list" | "day-with-stop");
        let message = finding.problem.message();
        assert!(!judged || finding.fix.is_empty(), "a matter of judgement has a fix: {message}");
    }
    // By rule: flaws found, flaws, findings that are true, findings.
    let mut table: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for flaw in flaws.iter().filter(|flaw| flaw.sure) {
        let found = findings.iter().any(|(finding, plan)| {
            finding.problem.code() == flaw.rule
                && *plan == flaw.plan
                && is_about(finding, flaw, &plans[*plan], files)
        });
        let row = table.entry(&flaw.rule).or_default();
        row[0] += usize::from(found);
        row[1] += 1;
        if !found {
            println!("not found: {} {}: {}", flaw.plan, flaw.rule, flaw.why);
        }
    }
    for (finding, plan) in &findings {
        let is_true = flaws.iter().any(|flaw| {
            finding.problem.code() == flaw.rule
                && *plan == flaw.plan
                && is_about(finding, flaw, &plans[*plan], files)
        });
        let row = table.entry(finding.problem.code()).or_default();
        row[2] += usize::from(is_true);
        row[3] += 1;
        if !is_true {
            println!(
                "not in the list: {plan} {}: {}",
                finding.problem.code(),
                finding.problem.message()
            );
        }
    }
    for (rule, [found, flaws, are_true, findings]) in &table {
        println!("{rule:26} found {found:3} of {flaws:3}; true {are_true:3} of {findings:3}");
    }
    for (what, without) in [("all rules", ""), ("without half-width-marks", "half-width-marks")] {
        let rows = table.iter().filter(|(rule, _)| **rule != without).map(|(_, row)| row);
        let [found, flaws, are_true, findings] =
            rows.fold([0; 4], |sum, row| std::array::from_fn(|at| sum[at] + row[at]));
        let (recall, precision) = (share(found, flaws), share(are_true, findings));
        println!(
            "{what}: {found} of {flaws} flaws are found ({:.1} %); {are_true} of {findings} findings are true ({:.1} %)",
            recall * 100.0,
            precision * 100.0
        );
        assert!(recall >= LEAST_FOUND, "{what}: {recall}");
        assert!(precision >= LEAST_TRUE, "{what}: {precision}");
    }
}
