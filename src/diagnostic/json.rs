//! In: findings and the files they point at. Out: one JSON object for scripts and editors.

use serde::Serialize;

use super::{Acknowledged, Diagnostic, Diagnostics, Files, Level, Place, Span};

#[derive(Serialize)]
struct Report<'a> {
    errors: usize,
    warnings: usize,
    infos: usize,
    findings: Vec<Finding<'a>>,
    acknowledged: AcknowledgedList<'a>,
}

#[derive(Serialize)]
struct Finding<'a> {
    level: Level,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    path: &'a str,
    #[serde(flatten)]
    range: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<Related<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<Edit<'a>>,
}

/// The findings that are true of the source.
#[derive(Serialize)]
struct AcknowledgedList<'a> {
    count: usize,
    findings: Vec<AcknowledgedFinding<'a>>,
}

#[derive(Serialize)]
struct AcknowledgedFinding<'a> {
    code: &'static str,
    path: &'a str,
    #[serde(flatten)]
    range: Option<Range>,
    reason: &'a str,
}

/// Another place that belongs to a finding.
#[derive(Serialize)]
struct Related<'a> {
    path: &'a str,
    #[serde(flatten)]
    range: Range,
    label: &'static str,
}

/// What is to stand at a place.
#[derive(Serialize)]
struct Edit<'a> {
    path: &'a str,
    #[serde(flatten)]
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Range {
    start: At,
    end: At,
}

/// Both count from 1, the column in characters.
#[derive(Serialize)]
struct At {
    line: usize,
    column: usize,
}

/// The findings as JSON: counts, then one object a finding, in the order of the list, then those acknowledged.
pub fn to_json(found: &Diagnostics, files: &Files) -> String {
    let list = found.acknowledged();
    let report = Report {
        errors: found.count(Level::Error),
        warnings: found.count(Level::Warning),
        infos: found.count(Level::Info),
        findings: found.iter().map(|diagnostic| finding(diagnostic, files)).collect(),
        acknowledged: AcknowledgedList {
            count: list.len(),
            findings: list.iter().map(|one| acknowledged(one, files)).collect(),
        },
    };
    serde_json::to_string_pretty(&report).expect("findings are plain data")
}

fn finding<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> Finding<'a> {
    let problem = &diagnostic.problem;
    let path = |span: Span| files.get(span.file).path.as_str();
    let edits = diagnostic.fix.iter();
    Finding {
        level: diagnostic.level,
        code: problem.code(),
        message: problem.message(),
        help: problem.help(),
        path: diagnostic.place.path(files),
        range: range_of(&diagnostic.place, files),
        related: diagnostic.related.map(|span| Related {
            path: path(span),
            range: range(span, files),
            label: problem.related_label(),
        }),
        fix: edits
            .map(|edit| Edit {
                path: path(edit.place),
                range: range(edit.place, files),
                text: &edit.text,
            })
            .collect(),
    }
}

fn acknowledged<'a>(one: &'a Acknowledged, files: &'a Files) -> AcknowledgedFinding<'a> {
    AcknowledgedFinding {
        code: one.finding.problem.code(),
        path: one.finding.place.path(files),
        range: range_of(&one.finding.place, files),
        reason: &one.reason,
    }
}

fn range_of(place: &Place, files: &Files) -> Option<Range> {
    match place {
        Place::Text(span) => Some(range(*span, files)),
        Place::Path(_) => None,
    }
}

fn range(span: Span, files: &Files) -> Range {
    let at = |byte| {
        let position = files.position(span.file, byte);
        At { line: position.line, column: position.column }
    };
    Range { start: at(span.range().start), end: at(span.range().end) }
}
