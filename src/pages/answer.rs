//! In: a round that takes comments, and the clause that a comment is about. Out: everything that carries the code of
//! the clause to the office: the mail with its subject and text, the address of an outside form, the envelope, what a
//! caller should say.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::language::{Lang, Text, WordArg};
use crate::model::Plan;
use crate::model::consultation::{Channel, Means, Round};
use crate::model::document::{Block, Clause};

use super::Context;
use super::common::Telephone;
use super::document::{label, other_lang};
use super::frame::html_lang;
use super::letter::{Letter, Stretch};
use super::plan_parts::plan_path;

/// What a comment is about, and the words that say so.
#[derive(Serialize)]
pub struct Answer {
    /// `[langfang-sti-2018-2020 3.1]`
    pub code: String,
    /// The same as a caller would say it: the plan, and the clause as it is printed.
    pub spoken: String,
    /// Number and title of the clause; `None` for the plan as a whole.
    pub clause: Option<String>,
    /// The language of the clause, where it is not that of the page.
    pub lang: Option<String>,
    /// The text of the clause in lines.
    pub quote: Vec<String>,
    /// The mail, for those whose browser opens none.
    pub mail: Option<Mail>,
    /// What the office asks for.
    pub needs: String,
    /// Where comments go.
    pub channels: Vec<ChannelView>,
}

/// A mail in its parts, to be copied.
#[derive(Serialize)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub body: Vec<Stretch>,
}

/// A channel: `kind` says which of the other fields are there.
#[derive(Serialize, Default)]
pub struct ChannelView {
    pub kind: &'static str,
    pub name: String,
    /// In parts, between which a line may break.
    pub email: Option<Vec<String>>,
    /// The address of a mail with subject and text, or without where no comments are taken.
    pub mailto: Option<String>,
    pub telephone: Option<Telephone>,
    pub url: Option<String>,
    pub envelope: Option<Envelope>,
    pub address: Option<String>,
    pub hours: Option<String>,
    pub note: Option<String>,
}

/// A postal address as it is written on an envelope.
#[derive(Clone, Serialize)]
pub struct Envelope {
    pub lang: String,
    pub recipient: String,
    pub address: String,
    pub postcode: Option<String>,
    /// All of it in lines, for copying.
    pub lines: String,
    /// As it has to be written where the post is delivered, if that is another language.
    pub original: Option<Box<Envelope>>,
}

/// Letters, digits and the marks that never mean anything in an address (RFC 3986, unreserved).
pub const UNRESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How to comment on a plan, or on one of its clauses.
pub fn answer(cx: &Context<'_>, plan: &Plan, round: &Round, clause: Option<&Clause>) -> Answer {
    let code = code(plan, clause);
    let quote = clause.map_or_else(Vec::new, |clause| quote(cx, plan, clause));
    let name = clause.map(|clause| label(clause) + clause.title.text());
    let needs = match &round.needs {
        Some(needs) => needs.get(cx.lang).to_owned(),
        None => cx.word("needs-default"),
    };
    let whole = quote.join("\n");
    let letter =
        Letter { cx, plan, code: &code, clause: name.as_deref(), needs: &needs, quote: &whole };
    let channels: Vec<ChannelView> =
        round.answers().map(|one| channel(cx, plan, round, one, Some(&letter))).collect();
    let to = round.answers().find_map(|one| match &one.means {
        Means::Email(email) => Some(email.clone()),
        _ => None,
    });
    let lang = clause.and_then(|one| other_lang(cx, plan.shown_in(cx.lang, Some(&one.address))));
    Answer {
        mail: to.map(|to| Mail {
            to,
            subject: letter.subject(),
            body: letter.shown(lang.as_deref()),
        }),
        spoken: spoken(cx, plan, clause),
        channels,
        code,
        clause: name,
        lang,
        quote,
        needs,
    }
}

/// `[langfang-sti-2018-2020 3.1]`, by which the office knows what a comment is about.
fn code(plan: &Plan, clause: Option<&Clause>) -> String {
    match clause {
        Some(clause) => format!("[{} {}]", plan.id, clause.address),
        None => format!("[{}]", plan.id),
    }
}

fn spoken(cx: &Context<'_>, plan: &Plan, clause: Option<&Clause>) -> String {
    let plan = plan.short.get(cx.lang);
    let Some(clause) = clause else { return plan.to_owned() };
    let name = label(clause) + clause.title.text();
    let mut args = vec![("plan", WordArg::Text(plan)), ("clause", WordArg::Text(&name))];
    if clause.label.is_empty() {
        return cx.word_with("spoken-heading", &args);
    }
    args.push(("address", WordArg::Text(clause.address.as_str())));
    cx.word_with("spoken-clause", &args)
}

/// The lines of a clause as plain text.
fn quote(cx: &Context<'_>, plan: &Plan, clause: &Clause) -> Vec<String> {
    let path = plan_path(plan);
    let text = Context { lang: plan.shown_in(cx.lang, Some(&clause.address)), ..*cx };
    let html = clause.blocks.iter().filter_map(Block::html);
    let lines = html.flat_map(|html| text.lines(html, &path));
    lines.map(|line| line.to_string()).collect()
}

/// A way to answer or to ask. With a letter, links and addresses carry what the comment is about.
pub fn channel(
    cx: &Context<'_>,
    plan: &Plan,
    round: &Round,
    channel: &Channel,
    about: Option<&Letter<'_>>,
) -> ChannelView {
    let text = |text: &Text| text.get(cx.lang).to_owned();
    let mut view = ChannelView {
        kind: channel.means.kind().code(),
        note: channel.note.as_ref().map(text),
        ..ChannelView::default()
    };
    match &channel.means {
        Means::Email(email) => {
            view.mailto = Some(
                about.map_or_else(|| format!("mailto:{email}"), |letter| letter.mailto(email)),
            );
            view.email = Some(email_parts(email));
        }
        Means::Post { .. } => view.envelope = envelope(cx, round, channel),
        Means::Telephone { number, hours } => {
            view.telephone = Some(Telephone::from(number));
            view.hours = hours.as_ref().map(text);
        }
        Means::Form(url) => {
            let code =
                about.map_or(plan.id.as_str(), |letter| letter.code.trim_matches(['[', ']']));
            let code = utf8_percent_encode(code, UNRESERVED).to_string();
            view.url = Some(url.replace("{clause}", &code));
        }
        Means::InPerson { address, hours } => {
            view.address = Some(text(address));
            view.hours = hours.as_ref().map(text);
        }
    }
    view.name = cx.word(&format!("channel-{}", view.kind));
    view
}

/// `office@`, `example`, `.gov`, `.cn`
fn email_parts(email: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in email.chars() {
        if c == '.' {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        if c == '@' {
            parts.push(String::new());
        }
    }
    parts
}

/// The envelope of a postal channel in the language of the page; and in the first language of the site, in which
/// the post is delivered.
fn envelope(cx: &Context<'_>, round: &Round, channel: &Channel) -> Option<Envelope> {
    let first = cx.site.config.languages.first();
    let own = envelope_in(cx, round, channel, cx.lang)?;
    let original = envelope_in(cx, round, channel, first).filter(|one| one.lines != own.lines);
    let original = original.filter(|_| cx.lang != first).map(Box::new);
    Some(Envelope { original, ..own })
}

fn envelope_in(cx: &Context<'_>, round: &Round, channel: &Channel, lang: Lang) -> Option<Envelope> {
    let Means::Post { recipient, address, postcode } = &channel.means else { return None };
    let organiser = &cx.site.organisations[round.organiser.value];
    let recipient = recipient.as_ref().unwrap_or(&organiser.name).get(lang);
    let address = address.get(lang);
    let args = [
        ("recipient", WordArg::Text(recipient)),
        ("address", WordArg::Text(address)),
        ("postcode", WordArg::Text(postcode.as_deref().unwrap_or(""))),
    ];
    let lines = cx.words.get(lang, "envelope-lines", &args).trim().to_owned();
    Some(Envelope {
        lang: html_lang(cx.site.config.languages.tag(lang)).to_owned(),
        recipient: cx.words.get(lang, "envelope-to", &args[..1]),
        address: address.to_owned(),
        postcode: postcode.clone(),
        lines,
        original: None,
    })
}
