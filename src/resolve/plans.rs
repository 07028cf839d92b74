//! In: one plan folder as written. Out: a `Plan` whose references all lead somewhere.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::language::{Lang, Languages};
use crate::model::document::{Address, Document, PREAMBLE};
use crate::model::kept::kept;
use crate::model::pending::Pending;
use crate::model::plan::{Plan, Provenance};
use crate::model::translation::{Accepted, Translation};
use crate::model::{Area, Key, Organisation};
use crate::parse::PlanContent;
use crate::parse::confirmed::ConfirmedFile;
use crate::parse::plan::{PlanFile, SourceEntry};
use crate::parse::translation::TranslationFile;

use super::acknowledged;
use super::awards::awards;
use super::basis;
use super::confirmed::confirmed;
use super::duties::duties;
use super::finder::{Finder, Here};
use super::rounds::rounds;
use super::targets;

/// What a plan may refer to.
pub struct Names<'r> {
    pub organisations: &'r Finder<'r, Organisation>,
    pub areas: &'r Finder<'r, Area>,
    pub languages: &'r Languages,
}

/// `None` where something required is missing; it has been reported.
pub fn plan(mut content: PlanContent, names: &Names<'_>, found: &mut Diagnostics) -> Option<Plan> {
    let file = content.plan.as_ref();
    let area = file.and_then(|file| file.area.as_ref());
    let area = area.and_then(|area| names.areas.find(area, Here::default(), found));
    let date = file.and_then(date_of_names);
    let texts = content.texts.as_deref().filter(|texts| texts.iter().all(|text| !text.damaged));
    let scope = Scope { names, texts, here: Here { area, date } };
    let acknowledged = acknowledged::acknowledged(&content, &scope, found);
    let notes = std::mem::take(&mut content.acknowledged.notes);
    let text_notes = acknowledged::notes(notes, &scope, found);
    let targets = targets::targets(content.targets, content.progress, &scope, found);
    let duties = content.duties.map(|file| duties(file, &scope, found));
    let awards = content.awards.map(|file| awards(file, &scope, found));
    let rounds = rounds(content.rounds, content.submissions, &content.files, &scope, found);
    let basis = content.plan.as_mut().map(|file| std::mem::take(&mut file.basis));
    let basis = basis::basis(basis.unwrap_or_default(), &scope, found);
    let source = content.plan.as_mut().and_then(|file| file.source.take());
    let source = source.map(|source| provenance(source, &scope, found));
    let translation = translation(content.translation, content.confirmed, &scope, found);
    let file = content.plan?;
    let issuer = file.issuer.as_ref().and_then(|issuer| scope.body(issuer, found));
    let texts = content.texts?;
    let pending = pending(&file.pending, &texts, names.languages);
    Some(Plan {
        id: content.id?,
        short: file.short.unwrap_or_else(|| file.title.clone()),
        title: file.title,
        summary: file.summary,
        issuer: issuer?,
        area,
        draft: file.draft,
        status: file.status,
        published: file.published,
        signed: file.signed,
        in_force: file.in_force,
        document_number: file.document_number,
        index_number: file.index_number,
        subject: file.subject,
        validity: file.validity,
        period: file.period,
        keywords: file.keywords,
        basis,
        source,
        texts,
        pending,
        targets,
        duties,
        awards,
        rounds,
        translation,
        acknowledged,
        text_notes,
        rules: file.rules,
        files: content.files,
        places: file.places,
        span: file.span,
    })
}

/// The day whose names a plan uses: of all that are known, the one nearest to the day when it was written.
fn date_of_names(file: &PlanFile) -> Option<Date> {
    let of_source = || file.source.as_ref().and_then(|source| source.date.as_ref());
    let date = file.signed.as_ref().or(file.published.as_ref()).or_else(of_source);
    date.map(|one| one.value)
}

/// What the files of one plan may refer to.
pub struct Scope<'r> {
    pub names: &'r Names<'r>,
    /// `None` where one of them could not be read: then clauses are taken as they are.
    pub texts: Option<&'r [Document]>,
    pub here: Here,
}

impl Scope<'_> {
    pub fn organisation(
        &self,
        name: &Spanned<String>,
        found: &mut Diagnostics,
    ) -> Option<Key<Organisation>> {
        self.names.organisations.find(name, self.here, found)
    }

    /// An organisation with the place where it is named.
    pub fn body(
        &self,
        name: &Spanned<String>,
        found: &mut Diagnostics,
    ) -> Option<Spanned<Key<Organisation>>> {
        Some(Spanned::new(self.organisation(name, found)?, name.span))
    }

    pub fn area(&self, name: &Spanned<String>, found: &mut Diagnostics) -> Option<Key<Area>> {
        self.names.areas.find(name, self.here, found)
    }

    /// The clauses of the first language count; that the others have the same is checked later.
    pub fn clause(&self, name: &Spanned<String>, found: &mut Diagnostics) -> Option<Address> {
        // One clause number is as near as the other: a guess would mislead.
        self.known(name, "clause", None, found, |text, address| text.clause(address).is_some())
    }

    /// A clause, or what stands before the first one. `likely` is what was meant if there is no such clause.
    pub fn place(
        &self,
        name: &Spanned<String>,
        likely: Option<&str>,
        found: &mut Diagnostics,
    ) -> Option<Address> {
        let preamble = name.value == PREAMBLE;
        let what = if preamble { "text before the first clause" } else { "clause" };
        self.known(name, what, likely, found, |text, address| text.blocks_of(address).is_some())
    }

    /// The address that a name means, if the text has it; else that is reported.
    fn known(
        &self,
        name: &Spanned<String>,
        what: &'static str,
        likely: Option<&str>,
        found: &mut Diagnostics,
        has: impl Fn(&Document, &Address) -> bool,
    ) -> Option<Address> {
        let address = Address::new(name.value.clone());
        if self.first_text().is_none_or(|text| has(text, &address)) {
            return Some(address);
        }
        let nearest = likely.map(str::to_owned).into_iter().collect();
        found.report(Problem::UnknownId { what, id: name.value.clone(), nearest }, name.span);
        None
    }

    pub fn places(&self, names: &[Spanned<String>], found: &mut Diagnostics) -> Vec<Address> {
        kept(names.iter().filter_map(|name| self.place(name, None, found)))
    }

    fn first_text(&self) -> Option<&Document> {
        Some(&self.texts?[self.names.languages.first().index()])
    }

    pub fn clauses(&self, names: &[Spanned<String>], found: &mut Diagnostics) -> Vec<Address> {
        kept(names.iter().filter_map(|name| self.clause(name, found)))
    }
}

fn provenance(entry: SourceEntry, scope: &Scope<'_>, found: &mut Diagnostics) -> Provenance {
    let SourceEntry { name, url, date, ends_in, note } = entry;
    let ends_in = ends_in.and_then(|name| {
        // Nearly always it is the last one; by its number, any other would be as near.
        let last = scope.first_text().and_then(|text| text.clauses.last());
        let last = last.map(|clause| clause.address.as_str());
        Some(Spanned::new(scope.place(&name, last, found)?, name.span))
    });
    Provenance { name, url, date, ends_in, note }
}

/// A language that is named twice counts once.
fn pending(named: &[Spanned<Lang>], texts: &[Document], languages: &Languages) -> Vec<Pending> {
    let first = languages.first();
    let langs = languages.iter().filter_map(|lang| named.iter().find(|one| one.value == lang));
    let pending = |one: &Spanned<Lang>| {
        let (own, whole) = (&texts[one.value.index()], &texts[first.index()]);
        Pending::new(one.value, one.span, own, first, whole)
    };
    langs.map(pending).collect()
}

/// An entry about a clause that does not exist is reported and left out.
fn translation(
    file: TranslationFile,
    confirmations: ConfirmedFile,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Translation {
    let accepted = file.accepted.into_iter().filter_map(|entry| {
        let clause = match &entry.clause {
            Some(name) => {
                let address = scope.place(name, None, found)?;
                (!address.is_preamble()).then(|| Spanned::new(address, name.span))
            }
            None => None,
        };
        Some(Accepted { clause, what: entry.what, span: entry.span })
    });
    let accepted = accepted.collect();
    let stale = confirmed(&confirmations, scope, found);
    Translation { accepted, stale }
}
