//! In: the two texts of a plan, put together clause by clause and block by block. Out: both side by side, as HTML.

use maud::{Markup, PreEscaped, Render, html};

use crate::language::WordArg;
use crate::model::Plan;
use crate::model::document::{Address, Block, Clause, PREAMBLE};

use super::Context;
use super::clause::heading;
use super::document::{Shown, blocks};
use super::frame::html_lang;
use super::incomplete::{end_of_source, ends_before_clauses};
use super::markup::{Fragment, text};
use super::notes::text_notes;
use super::pairing::{ClausePair, Paired, Row};
use super::plan_parts::{page_path, plan_path};
use super::stale::stale_beside;

/// The page as it is seen from both of its languages.
struct Sides<'c> {
    cx: &'c Context<'c>,
    at: usize,
    plan: &'c Plan,
    both: [Context<'c>; 2],
    /// The addresses of the text and of the page, without language.
    base: String,
    here: String,
}

/// Everything that stands below the names of the two languages.
pub fn side_by_side<'c>(
    cx: &'c Context<'c>,
    at: usize,
    both: [Context<'c>; 2],
    paired: &Paired<'_>,
) -> Fragment {
    let plan = &cx.site.plans[at];
    let (base, here) = (plan_path(plan), page_path(plan, "parallel/"));
    let sides = Sides { cx, at, plan, both, base, here };
    // The clause behind which the source of the text breaks off.
    let last = end_of_source(plan, cx.lang).map(|at| &plan.text(cx.lang).clauses[at].address);
    let mut out = String::with_capacity(1 << 17);
    sides.preamble(&paired.preamble).render_to(&mut out);
    for pair in &paired.clauses {
        let Some(clause) = pair.one.or(pair.other) else { continue };
        let ends = last == Some(&clause.address);
        sides.clause(clause, pair, ends).render_to(&mut out);
    }
    Fragment::of(out)
}

impl Sides<'_> {
    /// What stands before the first clause has no heading that says that it is not translated yet.
    fn preamble(&self, rows: &[Row<'_>]) -> Markup {
        let first = rows.iter().position(|row| matches!(row, Row::Texts { .. }));
        let address = Address::new(PREAMBLE);
        let notes = self.both.each_ref().map(|side| text_notes(side, self.plan, Some(&address)));
        html! {
            (self.notices(|side| stale_beside(side, self.plan, None))) "\n"
            @for (at, row) in rows.iter().enumerate() { (self.row(row, first == Some(at))) }
            @if notes.iter().any(Option::is_some) {
                "\n" div class="pair" { "\n"
                    @for (side, notes) in self.both.iter().zip(notes) {
                        @if let Some(notes) = notes {
                            div lang=(html_lang(side.tag())) { (notes) } "\n"
                        }
                    }
                }
            }
            @if ends_before_clauses(self.plan) { (self.ends()) }
        }
    }

    fn clause(&self, clause: &Clause, pair: &ClausePair<'_>, ends: bool) -> Markup {
        let address = clause.address.as_str();
        html! {
            "\n" section class="clause" id=(address) { "\n"
                div class={ "pair clause-head level-" (super::clause::level(clause)) } { "\n"
                    @for (side, clause) in self.both.iter().zip([pair.one, pair.other]) {
                        div lang=(html_lang(side.tag())) { "\n"
                            @match clause {
                                Some(clause) => (self.head(side, clause)),
                                None => (self.late()),
                            }
                            "\n"
                        } "\n"
                    }
                } "\n"
                @for row in &pair.rows { (self.row(row, false)) }
                @if ends { (self.ends()) }
                "\n"
            }
        }
    }

    /// The heading of a clause in one language, with the way to the page of the text.
    fn head(&self, side: &Context<'_>, clause: &Clause) -> Markup {
        let address = clause.address.as_str();
        let mut title = String::new();
        side.html(&clause.title.html, &self.base, &self.here, &mut title);
        let numbered = !clause.label.is_empty();
        let called = if numbered { address } else { clause.title.text() };
        let name = side.word_with("parallel-clause", &[("clause", WordArg::Text(called))]);
        let stale = stale_beside(side, self.plan, Some(&clause.address));
        let id = stale.as_ref().map(|_| format!("page_stale_{address}"));
        let (name, address) = (text(&name), text(address));
        html! {
            (heading(clause, &title, None, id.as_ref())) "\n"
            p class="clause-links" {
                a href={ (text(&side.url(&self.base))) "#" (&address) } aria-label=(&name) title=(&name) {
                    @if numbered { (&address) } @else { "#" }
                }
            }
            @if let Some(stale) = &stale { "\n" div class="note" id=[id] { (stale) } }
            @if let Some(notes) = text_notes(side, self.plan, Some(&clause.address)) {
                "\n" (notes)
            }
        }
    }

    /// That the text is still to be translated.
    fn late(&self) -> Markup {
        let cx = self.cx;
        html! { p class="late" lang=(html_lang(cx.tag())) { (cx.word("pending-clause")) } }
    }

    /// That the source breaks off, in each language.
    fn ends(&self) -> Markup {
        self.notices(|side| Some(side.word("source-ends")))
    }

    /// A notice in each language where it holds, or none at all.
    fn notices(&self, text: impl Fn(&Context<'_>) -> Option<String>) -> Markup {
        let texts = self.both.each_ref().map(text);
        html! {
            @if texts.iter().any(Option::is_some) {
                "\n" div class="pair" { "\n"
                    @for (side, text) in self.both.iter().zip(texts) {
                        div lang=(html_lang(side.tag())) {
                            @if let Some(text) = text { div class="note" { (text) } }
                        } "\n"
                    }
                }
            }
        }
    }

    /// Blocks of both texts, or a chart or table that stands for both. Single blocks belong on one sheet of paper. `begins`
    /// says whether these are the first, which say what is still to be translated.
    fn row(&self, row: &Row<'_>, begins: bool) -> Markup {
        let shown = |block, mark| Shown { cx: self.cx, plan: self.at, block, mark };
        let alone = |shown: Shown<'_>| html! { "\n" div class="shared" { "\n" (shown) "\n" } };
        match row {
            Row::Shared(block) => alone(shown(block, "")),
            Row::OnlyOther(block) => alone(shown(block, "_other")),
            Row::Texts { one, other } => {
                let single = one.len() == 1 && other.len() == 1;
                html! {
                    "\n" div class=(if single { "pair single" } else { "pair" }) { "\n"
                        @for (side, texts) in self.both.iter().zip([one, other]) {
                            div lang=(html_lang(side.tag())) { "\n"
                                @if begins && self.plan.shown_in(side.lang, None) != side.lang {
                                    (self.late())
                                } @else {
                                    (self.texts(side, texts))
                                }
                            } "\n"
                        }
                    }
                }
            }
        }
    }

    /// Links lead to pages in the language of the text, and figures are written as in it.
    fn texts(&self, side: &Context<'_>, texts: &[&Block]) -> Markup {
        PreEscaped(blocks(side, texts.iter().copied(), &self.base, &self.here))
    }
}
