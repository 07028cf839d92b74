//! In: a `Document`. Out: its blocks as HTML with every link and figure filled in, and the charts and tables
//! between them.

use maud::{Markup, PreEscaped, Render, html};

use crate::language::{Lang, is_cjk};
use crate::model::document::{Block, BlockContent, Clause, Document};

use super::Context;
use super::chart_view::PlanChart;
use super::duty_table::in_text;
use super::frame::html_lang;
use super::plan_parts::plan_path;
use super::target_table::target_table;
use super::unit_parts::indicator_url;

/// The blocks of a plan's text in `lang`, one after the other, with the charts and tables between them in the language
/// of the page.
pub struct Text<'t> {
    pub cx: &'t Context<'t>,
    pub lang: Lang,
    pub plan: usize,
    pub blocks: &'t [Block],
    /// The address of the page, without language.
    pub here: &'t str,
}

/// The charts or the table that a block asks for. What a page may have twice is kept apart by its place in the text,
/// and by `mark` where the page holds two texts.
pub struct Shown<'t> {
    pub cx: &'t Context<'t>,
    pub plan: usize,
    pub block: &'t Block,
    pub mark: &'t str,
}

impl Render for Text<'_> {
    fn render_to(&self, out: &mut String) {
        let Self { cx, plan, .. } = *self;
        let base = plan_path(&cx.site.plans[plan]);
        let other = other_lang(cx, self.lang);
        let mark = if other.is_some() { "_other" } else { "" };
        for run in self.blocks.chunk_by(|one, next| one.html().is_some() && next.html().is_some()) {
            let begin = out.len();
            for block in run {
                match block.html() {
                    Some(html) => cx.html_in(self.lang, html, &base, self.here, out),
                    None => Shown { cx, plan, block, mark }.render_to(out),
                }
            }
            let texts = run.iter().any(|block| block.html().is_some());
            if let Some(other) = other.as_ref().filter(|_| texts && out.len() > begin) {
                let text = PreEscaped(out.split_off(begin));
                html! { "\n" div class="other-language" lang=(other) { "\n" (text) } }
                    .render_to(out);
            }
        }
    }
}

impl Render for Shown<'_> {
    fn render_to(&self, out: &mut String) {
        let Self { cx, plan, block, mark } = *self;
        let suffix = format!("_{}{mark}", block.span.range().start);
        let here = &cx.site.plans[plan];
        match &block.content {
            BlockContent::Html(_) => {}
            BlockContent::Chart(chart) => {
                let charts = PlanChart::asked(cx.site, plan, chart).into_iter();
                charts
                    .filter_map(|chart| chart.view(cx, &suffix))
                    .for_each(|one| one.render_to(out));
            }
            BlockContent::Table(name) => {
                let Some(indicator) = here.indicator(&name.value) else { return };
                let id = format!("{}{suffix}", indicator.id);
                out.push('\n');
                target_table(cx, here, indicator, &id).render_to(out);
                if let Some(url) = indicator_url(cx, here, indicator) {
                    more(cx, &url, "indicator-more").render_to(out);
                }
            }
            BlockContent::Duties => {
                if let Some(duties) = &here.duties {
                    in_text(cx, here, duties, mark, out);
                }
            }
        }
    }
}

/// What `lang` attributes say of a text that is not in the language of the page.
pub fn other_lang(cx: &Context<'_>, lang: Lang) -> Option<String> {
    (lang != cx.lang).then(|| html_lang(cx.site.config.languages.tag(lang)))
}

/// Where there is more of what a table says.
pub fn more(cx: &Context<'_>, url: &str, word: &str) -> Markup {
    html! { "\n" p class="more" { a href=(url) { (cx.word(word)) } } }
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
    let chinese = clause.title.text().starts_with(|c| is_cjk(c) || matches!(c, '“' | '‘'));
    let closed = clause.label.ends_with(['、', '）', '．']);
    let point = clause.label.ends_with(['.', ')']) && chinese;
    let space = if clause.label.is_empty() || closed || point { "" } else { " " };
    [&clause.label, space].concat()
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
        cx.html(&clause.title.html, base, here, &mut out);
        out.push_str(&format!("</h{level}>\n"));
        out.push_str(&blocks(cx, &clause.blocks, base, here));
    }
    out
}
