//! In: figures that do not agree with each other. Out: their codes, levels and words.

use super::Level;

/// Figures that do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figures {
    /// The areas of a year. The tolerance is `None` where the author allows none.
    Areas {
        year: i16,
        sum: String,
        total: String,
        difference: String,
        tolerance: Option<String>,
    },
    /// 新增165家, and 由429家增加到580家.
    Increase {
        increase: String,
        sum: String,
        target: String,
        difference: String,
    },
    /// 每年新增80家 does not lead from the baseline to the target.
    Yearly {
        words: String,
        years: i16,
        sum: String,
        target: String,
    },
    /// 48 + 52 is not the whole.
    Parts {
        sum: String,
        whole: String,
    },
    /// 其中 names a part that is larger than what it is a part of.
    PartAboveWhole {
        part: String,
        whole: String,
    },
    /// 分别 has another number of figures than of things.
    InTurn {
        things: usize,
        figures: usize,
    },
    /// 八大产业集群, of which six are named.
    Listed {
        words: String,
        said: usize,
        named: usize,
    },
    /// 五个方面18项任务, of which there are sixteen.
    Clauses {
        words: String,
        said: usize,
        found: usize,
    },
    /// 共15项任务 in a plan with a table of 16.
    Tasks {
        words: String,
        said: usize,
        found: usize,
    },
    /// 减少180件，下降6.1%
    Rate {
        words: String,
        sum: String,
    },
    /// 由5000人增加到10000人，翻两番
    Times {
        words: String,
        said: String,
        from: String,
        to: String,
        is: String,
    },
    /// 3.4亿元 of 13.6亿元 is not 35%.
    Share {
        share: String,
        sum: String,
    },
    /// 每户4000元 and 4000户 are not 160万元.
    /// 由5.0万吨增加到4.5万吨
    Direction {
        words: String,
        from: String,
        to: String,
    },
    /// 每年1.5亿元，五年共6亿元
    YearlySum {
        sum: String,
        product: String,
    },
    Price {
        sum: String,
        product: String,
    },
    /// 自2026年5月1日至2028年12月31日，共36个月
    Period {
        words: String,
        from: String,
        to: String,
        is: String,
    },
    /// A sum of money in the summary of a plan that its text does not have.
    Summary {
        words: String,
    },
    /// 2030年3月开工，2029年底前投产
    StartAfterEnd {
        start: String,
        end: String,
    },
    /// 表2列出9项, and the table has eight rows.
    TableRows {
        words: String,
        said: usize,
        rows: usize,
    },
    /// A share that rises by per cent.
    Points {
        words: String,
    },
    /// A share that rises by other points than its two figures differ by.
    OtherPoints {
        words: String,
        from: String,
        to: String,
        difference: String,
    },
    TargetEqualsBaseline {
        year: i16,
        value: String,
    },
    TargetBehindBaseline {
        year: i16,
        value: String,
        baseline: String,
        less: bool,
    },
    /// A series moves against its direction.
    Series {
        year: i16,
        value: String,
        year_before: i16,
        before: String,
        less: bool,
    },
    /// `year` is `None` for the baseline.
    Table {
        text: String,
        table: String,
        year: Option<i16>,
    },
    /// One thing has two values or bounds for a year.
    Values {
        name: String,
        year: i16,
        one: String,
        other: String,
    },
    /// One value has two names.
    Names {
        one: String,
        other: String,
        value: String,
    },
    /// 个 and 家 for one thing.
    Words {
        name: String,
        one: String,
        other: String,
    },
    /// 由48家增加到52
    NoUnit {
        words: String,
    },
}

impl Figures {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Areas { .. } => "areas-add-up",
            Self::Increase { .. } => "increase-adds-up",
            Self::Yearly { .. } => "yearly-increase",
            Self::Parts { .. } | Self::PartAboveWhole { .. } => "parts-add-up",
            Self::InTurn { .. } => "respectively-count",
            Self::Listed { .. } | Self::TableRows { .. } => "listed-count",
            Self::Period { .. } => "period-length",
            Self::Summary { .. } => "summary-differs",
            Self::StartAfterEnd { .. } => "start-after-end",
            Self::Clauses { .. } | Self::Tasks { .. } => "clauses-counted",
            Self::Rate { .. } | Self::Times { .. } => "rate-of-increase",
            Self::Share { .. } => "share-of-whole",
            Self::Price { .. } => "price-times-number",
            Self::Direction { .. } => "step-direction",
            Self::YearlySum { .. } => "yearly-sum",
            Self::Points { .. } | Self::OtherPoints { .. } => "percentage-points",
            Self::TargetEqualsBaseline { .. } | Self::TargetBehindBaseline { .. } => {
                "target-not-above-baseline"
            }
            Self::Series { .. } => "series-falls",
            Self::Table { .. } => "text-differs-from-table",
            Self::Values { .. } | Self::Names { .. } => "same-indicator-differs",
            Self::Words { .. } | Self::NoUnit { .. } => "unit-changes",
        }
    }

    pub fn default_level(&self) -> Level {
        match self {
            Self::Areas { .. } => Level::Error,
            Self::TargetEqualsBaseline { .. } => Level::Info,
            _ => Level::Warning,
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::Areas { year, sum, total, difference, tolerance } => {
                let more =
                    tolerance.as_ref().map(|one| format!(", more than the tolerance of {one}"));
                let more = more.unwrap_or_default();
                format!(
                    "the areas of {year} add up to {sum}, but the target says {total} (difference {difference}{more})"
                )
            }
            Self::Increase { increase, sum, target, difference } => format!(
                "{increase} does not fit the step here: {sum}, but the target is {target}; the step is {difference}"
            ),
            Self::Yearly { words, years, sum, target } => {
                format!(
                    "“{words}” does not lead to the target in {years} years: {sum}, but the target is {target}"
                )
            }
            Self::Parts { sum, whole } => {
                format!("the parts do not add up: {sum}, but the whole is {whole}")
            }
            Self::PartAboveWhole { part, whole } => {
                format!("the part {part} is larger than {whole}, of which it is a part")
            }
            Self::InTurn { things, figures } => {
                format!("分别 has {figures} figures here, but {things} things for them")
            }
            Self::Listed { words, said, named } => {
                format!("“{words}” says {said}, but the list beside it names {named}")
            }
            Self::Clauses { words, said, found } => {
                format!("“{words}” says {said}, but the headings below it are {found}")
            }
            Self::Tasks { words, said, found } => {
                format!(
                    "“{words}” says {said}, but the table of responsibilities has {found} tasks"
                )
            }
            Self::Rate { words, sum } => {
                format!("“{words}” does not follow from the figures beside it: {sum}")
            }
            Self::Times { words, said, from, to, is } => {
                format!(
                    "“{words}” means {said} times as much, but from {from} to {to} it is {is} times"
                )
            }
            Self::Share { share, sum } => {
                format!("the amount does not have the share {share} of the whole: {sum}")
            }
            Self::Direction { words, from, to } => {
                format!("“{words}” does not fit a step from {from} to {to}")
            }
            Self::YearlySum { sum, product } => {
                format!(
                    "each year's figure does not make the sum: {product}, but the text says {sum}"
                )
            }
            Self::Period { words, from, to, is } => {
                format!("“{words}”, but from {from} to {to} it is {is}")
            }
            Self::Summary { words } => {
                format!("the summary says “{words}”, which stands nowhere in the text")
            }
            Self::StartAfterEnd { start, end } => {
                format!("“{start}” is later than “{end}”")
            }
            Self::TableRows { words, said, rows } => {
                format!("“{words}” says {said}, but the table has {rows} rows")
            }
            Self::Price { sum, product } => {
                format!("the text says {sum}, but {product}")
            }
            Self::Points { words } => {
                format!("“{words}” of a share in per cent: percentage points seem to be meant")
            }
            Self::OtherPoints { words, from, to, difference } => {
                format!(
                    "“{words}” does not fit {from} and {to}, which differ by {difference} percentage points"
                )
            }
            Self::TargetEqualsBaseline { year, value } => {
                format!("the target of {year} is equal to the baseline, {value}")
            }
            Self::TargetBehindBaseline { year, value, baseline, less } => {
                let side = if *less { "above" } else { "below" };
                format!("the target of {year}, {value}, is {side} the baseline, {baseline}")
            }
            Self::Series { year, value, year_before, before, less } => {
                let moves = if *less { "rises" } else { "falls" };
                format!("the figure {moves} from {before} in {year_before} to {value} in {year}")
            }
            Self::Table { text, table, year: Some(year) } => {
                format!("the text says {text}, the target table {table} for {year}")
            }
            Self::Table { text, table, year: None } => {
                format!(
                    "the text begins with {text}, but the baseline of the target table is {table}"
                )
            }
            Self::Values { name, year, one, other } => {
                format!("“{name}” is {one} here and {other} elsewhere, both for {year}")
            }
            Self::Names { one, other, value } => {
                format!("{value} is the figure of “{one}” here and of “{other}” elsewhere")
            }
            Self::Words { name, one, other } => {
                format!("“{name}” is counted with {one} here and with {other} elsewhere")
            }
            Self::NoUnit { words } => format!("the second figure of “{words}” has no unit"),
        }
    }

    pub fn help(&self) -> String {
        let help = match self {
            Self::Areas { .. } => {
                "check the figures; where the areas are not meant to add up (a rate, a ratio), write `total = \"none\"`; where they were rounded, `tolerance = 0.5`"
            }
            Self::Increase { .. } => "correct the increase, or one of the two figures of the step",
            Self::Yearly { .. } => {
                "correct the yearly figure or the target; where it is a minimum, write 以上 behind it"
            }
            Self::Parts { .. } | Self::PartAboveWhole { .. } => "check the parts and the whole",
            Self::InTurn { .. } => "name a figure for each thing, in the same order",
            Self::Listed { .. } => "correct the number, or name them all",
            Self::Clauses { .. } => "correct the number, or look for the clause that is missing",
            Self::Tasks { .. } => "correct the number, or look for the task that is missing",
            Self::Rate { .. } => {
                "the rate is the increase divided by the earlier figure; correct it, or one of the two"
            }
            Self::Times { .. } => {
                "翻一番 is twice as much, 翻两番 four times; correct the words, or one of the two figures"
            }
            Self::Share { .. } => "correct the share, the amount or the whole",
            Self::Direction { .. } => "look whether the verb or the order of the figures is wrong",
            Self::YearlySum { .. } => {
                "correct the figure of a year, the number of years or the sum"
            }
            Self::Period { .. } => "correct the length, or one of the two dates",
            Self::Summary { .. } => "correct the figure in the summary, in every language",
            Self::StartAfterEnd { .. } => "look which of the two dates is wrong",
            Self::TableRows { .. } => "correct the number, or look for the row that is missing",
            Self::Price { .. } => {
                "correct the one of the three figures that is wrong: a nought or a 万 may be missing or too many"
            }
            Self::Points { .. } => "write 个百分点 instead of %",
            Self::OtherPoints { .. } => "correct the points, or one of the two shares",
            Self::TargetEqualsBaseline { .. } => "check that nothing is to change until then",
            Self::TargetBehindBaseline { .. } | Self::Series { .. } => {
                "check the figures; where less is better, write `better = \"less\"`; where each year counts anew, `measure = \"yearly-flow\"`"
            }
            Self::Table { .. } => "correct the text or the table; 以上 and 左右 count, too",
            Self::Values { .. } => "write one figure with one bound (以上, 左右) in both places",
            Self::Names { .. } => {
                "use one name for one figure; if they are two, say how they differ"
            }
            Self::Words { .. } => "count with one word in the whole text",
            Self::NoUnit { .. } => "write the unit behind both figures, or only behind the second",
        };
        help.to_owned()
    }

    pub fn related_label(&self) -> &'static str {
        match self {
            Self::Increase { .. } | Self::Yearly { .. } => "from where to where",
            Self::Parts { .. } | Self::PartAboveWhole { .. } | Self::Share { .. } => "the whole",
            Self::Price { .. } => "how many there are",
            Self::TargetEqualsBaseline { .. } | Self::TargetBehindBaseline { .. } => "the baseline",
            Self::Series { .. } => "the year before",
            Self::Table { .. } => "the table",
            Self::Values { .. } | Self::Names { .. } | Self::Words { .. } => "the other place",
            _ => "see here",
        }
    }
}
