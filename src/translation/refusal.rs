//! In: what is wrong with a translation that comes back. Out: its words, each for one line that says what is
//! wrong and what to do.

use crate::model::document::PREAMBLE;

use super::units::HEADING;

/// Why a translation is not taken in. Nothing is written while there is one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{}: there is no such clause in the text; export the plan again", clause(.unit))]
    UnknownUnit { unit: String },
    #[error("{}: two units have this id; keep one of them", clause(.unit))]
    DoubledUnit { unit: String },
    #[error("{}: there is no segment `{segment}`; export the plan again", clause(.unit))]
    UnknownSegment { unit: String, segment: String },
    #[error("{}: two segments have the id `{segment}`; keep one of them", clause(.unit))]
    DoubledSegment { unit: String, segment: String },
    #[error(
        "{}: the {} is no longer what was translated; export the plan again, and take the translation over into the new file",
        clause(.unit), part(.segment)
    )]
    SourceChanged { unit: String, segment: String },
    #[error(
        "{}: the file lacks the {}, which the text has; export the plan again, and take the translation over into the new file",
        clause(.unit), part(.segment)
    )]
    MissingSegment { unit: String, segment: String },
    #[error(
        "{}: only a part is translated, and nothing stands in its place yet; also translate the {}, or leave all of it empty",
        clause(.unit), list(.lacking)
    )]
    Partly { unit: String, lacking: Vec<String> },
    #[error(
        "{}: the {} is in several pieces, and only some are translated",
        clause(.unit), part(.segment)
    )]
    Torn { unit: String, segment: String },
    #[error(
        "{}: with this translation the text would be divided differently; each segment must stay what it is, one heading, one paragraph, one list or one table",
        clause(.unit)
    )]
    Structure { unit: String },
    #[error("with this translation the text would have mistakes:\n{findings}")]
    Findings { findings: String },
}

fn clause(unit: &str) -> String {
    if unit == PREAMBLE { "before the first clause".to_owned() } else { format!("clause {unit}") }
}

fn part(segment: &str) -> String {
    if segment == HEADING { "heading".to_owned() } else { format!("text of {segment}") }
}

fn list(segments: &[String]) -> String {
    segments.iter().map(|segment| part(segment)).collect::<Vec<_>>().join(", the ")
}
