//! In: the clauses of a plan. Out: their sections on the page of its text, as HTML: heading, links, text, notes, and what
//! belongs to the clause elsewhere on the site.

use maud::{Markup, PreEscaped, Render, html};

use crate::language::{Lang, WordArg};
use crate::model::Plan;
use crate::model::consultation::Round;
use crate::model::document::Clause;

use super::Context;
use super::behind::{self, CommentsBehind};
use super::comment::comment_path;
use super::comments::comments_on;
use super::document::{Text, label, other_lang};
use super::frame::{Twin, twin};
use super::incomplete::end_of_source;
use super::markup::{Fragment, text};
use super::notes::text_notes;
use super::plan_parts::plan_path;
use super::related::Related;
use super::round_parts::rounds;
use super::stale::stale;

/// What all clauses of a page have in common.
struct Clauses<'c> {
    cx: &'c Context<'c>,
    at: usize,
    plan: &'c Plan,
    path: String,
    behind: CommentsBehind,
    related: &'c Related<'c>,
    /// The text in the other languages.
    twins: Vec<Twin>,
    /// The round that takes comments now or will take them.
    round: Option<&'c Round>,
    /// Behind which clause the source of the text breaks off.
    end: Option<usize>,
}

/// The sections of a plan, one after the other.
pub fn clauses(cx: &Context<'_>, at: usize, related: &Related<'_>) -> Fragment {
    let plan = &cx.site.plans[at];
    let path = plan_path(plan);
    let languages = cx.site.config.languages.iter().filter(|lang| *lang != cx.lang);
    let all = Clauses {
        cx,
        at,
        plan,
        behind: CommentsBehind::new(cx, at),
        related,
        twins: languages.map(|lang| twin(cx, lang, &path)).collect(),
        round: rounds(cx, plan).into_iter().find(|round| round.takes_comments(cx.today)),
        end: end_of_source(plan, cx.lang),
        path,
    };
    // Most texts are no longer; the others make it grow.
    let mut out = String::with_capacity(1 << 17);
    for (at, clause) in plan.text(cx.lang).clauses.iter().enumerate() {
        out.push('\n');
        all.section(at, clause).render_to(&mut out);
    }
    Fragment::of(out)
}

impl Clauses<'_> {
    fn section(&self, at: usize, clause: &Clause) -> Markup {
        let Self { cx, plan, .. } = self;
        let address = &clause.address;
        let lang = plan.shown_in(cx.lang, Some(address));
        let blocks = Text { cx, lang, plan: self.at, blocks: &clause.blocks, here: &self.path };
        let is_stale = plan.translation.is_stale(cx.lang, Some(address));
        let id = is_stale.then(|| format!("page_stale_{address}"));
        let stale = id.as_ref().and_then(|id| stale(cx, plan, Some(address), id));
        html! {
            section class="clause" id=(text(address.as_str())) { "\n"
                div class={ "clause-head level-" (level(clause)) } { "\n"
                    (self.heading(clause, lang, id.as_ref())) "\n"
                    (self.links(clause)) "\n"
                } "\n"
                @if let Some(stale) = stale { (stale) "\n" }
                (blocks) "\n"
                @if self.end == Some(at) { p class="note" { (cx.word("source-ends")) } "\n" }
                @if let Some(notes) = text_notes(cx, plan, Some(address)) {
                    (notes) "\n"
                }
                (self.reasons(at))
                @if let Some(related) = self.related.to(Some(address)) {
                    (related) "\n"
                }
            }
        }
    }

    fn heading(&self, clause: &Clause, lang: Lang, described: Option<&String>) -> Markup {
        let Self { cx, path, .. } = self;
        let mut title = String::new();
        cx.html_in(lang, &clause.title.html, path, path, &mut title);
        heading(clause, &title, other_lang(cx, lang), described)
    }

    /// To the clause itself, its twins, the page for a comment on it, and the comments that came in.
    fn links(&self, clause: &Clause) -> Markup {
        let Self { cx, plan, .. } = self;
        let address = clause.address.as_str();
        let numbered = !clause.label.is_empty();
        // What texts for screen readers call it.
        let named: &str = if numbered { address } else { clause.title.text() };
        let args = [("clause", WordArg::Text(named))];
        let name = cx.word_with("clause-link", &args);
        let (name, address) = (text(&name), text(address));
        let behind = html! { span class="visually-hidden" { " (" (&name) ")" } };
        let comment = self.round.and_then(|round| {
            let url = cx.link(&comment_path(plan, round, Some(&clause.address)))?;
            Some((url, !round.is_open(cx.today)))
        });
        html! {
            p class="clause-links" { "\n"
                a class="permalink" href={ "#" (&address) } aria-label=(&name) title=(&name) {
                    @if numbered { (&address) } @else { "#" }
                }
                @for Twin { lang, name, url } in &self.twins {
                    "\n" a href={ (text(url)) "#" (&address) } hreflang=(text(lang)) {
                        span lang=(text(lang)) { (text(name)) } (behind)
                    }
                }
                @if let Some((url, hidden)) = comment {
                    "\n" a class="comment-link" href=(url) data-only="open"
                        aria-label=(cx.word_with("comment-link", &args)) hidden[hidden]
                    { (cx.word("comment")) }
                }
                @for one in comments_on(cx, plan, &clause.address) {
                    "\n" a class="comment-link" href=[one.url] { (one.name) (behind) }
                }
                "\n"
            }
        }
    }

    /// The comments on the draft because of which the clause changed.
    fn reasons(&self, at: usize) -> Markup {
        let comments = self.behind.of_clause(at);
        let count = [("count", WordArg::Count(comments.len()))];
        html! {
            @if let Some(list) = behind::list(self.cx, &comments) {
                details class="reasons-behind" { "\n"
                    summary { (self.cx.word_with("comments-behind-clause", &count)) } "\n"
                    (list) "\n"
                } "\n"
            }
        }
    }
}

/// The heading of a clause with its number; its title is HTML. `lang` is its language, where it is not that of the page; `described` the id of
/// the notice that the translation is stale.
pub fn heading(
    clause: &Clause,
    title: &str,
    lang: Option<String>,
    described: Option<&String>,
) -> Markup {
    let title = html! { (text(&label(clause))) (PreEscaped(title)) };
    html! {
        @match level(clause) {
            2 => h2 lang=[lang] aria-describedby=[described] { (title) },
            3 => h3 lang=[lang] aria-describedby=[described] { (title) },
            4 => h4 lang=[lang] aria-describedby=[described] { (title) },
            5 => h5 lang=[lang] aria-describedby=[described] { (title) },
            _ => h6 lang=[lang] aria-describedby=[described] { (title) },
        }
    }
}

/// The number of the heading: `h2` for the first level.
pub fn level(clause: &Clause) -> usize {
    (clause.depth + 1).min(6)
}
