//! In: a round that takes comments, and one of the clauses of its plan. Out: a page that has everything for a comment
//! on that clause, and prints as the form for the post. Another such page is for comments on the plan as a whole. They
//! are there until the round has closed.

use jiff::civil::Date;
use rustc_hash::FxHashSet;
use serde::Serialize;

use crate::diagnostic::Span;
use crate::language::WordArg;
use crate::model::consultation::Round;
use crate::model::document::{Address, Clause};
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::answer::{Answer, Envelope, answer};
use super::document::label;
use super::frame::Tags;
use super::markup::Fragment;
use super::notes::note;
use super::plan_parts::{Day, Head, day, head_below, plan_url};
use super::qr::{Qr, qr};
use super::round_parts::{State, deadline, opening, round_path, round_url, state};
use super::stale::stale;
use super::unit_parts::full_link;
use super::{Context, PageKind, Subject, View};

pub struct CommentPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    state: State,
    opening: String,
    deadline: String,
    end: Day,
    answer: Answer,
    stale: Option<Fragment>,
    /// The form on paper, where there is a way to send it or to hand it in.
    sheet: Option<Sheet>,
    organiser: String,
    /// An editor's note about the round: in a box, and as text for the form.
    note: Option<Fragment>,
    note_text: Option<String>,
    /// The clause in the text, or the text.
    text_url: String,
    round_url: String,
    address: String,
    qr: Option<Qr>,
}

/// What the form says about where it goes.
#[derive(Serialize)]
struct Sheet {
    /// How to send it, in a sentence.
    text: String,
    envelope: Option<Envelope>,
    /// What the channel says besides, such as which date counts.
    envelope_note: Option<String>,
    /// Where to hand it in.
    place: Option<String>,
    hours: Option<String>,
}

/// The address of the page for comments on a clause, or on the plan as a whole.
pub fn comment_path(plan: &Plan, round: &Round, clause: Option<&Address>) -> String {
    let path = format!("{}comment/", round_path(plan, round));
    clause.map_or(path.clone(), |clause| format!("{path}{clause}/"))
}

/// The plan, the round and the clause that a page is about.
fn parts(site: &Site, subject: Subject) -> (&Plan, &Round, Option<&Address>) {
    let (plan, round) = subject.round(site);
    let first = site.config.languages.first().index();
    let clause = match subject {
        Subject::Comment { clause, .. } => clause.map(|at| &plan.texts[first].clauses[at].address),
        _ => None,
    };
    (plan, round, clause)
}

impl PageKind for CommentPage {
    fn name(&self) -> &'static str {
        "comment"
    }
    fn about(&self) -> &'static str {
        "Everything for a comment on a clause while a consultation is open; prints as a form."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Comment)
    }
    fn subjects(&self, site: &Site, today: Date) -> Vec<Subject> {
        let first = site.config.languages.first().index();
        let mut subjects = Vec::new();
        for (plan, one) in site.plans.iter().enumerate() {
            let rounds = one.rounds.iter().enumerate();
            for (round, _) in rounds.filter(|(_, round)| round.takes_comments(today)) {
                // Two clauses with one address have been reported.
                let mut seen = FxHashSet::default();
                let clauses = one.texts[first].clauses.iter().enumerate();
                let clauses = clauses.filter(|(_, clause)| seen.insert(&clause.address));
                let clauses: Vec<_> = clauses.map(|(at, _)| Some(at)).collect();
                let all = std::iter::once(None).chain(clauses);
                subjects.extend(all.map(|clause| Subject::Comment { plan, round, clause }));
            }
        }
        subjects
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        let (plan, round, clause) = parts(site, subject);
        comment_path(plan, round, clause)
    }
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String {
        let (plan, _, address) = parts(cx.site, subject);
        let clause = address.and_then(|one| plan.text(cx.lang).clause(one));
        match clause {
            Some(clause) => {
                let name = label(clause) + clause.title.text();
                cx.word_with("comment-on-clause", &[("clause", WordArg::Text(&name))])
            }
            None => cx.word("comment-on-plan"),
        }
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        let plan = parts(cx.site, subject).0;
        format!("{} - {}", self.title(cx, subject), plan.short.get(cx.lang))
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(parts(site, subject).1.span)
    }
    fn listed(&self) -> bool {
        false
    }
    fn calls(&self) -> bool {
        true
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let (plan, round, address) = parts(cx.site, subject);
        let text = plan.text(cx.lang);
        let clause: Option<&Clause> = address.and_then(|address| text.clause(address));
        let answer = answer(cx, plan, round, clause);
        let fragment = clause.map_or_else(String::new, |clause| format!("#{}", clause.address));
        let here = cx.absolute(&cx.url(&comment_path(plan, round, address)));
        let body = Body {
            head: head_below(cx, plan, "consultation/"),
            state: state(cx, round),
            opening: opening(cx, round.period.start),
            deadline: deadline(cx, round.period.end),
            end: day(cx, round.period.end.date),
            stale: address.and_then(|address| stale(cx, plan, Some(address), "page_stale")),
            sheet: sheet(cx, &answer),
            organiser: full_link(cx, round.organiser.value).name,
            note: note(cx, round.note.as_ref()),
            note_text: round.note.as_ref().map(|note| note.get(cx.lang).to_owned()),
            text_url: plan_url(cx, plan) + &fragment,
            round_url: round_url(cx, plan, round),
            qr: qr(&here),
            address: here,
            answer,
        };
        View {
            description: self.full_title(cx, subject),
            tags: Tags::None,
            json_ld: None,
            body: tera::Value::from_serializable(&body),
        }
    }
}

/// The first postal address and the first place; `None` where comments on paper have no way to go.
fn sheet(cx: &Context<'_>, answer: &Answer) -> Option<Sheet> {
    let post = answer.channels.iter().find(|one| one.envelope.is_some());
    let place = answer.channels.iter().find(|one| one.address.is_some());
    let word = match (post.is_some(), place.is_some()) {
        (true, true) => "sheet-text",
        (true, false) => "sheet-text-post",
        (false, true) => "sheet-text-in-person",
        (false, false) => return None,
    };
    Some(Sheet {
        text: cx.word(word),
        envelope: post.and_then(|one| one.envelope.clone()),
        envelope_note: post.and_then(|one| one.note.clone()),
        place: place.and_then(|one| one.address.clone()),
        hours: place.and_then(|one| one.hours.clone()),
    })
}
