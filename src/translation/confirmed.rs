//! In: the texts of a plan, and which translations are confirmed. Out: `confirmed.toml`: a table for each language, a line
//! for each clause in the order of the text, so that differences between versions are small and merge well.

use crate::model::confirmation::{Confirmation, State, confirmable, standings};
use crate::model::document::{Document, PREAMBLE};
use crate::model::fingerprint::Fingerprint;
use crate::model::passage::Passage;

const HEAD: &str = "# lantu writes this file: run `lantu translation confirm`, and keep it under version control.\n# Each line names a clause and the fingerprint that its authoritative text had when the translation was confirmed.\n# 本文件由 lantu translation confirm 写入，请纳入版本管理，不要手工修改。每行是一个条款，以及确认译文时原文的指纹。\n";

/// What is confirmed in one language: clauses with their fingerprints.
pub type Lines = Vec<(String, Fingerprint)>;

/// What is confirmed when the `chosen` passages have been, as far as there is a translation. Older confirmations stay
/// where the clause is still in both texts.
pub fn confirm(
    source: &Document,
    target: &Document,
    confirmed: &[Confirmation],
    chosen: &[String],
) -> Lines {
    let standings = standings(source, target, confirmed);
    let line = |passage: Passage<'_>| {
        let name = passage.name();
        let standing = standings.iter().find(|one| one.passage == name)?;
        if standing.state == State::Missing {
            return None;
        }
        let old = || confirmed.iter().find(|one| one.passage.value == name);
        let fingerprint = if chosen.iter().any(|one| one == name) {
            passage.fingerprint()
        } else {
            old()?.fingerprint
        };
        Some((name.to_owned(), fingerprint))
    };
    confirmable(source).filter_map(line).collect()
}

/// A clause with those below it, or what stands before the first one; `None` where the text has no such clause.
pub fn with_those_below(text: &Document, name: &str) -> Option<Vec<String>> {
    if name == PREAMBLE {
        return (!text.preamble.is_empty()).then(|| vec![name.to_owned()]);
    }
    let at = text.clauses.iter().position(|clause| clause.address.as_str() == name)?;
    let depth = text.clauses[at].depth;
    let below = text.clauses[at + 1..].iter().take_while(|clause| clause.depth > depth);
    let names = below.map(|clause| clause.address.to_string());
    Some(std::iter::once(name.to_owned()).chain(names).collect())
}

/// The text of `confirmed.toml`, by language.
pub fn write<'l>(languages: impl IntoIterator<Item = (&'l str, Lines)>) -> String {
    let mut text = HEAD.to_owned();
    for (language, lines) in languages.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        text.push_str(&format!("\n[{language}]\n"));
        for (passage, fingerprint) in lines {
            text.push_str(&format!("\"{passage}\" = \"{fingerprint}\"\n"));
        }
    }
    text
}
