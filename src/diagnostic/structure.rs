//! In: texts whose parts do not fit together. Out: their codes, levels and words.

use super::Level;

/// Parts of a text that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Structure {}

impl Structure {
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
