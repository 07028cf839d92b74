//! In: the words between two figures. Out: whether these are the beginning and the end of a step, 由318家增加到600家, or stand
//! beside each other; and the year in which the step ends.

use crate::language::days::number_before;

use super::words::STEP;

/// The words of a step and the year of its end: 提高到2028年的.
pub fn to_year(between: &str) -> Option<(&str, i16)> {
    let rest = between.strip_suffix('的').unwrap_or(between).trim_end_matches(['底', '末']);
    let (bare, year) = number_before(rest.strip_suffix('年')?)?;
    (1900..2200).contains(&year).then_some((bare, year))
}

/// The words of a step without the year of its end.
pub fn undated(between: &str) -> &str {
    to_year(between).map_or(between, |(words, _)| words)
}

/// Whether the words between two figures make a step of them: 增加到.
pub fn is_step(between: &str) -> bool {
    let between = ["左右", "以上", "稳步", "逐步", "，", ","]
        .iter()
        .fold(between.trim(), |rest, word| rest.trim_start_matches(word));
    // The bound of the second figure may stand within the verb: 提高到不低于60%.
    STEP.contains(between) || between == "到" || between == "至"
}

/// Whether nothing but a joint stands between two figures.
pub fn is_joint(between: &str) -> bool {
    matches!(between.trim(), "、" | "和" | "及" | "与" | "以及")
}
