//! In: entries of the two registers. Out: registers whose parents, areas and members are keys. Ids that
//! occur twice and parents that go in a circle are reported.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::model::register::{Id, Key, OrganisationKind};
use crate::model::{Area, Organisation, Register};
use crate::parse::register::{AreaEntry, OrganisationEntry, RegisterFile};

use super::names::Known;

/// The areas, and how other files find them.
pub fn areas(
    file: RegisterFile<AreaEntry>,
    found: &mut Diagnostics,
) -> (Register<Area>, Known<Area>) {
    let entries = without_duplicates("area", file.entries, |entry| &entry.id, found);
    let ids = entries.iter().map(|entry| entry.id.value.clone());
    let known = Known::new("area", "content/areas.toml", ids, file.broken, file.state);
    let parents = parents("area", &entries, |entry| (&entry.id, &entry.parent), &known, found);
    let areas = entries.into_iter().zip(parents).map(|(entry, parent)| Area {
        id: entry.id.value,
        short: entry.short.unwrap_or_else(|| entry.name.clone()),
        name: entry.name,
        kind: entry.kind,
        parent,
    });
    (Register::new(areas.collect()), known)
}

/// The organisations, and how other files find them.
pub fn organisations(
    file: RegisterFile<OrganisationEntry>,
    areas: &Known<Area>,
    found: &mut Diagnostics,
) -> (Register<Organisation>, Known<Organisation>) {
    let entries = without_duplicates("organisation", file.entries, |entry| &entry.id, found);
    let ids = entries.iter().map(|entry| entry.id.value.clone());
    let path = "content/organisations.toml";
    let known = Known::new("organisation", path, ids, file.broken, file.state);
    let parents =
        parents("organisation", &entries, |entry| (&entry.id, &entry.parent), &known, found);
    let organisations = entries.into_iter().zip(parents).map(|(entry, parent)| {
        if !entry.members.is_empty() && entry.kind != OrganisationKind::Group {
            found.report(Problem::MembersWithoutGroup, entry.members_span);
        }
        Organisation {
            id: entry.id.value,
            short: entry.short.unwrap_or_else(|| entry.name.clone()),
            name: entry.name,
            aliases: entry.aliases,
            kind: entry.kind,
            parent,
            area: entry.area.and_then(|area| areas.find(&area, found)),
            members: known.find_all(&entry.members, found),
            contact: entry.contact,
            note: entry.note,
        }
    });
    let register = Register::new(organisations.collect());
    (register, known)
}

/// The parent of every entry; a circle of parents is reported.
fn parents<E, T>(
    what: &'static str,
    entries: &[E],
    names: impl Fn(&E) -> (&Spanned<Id>, &Option<Spanned<String>>),
    known: &Known<T>,
    found: &mut Diagnostics,
) -> Vec<Option<Key<T>>> {
    let parents: Vec<Option<Key<T>>> = entries
        .iter()
        .map(|entry| names(entry).1.as_ref().and_then(|parent| known.find(parent, found)))
        .collect();
    report_circles(what, &parents, |at| names(&entries[at]).0, found);
    parents
}

/// The entries with the first of each id; the others are reported.
pub fn without_duplicates<T>(
    what: &'static str,
    entries: Vec<T>,
    id: impl Fn(&T) -> &Spanned<Id>,
    found: &mut Diagnostics,
) -> Vec<T> {
    let mut first: HashMap<Id, Span> = HashMap::new();
    let mut kept = Vec::with_capacity(entries.len());
    for entry in entries {
        let Spanned { value, span } = id(&entry).clone();
        match first.get(&value) {
            Some(before) => {
                let problem = Problem::DuplicateId { what, id: value.to_string() };
                found.push(Diagnostic::new(problem, span).with_related(*before));
            }
            None => {
                first.insert(value, span);
                kept.push(entry);
            }
        }
    }
    kept
}

/// Reports each entry that is its own ancestor, once per circle.
fn report_circles<'e, T>(
    what: &'static str,
    parents: &[Option<Key<T>>],
    id: impl Fn(usize) -> &'e Spanned<Id>,
    found: &mut Diagnostics,
) {
    let mut done = vec![false; parents.len()];
    for start in 0..parents.len() {
        let mut path = Vec::new();
        let mut at = start;
        while !done[at] {
            done[at] = true;
            path.push(at);
            match parents[at] {
                Some(parent) => at = parent.index(),
                None => break,
            }
            if path.contains(&at) {
                let entry = id(at);
                let problem = Problem::CircularParent { what, id: entry.value.to_string() };
                found.report(problem, entry.span);
            }
        }
    }
}
