//! In: the awards of a plan as written. Out: `Awards` whose clauses are known to exist.

use crate::diagnostic::Diagnostics;
use crate::model::award::{Award, Awards};
use crate::parse::awards::{AwardEntry, AwardsFile};

use super::plans::Scope;

pub fn awards(file: AwardsFile, scope: &Scope<'_>, found: &mut Diagnostics) -> Awards {
    let award = |entry: AwardEntry| {
        let AwardEntry { clause, name, who, kind, conditions, note, amounts } = entry;
        let clause = scope.clause(&clause, found)?;
        Some(Award { clause, name, who, kind, conditions, note, amounts })
    };
    let list = file.awards.into_iter().filter_map(award).collect();
    Awards { title: file.title, note: file.note, list }
}
