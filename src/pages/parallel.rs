//! In: a plan. Out: its text in two languages side by side, clause by clause, with the addresses of the page of the text.
//!
//! The page's own language stands beside the authoritative one; where that is the page's own, beside the next one.

use jiff::civil::Date;
use maud::Render;
use serde::Serialize;

use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::document::{Address, Block, Clause, Document, PREAMBLE};
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::document::{Shown, blocks, label};
use super::frame::{authority, html_lang, language};
use super::incomplete::{breaks_off, end_of_source, ends_before_clauses};
use super::notes::text_notes;
use super::pairing::{ClausePair, Row, pair};
use super::plan::{anchors, contents};
use super::plan_parts::{ClauseLink, Head, head, page_path, page_title, plan_path, tags};
use super::stale::stale_beside;
use super::{Context, PageKind, Subject, View, plans_with};

pub struct ParallelPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    authority: String,
    /// The page's own language, then the other one.
    columns: Vec<Column>,
    contents: Option<String>,
    /// Where the source of the text breaks off.
    breaks_off: Option<ClauseLink>,
    /// That it breaks off before the first clause, in each language.
    ends: Vec<Notice>,
    /// The notices above what stands before the first clause, where there is one.
    stale: Vec<Notice>,
    preamble: Vec<RowView>,
    /// What the editor says about it, in each language.
    preamble_notes: Vec<SideNotes>,
    clauses: Vec<ClauseView>,
}

/// A language of the page.
#[derive(Serialize)]
struct Column {
    lang: String,
    /// In its own words: 中文, English.
    name: String,
    /// The choice to see it first.
    first: String,
}

/// Texts in both languages, or a chart or table that stands for both.
#[derive(Serialize)]
struct RowView {
    /// Whether these are single blocks, which belong on one sheet of paper.
    single: bool,
    cells: Vec<Cell>,
    shown: String,
}

#[derive(Serialize)]
struct Cell {
    lang: String,
    html: String,
    /// Whether the text is still to be translated; said once, where it begins.
    late: bool,
}

#[derive(Serialize)]
struct ClauseView {
    address: String,
    /// `h2` for the first level.
    level: usize,
    headings: Vec<Heading>,
    rows: Vec<RowView>,
    /// That the source of the text breaks off here, in each language.
    ends: Vec<Notice>,
}

/// The heading of a clause in one language.
#[derive(Serialize)]
struct Heading {
    lang: String,
    /// Absent where the language lacks the clause.
    clause: Option<HeadingText>,
}

/// A notice in one language, such as that the translation is stale; absent where it does not hold.
#[derive(Serialize)]
struct Notice {
    lang: String,
    text: Option<String>,
}

/// The editor's notes in one language.
#[derive(Serialize)]
struct SideNotes {
    lang: String,
    notes: String,
}

#[derive(Serialize)]
struct HeadingText {
    label: String,
    title: String,
    /// The clause on the page of the text, and what a link to it shows and is called.
    url: String,
    number: String,
    name: String,
    /// Says that the translation is stale.
    stale: Option<String>,
    notes: Option<String>,
}

impl PageKind for ParallelPage {
    fn name(&self) -> &'static str {
        "parallel"
    }
    fn about(&self) -> &'static str {
        "The text of a plan in two languages, side by side."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Parallel)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        plans_with(site, |plan| written(site, plan).len() > 1)
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        page_path(subject.plan(site), "parallel/")
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("tab-parallel")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        page_title(cx, subject.plan(cx.site), "tab-parallel")
    }
    fn anchors(&self, site: &Site, subject: Subject, lang: Lang) -> Vec<String> {
        anchors(subject.plan(site).text(lang))
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let [one, other] = languages(cx.site, plan, cx.lang).map(|lang| language(cx, lang));
        let args = [
            ("plan", WordArg::Text(plan.short.get(cx.lang))),
            ("one", WordArg::Text(&one)),
            ("other", WordArg::Text(&other)),
        ];
        let description = cx.word_with("parallel-description", &args);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body(cx, subject.plan_place())),
        }
    }
}

/// The languages in which there is something of the text, or will be.
fn written(site: &Site, plan: &Plan) -> Vec<Lang> {
    let texts = site.config.languages.iter().zip(&plan.texts);
    let something = |text: &Document| !text.preamble.is_empty() || !text.clauses.is_empty();
    let counts = |(lang, text): &(Lang, &Document)| something(text) || plan.is_pending(*lang);
    texts.filter(counts).map(|(lang, _)| lang).collect()
}

/// The two languages of the page in `lang`, its own first.
fn languages(site: &Site, plan: &Plan, lang: Lang) -> [Lang; 2] {
    let written = written(site, plan);
    let own = if written.contains(&lang) { lang } else { written[0] };
    let other = written.into_iter().find(|one| *one != own);
    [own, other.expect("subjects have two texts")]
}

/// The page as it is seen from both of its languages.
struct Sides<'c> {
    cx: &'c Context<'c>,
    plan: usize,
    both: [Context<'c>; 2],
    /// The clause behind which the source of the text breaks off.
    last: Option<&'c Address>,
}

fn body(cx: &Context<'_>, at: usize) -> Body {
    let plan = &cx.site.plans[at];
    let both = languages(cx.site, plan, cx.lang).map(|lang| Context { lang, ..*cx });
    let [one, other] = both.map(|side| &plan.texts[side.lang.index()]);
    let last = end_of_source(plan, cx.lang);
    let last = last.map(|at| &plan.text(cx.lang).clauses[at].address);
    let sides = Sides { cx, plan: at, both, last };
    let paired = pair(one, other);
    // The contents are in the language of the first column.
    let second = html_lang(both[1].tag());
    let clauses = paired.clauses.iter().filter_map(|pair| {
        let lang = pair.one.is_none().then(|| second.clone());
        Some((pair.one.or(pair.other)?, lang))
    });
    Body {
        head: head(cx, plan, "parallel/"),
        authority: authority(cx),
        columns: both.iter().map(|side| column(cx, side.lang)).collect(),
        contents: contents(clauses),
        breaks_off: breaks_off(cx, plan),
        ends: if ends_before_clauses(plan) { sides.ends() } else { Vec::new() },
        stale: sides.notices(),
        preamble: sides.preamble(&paired.preamble),
        preamble_notes: sides.preamble_notes(),
        clauses: paired.clauses.iter().filter_map(|clause| sides.clause(clause)).collect(),
    }
}

fn column(cx: &Context<'_>, lang: Lang) -> Column {
    let called = language(cx, lang);
    Column {
        lang: html_lang(cx.site.config.languages.tag(lang)),
        name: cx.words.get(lang, "language-name", &[]),
        first: cx.word_with("parallel-first", &[("language", WordArg::Text(&called))]),
    }
}

impl Sides<'_> {
    fn clause(&self, pair: &ClausePair<'_>) -> Option<ClauseView> {
        let clause = pair.one.or(pair.other)?;
        let texts = self.both.iter().zip([pair.one, pair.other]);
        let ends = self.last == Some(&clause.address);
        Some(ClauseView {
            address: clause.address.to_string(),
            level: (clause.depth + 1).min(6),
            headings: texts.map(|(side, clause)| self.heading(side, clause)).collect(),
            rows: self.rows(&pair.rows),
            ends: if ends { self.ends() } else { Vec::new() },
        })
    }

    fn heading(&self, side: &Context<'_>, clause: Option<&Clause>) -> Heading {
        let plan = &self.cx.site.plans[self.plan];
        let base = plan_path(plan);
        let text = |clause: &Clause| {
            let address = clause.address.as_str();
            let mut title = String::new();
            side.html(&clause.title_html, &base, &self.here(), &mut title);
            let numbered = !clause.label.is_empty();
            let called = if numbered { address } else { &clause.title };
            HeadingText {
                label: label(clause),
                title,
                url: format!("{}#{address}", side.url(&base)),
                number: if numbered { address } else { "#" }.to_owned(),
                name: side.word_with("parallel-clause", &[("clause", WordArg::Text(called))]),
                stale: stale_beside(side, plan, Some(&clause.address)),
                notes: text_notes(side, plan, Some(&clause.address)),
            }
        };
        Heading { lang: html_lang(side.tag()), clause: clause.map(text) }
    }

    /// That the source breaks off.
    fn ends(&self) -> Vec<Notice> {
        let notice = |side: &Context<'_>| Notice {
            lang: html_lang(side.tag()),
            text: Some(side.word("source-ends")),
        };
        self.both.iter().map(notice).collect()
    }

    /// One for each language, or none.
    fn notices(&self) -> Vec<Notice> {
        let plan = &self.cx.site.plans[self.plan];
        let notice = |side: &Context<'_>| Notice {
            lang: html_lang(side.tag()),
            text: stale_beside(side, plan, None),
        };
        let notices: Vec<Notice> = self.both.iter().map(notice).collect();
        if notices.iter().any(|one| one.text.is_some()) { notices } else { Vec::new() }
    }

    /// What stands before the first clause has no heading that says that it is not translated yet.
    fn preamble(&self, rows: &[Row<'_>]) -> Vec<RowView> {
        let plan = &self.cx.site.plans[self.plan];
        let mut rows = self.rows(rows);
        let cells = rows.iter_mut().find(|row| !row.cells.is_empty());
        let cells = cells.into_iter().flat_map(|row| &mut row.cells);
        for (cell, side) in cells.zip(&self.both) {
            cell.late = plan.shown_in(side.lang, None) != side.lang;
        }
        rows
    }

    /// One for each language, or none.
    fn preamble_notes(&self) -> Vec<SideNotes> {
        let (plan, preamble) = (&self.cx.site.plans[self.plan], Address::new(PREAMBLE));
        let notes = |side: &Context<'_>| {
            let notes = text_notes(side, plan, Some(&preamble))?;
            Some(SideNotes { lang: html_lang(side.tag()), notes })
        };
        self.both.iter().filter_map(notes).collect()
    }

    fn rows(&self, rows: &[Row<'_>]) -> Vec<RowView> {
        rows.iter().map(|row| self.row(row)).collect()
    }

    fn row(&self, row: &Row<'_>) -> RowView {
        let shown = |block, mark| {
            Shown { cx: self.cx, plan: self.plan, block, mark }.render().into_string()
        };
        let (cells, shown) = match row {
            Row::Texts { one, other } => {
                let cells = self.both.iter().zip([one, other]);
                (cells.map(|(side, texts)| self.cell(side, texts)).collect(), String::new())
            }
            Row::Shared(block) => (Vec::new(), shown(block, "")),
            Row::OnlyOther(block) => (Vec::new(), shown(block, "_other")),
        };
        let single = matches!(row, Row::Texts { one, other } if one.len() == 1 && other.len() == 1);
        RowView { single, cells, shown }
    }

    /// Links lead to pages in the language of the text, and figures are written as in it.
    fn cell(&self, side: &Context<'_>, texts: &[&Block]) -> Cell {
        let base = plan_path(&self.cx.site.plans[self.plan]);
        let html = blocks(side, texts.iter().copied(), &base, &self.here());
        Cell { lang: html_lang(side.tag()), html, late: false }
    }

    fn here(&self) -> String {
        page_path(&self.cx.site.plans[self.plan], "parallel/")
    }
}
