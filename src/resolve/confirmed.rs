//! In: the texts of a plan and what was confirmed. Out: the passages whose translation is stale. What is confirmed of a
//! clause that is not in both texts is reported.

use crate::diagnostic::translation::{Translation, Unused};
use crate::diagnostic::{Diagnostics, Problem};
use crate::language::Lang;
use crate::model::confirmation::{Standing, State, standings};
use crate::model::kept::fitted;
use crate::parse::confirmed::ConfirmedFile;

use super::plans::Scope;

/// By language; empty for the first one, and where a text could not be read.
pub fn confirmed(
    file: &ConfirmedFile,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Vec<Vec<Standing>> {
    let Some(texts) = scope.texts else { return Vec::new() };
    let first = scope.names.languages.first();
    let in_language = |lang: Lang| {
        let confirmed = file.of(lang);
        if lang == first || confirmed.is_empty() {
            return Vec::new();
        }
        let mut list = standings(&texts[first.index()], &texts[lang.index()], confirmed);
        for one in confirmed {
            let is_there = |standing: &Standing| {
                standing.passage == one.passage.value && standing.state != State::Missing
            };
            if !list.iter().any(is_there) {
                let what = Unused::Passage(one.passage.value.clone());
                let problem = Translation::UnusedConfirmation { what };
                found.report(Problem::Translation(problem), one.passage.span);
            }
        }
        list.retain(|standing| standing.state == State::Stale);
        fitted(list)
    };
    scope.names.languages.iter().map(in_language).collect()
}
