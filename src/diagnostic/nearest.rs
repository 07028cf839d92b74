//! In: a name nobody knows and the names that exist. Out: the one the author most likely meant.

/// The known name nearest to `word`, if one is near enough to be worth offering.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let length = word.chars().count();
    // A third of the letters may be wrong: closer is a slip of the finger, farther another word.
    let allowed = if length < 3 { 0 } else { (length / 3).max(1) };
    let shares_a_part = |name: &str| {
        let shorter = length.min(name.chars().count());
        let longer = length.max(name.chars().count());
        shorter >= 4 && shorter * 5 >= longer * 3 && (name.contains(word) || word.contains(name))
    };
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(word, name), name))
        .filter(|(distance, name)| *distance <= allowed || shares_a_part(name))
        .min()
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn offers_slips_and_longer_names_but_not_strangers() {
        let known = ["sanhe", "dachang", "langfang-edz"];
        assert_eq!(nearest("sanhee", known).as_deref(), Some("sanhe"));
        assert_eq!(nearest("langfang", known).as_deref(), Some("langfang-edz"));
        assert_eq!(nearest("beijing", known), None);
    }
}
