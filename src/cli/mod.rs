//! In: what was typed. Out: what happens, and the exit code. This is the only code that prints, and the
//! only one that looks at the clock.

mod args;
mod author_file;
mod confirm;
mod fix;
mod init;
mod new_plan;
mod report;
mod rules;
mod schema;
mod standing;
pub mod timings;
mod translation;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::diagnostic::Problem;
use crate::publish::PublishError;
use crate::serve::{self, Event};
use crate::{Checked, Observer, Stage, Summary, Today};

use args::{Cli, Command, Format, New, SiteArgs};
use timings::Timings;

/// All is well.
const FINE: u8 = 0;
/// There are findings that stop the build, or the site could not be written.
const FINDINGS: u8 = 1;
/// The command was wrong: unknown words, a folder that is no site, an output folder that is taken.
const USAGE: u8 = 2;

/// What is wrong has been said; this is the exit code.
type Done<T> = Result<T, u8>;

/// Runs the command line.
pub fn main() -> ExitCode {
    let command = Cli::parse().command;
    if !source_date_is_sound() {
        return ExitCode::from(USAGE);
    }
    let code = match command {
        Command::Init { folder } => init::run(&folder),
        Command::New { what: New::Plan { id, site, today: date } } => {
            new_plan::run(&site, &id, today(date))
        }
        Command::Schema { site, output } => schema::run(site.as_deref(), output),
        Command::Translation { action } => translation::run(action),
        Command::Build { site, output, timings, format } => {
            build(&site, &output_folder(&site, output.output), timings, format.format)
        }
        Command::Check { site, fix, timings, format } => check(&site, fix, timings, format.format),
        Command::Rules { site } => rules::list(site),
        Command::Explain { name } => rules::explain(&name),
        Command::Serve { site, port } => serve(&site, port),
    };
    ExitCode::from(code)
}

fn output_folder(site: &SiteArgs, output: Option<PathBuf>) -> PathBuf {
    output.unwrap_or_else(|| in_site(&site.site, "public"))
}

/// A path in the site, as messages show it: `public`, not `./public`.
fn in_site(site: &Path, path: &str) -> PathBuf {
    if site == Path::new(".") { path.into() } else { site.join(path) }
}

/// The day: as typed, else of the build environment, else of the clock.
fn today(typed: Option<Date>) -> Today {
    match typed {
        Some(date) => Today::Date(date),
        None => Today::Moment(source_date().unwrap_or_else(clock)),
    }
}

/// Whether `SOURCE_DATE_EPOCH` is absent or can be used; a wrong one must not silently give another day.
fn source_date_is_sound() -> bool {
    let sound = std::env::var_os("SOURCE_DATE_EPOCH").is_none() || source_date().is_some();
    if !sound {
        report::error("SOURCE_DATE_EPOCH is not a number of seconds since 1970");
    }
    sound
}

/// `SOURCE_DATE_EPOCH`, as reproducible-builds.org defines it: seconds since 1970.
fn source_date() -> Option<Timestamp> {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?;
    Timestamp::from_second(seconds.parse().ok()?).ok()
}

#[allow(clippy::disallowed_methods, reason = "the one place that reads the clock")]
fn clock() -> Timestamp {
    Timestamp::now()
}

fn check(site: &SiteArgs, fix: bool, timed: bool, format: Format) -> u8 {
    let timings = Timings::new();
    let (checked, fixed) = if fix {
        match fix::run(&site.site, today(site.today)) {
            Ok((checked, fixed)) => (checked, Some(fixed)),
            Err(code) => return code,
        }
    } else {
        (crate::check_observed(&site.site, today(site.today), &timings), None)
    };
    report::findings(&checked.found, &checked.files, format);
    if format == Format::Text {
        fixed.iter().for_each(fix::say);
        report::checked(&checked.found, timings.elapsed());
    }
    if timed {
        report::timings(&timings);
    }
    let code = exit_code(&checked);
    // The process ends here, and the system takes its memory back faster than a large site is taken apart.
    std::mem::forget(checked);
    code
}

/// A build is measured, and shows how far it is.
struct Watch {
    timings: Timings,
    progress: report::Progress,
}

impl Observer for Watch {
    fn ended(&self, stage: Stage) {
        self.timings.ended(stage);
    }
    fn written(&self, done: usize, total: usize) {
        self.progress.show(done, total);
    }
}

fn build(site: &SiteArgs, output: &Path, timed: bool, format: Format) -> u8 {
    let watch = Watch { timings: Timings::new(), progress: report::Progress::new() };
    let mut checked = crate::check_observed(&site.site, today(site.today), &watch);
    let published = checked.publish(output, &watch);
    let Watch { timings, progress } = watch;
    progress.finish();
    let code = built(&checked, published, (site, output), &timings, format);
    if timed {
        report::timings(&timings);
    }
    // The process ends here; see `check`.
    std::mem::forget(checked);
    code
}

/// Says what became of a build.
fn built(
    checked: &Checked,
    published: Result<Option<Summary>, PublishError>,
    (site, output): (&SiteArgs, &Path),
    timings: &Timings,
    format: Format,
) -> u8 {
    report::findings(&checked.found, &checked.files, format);
    match published {
        Ok(Some(summary)) => {
            if format == Format::Text {
                report::published(&summary, &checked.found, output, &site.site, timings.elapsed());
            }
            FINE
        }
        Ok(None) => {
            if format == Format::Text {
                report::not_published(&checked.found, output);
            }
            exit_code(checked)
        }
        Err(error) => {
            report::error(&error.to_string());
            if error.is_usage() { USAGE } else { FINDINGS }
        }
    }
}

fn exit_code(checked: &Checked) -> u8 {
    if checked.found.iter().any(|found| found.problem == Problem::NoSite) {
        USAGE
    } else if checked.found.has_errors() {
        FINDINGS
    } else {
        FINE
    }
}

fn serve(site: &SiteArgs, port: u16) -> u8 {
    if !site.site.join("site-config.toml").exists() {
        let checked = crate::check(&site.site, today(site.today));
        report::findings(&checked.found, &checked.files, Format::Text);
        return exit_code(&checked);
    }
    let options = serve::Options { root: site.site.clone(), port };
    let mut days = || today(site.today);
    let mut listen = |event: Event<'_>| match event {
        Event::Listening(url) => report::say(&format!("Your site: {url}   (Ctrl+C ends this)")),
        Event::Shown { summary, took } => report::shown(summary, took),
        Event::Stays { found, files, last } => {
            report::findings(found, files, Format::Text);
            report::stays(found, last);
        }
        Event::Judged { found, files } => {
            report::findings(found, files, Format::Text);
            report::judged(found);
        }
    };
    match serve::run(&options, &mut days, &mut listen) {
        Ok(()) => FINE,
        Err(error) => {
            report::error(&error.to_string());
            FINDINGS
        }
    }
}
