//! In: a name, or a prohibition, that one of two languages lacks. Out: the message and the help of the finding.

use super::translation::Languages;

/// A name or term that a translation lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMissing {
    pub name: String,
    /// One of these would do.
    pub expected: Vec<String>,
    pub languages: Languages,
    pub source_sentence: String,
    pub target_sentence: String,
    /// `None` for the text before the first one.
    pub clause: Option<String>,
}

/// A prohibition that one of two languages lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NegationLost {
    /// What says it: 不得, `shall not`.
    pub words: String,
    /// Whether the authoritative text has it.
    pub in_source: bool,
    pub languages: Languages,
    pub source_sentence: String,
    pub target_sentence: String,
}

impl NameMissing {
    pub(super) fn help(&self) -> String {
        let Self { name, expected, languages, source_sentence, target_sentence, clause } = self;
        let Languages { source, target } = languages;
        let expected: Vec<String> = expected.iter().map(|one| format!("`{one}`")).collect();
        let clause =
            clause.as_ref().map_or_else(String::new, |one| format!("clause = \"{one}\"\n"));
        format!(
            "{source}: {source_sentence}\n{target}: {target_sentence}\nexpected: {}\nwrite it so, or add another way to say it to `glossary.toml`; for this clause alone, in `translation.toml` of the plan:\n\n[[accepted]]\n{clause}name = \"{name}\"\nreason = \"…\"",
            expected.join(", or ")
        )
    }
}

impl NegationLost {
    pub(super) fn message(&self) -> String {
        let Languages { source, target } = &self.languages;
        let (one, other) = if self.in_source { (source, target) } else { (target, source) };
        format!(
            "`{}` in {one} forbids something, but {other} has no word for “not” here",
            self.words
        )
    }

    pub(super) fn help(&self) -> String {
        let Languages { source, target } = &self.languages;
        format!(
            "{source}: {}\n{target}: {}\ncorrect the text that is wrong; if both say the same in other words, acknowledge it in `acknowledged.toml`, as `lantu explain negation-parity` shows",
            self.source_sentence, self.target_sentence
        )
    }
}
