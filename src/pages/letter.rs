//! In: what a comment is about. Out: the mail that an office gets: its subject, its text, and the address that opens it
//! (RFC 6068).

use percent_encoding::{AsciiSet, utf8_percent_encode};
use serde::Serialize;

use crate::language::{WordArg, one_line};
use crate::model::Plan;

use super::Context;
use super::answer::UNRESERVED;

/// A mail to an office.
pub struct Letter<'a> {
    pub cx: &'a Context<'a>,
    pub plan: &'a Plan,
    /// `[langfang-sti-2018-2020 3.1]`
    pub code: &'a str,
    /// The clause as printed.
    pub clause: Option<&'a str>,
    /// What the office asks for.
    pub needs: &'a str,
    /// The text of the clause.
    pub quote: &'a str,
}

/// A part of a text, with its language where it is not that of the page.
#[derive(Clone, Serialize)]
pub struct Stretch {
    text: String,
    lang: Option<String>,
}

/// What may stand in the address of a receiver.
const RECEIVER: &AsciiSet = &UNRESERVED.remove(b'@').remove(b'+');

/// Windows hands programs addresses of about two thousand characters; what is longer is cut off.
const LONGEST: usize = 1_900;

impl Letter<'_> {
    pub fn subject(&self) -> String {
        let plan = self.plan.short.get(self.cx.lang);
        let args = [("code", WordArg::Text(self.code)), ("plan", WordArg::Text(plan))];
        one_line(&self.cx.word_with("mail-subject", &args))
    }

    /// The text to be shown and copied. `lang` is the language of the clause, where it is not that of the page.
    pub fn shown(&self, lang: Option<&str>) -> Vec<Stretch> {
        let body = self.body_asking(self.quote, self.needs);
        let of_page = |text: &str| Stretch { text: text.to_owned(), lang: None };
        let Some(lang) = lang else { return vec![of_page(&body)] };
        let mut stretches = Vec::new();
        let mut rest = body.as_str();
        // The heading stands before the text of the clause.
        for words in
            [self.clause.unwrap_or(""), self.quote].into_iter().filter(|one| !one.is_empty())
        {
            let Some((before, behind)) = rest.split_once(words) else { continue };
            stretches.push(of_page(before));
            stretches.push(Stretch { text: words.to_owned(), lang: Some(lang.to_owned()) });
            rest = behind;
        }
        stretches.push(of_page(rest));
        stretches
    }

    fn body_asking(&self, quote: &str, needs: &str) -> String {
        let needs = one_line(needs);
        let mut args = vec![
            ("plan", WordArg::Text(self.plan.title.get(self.cx.lang))),
            ("needs", WordArg::Text(&needs)),
        ];
        let Some(clause) = self.clause else { return self.cx.word_with("mail-body", &args) };
        args.push(("clause", WordArg::Text(clause)));
        if quote.is_empty() {
            return self.cx.word_with("mail-body-heading", &args);
        }
        args.push(("quote", WordArg::Text(quote)));
        self.cx.word_with("mail-body-clause", &args)
    }

    /// The address of the mail. Where it would be too long, it holds the beginning of the clause, and in the end also
    /// of what the office asks for; subject and code are always whole.
    pub fn mailto(&self, email: &str) -> String {
        let whole = self.address(email, self.quote, self.needs);
        if whole.len() <= LONGEST {
            return whole;
        }
        let bare = self.address(email, if self.quote.is_empty() { "" } else { "…" }, self.needs);
        if bare.len() <= LONGEST {
            return self.address(email, &beginning(self.quote, LONGEST - bare.len()), self.needs);
        }
        let rest = self.address(email, "", "…");
        self.address(email, "", &beginning(self.needs, LONGEST.saturating_sub(rest.len())))
    }

    fn address(&self, email: &str, quote: &str, needs: &str) -> String {
        let receiver = utf8_percent_encode(email, RECEIVER);
        let subject = self.subject();
        let subject = utf8_percent_encode(&subject, UNRESERVED);
        let body = mail_lines(&self.body_asking(quote, needs));
        let body = utf8_percent_encode(&body, UNRESERVED);
        format!("mailto:{receiver}?subject={subject}&body={body}")
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
        let encoded = utf8_percent_encode(c.encode_utf8(&mut buffer), UNRESERVED);
        used += encoded.map(str::len).sum::<usize>() + line;
        if used > room {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}
