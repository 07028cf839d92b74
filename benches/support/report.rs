//! In: the runs of each site. Out: a table for people, and a file with all of it for `benches/results/`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use serde_json::{Value, json};

/// The middle of some figures.
fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Medians of the runs of one site.
struct Row<'r> {
    runs: Vec<&'r Value>,
}

impl<'r> Row<'r> {
    fn new(site: &'r Value) -> Self {
        Self { runs: site["runs"].as_array().map(|runs| runs.iter().collect()).unwrap_or_default() }
    }

    fn of(&self, figure: impl Fn(&Value) -> f64) -> f64 {
        median(self.runs.iter().map(|run| figure(run)))
    }

    fn stage(&self, at: usize, key: &str) -> f64 {
        self.of(|run| number(&run["stages"][at][key]))
    }

    /// All stages together.
    fn processor(&self) -> f64 {
        self.of(|run| stages_of(run).iter().map(|stage| number(&stage["processor_ms"])).sum())
    }

    fn peak(&self) -> f64 {
        self.of(|run| stages_of(run).last().map_or(f64::NAN, |stage| number(&stage["peak_bytes"])))
    }
}

fn stages_of(run: &Value) -> &[Value] {
    run["stages"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Two tables in Markdown: the whole, and the stages.
pub fn table(rows: &[Value]) -> String {
    let mut text = String::from(
        "| pages | plans | time | processor | memory | files | files/s | MB/s | per plan | plain writing | Hugo |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
    );
    for site in rows {
        let row = Row::new(site);
        let (ms, plans) = (row.of(|run| number(&run["ms"])), row.of(|run| number(&run["plans"])));
        let (files, bytes) =
            (row.of(|run| number(&run["files"])), row.of(|run| number(&run["bytes"])));
        let _ = writeln!(
            text,
            "| {} | {plans} | {:.3} s | {:.2} s | {:.0} MB | {files} | {:.0} | {:.0} | {:.2} ms | {:.3} s | {} |",
            site["pages"].as_str().unwrap_or_default(),
            ms / 1e3,
            row.processor() / 1e3,
            row.peak() / 1e6,
            files / ms * 1e3,
            bytes / ms / 1e3,
            ms / plans,
            number(&site["plain_writing_ms"]) / 1e3,
            beside(&site["hugo_ms"], ms),
        );
    }
    text += &stages(rows);
    text
}

/// `3.6 s, 6.5 times as long`
fn beside(other: &Value, ours: f64) -> String {
    let Some(runs) = other.as_array() else { return "-".to_owned() };
    let other = median(runs.iter().map(number));
    format!("{:.2} s, {:.1} times as long", other / 1e3, other / ours)
}

fn stages(rows: &[Value]) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let stages = stages_of(&first["runs"][0]);
    let names: Vec<&str> = stages.iter().filter_map(|stage| stage["stage"].as_str()).collect();
    let mut text = format!("\n| pages | plans | {} |\n|---|---:|", names.join(" | "));
    text += &"---:|".repeat(names.len());
    text.push('\n');
    for site in rows {
        let row = Row::new(site);
        let cells = (0..names.len()).map(|at| {
            let (wall, processor) = (row.stage(at, "ms"), row.stage(at, "processor_ms"));
            format!("{wall:.0} ms ({processor:.0})")
        });
        let cells: Vec<String> = cells.collect();
        let plans = row.of(|run| number(&run["plans"]));
        let pages = site["pages"].as_str().unwrap_or_default();
        let _ = writeln!(text, "| {pages} | {plans} | {} |", cells.join(" | "));
    }
    text
}

/// Writes the runs with the machine and the commit.
pub fn save(rows: &[Value]) -> io::Result<PathBuf> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let commit = output("git", &["rev-parse", "--short=12", "HEAD"]);
    let dirty =
        !output("git", &["status", "--porcelain", "--", "src", "themes", "Cargo.lock"]).is_empty();
    let text = json!({
        "commit": commit,
        "changed_since": dirty,
        "machine": machine(),
        "rows": rows,
    });
    let folder = home.join("benches/results");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{commit}.json"));
    fs::write(&path, serde_json::to_string_pretty(&text)? + "\n")?;
    Ok(path)
}

fn machine() -> Value {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let line = |text: &str, key: &str| {
        let line = text.lines().find(|line| line.starts_with(key));
        line.and_then(|line| Some(line.split_once(':')?.1.trim().to_owned()))
    };
    json!({
        "processor": line(&read("/proc/cpuinfo"), "model name"),
        "cores": std::thread::available_parallelism().map_or(1, usize::from),
        "memory": line(&read("/proc/meminfo"), "MemTotal"),
        "system": output("uname", &["-sr"]),
        "compiler": output("rustc", &["--version"]),
    })
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output =
        Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    output.map(|one| String::from_utf8_lossy(&one.stdout).trim().to_owned()).unwrap_or_default()
}
