//! In: the entries `[[basis]]` of `plan.toml`. Out: the documents that a plan names as its basis, references still as the
//! author wrote them.

use crate::diagnostic::basis::Basis;
use crate::diagnostic::{Problem, Span, Spanned};
use crate::model::basis::BasisDocument;
use crate::model::register::Id;

use super::contacts::WebAddress;
use super::toml::Table;

/// An entry as written.
pub struct BasisEntry {
    pub document: BasisDocument,
    pub clauses: Vec<Spanned<String>>,
    pub span: Span,
}

pub fn basis(table: &Table<'_>) -> Option<BasisEntry> {
    let plan: Option<Spanned<Id>> = table.optional("plan");
    let title = table.required_unless("title", &["plan"]);
    let number = table.optional("document-number");
    let url = table.optional::<WebAddress>("url").map(|url| url.0);
    let clauses = table.optional("clauses").unwrap_or_default();
    let own = ["title", "document-number", "url"];
    let by_plan = !table.has_none_of(&["plan"]);
    for key in own.into_iter().filter(|key| by_plan && !table.has_none_of(&[key])) {
        table.report(Problem::Basis(Basis::SaidByPlan { key }), table.span_of(key));
    }
    table.finish();
    let document = match plan {
        Some(plan) => BasisDocument::Plan(plan),
        // The plan could not be read, which has been reported.
        None if by_plan => return None,
        None => BasisDocument::Other { title: title?, number, url },
    };
    Some(BasisEntry { document, clauses, span: table.span })
}
