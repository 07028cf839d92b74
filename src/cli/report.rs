//! In: findings and summaries. Out: words on the terminal. Findings go to standard error as text and to
//! standard output in the forms for programs; colours only where a terminal wants them (`NO_COLOR` is honoured).

use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::Summary;
use crate::diagnostic::{self, Diagnostics, Files, Level};
use crate::rules::guide;

use super::args::Format;
use super::timings::Timings;

/// Prints every finding.
pub fn findings(found: &Diagnostics, files: &Files, format: Format) {
    let for_programs = match format {
        Format::Text => {
            let text = diagnostic::to_text(found, files, true);
            let _ = write!(anstream::stderr(), "{text}");
            return;
        }
        Format::Lines => diagnostic::to_lines(found, files),
        Format::Json => diagnostic::to_json(found, files) + "\n",
        Format::Sarif => diagnostic::to_sarif(found, files, &guide::texts()) + "\n",
    };
    let _ = write!(std::io::stdout(), "{for_programs}");
}

/// A line for people.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Something went wrong that no line of a file is to blame for.
pub fn error(message: &str) {
    let _ = writeln!(anstream::stderr(), "\u{1b}[1;31merror\u{1b}[0m: {message}");
}

pub fn checked(found: &Diagnostics, took: Duration) {
    say(&format!("Checked in {}. Findings: {}.", seconds(took), counts(found)));
    let mendable = found.iter().filter(|finding| !finding.fix.is_empty()).count();
    if mendable > 0 {
        say(&format!("`lantu check --fix` can mend {mendable} of them."));
    }
}

pub fn published(
    summary: &Summary,
    found: &Diagnostics,
    output: &Path,
    site: &Path,
    took: Duration,
) {
    say(&format!(
        "{}, {} in {}: {} ({}) in {}.",
        count(summary.plans, "plan"),
        count(summary.pages, "page"),
        list(&summary.languages),
        count(summary.files, "file"),
        size(summary.bytes),
        seconds(took),
    ));
    say(&format!("Findings: {}.", counts(found)));
    say(&format!("The site is in `{}`.", output.display()));
    let option =
        if site == Path::new(".") { String::new() } else { format!(" --site {}", site.display()) };
    say(&format!("Look at it: run `lantu serve{option}` and open the address that it prints."));
}

/// A line for each stage, and one for all of them. They go to standard error, where they are in no program's way.
pub fn timings(timings: &Timings) {
    let mut lines =
        vec![format!("{:<9} {:>10} {:>10} {:>10}", "stage", "time", "processor", "memory")];
    let stages = timings.stages();
    let line = |name: &str, wall: Duration, processor: Option<Duration>, peak: Option<u64>| {
        let processor = processor.map_or_else(|| "-".to_owned(), milliseconds);
        let peak = peak.map_or_else(|| "-".to_owned(), size);
        format!("{name:<9} {:>10} {processor:>10} {peak:>10}", milliseconds(wall))
    };
    lines
        .extend(stages.iter().map(|one| line(one.stage.name(), one.wall, one.processor, one.peak)));
    let all: Option<Duration> = stages.iter().map(|one| one.processor).sum();
    lines.push(line("all", timings.elapsed(), all, stages.last().and_then(|one| one.peak)));
    for line in lines {
        let _ = writeln!(anstream::stderr(), "{line}");
    }
}

fn milliseconds(took: Duration) -> String {
    format!("{:.1} ms", took.as_secs_f64() * 1000.0)
}

pub fn shown(summary: &Summary, took: Duration) {
    say(&format!("Shown: {}, after {}.", count(summary.pages, "page"), milliseconds(took)));
}

pub fn stays(found: &Diagnostics, last: bool) {
    let stays = if last { " The last good site stays as it is." } else { "" };
    say(&format!("Not shown: {}.{stays}", counts(found)));
}

pub fn judged(found: &Diagnostics) {
    let then = if found.has_errors() { " `lantu build` would not publish this site." } else { "" };
    say(&format!("Findings: {}.{then}", counts(found)));
}

pub fn not_published(found: &Diagnostics, output: &Path) {
    let stays = if output.join("index.html").exists() {
        "The last good site stays as it is."
    } else {
        "Nothing was written."
    };
    say(&format!("Not published: {}. {stays}", counts(found)));
}

/// `2 errors, 1 warning, 3 acknowledged`
fn counts(found: &Diagnostics) -> String {
    let mut parts: Vec<String> =
        [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Info, "note")]
            .into_iter()
            .map(|(level, word)| (found.count(level), word))
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| count(number, word))
            .collect();
    if parts.is_empty() {
        parts.push("none".to_owned());
    }
    match found.acknowledged().len() {
        0 => {}
        number => parts.push(format!("{number} acknowledged")),
    }
    parts.join(", ")
}

/// `zh, en and fr`
fn list(words: &[String]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        words => words.join(""),
    }
}

/// `2 errors`, `2 fixes`
pub fn count(number: usize, word: &str) -> String {
    let ending = match number {
        1 => "",
        _ if word.ends_with('x') => "es",
        _ => "s",
    };
    format!("{number} {word}{ending}")
}

fn seconds(took: Duration) -> String {
    format!("{:.2} s", took.as_secs_f64())
}

fn size(bytes: u64) -> String {
    let (whole, unit) = match bytes {
        0..1_000_000 => (1_000, "kB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    format!("{}.{} {unit}", bytes / whole, bytes % whole * 10 / whole)
}

/// A bar for work that takes a while, on a terminal only.
pub struct Progress {
    started: Instant,
    bar: Mutex<Option<ProgressBar>>,
}

/// Shorter work is over before a bar could be read.
const PATIENCE: Duration = Duration::from_millis(400);

impl Progress {
    pub fn new() -> Self {
        Self { started: Instant::now(), bar: Mutex::new(None) }
    }

    /// `done` of `total` files are made.
    pub fn show(&self, done: usize, total: usize) {
        if self.started.elapsed() < PATIENCE {
            return;
        }
        // A thread that finds the bar taken has nothing to add.
        let Ok(mut bar) = self.bar.try_lock() else {
            return;
        };
        let bar = bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} files");
            ProgressBar::new(total as u64)
                .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        bar.set_position(done as u64);
    }

    pub fn finish(self) {
        if let Ok(Some(bar)) = self.bar.into_inner() {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_readable() {
        assert_eq!(size(999), "0.9 kB");
        assert_eq!(size(12_345), "12.3 kB");
        assert_eq!(size(3_210_000), "3.2 MB");
    }
}
