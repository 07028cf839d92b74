//! In: an address. Out: its QR code as the shape of a drawing, so that what was printed leads back to the page.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

/// A QR code: its size in modules, the quiet zone included, and the dark ones as a path.
#[derive(Serialize)]
pub struct Qr {
    pub size: usize,
    pub path: String,
}

/// What readers of codes need around them (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code of an address; `None` where it is too long for any code.
pub fn qr(address: &str) -> Option<Qr> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        for run in code[row].chunk_by(|one, other| one.value() == other.value()) {
            if run.first().is_some_and(|module| module.value()) {
                // Writing to a text cannot fail.
                let (x, y, length) = (column + QUIET, row + QUIET, run.len());
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            column += run.len();
        }
    }
    Some(Qr { size: code.size + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_their_three_corners() {
        let qr = qr("https://example.org/zh/plans/x/consultation/").unwrap();
        // The top edge of the two upper finder patterns, seven modules each.
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "{}", qr.path);
        assert!(qr.path.contains(&format!("M{} 4h7v1h-7z", qr.size - QUIET - 7)));
        assert!(super::qr(&"x".repeat(10_000)).is_none());
    }
}
