//! In: the units of a plan, or an XLIFF file that comes back. Out: an XLIFF 2.1 file (OASIS, 2018), or what
//! stands in one. Files of 2.0, 2.1 and 2.2 are read.

mod read;
mod write;

pub use read::{Part, ReadError, ReadUnit, Translation, decode, read};
pub use write::{Head, write};

/// Of all 2.x; the minor version follows it.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.";

/// Whether XML can hold the character.
fn in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}
