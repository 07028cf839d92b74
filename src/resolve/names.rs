//! In: an id as an author wrote it and the ids of a register. Out: the key of the entry, or a finding that
//! offers the nearest id. It works while the register is still being made, so that entries can name each
//! other.

use rustc_hash::FxHashMap;

use crate::diagnostic::nearest::nearest_few;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::language::name_key;
use crate::model::plan_index::PlanIndex;
use crate::model::{Id, Key, Plans};
use crate::parse::register::RegisterState;

/// The ids of one register, and of entries that could not be read.
pub struct Known<T> {
    what: &'static str,
    keys: FxHashMap<Id, Key<T>>,
    /// In the author's order.
    ids: Vec<Id>,
    /// By what else entries are called, for those who write a name where only ids count.
    names: FxHashMap<String, usize>,
    broken: Vec<String>,
    state: RegisterState,
    /// The file of the register.
    file: &'static str,
}

impl<T> Known<T> {
    /// `ids` are those of the register's entries, in their order, each of them once; `names` say by its place what
    /// else an entry is called.
    pub fn new<'n>(
        what: &'static str,
        file: &'static str,
        ids: impl Iterator<Item = Id>,
        names: impl Iterator<Item = (usize, &'n str)>,
        broken: Vec<String>,
        state: RegisterState,
    ) -> Self {
        let ids: Vec<Id> = ids.collect();
        let keys = ids.iter().enumerate().map(|(at, id)| (id.clone(), Key::at(at))).collect();
        let names = names.map(|(at, name)| (name_key(name), at)).collect();
        Self { what, keys, ids, names, broken, state, file }
    }

    /// The entry with this id.
    pub fn find(&self, name: &Spanned<String>, found: &mut Diagnostics) -> Option<Key<T>> {
        let key = self.key(&name.value);
        if key.is_none() {
            self.report_missing(name, std::iter::empty(), found);
        }
        key
    }

    pub fn key(&self, name: &str) -> Option<Key<T>> {
        Id::new(name).and_then(|id| self.keys.get(&id).copied())
    }

    /// Says that there is no such entry, and which id, or which of `names`, was perhaps meant. What follows
    /// from an entry or file that could not be read is not reported a second time.
    pub fn report_missing<'a>(
        &'a self,
        name: &Spanned<String>,
        names: impl Iterator<Item = &'a str>,
        found: &mut Diagnostics,
    ) {
        // An entry that could not be read may have had any name.
        let broken = match Id::new(&name.value) {
            Some(_) => self.broken.contains(&name.value),
            None => !self.broken.is_empty(),
        };
        match self.state {
            RegisterState::Complete if !broken => {
                // Names count in plans; a register refers to itself by ids.
                if let Some(at) = self.names.get(&name_key(&name.value)) {
                    let (what, nearest) = (self.what, vec![self.ids[*at].to_string()]);
                    let id = name.value.clone();
                    found.report(Problem::UnknownId { what, id, nearest }, name.span);
                    return;
                }
                let ids = self.ids.iter().map(Id::as_str);
                report_unknown(self.what, name, ids.chain(names), found);
            }
            // Of these, `resolve` keeps the first one.
            RegisterState::Absent => {
                found.report(Problem::MissingFile { name: self.file.to_owned() }, name.span);
            }
            _ => {}
        }
    }

    /// Whether a problem says that the file of the register is not there.
    pub fn is_missing(&self, problem: &Problem) -> bool {
        matches!(problem, Problem::MissingFile { name } if *name == self.file)
    }

    pub fn find_all(&self, names: &[Spanned<String>], found: &mut Diagnostics) -> Vec<Key<T>> {
        names.iter().filter_map(|name| self.find(name, found)).collect()
    }
}

/// Says that a plan names one that does not exist, unless its files could not be read: `broken` are the addresses of those.
pub fn report_unknown_plan(
    id: &Spanned<Id>,
    plans: &Plans,
    index: &PlanIndex,
    broken: &[String],
    found: &mut Diagnostics,
) {
    let is_broken = || broken.contains(&format!("plans/{}/", id.value));
    if index.place(id.value.as_str()).is_none() && !is_broken() {
        let name = Spanned::new(id.value.to_string(), id.span);
        report_unknown("plan", &name, plans.iter().map(|one| one.id.as_str()), found);
    }
}

/// Says that there is no such id, and which ones were perhaps meant.
pub fn report_unknown<'a>(
    what: &'static str,
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
    found: &mut Diagnostics,
) {
    let nearest = nearest_few(&name.value, known);
    found.report(Problem::UnknownId { what, id: name.value.clone(), nearest }, name.span);
}
