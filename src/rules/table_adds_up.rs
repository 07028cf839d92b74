//! In: the tables in the text of a plan. Out: a finding for each total that its rows or columns do not add up to.

use memchr::memchr;
use rust_decimal::Decimal;

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostics, Level, Problem};

use super::reading::Paragraph;
use super::text_table::{Cell, rows};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "table-adds-up",
    family: Family::Figures,
    level: Level::Warning,
    checks: "In a table of the text, the row or column 合计 is the sum of the others.",
    why: "Tables of money are added up by somebody on the day they are published.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "| 年度 | 省级（万元） | 市级（万元） | 合计（万元） |\n|---|---|---|---|\n| 2026 | 10 | 20 | 30 |\n| 2027 | 20 | 30 | 60 |\n| 合计 | 30 | 50 | 80 |",
    )],
    passes: &[(
        "text.zh.md",
        "| 年度 | 省级（万元） | 市级（万元） | 合计（万元） |\n|---|---|---|---|\n| 2026 | 10 | 20 | 30 |\n| 2027 | 20 | 30 | 50 |\n| 合计 | 30 | 50 | 80 |",
    )],
    run: Run::Plan(run),
};

/// How a row or column of totals is called.
pub const TOTALS: [&str; 11] = [
    "合计",
    "总计",
    "共计",
    "总和",
    "合 计",
    "总投资",
    "投资总额",
    "总额",
    "总数",
    "Total",
    "total",
];
/// Rows and columns that are parts of others, so that nothing can be added up.
const PARTS: [&str; 4] = ["其中", "小计", "of which", "Subtotal"];
/// Columns and rows of which no total is a sum.
const RATES: [&str; 6] = ["率", "%", "％", "占比", "平均", "年均"];

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for reading in case.readings.iter().filter(|one| one.lang == first) {
        let may_add_up = |text: &str| {
            memchr(b'\n', text.as_bytes()).is_some() && TOTALS.iter().any(|one| text.contains(one))
        };
        for paragraph in reading.paragraphs.iter().filter(|one| may_add_up(one.prose.text())) {
            check(paragraph, found);
        }
    }
}

/// A total that is not the sum.
struct Wrong {
    /// The row and the column of the cell.
    at: (usize, usize),
    /// Those that it is the sum of.
    of: Vec<(usize, usize)>,
    name: String,
    sum: Decimal,
}

fn check(paragraph: &Paragraph<'_>, found: &mut Diagnostics) {
    let Some(rows) = rows(paragraph).filter(|rows| rows.len() > 3) else { return };
    let (height, width) = (rows.len(), rows[0].len());
    let down = wrong((height, width), |line, at| &rows[line][at], |line, at| (line, at), |_| true);
    // Of the columns, only those that hold figures are added up.
    let figures = |column: usize| {
        let cells = || rows[1..].iter().map(|row| &row[column]).filter(|cell| !cell.is_empty());
        !matches!(rows[0][column].name(), "序号" | "编号" | "No.")
            && cells().count() > 0
            && cells().all(|cell| cell.number().is_some())
    };
    let across = wrong((width, height), |line, at| &rows[at][line], |line, at| (at, line), figures);
    let all: Vec<Wrong> = down.into_iter().chain(across).collect();
    for one in &all {
        // What goes on from another wrong total is right once that is.
        let follows = all.iter().any(|other| one.of.contains(&other.at));
        let again = all.iter().take_while(|other| !std::ptr::eq(*other, one));
        if follows || again.into_iter().any(|other| other.at == one.at) {
            continue;
        }
        let cell = &rows[one.at.0][one.at.1];
        let (of, sum) = (one.name.clone(), one.sum.normalize().to_string());
        let fault = Agreement::TableTotal { of, sum, total: cell.text.clone() };
        found.report(Problem::Agreement(fault), paragraph.prose.span(cell.place.clone()));
    }
}

/// The totals of the one line of totals that are no sums. A line is a row, or a column; the first cell of each is its
/// name, and the first line has the names of what stands in the others.
fn wrong<'c>(
    (lines, length): (usize, usize),
    cell: impl Fn(usize, usize) -> &'c Cell,
    place: impl Fn(usize, usize) -> (usize, usize),
    counts: impl Fn(usize) -> bool,
) -> Vec<Wrong> {
    // The first cells may be numbers of rows.
    let named = |line: usize, what: &dyn Fn(&Cell) -> bool| (0..2).any(|at| what(cell(line, at)));
    // 各县（区）合计
    let of_all = |name: &str| {
        name.starts_with(['各', '全'])
            && ["合计", "总计", "共计"].iter().any(|one| name.ends_with(one))
    };
    let is_total = |one: &Cell| TOTALS.contains(&one.name()) || of_all(one.text.trim());
    let totals: Vec<usize> = (1..lines).filter(|line| named(*line, &is_total)).collect();
    let is_rate = |one: &Cell| is_rate(&one.text);
    let adds = |line: &usize| counts(*line) && !totals.contains(line) && !named(*line, &is_rate);
    let others: Vec<usize> = (1..lines).filter(adds).collect();
    let [total] = totals[..] else { return Vec::new() };
    if others.len() < 2 || others.iter().any(|line| named(*line, &|one| one.says(&PARTS))) {
        return Vec::new();
    }
    let (mut right, mut wrong) = (0, Vec::new());
    for at in (1..length).filter(|at| !cell(0, *at).says(&RATES)) {
        let figures = others.iter().map(|line| cell(*line, at)).filter(|one| !one.is_empty());
        let figures: Option<Vec<Decimal>> = figures.map(Cell::number).collect();
        let (Some(figures), Some(said)) = (figures, cell(total, at).number()) else { continue };
        let sum = figures.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(*one));
        let Some(sum) = sum.filter(|_| figures.len() > 1) else { continue };
        if (sum - said).abs() <= rounding(said, figures.len()) {
            right += 1;
            continue;
        }
        if is_mean(&figures, sum, said) {
            continue;
        }
        let of = others.iter().map(|line| place(*line, at)).collect();
        let names = [cell(0, at), cell(1, at)];
        let name = names.iter().find(|one| one.number().is_none()).unwrap_or(&names[0]);
        wrong.push(Wrong { at: place(total, at), of, name: name.text.clone(), sum });
    }
    // Where most totals are none, the word means something else.
    if wrong.len() > right.max(1) { Vec::new() } else { wrong }
}

/// Whether the total of some figures, which is not their sum, is one like them: the mean of what people get, or of what lasts so
/// many months.
fn is_mean(figures: &[Decimal], sum: Decimal, total: Decimal) -> bool {
    let (least, most) = (figures.iter().min(), figures.iter().max());
    let between = least.zip(most).is_some_and(|(least, most)| *least < total && total < *most);
    // A sum with a slip is not that far off.
    between && sum > total + total / Decimal::TWO
}

/// Whether a row or column of this name holds rates; 完成工程量的50% is the name of something else.
fn is_rate(name: &str) -> bool {
    let says = |word: &str| {
        let mut places = name.match_indices(word);
        places.any(|(at, _)| {
            !word.starts_with(['%', '％']) || !name[..at].ends_with(|c: char| c.is_ascii_digit())
        })
    };
    RATES.iter().any(|word| says(word))
}

/// How much so many rounded figures may differ from their rounded sum.
fn rounding(sum: Decimal, figures: usize) -> Decimal {
    match sum.scale() {
        0 => Decimal::ZERO,
        scale => Decimal::new(5, scale + 1) * Decimal::from(figures),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_no_wrong_sum() {
        let of = |figures: &[i64], total: i64| {
            let figures: Vec<Decimal> = figures.iter().map(|one| Decimal::from(*one)).collect();
            is_mean(&figures, figures.iter().sum(), Decimal::from(total))
        };
        assert!(of(&[410, 369, 246, 287], 341));
        assert!(of(&[150, 66], 121));
        // A slip of a digit, and a total that is larger than its parts.
        assert!(!of(&[950, 30, 40], 920));
        assert!(!of(&[410, 369], 777));
    }
}
