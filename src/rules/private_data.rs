//! In: the gists of comments, the reasons given, and the texts of outcomes. Out: mail addresses, telephone numbers and
//! identity-card numbers in them, unless they are those of an office that the site itself names.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, Problem, Span, Spanned};
use crate::language::Text;
use crate::model::Site;
use crate::model::consultation::{Means, Round};
use crate::model::document::{Block, Document};
use crate::model::organisation::Contact;

use super::{Case, Rule};

pub const RULE: Rule = Rule {
    name: "private-data",
    checks: "Published comments hold no mail address, telephone number or identity-card number.",
    why: "People answer a consultation in trust that nobody else learns who they are; what has once been published cannot be taken back.",
    run,
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, round) in case.site.rounds() {
        let texts: Vec<(Span, Vec<String>)> = submitted(round).chain(outcome(round)).collect();
        if texts.is_empty() {
            continue;
        }
        let public = public_contacts(case.site, round);
        for (span, texts) in &texts {
            let mut seen: Vec<&str> = Vec::new();
            for (what, part) in texts.iter().flat_map(|text| private_parts(text)) {
                if !public.contains(&key(part)) && !seen.contains(&part) {
                    seen.push(part);
                    report(what, part, *span, found);
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
            let lines =
                blocks.filter_map(Block::html).flat_map(|html| html.lines(|_| String::new()));
            (span, lines.map(|line| line.to_string()).collect())
        },
    )
}

fn report(what: &'static str, part: &str, span: Span, found: &mut Diagnostics) {
    found.report(Problem::PrivateData { what, text: part.to_owned() }, span);
}

/// The addresses and numbers of offices: those of the channels, of the register and of the site.
fn public_contacts(site: &Site, round: &Round) -> Vec<String> {
    let channels = round.channels.iter().filter_map(|channel| match &channel.means {
        Means::Email(text) => Some(text.as_str()),
        Means::Telephone { number, .. } => Some(number.written.as_str()),
        Means::Post { .. } | Means::Form(_) | Means::InPerson { .. } => None,
    });
    let contacts = site.organisations.iter().map(|one| &one.contact);
    let contacts = contacts.chain([&site.config.host.contact]);
    let of_contact = |contact: &Contact| {
        let telephone = contact.telephone.as_ref().map(|one| one.written.as_str());
        [contact.email.as_deref(), telephone].map(|text| text.map(key))
    };
    contacts.flat_map(of_contact).flatten().chain(channels.map(key)).collect()
}

/// What of an address or number counts when two are compared.
fn key(text: &str) -> String {
    if text.contains(AT) {
        return text.replace('＠', "@").to_lowercase();
    }
    digits(text).filter(char::is_ascii_digit).collect()
}

/// Both widths of the mark in mail addresses.
const AT: [char; 2] = ['@', '＠'];

/// The digits of a number, those in full width too, and the X of an identity-card number.
fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(|c| match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        'x' | 'X' | 'ｘ' | 'Ｘ' => Some('X'),
        _ => None,
    })
}

/// The parts of a text that tell who somebody is, with what they are.
fn private_parts(text: &str) -> Vec<(&'static str, &str)> {
    let addresses = addresses(text).into_iter().map(|part| ("the e-mail address", part));
    let numbers = numbers(text).into_iter().filter_map(|(before, part)| {
        let digits: String = digits(part).collect();
        if is_identity_number(&digits) {
            Some(("the identity-card number", part))
        } else {
            let local = matches!(digits.len(), 7 | 8) && announces_telephone(before);
            (local || is_telephone_number(&digits)).then_some(("the telephone number", part))
        }
    });
    addresses.chain(numbers).collect()
}

/// Everything of the form `name@domain.end`.
fn addresses(text: &str) -> Vec<&str> {
    let part = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let address = |(at, mark): (usize, &str)| {
        let start = text[..at]
            .rfind(|c| !part(c))
            .map_or(0, |place| place + text[place..].chars().next().map_or(1, char::len_utf8));
        let domain = at + mark.len();
        let rest = &text[domain..];
        let end = domain + rest.find(|c| !part(c)).unwrap_or(rest.len());
        let address = text[start..end].trim_end_matches('.');
        let (name, domain) = address.split_once(AT)?;
        (!name.is_empty() && domain.contains('.')).then_some(address)
    };
    text.match_indices(AT).filter_map(address).collect()
}

/// Runs of digits, with the marks that people put between the groups of a number, and the text before each.
fn numbers(text: &str) -> Vec<(&str, &str)> {
    const MARKS: &str = " -－—()（）+xXｘＸ";
    let inside = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || MARKS.contains(c);
    let mut found = Vec::new();
    let mut start = 0;
    for run in text.split(|c: char| !inside(c)) {
        // Marks at the ends belong to the sentence.
        let number = run.trim_matches([' ', '-', '－', '—', '(', ')', '（', '）']);
        if !number.is_empty() {
            found.push((&text[..start], number));
        }
        let end = start + run.len();
        start = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// Whether a text ends with a word that a telephone number follows.
fn announces_telephone(before: &str) -> bool {
    const WORDS: [&str; 8] =
        ["电话", "座机", "手机", "联系方式", "telephone", "phone", "tel", "mobile"];
    let before = before.to_lowercase();
    let before = before.trim_end_matches([' ', '：', ':', '.', '是', '为', '号', '码']);
    WORDS.iter().any(|word| before.ends_with(word))
}

/// 公民身份号码: 18 characters: region, date of birth, order, a check character (GB 11643-1999, ISO 7064 MOD 11-2). One
/// with a slip in its check character still tells who somebody is, so either that or the date of birth is enough.
fn is_identity_number(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &str = "10X98765432";
    if digits.len() != 18 {
        return false;
    }
    let values = digits[..17].chars().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>();
    let Some(values) = values else { return false };
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    let check = CHECKS.chars().nth((sum % 11) as usize) == digits.chars().last();
    check || (matches!(values[0], 1..=8) && is_date_of_birth(&digits[6..14]))
}

/// `19491231`, within the lives of people.
fn is_date_of_birth(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| digits[range].parse::<i8>().ok();
    let year = digits[..4].parse::<i16>().ok().filter(|year| (1900..2100).contains(year));
    let date = year.zip(part(4..6)).zip(part(6..8));
    date.is_some_and(|((year, month), day)| Date::new(year, month, day).is_ok())
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
            ("身份证 １１０１０５１９４９１２３１００２ｘ", "１１０１０５１９４９１２３１００２ｘ"),
            ("ID 110105194912310021 (last figure misread)", "110105194912310021"),
            ("手机１３８１２３４５６７８", "１３８１２３４５６７８"),
            ("邮箱zhang＠example.com", "zhang＠example.com"),
            ("我的电话号码是5212180。", "5212180"),
            ("Tel.: 6234 5678", "6234 5678"),
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
            "统一社会信用代码 911100007178306183",
            "投资52121800元，电话会议5212180次",
            "a @ b, @somebody, 3.1@5",
            "100000000000000",
        ] {
            assert_eq!(private_parts(text), [], "{text}");
        }
    }
}
