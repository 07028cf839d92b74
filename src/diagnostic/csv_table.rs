//! In: what is wrong with a table in a CSV file. Out: the code, the message and the help of the finding.

/// What is wrong with a table in a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvTable {
    Empty,
    OpenQuote,
    BadRow {
        cells: usize,
        columns: usize,
    },
    UnknownColumn {
        column: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    MissingColumn {
        column: String,
        /// What it is called in Chinese spreadsheets.
        chinese: Option<String>,
    },
    EmptyCell {
        column: String,
    },
}

impl CsvTable {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty | Self::OpenQuote | Self::BadRow { .. } => "bad-table",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::MissingColumn { .. } => "missing-column",
            Self::EmptyCell { .. } => "empty-cell",
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::Empty => {
                "this table is empty: it has not even a line with the names of its columns".into()
            }
            Self::OpenQuote => "a quotation mark is opened in this row and never closed".into(),
            Self::BadRow { cells, columns } => {
                format!("this row has {cells} cells, but the table has {columns} columns")
            }
            Self::UnknownColumn { column, .. } if column.is_empty() => {
                "this column has cells, but no name".into()
            }
            Self::UnknownColumn { column, .. } => {
                format!("`{column}` is not a column that belongs here")
            }
            Self::MissingColumn { column, chinese: Some(chinese) } => {
                format!("the column `{column}` ({chinese}) is missing")
            }
            Self::MissingColumn { column, .. } => format!("the column `{column}` is missing"),
            Self::EmptyCell { column } => format!("the cell `{column}` of this row is empty"),
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::Empty => "write the names of the columns into the first line: date,channel,clauses,gist-zh,gist-en,result,reason-zh,reason-en".into(),
            Self::OpenQuote => "put a text that has quotation marks in it between quotation marks, and double its own: \"the \"\"green\"\" plan\"; spreadsheets do that by themselves".into(),
            Self::BadRow { .. } => "put a text that has a comma in it between quotation marks, or save the table again from the spreadsheet as \"CSV UTF-8 (comma delimited)\"".into(),
            Self::UnknownColumn { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
            Self::UnknownColumn { known, .. } => format!(
                "the columns here are: {}; README.md has their names in Chinese",
                known.join(", ")
            ),
            Self::MissingColumn { .. } => "add it to the line with the names of the columns".into(),
            Self::EmptyCell { .. } => "fill it in; delete the row only if it is not a comment".into(),
        }
    }
}
