//! In: the events of one block. Out: its words: which pieces of the author's file readers see as text.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::model::prose::{Piece, Words};

use super::inline::Placed;
use super::{Origin, directive};

/// The words of a block, or of a heading; none where the text does not stand in the file letter by letter.
pub fn words(events: &[Placed<'_>], origin: &Origin<'_>) -> Words {
    let Some(offset) = origin.offset else { return Words::default() };
    let narrow = |at: usize| u32::try_from(at + offset).unwrap_or(u32::MAX);
    let mut pieces = Vec::new();
    let mut hidden = 0usize;
    for (event, range) in events {
        let (start, end) = (narrow(range.start), narrow(range.end));
        match event {
            // The description of a picture is no running text.
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => {
                pieces.push(Piece::Object { start, end });
                hidden += 1;
            }
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => hidden = hidden.saturating_sub(1),
            _ if hidden > 0 => {}
            Event::Text(_) => {
                let mut done = range.start;
                for place in directive::places(origin.text, range.clone()) {
                    text(&mut pieces, narrow(done), narrow(place.start));
                    done = place.end;
                    let (start, end) = (narrow(place.start), narrow(place.end));
                    pieces.push(Piece::Object { start, end });
                }
                text(&mut pieces, narrow(done), end);
            }
            Event::Code(_) | Event::InlineHtml(_) | Event::Html(_) => {
                pieces.push(Piece::Object { start, end });
            }
            Event::SoftBreak => pieces.push(Piece::Space),
            Event::HardBreak
            | Event::End(
                TagEnd::Item | TagEnd::TableCell | TagEnd::Paragraph | TagEnd::TableHead,
            ) => pieces.push(Piece::Line),
            _ => {}
        }
    }
    while matches!(pieces.last(), Some(Piece::Line | Piece::Space)) {
        pieces.pop();
    }
    Words::new(pieces)
}

/// Pieces that stand side by side become one.
fn text(pieces: &mut Vec<Piece>, start: u32, end: u32) {
    if start == end {
        return;
    }
    match pieces.last_mut() {
        Some(Piece::Text { end: last, .. }) if *last == start => *last = end,
        _ => pieces.push(Piece::Text { start, end }),
    }
}
