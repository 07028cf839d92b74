//! In: findings and the files they point at. Out: one line a finding, as editors and other programs read them.

use super::{Diagnostic, Diagnostics, Files, Place};

/// `path:line:column: level[code]: message`, and without line and column where a finding is about a whole file.
pub fn to_lines(found: &Diagnostics, files: &Files) -> String {
    found.iter().map(|diagnostic| line(diagnostic, files)).collect()
}

fn line(diagnostic: &Diagnostic, files: &Files) -> String {
    let mut place = in_one_line(diagnostic.place.path(files));
    if let Place::Text(span) = &diagnostic.place {
        let start = files.position(span.file, span.range().start);
        place = format!("{place}:{}:{}", start.line, start.column);
    }
    let (level, code) = (diagnostic.level.name(), diagnostic.problem.code());
    format!("{place}: {level}[{code}]: {}\n", in_one_line(&diagnostic.problem.message()))
}

/// Line breaks and other control characters as blanks: a message may repeat what the author wrote.
fn in_one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(breaks, " ")
}
