//! In: the tables of a text, and sentences that say how many things one of them has. Out: a finding where it has more or fewer
//! rows. Part of `listed_count.rs`.

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Problem};
use crate::language::ascii_digit;
use crate::language::numeral::chinese;

use super::no_such_table::{caption, number};
use super::reading::Paragraph;
use super::table_adds_up::TOTALS;
use super::text_table::rows;

/// Looks at every sentence that counts the rows of a table of its text.
pub fn check(paragraphs: &[Paragraph<'_>], found: &mut Diagnostics) {
    let tables: Vec<(u32, (usize, bool))> = paragraphs
        .windows(2)
        .filter_map(|pair| Some((caption(&pair[0])?, rows_of(&pair[1])?)))
        .collect();
    if tables.is_empty() {
        return;
    }
    for paragraph in paragraphs.iter().filter(|one| caption(one).is_none()) {
        let text = paragraph.prose.text();
        for (at, sign) in text.match_indices('表') {
            let Some((table, rest)) = number(&text[at + sign.len()..]) else { continue };
            let Some((said, bytes)) = counted(rest) else { continue };
            let of_table = tables.iter().find(|(number, _)| *number == table);
            let Some((_, (rows, by_area))) = of_table else { continue };
            // Of a few of many rows, only these are meant.
            let kinds = ["类", "种"].iter().any(|counter| rest[..bytes].ends_with(counter));
            if kinds && *by_area || said == *rows || said.abs_diff(*rows) > (rows / 4).max(2) {
                continue;
            }
            let end = text.len() - rest.len() + bytes;
            let words = text[at..end].to_owned();
            let problem = Figures::TableRows { words, said, rows: *rows };
            found.report(Problem::Figures(problem), paragraph.prose.span(at..end));
        }
    }
}

/// The rows of a table, without its head and its totals, and whether they are those of areas or years, so that kinds of things
/// are its columns; `None` where some rows are parts of others.
fn rows_of(paragraph: &Paragraph<'_>) -> Option<(usize, bool)> {
    let rows = rows(paragraph)?;
    let first = |row: &[super::text_table::Cell]| {
        row.iter().take(2).any(|cell| cell.says(&["其中", "小计"]))
    };
    let total = |row: &[super::text_table::Cell]| {
        row.iter().take(2).any(|cell| TOTALS.contains(&cell.name()))
    };
    let parts = rows.iter().any(|row| first(row) || row[0].is_empty());
    let by_area = rows[0][0].says(&["地区", "区域", "县（区）", "区县", "年份", "年度"]);
    (!parts).then(|| (rows[1..].iter().filter(|row| !total(row)).count(), by_area))
}

/// How many things the words behind the number of a table say that it has: 列出8项, ，所列12项指标.
fn counted(rest: &str) -> Option<(usize, usize)> {
    const LISTS: [&str; 9] =
        ["共列出", "列出了", "列出", "所列的", "所列", "列有", "列明", "列示", "共列"];
    const COUNTERS: [&str; 6] = ["项", "个", "类", "条", "家", "种"];
    let words = rest.trim_start_matches(['，', ',', '）']);
    let words = LISTS.iter().find_map(|list| words.strip_prefix(list))?;
    let digits = words.find(|c| ascii_digit(c).is_none())?;
    let (said, behind) = if digits > 0 {
        (words[..digits].parse().ok()?, &words[digits..])
    } else {
        let end = words.find(|c| !"一二三四五六七八九十".contains(c))?;
        (usize::try_from(chinese(&words[..end])?).ok()?, &words[end..])
    };
    let counter = COUNTERS.iter().find(|counter| behind.starts_with(**counter))?;
    Some((said, rest.len() - behind.len() + counter.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_rows() {
        for (rest, said) in
            [("列出8项事项。", 8), ("，所列十二项指标均", 12), ("共列出15个项目", 15)]
        {
            assert_eq!(counted(rest).map(|(said, _)| said), Some(said), "{rest}");
        }
        for rest in ["。", "中的8项", "所列前3项", "所列指标", "列出了主要指标8项"]
        {
            assert_eq!(counted(rest), None, "{rest}");
        }
    }
}
