//! In: what a published page needs and lacks. Out: their codes, levels and words.

use super::Level;

/// What a published page needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publication {}

impl Publication {
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
