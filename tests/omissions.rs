//! Every sentence of the drafts in `tests/drafts` is left out of one language, one at a time: how many of them are noticed,
//! and that nothing is noticed where nothing was left out. `cargo test --test omissions -- --nocapture` prints how many.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use lantu::parity::Reader;
use lantu::parity::lengths::{Lengths, Scale};
use lantu::parity::omitted::{Omitted, omitted};

/// The lines of a text, without headings, tables and marks.
fn lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let of_prose = |line: &&str| !line.is_empty() && !line.starts_with(['|', '{', '#']);
    let lines = text.lines().map(str::trim).filter(of_prose);
    lines.map(|line| without_links(&line.trim_start_matches("- ").replace("**", ""))).collect()
}

fn without_links(line: &str) -> String {
    match line.split_once("](").and_then(|(words, rest)| Some((words, rest.split_once(')')?.1))) {
        Some((words, rest)) => format!("{words}{}", without_links(rest)).replacen('[', "", 1),
        None => line.to_owned(),
    }
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut list: Vec<_> = fs::read_dir(path).unwrap().map(|one| one.unwrap().path()).collect();
    list.sort();
    list
}

/// The lines of a draft that belong together.
fn pairs(draft: &Path) -> Vec<(String, String)> {
    let plan = folders(&draft.join("content/plans")).remove(0);
    let (chinese, english) = (lines(&plan.join("text.zh.md")), lines(&plan.join("text.en.md")));
    assert_eq!(chinese.len(), english.len(), "{}", plan.display());
    chinese.into_iter().zip(english).collect()
}

/// The sentences of a line, Chinese or English.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['。', '；', '！', '？', '.', '!', '?']) {
        let end = at + mark.len();
        let behind = &text[end..];
        let next = behind.trim_start().chars().next();
        let ends = if mark.len() > 1 {
            !behind.starts_with(['”', '）'])
        } else {
            behind.starts_with(' ') && next.is_some_and(|c| c.is_uppercase() || c == '(')
        };
        if ends {
            list.push(start..end);
            start = end;
        }
    }
    if !text[start..].trim().is_empty() {
        list.push(start..text.len());
    }
    list
}

fn scale(lines: &[(String, String)]) -> Scale {
    let lengths = lines.iter().map(|(chinese, english)| Lengths::of(chinese, english));
    Scale::of(lengths.sum()).unwrap()
}

fn find(chinese: &str, english: &str, scale: Scale) -> Option<Omitted> {
    let may_lack = scale.may_lack(Lengths::of(chinese, english));
    let read = |text, reader| (text, Some(reader));
    let find = || omitted(read(chinese, Reader::Chinese), read(english, Reader::English), scale);
    may_lack.then(find).flatten()
}

/// Sentences that were left out, and how many of them were noticed.
#[derive(Debug, Default)]
struct Count {
    all: usize,
    noticed: usize,
    /// Of sentences without any figure, which no other rule would miss.
    plain: usize,
    plain_noticed: usize,
}

impl Count {
    /// Leaves out every sentence of one language, unless it is the only one.
    fn leave_out(&mut self, (chinese, english): (&str, &str), of_source: bool, scale: Scale) {
        let text = if of_source { chinese } else { english };
        let list = sentences(text);
        for range in list.iter().filter(|_| list.len() > 1) {
            let shorter = format!("{}{}", &text[..range.start], &text[range.end..]);
            let found = if of_source {
                find(&shorter, english, scale)
            } else {
                find(chinese, &shorter, scale)
            };
            let noticed = usize::from(found.is_some_and(|one| one.in_source != of_source));
            let plain = usize::from(!text[range.clone()].contains(|c: char| c.is_ascii_digit()));
            self.all += 1;
            self.noticed += noticed;
            self.plain += plain;
            self.plain_noticed += plain * noticed;
        }
    }
}

#[test]
fn sentences_left_out_of_drafts() {
    let mut of_source = Count::default();
    let mut of_target = Count::default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    for draft in folders(&root).iter().filter(|one| one.join("content/plans").is_dir()) {
        let pairs = pairs(draft);
        let scale = scale(&pairs);
        for (chinese, english) in &pairs {
            assert_eq!(find(chinese, english, scale), None, "{chinese}\n{english}");
            of_source.leave_out((chinese, english), true, scale);
            of_target.leave_out((chinese, english), false, scale);
        }
    }
    println!("left out of the translation: {of_target:?}\nleft out of the source: {of_source:?}");
    assert!(of_target.noticed >= 3324 && of_target.plain_noticed >= 857, "{of_target:?}");
    assert!(of_source.noticed >= 3170 && of_source.plain_noticed >= 665, "{of_source:?}");
}
