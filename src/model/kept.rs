//! In: a list that stays in memory for as long as the site. Out: the same in no more memory than it needs.

/// Collects a list in which nothing is kept free for more.
pub fn kept<T>(entries: impl Iterator<Item = T>) -> Vec<T> {
    fitted(entries.collect())
}

/// A copy with just enough room. `shrink_to_fit` would give nothing back where a list takes half of its room or more: the
/// allocator leaves it where it is. A list that was collected from another one lies in the room of that, too.
pub fn fitted<T>(mut list: Vec<T>) -> Vec<T> {
    let mut fitted = Vec::with_capacity(list.len());
    fitted.append(&mut list);
    fitted
}
