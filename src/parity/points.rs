//! In: a Chinese line and its English twin. Out: how many points each of them lists behind a colon, parted by semicolons,
//! where both list in this way and one has more.

use memchr::memmem;

/// The points of the two lines, where they differ.
pub fn differ(chinese: &str, english: &str) -> Option<(usize, usize)> {
    /// Fewer in Chinese are two clauses of a sentence rather than a list.
    const LEAST: usize = 4;
    // Nearly all lines have fewer, which is told faster.
    memmem::find_iter(chinese.as_bytes(), "；").nth(LEAST - 2)?;
    let ours = points(chinese, '：', '；', |text| text.find('。')).filter(|ours| *ours >= LEAST)?;
    let theirs = points(english, ':', ';', full_stop).filter(|theirs| *theirs + 1 >= LEAST)?;
    (ours != theirs).then_some((ours, theirs))
}

/// How many points the only list of a line has; `None` where it has none, or several.
fn points(
    text: &str,
    colon: char,
    semicolon: char,
    stop: fn(&str) -> Option<usize>,
) -> Option<usize> {
    let mut found = None;
    let mut rest = text;
    while !rest.is_empty() {
        let end = stop(rest)
            .map_or(rest.len(), |at| rest[at..].chars().next().map_or(at, |c| at + c.len_utf8()));
        let (sentence, behind) = rest.split_at(end);
        rest = behind;
        let Some((_, list)) = sentence.split_once(colon) else { continue };
        let count = list.matches(semicolon).count() + 1;
        if count > 2 {
            // A colon within a point leads to a list of its own.
            if list.contains(colon) || found.is_some() {
                return None;
            }
            found = Some(count);
        }
    }
    found
}

/// A full stop before a blank, or at the end.
fn full_stop(text: &str) -> Option<usize> {
    text.match_indices('.').map(|(at, _)| at).find(|at| {
        let behind = &text[at + 1..];
        behind.is_empty() || behind.starts_with(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::differ;

    #[test]
    fn points_that_one_language_has_not() {
        let chinese = "符合下列情形之一：属于新兴产业的；在海外有同族专利权的；维持年限超过10年的；获得奖励的。此外不限。";
        let whole = "It meets one of these: it belongs to a new industry; it has family members abroad; it is over 10 years old; or it has won an award. No more.";
        let less = "It meets one of these: it belongs to a new industry; it is over 10 years old; or it has won an award. No more.";
        assert_eq!(differ(chinese, whole), None);
        assert_eq!(differ(chinese, less), Some((4, 3)));
        // With commas, nobody can tell.
        assert_eq!(
            differ(chinese, "It is new, or has family members abroad, or is old; or it has won."),
            None
        );
        assert_eq!(differ("甲：乙；丙。", "A: b."), None);
    }
}
