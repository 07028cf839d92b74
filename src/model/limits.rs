//! In: nothing. Out: the sizes up to which lantu works, all in one place. They lie far beyond every real plan, and are
//! there so that a file that got into the site by mistake, or was made to do harm, is a finding and not a program that
//! never ends. The README lists them; `tests/limits.rs` tries each of them and what lies behind it.

use crate::diagnostic::Problem;
use crate::diagnostic::limit::Limit;

/// A megabyte, as file managers count.
pub const MEGABYTE: u64 = 1_000_000;

/// The size of a file that is read: a text, a table, a template, a file of words. 1.6 million Chinese characters; the
/// five-year plan of the whole country has 65,000.
pub const TEXT: u64 = 5 * MEGABYTE;

/// The size of a file that is published as it is.
pub const ATTACHMENT: u64 = 1_000 * MEGABYTE;

/// The size of a file that comes back from a translator: both languages of a text, and what programs add.
pub const TRANSLATION: u64 = 50 * MEGABYTE;

/// The clauses of a text. Each may become a page for comments in every language.
pub const CLAUSES: usize = 10_000;

/// Lists, quotations and tags of HTML within one another; also the parts of an interface word. Browsers stop at 512.
pub const DEPTH: usize = 100;

/// Lists and tables of a TOML file within one another.
pub const TOML_DEPTH: usize = 70;

/// The languages of a site. Every page is made in each of them.
pub const LANGUAGES: usize = 16;

/// The characters of an id, which becomes the name of a folder. Systems take up to 255.
pub const ID: usize = 100;

/// The characters of a word without a blank, such as a web address, in which numbers are looked for as in one.
pub const WORD: usize = 500;

/// What is wrong with an id that cannot be one.
pub fn problem_of_id(id: &str, otherwise: Problem) -> Problem {
    match id.chars().count() > ID {
        true => Problem::Limit(Limit::Id { most: ID }),
        false => otherwise,
    }
}
