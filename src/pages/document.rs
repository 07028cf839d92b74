//! In: a `Document`. Out: its blocks as HTML with every link and figure filled in, and the charts and tables
//! between them.

use serde::Serialize;

use crate::language::{Lang, is_cjk};
use crate::model::Plan;
use crate::model::document::{Block, BlockContent, Clause, Document};

use super::Context;
use super::chart_view::{ChartView, PlanChart};
use super::duty_table::{DutiesInText, in_text};
use super::frame::html_lang;
use super::plan_parts::plan_path;
use super::target_table::{TargetTable, target_table};
use super::unit_parts::indicator_url;

/// A run of HTML, or something that a template prints: a chart, a table of targets, or that of responsibilities.
#[derive(Default, Serialize)]
pub struct Piece {
    pub html: Option<String>,
    /// The language of the HTML, where it is not that of the page.
    pub lang: Option<String>,
    pub chart: Option<ChartView>,
    pub table: Option<TableView>,
    pub duties: Option<DutiesInText>,
}

/// The target table of an indicator within a text.
#[derive(Serialize)]
pub struct TableView {
    /// What no other table of the page is called.
    pub id: String,
    pub table: TargetTable,
    /// Where there is more of the indicator.
    pub url: Option<String>,
}

/// The blocks of a plan's text in `lang`, one after the other, with the charts and tables between them in the language
/// of the page.
pub fn pieces(
    cx: &Context<'_>,
    lang: Lang,
    plan: usize,
    blocks: &[Block],
    here: &str,
) -> Vec<Piece> {
    let base = plan_path(&cx.site.plans[plan]);
    let other = other_lang(cx, lang);
    let mark = if other.is_some() { "_other" } else { "" };
    let html = |run: &mut String| Piece::html(std::mem::take(run), other.clone());
    let mut pieces = Vec::new();
    let mut run = String::new();
    for block in blocks {
        if let Some(html) = block.html() {
            cx.html_in(lang, html, &base, here, &mut run);
            continue;
        }
        pieces.extend(html(&mut run));
        pieces.extend(shown(cx, plan, block, mark));
    }
    pieces.extend(html(&mut run));
    pieces
}

/// The charts or the table that a block asks for. What a page may have twice is kept apart by its place in the text,
/// and by `mark` where the page holds two texts.
pub fn shown(cx: &Context<'_>, plan: usize, block: &Block, mark: &str) -> Vec<Piece> {
    let suffix = format!("_{}{mark}", block.span.range().start);
    match &block.content {
        BlockContent::Html(_) => Vec::new(),
        BlockContent::Chart(chart) => {
            let charts = PlanChart::asked(cx.site, plan, chart).into_iter();
            charts.filter_map(|chart| chart.view(cx, &suffix)).map(Piece::chart).collect()
        }
        BlockContent::Table(name) => {
            let table = table(cx, &cx.site.plans[plan], &name.value, &suffix);
            table.map(Piece::table).into_iter().collect()
        }
        BlockContent::Duties => {
            let duties = in_text(cx, &cx.site.plans[plan], mark);
            duties.map(Piece::duties).into_iter().collect()
        }
    }
}

impl Piece {
    fn html(run: String, lang: Option<String>) -> Option<Self> {
        (!run.is_empty()).then(|| Self { html: Some(run), lang, ..Self::default() })
    }

    fn chart(chart: ChartView) -> Self {
        Self { chart: Some(chart), ..Self::default() }
    }

    fn table(table: TableView) -> Self {
        Self { table: Some(table), ..Self::default() }
    }

    fn duties(duties: DutiesInText) -> Self {
        Self { duties: Some(duties), ..Self::default() }
    }
}

/// What `lang` attributes say of a text that is not in the language of the page.
pub fn other_lang(cx: &Context<'_>, lang: Lang) -> Option<String> {
    (lang != cx.lang).then(|| html_lang(cx.site.config.languages.tag(lang)))
}

fn table(cx: &Context<'_>, plan: &Plan, name: &str, suffix: &str) -> Option<TableView> {
    let indicator = plan.indicator(name)?;
    Some(TableView {
        id: format!("{}{suffix}", indicator.id),
        table: target_table(cx, plan, indicator),
        url: indicator_url(cx, plan, indicator),
    })
}

/// Blocks one after the other, without charts and tables. `base` is the address that links are seen from,
/// `here` the page itself.
pub fn blocks<'b>(
    cx: &Context<'_>,
    blocks: impl IntoIterator<Item = &'b Block>,
    base: &str,
    here: &str,
) -> String {
    blocks_in(cx, cx.lang, blocks, base, here)
}

/// The same of a text in `lang`.
pub fn blocks_in<'b>(
    cx: &Context<'_>,
    lang: Lang,
    blocks: impl IntoIterator<Item = &'b Block>,
    base: &str,
    here: &str,
) -> String {
    let mut out = String::new();
    for html in blocks.into_iter().filter_map(Block::html) {
        cx.html_in(lang, html, base, here, &mut out);
    }
    out
}

/// The label of a clause with the space that belongs behind it: `I. `, `第十二条 `, but `三、` and `1.`
/// before Chinese.
pub fn label(clause: &Clause) -> String {
    let chinese = clause.title.starts_with(|c| is_cjk(c) || matches!(c, '“' | '‘'));
    let closed = clause.label.ends_with(['、', '）', '．']);
    let point = clause.label.ends_with(['.', ')']) && chinese;
    let space = if clause.label.is_empty() || closed || point { "" } else { " " };
    format!("{}{space}", clause.label)
}

/// A whole text with its headings, the first level as `<h{top}>`: for texts that are not addressed by
/// clause. `prefix` keeps the ids of several texts on one page apart.
pub fn whole(
    cx: &Context<'_>,
    document: &Document,
    base: &str,
    here: &str,
    top: usize,
    prefix: &str,
) -> String {
    let mut out = blocks(cx, &document.preamble, base, here);
    for clause in &document.clauses {
        let level = (clause.depth + top - 1).min(6);
        let (id, label) = (&clause.address, label(clause));
        out.push_str(&format!("<h{level} id=\"{prefix}{id}\">{label}"));
        cx.html(&clause.title_html, base, here, &mut out);
        out.push_str(&format!("</h{level}>\n"));
        out.push_str(&blocks(cx, &clause.blocks, base, here));
    }
    out
}
