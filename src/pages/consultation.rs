//! In: the consultation rounds of a plan. Out: what is asked, who may answer, how, by when and what
//! happens next, what became of it, and the notice itself. Open rounds come first, then the newest.

use serde::Serialize;

use crate::diagnostic::Span;
use crate::language::{Lang, Text, WordArg};
use crate::model::consultation::{Channel, PaperPlace, Round};
use crate::model::minimum::{Length, Profile};
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::answer::{Answer, ChannelView, answer, channel};
use super::comment::comment_path;
use super::document::whole;
use super::download::deadline_path;
use super::links::attachment_path;
use super::markup::Fragment;
use super::notes::note;
use super::plan_parts::{Day, Head, day, head, page_path, page_title, plan_path, plan_url, tags};
use super::qr::{Qr, qr};
use super::round_parts::{
    State, beginning, comments_path, counts, dates, deadline, opening, rounds, state, zone,
};
use super::unit_parts::{NameLink, full_link, plan_link};
use super::{Context, PageKind, Subject, View, plans_with};

pub struct ConsultationPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    rounds: Vec<RoundView>,
}

#[derive(Serialize)]
struct RoundView {
    id: String,
    title: String,
    state: State,
    organiser: NameLink,
    published: Option<Day>,
    updated: Option<Day>,
    /// By when the outcome is promised, while it is not there.
    outcome_by: Option<String>,
    opening: String,
    beginning: String,
    end: Day,
    deadline: String,
    dates: String,
    zone: String,
    /// Why the period is shorter than the minimum, with the minimum.
    shorter: Option<String>,
    asked: String,
    who: String,
    needs: Option<String>,
    next: Option<String>,
    note: Option<Fragment>,
    notice: Option<Fragment>,
    /// While comments are or will be taken.
    answer: Option<Answering>,
    /// Where comments went, once they are not taken any more.
    channels: Vec<ChannelView>,
    /// Where questions go.
    information: Vec<ChannelView>,
    papers: Vec<NameLink>,
    outcome: Option<OutcomeView>,
}

/// What readers need to answer.
#[derive(Serialize)]
struct Answering {
    answer: Answer,
    /// The page that prints as a form; empty where the site has none.
    form_url: String,
    /// The text, where every clause has a link of its own.
    text_url: Option<String>,
    calendar_url: String,
    qr: Option<Qr>,
}

/// What became of the comments.
#[derive(Serialize)]
struct OutcomeView {
    published: Day,
    counts: String,
    text: Option<Fragment>,
    /// The list of the comments, where there is one.
    url: Option<String>,
    /// What came of the draft, and the page of what changed, once it is there.
    after: Option<NameLink>,
    changes_url: Option<String>,
}

impl PageKind for ConsultationPage {
    fn name(&self) -> &'static str {
        "consultation"
    }
    fn about(&self) -> &'static str {
        "A call for comments on a plan: what, who, how, until when, and what next."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Consultations)
    }
    fn subjects(&self, site: &Site, _: jiff::civil::Date) -> Vec<Subject> {
        plans_with(site, |plan| !plan.rounds.is_empty())
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        page_path(subject.plan(site), "consultation/")
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("tab-consultation")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        page_title(cx, subject.plan(cx.site), "tab-consultation")
    }
    fn anchors(&self, site: &Site, subject: Subject, _: Lang) -> Vec<String> {
        subject.plan(site).rounds.iter().map(|round| round.id.to_string()).collect()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn calls(&self) -> bool {
        true
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let after = cx.site.lineage.final_of(subject.plan_place()).map(|at| &cx.site.plans[at]);
        let view = |one| round(cx, plan, one, after);
        let body = Body {
            head: head(cx, plan, "consultation/"),
            rounds: rounds(cx, plan).into_iter().map(view).collect(),
        };
        let newest = *rounds(cx, plan).first().expect("subjects have rounds");
        let period = newest.period;
        let (start, end) = (cx.date(period.start.date), cx.date(period.end.date));
        let args = [
            ("plan", WordArg::Text(plan.short.get(cx.lang))),
            ("start", WordArg::Text(&start)),
            ("end", WordArg::Text(&end)),
        ];
        let description = cx.word_with("consultation-description", &args);
        View {
            tags: tags(cx, plan, newest.title.get(cx.lang).to_owned(), description.clone()),
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

/// `after` is what came of the plan.
fn round(cx: &Context<'_>, plan: &Plan, round: &Round, after: Option<&Plan>) -> RoundView {
    let text = |text: &Option<Text>| text.as_ref().map(|t| t.get(cx.lang).to_owned());
    let takes_comments = round.takes_comments(cx.today);
    let plainly = |one: &Channel| channel(cx, plan, round, one, None);
    let closed = round.answers().filter(|_| !takes_comments);
    RoundView {
        id: round.id.to_string(),
        title: round.title.get(cx.lang).to_owned(),
        state: state(cx, round),
        organiser: full_link(cx, round.organiser.value),
        published: round.published.map(|date| day(cx, date)),
        opening: opening(cx, round.period.start),
        beginning: beginning(cx, round.period.start),
        updated: round.updated.map(|date| day(cx, date)),
        outcome_by: outcome_by(cx, round),
        end: day(cx, round.period.end.date),
        deadline: deadline(cx, round.period.end),
        dates: dates(cx, round),
        zone: zone(cx),
        shorter: shorter(cx, round),
        asked: round.asked.get(cx.lang).to_owned(),
        who: round.who.get(cx.lang).to_owned(),
        needs: text(&round.needs),
        next: text(&round.next),
        note: note(cx, round.note.as_ref()),
        notice: notice(cx, plan, round, round.notice.as_deref(), 4),
        answer: takes_comments.then(|| answering(cx, plan, round)),
        channels: closed.map(plainly).collect(),
        information: round.channels.iter().filter(|one| !one.takes_comments).map(plainly).collect(),
        papers: papers(cx, plan, round),
        outcome: outcome(cx, plan, round, after),
    }
}

/// A Markdown text of the round as HTML, headings from `level` on.
fn notice(
    cx: &Context<'_>,
    plan: &Plan,
    round: &Round,
    texts: Option<&[crate::model::document::Document]>,
    level: usize,
) -> Option<Fragment> {
    let here = page_path(plan, "consultation/");
    let prefix = format!("{}.", round.id);
    let base = plan_path(plan);
    texts
        .map(|texts| Fragment::of(whole(cx, &texts[cx.lang.index()], &base, &here, level, &prefix)))
}

fn answering(cx: &Context<'_>, plan: &Plan, round: &Round) -> Answering {
    let page = cx.link(&comment_path(plan, round, None));
    Answering {
        answer: answer(cx, plan, round, None),
        text_url: page.is_some().then(|| plan_url(cx, plan)),
        form_url: page.map_or_else(String::new, |page| page + "#page_sheet"),
        calendar_url: cx.url(&deadline_path(plan, round)),
        qr: qr(&cx.absolute(&cx.url(&page_path(plan, "consultation/")))),
    }
}

/// "The outcome is due by 30 June 2025."
fn outcome_by(cx: &Context<'_>, round: &Round) -> Option<String> {
    let due = round.outcome_due.as_ref().filter(|_| round.outcome_on(cx.today).is_none())?;
    let date = cx.date(due.value);
    Some(cx.word_with("outcome-by", &[("date", WordArg::Text(&date))]))
}

/// "Shorter than the 30 days of the Interim Regulations: …"
fn shorter(cx: &Context<'_>, round: &Round) -> Option<String> {
    let reason = round.shorter.as_ref()?.get(cx.lang);
    let Some((least, _)) = cx.site.shorter_than(round) else {
        return Some(cx.word_with("shorter-period", &[("reason", WordArg::Text(reason))]));
    };
    let profile = cx.site.profile(round);
    let source = profile.map_or_else(String::new, |profile| source(cx, profile));
    let days = usize::try_from(least.number()).unwrap_or(usize::MAX);
    let key = match (profile, least) {
        (Some(Profile::NormativeDocument), _) => "shorter-period-normative",
        (_, Length::Days(_)) => "shorter-period-days",
        (_, Length::WorkingDays(_)) => "shorter-period-working-days",
    };
    let args = [
        ("days", WordArg::Count(days)),
        ("source", WordArg::Text(&source)),
        ("reason", WordArg::Text(reason)),
    ];
    Some(cx.word_with(key, &args))
}

fn source(cx: &Context<'_>, profile: &Profile) -> String {
    match profile {
        Profile::Custom(custom) => custom.source.get(cx.lang).to_owned(),
        profile => profile.word().map_or_else(String::new, |word| cx.word(word)),
    }
}

fn papers(cx: &Context<'_>, plan: &Plan, round: &Round) -> Vec<NameLink> {
    let link = |paper: &crate::model::consultation::Paper| NameLink {
        name: paper.title.get(cx.lang).to_owned(),
        url: match &paper.place {
            PaperPlace::Url(url) => Some(url.clone()),
            PaperPlace::File(name) => Some(cx.file_url(&attachment_path(plan.id.as_str(), name))),
        },
    };
    round.papers.iter().map(link).collect()
}

/// The outcome from the day of its publication on.
fn outcome(
    cx: &Context<'_>,
    plan: &Plan,
    round: &Round,
    after: Option<&Plan>,
) -> Option<OutcomeView> {
    let outcome = round.outcome_on(cx.today)?;
    Some(OutcomeView {
        published: day(cx, outcome.published.value),
        counts: counts(cx, round.counts()),
        text: notice(cx, plan, round, outcome.text.as_deref(), 4),
        url: cx.link(&comments_path(plan, round)),
        after: after.map(|after| plan_link(cx, after)),
        changes_url: after.and_then(|after| cx.link(&page_path(after, "changes/"))),
    })
}
