//! In: a plan and the draft that it came from. Out: what changed: targets and other numbers first, then clause by clause
//! the words and the comments behind them.

use jiff::civil::Date;
use serde::Serialize;

use crate::changes::{
    Change, NumberChange, Part, Passage, Piece, Row, Sentence, compare, passages,
};
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::document::Clause;
use crate::model::lineage::{ChangeKind, ChangedClause};
use crate::model::pending::compared_in;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::behind::{self, CommentsBehind};
use super::changed_targets::{ChangedIndicator, changed_targets};
use super::document::{label, other_lang};
use super::frame::language;
use super::incomplete::breaks_off;
use super::markup::Fragment;
use super::plan_parts::{
    ClauseLink, Head, Label, head, page_path, page_title, plan_path, plan_url, tags,
};
use super::unit_parts::{NameLink, plan_link};
use super::{Context, PageKind, Subject, View};

pub struct ChangesPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    draft: NameLink,
    /// The language in which the texts are compared, where it is not that of the page, with a sentence that says so.
    lang: Option<String>,
    compared_in: Option<String>,
    /// Which of the two texts break off, and where.
    incomplete: Vec<Incomplete>,
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
    unchanged: Vec<Unchanged>,
}

/// A plan whose text breaks off.
#[derive(Serialize)]
struct Incomplete {
    plan: String,
    clause: ClauseLink,
}

/// A clause that reads as before.
#[derive(Serialize)]
struct Unchanged {
    clause: NameLink,
    /// Its number in the draft, where it has another one now.
    was: Option<String>,
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
    /// The head of the column.
    column: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Serialize)]
struct ChangeView {
    id: String,
    kind: Label,
    /// Its number as printed.
    label: String,
    /// Its heading, with what changed in it.
    title: Vec<Part>,
    /// Its number in the draft and now, as links.
    draft: Option<NameLink>,
    now: Option<NameLink>,
    lines: Vec<LineView>,
    /// Whether the change does not show in this language.
    silent: bool,
    comments: Option<Fragment>,
}

/// A paragraph or item, or a run of rows; one of the two is empty.
#[derive(Default, Serialize)]
struct LineView {
    sentences: Vec<Sentence>,
    rows: Vec<Row>,
}

/// The two texts of a page.
struct Texts<'p> {
    /// The language in which they are compared.
    lang: Lang,
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
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Changes)
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
    let lang = compared_in(old, now, cx.lang);
    let text = |plan: &Plan| {
        let base = plan_path(plan);
        let side = Context { lang, ..*cx };
        passages(&plan.texts[lang.index()], |figure| side.figure(figure, &base))
    };
    let texts = Texts { lang, draft: old, now, old: text(old), new: text(now) };
    let pairs = cx.site.lineage.comparison(place).map_or(&[][..], |one| &one.pairs);
    let mut changes = compare(&texts.old, &texts.new, pairs);
    // Most texts have nothing before their first clause.
    changes.retain(|change| !texts.is_nothing(change));
    let behind = CommentsBehind::new(cx, place);
    let of_kind = |kind: ChangeKind| changes.iter().filter(move |one| one.pair.kind == kind);
    let count = |kind: ChangeKind| of_kind(kind).filter(|one| one.is_clause()).count();
    let unchanged = of_kind(ChangeKind::Same).filter(|one| one.is_clause());
    let shown = changes.iter().filter(|one| one.pair.kind != ChangeKind::Same);
    Body {
        head: head(cx, now, "changes/"),
        draft: plan_link(cx, old),
        lang: other_lang(cx, lang),
        incomplete: [old, now].into_iter().filter_map(|plan| incomplete(cx, plan)).collect(),
        compared_in: (lang != cx.lang).then(|| comparison_notice(cx, lang)),
        changed: count(ChangeKind::Changed),
        added: count(ChangeKind::Added),
        removed: count(ChangeKind::Removed),
        same: count(ChangeKind::Same),
        targets: changed_targets(cx, old, now),
        numbers: number_rows(cx, &texts, &changes),
        unchanged: unchanged.map(|one| texts.unchanged(cx, one)).collect(),
        changes: shown.map(|one| view(cx, &texts, one, &behind)).collect(),
    }
}

fn incomplete(cx: &Context<'_>, plan: &Plan) -> Option<Incomplete> {
    let plan_title = plan.title.get(cx.lang).to_owned();
    Some(Incomplete { plan: plan_title, clause: breaks_off(cx, plan)? })
}

/// That one of the texts is still being translated, and in which language they are compared.
fn comparison_notice(cx: &Context<'_>, lang: Lang) -> String {
    let (own, shown) = (language(cx, cx.lang), language(cx, lang));
    let args = [("language", WordArg::Text(&own)), ("shown", WordArg::Text(&shown))];
    cx.word_with("pending-changes", &args)
}

/// The numbers that changed, sentence by sentence; those that are only new or only taken out come last.
fn number_rows(cx: &Context<'_>, texts: &Texts<'_>, changes: &[Change]) -> Vec<NumberRow> {
    let rows = changes.iter().flat_map(|change| {
        let sentences = change.numbers.chunk_by(|one, other| one.sentence == other.sentence);
        sentences.map(|numbers| number_row(texts.clause(cx, change), numbers))
    });
    let mut rows: Vec<NumberRow> = rows.collect();
    rows.sort_by_key(|row| {
        !row.pairs.iter().any(|pair| pair.before.is_some() && pair.after.is_some())
    });
    rows
}

fn number_row(clause: NameLink, numbers: &[NumberChange]) -> NumberRow {
    let pair = |one: &NumberChange| Pair {
        column: one.column.clone(),
        before: one.before.clone(),
        after: one.after.clone(),
    };
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
    comments: &CommentsBehind,
) -> ChangeView {
    let (code, word) = match change.pair.kind {
        ChangeKind::Added => ("added", "change-added"),
        ChangeKind::Removed => ("removed", "change-removed"),
        ChangeKind::Changed | ChangeKind::Same => ("changed", "change-changed"),
    };
    let clause = change.pair.changed();
    ChangeView {
        id: clause.map_or_else(|| "preamble".to_owned(), |one| texts.anchor(cx, one)),
        kind: Label { code, text: cx.word(word) },
        label: texts.shown(change).map_or_else(String::new, label),
        title: change.title.clone(),
        draft: change.pair.draft.map(|old| link(cx, texts.draft, old)),
        now: change.pair.now.map(|new| link(cx, texts.now, new)),
        lines: lines(&change.pieces),
        silent: change.is_silent(),
        comments: clause.and_then(|one| Some(behind::list(cx, &comments.of(one))?.into())),
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
    let address = |plan: &Plan, at: usize| plan.text(lang).clauses[at].address.to_string();
    match clause {
        ChangedClause::Changed(at) | ChangedClause::Added(at) => {
            format!("change-{}", address(now, at))
        }
        ChangedClause::Removed(at) => format!("removed-{}", address(draft, at)),
    }
}

/// The address of a clause on the page of changes of what came of a draft, where the site has that page.
pub fn change_url(
    cx: &Context<'_>,
    draft: usize,
    now: usize,
    clause: ChangedClause,
) -> Option<String> {
    let (draft, now) = (&cx.site.plans[draft], &cx.site.plans[now]);
    let url = cx.link(&page_path(now, "changes/"))?;
    Some(format!("{url}#{}", anchor(draft, now, cx.lang, clause)))
}

impl Change {
    /// Whether it is more than what stands before the first clause, the first passage.
    fn is_clause(&self) -> bool {
        self.pair.draft.or(self.pair.now) != Some(0)
    }
}

impl Texts<'_> {
    fn anchor(&self, cx: &Context<'_>, clause: ChangedClause) -> String {
        anchor(self.draft, self.now, cx.lang, clause)
    }

    /// Whether there is nothing on either side.
    fn is_nothing(&self, change: &Change) -> bool {
        let nothing = |passage: &Passage| passage.address.is_none() && passage.lines.is_empty();
        change.pair.draft.is_none_or(|at| nothing(&self.old[at]))
            && change.pair.now.is_none_or(|at| nothing(&self.new[at]))
    }

    /// The plan that has the clause, and its place: the plan or, where it was taken out, the draft.
    fn place(&self, change: &Change) -> (&Plan, usize) {
        match (change.pair.now, change.pair.draft) {
            (Some(now), _) => (self.now, now),
            (None, old) => (self.draft, old.unwrap_or(0)),
        }
    }

    /// The clause, where it is more than what stands before the first one.
    fn shown(&self, change: &Change) -> Option<&Clause> {
        let (plan, passage) = self.place(change);
        plan.texts[self.lang.index()].clauses.get(passage.checked_sub(1)?)
    }

    /// The clause with its number and heading.
    fn clause(&self, cx: &Context<'_>, change: &Change) -> NameLink {
        let (plan, passage) = self.place(change);
        let mut link = link(cx, plan, passage);
        if let Some(clause) = self.shown(change) {
            link.name = label(clause) + clause.title.text();
        }
        link
    }

    fn unchanged(&self, cx: &Context<'_>, change: &Change) -> Unchanged {
        let old = change.pair.draft.and_then(|at| self.old[at].address.clone());
        let new = change.pair.now.and_then(|at| self.new[at].address.clone());
        let moved = old != new;
        Unchanged { clause: self.clause(cx, change), was: old.filter(|_| moved) }
    }
}

/// The address of a passage as a link; what stands before the first clause is called so.
fn link(cx: &Context<'_>, plan: &Plan, passage: usize) -> NameLink {
    let url = plan_url(cx, plan);
    let clause = passage.checked_sub(1).map(|at| &plan.text(cx.lang).clauses[at]);
    match clause {
        Some(clause) => {
            let url = Some(format!("{url}#{}", clause.address));
            NameLink { name: clause.address.to_string(), url }
        }
        None => NameLink { name: cx.word("change-preamble"), url: Some(url) },
    }
}
