//! In: points, boxes and texts in units. Out: elements of plotters on one drawing area, and the finished
//! chart. Kinds of charts hold a `Canvas`, a cursor from top to bottom, and nothing else.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::prelude::DrawingArea;

use super::chart::{Chart, Link};
use super::ink::{Ink, Tone};
use super::pen::{Pen, TENTHS, WIDTH, rounded};

pub use super::pen::Anchor;

/// Nothing stands nearer to the edge.
pub const MARGIN: f64 = 4.0;

/// A place on a chart, in units from the upper left.
pub type At = (f64, f64);

/// Where values become places: a plane of plotters within the chart.
pub struct Plane {
    area: DrawingArea<Pen, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

impl Plane {
    /// The place of a value in units.
    pub fn place(&self, x: f64, y: f64) -> At {
        let (x, y) = self.area.map_coordinate(&(x, y));
        (f64::from(x) / TENTHS, f64::from(y) / TENTHS)
    }
}

/// Draws a shape around a place.
pub type Symbol = Box<dyn Fn(&Canvas, At)>;

/// A shape and what it stands for.
pub struct Key {
    name: String,
    symbol: Symbol,
}

impl Key {
    /// `symbol` draws in a field of 22 units around the place it is given.
    pub fn new(name: String, symbol: impl Fn(&Canvas, At) + 'static) -> Self {
        Self { name, symbol: Box::new(symbol) }
    }
}

/// A chart in the making.
pub struct Canvas {
    pen: Rc<RefCell<Pen>>,
    area: DrawingArea<Pen, Shift>,
    links: Vec<Link>,
    /// How far down the chart is filled.
    pub y: f64,
}

/// Figures so large that they differ only in digits that no place has would leave a range empty.
fn open((low, high): (f64, f64)) -> (f64, f64) {
    if high > low { (low, high) } else { (low, low + low.abs().max(1.0)) }
}

fn pixel((x, y): At) -> (i32, i32) {
    (rounded(x * TENTHS), rounded(y * TENTHS))
}

impl Canvas {
    pub fn new() -> Self {
        let pen = Rc::new(RefCell::new(Pen::default()));
        let area = DrawingArea::from(&pen);
        Self { pen, area, links: Vec::new(), y: MARGIN }
    }

    /// The pen collects in memory and cannot fail.
    fn put<'e, E>(&self, element: &'e E)
    where
        &'e E: PointCollection<'e, (i32, i32)>,
        E: Drawable<Pen>,
    {
        let _ = self.area.draw(element);
    }

    pub fn path(&self, ink: Ink, points: &[At]) {
        let points: Vec<_> = points.iter().copied().map(pixel).collect();
        self.put(&PathElement::new(points, ink.style()));
    }

    pub fn polygon(&self, ink: Ink, corners: &[At]) {
        let corners: Vec<_> = corners.iter().copied().map(pixel).collect();
        self.put(&Polygon::new(corners, ink.style()));
    }

    pub fn rect(&self, ink: Ink, from: At, to: At) {
        self.put(&Rectangle::new([pixel(from), pixel(to)], ink.style()));
    }

    pub fn circle(&self, ink: Ink, at: At, radius: f64) {
        self.put(&Circle::new(pixel(at), (radius * TENTHS).round() as u32, ink.style()));
    }

    /// One line of text; `at` is half way up its letters. It goes to the pen at once: a text of plotters brings a font along,
    /// and charts name none.
    pub fn text(&self, tone: Tone, anchor: Anchor, at: At, text: &str) {
        if !text.is_empty() {
            self.pen.borrow_mut().text(text, tone, anchor, pixel(at));
        }
    }

    /// Wrapped text at the cursor, which moves below it.
    pub fn paragraph(&mut self, tone: Tone, left: f64, room: f64, text: &str) {
        for line in tone.wrap(text, room) {
            self.text(tone, Anchor::Left, (left, self.y + tone.line() / 2.0), &line);
            self.y += tone.line();
        }
    }

    /// A plane over the box from `from` (upper left) to `to` (lower right); values grow to the right and up.
    pub fn plane(&self, x: (f64, f64), y: (f64, f64), from: At, to: At) -> Plane {
        let ((left, top), (right, bottom)) = (pixel(from), pixel(to));
        let (x, y) = (open(x), open(y));
        let spec = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
            x.0..x.1,
            y.0..y.1,
            (left..right, bottom..top),
        );
        Plane { area: self.area.apply_coord_spec(spec) }
    }

    /// The shapes with their names beside them, on as many lines as they need; the cursor moves below.
    pub fn legend(&mut self, keys: &[Key]) {
        const FIELD: f64 = 24.0;
        const GAP: f64 = 12.0;
        let (tone, room) = (Tone::Quiet, WIDTH - 2.0 * MARGIN);
        let mut x = MARGIN;
        for Key { name, symbol } in keys {
            let lines = tone.wrap(name, room - FIELD);
            let wide = FIELD + lines.iter().map(|line| tone.width(line)).fold(0.0, f64::max);
            if x > MARGIN && (x + wide > WIDTH - MARGIN || lines.len() > 1) {
                x = MARGIN;
                self.y += tone.line() + 2.0;
            }
            symbol(self, (x + 9.0, self.y + tone.line() / 2.0));
            for (at, line) in lines.iter().enumerate() {
                if at > 0 {
                    self.y += tone.line();
                }
                self.text(tone, Anchor::Left, (x + FIELD, self.y + tone.line() / 2.0), line);
            }
            x += wide + GAP;
        }
        if !keys.is_empty() {
            self.y += tone.line() + 2.0;
        }
    }

    /// On a page, all from `top` down to the cursor leads somewhere.
    pub fn link(&mut self, top: f64, href: &str, name: &str) {
        let (href, name) = (href.to_owned(), name.to_owned());
        self.links.push(Link { href, name, top, height: self.y - top });
    }

    /// The finished chart, as high as the cursor is far down.
    pub fn finish(self, kind: &'static str, title: &str, description: String) -> Chart {
        let pen = self.pen.take();
        Chart {
            kind,
            title: title.to_owned(),
            description,
            height: (self.y + MARGIN).ceil(),
            body: pen.svg(),
            boxes: pen.boxes,
            links: self.links,
        }
    }
}
