//! In: the text of a TOML file. Out: the same without the lines that break it, and what is wrong with them.

use toml::de::DeTable;

use crate::diagnostic::limit::Limit;
use crate::diagnostic::{Diagnostics, FileId, Problem, Span};

/// Takes out, one after the other, the lines at which the TOML stops making sense, and reports each.
/// What the parser says after the first mistake mostly follows from it; what it says when that line is
/// gone is a mistake of its own. Places stay the same: a line is taken out by writing spaces over it.
pub fn without_broken_lines(text: &str, file: FileId) -> (String, Diagnostics) {
    let mut text = text.to_owned();
    let mut found = Diagnostics::default();
    while let Err(error) = DeTable::parse(&text) {
        let range = error.span().unwrap_or(0..0);
        let reason = error.message().to_owned();
        if found.len() == MOST_BROKEN_LINES {
            return (String::new(), found);
        }
        let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let problem = if reason.contains("duplicate key") {
            Problem::DuplicateKey { key: text[range.clone()].trim_matches(['"', '\'']).to_owned() }
        } else if reason.contains("recursion depth") {
            Problem::Limit(Limit::TomlDepth)
        } else {
            Problem::TomlSyntax { reason, mark: chinese_mark(&text[start..end]) }
        };
        // At the end of the file something above was never closed; no line can be blamed alone.
        let blank = text[start..end].trim().is_empty();
        found.report(problem, Span::new(file, range));
        if blank {
            return (String::new(), found);
        }
        text.replace_range(start..end, &" ".repeat(end - start));
    }
    (text, found)
}

/// The first Chinese mark of a line that does not stand in quotation marks.
fn chinese_mark(line: &str) -> Option<char> {
    let outside = line.split('"').step_by(2);
    outside.flat_map(str::chars).find(|c| CHINESE_MARKS.contains(*c))
}

/// Marks that a Chinese keyboard gives where TOML needs the English one.
const CHINESE_MARKS: &str = "“”＂‘’＝，、｛｝［］【】";

/// A file with more broken lines than this is no TOML file that lost a quotation mark.
const MOST_BROKEN_LINES: usize = 5;
