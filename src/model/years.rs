//! In: entries with their years. Out: the same in the order of the years. A site has very many tables of a few years each,
//! for which the tables of the standard library keep room for eleven.

/// One entry for each year, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years<T>(Box<[(i16, T)]>);

impl<T> Default for Years<T> {
    fn default() -> Self {
        Self(Box::default())
    }
}

impl<T> Years<T> {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn get(&self, year: &i16) -> Option<&T> {
        self.get_key_value(year).map(|(_, one)| one)
    }

    pub fn get_key_value(&self, year: &i16) -> Option<(&i16, &T)> {
        let at = self.0.binary_search_by_key(year, |(year, _)| *year).ok()?;
        self.iter().nth(at)
    }

    /// The entry of this year or, where there is none, of the next one that has one.
    pub fn from(&self, year: i16) -> Option<(&i16, &T)> {
        self.iter().find(|(one, _)| **one >= year)
    }

    pub fn contains_key(&self, year: &i16) -> bool {
        self.get(year).is_some()
    }

    pub fn iter(&self) -> Iter<'_, T> {
        self.0.iter().map(|(year, one)| (year, one))
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &i16> + ExactSizeIterator + Clone {
        self.0.iter().map(|(year, _)| year)
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, one)| one)
    }

    pub fn first_key_value(&self) -> Option<(&i16, &T)> {
        self.iter().next()
    }

    pub fn last_key_value(&self) -> Option<(&i16, &T)> {
        self.iter().next_back()
    }
}

/// Goes over the years.
pub type Iter<'y, T> =
    std::iter::Map<std::slice::Iter<'y, (i16, T)>, fn(&'y (i16, T)) -> (&'y i16, &'y T)>;

impl<'y, T> IntoIterator for &'y Years<T> {
    type Item = (&'y i16, &'y T);
    type IntoIter = Iter<'y, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Of two entries for one year, the later one stays.
impl<T> FromIterator<(i16, T)> for Years<T> {
    fn from_iter<I: IntoIterator<Item = (i16, T)>>(entries: I) -> Self {
        let entries = entries.into_iter();
        let mut sorted: Vec<(i16, T)> = Vec::with_capacity(entries.size_hint().0);
        for (year, one) in entries {
            match sorted.binary_search_by_key(&year, |(year, _)| *year) {
                Ok(at) => sorted[at].1 = one,
                Err(at) => sorted.insert(at, (year, one)),
            }
        }
        Self(sorted.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_in_order_and_the_later_entry_stays() {
        let years: Years<char> = [(2026, 'a'), (2024, 'b'), (2026, 'c')].into_iter().collect();
        assert_eq!(years.iter().collect::<Vec<_>>(), [(&2024, &'b'), (&2026, &'c')]);
        assert_eq!(years.get(&2026), Some(&'c'));
        assert_eq!(years.get(&2025), None);
        assert_eq!(years.last_key_value(), Some((&2026, &'c')));
    }
}
