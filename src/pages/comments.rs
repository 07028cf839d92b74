//! In: a round whose outcome is published. Out: what came in and what became of it: the counts, and every comment with
//! its clause, its gist and the reason.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::consultation::{Adoption, Counts, Round, Submission};
use crate::model::document::Address;
use crate::model::lineage::ChangedClause;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::changes::change_url;
use super::download::{DataLink, add_files, data_links};
use super::finder::{Filter, FilterOption, filter};
use super::frame::html_lang;
use super::plan_parts::{
    ClauseLink, Day, Head, Label, clause_links, day, head_below, publisher, tags,
};
use super::round_parts::{adoption, comment_anchor, comments_path, counts, dates, round_url};
use super::unit_parts::NameLink;
use super::{Context, PageKind, Subject, View};

pub struct CommentsPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    round: NameLink,
    dates: String,
    published: Day,
    counts: String,
    /// How many of each kind, for the bar.
    kinds: Vec<Kind>,
    total: usize,
    /// The clauses to filter by.
    /// One list, or none where there is nothing to choose from.
    filters: Vec<Filter>,
    comments: Vec<CommentView>,
    data: Vec<DataLink>,
}

/// How many comments had one result.
#[derive(Serialize)]
struct Kind {
    adoption: Label,
    count: u32,
    /// How many stand before them in the bar.
    before: u32,
}

#[derive(Serialize)]
struct CommentView {
    number: usize,
    date: Option<Day>,
    channel: Option<String>,
    clauses: Vec<ClauseLink>,
    gist: Vec<String>,
    adoption: Label,
    reason: Vec<String>,
    /// The clauses that changed because of it.
    changed: Vec<ChangedLink>,
    /// The clauses for the filter; `-` for the plan as a whole.
    filter: String,
}

/// A clause on the page of changes; without one, in the text.
#[derive(Serialize)]
struct ChangedLink {
    /// "Changed:", "Added:" or "Removed:"
    how: String,
    name: String,
    lang: Option<String>,
    url: String,
}

/// By what the filter knows comments on the plan as a whole; no clause has this address.
const WHOLE: &str = "-";

impl PageKind for CommentsPage {
    fn name(&self) -> &'static str {
        "comments"
    }
    fn about(&self) -> &'static str {
        "What came in during a consultation, and what became of it."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Comments)
    }
    fn subjects(&self, site: &Site, today: Date) -> Vec<Subject> {
        let plans = site.plans.iter().enumerate();
        let rounds = plans.flat_map(|(plan, one)| {
            one.rounds.iter().enumerate().map(move |(round, one)| (plan, round, one))
        });
        let published = rounds.filter(|(.., round)| round.lists_comments(today));
        published.map(|(plan, round, _)| Subject::Round { plan, round }).collect()
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        let (plan, round) = subject.round(site);
        comments_path(plan, round)
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("comments-title")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        let (_, round) = subject.round(cx.site);
        format!("{} - {}", cx.word("comments-title"), round.title.get(cx.lang))
    }
    fn anchors(&self, site: &Site, subject: Subject, _: Lang) -> Vec<String> {
        let (_, round) = subject.round(site);
        (0..round.submissions.len()).map(comment_anchor).collect()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.round(site).1.span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let (plan, round) = subject.round(cx.site);
        let Subject::Round { plan: plan_place, round: place } = subject else {
            unreachable!("subjects are rounds")
        };
        let outcome = round.outcome.as_ref().expect("subjects have an outcome");
        let totals = round.counts();
        let sentence = counts(cx, totals);
        let changed = cx.site.lineage.changed_by(plan_place, place);
        let after = cx.site.lineage.final_of(plan_place);
        let links = |at: usize| {
            let clauses = after
                .into_iter()
                .flat_map(|now| changed.get(&at).into_iter().flatten().map(move |one| (now, *one)));
            clauses.filter_map(|(now, one)| changed_clause(cx, plan_place, now, one)).collect()
        };
        let comments = round.submissions.iter().enumerate();
        let (label, all) = (cx.word("comments-filter"), cx.word("comments-all"));
        let filters = filter("clause", label, all, options(cx, plan, round));
        let set = Dataset::Submissions { plan: plan_place, round: place };
        let body = Body {
            head: head_below(cx, plan, "consultation/"),
            round: NameLink {
                name: round.title.get(cx.lang).to_owned(),
                url: Some(round_url(cx, plan, round)),
            },
            dates: dates(cx, round),
            published: day(cx, outcome.published.value),
            kinds: kinds(cx, totals),
            total: round.submissions.len(),
            filters: filters.into_iter().collect(),
            comments: comments.map(|(at, one)| comment(cx, plan, at, one, links(at))).collect(),
            data: data_links(cx, set),
            counts: sentence.clone(),
        };
        let args = [
            ("plan", WordArg::Text(plan.short.get(cx.lang))),
            ("counts", WordArg::Text(&sentence)),
        ];
        let description = cx.word_with("comments-description", &args);
        let mut data = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": self.full_title(cx, subject),
            "description": description,
            "url": cx.absolute(&cx.url(&comments_path(plan, round))),
            "inLanguage": html_lang(cx.tag()),
            "datePublished": outcome.published.value.to_string(),
            "creator": publisher(cx, plan),
        });
        add_files(cx, &body.data, &mut data);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: Some(data),
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn kinds(cx: &Context<'_>, totals: Counts) -> Vec<Kind> {
    let mut before = 0;
    let mut kinds = Vec::new();
    for one in Adoption::ALL.into_iter().filter(|one| totals.of(*one) > 0) {
        let count = totals.of(one);
        kinds.push(Kind { adoption: adoption(cx, one), count, before });
        before += count;
    }
    kinds
}

/// A clause that changed because of a comment: in the plan where it is there, else where the changes are listed.
fn changed_clause(
    cx: &Context<'_>,
    draft: usize,
    now: usize,
    changed: ChangedClause,
) -> Option<ChangedLink> {
    let clause = |plan: usize, at: usize| {
        let plan = &cx.site.plans[plan];
        let clause = plan.text(cx.lang).clauses.get(at)?;
        clause_links(cx, plan, std::slice::from_ref(&clause.address)).pop()
    };
    let (link, word) = match changed {
        ChangedClause::Changed(at) => (clause(now, at)?, "comment-changed"),
        ChangedClause::Added(at) => (clause(now, at)?, "comment-added"),
        ChangedClause::Removed(at) => (clause(draft, at)?, "comment-removed"),
    };
    let url = change_url(cx, draft, now, changed).unwrap_or(link.url);
    Some(ChangedLink { how: cx.word(word), name: link.text, lang: link.lang, url })
}

fn comment(
    cx: &Context<'_>,
    plan: &Plan,
    at: usize,
    one: &Submission,
    changed: Vec<ChangedLink>,
) -> CommentView {
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    let filter: Vec<&str> = one.clauses.iter().map(Address::as_str).collect();
    CommentView {
        number: at + 1,
        date: one.date.as_ref().map(|date| day(cx, date.value)),
        channel: one.channel.map(|kind| cx.word(&format!("channel-{}", kind.code()))),
        clauses: clause_links(cx, plan, &one.clauses),
        gist: lines(one.gist.value.get(cx.lang)),
        adoption: adoption(cx, one.adoption),
        reason: lines(one.reason.value.get(cx.lang)),
        changed,
        filter: if filter.is_empty() { WHOLE.to_owned() } else { filter.join(" ") },
    }
}

/// The clauses that comments are about, in the order of the text, and the plan as a whole.
fn options(cx: &Context<'_>, plan: &Plan, round: &Round) -> Vec<FilterOption> {
    let named =
        |address: &Address| round.submissions.iter().any(|one| one.clauses.contains(address));
    let text = plan.text(cx.lang);
    let addresses = text.clauses.iter().map(|clause| &clause.address).filter(|one| named(one));
    let addresses: Vec<Address> = addresses.cloned().collect();
    // Nothing else means a clause.
    let option = |id, name| FilterOption { id, name, groups: Some(String::new()) };
    let mut options: Vec<FilterOption> = Vec::new();
    if round.submissions.iter().any(|one| one.clauses.is_empty()) {
        options.push(option(WHOLE.to_owned(), cx.word("whole-plan")));
    }
    let links = clause_links(cx, plan, &addresses).into_iter();
    options.extend(links.map(|link| option(link.address, link.text)));
    options
}

/// Whether the page of the rounds of this plan is the way to the comments on a clause; their addresses.
pub fn comments_on(cx: &Context<'_>, plan: &Plan, address: &Address) -> Vec<NameLink> {
    let mut links = Vec::new();
    for round in plan.rounds.iter().filter(|round| round.lists_comments(cx.today)) {
        let count = round.submissions.iter().filter(|one| one.clauses.contains(address)).count();
        if count > 0
            && let Some(url) = cx.link(&comments_path(plan, round))
        {
            links.push(NameLink {
                name: cx.word_with("comments-on-clause", &[("count", WordArg::Count(count))]),
                url: Some(format!("{url}?clause={address}#page_table")),
            });
        }
    }
    links
}
