//! In: what a published page needs and lacks. Out: their codes, levels and words.

use super::Level;
use super::demonstration::Demonstration;

/// What a published page needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publication {
    /// A number of registration that is not there.
    NoFiling {
        filing: Filing,
    },
    /// A number of registration that is none.
    BadFiling {
        filing: Filing,
        text: String,
    },
    /// Nothing says how to reach the host. `must`: pages of a government must say it.
    NoHostContact {
        must: bool,
    },
    /// Neither the plan nor its source has a date.
    NoDate,
    NoKeywords {
        language: String,
    },
    /// Something that is invented is not marked as such.
    Demonstration(Demonstration),
    /// A summary that is nothing but the title.
    SummaryIsTitle {
        language: String,
    },
    SummaryTooLong {
        language: String,
        length: usize,
        most: usize,
    },
    /// The years in `key`, the title or short title, are others than in `than`.
    OtherYears {
        key: &'static str,
        than: &'static str,
        language: String,
        years: String,
        others: String,
    },
    Dates(Dates),
    /// A document number that is not written as it should be.
    DocumentNumber {
        text: String,
        fault: NumberFault,
    },
    TooLarge {
        megabytes: u64,
        most: u32,
    },
    FileName {
        name: String,
        fault: NameFault,
    },
    /// A column without anything new.
    StaleColumn {
        column: &'static str,
        newest: String,
        days: i32,
        most: u32,
    },
    /// A contact that belongs to none of the bodies that it should be of.
    ForeignChannel {
        what: &'static str,
        text: String,
        bodies: Vec<String>,
    },
    /// A contact in a text that nobody in the register has.
    UnknownContact {
        what: &'static str,
        text: String,
    },
}

/// A number under which Chinese websites are registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filing {
    Icp,
    PublicSecurity,
}

/// Two dates in the wrong order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dates {
    SignedAfterPublished {
        signed: String,
        published: String,
    },
    InForceBeforeSigned {
        in_force: String,
        signed: String,
    },
    /// `key` is `published`, `signed` or the `date` of the source.
    InFuture {
        key: &'static str,
        date: String,
        today: String,
    },
    PeriodOver {
        end: i16,
        published: String,
    },
    /// The page that it was taken from is older than the plan; `key` is `published` or `signed`.
    SourceBefore {
        source: String,
        key: &'static str,
        date: String,
    },
    /// The plan names one as its basis that is younger.
    BasisLater {
        basis: String,
        published: String,
    },
    /// The date under the text is another one than in `plan.toml`.
    OtherSignature {
        text: String,
        signed: String,
    },
}

/// What is wrong with a document number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// It has nothing of a document number.
    Form,
    Brackets,
    ShortYear,
    LeadingZero,
    /// 第 before the number.
    Ordinal,
    /// 号 is missing.
    NoEnd,
    Blank,
    /// The year lies after this one, that of the plan which cites it.
    Later(i16),
    /// The year is not this one, that of the signature.
    OtherYear(i16),
}

/// What is wrong with the name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    Blank,
    Escaped,
    /// A name that a computer gave, or a mark that this is a copy.
    Leftover,
    NoExtension,
    MixedExtension,
    Unreadable,
}

impl Publication {
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoFiling { .. } | Self::BadFiling { .. } => "site-filings",
            Self::NoHostContact { .. } => "no-host-contact",
            Self::NoDate => "no-date",
            Self::NoKeywords { .. } => "no-keywords",
            Self::Demonstration(_) => "demonstration-marked",
            Self::SummaryIsTitle { .. } | Self::SummaryTooLong { .. } => "unfit-summary",
            Self::OtherYears { .. } => "title-period",
            Self::Dates(_) => "dates-order",
            Self::DocumentNumber { .. } => "document-number",
            Self::TooLarge { .. } => "attachment-size",
            Self::FileName { .. } => "attachment-name",
            Self::StaleColumn { .. } => "stale-column",
            Self::ForeignChannel { .. } | Self::UnknownContact { .. } => "contact-not-issuers",
        }
    }

    pub fn default_level(&self) -> Level {
        match self {
            Self::NoFiling { .. }
            | Self::NoHostContact { must: false }
            | Self::NoDate
            | Self::NoKeywords { .. }
            | Self::UnknownContact { .. } => Level::Info,
            _ => Level::Warning,
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::NoFiling { filing } => format!("the {} is not given", filing.name()),
            Self::BadFiling { filing, text } => format!("`{text}` is no {}", filing.name()),
            Self::NoHostContact { .. } => "nothing says how to reach the host of the site".into(),
            Self::NoDate => "nothing says when this plan was published".into(),
            Self::NoKeywords { language } => format!("this plan has no keywords in {language}"),
            Self::Demonstration(problem) => problem.message(),
            Self::SummaryIsTitle { language } => {
                format!("the {language} summary says nothing but the title")
            }
            Self::SummaryTooLong { language, length, most } => format!(
                "the {language} summary has {length} letters; lists and search results show no more than {most}"
            ),
            Self::OtherYears { key, than, language, years, others } => {
                format!("the {language} `{key}` names the years {years}, but `{than}` {others}")
            }
            Self::Dates(dates) => dates.message(),
            Self::DocumentNumber { text, fault } => fault.message(text),
            Self::TooLarge { megabytes, most } => format!(
                "this file has {megabytes} MB, more than the {most} MB that the site allows"
            ),
            Self::FileName { name, fault } => fault.message(name),
            Self::StaleColumn { column, newest, days, most } => format!(
                "the newest of the {column} is of {newest}, {days} days ago; the site allows {most}"
            ),
            Self::ForeignChannel { what, text, bodies } => {
                format!("the {what} `{text}` does not belong to {}", super::words::any_of(bodies))
            }
            Self::UnknownContact { what, text } => {
                format!("nobody in the register has the {what} `{text}`")
            }
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::NoFiling { filing } | Self::BadFiling { filing, .. } => filing.help(),
            Self::NoHostContact { must } => {
                let why = if *must { "every page of a government website must say it: " } else { "" };
                format!("{why}write `contact = {{ telephone = \"…\" }}` under `[host]` in `site-config.toml`, with `email` and `address` if there are any")
            }
            Self::NoDate => {
                "write `published = …`; where only the day of the page is known that the plan was taken from, write that as `date = …` under `[source]`. Without either, the plan is the last in lists, and no feed tells of it".into()
            }
            Self::NoKeywords { .. } => {
                "search engines and directories of government websites read them: write `keywords = { … }` in `plan.toml`".into()
            }
            Self::Demonstration(problem) => problem.help().into(),
            Self::SummaryIsTitle { .. } => {
                "say in two or three sentences what the plan sets out to do".into()
            }
            Self::SummaryTooLong { .. } => "two or three sentences are enough".into(),
            Self::OtherYears { .. } => "correct the one that is wrong".into(),
            Self::Dates(dates) => dates.help(),
            Self::DocumentNumber { fault, .. } => fault.help(),
            Self::TooLarge { .. } => {
                "readers on slow lines cannot open it: make it smaller, or divide it; `most-megabytes` under `[files]` in `site-config.toml` allows more".into()
            }
            Self::FileName { fault, .. } => fault.help(),
            Self::StaleColumn { .. } => {
                "publish what is new; or allow more days under `[columns]` in `site-config.toml`".into()
            }
            Self::ForeignChannel { .. } => {
                "look whether it is right; if it is, add it to the `contact` of the body in `content/organisations.toml`".into()
            }
            Self::UnknownContact { .. } => {
                "look whether it belongs to an office, and still holds; if it does, add it to the `contact` of the office in `content/organisations.toml`".into()
            }
        }
    }

    pub fn related_label(&self) -> &'static str {
        match self {
            Self::Dates(_) => "the other date",
            Self::DocumentNumber { .. } => "the date",
            Self::ForeignChannel { .. } => "the body",
            Self::Demonstration(_) => "the plan",
            _ => "see here",
        }
    }
}

impl Filing {
    fn name(self) -> &'static str {
        match self {
            Self::Icp => "number of the ICP filing (ICP备案号)",
            Self::PublicSecurity => "number of the public-security filing (公安备案号)",
        }
    }

    fn help(self) -> String {
        let (key, example) = match self {
            Self::Icp => ("icp", "冀ICP备12345678号-1"),
            Self::PublicSecurity => ("public-security", "冀公网安备13100002000001号"),
        };
        format!(
            "write `{key} = \"…\"` under `[identifiers]` in `site-config.toml`, in this form: {example}"
        )
    }
}

impl Dates {
    fn message(&self) -> String {
        match self {
            Self::SignedAfterPublished { signed, published } => {
                format!("it was signed on {signed}, after it had been published on {published}")
            }
            Self::InForceBeforeSigned { in_force, signed } => {
                format!("it is in force from {in_force}, before it was signed on {signed}")
            }
            Self::InFuture { key, date, today } => {
                format!("`{key}` is {date}, which lies after today, {today}")
            }
            Self::PeriodOver { end, published } => {
                format!("the period ends with {end}, before the plan was published on {published}")
            }
            Self::SourceBefore { source, key, date } => {
                format!(
                    "the page that the plan was taken from is of {source}, but the plan was {key} on {date}"
                )
            }
            Self::BasisLater { basis, published } => {
                format!("the plan is based on `{basis}`, which was published later, on {published}")
            }
            Self::OtherSignature { text, signed } => {
                format!(
                    "the text is dated `{text}`, but `plan.toml` says that it was signed on {signed}"
                )
            }
        }
    }

    fn help(&self) -> String {
        match self {
            Self::InFuture { key: "published" | "signed", .. } => {
                "correct the date; a document that is not published yet has the status `draft`"
                    .into()
            }
            _ => "compare with the document, and correct the date that is wrong".into(),
        }
    }
}

impl NumberFault {
    fn message(self, text: &str) -> String {
        match self {
            Self::Form => format!("`{text}` is not written as document numbers are"),
            Self::Brackets => {
                format!("the year of the document number `{text}` stands in wrong brackets")
            }
            Self::ShortYear => {
                format!("the year of the document number `{text}` has not four digits")
            }
            Self::LeadingZero => format!("the number in `{text}` begins with 0"),
            Self::Ordinal => format!("`{text}` has a 第, which document numbers do not have"),
            Self::NoEnd => format!("the document number `{text}` does not end with 号"),
            Self::Blank => format!("there is a space in the document number `{text}`"),
            Self::Later(year) => format!(
                "the document number `{text}` is of a later year than this plan, which is of {year}"
            ),
            Self::OtherYear(year) => format!(
                "the document number `{text}` is not of {year}, the year in which the plan was signed"
            ),
        }
    }

    fn help(self) -> String {
        match self {
            Self::Later(_) | Self::OtherYear(_) => "compare with the document: the year or a date is wrong".into(),
            _ => "write it in this form: 衡政字〔2016〕21号, the year with four digits in 〔〕, then the number without 0 or 第 before it".into(),
        }
    }
}

impl NameFault {
    fn message(self, name: &str) -> String {
        match self {
            Self::Blank => format!("the name `{name}` has a space in it"),
            Self::Escaped => {
                format!("the name `{name}` has signs such as %E6, which once were letters")
            }
            Self::Leftover => {
                format!("the name `{name}` is that of a copy, or of a file that nobody gave a name")
            }
            Self::NoExtension => {
                format!("the name `{name}` does not end with the kind of the file, such as `.pdf`")
            }
            Self::MixedExtension => {
                format!("the end of the name `{name}` mixes large and small letters")
            }
            Self::Unreadable => format!("the name `{name}` has signs that cannot be read"),
        }
    }

    fn help(self) -> String {
        match self {
            Self::Blank => "addresses with spaces break when they are copied: use `-`, or nothing",
            Self::NoExtension => "without it, the computers of readers do not know how to open the file",
            Self::MixedExtension => "write it in small letters",
            _ => "readers see the name where they download the file: give it one that says what it is",
        }
        .to_owned()
    }
}
