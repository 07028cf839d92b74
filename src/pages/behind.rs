//! In: a plan and the comments on its draft. Out: the comments that stand behind each of its changes.

use maud::{Markup, html};
use rustc_hash::FxHashMap;

use crate::language::WordArg;
use crate::model::Plan;
use crate::model::lineage::{ChangedClause, Reason};

use super::Context;
use super::plan_parts::Label;
use super::round_parts::{adoption, comment_anchor, comments_path};

/// A comment behind a change.
#[derive(Clone)]
pub struct Behind {
    number: usize,
    gist: String,
    adoption: Label,
    url: String,
}

/// The comments on a draft, by the clauses that changed because of them.
#[derive(Default)]
pub struct CommentsBehind {
    /// For each clause of what came of the draft.
    now: FxHashMap<usize, Vec<Behind>>,
    /// For each clause of the draft that was taken out.
    removed: FxHashMap<usize, Vec<Behind>>,
}

impl CommentsBehind {
    /// Of the plan at `place`, from the day on which the comments are published.
    pub fn new(cx: &Context<'_>, place: usize) -> Self {
        let mut behind = Self::default();
        let lineage = &cx.site.lineage;
        let Some((draft, comparison)) = lineage.draft_of(place).zip(lineage.comparison(place))
        else {
            return behind;
        };
        let draft = &cx.site.plans[draft];
        let published = |one: &&Reason| draft.rounds[one.round].lists_comments(cx.today);
        for reason in comparison.reasons.iter().filter(published) {
            let list = match reason.clause {
                ChangedClause::Changed(at) | ChangedClause::Added(at) => behind.now.entry(at),
                ChangedClause::Removed(at) => behind.removed.entry(at),
            };
            list.or_default().extend(comment_behind(cx, draft, reason));
        }
        behind
    }

    /// Those behind a clause of what came of the draft, by its place.
    pub fn of_clause(&self, at: usize) -> Vec<Behind> {
        self.now.get(&at).cloned().unwrap_or_default()
    }

    pub fn of(&self, clause: ChangedClause) -> Vec<Behind> {
        match clause {
            ChangedClause::Changed(at) | ChangedClause::Added(at) => self.of_clause(at),
            ChangedClause::Removed(at) => self.removed.get(&at).cloned().unwrap_or_default(),
        }
    }
}

/// The comments as a list, with what became of them; `None` without any.
pub fn list(cx: &Context<'_>, comments: &[Behind]) -> Option<Markup> {
    let number =
        |one: &Behind| cx.word_with("comment-number", &[("number", WordArg::Count(one.number))]);
    let list = || {
        html! {
            ul { "\n"
                @for one in comments {
                    li {
                        a href=(one.url) { (number(one)) } " "
                        span class={ "adoption " (one.adoption.code) } { (one.adoption.text) } " "
                        (one.gist)
                    } "\n"
                }
            }
        }
    };
    (!comments.is_empty()).then(list)
}

/// `None` where the site does not list comments.
fn comment_behind(cx: &Context<'_>, draft: &Plan, reason: &Reason) -> Option<Behind> {
    let round = &draft.rounds[reason.round];
    let one = &round.submissions[reason.submission];
    let url = cx.link(&comments_path(draft, round))?;
    Some(Behind {
        number: reason.submission + 1,
        gist: one.gist.value.get(cx.lang).to_owned(),
        adoption: adoption(cx, one.adoption),
        url: format!("{url}#{}", comment_anchor(reason.submission)),
    })
}
