//! In: an id as an author wrote it and a register. Out: the key of the entry, or a finding that offers
//! the nearest id.

use std::cell::Cell;

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::model::{Key, Register};
use crate::parse::register::RegisterState;

/// The ids of one register, and of entries that could not be read.
pub struct Known<'r, T> {
    what: &'static str,
    register: &'r Register<T>,
    ids: Vec<String>,
    broken: Vec<String>,
    state: RegisterState,
    /// The file of the register, until somebody has said that it is not there.
    file: Cell<Option<&'static str>>,
}

/// Entries that are called by an id.
pub trait Named {
    fn id(&self) -> &str;
}

impl Named for crate::model::Organisation {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Named for crate::model::Area {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl<'r, T: Named> Known<'r, T> {
    pub fn new(
        what: &'static str,
        file: &'static str,
        register: &'r Register<T>,
        broken: Vec<String>,
        state: RegisterState,
    ) -> Self {
        let ids = register.iter().map(|entry| entry.id().to_owned()).collect();
        Self { what, register, ids, broken, state, file: Cell::new(Some(file)) }
    }

    /// The entry called `name`. What follows from an entry or file
    /// that could not be read is not reported a second time.
    pub fn find(&self, name: &Spanned<String>, found: &mut Diagnostics) -> Option<Key<T>> {
        let key = self.register.find(&name.value);
        if key.is_some() || self.broken.contains(&name.value) {
            return key;
        }
        match (self.state, self.file.get()) {
            (RegisterState::Complete, _) => {
                report_unknown(self.what, name, self.ids.iter().map(String::as_str), found);
            }
            (RegisterState::Absent, Some(file)) => {
                self.file.set(None);
                found.report(Problem::MissingFile { name: file.to_owned() }, name.span);
            }
            (RegisterState::Absent, None) | (RegisterState::Damaged, _) => {}
        }
        None
    }

    pub fn find_all(&self, names: &[Spanned<String>], found: &mut Diagnostics) -> Vec<Key<T>> {
        names.iter().filter_map(|name| self.find(name, found)).collect()
    }
}

/// Says that there is no such id, and which one was perhaps meant.
pub fn report_unknown<'a>(
    what: &'static str,
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
    found: &mut Diagnostics,
) {
    let nearest = nearest(&name.value, known);
    found.report(Problem::UnknownId { what, id: name.value.clone(), nearest }, name.span);
}
