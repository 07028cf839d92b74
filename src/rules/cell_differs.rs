//! In: the tables in the first text of a plan, and its target table. Out: a finding for each cell with another figure than
//! the target table has for the same indicator and year.

use memchr::memchr;

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::name_key;
use crate::model::indicator::Indicator;
use crate::model::quantity::{Bound, Quantity};

use super::reading::{Paragraph, Reading};
use super::text_table::{Cell, rows};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "cell-differs",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A table in the text that has an indicator by its name, with its unit and its years, gives the same figures as the target table.",
    why: "The table in the document and the one on the page of targets are read side by side.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "| 指标 | 单位 | 2026年 | 2028年 |\n|---|---|---|---|\n| 修复管道 | 公里 | 12 | ≥30 |",
    )],
    passes: &[(
        "text.zh.md",
        "| 指标 | 单位 | 2026年 | 2028年 |\n|---|---|---|---|\n| 修复管道 | 公里 | 10 | ≥30 |",
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for reading in case.readings.iter().filter(|one| one.lang == first) {
        if reading.plan.targets.is_none() {
            continue;
        }
        let tables = reading
            .paragraphs
            .iter()
            .filter(|one| memchr(b'\n', one.prose.text().as_bytes()).is_some());
        tables.for_each(|paragraph| check(reading, paragraph, found));
    }
}

fn check(reading: &Reading<'_>, paragraph: &Paragraph<'_>, found: &mut Diagnostics) {
    let Some(rows) = rows(paragraph) else { return };
    let years: Vec<(usize, i16)> =
        rows[0].iter().enumerate().filter_map(|(at, cell)| Some((at, year(cell)?))).collect();
    if years.is_empty() {
        return;
    }
    for row in &rows[1..] {
        // The number of the row may stand before the name.
        let Some(indicator) = row.iter().take(2).find_map(|cell| named(reading, cell)) else {
            continue;
        };
        // In other units, figures cannot be held against each other.
        let unit = indicator.unit.get(reading.lang);
        let in_unit = row.iter().any(|cell| cell.text == unit) || is_in_names(&rows, row, unit);
        for (at, year) in years.iter().filter(|_| in_unit) {
            cell_differs(&row[*at], indicator, *year, paragraph, found);
        }
    }
}

/// `2025年`, `2030`, `2030年目标`
fn year(cell: &Cell) -> Option<i16> {
    let digits = cell.text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &cell.text[digits..];
    let alone =
        behind.is_empty() || behind.starts_with('年') && !behind.contains(['至', '—', '月']);
    (digits == 4 && alone).then(|| cell.text[..digits].parse().ok())?
}

/// The indicator that a cell names, with or without its unit in brackets.
fn named<'p>(reading: &Reading<'p>, cell: &Cell) -> Option<&'p Indicator> {
    let find = |name: &str| {
        let key = name_key(name);
        reading.plan.indicators().find(|one| name_key(one.name.get(reading.lang)) == key)
    };
    find(&cell.text).or_else(|| find(cell.name()))
}

/// Whether the name of the row has the unit in brackets: 修复管道（公里）.
fn is_in_names(rows: &[Vec<Cell>], row: &[Cell], unit: &str) -> bool {
    let in_brackets = format!("（{unit}）");
    let ends = |cell: &Cell| cell.text.ends_with(&in_brackets);
    row.iter().take(2).any(ends) || rows[0].iter().take(2).any(ends)
}

fn cell_differs(
    cell: &Cell,
    indicator: &Indicator,
    year: i16,
    paragraph: &Paragraph<'_>,
    found: &mut Diagnostics,
) {
    let Ok(said) = Quantity::parse(&cell.text.replace(',', "")) else { return };
    let Some((ours, span)) = figure(indicator, year) else { return };
    let same_value = said.value == ours.value;
    // Many tables leave 以上 to the text.
    let same_bound = said.bound == ours.bound || said.bound == Bound::Exactly;
    let revised = || {
        indicator
            .revisions
            .iter()
            .any(|one| one.year.value == year && one.old.value.value == said.value)
    };
    if (same_value && same_bound) || revised() {
        return;
    }
    let (text, table) = (cell.text.clone(), ours.to_string());
    let fault = Agreement::Cell { text, table, year };
    let place = paragraph.prose.span(cell.place.clone());
    found.push(Diagnostic::new(Problem::Agreement(fault), place).with_related(span));
}

/// The baseline or the target of a year.
fn figure(indicator: &Indicator, year: i16) -> Option<(Quantity, Span)> {
    let baseline = indicator.baseline.as_ref().filter(|one| one.year == Some(year));
    let target = || indicator.target.get(&year).map(|one| (one.value, one.span));
    baseline.map(|one| (one.value, one.span)).or_else(target)
}
