//! In: figures. Out: horizontal bars on one measure, from zero to either side.

use rust_decimal::Decimal;

use super::canvas::{At, Canvas, Plane};
use super::ink::Ink;
use super::scale;
use crate::model::quantity::{Bound, Quantity};

/// How high a bar is.
const BAR: f64 = 10.0;
/// Bars shorter than this at their longest say nothing.
pub const LEAST: f64 = 90.0;

/// The least and the greatest end of all figures.
pub fn ends(figures: impl Iterator<Item = Quantity>) -> Option<(Decimal, Decimal)> {
    figures
        .map(|figure| scale::ends(&figure))
        .reduce(|(low, high), (from, to)| (low.min(from), high.max(to)))
}

/// Where figures between these ends, and zero, have their places.
pub fn plane(canvas: &Canvas, ends: Option<(Decimal, Decimal)>, left: f64, right: f64) -> Plane {
    let (low, high) = ends.unwrap_or_default();
    let (low, high) = (scale::place(low).min(0.0), scale::place(high).max(0.0));
    let high = if low == high { 1.0 } else { high };
    canvas.plane((low, high), (0.0, 1.0), (left, 0.0), (right, 1.0))
}

/// Draws the bar of a figure around a line and says where it begins and ends. The second ink is for what a range leaves
/// open.
pub fn bar(
    canvas: &Canvas,
    plane: &Plane,
    (closed, open): (Ink, Ink),
    quantity: &Quantity,
    middle: f64,
) -> (f64, f64) {
    let x = |value: Decimal| plane.place(scale::place(value), 0.0).0;
    let zero = plane.place(0.0, 0.0).0;
    let (low, high) = scale::ends(quantity);
    let (from, to) = (x(low), x(high));
    let draw = |a: f64, b: f64, ink: Ink| {
        let ((left, right), half) = ((a.min(b), a.max(b)), BAR / 2.0);
        let corners: (At, At) = ((left, middle - half), (right, middle + half));
        if right > left {
            canvas.rect(ink, corners.0, corners.1);
        }
    };
    if let Bound::To(_) = quantity.bound {
        draw(from, to, open);
    }
    if low > Decimal::ZERO {
        draw(zero, from, closed);
    } else if high < Decimal::ZERO {
        draw(zero, to, closed);
    }
    (from.min(zero), to.max(zero))
}
