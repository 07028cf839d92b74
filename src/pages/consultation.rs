//! In: the consultation rounds of a plan. Out: what is asked, who may answer, how, by when and what
//! happens next, and the notice itself. Open rounds come first, then the newest.

use serde::Serialize;

use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::consultation::{Channel, Means, Round};
use crate::model::{Plan, Site};

use super::document::whole;
use super::frame::Telephone;
use super::plan_parts::{
    Day, Head, Label, day, head, page_path, page_title, plan_path, rounds, state, tags,
};
use super::unit_parts::{NameLink, full_link};
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
    state: Label,
    organiser: NameLink,
    published: Option<Day>,
    start: Day,
    end: Day,
    time_zone: String,
    asked: String,
    who: String,
    next: Option<String>,
    note: Option<String>,
    notice: Option<String>,
    /// Where comments go.
    channels: Vec<ChannelView>,
    /// Where questions go.
    information: Vec<ChannelView>,
}

/// A channel: `kind` says which of the other fields are there.
#[derive(Serialize, Default)]
struct ChannelView {
    kind: &'static str,
    name: String,
    email: Option<String>,
    telephone: Option<Telephone>,
    url: Option<String>,
    recipient: Option<String>,
    address: Option<String>,
    postcode: Option<String>,
    hours: Option<String>,
    note: Option<String>,
}

impl PageKind for ConsultationPage {
    fn name(&self) -> &'static str {
        "consultation"
    }
    fn about(&self) -> &'static str {
        "A call for comments on a plan: what, who, how, until when, and what next."
    }
    fn subjects(&self, site: &Site) -> Vec<Subject> {
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
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let body = Body {
            head: head(cx, plan, "consultation/"),
            rounds: rounds(cx, plan).into_iter().map(|one| round(cx, plan, one)).collect(),
        };
        let newest = *rounds(cx, plan).first().expect("subjects have rounds");
        let (start, end) = (cx.date(newest.days.start), cx.date(newest.days.end));
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

fn round(cx: &Context<'_>, plan: &Plan, round: &Round) -> RoundView {
    let text =
        |text: &Option<crate::language::Text>| text.as_ref().map(|t| t.get(cx.lang).to_owned());
    let here = page_path(plan, "consultation/");
    let notice = round.notice.as_ref().map(|notices| {
        let prefix = format!("{}.", round.id);
        whole(cx, &notices[cx.lang.index()], &plan_path(plan), &here, 4, &prefix)
    });
    let (comments, information): (Vec<&Channel>, Vec<&Channel>) =
        round.channels.iter().partition(|channel| channel.takes_comments);
    RoundView {
        id: round.id.to_string(),
        title: round.title.get(cx.lang).to_owned(),
        state: state(cx, round),
        organiser: full_link(cx, round.organiser.value),
        published: round.published.map(|date| day(cx, date)),
        start: day(cx, round.days.start),
        end: day(cx, round.days.end),
        time_zone: cx.site.config.time_zone_name.clone(),
        asked: round.asked.get(cx.lang).to_owned(),
        who: round.who.get(cx.lang).to_owned(),
        next: text(&round.next),
        note: text(&round.note),
        notice,
        channels: comments.into_iter().map(|one| channel(cx, one)).collect(),
        information: information.into_iter().map(|one| channel(cx, one)).collect(),
    }
}

fn channel(cx: &Context<'_>, channel: &Channel) -> ChannelView {
    let text = |text: &crate::language::Text| text.get(cx.lang).to_owned();
    let mut view = match &channel.means {
        Means::Email(email) => {
            ChannelView { kind: "email", email: Some(email.clone()), ..Default::default() }
        }
        Means::Post { recipient, address, postcode } => ChannelView {
            kind: "post",
            recipient: recipient.as_ref().map(text),
            address: Some(text(address)),
            postcode: postcode.clone(),
            ..Default::default()
        },
        Means::Telephone { number, hours } => ChannelView {
            kind: "telephone",
            telephone: Some(Telephone::new(number)),
            hours: hours.as_ref().map(text),
            ..Default::default()
        },
        Means::Form(url) => {
            ChannelView { kind: "form", url: Some(url.clone()), ..Default::default() }
        }
        Means::InPerson { address, hours } => ChannelView {
            kind: "in-person",
            address: Some(text(address)),
            hours: hours.as_ref().map(text),
            ..Default::default()
        },
    };
    view.name = cx.word(&format!("channel-{}", view.kind));
    view.note = channel.note.as_ref().map(text);
    view
}
