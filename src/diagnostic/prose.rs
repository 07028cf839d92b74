//! In: marks and words that an editor would correct. Out: their codes, levels and words.

use super::Level;

/// Marks and words of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prose {}

impl Prose {
    pub fn code(&self) -> &'static str {
        match *self {}
    }

    pub fn default_level(&self) -> Level {
        match *self {}
    }

    pub fn message(&self) -> String {
        match *self {}
    }

    pub fn help(&self) -> String {
        match *self {}
    }

    pub fn related_label(&self) -> &'static str {
        match *self {}
    }
}
