//! In: a round of a consultation. Out: the parts that several pages print: its state with what browsers need to
//! correct it, its dates, its call in a few words, and how many comments became what.

use serde::Serialize;

use crate::language::WordArg;
use crate::model::consultation::{Adoption, Counts, Limit, Round, RoundState};
use crate::model::{Plan, Site};

use super::Context;
use super::plan_parts::{Day, Label, day, page_path};

/// Where a round stands on the day of the build.
#[derive(Serialize)]
pub struct State {
    pub code: &'static str,
    pub text: String,
    /// While time can still change the state.
    pub clock: Option<Clock>,
}

/// What browsers need to correct the state when no new build comes in time.
#[derive(Serialize)]
pub struct Clock {
    /// The first moment of the round, and the first one after it (RFC 3339).
    pub opens: String,
    pub closes: String,
    /// The last day in the time zone of the site.
    pub last: String,
}

/// A call for comments in a few words.
#[derive(Serialize)]
pub struct Call {
    pub title: String,
    pub url: String,
    pub demonstration: bool,
    pub state: State,
    pub start: Day,
    pub end: Day,
    /// "Start to end", with the hours where there are any.
    pub dates: String,
    /// How many comments came in and what became of them.
    pub counts: Option<String>,
}

/// The address of the pages and files of a round: `plans/x/consultation/draft/`.
pub fn round_path(plan: &Plan, round: &Round) -> String {
    page_path(plan, &format!("consultation/{}/", round.id))
}

/// The address of the list of what came in during a round.
pub fn comments_path(plan: &Plan, round: &Round) -> String {
    format!("{}comments/", round_path(plan, round))
}

/// A comment on its page, by its place from 0.
pub fn comment_anchor(at: usize) -> String {
    format!("comment-{}", at + 1)
}

/// The address of a round on the page of its consultation.
pub fn round_url(cx: &Context<'_>, plan: &Plan, round: &Round) -> String {
    let anchor = if plan.rounds.len() > 1 { format!("#{}", round.id) } else { String::new() };
    cx.url(&page_path(plan, "consultation/")) + &anchor
}

/// `None` where the site has no pages of consultations.
pub fn call(cx: &Context<'_>, plan: &Plan, round: &Round) -> Option<Call> {
    cx.link(&page_path(plan, "consultation/"))?;
    let state = state(cx, round);
    Some(Call {
        title: round.title.get(cx.lang).to_owned(),
        url: round_url(cx, plan, round),
        demonstration: cx.site.is_demonstration(plan),
        start: day(cx, round.period.start.date),
        end: day(cx, round.period.end.date),
        dates: dates(cx, round),
        counts: (state.code == "outcome").then(|| counts(cx, round.counts())),
        state,
    })
}

/// The rounds of a plan, those that are open before the others, the newest first.
pub fn rounds<'p>(cx: &Context<'_>, plan: &'p Plan) -> Vec<&'p Round> {
    let mut rounds: Vec<&Round> = plan.rounds.iter().rev().collect();
    rounds.sort_by_key(|round| !round.is_open(cx.today));
    rounds
}

/// The state of a round on the day of the build.
pub fn state(cx: &Context<'_>, round: &Round) -> State {
    let (code, text) = match round.state(cx.today) {
        RoundState::NotOpenYet => ("not-open", cx.word("round-not-open")),
        RoundState::Open { days_left } => {
            let days = usize::try_from(days_left).unwrap_or(0);
            ("open", cx.word_with("round-open", &[("days", WordArg::Count(days))]))
        }
        RoundState::Closed => ("closed", cx.word("round-closed")),
        RoundState::OutcomePublished => ("outcome", cx.word("round-outcome")),
    };
    let clock = matches!(code, "not-open" | "open").then(|| clock(cx.site, round));
    State { code, text, clock }
}

fn clock(site: &Site, round: &Round) -> Clock {
    let zone = &site.config.time_zone;
    Clock {
        opens: round.opens(zone).to_string(),
        closes: round.closes(zone).to_string(),
        last: round.period.end.date.to_string(),
    }
}

/// What the time zone of the site is called.
pub fn zone(cx: &Context<'_>) -> String {
    match cx.site.config.time_zone_name.as_str() {
        "Asia/Shanghai" => cx.word("beijing-time"),
        name => cx.word_with("time-of-zone", &[("zone", WordArg::Text(name))]),
    }
}

/// "25 April 2018, 17:00 (Beijing time)"; a day without an hour ends at 24:00.
pub fn deadline(cx: &Context<'_>, limit: Limit) -> String {
    let (date, zone) = (cx.date(limit.date), zone(cx));
    let time = limit.time.map(|time| time.strftime("%H:%M").to_string());
    let mut args = vec![("date", WordArg::Text(&date)), ("zone", WordArg::Text(&zone))];
    match &time {
        Some(time) => {
            args.push(("time", WordArg::Text(time)));
            cx.word_with("until-hour", &args)
        }
        None => cx.word_with("until", &args),
    }
}

/// "From 11 April 2018" beside a closing date, with the hour where there is one.
pub fn beginning(cx: &Context<'_>, limit: Limit) -> String {
    let date = moment(cx, limit);
    cx.word_with("from", &[("date", WordArg::Text(&date))])
}

/// "Opens on 11 April 2018", with the hour where there is one.
pub fn opening(cx: &Context<'_>, limit: Limit) -> String {
    let date = moment(cx, limit);
    cx.word_with("opens", &[("date", WordArg::Text(&date))])
}

/// "11 April 2018 to 25 April 2018"
pub fn dates(cx: &Context<'_>, round: &Round) -> String {
    let (start, end) = (moment(cx, round.period.start), moment(cx, round.period.end));
    let args = [("start", WordArg::Text(&start)), ("end", WordArg::Text(&end))];
    cx.word_with("days-from-to", &args)
}

fn moment(cx: &Context<'_>, limit: Limit) -> String {
    let date = cx.date(limit.date);
    let Some(time) = limit.time else { return date };
    let time = time.strftime("%H:%M").to_string();
    let args = [("date", WordArg::Text(&date)), ("time", WordArg::Text(&time))];
    cx.word_with("date-and-hour", &args)
}

/// "6 comments: 1 adopted, 2 partly adopted, 3 explained", as Chinese outcomes count them: kinds that did not occur
/// are left out.
pub fn counts(cx: &Context<'_>, counts: Counts) -> String {
    let total = usize::try_from(counts.total()).unwrap_or(usize::MAX);
    if total == 0 {
        return cx.word("outcome-none");
    }
    let kinds = Adoption::ALL.into_iter().filter(|one| counts.of(*one) > 0);
    let part = |one: Adoption| {
        let count = usize::try_from(counts.of(one)).unwrap_or(usize::MAX);
        cx.word_with(&format!("count-{}", one.code()), &[("count", WordArg::Count(count))])
    };
    let parts: Vec<String> = kinds.map(part).collect();
    let list = parts.join(&cx.word("count-separator"));
    let args = [("total", WordArg::Count(total)), ("list", WordArg::Text(&list))];
    cx.word_with("outcome-counts", &args)
}

/// What became of a comment.
pub fn adoption(cx: &Context<'_>, adoption: Adoption) -> Label {
    let code = adoption.code();
    Label { code, text: cx.word(&format!("adoption-{code}")) }
}
