//! In: findings and the files they point at. Out: text for people, each finding with its line and
//! carets under the exact characters. Widths follow the terminal: a Chinese character takes two cells.

use annotate_snippets::{AnnotationKind, Element, Group, Level as Title, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Files, Level, Place, Span};

/// The findings one under the other; `styled` adds terminal colours.
pub fn to_text(found: &Diagnostics, files: &Files, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in found.iter() {
        out.push_str(&render(diagnostic, files, &renderer));
        out.push_str("\n\n");
    }
    out
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
        Place::Path(path) => group.element(annotate_snippets::Origin::path(path.as_str())),
    };
    if let Some(span) = diagnostic.related {
        let label = problem.related_label();
        group = group.element(snippet(span, files, AnnotationKind::Context, Some(label)));
    }
    if let Some(help) = problem.help() {
        group = group.element(Title::HELP.message(help));
    }
    renderer.render(&[group])
}

/// The lines around one span, cut out here so that a long file is not searched again and again.
fn snippet<'a>(
    span: Span,
    files: &'a Files,
    kind: AnnotationKind,
    label: Option<&'static str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = files.get(span.file);
    let text = file.text.as_str();
    let range = span.range();
    let start = text.floor_char_boundary(range.start);
    let end = text.ceil_char_boundary(range.end.max(start));
    let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
    // A caret that spans many lines says less than one under the first of them.
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = end.min(line_end).max(start);
    let annotation = kind.span(start - first..end - first);
    Snippet::source(&text[first..line_end])
        .path(file.path.as_str())
        .line_start(files.position(span.file, start).line)
        .annotation(match label {
            Some(label) => annotation.label(label),
            None => annotation,
        })
}
