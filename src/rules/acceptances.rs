//! In: the differences that the author of a plan accepts. Out: whether one is among them, and a finding at each that no
//! difference needed.

use crate::diagnostic::translation::{Accepted as Named, Translation as Finding};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::document::Address;
use crate::model::translation::{AcceptedWhat, Translation};

/// What a plan accepts, while a rule looks at its texts.
pub struct Acceptances<'t> {
    translation: &'t Translation,
    used: Vec<bool>,
}

impl<'t> Acceptances<'t> {
    pub fn new(translation: &'t Translation) -> Self {
        Self { translation, used: vec![false; translation.accepted.len()] }
    }

    /// Whether something is accepted in a clause, or before the first one; it is needed then.
    pub fn accept(
        &mut self,
        clause: Option<&Address>,
        fits: impl Fn(&AcceptedWhat) -> bool,
    ) -> bool {
        let at = self.translation.accepts(clause, fits);
        if let Some(at) = at {
            self.used[at] = true;
        }
        at.is_some()
    }

    /// Reports those of a kind that nothing needed.
    pub fn report_unneeded(self, is_kind: impl Fn(&AcceptedWhat) -> bool, found: &mut Diagnostics) {
        let unused = self.translation.accepted.iter().zip(self.used).filter(|(_, used)| !used);
        for (accepted, _) in unused.filter(|(accepted, _)| is_kind(&accepted.what)) {
            let what = match &accepted.what {
                AcceptedWhat::Value(value) => Named::Value(value.clone()),
                AcceptedWhat::Name(name) => Named::Name(name.clone()),
                AcceptedWhat::Blocks => Named::Blocks,
            };
            found.report(Problem::Translation(Finding::NothingToAccept { what }), accepted.span);
        }
    }
}
