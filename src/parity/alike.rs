//! In: the names of areas or bodies in two languages. Out: which of them have a name in common, and are one as far as anybody
//! can tell from a text.

use rustc_hash::FxHashMap;

/// Owners of which nobody can tell by a name which one is meant: the bureaus of two cities are both called 市科技局.
pub struct Alike(Vec<usize>);

impl Alike {
    pub fn of(entries: &[(usize, &str, &str)]) -> Self {
        let most = entries.iter().map(|(owner, ..)| owner + 1).max().unwrap_or(0);
        let mut alike = Self((0..most).collect());
        let mut by_name: FxHashMap<&str, usize> = FxHashMap::default();
        for (owner, chinese, english) in entries {
            for name in [chinese, english] {
                let first = alike.first(*by_name.entry(name).or_insert(*owner));
                let own = alike.first(*owner);
                let (low, high) = (first.min(own), first.max(own));
                alike.0[high] = low;
            }
        }
        alike
    }

    /// The first of those that are alike.
    pub fn first(&self, mut owner: usize) -> usize {
        while self.0[owner] != owner {
            owner = self.0[owner];
        }
        owner
    }
}
