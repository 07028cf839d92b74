//! In: shapes that plotters draws, in tenths of a unit, and texts. Out: compact SVG: the shapes of one ink are one path, the
//! texts of one tone share a group, and nothing says a colour.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};

use super::ink::{Ink, Tone};
use super::xml;

/// The width of every chart, in units.
pub const WIDTH: f64 = 360.0;
/// Pixels of plotters in a unit.
pub const TENTHS: f64 = 10.0;
/// Higher than any chart becomes; the real height is known when it is drawn.
const HEIGHT: u32 = 20_000_000;

type Done = Result<(), DrawingErrorKind<Infallible>>;

/// Which point of a text is meant by its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    Left,
    Middle,
    Right,
}

/// Where a text stands, in units: by our own measure, never narrower than it will be.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBox {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// The backend of plotters, which collects shapes by ink; texts, by tone, come to it without plotters.
#[derive(Default)]
pub struct Pen {
    paths: BTreeMap<Ink, Trace>,
    texts: BTreeMap<(Tone, Anchor), Columns>,
    pub(super) boxes: Vec<TextBox>,
}

/// Texts of one tone and anchor by their x: those in one column need not say it each. Each is its y, and its place among the
/// boxes.
type Columns = BTreeMap<i32, Vec<(i32, usize)>>;

/// The `d` of a path.
#[derive(Default)]
struct Trace(String);

impl Trace {
    fn start(&mut self, at: BackendCoord) {
        self.0.push('M');
        push_pair(&mut self.0, at);
    }

    fn line(&mut self, from: BackendCoord, to: BackendCoord) {
        let (dx, dy) = (to.0.saturating_sub(from.0), to.1.saturating_sub(from.1));
        let mut number = |letter, length| {
            self.0.push(letter);
            push_tenths(&mut self.0, length);
        };
        match (dx, dy) {
            (dx, 0) => number('h', dx),
            (0, dy) => number('v', dy),
            way => {
                self.0.push('l');
                push_pair(&mut self.0, way);
            }
        }
    }

    fn lines(&mut self, points: impl IntoIterator<Item = BackendCoord>, close: bool) {
        let mut last = None;
        for point in points {
            match last {
                None => self.start(point),
                Some(before) => self.line(before, point),
            }
            last = Some(point);
        }
        if close && last.is_some() {
            self.0.push('z');
        }
    }

    fn circle(&mut self, (x, y): BackendCoord, radius: i32) {
        let (r, d) = (tenths(radius), radius.saturating_mul(2));
        self.start((x.saturating_sub(radius), y));
        let _ = write!(self.0, "a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0 {} 0z", tenths(d), tenths(-d));
    }
}

/// `123` becomes `12.3`.
pub fn tenths(value: i32) -> String {
    let mut text = String::new();
    push_tenths(&mut text, value);
    text
}

/// Charts consist of such numbers, which are written without format strings.
fn push_tenths(text: &mut String, value: i32) {
    if value < 0 {
        text.push('-');
    }
    let (whole, tenth) = (value.unsigned_abs() / 10, value.unsigned_abs() % 10);
    let mut buffer = itoa::Buffer::new();
    if whole > 0 || tenth == 0 {
        text.push_str(buffer.format(whole));
    }
    if tenth > 0 {
        text.push('.');
        text.push_str(buffer.format(tenth));
    }
}

/// To the nearest whole number, and from a half away from zero, as the standard library rounds; many processors do that in
/// a function of their own.
pub fn rounded(value: f64) -> i32 {
    let whole = value as i32;
    match value - f64::from(whole) {
        rest if rest >= 0.5 => whole.saturating_add(1),
        rest if rest <= -0.5 => whole.saturating_sub(1),
        _ => whole,
    }
}

fn push_pair(text: &mut String, (x, y): BackendCoord) {
    push_tenths(text, x);
    if y >= 0 {
        text.push(' ');
    }
    push_tenths(text, y);
}

/// Texts with one x, which many of them say once.
fn write_column(svg: &mut String, x: i32, column: &[(i32, usize)], boxes: &[TextBox]) {
    let (mut x_digits, mut y_digits) = (itoa::Buffer::new(), itoa::Buffer::new());
    let (x, shared) = (x_digits.format(x), column.len() >= 5);
    if shared {
        svg.extend(["<g transform=\"translate(", x, ")\">"]);
    }
    for (y, at) in column {
        let text = xml::escape(&boxes[*at].text);
        svg.push_str("<text");
        if !shared {
            svg.extend([" x=\"", x, "\""]);
        }
        svg.extend([" y=\"", y_digits.format(*y), "\">", &text, "</text>"]);
    }
    if shared {
        svg.push_str("</g>");
    }
}

impl Pen {
    fn trace<S: BackendStyle>(&mut self, style: &S) -> &mut Trace {
        self.paths.entry(Ink::of(style.color())).or_default()
    }

    /// Everything drawn so far as SVG.
    pub fn svg(&self) -> String {
        let mut svg = String::with_capacity(2048);
        for (ink, trace) in &self.paths {
            svg.extend(["<path class=\"", ink.class(), "\" d=\"", &trace.0, "\"/>"]);
        }
        for ((tone, anchor), texts) in &self.texts {
            let anchor = match anchor {
                Anchor::Left => "",
                Anchor::Middle => " c-m",
                Anchor::Right => " c-e",
            };
            svg.extend(["<g class=\"", tone.class(), anchor, "\">"]);
            texts.iter().for_each(|(x, column)| write_column(&mut svg, *x, column, &self.boxes));
            svg.push_str("</g>");
        }
        svg
    }
}

impl Pen {
    /// One line of text; `at` is half way up its letters.
    pub fn text(&mut self, text: &str, tone: Tone, anchor: Anchor, at: BackendCoord) {
        let (wide, size) = (tone.width(text), tone.size());
        // Texts stand on whole units: nobody sees the difference, and files are smaller.
        let x = rounded(f64::from(at.0) / TENTHS);
        let base = rounded(f64::from(at.1) / TENTHS + size * 0.36);
        let left = match anchor {
            Anchor::Left => f64::from(x),
            Anchor::Middle => f64::from(x) - wide / 2.0,
            Anchor::Right => f64::from(x) - wide,
        };
        let (top, bottom) = (f64::from(base) - size * 0.95, f64::from(base) + size * 0.25);
        let column = self.texts.entry((tone, anchor)).or_default().entry(x).or_default();
        column.push((base, self.boxes.len()));
        self.boxes.push(TextBox { text: text.to_owned(), left, top, right: left + wide, bottom });
    }
}

impl DrawingBackend for Pen {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((WIDTH * TENTHS) as u32, HEIGHT)
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done {
        self.trace(&color).lines([point, point], false);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.trace(style).lines([from, to], false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Done {
        let corners = [from, (to.0, from.1), to, (from.0, to.1)];
        self.trace(style).lines(corners, true);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.trace(style).lines(path, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Done {
        self.trace(style).circle(center, i32::try_from(radius).unwrap_or(i32::MAX));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Done {
        self.trace(style).lines(corners, true);
        Ok(())
    }

    fn blit_bitmap(&mut self, _at: BackendCoord, _size: (u32, u32), _pixels: &[u8]) -> Done {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_at_most_one_decimal() {
        let cases = [
            (0, "0"),
            (5, ".5"),
            (-5, "-.5"),
            (120, "12"),
            (-123, "-12.3"),
            (i32::MIN, "-214748364.8"),
        ];
        for (value, text) in cases {
            assert_eq!(tenths(value), text);
        }
        for value in
            [0.0, 0.5, -0.5, 0.49999999999999994, 1.5, -2.5, 7.3, -7.7, 3e9, -3e9, f64::NAN]
        {
            assert_eq!(rounded(value), value.round() as i32, "{value}");
        }
        let pair = |at| {
            let mut text = String::new();
            push_pair(&mut text, at);
            text
        };
        assert_eq!(pair((10, -5)), "1-.5");
        assert_eq!(pair((10, 5)), "1 .5");
        assert_eq!(pair((-1200, 0)), "-120 0");
    }
}
