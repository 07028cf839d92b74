//! In: an id as an author wrote it and the ids of a register. Out: the key of the entry, or a finding that
//! offers the nearest id. It works while the register is still being made, so that entries can name each
//! other.

use std::cell::Cell;
use std::collections::HashMap;

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::model::{Id, Key};
use crate::parse::register::RegisterState;

/// The ids of one register, and of entries that could not be read.
pub struct Known<T> {
    what: &'static str,
    keys: HashMap<Id, Key<T>>,
    /// In the author's order.
    ids: Vec<Id>,
    broken: Vec<String>,
    state: RegisterState,
    /// The file of the register, until somebody has said that it is not there.
    file: Cell<Option<&'static str>>,
}

impl<T> Known<T> {
    /// `ids` are those of the register's entries, in their order, each of them once.
    pub fn new(
        what: &'static str,
        file: &'static str,
        ids: impl Iterator<Item = Id>,
        broken: Vec<String>,
        state: RegisterState,
    ) -> Self {
        let ids: Vec<Id> = ids.collect();
        let keys = ids.iter().enumerate().map(|(at, id)| (id.clone(), Key::at(at))).collect();
        Self { what, keys, ids, broken, state, file: Cell::new(Some(file)) }
    }

    /// The entry called `name`. What follows from an entry or file that could not be
    /// read is not reported a second time.
    pub fn find(&self, name: &Spanned<String>, found: &mut Diagnostics) -> Option<Key<T>> {
        let key = Id::new(&name.value).and_then(|id| self.keys.get(&id).copied());
        if key.is_some() || self.broken.contains(&name.value) {
            return key;
        }
        match (self.state, self.file.get()) {
            (RegisterState::Complete, _) => {
                report_unknown(self.what, name, self.ids.iter().map(Id::as_str), found);
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
