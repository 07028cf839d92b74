//! In: a text whose clauses close with notes such as （责任单位：区财政局、区发改局）, and the words that begin
//! them. Out: a task for each such clause, with the units that the note names in every language.

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::language::{Lang, Text, joins_without_space};
use crate::model::document::{Clause, Document};
use crate::model::plan::{Task, TaskGroup, Unit};
use crate::model::{Key, Organisation};
use crate::parse::duties::NoteWords;

use super::plans::Scope;

/// What stands between two units. The weak ones may also stand within a name.
const STRONG: [char; 6] = ['、', '，', ',', '；', ';', '。'];
const WEAK: [&str; 4] = [" and ", "和", "及", "与"];

/// A unit as a note of one language names it.
struct Mention {
    key: Key<Organisation>,
    leads: bool,
    name: Spanned<String>,
}

/// The tasks of the text, grouped by the clauses above them.
pub fn groups(
    words: &NoteWords,
    title: &Text,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Vec<TaskGroup> {
    let Some(texts) = scope.texts else { return Vec::new() };
    let first = scope.names.languages.first();
    let text = &texts[first.index()];
    let mut groups: Vec<TaskGroup> = Vec::new();
    let mut number = 0;
    for (at, clause) in text.clauses.iter().enumerate() {
        let before = found.len();
        let Some(mentions) = mentions(clause, first, words, scope, found) else {
            report_lonely(clause, texts, words, scope, found);
            continue;
        };
        number += 1;
        let twins = twins(clause, texts, words, scope, found);
        if found.len() == before {
            report_differences(clause, &mentions, &twins, texts, words, scope, found);
        }
        let task = task(number, clause, mentions, &twins, texts, scope);
        let above = text.clauses[..at].iter().rev().find(|one| one.depth < clause.depth);
        let address = above.map(|one| one.address.clone());
        match groups.last_mut().filter(|group| group.clause == address) {
            Some(group) => group.tasks.push(task),
            None => groups.push(TaskGroup {
                name: above.map_or_else(|| title.clone(), |one| titles(one, texts, scope)),
                clause: address,
                tasks: vec![task],
            }),
        }
    }
    if groups.is_empty() {
        let word = words.responsible.as_ref().or(words.lead.as_ref());
        let word = word.map_or("", |word| word.get(first)).to_owned();
        let language = scope.names.languages.name(first);
        found.report(Problem::NoNotes { word, language }, words.span);
    }
    groups
}

fn task(
    number: u32,
    clause: &Clause,
    mentions: Vec<Mention>,
    twins: &[(Lang, Vec<Mention>)],
    texts: &[Document],
    scope: &Scope<'_>,
) -> Task {
    let unit = |mention: &Mention| {
        let other = |lang: Lang| {
            let Some((_, mentions)) = twins.iter().find(|(twin, _)| *twin == lang) else {
                // The clause is not translated yet.
                return Some(scope.names.organisations.short(mention.key, lang).to_owned());
            };
            let twin = mentions.iter().find(|one| one.key == mention.key);
            twin.map(|one| one.name.value.clone())
        };
        // Without its twins, which has been reported, nothing is published.
        let names: Option<Vec<String>> = scope.names.languages.iter().skip(1).map(other).collect();
        let own = std::iter::once(mention.name.value.clone());
        let written = names.map(|names| Text::new(own.chain(names).collect()));
        Unit { key: mention.key, written, span: mention.name.span }
    };
    let (lead, responsible): (Vec<_>, Vec<_>) = mentions.iter().partition(|one| one.leads);
    Task {
        number,
        name: titles(clause, texts, scope),
        clauses: vec![clause.address.clone()],
        lead: lead.into_iter().map(unit).collect(),
        responsible: responsible.into_iter().map(unit).collect(),
        due: None,
        note: None,
        span: mentions.first().map_or(clause.span, |first| first.name.span),
    }
}

/// The title of a clause in every language.
fn titles(clause: &Clause, texts: &[Document], scope: &Scope<'_>) -> Text {
    let title = |lang: Lang| texts[lang.index()].clause(&clause.address).unwrap_or(clause);
    Text::new(
        scope.names.languages.iter().map(|lang| title(lang).title.text().to_owned()).collect(),
    )
}

/// The units of the same clause in the other languages.
fn twins(
    clause: &Clause,
    texts: &[Document],
    words: &NoteWords,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Vec<(Lang, Vec<Mention>)> {
    let others = scope.names.languages.iter().skip(1);
    others
        // A clause that is not there at all is a finding of its own.
        .filter_map(|lang| Some((lang, texts[lang.index()].clause(&clause.address)?)))
        .map(|(lang, twin)| (lang, mentions(twin, lang, words, scope, found).unwrap_or_default()))
        .collect()
}

/// Every language names the same units. Only where all of them are known: a missing one is not a difference.
fn report_differences(
    clause: &Clause,
    mentions: &[Mention],
    twins: &[(Lang, Vec<Mention>)],
    texts: &[Document],
    words: &NoteWords,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) {
    let set = |mentions: &[Mention]| {
        let mut set: Vec<_> = mentions.iter().map(|one| (one.key.index(), one.leads)).collect();
        set.sort_unstable();
        set
    };
    for (lang, _) in twins.iter().filter(|(_, others)| set(others) != set(mentions)) {
        let twin = texts[lang.index()].clause(&clause.address).unwrap_or(clause);
        let language = scope.names.languages.name(*lang);
        let problem = Problem::NotesDiffer { address: clause.address.to_string(), language };
        let related = place_of_note(clause, scope.names.languages.first(), words);
        let place = place_of_note(twin, *lang, words);
        found.push(Diagnostic::new(problem, place).with_related(related));
    }
}

/// A note that only another language has.
fn report_lonely(
    clause: &Clause,
    texts: &[Document],
    words: &NoteWords,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) {
    let languages = scope.names.languages;
    for lang in languages.iter().skip(1) {
        let Some(twin) = texts[lang.index()].clause(&clause.address) else { continue };
        if notes_of(twin, lang, words).next().is_some() {
            let language = languages.name(languages.first());
            let problem = Problem::NotesDiffer { address: clause.address.to_string(), language };
            let place = place_of_note(twin, lang, words);
            found.push(Diagnostic::new(problem, clause.span).with_related(place));
        }
    }
}

/// The first note of a clause; the clause where it has none.
fn place_of_note(clause: &Clause, lang: Lang, words: &NoteWords) -> Span {
    notes_of(clause, lang, words).next().map_or(clause.span, |(note, _)| note.span)
}

/// The notes of a clause, each with its words.
fn notes_of<'c>(
    clause: &'c Clause,
    lang: Lang,
    words: &NoteWords,
) -> impl Iterator<Item = (&'c Spanned<String>, Vec<Head>)> {
    clause.notes.iter().filter_map(move |note| {
        let heads = heads(&note.value, lang, words);
        let begins = heads.first().is_some_and(|head| note.value[..head.start].trim().is_empty());
        begins.then_some((note, heads))
    })
}

/// The units that the notes of a clause name; `None` where it has no such note.
fn mentions(
    clause: &Clause,
    lang: Lang,
    words: &NoteWords,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Option<Vec<Mention>> {
    let mut mentions: Option<Vec<Mention>> = None;
    for (note, heads) in notes_of(clause, lang, words) {
        let mentions = mentions.get_or_insert_default();
        let ends = heads.iter().skip(1).map(|head| head.start).chain([note.value.len()]);
        for (head, end) in heads.iter().zip(ends) {
            let list = &note.value[head.names..end];
            let known = &scope.names.organisations;
            for (at, name) in names(list, &|text| known.may_know(text), &|name| known.knows(name)) {
                let span = note.span.part(head.names + at, name.len());
                let name = Spanned::new(on_one_line(name), span);
                let Some(key) = scope.organisation(&name, found) else { continue };
                // Several paragraphs of a clause may name the same unit.
                if !mentions.iter().any(|one| one.key == key && one.leads == head.leads) {
                    mentions.push(Mention { key, leads: head.leads, name });
                }
            }
        }
    }
    let mut mentions = mentions?;
    if words.first_leads && !mentions.iter().any(|one| one.leads) {
        mentions.first_mut().into_iter().for_each(|one| one.leads = true);
    }
    Some(mentions)
}

/// A name that the author broke across lines.
fn on_one_line(name: &str) -> String {
    name.lines().map(str::trim).fold(String::new(), |whole, line| {
        let (before, after) = (whole.chars().last(), line.chars().next());
        let joins = before.zip(after).is_none_or(|(a, b)| joins_without_space(a, b));
        if joins { whole + line } else { whole + " " + line }
    })
}

/// A word such as 责任单位 with its colon, and where the names behind it begin.
struct Head {
    start: usize,
    names: usize,
    leads: bool,
}

/// The words of a note, in its order. Capitals do not count, and in English a word may also have an s; both the
/// word and its colon may be set bold.
fn heads(note: &str, lang: Lang, words: &NoteWords) -> Vec<Head> {
    let both = [(&words.lead, true), (&words.responsible, false)];
    let small = note.to_ascii_lowercase();
    let mut heads: Vec<Head> = Vec::new();
    for (word, leads) in both {
        let Some(word) = word.as_ref().map(|word| word.get(lang).to_ascii_lowercase()) else {
            continue;
        };
        for (start, _) in small.match_indices(&word) {
            let rest = &note[start + word.len()..];
            let rest = rest.strip_prefix('s').unwrap_or(rest).trim_start_matches(['*', '_', ' ']);
            if let Some(rest) = rest.strip_prefix(['：', ':']) {
                let start = note[..start].trim_end_matches(['*', '_']).len();
                heads.push(Head { start, names: note.len() - rest.len(), leads });
            }
        }
    }
    heads.sort_by_key(|head| head.start);
    heads
}

/// The names of a list, each with its place. A name that is `known` may hold what else stands between names:
/// `Culture, Tourism and Sports Bureau`, `各县（市、区）政府`. A text that does not fit is too long to be a name, and so is
/// whatever begins with it.
fn names<'t>(
    list: &'t str,
    fits: &dyn Fn(&str) -> bool,
    known: &dyn Fn(&str) -> bool,
) -> Vec<(usize, &'t str)> {
    let pieces = pieces(list);
    let mut names = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let text = |end: usize| &list[pieces[at].start..pieces[end].end];
        let fitting = (at..pieces.len()).take_while(|end| fits(text(*end))).count();
        let longest = (at..at + fitting).rev().find(|end| known(text(*end)));
        // An unknown name goes to the next mark that cannot be part of one.
        let unknown = || (at..pieces.len()).find(|end| pieces[*end].strong);
        let end = longest.or_else(unknown).unwrap_or(pieces.len() - 1);
        names.push((pieces[at].start, text(end)));
        at = end + 1;
    }
    names
}

/// What stands between two marks, without the spaces around it.
struct Piece {
    start: usize,
    end: usize,
    /// Whether the mark behind it cannot be part of a name.
    strong: bool,
}

/// Cuts a list at every mark outside brackets.
fn pieces(list: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut add = |start: usize, end: usize, strong| {
        let around: &[char] = &['*', '_', ' ', '\n'];
        let text = &list[start..end];
        let from = start + (text.len() - text.trim_start_matches(around).len());
        let inner = text.trim_matches(around).trim_end_matches('.');
        let to = from + inner.trim_end_matches(around).len();
        if to > from {
            pieces.push(Piece { start: from, end: to, strong });
        }
    };
    let mut depth = 0usize;
    for (at, c) in list.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 || at < start => {}
            c if STRONG.contains(&c) => {
                add(start, at, true);
                start = at + c.len_utf8();
            }
            ' ' | '和' | '及' | '与' => {
                if let Some(word) = WEAK.iter().find(|word| list[at..].starts_with(**word)) {
                    add(start, at, false);
                    start = at + word.len();
                }
            }
            _ => {}
        }
    }
    add(start, list.len(), true);
    pieces
}

#[cfg(test)]
mod tests {
    use super::names;

    fn read<'t>(list: &'t str, known: &[&str]) -> Vec<&'t str> {
        names(list, &|_| true, &|name| known.contains(&name))
            .into_iter()
            .map(|(_, name)| name)
            .collect()
    }

    #[test]
    fn lists_are_cut_at_their_marks_but_not_within_names() {
        let known = ["工业和信息化局", "区财政局", "各县（市、区）政府", "XX经济开发区管委会"];
        assert_eq!(
            read("区财政局、工业和信息化局，XX经济开发区管委会；各县（市、区）政府", &known),
            ["区财政局", "工业和信息化局", "XX经济开发区管委会", "各县（市、区）政府"]
        );
        assert_eq!(read("区财政局和工业和信息化局", &known), ["区财政局", "工业和信息化局"]);
        let known = ["Finance Bureau", "Culture, Tourism and Sports Bureau"];
        assert_eq!(
            read("Culture, Tourism and Sports Bureau, Finance Bureau", &known),
            ["Culture, Tourism and Sports Bureau", "Finance Bureau"]
        );
        assert_eq!(
            read("Finance Bureau and Culture, Tourism and Sports Bureau.", &known),
            ["Finance Bureau", "Culture, Tourism and Sports Bureau"]
        );
    }

    #[test]
    fn unknown_names_are_whole() {
        let known = ["区财政局"];
        assert_eq!(read("发展和改革局、区财政局", &known), ["发展和改革局", "区财政局"]);
        assert_eq!(
            read("区财政局、各镇（街道、园区）", &known),
            ["区财政局", "各镇（街道、园区）"]
        );
        assert_eq!(read("", &known), Vec::<&str>::new());
    }
}
