//! In: a Chinese text, its English twin, and the names of areas or bodies in both languages. Out: sentences that name one of
//! them, of which the twin has another one in its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::align::{Places, beside};
use super::divisions::Names;

impl Names {
    /// The names that the twin has in place of others: a sentence names one of them, and the one beside it only another.
    pub fn strangers(&self, chinese: &str, english: &str) -> Vec<Places> {
        let ours = self.named(chinese);
        let mut said: BTreeMap<usize, usize> = BTreeMap::new();
        for (owner, _) in &ours {
            *said.entry(*owner).or_default() += 1;
        }
        // Nearly all texts have the same names.
        if said.iter().all(|(owner, said)| self.places(english, Some(*owner)).len() >= *said) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (here, there) in beside(chinese, english).unwrap_or_default() {
            let ours: Vec<Place> =
                ours.iter().filter(|(_, place)| here.contains(&place.start)).cloned().collect();
            let theirs = self.places(&english[there.clone()], None);
            if let (Some(place), Some(other)) = (only(&ours, &theirs), only(&theirs, &ours))
                // Notes of responsibility have a rule of their own.
                && !is_in_brackets(&chinese[here.start..place.start])
            {
                let target = there.start + other.start..there.start + other.end;
                found.push(Places { source: place, target });
            }
        }
        found
    }
}

/// Whether a bracket is open at the end of a text.
fn is_in_brackets(before: &str) -> bool {
    before.rfind(['（', '(']) > before.rfind(['）', ')'])
}

/// A name, and where it stands.
type Place = (usize, Range<usize>);

/// The first place of the one owner that the others lack; `None` where there are several or none.
fn only(places: &[Place], others: &[Place]) -> Option<Range<usize>> {
    let has: BTreeSet<usize> = others.iter().map(|(owner, _)| *owner).collect();
    let mut lacking = places.iter().filter(|(owner, _)| !has.contains(owner));
    let (first, place) = lacking.next()?;
    lacking.all(|(owner, _)| owner == first).then(|| place.clone())
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn other_areas() {
        let names = Names::new(&[
            (0, "东湖区", "Donghu District"),
            (0, "东湖区", "Donghu"),
            (1, "西山县", "Xishan County"),
            (1, "西山县", "Xishan"),
            (2, "南港市", "Nangang City"),
        ]);
        let found = |chinese: &str, english: &str| names.strangers(chinese, english).len();
        assert_eq!(found("东湖区伤亡最多。", "Xishan County has most of them."), 1);
        assert_eq!(
            found(
                "如表所示，东湖区最多。其次是西山县。",
                "Xishan has most. Xishan County comes next."
            ),
            1
        );
        assert_eq!(found("东湖区和西山县。", "Donghu District and Nangang City."), 1);
        assert_eq!(found("东湖区最多。", "Donghu has most of them."), 0);
        assert_eq!(found("东湖区最多。", "It has most of them."), 0);
        assert_eq!(found("东湖区和西山县。", "Xishan County and Donghu District."), 0);
    }
}
