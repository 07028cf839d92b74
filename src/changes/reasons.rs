//! In: a draft with the comments on it, and what came of it. Out: which clauses belong together, and which comments stand
//! behind which change.

use crate::language::Languages;
use crate::model::consultation::Submission;
use crate::model::document::Address;
use crate::model::lineage::{ChangedClause, ClausePair, Comparison, Reason};
use crate::model::pending::compared_in;
use crate::model::{Area, Plan, Register};

use super::{Passage, outline, passages};

/// Sets a draft against what came of it. `explains` says whether the comments on the draft led to this plan.
pub fn comparison(
    draft: &Plan,
    now: &Plan,
    areas: &Register<Area>,
    languages: &Languages,
    explains: bool,
) -> Comparison {
    let text = |plan: &Plan| -> Vec<Vec<Passage>> {
        let lang = |lang| compared_in(draft, now, lang);
        languages.iter().map(|one| plain(plan, areas, lang(one).index())).collect()
    };
    let (old, new) = (text(draft), text(now));
    let mut comparison = Comparison { pairs: outline(&old, &new), ..Comparison::default() };
    if explains {
        let changes = Changes::new(&comparison.pairs, &old[0], &new[0]);
        let (reasons, without_change) = changes.explain(draft);
        comparison.reasons = reasons;
        comparison.without_change = without_change;
    }
    comparison
}

/// The text of a plan; figures are the bare numbers.
fn plain(plan: &Plan, areas: &Register<Area>, language: usize) -> Vec<Passage> {
    passages(&plan.texts[language], |figure| {
        figure.find(plan, areas).map_or_else(|_| String::new(), |found| found.value.to_string())
    })
}

/// The clauses that differ, with their addresses before and now.
struct Changes<'t> {
    list: Vec<(ChangedClause, Option<&'t str>, Option<&'t str>)>,
    /// The text of what came of the draft.
    new: &'t [Passage],
}

impl<'t> Changes<'t> {
    fn new(pairs: &[ClausePair], old: &'t [Passage], new: &'t [Passage]) -> Self {
        let address = |text: &'t [Passage], at: Option<usize>| text[at?].address.as_deref();
        let changed = |pair: &ClausePair| {
            Some((pair.changed()?, address(old, pair.draft), address(new, pair.now)))
        };
        Self { list: pairs.iter().filter_map(changed).collect(), new }
    }

    /// Which comments stand behind which change, and which were adopted without one.
    fn explain(&self, draft: &Plan) -> (Vec<Reason>, Vec<(usize, usize)>) {
        let (mut reasons, mut without_change) = (Vec::new(), Vec::new());
        for (round, one) in draft.rounds.iter().enumerate() {
            for (submission, one) in one.submissions.iter().enumerate() {
                if !one.adoption.changes_text() {
                    continue;
                }
                let clauses = self.because_of(one);
                if clauses.is_empty() && self.should_show(one) {
                    without_change.push((round, submission));
                }
                let reason = |clause| Reason { round, submission, clause };
                reasons.extend(clauses.into_iter().map(reason));
            }
        }
        (reasons, without_change)
    }

    /// Whether a comment names clauses, all of which are there: what is missing has been reported.
    fn should_show(&self, one: &Submission) -> bool {
        let is_there = |address: &str| {
            self.new.iter().any(|passage| passage.address.as_deref() == Some(address))
        };
        let known = one.changed.iter().all(|one| is_there(one.value.as_str()));
        known && (!one.clauses.is_empty() || !one.changed.is_empty())
    }

    /// The clauses that changed because of a comment: those that the author names; else those that the comment is
    /// about; and where none of these changed, those below them.
    fn because_of(&self, one: &Submission) -> Vec<ChangedClause> {
        if !one.changed.is_empty() {
            let named = |_: &Option<&str>, now: &Option<&str>| {
                now.is_some_and(|now| one.changed.iter().any(|one| one.value.as_str() == now))
            };
            return self.where_(named);
        }
        let about = |old: &Option<&str>, _: &Option<&str>| {
            old.is_some_and(|old| one.clauses.iter().any(|one| one.as_str() == old))
        };
        let exact = self.where_(about);
        if !exact.is_empty() {
            return exact;
        }
        // What is new below a clause only has a number of the new text.
        self.where_(|old, now| {
            old.or(*now).is_some_and(|here| one.clauses.iter().any(|above| is_below(here, above)))
        })
    }

    fn where_(&self, wanted: impl Fn(&Option<&str>, &Option<&str>) -> bool) -> Vec<ChangedClause> {
        let fits = self.list.iter().filter(|(_, old, new)| wanted(old, new));
        fits.map(|(clause, ..)| *clause).collect()
    }
}

fn is_below(address: &str, above: &Address) -> bool {
    address.strip_prefix(above.as_str()).is_some_and(|rest| rest.starts_with('.'))
}
