//! In: entries of the two registers. Out: registers whose parents, areas, members and successors are keys. Ids
//! that occur twice, and entries that lead back to themselves, are reported.

use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::language::Text;
use crate::model::organisation::OrganisationKind;
use crate::model::register::{Id, Key, Named, Replaced};
use crate::model::{Area, Organisation, Register};
use crate::parse::register::{AreaEntry, OrganisationEntry, RegisterFile, ReplacedEntry};

use super::names::Known;

/// The areas, and how other files find them.
pub fn areas(
    file: RegisterFile<AreaEntry>,
    found: &mut Diagnostics,
) -> (Register<Area>, Known<Area>) {
    let entries = without_duplicates("area", file.entries, |entry| &entry.id, found);
    let ids = entries.iter().map(|entry| entry.id.value.clone());
    let names = entries.iter().enumerate();
    let names = names.flat_map(|(at, one)| called(at, &one.name, &one.short));
    let known = Known::new("area", "content/areas.toml", ids, names, file.broken, file.state);
    let areas = entries.into_iter().map(|entry| Area {
        span: entry.id.span,
        id: entry.id.value,
        short: entry.short.unwrap_or_else(|| entry.name.clone()),
        name: entry.name,
        aliases: entry.aliases,
        kind: entry.kind,
        parent: entry.parent.and_then(|parent| known.find(&parent, found)),
        demonstration: entry.demonstration,
        replaced: entry.replaced.map(|one| replaced(one, &known, found)),
    });
    let areas = Register::new(areas.collect());
    report_circles("area", "parent", &areas, |one| one.parent.into_iter().collect(), found);
    report_circles("area", "replaced", &areas, successors, found);
    (areas, known)
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
    let names = entries.iter().enumerate();
    let names = names.flat_map(|(at, one)| called(at, &one.name, &one.short));
    let known = Known::new("organisation", path, ids, names, file.broken, file.state);
    let organisations = entries.into_iter().map(|entry| {
        if !entry.members.is_empty() && entry.kind != OrganisationKind::Group {
            found.report(Problem::MembersWithoutGroup, entry.members_span);
        }
        Organisation {
            span: entry.id.span,
            id: entry.id.value,
            short: entry.short.unwrap_or_else(|| entry.name.clone()),
            name: entry.name,
            aliases: entry.aliases,
            kind: entry.kind,
            parent: entry.parent.and_then(|parent| known.find(&parent, found)),
            area: entry.area.and_then(|area| areas.find(&area, found)),
            members: known.find_all(&entry.members, found),
            contact: entry.contact,
            note: entry.note,
            replaced: entry.replaced.map(|one| replaced(one, &known, found)),
        }
    });
    let register = Register::new(organisations.collect());
    let what = "organisation";
    report_circles(what, "parent", &register, |one| one.parent.into_iter().collect(), found);
    report_circles(what, "members", &register, |one| one.members.clone(), found);
    report_circles(what, "replaced", &register, successors, found);
    (register, known)
}

/// The name and the short name of an entry, in every language.
fn called<'e>(
    at: usize,
    name: &'e Text,
    short: &'e Option<Text>,
) -> impl Iterator<Item = (usize, &'e str)> {
    let texts = std::iter::once(name).chain(short);
    texts.flat_map(Text::iter).map(move |name| (at, name))
}

fn replaced<T>(entry: ReplacedEntry, known: &Known<T>, found: &mut Diagnostics) -> Replaced<T> {
    Replaced { on: entry.on, by: known.find_all(&entry.by, found), note: entry.note }
}

fn successors<T: Named>(entry: &T) -> Vec<Key<T>> {
    entry.replaced().map_or_else(Vec::new, |replaced| replaced.by.clone())
}

/// The entries with the first of each id; the others are reported.
pub fn without_duplicates<T>(
    what: &'static str,
    entries: Vec<T>,
    id: impl Fn(&T) -> &Spanned<Id>,
    found: &mut Diagnostics,
) -> Vec<T> {
    let mut first: FxHashMap<Id, Span> = FxHashMap::default();
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

/// Reports each entry that leads back to itself by way of `key`, once per circle.
fn report_circles<T: Named>(
    what: &'static str,
    key: &'static str,
    register: &Register<T>,
    next: impl Fn(&T) -> Vec<Key<T>>,
    found: &mut Diagnostics,
) {
    let behind = |start: Key<T>| {
        let mut seen: Vec<Key<T>> = Vec::new();
        let mut open = next(&register[start]);
        while let Some(at) = open.pop() {
            if !seen.contains(&at) {
                seen.push(at);
                open.extend(next(&register[at]));
            }
        }
        seen
    };
    let mut reported: Vec<Key<T>> = Vec::new();
    for start in register.keys() {
        let reached = behind(start);
        if reached.contains(&start) && !reported.contains(&start) {
            let entry = &register[start];
            found.report(Problem::Circle { what, key, id: entry.id().to_string() }, entry.span());
            reported.extend(reached);
        }
    }
}
