//! In: a plan's text in two languages. Out: the clauses that belong together and, within each, the rows of blocks that
//! stand side by side. Copes with any two texts: one may be shorter, have other clauses, or be empty.

use crate::model::directive::Chart;
use crate::model::document::{Block, BlockContent, Clause, Document};

/// Two texts side by side.
pub struct Paired<'d> {
    pub preamble: Vec<Row<'d>>,
    pub clauses: Vec<ClausePair<'d>>,
}

/// A clause in both languages; one of the two may be missing.
pub struct ClausePair<'d> {
    pub one: Option<&'d Clause>,
    pub other: Option<&'d Clause>,
    pub rows: Vec<Row<'d>>,
}

/// What stands on one line.
pub enum Row<'d> {
    /// One block of each text or, where their numbers differ, all blocks of each.
    Texts { one: Vec<&'d Block>, other: Vec<&'d Block> },
    /// A chart or table that both texts ask for, or only the first one.
    Shared(&'d Block),
    /// A chart or table that only the second text asks for.
    OnlyOther(&'d Block),
}

/// Sets `other` beside `one`.
pub fn pair<'d>(one: &'d Document, other: &'d Document) -> Paired<'d> {
    let clauses = clauses(one, other).into_iter().map(|(one, other)| {
        let blocks = |clause: Option<&'d Clause>| clause.map_or(&[][..], |clause| &clause.blocks);
        ClausePair { one, other, rows: rows(blocks(one), blocks(other)) }
    });
    Paired { preamble: rows(&one.preamble, &other.preamble), clauses: clauses.collect() }
}

type Clauses<'d> = (Option<&'d Clause>, Option<&'d Clause>);

/// Clauses with the same address, in the order of `one`; a clause that only `other` has comes behind the one that it
/// follows there.
fn clauses<'d>(one: &'d Document, other: &'d Document) -> Vec<Clauses<'d>> {
    let both = one.clauses.iter().map(|clause| (Some(clause), other.clause(&clause.address)));
    let mut pairs: Vec<Clauses<'d>> = both.collect();
    let mut behind = 0;
    for clause in &other.clauses {
        let same = |found: &Clause| found.address == clause.address;
        let place = pairs.iter().position(|(a, b)| a.or(*b).is_some_and(same));
        behind = place.unwrap_or_else(|| {
            pairs.insert(behind, (None, Some(clause)));
            behind
        }) + 1;
    }
    pairs
}

/// A run of text, and the chart or table behind it; the last run of a clause has none.
type Run<'d> = (Vec<&'d Block>, Option<&'d Block>);

fn runs(blocks: &[Block]) -> Vec<Run<'_>> {
    let mut runs = vec![(Vec::new(), None)];
    for block in blocks {
        let last = runs.last_mut().expect("there is always one");
        if block.html().is_some() {
            last.0.push(block);
        } else {
            last.1 = Some(block);
            runs.push((Vec::new(), None));
        }
    }
    runs
}

/// The rows of a clause. Charts and tables divide its texts, where they are the same in both.
fn rows<'d>(one: &'d [Block], other: &'d [Block]) -> Vec<Row<'d>> {
    let (first, second) = (runs(one), runs(other));
    let mut rows = Vec::new();
    if one.is_empty() {
        for (texts, shown) in second {
            add_texts(Vec::new(), texts, &mut rows);
            rows.extend(shown.map(Row::OnlyOther));
        }
    } else if other.is_empty() || same_order(&first, &second) {
        let mut second = second.into_iter();
        for (texts, shown) in first {
            let beside = second.next().map_or_else(Vec::new, |(texts, _)| texts);
            add_texts(texts, beside, &mut rows);
            rows.extend(shown.map(Row::Shared));
        }
    } else {
        let texts = |runs: &[Run<'d>]| runs.iter().flat_map(|(texts, _)| texts.clone()).collect();
        add_texts(texts(&first), texts(&second), &mut rows);
        let known: Vec<&Block> = first.iter().filter_map(|(_, shown)| *shown).collect();
        let new = second.iter().filter_map(|(_, shown)| *shown);
        let new = new.filter(|block| !known.iter().any(|one| asks_for_the_same(one, block)));
        rows.extend(known.iter().copied().map(Row::Shared));
        rows.extend(new.map(Row::OnlyOther));
    }
    rows
}

/// Row by row where both have the same number of blocks, else each as a whole.
fn add_texts<'d>(one: Vec<&'d Block>, other: Vec<&'d Block>, rows: &mut Vec<Row<'d>>) {
    if one.len() == other.len() {
        let blocks = one.into_iter().zip(other);
        rows.extend(blocks.map(|(one, other)| Row::Texts { one: vec![one], other: vec![other] }));
    } else {
        rows.push(Row::Texts { one, other });
    }
}

/// Whether both texts ask for the same charts and tables in the same order.
fn same_order(one: &[Run<'_>], other: &[Run<'_>]) -> bool {
    let same = |(one, other): (&Run<'_>, &Run<'_>)| match (one.1, other.1) {
        (Some(one), Some(other)) => asks_for_the_same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}

/// Whether two blocks are the same chart or the same table.
fn asks_for_the_same(one: &Block, other: &Block) -> bool {
    match (&one.content, &other.content) {
        (BlockContent::Table(one), BlockContent::Table(other)) => one.value == other.value,
        (BlockContent::Chart(one), BlockContent::Chart(other)) => same_chart(one, other),
        (BlockContent::Duties, BlockContent::Duties) => true,
        _ => false,
    }
}

/// Without the places where they were written.
fn same_chart(one: &Chart, other: &Chart) -> bool {
    match (one, other) {
        (Chart::Trajectory(one), Chart::Trajectory(other))
        | (Chart::AreaYears(one), Chart::AreaYears(other)) => one.value == other.value,
        (Chart::Areas(one, year), Chart::Areas(other, other_year)) => {
            let years = [year, other_year].map(|year| year.as_ref().map(|year| year.value));
            one.value == other.value && years[0] == years[1]
        }
        (Chart::Overview, Chart::Overview) | (Chart::DutyMatrix, Chart::DutyMatrix) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;
    use crate::parse::markdown::plan_text;

    /// The texts that stand on one line, `|` between the languages; blocks of one language are kept apart by `+`.
    fn shown(one: &str, other: &str) -> Vec<String> {
        let mut files = Files::default();
        let mut read = |text: &str| {
            let file = files.add("text.md".to_owned(), text.to_owned());
            plan_text(&files, file).0
        };
        let (one, other) = (read(one), read(other));
        let paired = pair(&one, &other);
        let mut lines: Vec<String> = paired.preamble.iter().map(line).collect();
        for clause in &paired.clauses {
            let address = |clause: Option<&Clause>| {
                clause.map_or("-".to_owned(), |one| one.address.to_string())
            };
            lines.push(format!("# {} | {}", address(clause.one), address(clause.other)));
            lines.extend(clause.rows.iter().map(line));
        }
        lines
    }

    fn line(row: &Row<'_>) -> String {
        match row {
            Row::Texts { one, other } => format!("{} | {}", texts(one), texts(other)),
            Row::Shared(_) => "shared".to_owned(),
            Row::OnlyOther(_) => "only other".to_owned(),
        }
    }

    fn texts(blocks: &[&Block]) -> String {
        let html = blocks.iter().map(|block| block.html().unwrap());
        let lines = html.flat_map(|html| html.lines(|_| String::new()).to_vec());
        lines.map(|line| line.to_string()).collect::<Vec<_>>().join("+")
    }

    #[test]
    fn paragraphs_stand_beside_each_other() {
        let one = "前言\n\n## 一、目标\n\n甲\n\n乙\n\n### （一）任务\n\n丙";
        let other = "Preface\n\n## I. Aims\n\nA\n\nB\n\n### (1) Tasks\n\nC";
        let expected = ["前言 | Preface", "# 1 | 1", "甲 | A", "乙 | B", "# 1.1 | 1.1", "丙 | C"];
        assert_eq!(shown(one, other), expected);
    }

    #[test]
    fn texts_of_different_length_stand_beside_each_other_as_wholes() {
        let one = "## 一、目标\n\n甲\n\n乙\n\n## 二、任务\n\n丙";
        let other = "## I. Aims\n\nA and B\n\n## II. Tasks";
        assert_eq!(shown(one, other), ["# 1 | 1", "甲+乙 | A and B", "# 2 | 2", "丙 | "]);
    }

    #[test]
    fn charts_and_tables_divide_the_texts_and_stand_once() {
        let one = "## 一、目标\n\n甲\n\n乙\n\n{{ chart areas x 2020 }}\n\n丙\n\n{{ table x }}";
        let other = "## I. Aims\n\nA, B\n\n{{ chart areas x 2020 }}\n\nC\n\n{{ table x }}";
        let expected = ["# 1 | 1", "甲+乙 | A, B", "shared", "丙 | C", "shared"];
        assert_eq!(shown(one, other), expected);
    }

    #[test]
    fn the_table_of_responsibilities_stands_once_in_a_clause() {
        let (one, other) = ("## 附件\n\n甲\n\n{{ duties }}", "## Annex\n\nA\n\n{{ duties }}");
        assert_eq!(shown(one, other), ["# x1 | x1", "甲 | A", "shared"]);
        let other = "## Annex\n\n{{ duties }}\n\nA\n\n{{ table x }}";
        assert_eq!(shown(one, other), ["# x1 | x1", "甲 | A", "shared", "only other"]);
    }

    #[test]
    fn other_charts_come_behind_the_texts() {
        let one = "## 一、目标\n\n{{ chart overview }}\n\n甲\n\n{{ table x }}";
        let other = "## I. Aims\n\nA\n\n{{ table x }}\n\n{{ chart areas x 2020 }}";
        assert_eq!(shown(one, other), ["# 1 | 1", "甲 | A", "shared", "shared", "only other"]);
    }

    #[test]
    fn a_clause_may_be_missing_on_either_side() {
        let one = "## 一、甲\n\n甲\n\n{{ table x }}\n\n## 三、丙\n\n丙";
        let other = "## II. B\n\nB\n\n{{ table x }}\n\n## III. C\n\nC\n\n## IV. D";
        let expected = [
            "# - | 2",
            " | B",
            "only other",
            "# 1 | -",
            "甲 | ",
            "shared",
            "# 3 | 3",
            "丙 | C",
            "# - | 4",
        ];
        assert_eq!(shown(one, other), expected);
    }

    #[test]
    fn every_clause_stands_once_whatever_the_order() {
        let one = "## 一、甲\n\n## 二、乙\n\n## 三、丙";
        let other = "## III. C\n\n## I. A\n\n## II. B";
        assert_eq!(shown(one, other), ["# 1 | 1", "# 2 | 2", "# 3 | 3"]);
    }

    #[test]
    fn a_text_may_be_empty() {
        let text = "前言\n\n## 一、目标\n\n甲\n\n{{ table x }}";
        assert_eq!(shown(text, ""), ["前言 | ", "# 1 | -", "甲 | ", "shared"]);
        assert_eq!(shown("", text), [" | 前言", "# - | 1", " | 甲", "only other"]);
        assert!(shown("", "").is_empty());
    }
}
