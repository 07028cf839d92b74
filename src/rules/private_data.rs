//! In: the gists of comments and the reasons given. Out: mail addresses, telephone numbers and identity-card numbers
//! in them, unless they are those of an office that the site itself names.

use crate::diagnostic::{Diagnostics, Problem, Span};
use crate::model::Site;
use crate::model::consultation::{Means, Round};
use crate::model::organisation::Contact;

use super::{Case, Rule};

pub const RULE: Rule = Rule {
    name: "private-data",
    checks: "Published comments hold no mail address, telephone number or identity-card number.",
    why: "People answer a consultation in trust that nobody else learns who they are; what has once been published cannot be taken back.",
    run,
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, round) in case.site.rounds().filter(|(_, round)| !round.submissions.is_empty()) {
        let public = public_contacts(case.site, round);
        for submission in &round.submissions {
            for text in [&submission.gist, &submission.reason] {
                let mut seen: Vec<&str> = Vec::new();
                for (what, part) in text.value.iter().flat_map(private_parts) {
                    if !public.contains(&key(part)) && !seen.contains(&part) {
                        seen.push(part);
                        report(what, part, text.span, found);
                    }
                }
            }
        }
    }
}

fn report(what: &'static str, part: &str, span: Span, found: &mut Diagnostics) {
    found.report(Problem::PrivateData { what, text: part.to_owned() }, span);
}

/// The addresses and numbers of offices: those of the channels, of the register and of the site.
fn public_contacts(site: &Site, round: &Round) -> Vec<String> {
    let channels = round.channels.iter().filter_map(|channel| match &channel.means {
        Means::Email(text) | Means::Telephone { number: text, .. } => Some(text.as_str()),
        Means::Post { .. } | Means::Form(_) | Means::InPerson { .. } => None,
    });
    let contacts = site.organisations.iter().map(|one| &one.contact);
    let contacts = contacts.chain([&site.config.host.contact]);
    let of_contact = |contact: &'_ Contact| [contact.email.clone(), contact.telephone.clone()];
    let contacts = contacts.flat_map(of_contact).flatten();
    contacts.map(|text| key(&text)).chain(channels.map(key)).collect()
}

/// What of an address or number counts when two are compared.
fn key(text: &str) -> String {
    if text.contains('@') {
        return text.to_lowercase();
    }
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The parts of a text that tell who somebody is, with what they are.
fn private_parts(text: &str) -> Vec<(&'static str, &str)> {
    let addresses = addresses(text).into_iter().map(|part| ("the e-mail address", part));
    let numbers = numbers(text).into_iter().filter_map(|part| {
        let digits: String =
            part.chars().filter(|c| c.is_ascii_digit() || matches!(c, 'x' | 'X')).collect();
        if is_identity_number(&digits) {
            Some(("the identity-card number", part))
        } else {
            is_telephone_number(&digits).then_some(("the telephone number", part))
        }
    });
    addresses.chain(numbers).collect()
}

/// Everything of the form `name@domain.end`.
fn addresses(text: &str) -> Vec<&str> {
    let part = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let address = |(at, _): (usize, &str)| {
        let start = text[..at]
            .rfind(|c| !part(c))
            .map_or(0, |place| place + text[place..].chars().next().map_or(1, char::len_utf8));
        let rest = &text[at + 1..];
        let end = at + 1 + rest.find(|c| !part(c)).unwrap_or(rest.len());
        let address = text[start..end].trim_end_matches('.');
        let (name, domain) = address.split_once('@')?;
        (!name.is_empty() && domain.contains('.')).then_some(address)
    };
    text.match_indices('@').filter_map(address).collect()
}

/// Runs of digits, with the marks that people put between the groups of a number.
fn numbers(text: &str) -> Vec<&str> {
    let inside = |c: char| c.is_ascii_digit() || " -－()（）+xX".contains(c);
    let runs = text.split(|c: char| !inside(c));
    let trimmed = runs.map(|run| run.trim_matches([' ', '-', '－', '(', ')', '（', '）']));
    trimmed.filter(|run| !run.is_empty()).collect()
}

/// 公民身份号码: 18 characters, the last one a check character (GB 11643-1999, ISO 7064 MOD 11-2).
fn is_identity_number(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &str = "10X98765432";
    if digits.len() != 18 {
        return false;
    }
    let values = digits[..17].chars().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>();
    let Some(values) = values else { return false };
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    let check = CHECKS.chars().nth((sum % 11) as usize);
    check == digits.chars().last().map(|c| c.to_ascii_uppercase())
}

/// A mobile number (11 digits from 13 to 19) or a number with its area code (0, then 9 to 11 digits), also behind
/// the code of the country.
fn is_telephone_number(digits: &str) -> bool {
    let digits = match digits.strip_prefix("86") {
        Some(rest) if digits.len() > 11 => rest,
        _ => digits,
    };
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    let bytes = digits.as_bytes();
    let mobile = bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]);
    let with_area = (10..=12).contains(&bytes.len()) && bytes[0] == b'0' && bytes[1] != b'0';
    mobile || with_area
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_tells_who_somebody_is() {
        let cases = [
            ("请回复 zhang.san@example.com。", "zhang.san@example.com"),
            ("电话13812345678，谢谢", "13812345678"),
            ("call +86 138 1234 5678 please", "+86 138 1234 5678"),
            ("座机0316-5212180", "0316-5212180"),
            ("（010）62345678", "010）62345678"),
            ("身份证11010519491231002X号", "11010519491231002X"),
        ];
        for (text, part) in cases {
            let found: Vec<&str> = private_parts(text).into_iter().map(|(_, part)| part).collect();
            assert_eq!(found, [part], "{text}");
        }
    }

    #[test]
    fn figures_and_document_numbers_are_left_alone() {
        for text in [
            "由438家增加到600家，2018-2020年",
            "2018年4月11日至2018-04-25",
            "衡政字〔2016〕21号",
            "拨打12345热线",
            "统一社会信用代码 110105194912310021",
            "a @ b, @somebody, 3.1@5",
            "100000000000000",
        ] {
            assert_eq!(private_parts(text), [], "{text}");
        }
    }
}
