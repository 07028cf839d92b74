//! In: the texts of a plan in two languages. Out: a file for translators (XLIFF 2.1), and, from the file that
//! comes back, the text of the second language with exactly what was translated in it; and the file that says which
//! translations are confirmed.

pub mod confirmed;
pub mod import;
mod label;
mod received;
mod refusal;
#[cfg(test)]
mod tests;
pub mod units;
pub mod xliff;

pub use refusal::Refusal;
