//! In: a round that takes comments, and the clause that a comment is about. Out: everything that carries the code of
//! the clause to the office: the mail with its subject and text, the text to copy, the address of an outside form,
//! the envelope.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::language::{Text, WordArg, one_line};
use crate::model::Plan;
use crate::model::consultation::{Channel, Means, Round};
use crate::model::document::{Block, Clause};

use super::Context;
use super::document::label;
use super::frame::Telephone;
use super::plan_parts::plan_path;

/// What a comment is about, and the words that say so.
#[derive(Serialize)]
pub struct Answer {
    /// `[langfang-sti-2018-2020 3.1]`
    pub code: String,
    /// Number and title of the clause; `None` for the plan as a whole.
    pub clause: Option<String>,
    /// The text of the clause in lines.
    pub quote: Vec<String>,
    /// What the copy button copies: code and text of a mail.
    pub text: String,
    /// What the office asks for.
    pub needs: String,
    /// Where comments go.
    pub channels: Vec<ChannelView>,
}

/// A channel: `kind` says which of the other fields are there.
#[derive(Serialize, Default)]
pub struct ChannelView {
    pub kind: &'static str,
    pub name: String,
    pub email: Option<String>,
    /// The address of a mail with subject and text.
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
    pub recipient: String,
    pub address: String,
    pub postcode: Option<String>,
    /// All of it in lines, for copying.
    pub lines: String,
}

/// Letters, digits and the marks that never mean anything in an address (RFC 3986, unreserved).
const MAIL: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// As above, with what may stand in the address of a receiver (RFC 6068).
const RECEIVER: &AsciiSet = &MAIL.remove(b'@').remove(b'+');

/// Windows hands programs addresses of about two thousand characters; what is longer is cut off.
const LONGEST_MAILTO: usize = 1_900;

/// How to comment on a plan, or on one of its clauses.
pub fn answer(cx: &Context<'_>, plan: &Plan, round: &Round, clause: Option<&Clause>) -> Answer {
    let code = code(plan, clause);
    let quote = clause.map_or_else(Vec::new, |clause| quote(cx, plan, clause));
    let name = clause.map(|clause| label(clause) + &clause.title);
    let needs = match &round.needs {
        Some(needs) => needs.get(cx.lang).to_owned(),
        None => cx.word("needs-default"),
    };
    let letter = Letter { cx, plan, name: name.as_deref(), needs: &needs };
    let whole = quote.join("\n");
    let channels =
        round.answers().map(|one| channel(cx, plan, round, one, Some((&letter, &code, &whole))));
    Answer {
        channels: channels.collect(),
        text: format!("{}\n\n{}", letter.subject(&code), letter.body(&whole)),
        code,
        clause: name,
        quote,
        needs,
    }
}

/// `[langfang-sti-2018-2020 3.1]`, by which the office knows what a comment is about.
pub fn code(plan: &Plan, clause: Option<&Clause>) -> String {
    match clause {
        Some(clause) => format!("[{} {}]", plan.id, clause.address),
        None => format!("[{}]", plan.id),
    }
}

/// The lines of a clause as plain text.
fn quote(cx: &Context<'_>, plan: &Plan, clause: &Clause) -> Vec<String> {
    let path = plan_path(plan);
    let lines = clause.blocks.iter().filter_map(Block::html).flat_map(|html| cx.lines(html, &path));
    lines.map(|line| line.to_string()).collect()
}

/// A way to answer or to ask. With a letter, links and addresses carry what the comment is about.
pub fn channel(
    cx: &Context<'_>,
    plan: &Plan,
    round: &Round,
    channel: &Channel,
    about: Option<(&Letter<'_>, &str, &str)>,
) -> ChannelView {
    let text = |text: &Text| text.get(cx.lang).to_owned();
    let mut view = ChannelView {
        kind: channel.means.kind().code(),
        note: channel.note.as_ref().map(text),
        ..ChannelView::default()
    };
    match &channel.means {
        Means::Email(email) => {
            view.mailto = about.map(|(letter, code, quote)| letter.mailto(email, code, quote));
            view.email = Some(email.clone());
        }
        Means::Post { recipient, address, postcode } => {
            let recipient = match recipient {
                Some(recipient) => text(recipient),
                None => cx.site.organisations[round.organiser.value].name.get(cx.lang).to_owned(),
            };
            view.envelope = Some(envelope(cx, recipient, text(address), postcode.clone()));
        }
        Means::Telephone { number, hours } => {
            view.telephone = Some(Telephone::from(number));
            view.hours = hours.as_ref().map(text);
        }
        Means::Form(url) => {
            let code = about.map_or(plan.id.as_str(), |(_, code, _)| code.trim_matches(['[', ']']));
            let code = utf8_percent_encode(code, MAIL).to_string();
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

fn envelope(
    cx: &Context<'_>,
    recipient: String,
    address: String,
    postcode: Option<String>,
) -> Envelope {
    let code = postcode.as_deref().unwrap_or("");
    let args = [
        ("recipient", WordArg::Text(&recipient)),
        ("address", WordArg::Text(&address)),
        ("postcode", WordArg::Text(code)),
    ];
    let lines = cx.word_with("envelope-lines", &args).trim().to_owned();
    Envelope { recipient, address, postcode, lines }
}

/// The mail that an office gets.
pub struct Letter<'a> {
    cx: &'a Context<'a>,
    plan: &'a Plan,
    /// The clause as printed.
    name: Option<&'a str>,
    needs: &'a str,
}

impl<'a> Letter<'a> {
    fn subject(&self, code: &str) -> String {
        let plan = self.plan.short.get(self.cx.lang);
        let args = [("code", WordArg::Text(code)), ("plan", WordArg::Text(plan))];
        one_line(&self.cx.word_with("mail-subject", &args))
    }

    fn body(&self, quote: &str) -> String {
        let mut args = vec![
            ("plan", WordArg::Text(self.plan.title.get(self.cx.lang))),
            ("needs", WordArg::Text(self.needs)),
        ];
        let Some(name) = self.name else { return self.cx.word_with("mail-body", &args) };
        args.push(("clause", WordArg::Text(name)));
        if quote.is_empty() {
            return self.cx.word_with("mail-body-heading", &args);
        }
        args.push(("quote", WordArg::Text(quote)));
        self.cx.word_with("mail-body-clause", &args)
    }

    /// The address of the mail; of a long clause it holds the beginning.
    fn mailto(&self, email: &str, code: &str, quote: &str) -> String {
        let address = |quote: &str| {
            let receiver = utf8_percent_encode(email, RECEIVER);
            let subject = self.subject(code);
            let subject = utf8_percent_encode(&subject, MAIL);
            let body = mail_lines(&self.body(quote));
            format!("mailto:{receiver}?subject={subject}&body={}", utf8_percent_encode(&body, MAIL))
        };
        let whole = address(quote);
        if whole.len() <= LONGEST_MAILTO {
            return whole;
        }
        let without = address("…").len();
        address(&beginning(quote, LONGEST_MAILTO.saturating_sub(without)))
    }
}

/// Lines as mails have them, with nothing that a mail program would not show.
fn mail_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(one_line).collect();
    lines.join("\r\n")
}

/// As much of a text as fits into `room` encoded bytes, and `…`.
fn beginning(text: &str, room: usize) -> String {
    let (mut out, mut used) = (String::new(), 0);
    let mut buffer = [0; 4];
    for c in text.chars() {
        // A line break becomes two characters.
        let line = if c == '\n' { 3 } else { 0 };
        used += utf8_percent_encode(c.encode_utf8(&mut buffer), MAIL).map(str::len).sum::<usize>()
            + line;
        if used > room {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}
