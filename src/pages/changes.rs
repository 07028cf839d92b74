//! In: a plan and the draft that it came from. Out: what changed, clause by clause: the numbers first, then every
//! clause with its words and the comments behind it.

use jiff::civil::Date;
use serde::Serialize;

use crate::changes::reasons::{Reason, reasons};
use crate::changes::{Change, Kind, NumberChange, Part, Passage, Sentence, compare, passages};
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::{Plan, Site};

use super::comments::{comment_anchor, comments_path};
use super::document::label;
use super::plan_parts::{Head, Label, head, page_path, page_title, plan_path, tags};
use super::round_parts::adoption;
use super::unit_parts::NameLink;
use super::{Context, PageKind, Subject, View};

pub struct ChangesPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    draft: NameLink,
    changed: usize,
    added: usize,
    removed: usize,
    same: usize,
    numbers: Vec<NumberRow>,
    changes: Vec<ChangeView>,
    /// Clauses that read as before.
    unchanged: Vec<NameLink>,
}

/// The numbers that changed in a sentence.
#[derive(Serialize)]
struct NumberRow {
    clause: NameLink,
    pairs: Vec<Pair>,
    sentence: Vec<Part>,
}

/// A number as it was and as it is; one of the two may be missing.
#[derive(Serialize)]
struct Pair {
    before: Option<String>,
    after: Option<String>,
}

#[derive(Serialize)]
struct ChangeView {
    id: String,
    kind: Label,
    /// Its heading, with what changed in it.
    title: Vec<Part>,
    /// Its number in the draft and now, as links.
    draft: Option<NameLink>,
    now: Option<NameLink>,
    renumbered: bool,
    lines: Vec<Vec<Sentence>>,
    comments: Vec<Behind>,
}

/// A comment behind a change.
#[derive(Clone, Serialize)]
pub struct Behind {
    number: usize,
    gist: String,
    adoption: Label,
    url: String,
}

/// The two texts of a page.
struct Texts<'p> {
    draft: &'p Plan,
    now: &'p Plan,
    old: Vec<Passage>,
    new: Vec<Passage>,
}

impl PageKind for ChangesPage {
    fn name(&self) -> &'static str {
        "changes"
    }
    fn about(&self) -> &'static str {
        "What changed from the draft to the plan, clause by clause."
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        let plans = 0..site.plans.len();
        plans.filter(|at| site.lineage.draft_of(*at).is_some()).map(Subject::Plan).collect()
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        page_path(subject.plan(site), "changes/")
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("tab-changes")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        page_title(cx, subject.plan(cx.site), "tab-changes")
    }
    fn anchors(&self, _: &Site, _: Subject, _: Lang) -> Vec<String> {
        vec!["page_numbers".to_owned(), "page_clauses".to_owned()]
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let place = subject.plan_place();
        let draft = cx.site.lineage.draft_of(place).expect("subjects have drafts");
        let plan = &cx.site.plans[place];
        let body = body(cx, place, draft);
        let args = [
            ("plan", WordArg::Text(plan.short.get(cx.lang))),
            ("changed", WordArg::Count(body.changed)),
            ("added", WordArg::Count(body.added)),
            ("removed", WordArg::Count(body.removed)),
        ];
        let description = cx.word_with("changes-description", &args);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn body(cx: &Context<'_>, place: usize, draft: usize) -> Body {
    let (old, now) = (&cx.site.plans[draft], &cx.site.plans[place]);
    let text = |plan: &Plan| {
        let base = plan_path(plan);
        passages(&plan.texts[cx.lang.index()], |figure| cx.figure(figure, &base))
    };
    let texts = Texts { draft: old, now, old: text(old), new: text(now) };
    let changes = compare(&texts.old, &texts.new);
    let behind = comments_behind(cx, place);
    let count =
        |kind: Kind| changes.iter().filter(|one| one.kind == kind && !one.is_empty(&texts)).count();
    let numbers = changes.iter().flat_map(|change| {
        let sentences = change.numbers.chunk_by(|one, other| one.sentence == other.sentence);
        sentences.map(|numbers| number_row(texts.clause(cx, change), numbers))
    });
    let unchanged = changes.iter().filter(|one| one.kind == Kind::Same && !one.is_empty(&texts));
    let shown = changes.iter().enumerate().filter(|(_, one)| one.kind != Kind::Same);
    Body {
        head: head(cx, now, "changes/"),
        draft: NameLink { name: old.title.get(cx.lang).to_owned(), url: cx.url(&plan_path(old)) },
        changed: count(Kind::Changed),
        added: count(Kind::Added),
        removed: count(Kind::Removed),
        same: count(Kind::Same),
        numbers: numbers.collect(),
        unchanged: unchanged.map(|one| texts.clause(cx, one)).collect(),
        changes: shown.map(|(at, one)| view(cx, &texts, at, one, &behind)).collect(),
    }
}

fn number_row(clause: NameLink, numbers: &[NumberChange]) -> NumberRow {
    let pair = |one: &NumberChange| Pair { before: one.before.clone(), after: one.after.clone() };
    NumberRow {
        clause,
        pairs: numbers.iter().map(pair).collect(),
        sentence: numbers.first().map(|one| one.sentence.clone()).unwrap_or_default(),
    }
}

fn view(
    cx: &Context<'_>,
    texts: &Texts<'_>,
    at: usize,
    change: &Change,
    behind: &[Vec<Behind>],
) -> ChangeView {
    let (code, word) = match change.kind {
        Kind::Added => ("added", "change-added"),
        Kind::Removed => ("removed", "change-removed"),
        Kind::Changed | Kind::Same => ("changed", "change-changed"),
    };
    let mut lines: Vec<Vec<Sentence>> = Vec::new();
    for sentence in &change.sentences {
        match lines.last_mut() {
            Some(line) if !sentence.new_line => line.push(sentence.clone()),
            _ => lines.push(vec![sentence.clone()]),
        }
    }
    // The first passage is what stands before the first clause.
    let clause = change.now.and_then(|now| now.checked_sub(1));
    ChangeView {
        id: format!("change-{}", at + 1),
        kind: Label { code, text: cx.word(word) },
        title: change.title.clone(),
        draft: change.draft.map(|old| link(cx, texts.draft, old)),
        now: change.now.map(|new| link(cx, texts.now, new)),
        renumbered: change.renumbered,
        lines,
        comments: clause.and_then(|at| behind.get(at)).cloned().unwrap_or_default(),
    }
}

impl Change {
    /// Whether there is nothing on either side, as before the first clause of most texts.
    fn is_empty(&self, texts: &Texts<'_>) -> bool {
        let nothing = |passage: &Passage| passage.address.is_none() && passage.lines.is_empty();
        self.draft.is_none_or(|at| nothing(&texts.old[at]))
            && self.now.is_none_or(|at| nothing(&texts.new[at]))
    }
}

impl Texts<'_> {
    /// The clause with its number and heading, in the plan or, where it was taken out, in the draft.
    fn clause(&self, cx: &Context<'_>, change: &Change) -> NameLink {
        let (plan, passage) = match (change.now, change.draft) {
            (Some(now), _) => (self.now, now),
            (None, old) => (self.draft, old.unwrap_or(0)),
        };
        let mut link = link(cx, plan, passage);
        if let Some(at) = passage.checked_sub(1) {
            let clause = &plan.texts[cx.lang.index()].clauses[at];
            link.name = label(clause) + &clause.title;
        }
        link
    }
}

/// The address of a passage as a link; what stands before the first clause is called so.
fn link(cx: &Context<'_>, plan: &Plan, passage: usize) -> NameLink {
    let url = cx.url(&plan_path(plan));
    let clause = passage.checked_sub(1).map(|at| &plan.texts[cx.lang.index()].clauses[at]);
    match clause {
        Some(clause) => {
            NameLink { name: clause.address.to_string(), url: format!("{url}#{}", clause.address) }
        }
        None => NameLink { name: cx.word("change-preamble"), url },
    }
}

/// For each clause of a plan, the comments on its draft because of which it changed.
pub fn comments_behind(cx: &Context<'_>, place: usize) -> Vec<Vec<Behind>> {
    let clauses = cx.site.plans[place].texts[cx.lang.index()].clauses.len();
    let mut behind = vec![Vec::new(); clauses];
    let Some(draft) = cx.site.lineage.draft_of(place) else { return behind };
    // Of a draft that several plans came of, the comments belong to the first of them.
    let found = reasons(cx.site, draft).filter(|_| cx.site.lineage.final_of(draft) == Some(place));
    let plan = &cx.site.plans[draft];
    for Reason { round, submission, clause } in found.into_iter().flat_map(|found| found.list) {
        let round = &plan.rounds[round];
        if let Some(list) = behind.get_mut(clause).filter(|_| round.lists_comments(cx.today)) {
            let one = &round.submissions[submission];
            let url = cx.url(&comments_path(plan, round));
            list.push(Behind {
                number: submission + 1,
                gist: one.gist.value.get(cx.lang).to_owned(),
                adoption: adoption(cx, one.adoption),
                url: format!("{url}#{}", comment_anchor(submission)),
            });
        }
    }
    behind
}
