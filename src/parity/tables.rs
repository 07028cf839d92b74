//! In: a table of a text and its twin in the translation, with what stands above them. Out: which of their cells agree
//! because their units differ in scale, as 0.56 (亿元) and 56 (CNY million) do; those that were not converted; and units that
//! differ although the figures are the same.

use rust_decimal::Decimal;

use crate::diagnostic::Span;
use crate::model::document::Block;
use crate::model::line::Line;

use super::documents::Mismatch;
use super::pairs::Pair;
use super::quantity::{Measure, Quantity};
use super::{Reader, Which, unit};

/// What is known of two cells in each other's place by the units of their table.
#[derive(Clone, Debug)]
pub enum Known {
    /// Nothing; their texts are to be compared.
    Nothing,
    Agree,
    /// These are not the same, in the units of their tables.
    Differ(Quantity, Quantity),
}

/// Two tables in each other's place.
pub struct Judged {
    /// The cells in the order of the texts.
    pub cells: Vec<Known>,
    /// Units that differ above figures that do not.
    pub units: Vec<Mismatch>,
}

/// The unit of some cells in both texts: its words, and one of it.
struct Units {
    words: (String, String),
    ones: (Quantity, Quantity),
    /// Where they stand.
    spans: (Span, Span),
}

impl Units {
    /// The units of two words; `None` where figures need not be converted from the one to the other.
    fn read(words: (&str, &str), readers: (Reader, Reader), spans: (Span, Span)) -> Option<Self> {
        let ones = (unit::one(readers.0, words.0)?, unit::one(readers.1, words.1)?);
        let counted = |one: &Quantity| {
            use Measure::{Count, Money, Occasions, Unit};
            matches!(one.measure, Count | Occasions | Money(_) | Unit(_))
        };
        let convert = ones.0.value != ones.1.value && ones.0.measure.agrees(&ones.1.measure);
        let words = (words.0.to_owned(), words.1.to_owned());
        (convert && counted(&ones.0) && counted(&ones.1)).then_some(Self { words, ones, spans })
    }

    /// Those in brackets behind two names.
    fn of_heads(
        heads: (&str, &str),
        readers: (Reader, Reader),
        spans: (Span, Span),
    ) -> Option<Self> {
        let words = (in_brackets(heads.0, readers.0)?, in_brackets(heads.1, readers.1)?);
        Self::read((&words.0, &words.1), readers, spans)
    }
}

/// Judges the tables at a place among the blocks of two passages; `None` where there are none, or no unit has to be
/// converted.
pub fn judge(pair: &Pair<'_>, readers: (Reader, Reader), at: usize) -> Option<Judged> {
    let is_table = |block: &Block| block.html().is_some_and(|html| html.is_table());
    let (here, there) = (pair.one.blocks.get(at)?, pair.two.blocks.get(at)?);
    if !is_table(here) || !is_table(there) {
        return None;
    }
    let (ours, theirs) = pair.lines_at(at);
    let (ours, theirs) = (rows(ours?)?, rows(theirs?)?);
    let alike = ours.len() == theirs.len()
        && ours.iter().zip(&theirs).all(|(one, two)| one.len() == two.len());
    if !alike {
        return None;
    }
    let spans = (here.span, there.span);
    let mut above = at.checked_sub(1).and_then(|above| caption(pair, above, readers));
    let heads = ours.first()?.iter().zip(theirs.first()?.iter());
    let mut heads: Vec<Option<Units>> =
        heads.map(|(one, two)| Units::of_heads((one, two), readers, spans)).collect();
    // 项目（万元） above the names of the rows is the unit of all figures.
    if above.is_none() {
        above = heads.first_mut().and_then(Option::take);
    }
    let unit_column = ours.first()?.iter().position(|cell| is_head_of_units(cell));
    let of_rows = units_of_rows((&ours, &theirs), unit_column, readers, spans);
    let none = above.is_none() && [&heads, &of_rows].into_iter().flatten().all(Option::is_none);
    let of_total = if above.is_none() { of_total(&heads, &ours, &theirs) } else { None };
    let tables = Tables { ours, theirs, readers, above, heads, of_total, of_rows, unit_column };
    (!none).then(|| tables.judged())
}

/// The column whose unit is that of its parts in other columns, too: 合计（万元）.
fn of_total(heads: &[Option<Units>], ours: &[&[String]], theirs: &[&[String]]) -> Option<usize> {
    const TOTALS: [&str; 7] = ["合计", "总计", "共计", "总投资", "总额", "资金总额", "Total"];
    let mut columns = (0..heads.len()).filter(|at| heads[*at].is_some());
    let only = columns.next().filter(|_| columns.next().is_none())?;
    let is_total = |rows: &[&[String]]| {
        let cell = rows.first().and_then(|row| row.get(only));
        cell.is_some_and(|cell| TOTALS.iter().any(|word| cell.trim().starts_with(word)))
    };
    (is_total(ours) || is_total(theirs)).then_some(only)
}

/// The units that have to be converted in each row: those of its own column, or in brackets behind the name of the row, as in
/// 能源消费总量（万吨标准煤）.
fn units_of_rows(
    (ours, theirs): (&[&[String]], &[&[String]]),
    column: Option<usize>,
    readers: (Reader, Reader),
    spans: (Span, Span),
) -> Vec<Option<Units>> {
    let of_row = |(one, two): (&&[String], &&[String])| {
        let (one, two) = (one.get(column.unwrap_or(0))?, two.get(column.unwrap_or(0))?);
        match column {
            Some(_) => Units::read((one, two), readers, spans),
            None => Units::of_heads((one, two), readers, spans),
        }
    };
    ours.iter().zip(theirs).map(of_row).collect()
}

fn rows<'l>(lines: &'l [Line<'_>]) -> Option<Vec<&'l [String]>> {
    lines.iter().map(cells).collect()
}

fn cells<'l>(line: &'l Line<'_>) -> Option<&'l [String]> {
    match line {
        Line::Row { cells, .. } => Some(cells.as_slice()),
        Line::Text(_) => None,
    }
}

/// The unit that the block above a table names: 表1　投资（单位：亿元）, `Table 1. Investment (CNY million)`.
fn caption(pair: &Pair<'_>, above: usize, readers: (Reader, Reader)) -> Option<Units> {
    /// What is longer is no caption.
    const MOST: usize = 240;
    // 具体安排如下（单位：万元）： is the last sentence of its paragraph.
    let last = |lines: Option<&[Line<'_>]>| {
        let Line::Text(text) = lines?.last()? else { return None };
        let text = text.trim_end_matches(['：', ':', '。', '.', ' ']);
        let sentence = text.rsplit(['。', '；']).next().unwrap_or(text);
        let sentence = sentence.rsplit(". ").next().unwrap_or(sentence);
        (sentence.len() <= MOST).then(|| sentence.to_owned())
    };
    let (here, there) = (&pair.one.blocks[above], pair.two.blocks.get(above)?);
    let (ours, theirs) = pair.lines_at(above);
    let (ours, theirs) = (last(ours)?, last(theirs)?);
    Units::of_heads((&ours, &theirs), readers, (here.span, there.span))
}

/// The unit in brackets at the end of a text, or behind 单位.
fn in_brackets(text: &str, reader: Reader) -> Option<String> {
    let text = text.trim();
    if let Some((_, rest)) = text.split_once("单位：").or_else(|| text.split_once("单位:")) {
        let end = rest.find(['）', ')', '，', '、', '；', ' ']).unwrap_or(rest.len());
        return Some(rest[..end].to_owned()).filter(|unit| !unit.is_empty());
    }
    // `Unit: CNY million` may be a line of its own.
    const UNIT: [&str; 2] = ["unit: ", "units: "];
    let skipped = |text: &str, words: &[&str]| {
        let lower = text.to_ascii_lowercase();
        words.iter().find(|word| lower.starts_with(**word)).map(|word| word.len())
    };
    let inner = if skipped(text, &UNIT).is_some() {
        text
    } else {
        let inner = text.strip_suffix(['）', ')'])?;
        inner[inner.rfind(['（', '('])?..].trim_start_matches(['（', '(']).trim()
    };
    if reader == Reader::Chinese {
        return Some(inner.to_owned());
    }
    let skip = skipped(inner, &UNIT).or_else(|| skipped(inner, &["in units of ", "in "]));
    let unit = &inner[skip.unwrap_or(0)..];
    // `millions of yuan`
    let scales = ["thousand", "million", "billion"];
    let plural = scales.iter().find_map(|scale| {
        let rest = unit.strip_prefix(scale)?.strip_prefix('s')?;
        let rest = rest.strip_prefix(" of ").or_else(|| rest.is_empty().then_some(rest))?;
        Some(format!("{scale} {rest}").trim_end().to_owned())
    });
    Some(plural.unwrap_or_else(|| unit.to_owned()))
}

fn is_head_of_units(cell: &str) -> bool {
    let cell = cell.trim();
    matches!(cell, "单位" | "计量单位")
        || ["unit", "units"].iter().any(|one| cell.eq_ignore_ascii_case(one))
}

/// Two tables, and their units that have to be converted.
struct Tables<'t> {
    ours: Vec<&'t [String]>,
    theirs: Vec<&'t [String]>,
    readers: (Reader, Reader),
    /// The unit above the table.
    above: Option<Units>,
    /// Of each column.
    heads: Vec<Option<Units>>,
    /// The column of totals whose unit all others have.
    of_total: Option<usize>,
    of_rows: Vec<Option<Units>>,
    /// The column that holds the units of the rows.
    unit_column: Option<usize>,
}

/// The pair of figures in two cells that hold nothing else.
struct Figures {
    row: usize,
    same: bool,
    converted: bool,
    nought: bool,
    /// What they say in the units of the tables.
    said: (Quantity, Quantity),
}

impl Tables<'_> {
    fn judged(self) -> Judged {
        let width = self.ours.first().map_or(0, |row| row.len());
        let mut known: Vec<Vec<Known>> =
            self.ours.iter().map(|row| vec![Known::Nothing; row.len()]).collect();
        // A column may have figures of several units.
        let by_row = self.of_rows.iter().any(Option::is_some);
        // Of the columns whose unit stands above the table: figures that are converted, and that are the same.
        let mut above = (0, 0);
        let mut units = Vec::new();
        for column in (0..width).filter(|column| Some(*column) != self.unit_column) {
            let figures: Vec<Figures> =
                (1..self.ours.len()).filter_map(|row| self.figures(row, column)).collect();
            let converted = figures.iter().filter(|one| one.converted).count();
            let same = figures.iter().filter(|one| one.same && !one.nought).count();
            for one in figures {
                let left = one.same && !one.nought && converted > 1 && !by_row;
                if one.converted {
                    known[one.row][column] = Known::Agree;
                    // 户数（万户）, `Households (thousands)`
                    if self.heads[column].is_some() {
                        known[0][column] = Known::Agree;
                    } else if self.of_rows[one.row].is_some() {
                        known[one.row][0] = Known::Agree;
                    }
                } else if left {
                    known[one.row][column] = Known::Differ(one.said.0, one.said.1);
                }
            }
            match self.heads.get(column).and_then(Option::as_ref) {
                None => above = (above.0 + converted, above.1 + same),
                Some(head) if converted == 0 && same > 1 => units.extend(self.wrong(head)),
                Some(_) => {}
            }
        }
        if above.0 == 0 && above.1 > 1 && !by_row {
            units.extend(self.above.as_ref().and_then(|above| self.wrong(above)));
        }
        Judged { cells: known.concat(), units }
    }

    /// Two figures whose units have to be converted; the unit of a column stands before those of its row and of the table.
    fn figures(&self, row: usize, column: usize) -> Option<Figures> {
        let nearest = [self.heads.get(column)?, self.of_rows.get(row)?, &self.above];
        let of_total = self.of_total.and_then(|total| self.heads[total].as_ref());
        let units = nearest.into_iter().flatten().next().or(of_total)?;
        let (ours, theirs) = (self.ours[row].get(column)?, self.theirs[row].get(column)?);
        let (one, two) = (alone(ours, self.readers.0)?, alone(theirs, self.readers.1)?);
        let (same, nought) = (one.says(&two), one.value.is_zero());
        let said = (in_unit(&one, &units.ones.0)?, in_unit(&two, &units.ones.1)?);
        let converted = !same && said.0.says(&said.1);
        Some(Figures { row, same, converted, nought, said })
    }

    /// The difference between units above figures that are the same.
    fn wrong(&self, units: &Units) -> Option<Mismatch> {
        let words = ((&*units.words.0, self.readers.0), (&*units.words.1, self.readers.1));
        unit::differs(words.0, words.1, units.spans)
    }
}

/// The quantity of a cell that holds nothing else.
fn alone(cell: &str, reader: Reader) -> Option<Quantity> {
    let cell = cell.trim();
    let list = reader.quantities(cell, Which::Sure);
    let [one] = &*list else { return None };
    // Bounds and currencies stand beside the number.
    let inner = (one.range.start == 0 && one.range.end == cell.len()).then_some(one)?;
    matches!(inner.measure, Measure::Count | Measure::Money(_) | Measure::Unit(_))
        .then(|| inner.clone())
}

/// A figure with the unit of its table, unless it has its own.
fn in_unit(figure: &Quantity, one: &Quantity) -> Option<Quantity> {
    if figure.measure != Measure::Count {
        return Some(figure.clone());
    }
    let value: Decimal = figure.value.checked_mul(one.value)?;
    Some(Quantity { value, measure: one.measure.clone(), ..figure.clone() })
}
