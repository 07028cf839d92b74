//! In: the events of one block. Out: where lists, quotations and tags stand too deep within one another. Whoever goes
//! through such a block goes as deep, the browser of a reader, too.

use std::ops::Range;

use pulldown_cmark::Event;

use crate::model::limits::DEPTH;

use super::inline::Placed;

/// The first place that is too deep.
pub fn too_deep(block: &[Placed<'_>]) -> Option<Range<usize>> {
    let (mut depth, mut tags) = (0usize, Tags::default());
    for (event, range) in block {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Html(html) | Event::InlineHtml(html) => tags.read(html),
            _ => {}
        }
        if depth.max(tags.deepest) > DEPTH {
            return Some(range.clone());
        }
    }
    None
}

/// The tags of a block that are open.
#[derive(Default)]
struct Tags {
    open: Vec<String>,
    deepest: usize,
}

impl Tags {
    fn read(&mut self, html: &str) {
        for (at, _) in html.match_indices('<') {
            if self.deepest > DEPTH {
                return;
            }
            let rest = &html[at + 1..];
            let (closes, rest) = match rest.strip_prefix('/') {
                Some(rest) => (true, rest),
                None => (false, rest),
            };
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let name = rest[..end].to_ascii_lowercase();
            if name.is_empty() || CLOSED_BY_THEMSELVES.contains(&name.as_str()) {
                continue;
            }
            if !closes {
                self.open.push(name);
                self.deepest = self.deepest.max(self.open.len());
            } else if let Some(place) = self.open.iter().rposition(|open| *open == name) {
                self.open.remove(place);
            }
        }
    }
}

/// Tags that hold nothing, and those that the next one of their kind closes.
const CLOSED_BY_THEMSELVES: &[&str] = &[
    "area", "br", "col", "hr", "img", "input", "source", "wbr", "p", "li", "dt", "dd", "tr", "td",
    "th", "thead", "tbody", "tfoot", "colgroup", "caption", "option",
];
