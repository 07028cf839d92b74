//! In: a name, a prohibition or a sentence that one of two languages lacks. Out: the message and the help of the finding.

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
    /// Whether the other language has negative words there, but too few.
    pub fewer: bool,
    pub languages: Languages,
    pub source_sentence: String,
    pub target_sentence: String,
}

/// Sentences that one of two languages most likely lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceMissing {
    pub sentence: String,
    /// Whether the authoritative text has it.
    pub in_source: bool,
    pub languages: Languages,
    /// The sentence of the other language in front of which it belongs; empty at the end of the line.
    pub behind: String,
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
        let words = &self.words;
        if self.fewer {
            return format!(
                "{one} forbids more than {other} does here: look whether each “not” is there, such as that of `{words}`"
            );
        }
        format!("`{words}` in {one} forbids something, but {other} has no word for “not” here")
    }

    pub(super) fn help(&self) -> String {
        let Languages { source, target } = &self.languages;
        format!(
            "{source}: {}\n{target}: {}\ncorrect the text that is wrong; if both say the same in other words, acknowledge it in `acknowledged.toml`, as `lantu explain negation-parity` shows",
            self.source_sentence, self.target_sentence
        )
    }
}

impl SentenceMissing {
    /// The language that has the sentence, and the one that lacks it.
    fn languages(&self) -> (&str, &str) {
        let Languages { source, target } = &self.languages;
        if self.in_source { (source, target) } else { (target, source) }
    }

    pub(super) fn message(&self) -> String {
        let Languages { source, target } = &self.languages;
        let says = if self.in_source {
            format!("{target} seems to leave out a sentence of the {source} text here")
        } else {
            format!("{target} seems to have a sentence here that the {source} text has not")
        };
        format!("{says}, most likely `{}`", self.sentence)
    }

    pub(super) fn help(&self) -> String {
        let (one, other) = self.languages();
        let place = match self.behind.as_str() {
            "" => "it belongs at the end".to_owned(),
            behind => format!("it belongs in front of: {behind}"),
        };
        let correct = if self.in_source {
            format!("translate it into {other}")
        } else {
            format!("take it out of the {one} text, or add it to the {other} one")
        };
        format!(
            "the {other} text is much shorter here, beside the {one} one, than in the rest of the plan; {place}\n{correct}; if nothing is missing, acknowledge it in `acknowledged.toml`, as `lantu explain sentence-parity` shows"
        )
    }
}
