//! In: a name nobody knows and the names that exist. Out: those the author most likely meant.

/// The known name nearest to `word`, if one is near enough to be worth offering.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    ranked(word, known).into_iter().next().map(|(_, name)| name.to_owned())
}

/// The known names nearest to `word`: the best, and up to two more that are no farther than one letter from it.
pub fn nearest_few<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut ranked = ranked(word, known);
    ranked.dedup();
    let best = ranked.first().map_or(0, |(distance, _)| *distance);
    let near = ranked.into_iter().take_while(|(distance, _)| *distance <= best + 1);
    near.take(3).map(|(_, name)| name.to_owned()).collect()
}

/// The names that are near enough, the nearest first.
fn ranked<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let length = word.chars().count();
    // A third of the letters may be wrong: closer is a slip of the finger, farther another word.
    let allowed = if length < 3 { 0 } else { (length / 3).max(1) };
    let shares_a_part = |name: &str| {
        let shorter = length.min(name.chars().count());
        let longer = length.max(name.chars().count());
        shorter >= 4 && shorter * 5 >= longer * 3 && (name.contains(word) || word.contains(name))
    };
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(word, name), name))
        .filter(|(distance, name)| *distance <= allowed || shares_a_part(name))
        .collect();
    near.sort_unstable();
    near
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearest_few};

    #[test]
    fn offers_slips_and_longer_names_but_not_strangers() {
        let known = ["sanhe", "dachang", "langfang-edz"];
        assert_eq!(nearest("sanhee", known).as_deref(), Some("sanhe"));
        assert_eq!(nearest("langfang", known).as_deref(), Some("langfang-edz"));
        assert_eq!(nearest("beijing", known), None);
        let units = ["市科技局", "市教育局", "市财政局", "科技厅"];
        assert_eq!(nearest_few("市科技句", units), ["市科技局"]);
        assert_eq!(
            nearest_few("市商务局", ["市水务局", "市商局", "市林业局"]),
            ["市商局", "市水务局"]
        );
    }
}
