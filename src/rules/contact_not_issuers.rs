//! In: the channels of calls for comments, the texts of plans, and the contacts of the register. Out: a finding for each
//! channel that is none of the bodies that it should be of, and for each contact in a text that nobody in the register
//! has.

use std::ops::Range;

use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::{Lang, WordList, ascii_digit, digits, letters};
use crate::model::consultation::{Channel, Means, Round};
use crate::model::organisation::Contact;
use crate::model::{Key, Organisation, Plan, Site};

use super::private_data::numbers::{Kind, numbers};
use super::private_data::{Public, addresses};
use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "contact-not-issuers",
    family: Family::Publication,
    level: Level::Warning,
    checks: "The addresses and numbers of a call for comments are those of its organiser, its issuer or a body above or below these, where the register has any; those in a text belong to somebody in the register.",
    why: "A mistyped number or an address of the past leads what people have to say to nobody, or to somebody else.",
    fixed: None,
    fails: &[(
        "organisations.toml",
        "[[organisation]]\ncontact = { email = \"office@example.org\" }",
    )],
    passes: &[(
        "organisations.toml",
        "[[organisation]]\ncontact = { email = \"water@example.org\" }",
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    case.plan.rounds.iter().for_each(|round| channels(case.plan, round, case, found));
    let first = case.site.config.languages.first();
    for reading in case.readings.iter().filter(|reading| reading.lang == first) {
        text(reading, &case.known.contacts, found);
    }
}

fn channels(plan: &Plan, round: &Round, case: &PlanCase<'_>, found: &mut Diagnostics) {
    let site = case.site;
    let bodies = [round.organiser.value, plan.issuer.value];
    let own: Vec<&Contact> = bodies.iter().map(|key| &site.organisations[*key].contact).collect();
    // Asked for what is not that of the bodies themselves, which nearly every channel is.
    let near = |same: Same<'_>| {
        let near = site.organisations.keys().filter(|key| is_near(*key, &bodies, site));
        let near = near.map(|key| &site.organisations[key].contact);
        std::iter::once(&site.config.host.contact).chain(near).any(same)
    };
    let first = site.config.languages.first();
    let mut strangers: Vec<(&'static str, String, Span)> = Vec::new();
    let mut known: Vec<&'static str> = Vec::new();
    for channel in &round.channels {
        let Some((what, text, belongs)) = belongs(channel, &own, &near, first) else { continue };
        if belongs {
            known.push(what);
        } else {
            strangers.push((what, text, channel.span));
        }
    }
    // A bureau whose address nobody has registered may well sit elsewhere than the government above it.
    let elsewhere = own.first().is_some_and(|one| one.address.is_none())
        && is_near(plan.issuer.value, &bodies[..1], site);
    if !known.is_empty() && elsewhere {
        strangers.retain(|(what, ..)| *what != ADDRESS);
    }
    // Beside the number that the register has, that of a section may well stand.
    for (what, text, place) in strangers.into_iter().filter(|(what, ..)| !known.contains(what)) {
        let names = bodies.iter().map(|key| site.organisations[*key].short.get(first).to_owned());
        let mut names: Vec<String> = names.collect();
        names.dedup();
        let problem = Publication::ForeignChannel { what, text, bodies: names };
        let body = site.organisations[round.organiser.value].span;
        found.push(Diagnostic::new(Problem::Publication(problem), place).with_related(body));
    }
}

/// How a finding calls the place of an office.
const ADDRESS: &str = "address";

/// Nobody has more bodies above; parents that lead back to their children are reported elsewhere.
const HIGHEST: usize = 20;

/// Whether a body is one of these, above one of them or below.
fn is_near(key: Key<Organisation>, bodies: &[Key<Organisation>], site: &Site) -> bool {
    let chain = |key: Key<Organisation>| {
        std::iter::successors(Some(key), |key| site.organisations[*key].parent).take(HIGHEST)
    };
    bodies
        .iter()
        .any(|body| chain(key).any(|one| one == *body) || chain(*body).any(|one| one == key))
}

/// Whether a contact is the one that is looked for.
type Same<'s> = &'s dyn Fn(&Contact) -> bool;

/// What a channel says, and whether one of the bodies has this contact; `None` where they have none of its kind.
fn belongs(
    channel: &Channel,
    own: &[&Contact],
    near: &dyn Fn(Same<'_>) -> bool,
    first: Lang,
) -> Option<(&'static str, String, bool)> {
    let known = |has: &dyn Fn(&Contact) -> bool, same: &dyn Fn(&Contact) -> bool| {
        let belongs = || own.iter().any(|one| same(one)) || near(same);
        own.iter().any(|one| has(one)).then(belongs)
    };
    match &channel.means {
        Means::Email(email) => {
            let same = |one: &Contact| {
                one.email.as_ref().is_some_and(|known| known.eq_ignore_ascii_case(email))
            };
            let belongs = known(&|one| one.email.is_some(), &same)?;
            Some(("e-mail address", email.clone(), belongs))
        }
        Means::Telephone { number, .. } => {
            let digits = national(&number.dial);
            let same = |one: &Contact| {
                let known = one.telephone.as_ref().map(|known| national(&known.dial));
                known.is_some_and(|known| is_same_number(&known, &digits))
            };
            let belongs = known(&|one| one.telephone.is_some(), &same)?;
            Some(("telephone number", number.written.clone(), belongs))
        }
        Means::Post { address, .. } | Means::InPerson { address, .. } => {
            let here = letters(address.get(first));
            let same = |one: &Contact| {
                let known = one.address.as_ref().map(|known| letters(known.get(first)));
                known.is_some_and(|known| known.contains(&here) || here.contains(&known))
            };
            let belongs = known(&|one| one.address.is_some(), &same)?;
            Some((ADDRESS, address.get(first).to_owned(), belongs))
        }
        Means::Form(_) => None,
    }
}

/// Within its area a number is written without the area code.
fn is_same_number(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short == long || (short.len() >= 7 && long.ends_with(short))
}

/// A number as it is dialled within the country.
fn national(dial: &str) -> String {
    dial.strip_prefix("+86").unwrap_or(dial).trim_start_matches(['+', '0']).to_owned()
}

/// What e-mail addresses have.
static AT: WordList<2> = WordList::new(["@", "＠"]);

/// The contacts in a text that nobody has.
fn text(reading: &Reading<'_>, known: &Public, found: &mut Diagnostics) {
    let mut seen: Vec<&str> = Vec::new();
    for paragraph in &reading.paragraphs {
        let text = paragraph.prose.text();
        let mut parts: Vec<(&'static str, &str)> = Vec::new();
        if AT.is_in(text) {
            let strangers = addresses(text).into_iter().filter(|one| !known.has_address(one));
            parts.extend(strangers.map(|one| ("e-mail address", one)));
        }
        if may_hold_number(text) {
            let telephones = numbers(text).into_iter().filter(|one| one.kind == Kind::Telephone);
            let strangers = telephones.filter(|one| !known.has_number(&one.digits));
            parts.extend(strangers.map(|one| ("telephone number", one.written)));
        }
        for (what, part) in parts {
            if seen.len() >= MOST || seen.contains(&part) {
                continue;
            }
            seen.push(part);
            let start = part.as_ptr() as usize - text.as_ptr() as usize;
            let place = paragraph.prose.span(start..start + part.len());
            let problem = Publication::UnknownContact { what, text: part.to_owned() };
            found.report(Problem::Publication(problem), place);
        }
    }
}

/// A text with more strangers than this is a directory.
const MOST: usize = 20;

/// Whether there are seven digits with nothing but the marks of telephone numbers between them.
fn may_hold_number(text: &str) -> bool {
    static WIDE: WordList<10> =
        WordList::new(["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"]);
    if !WIDE.is_in(text) {
        return are_beside(text, digits(text).map(|at| at..at + 1));
    }
    let digit = |(at, c): (usize, char)| ascii_digit(c).map(|_| at..at + c.len_utf8());
    are_beside(text, text.char_indices().filter_map(digit))
}

/// Whether enough of these places, in the order of the text, have nothing but such marks between them.
fn are_beside(text: &str, mut places: impl Iterator<Item = Range<usize>>) -> bool {
    const ENOUGH: usize = 7;
    let mark = |c: char| {
        matches!(c, ' ' | '-' | '－' | '–' | '—' | '(' | ')' | '（' | '）' | '·' | '.' | '\u{a0}')
    };
    let (mut beside, mut end) = (0, 0);
    places.any(|place| {
        beside = if text[end..place.start].chars().all(mark) { beside + 1 } else { 1 };
        end = place.end;
        beside == ENOUGH
    })
}
