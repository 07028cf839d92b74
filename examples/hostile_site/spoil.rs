//! A valid site with a payload in every field in which people write, and which fields those are. Which payload a field
//! gets depends on its place alone; another `seed` deals them out anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use lantu::language::Languages;
use lantu::parse::schemas;
use serde_json::Value as Json;
use toml::{Table, Value};

use super::payloads::{ADDRESSES, BLOCKS, FORMULAS, TEXTS};

/// The day on which one consultation of the site is open, one over and one still to come.
#[allow(dead_code, reason = "the tests need it")]
pub const DAY: (i16, i8, i8) = (2026, 3, 15);

/// Fields that schemas take any text in, and that hold no text of people all the same: what each of them is. `*` stands
/// for one step.
pub const NOT_FREE: &[(&str, &str)] = &[
    ("acknowledged.acknowledged.clause", "names a clause"),
    ("acknowledged.acknowledged.words", "words of the text"),
    ("acknowledged.note.clause", "names a clause"),
    ("areas.area.parent", "names an area"),
    ("areas.area.replaced.by", "names areas"),
    ("awards.award.amount.amount", "a number"),
    ("awards.award.clause", "names a clause"),
    ("concepts.concept.indicator.indicator", "names an indicator"),
    ("concepts.concept.indicator.part", "names a part"),
    ("concepts.concept.indicator.times", "a number"),
    ("consultation.round.channel.number", "a telephone number"),
    ("consultation.round.document.file", "names a file"),
    ("consultation.round.organiser", "names an organisation"),
    ("consultation.round.submission.changed", "names clauses"),
    ("consultation.round.submission.clauses", "names clauses"),
    ("duties.covers", "names clauses"),
    ("duties.group.clause", "names a clause"),
    ("duties.group.task.clauses", "names clauses"),
    ("duties.group.task.lead", "names organisations"),
    ("duties.group.task.responsible", "names organisations"),
    ("duties.notes.lead.*", "words of the text"),
    ("duties.notes.responsible.*", "words of the text"),
    ("glossary.term.*", "words of texts, not printed"),
    ("organisations.organisation.area", "names an area"),
    ("organisations.organisation.contact.telephone", "a telephone number"),
    ("organisations.organisation.members", "names organisations"),
    ("organisations.organisation.parent", "names an organisation"),
    ("organisations.organisation.replaced.by", "names organisations"),
    ("plan.area", "names an area"),
    ("plan.basis.clauses", "names clauses"),
    ("plan.issuer", "names an organisation"),
    ("plan.source.ends-in", "names a clause"),
    ("progress.actual.areas.*", "a number"),
    ("progress.actual.indicator", "names an indicator"),
    ("progress.actual.value", "a number"),
    ("site-config.host.contact.telephone", "a telephone number"),
    ("site-config.languages", "names languages"),
    ("site-config.theme", "names a theme"),
    ("site-config.time-zone", "names a time zone"),
    ("targets.indicator.areas.*.*", "a number"),
    ("targets.indicator.baseline.value", "a number"),
    ("targets.indicator.clauses", "names clauses"),
    ("targets.indicator.part.areas.*.*", "a number"),
    ("targets.indicator.part.target.*", "a number"),
    ("targets.indicator.part.tolerance", "a number"),
    ("targets.indicator.revision.new", "a number"),
    ("targets.indicator.revision.old", "a number"),
    ("targets.indicator.target.*", "a number"),
    ("targets.indicator.tolerance", "a number"),
    ("translation.accepted.clause", "names a clause"),
    ("translation.accepted.name", "a name of the register"),
    ("translation.accepted.reason", "not printed"),
    ("translation.accepted.value", "a quantity of the text"),
    // Printed with the notes of the entry, as the reasons of all other findings; no rule that the site could break has
    // findings there.
    ("areas.area.acknowledged.reason.*", "an editor's note"),
    ("organisations.organisation.acknowledged.reason.*", "an editor's note"),
];

/// Fields of TOML files that hold Markdown.
const MARKDOWN: &[&str] = &["consultation.round.notice", "consultation.round.outcome.text"];

/// What fields take.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Address,
}

/// Every field in which people write, such as `plan.title.zh`.
#[allow(dead_code, reason = "the tests need it")]
pub fn free_fields() -> BTreeSet<String> {
    kinds().into_keys().collect()
}

fn kinds() -> BTreeMap<String, Kind> {
    let languages = Languages::new(vec!["zh".to_owned(), "en".to_owned()]);
    let mut kinds = BTreeMap::new();
    for file in schemas::all(&languages) {
        let schema: Json = serde_json::from_str(&file.text).expect("schemas are JSON");
        leaves(&schema, file.name.trim_end_matches(".json"), &mut kinds);
    }
    kinds
}

fn leaves(schema: &Json, path: &str, kinds: &mut BTreeMap<String, Kind>) {
    let kind = match schema["pattern"].as_str() {
        Some(r"\S") => Some(Kind::Text),
        Some(pattern) if pattern.ends_with(r"[Ss]?://\S+$") => Some(Kind::Address),
        _ => None,
    };
    let last = path.rsplit('.').next().unwrap_or(path);
    let other = ["differs", "rule"].contains(&last) || path == "site-config.base-url";
    if let Some(kind) = kind.filter(|_| !other && !NOT_FREE.iter().any(|(one, _)| is(one, path))) {
        kinds.insert(path.to_owned(), kind);
    }
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        leaves(value, &format!("{path}.{key}"), kinds);
    }
    for value in schema["patternProperties"].as_object().into_iter().flat_map(|all| all.values()) {
        leaves(value, &format!("{path}.*"), kinds);
    }
    if schema["additionalProperties"].is_object() {
        leaves(&schema["additionalProperties"], &format!("{path}.*"), kinds);
    }
    let same = schema["anyOf"].as_array().into_iter().flatten().chain([&schema["items"]]);
    same.filter(|part| part.is_object()).for_each(|part| leaves(part, path, kinds));
}

/// Whether a path is one that a pattern means.
pub fn is(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (pattern.split('.').collect(), path.split('.').collect());
    let same = |(one, other): (&&str, &&str)| *one == "*" || one == other;
    pattern.len() == path.len() && pattern.iter().zip(&path).all(same)
}

/// Writes the site into a folder: with payloads, or without any where there is no `seed`. The fields that got one.
pub fn write(folder: &Path, seed: Option<usize>) -> io::Result<BTreeSet<String>> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut spoiler = Spoiler { kinds: kinds(), at: seed.unwrap_or(0), covered: BTreeSet::new() };
    for site in ["consultation/site", "hostile/site"] {
        let root = tests.join(site);
        let entries = walkdir::WalkDir::new(&root).sort_by_file_name();
        for entry in entries.into_iter().filter_map(Result::ok).filter(|one| one.path().is_file()) {
            let inside = entry.path().strip_prefix(&root).expect("it is below the folder");
            let target = folder.join(inside);
            fs::create_dir_all(target.parent().expect("files are in folders"))?;
            let name = inside.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let attached = inside.components().any(|part| part.as_os_str() == "files");
            if seed.is_none() || attached || name == "confirmed.toml" {
                fs::copy(entry.path(), target)?;
                continue;
            }
            let text = fs::read_to_string(entry.path())?;
            fs::write(target, spoiler.file(name, &text))?;
        }
    }
    Ok(spoiler.covered)
}

struct Spoiler {
    kinds: BTreeMap<String, Kind>,
    /// How many fields have had their payload.
    at: usize,
    covered: BTreeSet<String>,
}

impl Spoiler {
    fn file(&mut self, name: &str, text: &str) -> String {
        match name.rsplit_once('.') {
            Some((stem, "toml")) => {
                let table: Table = text.parse().expect("the file is TOML");
                let mut value = Value::Table(table);
                self.value(&mut value, stem);
                toml::to_string(&value).expect("the table can be written")
            }
            Some((_, "csv")) => self.table(text),
            _ => self.markdown(text),
        }
    }

    fn value(&mut self, value: &mut Value, path: &str) {
        match value {
            Value::Table(table) => {
                for (key, value) in table.iter_mut() {
                    let free = format!("{path}.*");
                    let known = self.kinds.keys().any(|one| one.starts_with(&free));
                    let below = if known { free } else { format!("{path}.{key}") };
                    // Twins have the same one.
                    let here = self.at;
                    self.value(value, &below);
                    if key == "zh" || key == "en" {
                        self.at = here;
                    }
                }
                self.at += 1;
            }
            Value::Array(list) => list.iter_mut().for_each(|value| self.value(value, path)),
            Value::String(text) => {
                let Some(kind) = self.kinds.get(path) else { return };
                self.covered.insert(path.to_owned());
                // Units are compared with each other.
                let unit = path.contains(".unit.");
                let at = if unit { text.bytes().map(usize::from).sum() } else { self.at };
                let markdown = MARKDOWN.iter().any(|one| path.starts_with(one));
                *text = match kind {
                    Kind::Address => ADDRESSES[at % ADDRESSES.len()].to_owned(),
                    Kind::Text if markdown => {
                        let pause = if text.ends_with('\n') { "\n" } else { "" };
                        format!("{text}{pause}{}", line(at))
                    }
                    Kind::Text => with(text, at),
                };
                self.at += 1;
            }
            _ => {}
        }
    }

    /// The texts of people in the table of comments.
    fn table(&mut self, text: &str) -> String {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut writer = csv::Writer::from_writer(Vec::new());
        let rows: Vec<csv::StringRecord> =
            reader.records().map(|row| row.expect("a row")).collect();
        let texts = ["意见摘要", "理由"];
        for (number, row) in rows.iter().enumerate() {
            let cells = row.iter().zip(&rows[0]).map(|(cell, column)| {
                let free = texts.iter().any(|text| column.starts_with(text));
                // Twins have the same one.
                let at = self.at + usize::from(column.starts_with(texts[1]));
                if number > 0 && free && !cell.is_empty() {
                    with(cell, at)
                } else {
                    cell.to_owned()
                }
            });
            writer.write_record(cells).expect("memory can be written to");
            self.at += 2;
        }
        String::from_utf8(writer.into_inner().expect("memory can be written to")).expect("UTF-8")
    }

    /// Headings and paragraphs of Markdown, and behind them blocks of every kind.
    fn markdown(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut at = self.at;
        for text in text.lines() {
            at += 1;
            let plain = !text.is_empty() && !text.starts_with(['|', '{', '>', ' ', '`', '!']);
            let (text, id) = match text.split_once(" {#") {
                Some((text, id)) => (text, format!(" {{#{id}")),
                None => (text, String::new()),
            };
            let more = if plain { format!(" {}", line(at)) } else { String::new() };
            out.push_str(&format!("{text}{more}{id}\n"));
        }
        // Both languages have the same number of lines, and so the same payloads.
        self.at += 7;
        let blocks =
            TEXTS.iter().filter(|text| fits(text)).map(|text| text.replace(['\r', '\n'], " "));
        for block in blocks.chain(BLOCKS.iter().map(|block| (*block).to_owned())) {
            out.push_str(&format!("\n{}\n", block.trim_start()));
        }
        out
    }
}

/// A text and its payload.
fn with(text: &str, at: usize) -> String {
    match TEXTS.get(at % (TEXTS.len() + FORMULAS.len())) {
        Some(payload) => format!("{text} {payload}"),
        None => format!("{}{text}", FORMULAS[at % (TEXTS.len() + FORMULAS.len()) - TEXTS.len()]),
    }
}

/// A payload that may stand within a line of Markdown.
fn line(at: usize) -> String {
    let fitting: Vec<&&str> = TEXTS.iter().filter(|text| fits(text)).collect();
    fitting[at % fitting.len()].replace(['\r', '\n'], " ")
}

/// In Markdown, double braces ask for figures: what is none is an error.
fn fits(text: &str) -> bool {
    !text.contains("{{")
}
