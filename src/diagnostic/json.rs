//! In: findings and the files they point at. Out: one JSON object for scripts and editors.

use serde::Serialize;

use super::{Diagnostic, Diagnostics, Files, Level, Place};

#[derive(Serialize)]
struct Report<'a> {
    errors: usize,
    warnings: usize,
    infos: usize,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    level: Level,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<At>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<At>,
}

/// Both count from 1, the column in characters.
#[derive(Serialize)]
struct At {
    line: usize,
    column: usize,
}

/// The findings as JSON: counts, then one object a finding, in the order of the list.
pub fn to_json(found: &Diagnostics, files: &Files) -> String {
    let report = Report {
        errors: found.count(Level::Error),
        warnings: found.count(Level::Warning),
        infos: found.count(Level::Info),
        findings: found.iter().map(|diagnostic| finding(diagnostic, files)).collect(),
    };
    serde_json::to_string_pretty(&report).expect("findings are plain data")
}

fn finding<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> Finding<'a> {
    let (path, range) = match &diagnostic.place {
        Place::Text(span) => (files.get(span.file).path.as_str(), Some((span.file, span.range()))),
        Place::Path(path) => (path.as_str(), None),
    };
    let at = |file, byte| {
        let position = files.position(file, byte);
        At { line: position.line, column: position.column }
    };
    Finding {
        level: diagnostic.level,
        code: diagnostic.problem.code(),
        message: diagnostic.problem.message(),
        help: diagnostic.problem.help(),
        path,
        start: range.as_ref().map(|(file, range)| at(*file, range.start)),
        end: range.as_ref().map(|(file, range)| at(*file, range.end)),
    }
}
