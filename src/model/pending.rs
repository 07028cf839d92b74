//! In: the texts of a plan as written, and the languages into which it is still being translated. Out: the text that
//! pages show in each language: in a pending one, what is not translated yet stands there in the first language.

use crate::diagnostic::Span;
use crate::language::Lang;

use super::Plan;
use super::document::{Address, Document};

/// A language whose text is still being translated.
#[derive(Clone, Debug)]
pub struct Pending {
    pub lang: Lang,
    /// The first language of the site, in which the text is complete.
    first: Lang,
    /// Every clause of the first language, in this one where it is there.
    shown: Document,
    /// Where the author says so.
    pub span: Span,
}

impl Pending {
    /// `own` is what there is of the text in `lang`, `whole` the text in `first`.
    pub fn new(lang: Lang, span: Span, own: &Document, first: Lang, whole: &Document) -> Self {
        let clauses = whole.clauses.iter();
        let preamble = if own.preamble.is_empty() { whole } else { own };
        let clauses =
            clauses.map(|clause| own.clause(&clause.address).unwrap_or(clause).clone()).collect();
        let damaged = own.damaged || whole.damaged;
        let shown = Document::new(preamble.preamble.clone(), clauses, damaged);
        Self { lang, first, shown, span }
    }
}

/// How much of a text is translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translated {
    Nothing,
    Part,
    Whole,
}

impl Plan {
    fn pending_in(&self, lang: Lang) -> Option<&Pending> {
        self.pending.iter().find(|one| one.lang == lang)
    }

    pub fn is_pending(&self, lang: Lang) -> bool {
        self.pending_in(lang).is_some()
    }

    /// The text as pages in `lang` show it: it has the clauses of every other language.
    pub fn text(&self, lang: Lang) -> &Document {
        self.pending_in(lang).map_or(&self.texts[lang.index()], |pending| &pending.shown)
    }

    /// The language in which pages in `lang` show a clause, or what stands before the first one.
    pub fn shown_in(&self, lang: Lang, clause: Option<&Address>) -> Lang {
        let Some(pending) = self.pending_in(lang) else { return lang };
        let own = &self.texts[lang.index()];
        let is_there = match clause {
            Some(address) => own.clause(address).is_some(),
            None => !own.preamble.is_empty(),
        };
        if is_there { lang } else { pending.first }
    }

    /// How much of the text there is in `lang`.
    pub fn translated(&self, lang: Lang) -> Translated {
        let own = &self.texts[lang.index()];
        match self.pending_in(lang) {
            None => Translated::Whole,
            Some(_) if own.preamble.is_empty() && own.clauses.is_empty() => Translated::Nothing,
            Some(pending) => {
                let whole = &self.texts[pending.first.index()];
                let preamble = whole.preamble.is_empty() || !own.preamble.is_empty();
                let all = preamble && whole.has_clauses_of(own);
                if all { Translated::Whole } else { Translated::Part }
            }
        }
    }
}

/// The language in which two texts are compared for readers of `lang`: where one of the two is pending, their first one,
/// in which both are whole.
pub fn compared_in(one: &Plan, other: &Plan, lang: Lang) -> Lang {
    let pending = one.pending_in(lang).or_else(|| other.pending_in(lang));
    pending.map_or(lang, |pending| pending.first)
}
