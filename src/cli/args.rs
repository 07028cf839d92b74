//! In: the words of the command line. Out: what to do, once and for all typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::parse::dates::parse_date;

/// Makes a website in Chinese and English from plans kept as text files and tables.
#[derive(Parser, Debug)]
#[command(
    name = "lantu",
    version,
    about = "Makes a website in Chinese and English from plans kept as text files and tables.",
    after_help = "A first site:\n  lantu init my-site       a small complete site to start from\n  cd my-site\n  lantu serve              see it in the browser; every change shows at once\n  lantu new plan ID        the files of a new plan\n  lantu check              everything that is wrong, with file and line\n  lantu explain NAME       what the name in the brackets of a finding means\n  lantu build              the finished site, in the folder `public`\n\nExit code: 0 all is well, 1 there are errors (the last good site stays as it is), 2 the command was wrong."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Start a new site: a small complete example in both languages
    Init {
        /// The folder for the site; it must be new or empty
        folder: PathBuf,
    },
    /// Add the files of something new to the site
    New {
        #[command(subcommand)]
        what: New,
    },
    /// Write the schemas with which editors complete and check the TOML files
    Schema {
        /// The folder of the site; without it, this folder
        #[arg(long, value_name = "FOLDER")]
        site: Option<PathBuf>,
        /// The folder for the schemas; without it, `schemas` in the folder of the site
        #[arg(long, value_name = "FOLDER")]
        output: Option<PathBuf>,
    },
    /// Have the text of a plan translated, and see which translations are out of date
    Translation {
        #[command(subcommand)]
        action: super::translation::Action,
    },
    /// Check the site and make it ready for upload
    Build {
        #[command(flatten)]
        site: SiteArgs,
        #[command(flatten)]
        output: OutputArgs,
        /// Say how long each stage took
        #[arg(long)]
        timings: bool,
        #[command(flatten)]
        format: FormatArgs,
    },
    /// Check the site without making it
    Check {
        #[command(flatten)]
        site: SiteArgs,
        /// Mend what has exactly one right answer, such as marks of the wrong width, in the files of the site
        #[arg(long)]
        fix: bool,
        /// Say how long each stage took
        #[arg(long, conflicts_with = "fix")]
        timings: bool,
        #[command(flatten)]
        format: FormatArgs,
    },
    /// List what the check looks for, and how much each finding weighs
    Rules {
        /// The folder of the site whose levels are shown; without it, this folder, if it is a site
        #[arg(long, value_name = "FOLDER")]
        site: Option<PathBuf>,
    },
    /// Say what a rule checks and why, with examples
    Explain {
        /// The name of the rule, as in the brackets of a finding: areas-add-up
        name: String,
    },
    /// Show the site in the browser on this computer while you work on it
    Serve {
        #[command(flatten)]
        site: SiteArgs,
        /// The port: the site is at http://127.0.0.1:PORT/
        #[arg(long, default_value_t = 1111)]
        port: u16,
    },
}

#[derive(Subcommand, Debug)]
pub enum New {
    /// A new plan: its folder with every file it can have
    Plan {
        /// The name of the plan in web addresses: small letters, digits and hyphens, such as water-plan-2025
        id: String,
        /// The folder of the site
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        site: PathBuf,
        /// The date of publication to begin with, such as 2025-03-31; without it, today
        #[arg(long, value_name = "DATE", value_parser = date)]
        today: Option<Date>,
    },
}

#[derive(Args, Debug)]
pub struct SiteArgs {
    /// The folder of the site
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub site: PathBuf,
    /// Make the site as on this day, such as 2025-03-31; without it, today
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
}

#[derive(Args, Debug)]
pub struct OutputArgs {
    /// The folder for the finished site; without it, `public` in the folder of the site
    #[arg(long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct FormatArgs {
    /// How findings are printed: for people, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines with the mistakes marked
    Text,
    /// One line a finding: path:line:column: level[code]: message
    Lines,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, for programs that collect findings
    Sarif,
}

/// How other answers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// Tables and lists
    Text,
    /// One JSON object
    Json,
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "write year-month-day, such as 2025-03-31".to_owned())
}
