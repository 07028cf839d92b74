//! In: entries of the two registers. Out: registers whose parents, areas and members are keys. Ids that
//! occur twice and parents that go in a circle are reported.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::model::register::{Id, Key, OrganisationKind};
use crate::model::{Area, Organisation, Register};
use crate::parse::register::{AreaEntry, OrganisationEntry, RegisterState};

use super::names::{Known, report_unknown};

pub fn areas(
    entries: Vec<AreaEntry>,
    broken: &[String],
    state: RegisterState,
    found: &mut Diagnostics,
) -> Register<Area> {
    let entries = without_duplicates("area", entries, |entry| &entry.id, found);
    let index = Index::new("area", entries.iter().map(|entry| &entry.id), broken, state);
    let parents: Vec<Option<Key<Area>>> =
        entries.iter().map(|entry| index.find(entry.parent.as_ref(), found)).collect();
    report_circles("area", &parents, |at| &entries[at].id, found);
    let areas = entries.into_iter().zip(parents).map(|(entry, parent)| {
        let area = Area {
            id: entry.id.value.clone(),
            short: entry.short.unwrap_or_else(|| entry.name.clone()),
            name: entry.name,
            kind: entry.kind,
            parent,
        };
        (entry.id.value, area)
    });
    Register::new(areas.collect())
}

pub fn organisations(
    entries: Vec<OrganisationEntry>,
    areas: &Known<'_, Area>,
    broken: &[String],
    state: RegisterState,
    found: &mut Diagnostics,
) -> Register<Organisation> {
    let entries = without_duplicates("organisation", entries, |entry| &entry.id, found);
    let index = Index::new("organisation", entries.iter().map(|entry| &entry.id), broken, state);
    let parents: Vec<Option<Key<Organisation>>> =
        entries.iter().map(|entry| index.find(entry.parent.as_ref(), found)).collect();
    report_circles("organisation", &parents, |at| &entries[at].id, found);
    let members: Vec<Vec<Key<Organisation>>> = entries
        .iter()
        .map(|entry| {
            if !entry.members.is_empty() && entry.kind != OrganisationKind::Group {
                found.report(Problem::MembersWithoutGroup, entry.members_span);
            }
            entry.members.iter().filter_map(|member| index.find(Some(member), found)).collect()
        })
        .collect();
    let organisations =
        entries.into_iter().zip(parents).zip(members).map(|((entry, parent), members)| {
            let organisation = Organisation {
                id: entry.id.value.clone(),
                short: entry.short.unwrap_or_else(|| entry.name.clone()),
                name: entry.name,
                aliases: entry.aliases,
                kind: entry.kind,
                parent,
                area: entry.area.and_then(|area| areas.find(&area, found)),
                members,
                contact: entry.contact,
                note: entry.note,
            };
            (entry.id.value, organisation)
        });
    Register::new(organisations.collect())
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

/// The places that entries will have in their register, while it is being made.
struct Index<'e> {
    what: &'static str,
    ids: Vec<&'e str>,
    by_id: HashMap<&'e str, usize>,
    broken: &'e [String],
    state: RegisterState,
}

impl<'e> Index<'e> {
    fn new(
        what: &'static str,
        ids: impl Iterator<Item = &'e Spanned<Id>>,
        broken: &'e [String],
        state: RegisterState,
    ) -> Self {
        let ids: Vec<&str> = ids.map(|id| id.value.as_str()).collect();
        let by_id = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        Self { what, ids, by_id, broken, state }
    }

    fn find<T>(&self, name: Option<&Spanned<String>>, found: &mut Diagnostics) -> Option<Key<T>> {
        let name = name?;
        let at = self.by_id.get(name.value.as_str());
        let complete = self.state == RegisterState::Complete;
        if at.is_none() && complete && !self.broken.contains(&name.value) {
            report_unknown(self.what, name, self.ids.iter().copied(), found);
        }
        at.map(|at| Key::at(*at))
    }
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
