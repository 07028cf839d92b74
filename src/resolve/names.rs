//! In: an id as an author wrote it and a register. Out: the key of the entry, or a finding that offers
//! the nearest id.

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::model::{Key, Register};

/// The ids of one register, and of entries that could not be read.
pub struct Known<'r, T> {
    what: &'static str,
    register: &'r Register<T>,
    ids: Vec<String>,
    broken: Vec<String>,
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
    pub fn new(what: &'static str, register: &'r Register<T>, broken: Vec<String>) -> Self {
        let ids = register.iter().map(|entry| entry.id().to_owned()).collect();
        Self { what, register, ids, broken }
    }

    /// The entry called `name`. An id whose entry could not be read is not reported a second time.
    pub fn find(&self, name: &Spanned<String>, found: &mut Diagnostics) -> Option<Key<T>> {
        let key = self.register.find(&name.value);
        if key.is_none() && !self.broken.contains(&name.value) {
            report_unknown(self.what, name, self.ids.iter().map(String::as_str), found);
        }
        key
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
