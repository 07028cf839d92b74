//! In: a Chinese text and its English twin. Out: classes with a letter, A类, B组, that the English sentence does not name among
//! those that it names.

use crate::language::any_byte;

use super::align::{Places, beside};

/// What the letter of a class stands before in Chinese.
const CLASSES: [char; 7] = ['类', '级', '等', '档', '组', '座', '栋'];

/// One finding for each sentence.
pub fn lacking(chinese: &str, english: &str) -> Vec<Places> {
    // Nearly all Chinese texts have no capital letter at all.
    if !any_byte(chinese, |byte| byte.is_ascii_uppercase()) || in_chinese(chinese).is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (here, there) in beside(chinese, english).unwrap_or_default() {
        let ours = in_chinese(&chinese[here.clone()]);
        let theirs = in_english(&english[there.clone()]);
        let count = |list: &[(usize, u8)]| {
            let mut counts = [0usize; 256];
            list.iter().for_each(|(_, letter)| counts[usize::from(*letter)] += 1);
            counts
        };
        let (here_so_often, there_so_often) = (count(&ours), count(&theirs));
        let lacks = |(_, letter): &&(usize, u8)| there_so_often[usize::from(*letter)] == 0;
        let Some((at, _)) = ours.iter().find(lacks) else { continue };
        let surplus = |(_, letter): &&(usize, u8)| {
            there_so_often[usize::from(*letter)] > here_so_often[usize::from(*letter)]
        };
        let Some((other, _)) = theirs.iter().find(surplus) else { continue };
        let (at, other) = (here.start + at, there.start + other);
        let class = chinese[at + 1..].chars().next().map_or(0, char::len_utf8);
        found.push(Places { source: at..at + 1 + class, target: other..other + 1 });
    }
    found
}

/// The letters of classes, each with its place.
fn in_chinese(text: &str) -> Vec<(usize, u8)> {
    alone(text).filter(|(at, _)| text[at + 1..].starts_with(CLASSES)).collect()
}

/// The letters that are words; at the beginning of a sentence, `A` is an article.
fn in_english(text: &str) -> Vec<(usize, u8)> {
    let article = |(at, letter): &(usize, u8)| {
        let begins = text[..*at].trim_end().is_empty() || text[..*at].ends_with(". ");
        *letter == b'A' && begins && text[at + 1..].starts_with(' ')
    };
    alone(text).filter(|one| !article(one) && one.1 != b'I').collect()
}

/// The capital letters without another letter or digit beside them.
fn alone(text: &str) -> impl Iterator<Item = (usize, u8)> {
    let bytes = text.as_bytes();
    let part = |at: usize| {
        bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'&' | b'/'))
    };
    let capitals = bytes.iter().copied().enumerate().filter(|(_, byte)| byte.is_ascii_uppercase());
    capitals.filter(move |(at, _)| {
        let before = at.checked_sub(1).is_some_and(part);
        let behind = bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        !before && !behind
    })
}

#[cfg(test)]
mod tests {
    use super::lacking;

    #[test]
    fn another_class() {
        for (chinese, english, words) in [
            (
                "A类免收租金，B类至E类依次收取30%、50%。",
                "Tier A talents pay no rent, while Tiers A to E pay 30 and 50 per cent.",
                ("B类", "A"),
            ),
            (
                "D级企业每季度检查一次。",
                "Grade C companies are inspected once a quarter.",
                ("D级", "C"),
            ),
        ] {
            let found = lacking(chinese, english);
            assert_eq!(found.len(), 1, "{english}");
            let (ours, theirs) = (found[0].source.clone(), found[0].target.clone());
            assert_eq!((&chinese[ours], &english[theirs]), words);
        }
    }

    #[test]
    fn the_same_class() {
        for (chinese, english) in [
            ("A类和B类人才。", "Talents in Tiers A and B."),
            ("B类至E类。", "Tiers B, C, D and E."),
            ("A级景区。", "A grade-A site."),
            ("B类人才。", "A talent of the second tier."),
            ("3A级景区和AAA级。", "Sites with three A grades."),
        ] {
            assert!(lacking(chinese, english).is_empty(), "{english}");
        }
    }
}
