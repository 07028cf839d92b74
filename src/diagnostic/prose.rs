//! In: marks and words that an editor would correct. Out: their codes, levels and words.

use super::Level;
use super::english::English;

/// Marks and words of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prose {
    /// Marks of an English keyboard beside Chinese characters.
    HalfWidthMarks {
        marks: usize,
    },
    /// Chinese marks in an English text.
    FullWidthMarks {
        marks: usize,
    },
    Unbalanced {
        mark: char,
        how: Unbalance,
    },
    /// Straight quotation marks in a Chinese text.
    StraightQuotes {
        marks: usize,
    },
    StrayQuestion,
    StraySpace {
        spaces: usize,
    },
    /// A space between a digit and a Chinese character, where the text writes none elsewhere.
    SpaceAtDigit {
        spaces: usize,
    },
    /// `posts`: the list names a head, deputies and members; else it may be two lists.
    CommaInList {
        posts: bool,
    },
    RangeDash {
        written: String,
        right: String,
    },
    /// The text writes ranges in another form elsewhere.
    RangeForms {
        written: String,
        right: String,
    },
    /// The first number of a range lacks its `%`.
    PercentRange {
        written: String,
        right: String,
    },
    Dash {
        written: String,
        right: Option<String>,
    },
    Ellipsis {
        written: String,
    },
    /// Characters that look like spaces or are not seen.
    Blanks {
        name: &'static str,
        blanks: usize,
    },
    FullWidthLetters {
        written: String,
    },
    Placeholder {
        written: String,
        times: usize,
    },
    TitleInTwoWays {
        here: String,
        there: String,
    },
    AlmostRegistered {
        written: String,
        name: String,
    },
    DoubledMark {
        written: String,
    },
    DoubledWord {
        word: String,
    },
    EmphasisMark {
        mark: String,
    },
    DoubledBound {
        first: &'static str,
        second: &'static str,
    },
    ListAfterEtc {
        written: String,
    },
    HeadingNumber {
        written: String,
        right: String,
    },
    DayWithStop {
        written: String,
        right: String,
    },
    SetPhrase {
        written: &'static str,
        right: &'static str,
    },
    /// 6月31日
    NoSuchDay {
        words: String,
        /// Those of the month.
        days: i8,
    },
    /// A day with the name of another day of the week.
    OtherWeekday {
        day: String,
        written: String,
        right: String,
    },
    /// `防止…不再发生`
    DoubledNegation {
        first: &'static str,
        second: &'static str,
    },
    /// 发挥 without what is brought into play.
    NoObject {
        written: String,
    },
    /// A document that calls itself by the name of another kind.
    OtherKind {
        written: String,
        right: String,
    },
    /// What only English texts have.
    English(English),
}

/// What is wrong with a quotation mark or a bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unbalance {
    NotClosed,
    NotOpened,
    /// Closed by this mark, which belongs to another one.
    Crossed(char),
    /// A closing mark stands where the opening one belongs, and the other way round.
    Reversed,
    /// Within another pair of the same kind.
    Nested,
}

impl Prose {
    pub fn code(&self) -> &'static str {
        match self {
            Self::HalfWidthMarks { .. } => "half-width-marks",
            Self::FullWidthMarks { .. } => "full-width-marks",
            Self::Unbalanced { .. } | Self::StraightQuotes { .. } => "unbalanced-marks",
            Self::StrayQuestion | Self::StraySpace { .. } | Self::SpaceAtDigit { .. } => {
                "stray-mark"
            }
            Self::CommaInList { .. } => "comma-in-list",
            Self::RangeDash { .. } | Self::RangeForms { .. } | Self::PercentRange { .. } => {
                "range-dash"
            }
            Self::Dash { .. } | Self::Ellipsis { .. } => "box-drawing-dash",
            Self::Blanks { .. } => "no-break-space",
            Self::FullWidthLetters { .. } => "full-width-digits",
            Self::Placeholder { .. } => "placeholder",
            Self::TitleInTwoWays { .. } => "title-in-two-ways",
            Self::AlmostRegistered { .. } => "unregistered-name",
            Self::DoubledMark { .. } | Self::DoubledWord { .. } => "doubled-mark",
            Self::EmphasisMark { .. } => "emphasis-mark",
            Self::DoubledBound { .. } => "doubled-bound",
            Self::ListAfterEtc { .. } => "list-after-etc",
            Self::HeadingNumber { .. } => "heading-number-mark",
            Self::DayWithStop { .. } => "day-with-stop",
            Self::SetPhrase { .. } => "set-phrase",
            Self::NoSuchDay { .. } => "impossible-day",
            Self::OtherWeekday { .. } => "weekday",
            Self::DoubledNegation { .. } => "double-negation",
            Self::NoObject { .. } => "missing-object",
            Self::OtherKind { .. } => "names-itself",
            Self::English(flaw) => flaw.code(),
        }
    }

    pub fn default_level(&self) -> Level {
        match self {
            // The standard says how; but many offices write otherwise, and readers are not misled.
            Self::HeadingNumber { .. }
            | Self::RangeForms { .. }
            // Only a reader knows whether it is one list or two.
            | Self::CommaInList { posts: false } => Level::Info,
            _ => Level::Warning,
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::HalfWidthMarks { marks } => {
                format!("{} of an English keyboard in Chinese text", count(*marks, "mark"))
            }
            Self::FullWidthMarks { marks } => {
                format!("{} in English text", count(*marks, "Chinese mark"))
            }
            Self::Unbalanced { mark, how } => unbalanced(*mark, *how),
            Self::StraightQuotes { marks } => {
                format!("{} in Chinese text", count(*marks, "straight quotation mark"))
            }
            Self::StrayQuestion => "a question mark where nothing is asked".into(),
            Self::StraySpace { spaces } => {
                format!("{} where Chinese writes none", count(*spaces, "space"))
            }
            Self::SpaceAtDigit { spaces } => format!(
                "{} between a digit and a Chinese character; elsewhere this text writes none",
                count(*spaces, "space")
            ),
            Self::CommaInList { posts: true } => {
                "a comma in a list whose other parts are divided by `、`".into()
            }
            Self::CommaInList { posts: false } => {
                "a comma between items that are divided by `、` before and after it".into()
            }
            Self::RangeDash { written, .. } => format!("a range with a wrong dash: `{written}`"),
            Self::RangeForms { written, .. } => {
                format!("most ranges of this text have another dash than `{written}`")
            }
            Self::PercentRange { written, .. } => {
                format!("only one number of the range has its `%`: `{written}`")
            }
            Self::Dash { written, .. } => format!("`{written}` in place of a dash"),
            Self::Ellipsis { written } => format!("`{written}` in place of `……`"),
            Self::Blanks { name, blanks: 1 } => format!("{name} in the text"),
            Self::Blanks { name, blanks } => {
                format!("{name} and {} of its kind in the text", count(blanks - 1, "other"))
            }
            Self::FullWidthLetters { written } => {
                format!("letters or digits in full width: `{written}`")
            }
            Self::Placeholder { written, times: 1 } => {
                format!("a placeholder is still in the text: `{written}`")
            }
            Self::Placeholder { written, times } => {
                format!("a placeholder is still in the text, {times} times: `{written}`")
            }
            Self::TitleInTwoWays { here, there } => {
                format!("a title is written in two ways: {here} here, {there} elsewhere")
            }
            Self::AlmostRegistered { written, name } => {
                format!("`{written}` is not registered, but `{name}` is")
            }
            Self::DoubledMark { written } => format!("two marks side by side: `{written}`"),
            Self::DoubledWord { word } => format!("a word stands twice: `{word}`"),
            Self::EmphasisMark { mark } => format!("readers see a mark of Markdown: {mark}"),
            Self::DoubledBound { first, second } => {
                format!("`{first}` and `{second}` say the same of one number")
            }
            Self::ListAfterEtc { written } => {
                format!("the list goes on behind 等: `{written}`")
            }
            Self::HeadingNumber { written, right } => {
                format!("the number of the heading is written `{written}`, not `{right}`")
            }
            Self::DayWithStop { written, right } => {
                format!("a day with a full stop: `{written}`, not `{right}`")
            }
            Self::SetPhrase { written, right } => {
                format!("`{written}` is commonly written `{right}`")
            }
            Self::NoSuchDay { words, days } => {
                format!("there is no day `{words}`: its month has {days} days")
            }
            Self::OtherWeekday { day, written, right } => {
                format!("`{day}` is not `{written}`, but `{right}`")
            }
            Self::DoubledNegation { first, second } => {
                format!("`{first}` with `{second}` says the opposite of what is meant")
            }
            Self::NoObject { written } => {
                format!("`{written}` does not say what is brought into play")
            }
            Self::OtherKind { written, right } => {
                format!("the document calls itself `{written}` here, but it is `{right}`")
            }
            Self::English(flaw) => flaw.message(),
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::HalfWidthMarks { .. } => {
                "write ， ； ： ？ ！ （ ） or 。; `lantu check --fix` does it".into()
            }
            Self::FullWidthMarks { .. } => {
                "write the marks of an English keyboard, or let `lantu check --fix` do it".into()
            }
            Self::Unbalanced { how: Unbalance::Nested, mark: '《' } => {
                "write 〈〉 within 《》".into()
            }
            Self::Unbalanced { how: Unbalance::Nested, .. } => {
                "write ‘’ within “”; or a closing mark is missing before it".into()
            }
            Self::Unbalanced { .. } => {
                "look which mark is missing, turned round or one too many".into()
            }
            Self::StraightQuotes { .. } => "write “ and ”".into(),
            Self::StrayQuestion => {
                "it may stand for a character that was lost when the text was copied; look at the source".into()
            }
            Self::StraySpace { .. } | Self::SpaceAtDigit { .. } => "take the space out".into(),
            Self::CommaInList { posts: true } => {
                "if the sentence goes on in the same way, write `、`; if something new begins, leave it".into()
            }
            Self::CommaInList { posts: false } => {
                "if it is one list, write `、`; if they are two, leave it".into()
            }
            Self::RangeDash { right, .. }
            | Self::RangeForms { right, .. }
            | Self::PercentRange { right, .. }
            | Self::Dash { right: Some(right), .. }
            | Self::HeadingNumber { right, .. } => format!("write `{right}`"),
            Self::DayWithStop { right, .. } => format!("write `{right}`, unless a number is meant"),
            Self::SetPhrase { right, .. } => {
                format!("write `{right}`, unless something else is meant")
            }
            Self::NoSuchDay { .. } => "look which day is meant, in both languages".into(),
            Self::OtherWeekday { .. } => {
                "look which of the two is right, the date or the day of the week".into()
            }
            Self::Dash { right: None, .. } => {
                "write a dash, `—`, or the character that was meant, such as 一".into()
            }
            Self::Ellipsis { .. } => "write `……`".into(),
            Self::Blanks { .. } => {
                "it came with the text from elsewhere; take it out, or let `lantu check --fix` do it".into()
            }
            Self::FullWidthLetters { .. } => "write them as an English keyboard does".into(),
            Self::Placeholder { .. } => "write what belongs there".into(),
            Self::TitleInTwoWays { .. } => {
                "write it in both places as the document itself is called".into()
            }
            Self::AlmostRegistered { name, .. } => format!(
                "write `{name}`; if it is another body, or another name of this one, add it to `organisations.toml`"
            ),
            Self::DoubledMark { .. } => "leave the one that belongs there".into(),
            Self::DoubledWord { .. } => "take one of them out".into(),
            Self::EmphasisMark { .. } => {
                "take it out; or, if it was to make words bold, write two stars right before and two right behind them".into()
            }
            Self::DoubledBound { first, second } => format!("leave `{first}` or `{second}` out"),
            Self::ListAfterEtc { .. } => {
                "end the list with 等, or take 等 out".into()
            }
            Self::DoubledNegation { first, second } => {
                let what = second.replace("不再", "再次").replace('不', "");
                format!("write `{first}…{what}`, or `确保…{second}`")
            }
            Self::NoObject { .. } => "put in what is missing, such as `的作用`".into(),
            Self::OtherKind { right, .. } => format!("write `{right}`, unless another document is meant"),
            Self::English(flaw) => flaw.help(),
        }
    }

    pub fn related_label(&self) -> &'static str {
        match self {
            Self::TitleInTwoWays { .. } => "written so here",
            Self::AlmostRegistered { .. } => "registered here",
            Self::RangeForms { .. } => "in another form here",
            _ => "see here",
        }
    }
}

fn unbalanced(mark: char, how: Unbalance) -> String {
    match how {
        Unbalance::NotClosed => format!("`{mark}` is not closed"),
        Unbalance::NotOpened => format!("`{mark}` closes nothing"),
        Unbalance::Crossed(other) => format!("`{mark}` is still open where `{other}` stands"),
        Unbalance::Reversed => format!("`{mark}` is turned round"),
        Unbalance::Nested => format!("`{mark}` within another pair of the same marks"),
    }
}

/// `2 marks`
fn count(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}
