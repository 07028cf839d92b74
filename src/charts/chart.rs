//! In: a drawn body. Out: the chart as SVG for a page, or as a file of its own.

use std::fmt::Write;

use super::measure;
use super::pen::{TextBox, WIDTH, tenths};
use super::style_sheet::StyleSheet;
use super::xml::escape;

/// What a kind of chart draws from its data.
pub struct Chart {
    pub kind: &'static str,
    pub title: String,
    /// What the chart shows, in words: its text alternative.
    pub description: String,
    pub(super) height: f64,
    pub(super) body: String,
    pub(super) boxes: Vec<TextBox>,
    pub(super) links: Vec<Link>,
}

/// A stretch of the chart, over all its width, that leads somewhere on a page.
pub struct Link {
    pub href: String,
    pub name: String,
    /// From the upper edge of the chart, in units.
    pub top: f64,
    pub height: f64,
}

/// Above the title and below the source.
const MARGIN: f64 = 8.0;
/// Left of everything, where the chart itself begins its texts.
const LEFT: f64 = 4.0;
/// A file has so much more paper to each side than a chart on a page.
const SIDE: u32 = 6;
const TITLE: f64 = 14.0;
const SOURCE: f64 = 11.0;

impl Chart {
    /// For a page: the chart alone, named by its title and described by its description. `id` is unique on
    /// the page.
    pub fn inline(&self, id: &str) -> String {
        let id = escape(id);
        let mut svg =
            format!("<svg class=\"chart {}\" viewBox=\"{}\"", self.kind, self.view(0, 0.0));
        // What stands within an image cannot be reached; what stands within a group can.
        let role = if self.links.is_empty() { "img" } else { "group" };
        let _ = write!(svg, " role=\"{role}\" aria-labelledby=\"{id}-title {id}-desc\">");
        let _ = write!(svg, "<title id=\"{id}-title\">{}</title>", escape(&self.title));
        let _ = write!(svg, "<desc id=\"{id}-desc\">{}</desc>", escape(&self.description));
        if self.links.is_empty() {
            svg.push_str(&self.body);
        } else {
            let _ = write!(svg, "<g aria-hidden=\"true\">{}</g>", self.body);
            self.write_links(&mut svg);
        }
        svg + "</svg>"
    }

    /// The links lie over the drawing and cannot be seen, whatever a style sheet knows of them.
    fn write_links(&self, svg: &mut String) {
        let units = |length: f64| tenths((length * 10.0) as i32);
        svg.push_str("<g class=\"c-go\" fill=\"none\" pointer-events=\"all\">");
        for Link { href, name, top, height } in &self.links {
            let _ = write!(svg, "<a href=\"{}\" aria-label=\"{}\">", escape(href), escape(name));
            let (y, height) = (units(*top), units(*height));
            let _ = write!(svg, "<rect y=\"{y}\" width=\"{WIDTH}\" height=\"{height}\"/></a>");
        }
        svg.push_str("</g>");
    }

    /// A file of its own, with its title above, `source` (where the figures come from) below, and what it
    /// needs of `styles` within.
    pub fn standalone(&self, lang: &str, styles: &StyleSheet, source: &str) -> String {
        // The title is set bold, which is wider.
        let heading = measure::wrap(&self.title, TITLE * 1.12, WIDTH - 2.0 * LEFT);
        let notes = measure::wrap(source, SOURCE, WIDTH - 2.0 * LEFT);
        let head = MARGIN + heading.len() as f64 * TITLE * measure::LINE;
        let foot = notes.len() as f64 * SOURCE * measure::LINE + MARGIN;
        let height = tenths(((head + self.height + foot) * 10.0) as i32);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {}\" viewBox=\"{}\" \
             width=\"720\" xml:lang=\"{}\" role=\"img\" aria-labelledby=\"t d\">",
            self.kind,
            self.view(SIDE, head + foot),
            escape(lang)
        );
        let _ = write!(svg, "<title id=\"t\">{}</title>", escape(&self.title));
        let _ = write!(svg, "<desc id=\"d\">{}</desc>", escape(&self.description));
        let _ = write!(svg, "<style>{}</style>", styles.content(&self.body));
        let _ =
            write!(svg, "<rect class=\"c-p\" x=\"-{SIDE}\" width=\"100%\" height=\"{height}\"/>");
        lines(&mut svg, "c-h", &heading, MARGIN, TITLE);
        let _ = write!(svg, "<g transform=\"translate(0 {})\">", tenths((head * 10.0) as i32));
        svg.push_str(&self.body);
        svg.push_str("</g>");
        lines(&mut svg, "c-q", &notes, head + self.height, SOURCE);
        svg + "</svg>\n"
    }

    /// Where the texts of the chart stand, by the measure that laid them out.
    pub fn text_boxes(&self) -> &[TextBox] {
        &self.boxes
    }

    /// Width and height in units.
    pub fn size(&self) -> (f64, f64) {
        (WIDTH, self.height)
    }

    fn view(&self, side: u32, more: f64) -> String {
        let (left, wide) = (-(side as i32), WIDTH as u32 + 2 * side);
        format!("{left} 0 {wide} {}", tenths(((self.height + more) * 10.0) as i32))
    }
}

fn lines(svg: &mut String, class: &str, lines: &[String], top: f64, size: f64) {
    let _ = write!(svg, "<g class=\"{class}\">");
    for (at, line) in lines.iter().enumerate() {
        let y = top + (at as f64 * measure::LINE + 1.0) * size;
        let y = tenths((y * 10.0) as i32);
        let _ = write!(svg, "<text x=\"4\" y=\"{y}\">{}</text>", escape(line));
    }
    svg.push_str("</g>");
}
