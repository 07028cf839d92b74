//! In: the gists of comments, the reasons given, and the texts of outcomes. Out: mail addresses, telephone numbers and
//! identity-card numbers in them, unless they are those of an office that the site itself names.

pub mod numbers;

use crate::diagnostic::{Diagnostics, Level, Problem, Span, Spanned};
use crate::language::Text;
use crate::model::Site;
use crate::model::consultation::{Channel, Means, Round};
use crate::model::document::{Block, Document};
use crate::model::telephone::Telephone;

use super::{Case, Family, Rule, Run};

use numbers::{Kind, Number, numbers};

pub const RULE: Rule = Rule {
    name: "private-data",
    family: Family::Consultations,
    level: Level::Error,
    checks: "Published comments hold no mail address, telephone number or identity-card number.",
    why: "People answer a consultation in trust that nobody else learns who they are; what has once been published cannot be taken back.",
    fixed: Some("what has once been published cannot be taken back; write the text without it"),
    fails: &[(
        "consultation.toml",
        r#"[[round]]
start = 2025-11-01
end   = 2025-12-01

[round.outcome]
published = 2025-12-20

[[round.submission]]
gist   = { zh = "水压太低，请打13812345678", en = "The pressure is low, please call 13812345678" }
result = "explained"
reason = { zh = "已说明", en = "It was explained" }"#,
    )],
    passes: &[(
        "consultation.toml",
        r#"[[round]]
start = 2025-11-01
end   = 2025-12-01

[round.outcome]
published = 2025-12-20

[[round.submission]]
gist   = { zh = "水压太低", en = "The pressure is low" }
result = "explained"
reason = { zh = "已说明", en = "It was explained" }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, round) in case.site.rounds() {
        let texts: Vec<(Span, Vec<String>)> = submitted(round).chain(outcome(round)).collect();
        if texts.is_empty() {
            continue;
        }
        let public = public_contacts(case.site, &round.channels);
        for (span, texts) in &texts {
            let mut seen: Vec<&str> = Vec::new();
            for (what, part) in texts.iter().flat_map(|text| private_parts(text, &public)) {
                if !seen.contains(&part) {
                    seen.push(part);
                    found.report(Problem::PrivateData { what, text: part.to_owned() }, *span);
                }
            }
        }
    }
}

/// What is published of each comment, in all languages.
fn submitted(round: &Round) -> impl Iterator<Item = (Span, Vec<String>)> {
    let texts = |one: &Spanned<Text>| (one.span, one.value.iter().map(str::to_owned).collect());
    round.submissions.iter().flat_map(move |one| [texts(&one.gist), texts(&one.reason)])
}

/// What is said about all of them.
fn outcome(round: &Round) -> impl Iterator<Item = (Span, Vec<String>)> {
    let outcome = round.outcome.iter();
    outcome.filter_map(|outcome| Some((outcome.span, outcome.text.as_deref()?))).map(
        |(span, documents)| {
            let blocks = documents.iter().flat_map(Document::blocks);
            let lines = blocks
                .filter_map(Block::html)
                .flat_map(|html| html.lines(|_| String::new()).to_vec());
            (span, lines.map(|line| line.to_string()).collect())
        },
    )
}

/// The addresses and numbers of offices: those of these channels, of the register and of the site.
pub fn public_contacts<'c>(site: &Site, channels: impl IntoIterator<Item = &'c Channel>) -> Public {
    let mut public = Public::default();
    for channel in channels {
        match &channel.means {
            Means::Email(email) => public.add_address(email),
            Means::Telephone { number, .. } => public.add_number(number),
            Means::Post { .. } | Means::Form(_) | Means::InPerson { .. } => {}
        }
    }
    let contacts = site.organisations.iter().map(|one| &one.contact);
    for contact in contacts.chain([&site.config.host.contact]) {
        contact.email.iter().for_each(|email| public.add_address(email));
        contact.telephone.iter().for_each(|number| public.add_number(number));
    }
    for list in [&mut public.addresses, &mut public.numbers] {
        list.sort_unstable();
        list.dedup();
    }
    public
}

/// What everybody may know.
#[derive(Default)]
pub struct Public {
    addresses: Vec<String>,
    /// As telephones dial them, without the code of China.
    numbers: Vec<String>,
}

impl Public {
    pub fn add_address(&mut self, address: &str) {
        self.addresses.push(address.to_lowercase());
    }

    pub fn add_number(&mut self, number: &Telephone) {
        let digits = match number.dial.strip_prefix("+86") {
            Some(rest) if rest.len() == 11 && rest.starts_with('1') => rest.to_owned(),
            Some(rest) => format!("0{rest}"),
            None => number.dial.trim_start_matches('+').to_owned(),
        };
        self.numbers.push(digits);
    }

    /// Within its area a number is written without the area code.
    pub fn has_number(&self, digits: &str) -> bool {
        let local = matches!(digits.len(), 7 | 8);
        self.numbers.iter().any(|known| known == digits || (local && known.ends_with(digits)))
    }

    pub fn has_address(&self, address: &str) -> bool {
        let address = address.replace('＠', "@").to_lowercase();
        self.addresses.contains(&address)
    }
}

/// The parts of a text that tell who somebody is, with what they are.
fn private_parts<'t>(text: &'t str, public: &Public) -> Vec<(&'static str, &'t str)> {
    let addresses = addresses(text).into_iter().filter(|one| !public.has_address(one));
    let numbers = numbers(text).into_iter().filter(|one| !public.has_number(&one.digits));
    let number = |one: Number<'t>| match one.kind {
        Kind::Telephone => ("a telephone number", one.written),
        Kind::Identity => ("an identity-card number", one.written),
    };
    addresses.map(|part| ("an e-mail address", part)).chain(numbers.map(number)).collect()
}

/// Both widths of the mark in mail addresses.
const AT: [char; 2] = ['@', '＠'];

/// Everything of the form `name@domain.end`; Chinese names and domains too, where no others stand at the mark.
pub fn addresses(text: &str) -> Vec<&str> {
    let address = |(at, mark): (usize, &str)| {
        let end = at + mark.len();
        let start = at - name_length(&text[..at]);
        let address = &text[start..end + domain_length(&text[end..])];
        let address = address.trim_end_matches(['.', '-']);
        let (name, domain) = address.split_once(AT)?;
        (!name.is_empty() && domain.trim_matches('.').contains('.')).then_some(address)
    };
    text.match_indices(AT).filter_map(address).collect()
}

/// How much of the end of a text may be the name in an address.
fn name_length(text: &str) -> usize {
    let ascii = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let length = |part: &dyn Fn(char) -> bool| {
        text.chars().rev().take_while(|c| part(*c)).map(char::len_utf8).sum()
    };
    match length(&ascii) {
        0 => length(&|c: char| c.is_alphanumeric()),
        length => length,
    }
}

/// How much of the beginning of a text may be the domain of an address.
fn domain_length(text: &str) -> usize {
    let length = |part: &dyn Fn(char) -> bool| {
        text.chars().take_while(|c| part(*c)).map(char::len_utf8).sum()
    };
    let ascii: usize = length(&|c: char| c.is_ascii_alphanumeric() || ".-".contains(c));
    if text[..ascii].trim_matches('.').contains('.') {
        return ascii;
    }
    length(&|c: char| c.is_alphanumeric() || ".-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_any_script() {
        for (text, part) in [
            ("请回复 zhang.san@example.com。", "zhang.san@example.com"),
            ("请回复zhang.san@example.com谢谢", "zhang.san@example.com"),
            ("邮箱zhang＠example.com", "zhang＠example.com"),
            ("张三@qq.com", "张三@qq.com"),
            ("zhang@例子.中国", "zhang@例子.中国"),
        ] {
            assert_eq!(addresses(text), [part], "{text}");
        }
        for text in ["a @ b, @somebody", "3.1@5", "me@home"] {
            assert_eq!(addresses(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn numbers_of_offices_may_stand() {
        let mut public = Public::default();
        for number in ["0999-5550111转803", "+86 316 5212180"] {
            public.add_number(&Telephone::parse(number).unwrap());
        }
        public.add_address("Office@example.org");
        for text in [
            "请拨0999-5550111转803",
            "请拨0999-5550111或电话：5550111",
            "0316-5212180",
            "office@example.org",
        ] {
            assert_eq!(private_parts(text, &public), [], "{text}");
        }
        assert_eq!(private_parts("0999-5550112", &public).len(), 1);
    }
}
