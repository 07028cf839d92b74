//! In: a plan and the draft that it came from. Out: what changed: targets and other numbers first, then clause by clause
//! the words and the comments behind them.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::changes::{
    Change, Kind, NumberChange, Part, Passage, Piece, Row, Sentence, compare, passages,
};
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::lineage::{ChangedClause, Reason};
use crate::model::{Plan, Site};

use super::changed_targets::{ChangedIndicator, changed_targets};
use super::document::label;
use super::plan_parts::{Head, Label, head, page_path, page_title, plan_path, tags};
use super::round_parts::{adoption, comment_anchor, comments_path};
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
    /// Figures of the target tables.
    targets: Vec<ChangedIndicator>,
    /// Numbers in the text.
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
    lines: Vec<LineView>,
    comments: Vec<Behind>,
}

/// A paragraph or item, or a run of rows; one of the two is empty.
#[derive(Default, Serialize)]
struct LineView {
    sentences: Vec<Sentence>,
    rows: Vec<Row>,
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
    let behind = CommentsBehind::new(cx, place);
    let count =
        |kind: Kind| changes.iter().filter(|one| one.kind == kind && !one.is_empty(&texts)).count();
    let numbers = changes.iter().flat_map(|change| {
        let sentences = change.numbers.chunk_by(|one, other| one.sentence == other.sentence);
        sentences.map(|numbers| number_row(texts.clause(cx, change), numbers))
    });
    let unchanged = changes.iter().filter(|one| one.kind == Kind::Same && !one.is_empty(&texts));
    let shown = changes.iter().filter(|one| one.kind != Kind::Same);
    Body {
        head: head(cx, now, "changes/"),
        draft: NameLink { name: old.title.get(cx.lang).to_owned(), url: cx.url(&plan_path(old)) },
        changed: count(Kind::Changed),
        added: count(Kind::Added),
        removed: count(Kind::Removed),
        same: count(Kind::Same),
        targets: changed_targets(cx, old, now),
        numbers: numbers.collect(),
        unchanged: unchanged.map(|one| texts.clause(cx, one)).collect(),
        changes: shown.map(|one| view(cx, &texts, one, &behind)).collect(),
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
    change: &Change,
    behind: &CommentsBehind,
) -> ChangeView {
    let (code, word) = match change.kind {
        Kind::Added => ("added", "change-added"),
        Kind::Removed => ("removed", "change-removed"),
        Kind::Changed | Kind::Same => ("changed", "change-changed"),
    };
    let clause = change.clause();
    ChangeView {
        id: clause.map_or_else(|| "preamble".to_owned(), |one| texts.anchor(cx, one)),
        kind: Label { code, text: cx.word(word) },
        title: change.title.clone(),
        draft: change.draft.map(|old| link(cx, texts.draft, old)),
        now: change.now.map(|new| link(cx, texts.now, new)),
        lines: lines(&change.pieces),
        comments: clause.map(|one| behind.of(one).to_vec()).unwrap_or_default(),
    }
}

/// Sentences of one paragraph, and rows of one table, are put together.
fn lines(pieces: &[Piece]) -> Vec<LineView> {
    let mut lines: Vec<LineView> = Vec::new();
    for piece in pieces {
        let last = lines.last_mut();
        match piece {
            Piece::Sentence(sentence) => {
                let sentence = sentence.clone();
                match last.filter(|line| line.rows.is_empty() && !sentence.new_line) {
                    Some(line) => line.sentences.push(sentence),
                    None => {
                        lines.push(LineView { sentences: vec![sentence], ..LineView::default() });
                    }
                }
            }
            // A row of headers begins a table.
            Piece::Row(row) => match last.filter(|line| !line.rows.is_empty() && !row.head) {
                Some(line) => line.rows.push(row.clone()),
                None => lines.push(LineView { rows: vec![row.clone()], ..LineView::default() }),
            },
        }
    }
    lines
}

/// Where the page of changes shows a clause: by its number in the plan or, where it was taken out, in the draft.
fn anchor(draft: &Plan, now: &Plan, lang: Lang, clause: ChangedClause) -> String {
    let address = |plan: &Plan, at: usize| plan.texts[lang.index()].clauses[at].address.to_string();
    match clause {
        ChangedClause::Now(at) => format!("change-{}", address(now, at)),
        ChangedClause::Removed(at) => format!("removed-{}", address(draft, at)),
    }
}

/// The address of a clause on the page of changes of what came of a draft.
pub fn change_url(cx: &Context<'_>, draft: usize, now: usize, clause: ChangedClause) -> String {
    let (draft, now) = (&cx.site.plans[draft], &cx.site.plans[now]);
    let url = cx.url(&page_path(now, "changes/"));
    format!("{url}#{}", anchor(draft, now, cx.lang, clause))
}

impl Change {
    /// The clause by its place; `None` for what stands before the first one, the first passage.
    fn clause(&self) -> Option<ChangedClause> {
        match (self.now, self.draft) {
            (Some(now), _) => now.checked_sub(1).map(ChangedClause::Now),
            (None, draft) => draft?.checked_sub(1).map(ChangedClause::Removed),
        }
    }

    /// Whether there is nothing on either side, as before the first clause of most texts.
    fn is_empty(&self, texts: &Texts<'_>) -> bool {
        let nothing = |passage: &Passage| passage.address.is_none() && passage.lines.is_empty();
        self.draft.is_none_or(|at| nothing(&texts.old[at]))
            && self.now.is_none_or(|at| nothing(&texts.new[at]))
    }
}

impl Texts<'_> {
    fn anchor(&self, cx: &Context<'_>, clause: ChangedClause) -> String {
        anchor(self.draft, self.now, cx.lang, clause)
    }

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

/// The comments on a draft, by the clauses that changed because of them.
pub struct CommentsBehind {
    /// For each clause of what came of the draft.
    now: Vec<Vec<Behind>>,
    /// For each clause of the draft that was taken out.
    removed: HashMap<usize, Vec<Behind>>,
}

impl CommentsBehind {
    /// Of the plan at `place`, from the day on which the comments are published.
    pub fn new(cx: &Context<'_>, place: usize) -> Self {
        let clauses = cx.site.plans[place].texts[cx.lang.index()].clauses.len();
        let mut behind = Self { now: vec![Vec::new(); clauses], removed: HashMap::new() };
        let lineage = &cx.site.lineage;
        let draft = lineage.draft_of(place);
        // Of a draft that several plans came of, the comments belong to the first of them.
        let draft = draft.filter(|draft| lineage.final_of(*draft) == Some(place));
        for (draft, reason) in draft
            .iter()
            .flat_map(|draft| lineage.reasons(*draft).list.iter().map(move |one| (*draft, one)))
        {
            let plan = &cx.site.plans[draft];
            if !plan.rounds[reason.round].lists_comments(cx.today) {
                continue;
            }
            let list = match reason.clause {
                ChangedClause::Now(at) => behind.now.get_mut(at),
                ChangedClause::Removed(at) => Some(behind.removed.entry(at).or_default()),
            };
            list.into_iter().for_each(|list| list.push(comment_behind(cx, plan, reason)));
        }
        behind
    }

    pub fn of(&self, clause: ChangedClause) -> &[Behind] {
        match clause {
            ChangedClause::Now(at) => self.now.get(at).map_or(&[], Vec::as_slice),
            ChangedClause::Removed(at) => self.removed.get(&at).map_or(&[], Vec::as_slice),
        }
    }
}

fn comment_behind(cx: &Context<'_>, draft: &Plan, reason: &Reason) -> Behind {
    let round = &draft.rounds[reason.round];
    let one = &round.submissions[reason.submission];
    let url = cx.url(&comments_path(draft, round));
    Behind {
        number: reason.submission + 1,
        gist: one.gist.value.get(cx.lang).to_owned(),
        adoption: adoption(cx, one.adoption),
        url: format!("{url}#{}", comment_anchor(reason.submission)),
    }
}
