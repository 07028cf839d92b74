//! In: figures that do not agree with each other. Out: their codes, levels and words.

use super::Level;

/// Figures that do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figures {}

impl Figures {
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
