//! In: the folder of a site. Out: what it takes to check and publish it, stage by stage, in a process of its own, so that
//! its memory is its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use jiff::civil::date;
use lantu::Today;
use lantu::cli::timings::Timings;
use rayon::prelude::*;
use serde_json::{Value, json};

/// By this variable a process knows that it is the one that is measured.
const CHILD: &str = "LANTU_BENCH";

/// Does what the process was started for, if it was started to be measured.
pub fn be_measured() -> bool {
    let Ok(task) = env::var(CHILD) else { return false };
    let task: Value = serde_json::from_str(&task).expect("the parent wrote it");
    let path = |key: &str| PathBuf::from(task[key].as_str().expect("the parent wrote it"));
    println!("{}", build(&path("site"), &path("output")));
    true
}

fn build(site: &Path, output: &Path) -> Value {
    let timings = Timings::new();
    let today = Today::Date(date(2026, 1, 20));
    let mut checked = lantu::check_observed(site, today, &timings);
    let published = checked.publish(output, &timings);
    let whole = timings.elapsed();
    let findings = checked.found.iter().count();
    let summary = published.ok().flatten().unwrap_or_else(|| {
        let lines = lantu::diagnostic::to_lines(&checked.found, &checked.files);
        panic!("not published: {}", lines.lines().next().unwrap_or_default())
    });
    let stages = timings.stages().into_iter().map(|one| {
        json!({
            "stage": one.stage.name(),
            "ms": milliseconds(one.wall),
            "processor_ms": one.processor.map(milliseconds),
            "peak_bytes": one.peak,
        })
    });
    json!({
        "ms": milliseconds(whole),
        "stages": stages.collect::<Vec<_>>(),
        "plans": summary.plans,
        "pages": summary.pages,
        "files": summary.files,
        "bytes": summary.bytes,
        "findings": findings,
    })
}

fn milliseconds(took: Duration) -> f64 {
    (took.as_secs_f64() * 1e5).round() / 100.0
}

/// One run in a process of its own, into a folder that is emptied before.
pub fn run(site: &Path, output: &Path) -> io::Result<Value> {
    clear(output)?;
    let task = json!({ "site": site, "output": output }).to_string();
    let answer = Command::new(env::current_exe()?).env(CHILD, task).output()?;
    if !answer.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&answer.stderr).into_owned()));
    }
    Ok(serde_json::from_slice(&answer.stdout)?)
}

/// How long another program takes in a folder, into an output that is emptied before, in milliseconds.
pub fn time(program: &Path, words: &[&str], folder: &Path, output: &Path) -> io::Result<f64> {
    clear(output)?;
    let mut command = Command::new(program);
    command.args(words).arg(output).current_dir(folder);
    let started = Instant::now();
    let answer = command.output()?;
    let took = started.elapsed();
    if !answer.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&answer.stderr).into_owned()));
    }
    Ok(milliseconds(took))
}

/// What publishing leaves beside its folder goes, too.
fn clear(output: &Path) -> io::Result<()> {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    for folder in [output.to_owned(), output.with_file_name(format!(".{name}.lantu"))] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    Ok(())
}

/// How long it takes only to write the files of a folder to another place, on all threads.
pub fn plain_writing(from: &Path, to: &Path) -> io::Result<Duration> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(from).expect("it is in the folder");
            files.push((to.join(path), fs::read(entry.path())?));
        }
    }
    clear(to)?;
    let started = Instant::now();
    files.par_iter().try_for_each(|(path, bytes)| {
        if fs::write(path, bytes).is_err() {
            fs::create_dir_all(path.parent().expect("it is in a folder"))?;
            fs::write(path, bytes)?;
        }
        Ok::<_, io::Error>(())
    })?;
    let took = started.elapsed();
    clear(to)?;
    Ok(took)
}
