//! In: the events of one block. Out: safe HTML with open links. HTML written by the author is cut down
//! to harmless tags; everything that is cut is reported.

use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag, TagEnd, html};

use crate::diagnostic::{Diagnostics, Problem, Span, Spanned};
use crate::model::document::Html;

use super::Origin;
use super::inline::Placed;

/// Stands for link number N until the page is rendered.
const OPEN_LINK: &str = "lantu:";

/// The HTML of a block, or of the words of a heading.
pub fn html(events: Vec<Placed<'_>>, origin: &Origin<'_>, found: &mut Diagnostics) -> Html {
    let mut links = Vec::new();
    let mut raw = false;
    report_missing_descriptions(&events, origin, found);
    let mut cells = Cells::default();
    let events: Vec<Event<'_>> = events
        .into_iter()
        .flat_map(|(event, range)| {
            if let Event::Html(text) | Event::InlineHtml(text) = &event {
                raw = true;
                report_removed(text, range.start, origin, found);
            }
            let span = origin.span(range);
            cells.convert(open_link(event, span, &mut links))
        })
        .collect();
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    // In text and in attributes `>` is always escaped, so that this is the end of a tag.
    out = out.replace(" />", ">");
    if raw {
        out = SANITISER.clean(&out).to_string();
    }
    find_links(&out, links)
}

/// A picture without words between its brackets says nothing to people who cannot see it.
fn report_missing_descriptions(
    events: &[Placed<'_>],
    origin: &Origin<'_>,
    found: &mut Diagnostics,
) {
    for pair in events.windows(2) {
        let [(Event::Start(Tag::Image { .. }), range), (Event::End(TagEnd::Image), _)] = pair
        else {
            continue;
        };
        found.report(Problem::MissingAlt, origin.span(range.clone()));
    }
}

/// Replaces the address of a link or picture by its number.
fn open_link<'a>(event: Event<'a>, span: Span, links: &mut Vec<Spanned<String>>) -> Event<'a> {
    let mut open = |address: String| {
        links.push(Spanned::new(address, span));
        CowStr::from(format!("{OPEN_LINK}{}", links.len() - 1))
    };
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let address = match link_type {
                LinkType::Email => format!("mailto:{dest_url}"),
                _ => dest_url.to_string(),
            };
            Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url: open(address),
                title,
                id,
            })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: open(dest_url.to_string()), title, id })
        }
        other => other,
    }
}

/// Table cells with classes instead of inline styles, header cells with their scope, and the table in
/// a box of its own that can scroll.
#[derive(Default)]
struct Cells {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Cells {
    fn convert<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
        let raw = |text: String| Event::Html(CowStr::from(text));
        match event {
            Event::Start(Tag::Table(alignments)) => {
                self.alignments = alignments;
                let plain = vec![Alignment::None; self.alignments.len()];
                let scroll = raw("<div class=\"table-scroll\" tabindex=\"0\">".to_owned());
                vec![scroll, Event::Start(Tag::Table(plain))]
            }
            Event::End(TagEnd::Table) => {
                vec![Event::End(TagEnd::Table), raw("</div>\n".to_owned())]
            }
            Event::Start(Tag::TableHead) => {
                (self.in_head, self.column) = (true, 0);
                vec![event]
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                vec![event]
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                vec![event]
            }
            Event::Start(Tag::TableCell) => {
                let class = match self.alignments.get(self.column) {
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::Center) => " class=\"center\"",
                    _ => "",
                };
                self.column += 1;
                let cell = if self.in_head { "th scope=\"col\"" } else { "td" };
                vec![raw(format!("<{cell}{class}>"))]
            }
            Event::End(TagEnd::TableCell) => {
                vec![raw(if self.in_head { "</th>" } else { "</td>" }.to_owned())]
            }
            other => vec![other],
        }
    }
}

/// Finds the places of the numbered links. In text, `<` is always escaped, so that only real tags match.
fn find_links(html: &str, targets: Vec<Spanned<String>>) -> Html {
    let mut text = String::with_capacity(html.len());
    let mut links = Vec::new();
    let mut rest = html;
    for (number, target) in targets.into_iter().enumerate() {
        let marks = [
            format!("<a href=\"{OPEN_LINK}{number}\""),
            format!("<img src=\"{OPEN_LINK}{number}\""),
        ];
        let Some((at, mark)) = marks.iter().filter_map(|mark| Some((rest.find(mark)?, mark))).min()
        else {
            continue;
        };
        let place = at + mark.find(OPEN_LINK).unwrap_or(0);
        text.push_str(&rest[..place]);
        links.push((text.len(), target));
        rest = &rest[at + mark.len() - 1..];
    }
    text.push_str(rest);
    Html::new(text, links)
}

/// What HTML of an author may stay: the tags of running text, without links and pictures of its own.
static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    builder
        .link_rel(None)
        .url_schemes(HashSet::from(["lantu"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .add_tag_attributes("div", ["class", "tabindex"])
        .add_tag_attributes("th", ["class", "scope"])
        .add_tag_attributes("td", ["class"])
        .add_allowed_classes("code", [] as [&str; 0]);
    builder
});

/// Reports tags in an author's HTML that will not be in the page.
fn report_removed(html: &str, start: usize, origin: &Origin<'_>, found: &mut Diagnostics) {
    let allowed = SANITISER.clone_tags();
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let name: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric())
            .collect::<String>()
            .to_ascii_lowercase();
        let linked = matches!(name.as_str(), "a" | "img");
        if !name.is_empty() && (linked || !allowed.contains(name.as_str())) {
            let place = start + at..start + at + 1 + name.len();
            found.report(Problem::HtmlRemoved { tag: name }, origin.span(place));
        }
    }
}
