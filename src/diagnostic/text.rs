//! In: findings and the files they point at. Out: text for people, each finding with its line and
//! carets under the exact characters. Widths follow the terminal: a Chinese character takes two cells. However long a
//! line is and however many findings a file has, the text stays readable.

use std::collections::BTreeMap;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level as Title, Origin, Renderer, Snippet,
};

use super::{Diagnostic, Diagnostics, Files, Level, Place, Span};

/// How many findings of one kind are printed of a file.
const SHOWN: usize = 20;

/// How many bytes of a line are looked at before and behind a place. Of these, as much is printed as fits on a line of the
/// terminal.
const AROUND: usize = 600;

/// How many bytes are underlined at most.
const UNDERLINED: usize = 300;

/// How many characters of a line of help are printed: it may repeat a sentence of the author.
const HELP: usize = 400;

/// The findings one under the other; `styled` adds terminal colours.
pub fn to_text(found: &Diagnostics, files: &Files, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    let mut path = "";
    // How often each kind was found in the file so far.
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in found.iter() {
        let here = diagnostic.place.path(files);
        if here != path {
            tell_of_more(&mut out, path, &std::mem::take(&mut counts));
            path = here;
        }
        let count = counts.entry(diagnostic.problem.code()).or_default();
        *count += 1;
        if *count <= SHOWN {
            out.push_str(&render(diagnostic, files, &renderer));
            out.push_str("\n\n");
        }
    }
    tell_of_more(&mut out, path, &counts);
    out
}

/// Says how many findings of a file were not printed.
fn tell_of_more(out: &mut String, path: &str, counts: &BTreeMap<&str, usize>) {
    for (code, count) in counts.iter().filter(|(_, count)| **count > SHOWN) {
        let more = count - SHOWN;
        out.push_str(&format!(
            "… and {more} more [{code}] in {path}: `lantu check --format lines` shows all\n\n"
        ));
    }
}

fn render(diagnostic: &Diagnostic, files: &Files, renderer: &Renderer) -> String {
    let problem = &diagnostic.problem;
    let level = match diagnostic.level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Info => Title::INFO,
    };
    let mut group: Group<'_> = level.primary_title(problem.message()).id(problem.code()).elements(
        Vec::<Element<'_>>::new(), // the places follow below
    );
    group = match &diagnostic.place {
        Place::Text(span) => group.element(snippet(*span, files, AnnotationKind::Primary, None)),
        Place::Path(path) => group.element(Origin::path(path.as_str())),
    };
    if let Some(span) = diagnostic.related {
        let label = problem.related_label();
        group = group.element(snippet(span, files, AnnotationKind::Context, Some(label)));
    }
    if let Some(help) = problem.help() {
        group = group.element(Title::HELP.message(shortened(help)));
    }
    let mut rendered = renderer.render(&[group]);
    if let Place::Text(span) = diagnostic.place {
        rendered = with_true_column(rendered, span, files);
    }
    match diagnostic.related {
        Some(span) => with_true_column(rendered, span, files),
        None => rendered,
    }
}

/// The line of a span, or the piece of it around the span: nothing else of a long file or line is looked at.
fn snippet<'a>(
    span: Span,
    files: &'a Files,
    kind: AnnotationKind,
    label: Option<&'static str>,
) -> Snippet<'a, Annotation<'a>> {
    let text = files.text(span.file);
    let start = text.floor_char_boundary(span.range().start);
    let line = files.line(span.file, start);
    // A caret that spans many lines says less than one under the first of them.
    let end = span.range().end.min(line.end).min(start + UNDERLINED).max(start);
    let end = text.ceil_char_boundary(end);
    let first = first_shown(span, files);
    let last = text.ceil_char_boundary((end + AROUND).min(line.end));
    let annotation = kind.span(start - first..end - first);
    Snippet::source(&text[first..last])
        .path(files.get(span.file).path.as_str())
        .line_start(files.position(span.file, start).line)
        .annotation(match label {
            Some(label) => annotation.label(label),
            None => annotation,
        })
}

/// The first byte of the line of a span that is looked at.
fn first_shown(span: Span, files: &Files) -> usize {
    let start = span.range().start;
    let text = files.text(span.file);
    text.floor_char_boundary(start.saturating_sub(AROUND).max(files.line(span.file, start).start))
}

/// Where only a piece of a line was looked at, its column was counted from the beginning of the piece.
fn with_true_column(rendered: String, span: Span, files: &Files) -> String {
    let first = files.position(span.file, first_shown(span, files));
    if first.column == 1 {
        return rendered;
    }
    let true_one = files.position(span.file, span.range().start);
    let place = |column: usize| format!("{}:{}:{column}", files.get(span.file).path, true_one.line);
    let counted = place(true_one.column - first.column + 1);
    let whole =
        |at: &usize| !rendered[at + counted.len()..].starts_with(|c: char| c.is_ascii_digit());
    match rendered.match_indices(&counted).map(|(at, _)| at).find(whole) {
        Some(at) => {
            let behind = &rendered[at + counted.len()..];
            format!("{}{}{behind}", &rendered[..at], place(true_one.column))
        }
        None => rendered,
    }
}

/// Help without the rest of overlong lines.
fn shortened(help: String) -> String {
    let short = |line: &str| match line.char_indices().nth(HELP) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    };
    if help.len() <= HELP { help } else { help.lines().map(short).collect::<Vec<_>>().join("\n") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Problem;

    fn text(found: &Diagnostics, files: &Files) -> String {
        to_text(found, files, false)
    }

    #[test]
    fn long_lines_are_cut_around_the_place_and_columns_stay_right() {
        let mut files = Files::default();
        let line = format!("{}坏好{}", "一".repeat(500_000), "二".repeat(500_000));
        let id = files.add("a.md".into(), format!("x\n{line}\n"));
        let at = files.text(id).find('坏').unwrap();
        let mut found = Diagnostics::default();
        let related = Span::new(id, at + 3..at + 6);
        let finding = Diagnostic::new(Problem::EmptyText, Span::new(id, at..at + 3));
        found.push(finding.with_related(related));
        found.report(Problem::EmptyText, Span::new(id, 2..files.text(id).len()));
        let shown = text(&found, &files);
        assert!(shown.contains("--> a.md:2:500001\n"), "{shown}");
        assert!(shown.contains("::: a.md:2:500002\n"), "{shown}");
        assert!(shown.contains("坏好"), "{shown}");
        assert!(shown.contains("--> a.md:2:1\n"), "{shown}");
        use unicode_width::UnicodeWidthStr;
        for line in shown.lines() {
            assert!(UnicodeWidthStr::width(line) < 320, "{line}");
        }
        let styled = to_text(&found, &files, true);
        assert!(styled.contains("a.md:2:500001"), "{styled}");
    }

    #[test]
    fn many_findings_of_one_kind_are_counted() {
        let mut files = Files::default();
        let many = files.add("a.md".into(), "x\n".repeat(100));
        let few = files.add("b.md".into(), "x\n".repeat(100));
        let mut found = Diagnostics::default();
        for line in 0..SHOWN + 12 {
            found.report(Problem::EmptyText, Span::new(many, line * 2..line * 2 + 1));
        }
        found.report(Problem::TopHeading, Span::new(many, 150..151));
        for line in 0..SHOWN {
            found.report(Problem::EmptyText, Span::new(few, line * 2..line * 2 + 1));
        }
        let shown = text(&found, &files);
        assert_eq!(shown.matches("error[empty-text]").count(), SHOWN * 2);
        assert!(shown.contains("error[top-heading]"));
        let more = "… and 12 more [empty-text] in a.md: `lantu check --format lines` shows all\n\n";
        assert_eq!(shown.matches('…').count(), 1);
        assert!(shown.contains(more), "{shown}");
        assert!(shown.find(more) < shown.find("--> b.md"));
    }
}
