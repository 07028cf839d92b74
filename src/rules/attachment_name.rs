//! In: the files of plans. Out: a finding for each whose name readers cannot read, copy or open.

use crate::diagnostic::publication::{NameFault, Publication};
use crate::diagnostic::{Diagnostics, Level, Place, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "attachment-name",
    family: Family::Publication,
    level: Level::Warning,
    checks: "Attachments have names that say what they are, without spaces and signs such as %E6, and with the kind of the file at the end.",
    why: "The name is what readers see, and what stands in the folder where they keep the file.",
    fixed: None,
    fails: &[("files/%E5%9B%BE.pdf", "(1 kB)")],
    passes: &[("files/map.pdf", "(1 kB)")],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for plan in &case.site.plans {
        for file in &plan.files {
            if let Some(fault) = fault(&file.name) {
                let path = format!("content/plans/{}/files/{}", plan.id, file.name);
                let problem = Publication::FileName { name: file.name.clone(), fault };
                found.report(Problem::Publication(problem), Place::Path(path));
            }
        }
    }
}

/// What is wrong with a name, the worst first. Folders are part of it.
fn fault(path: &str) -> Option<NameFault> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let known = (1..=5).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let large = extension.contains(|c: char| c.is_ascii_uppercase());
    let small = extension.contains(|c: char| c.is_ascii_lowercase());
    if is_unreadable(path) {
        Some(NameFault::Unreadable)
    } else if is_escaped(path) {
        Some(NameFault::Escaped)
    } else if path.split('/').any(is_leftover) || is_leftover(stem) {
        Some(NameFault::Leftover)
    } else if path.contains(char::is_whitespace) {
        Some(NameFault::Blank)
    } else if !known {
        Some(NameFault::NoExtension)
    } else {
        (large && small).then_some(NameFault::MixedExtension)
    }
}

/// Signs that stand for others, and what becomes of Chinese names in wrong hands.
fn is_unreadable(name: &str) -> bool {
    let strange =
        |c: char| c == '\u{fffd}' || c.is_control() || matches!(c, '\u{e000}'..='\u{f8ff}');
    let latin = |c: char| matches!(c, '\u{80}'..='\u{ff}');
    let chars: Vec<char> = name.chars().collect();
    name.contains(strange)
        || ["锟斤拷", "烫烫", "屯屯"].iter().any(|word| name.contains(word))
        || chars.windows(3).any(|three| three.iter().all(|c| latin(*c)))
}

/// `%E6`
fn is_escaped(name: &str) -> bool {
    name.as_bytes().windows(3).any(|three| {
        three[0] == b'%' && three[1].is_ascii_hexdigit() && three[2].is_ascii_hexdigit()
    })
}

fn is_leftover(stem: &str) -> bool {
    let lower = stem.to_lowercase();
    let copied = [" - copy", "copy of ", " copy", "副本"].iter().any(|mark| lower.contains(mark));
    let unnamed = lower.starts_with("新建")
        || lower.starts_with("未命名")
        || lower.starts_with("untitled")
        || lower.starts_with("new folder");
    let numbered = lower
        .strip_suffix([')', '）'])
        .and_then(|rest| rest.rsplit_once(['(', '（']))
        .is_some_and(|(before, number)| {
            !before.is_empty()
                && (1..=2).contains(&number.len())
                && number.bytes().all(|byte| byte.is_ascii_digit())
        });
    copied || unnamed || numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_readers_can_use() {
        for name in [
            "附件1：任务分工.docx",
            "plan-2030.pdf",
            "MAP.PDF",
            "图则（2018）.pdf",
            "数据/用水量.csv",
            "Résumé.pdf",
            "建新路规划.pdf",
        ] {
            assert_eq!(fault(name), None, "{name}");
        }
        for (name, expected) in [
            ("任务 分工.pdf", NameFault::Blank),
            ("%E6%B0%B4.pdf", NameFault::Escaped),
            ("新建 Microsoft Word 文档.docx", NameFault::Leftover),
            ("新建文件夹/图.pdf", NameFault::Leftover),
            ("图(1).pdf", NameFault::Leftover),
            ("图 - 副本.pdf", NameFault::Leftover),
            ("附件", NameFault::NoExtension),
            ("附件1.任务分工", NameFault::NoExtension),
            ("图.Pdf", NameFault::MixedExtension),
            ("ÖÐ¹úË®.pdf", NameFault::Unreadable),
            ("\u{fffd}\u{fffd}.pdf", NameFault::Unreadable),
        ] {
            assert_eq!(fault(name), Some(expected), "{name}");
        }
    }
}
