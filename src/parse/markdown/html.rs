//! In: the events of one block. Out: safe HTML with open links. HTML written by the author is cut down
//! to harmless tags; everything that is cut is reported.

use std::collections::HashSet;
use std::hash::Hasher;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;
use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag, TagEnd, html};
use rustc_hash::FxHasher;

use crate::diagnostic::safety::Safety;
use crate::diagnostic::{Diagnostics, Problem, Span, Spanned};
use crate::language::no_text;
use crate::model::directive::Directive;
use crate::model::html::{Html, Open};

use super::inline::{Placed, join_text, stands_in};
use super::{Origin, directive};

/// The scheme of the marks that stand for the addresses of links and pictures until the page is rendered.
const OPEN_LINK: &str = "lantu:";
/// Stand around the number of a figure until the page is rendered; these characters have no meaning of
/// their own in Unicode.
const OPEN_FIGURE: [char; 2] = ['\u{F8F1}', '\u{F8F2}'];

/// The HTML of a block, or of the words of a heading.
pub fn html(events: Vec<Placed<'_>>, origin: &Origin<'_>, found: &mut Diagnostics) -> Html {
    if let Some(html) = as_written(&events, origin) {
        return html;
    }
    let mut open = Vec::new();
    let own = html_of_author(&events);
    let seal = if own { seal(&events) } else { 0 };
    let whole = match (events.first(), events.last()) {
        (Some((_, first)), Some((_, last))) => first.start..last.end.max(first.end),
        _ => 0..0,
    };
    report_missing_descriptions(&events, origin, found);
    let mut cells = Cells::default();
    let asks = |(event, _): &Placed<'_>| matches!(event, Event::Text(text) if text.contains('{') && text.contains("{{"));
    let asked = events.iter().any(asks);
    let events = if asked { join_text(events, origin.text) } else { events };
    let events: Vec<Event<'_>> = events
        .into_iter()
        .flat_map(|(event, range)| {
            if let Event::Html(text) | Event::InlineHtml(text) = &event {
                report_removed(text, range.start, origin, found);
            }
            let event = match event {
                Event::Text(text) if asked => {
                    Event::Text(open_figures(text, range.clone(), origin, &mut open, found))
                }
                other => other,
            };
            let span = origin.span(range);
            cells.convert(open_address(event, span, seal, &mut open))
        })
        .collect();
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    // In text and in attributes `>` is always escaped, so that this is the end of a tag.
    if memmem::find(out.as_bytes(), b" />").is_some() {
        out = out.replace(" />", ">");
    }
    if own {
        out = sanitiser(seal).clean(&out).to_string();
    }
    report_control_characters(&out, whole, origin, found);
    find_places(&out, seal, open)
}

/// The HTML of a paragraph, or of words, in which nothing is marked, asked for or left out.
fn as_written(events: &[Placed<'_>], origin: &Origin<'_>) -> Option<Html> {
    let (words, paragraph) = match events {
        [(Event::Start(Tag::Paragraph), _), words @ .., (Event::End(TagEnd::Paragraph), _)] => {
            (words, true)
        }
        words => (words, false),
    };
    let start = words.first()?.1.start;
    let mut end = start;
    for (event, range) in words {
        let Event::Text(text) = event else { return None };
        if range.start != end || !stands_in(origin.text, range, text) {
            return None;
        }
        end = range.end;
    }
    if memmem::find(&origin.text.as_bytes()[start..end], b"{{").is_some() {
        return None;
    }
    Html::verbatim(origin.file?, start..end, paragraph)
}

/// Those that stand in the file as they are have been found when it was read; `&#1;` is only one here.
fn report_control_characters(
    html: &str,
    whole: Range<usize>,
    origin: &Origin<'_>,
    found: &mut Diagnostics,
) {
    let in_file = || no_text(&origin.text[whole.clone()]).next().is_some();
    if let Some((_, c)) = no_text(html).next().filter(|_| !in_file()) {
        found.report(Problem::Safety(Safety::hidden(c)), origin.span(whole));
    }
}

fn html_of_author(events: &[Placed<'_>]) -> bool {
    events.iter().any(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
}

/// A number that HTML within the text cannot name, because it is made of that text: an author's own
/// `<a href="lantu:0">` must not pass for a link that is still open.
fn seal(events: &[Placed<'_>]) -> u64 {
    let texts = events.iter().filter_map(|(event, _)| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(text.as_ref()),
        _ => None,
    });
    let mut hasher = FxHasher::default();
    texts.for_each(|text| hasher.write(text.as_bytes()));
    hasher.finish()
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
fn open_address<'a>(event: Event<'a>, span: Span, seal: u64, places: &mut Vec<Open>) -> Event<'a> {
    let mut open = |place: Open| {
        places.push(place);
        CowStr::from(mark(seal, places.len() - 1))
    };
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let address = match link_type {
                LinkType::Email => format!("mailto:{dest_url}"),
                _ => dest_url.to_string(),
            };
            Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url: open(Open::Link(Spanned::new(address, span))),
                title,
                id,
            })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let dest_url = open(Open::Picture(Spanned::new(dest_url.to_string(), span)));
            Event::Start(Tag::Image { link_type, dest_url, title, id })
        }
        other => other,
    }
}

/// Stands for the address with this number until the page is rendered.
fn mark(seal: u64, number: usize) -> String {
    format!("{OPEN_LINK}{seal:x}-{number}")
}

/// Replaces every figure that a text asks for by its number.
fn open_figures<'a>(
    text: CowStr<'a>,
    range: Range<usize>,
    origin: &Origin<'a>,
    places: &mut Vec<Open>,
    found: &mut Diagnostics,
) -> CowStr<'a> {
    if !stands_in(origin.text, &range, &text) {
        return text;
    }
    let mut out = String::new();
    let mut done = range.start;
    for place in directive::places(origin.text, range.clone()) {
        out.push_str(&origin.text[done..place.start]);
        done = place.end;
        match directive::read(place.clone(), origin, found) {
            Some(Directive::Figure(figure)) => {
                let [start, end] = OPEN_FIGURE;
                out.push_str(&format!("{start}{}{end}", places.len()));
                places.push(Open::Figure(figure));
            }
            Some(_) => found.report(Problem::DirectiveNotAlone, origin.span(place)),
            None => {}
        }
    }
    out.push_str(&origin.text[done..range.end]);
    out.into()
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

/// Finds the numbered places. In text, `<` is always escaped, so that only real tags match.
fn find_places(html: &str, seal: u64, open: Vec<Open>) -> Html {
    let mut text = String::with_capacity(html.len());
    let mut places = Vec::new();
    let mut rest = html;
    for (number, open) in open.into_iter().enumerate() {
        let Some((before, behind)) = place_of(number, &open, seal, rest) else { continue };
        text.push_str(&rest[..before]);
        places.push((text.len(), open));
        rest = &rest[behind..];
    }
    text.push_str(rest);
    Html::new(text, places)
}

/// Where the mark of a place begins and ends.
fn place_of(number: usize, open: &Open, seal: u64, html: &str) -> Option<(usize, usize)> {
    let (before, text) = match open {
        Open::Figure(_) => ("", format!("{}{number}{}", OPEN_FIGURE[0], OPEN_FIGURE[1])),
        Open::Link(_) => ("<a href=\"", mark(seal, number)),
        Open::Picture(_) => ("<img src=\"", mark(seal, number)),
    };
    let behind = if before.is_empty() { "" } else { "\"" };
    let at = html.find(&format!("{before}{text}{behind}"))? + before.len();
    Some((at, at + text.len()))
}

/// What HTML of an author may stay: the tags of running text, without links and pictures of its own.
static ALLOWED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| sanitiser(0).clone_tags());

/// Leaves only what may stay, and of addresses only the marks with this seal.
fn sanitiser(seal: u64) -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    let mark = format!("{OPEN_LINK}{seal:x}-");
    builder
        .link_rel(None)
        .url_schemes(HashSet::from(["lantu"]))
        .url_relative(ammonia::UrlRelative::Deny)
        // What stands around the text is no matter of the text.
        .rm_tags(["h1", "header", "footer", "nav", "aside", "article", "hgroup", "map", "area"])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attribute_values("div", "tabindex", ["0"])
        .add_allowed_classes("div", ["table-scroll"])
        .add_allowed_classes("th", ["right", "center"])
        .add_allowed_classes("td", ["right", "center"])
        .add_allowed_classes("code", [] as [&str; 0])
        .attribute_filter(move |_, _, value| {
            let foreign = value.starts_with(OPEN_LINK) && !value.starts_with(&mark);
            (!foreign).then(|| value.into())
        });
    builder
}

/// Reports tags in an author's HTML that will not be in the page.
fn report_removed(html: &str, start: usize, origin: &Origin<'_>, found: &mut Diagnostics) {
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let name: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric())
            .collect::<String>()
            .to_ascii_lowercase();
        let linked = matches!(name.as_str(), "a" | "img");
        if !name.is_empty() && (linked || !ALLOWED.contains(name.as_str())) {
            let place = start + at..start + at + 1 + name.len();
            found.report(Problem::HtmlRemoved { tag: name }, origin.span(place));
        }
    }
}
