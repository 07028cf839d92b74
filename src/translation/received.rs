//! In: the units of a file that comes back, and the text that was to be translated. Out: the translations by
//! clause and segment, or why they do not belong to this text.

use std::collections::{BTreeMap, BTreeSet};

use super::Refusal;
use super::units::{HEADING, PlanText, Section, block_id};
use super::xliff::{Part, ReadUnit};

/// By unit, then by segment; what is not translated is absent.
pub type Received = BTreeMap<String, BTreeMap<String, String>>;

/// Holds every unit against the text.
pub fn receive(source: &PlanText, units: &[ReadUnit]) -> Result<Received, Vec<Refusal>> {
    let mut received = Received::new();
    let mut refused = Vec::new();
    for unit in units {
        let id = unit.id.clone();
        let Some(section) = source.section(&id) else {
            refused.push(Refusal::UnknownUnit { unit: id });
            continue;
        };
        let translations = segments(source, section, unit, &mut refused);
        if received.insert(id.clone(), translations).is_some() {
            refused.push(Refusal::DoubledUnit { unit: id });
        }
    }
    if refused.is_empty() { Ok(received) } else { Err(refused) }
}

/// What a translator is asked for: ids and texts.
pub fn asked<'t>(source: &'t PlanText, section: &'t Section) -> Vec<(String, &'t str)> {
    let heading = section.heading.iter();
    let heading = heading.map(|heading| (HEADING.to_owned(), source.at(&heading.words)));
    let blocks = section.blocks.iter().enumerate().filter(|(_, block)| !block.fixed);
    heading.chain(blocks.map(|(at, block)| (block_id(at), source.at(&block.place)))).collect()
}

fn segments(
    source: &PlanText,
    section: &Section,
    unit: &ReadUnit,
    refused: &mut Vec<Refusal>,
) -> BTreeMap<String, String> {
    let asked = asked(source, section);
    let mut groups = groups(&asked, unit, refused);
    let mut translations = BTreeMap::new();
    for (segment, text) in asked {
        let Some(group) = groups.remove(&segment) else {
            refused.push(Refusal::MissingSegment { unit: unit.id.clone(), segment });
            continue;
        };
        let whole: String = group.iter().map(|part| part.source.as_str()).collect();
        if !whole.split_whitespace().eq(text.split_whitespace()) {
            refused.push(foreign(unit, &segment, &group));
            continue;
        }
        match translation(&group) {
            Ok(Some(text)) => {
                translations.insert(segment.clone(), tidy(&segment, &text));
            }
            Ok(None) => {}
            Err(()) => refused.push(Refusal::Torn { unit: unit.id.clone(), segment }),
        }
    }
    translations
}

/// The parts of each segment: a tool that splits a segment leaves its id with the first part.
fn groups<'u>(
    asked: &[(String, &str)],
    unit: &'u ReadUnit,
    refused: &mut Vec<Refusal>,
) -> BTreeMap<String, Vec<&'u Part>> {
    let known: BTreeSet<&str> = asked.iter().map(|(id, _)| id.as_str()).collect();
    let mut groups: BTreeMap<String, Vec<&Part>> = BTreeMap::new();
    let mut current: Option<String> = None;
    for part in &unit.parts {
        let id = part.id.as_deref().filter(|id| !part.ignorable && known.contains(id));
        match (id, &current) {
            (Some(id), _) => {
                if groups.insert(id.to_owned(), vec![part]).is_some() {
                    let segment = id.to_owned();
                    refused.push(Refusal::DoubledSegment { unit: unit.id.clone(), segment });
                }
                current = Some(id.to_owned());
            }
            (None, Some(current)) => groups.entry(current.clone()).or_default().push(part),
            (None, None) if part.ignorable => {}
            (None, None) => refused.push(unknown(unit, part)),
        }
    }
    groups
}

/// A segment whose source is not that of the text: there are parts of something else in it, or the text has
/// changed.
fn foreign(unit: &ReadUnit, segment: &str, group: &[&Part]) -> Refusal {
    match group.iter().skip(1).find(|part| !part.ignorable) {
        Some(part) => unknown(unit, part),
        None => Refusal::SourceChanged { unit: unit.id.clone(), segment: segment.to_owned() },
    }
}

fn unknown(unit: &ReadUnit, part: &Part) -> Refusal {
    let segment = part.id.clone().unwrap_or_else(|| "without id".to_owned());
    Refusal::UnknownSegment { unit: unit.id.clone(), segment }
}

/// The translation of all parts together; `Err` where some have none.
fn translation(group: &[&Part]) -> Result<Option<String>, ()> {
    let translated = |part: &&&Part| {
        let target = part.target.as_deref().filter(|text| !text.trim().is_empty());
        // Some tools put the source where the translation is to stand.
        target.is_some_and(|text| !part.initial || text != part.source)
    };
    let texts = group.iter().filter(|part| !part.ignorable);
    let blank = |part: &&&Part| part.source.trim().is_empty();
    let (all, done) = texts.fold((0, 0), |(all, done), part| {
        (all + usize::from(!blank(&part)), done + usize::from(translated(&part)))
    });
    if done == 0 {
        return Ok(None);
    }
    if done < all {
        return Err(());
    }
    let text = |part: &&Part| part.target.clone().unwrap_or_else(|| part.source.clone());
    Ok(Some(group.iter().map(text).collect()))
}

/// Without the line breaks that tools add at the ends.
fn tidy(segment: &str, text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text.trim_end().trim_start_matches('\n');
    if segment == HEADING { text.trim().to_owned() } else { text.to_owned() }
}
