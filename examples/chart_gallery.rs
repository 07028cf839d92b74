//! Every kind of chart in every case, to be looked at: `cargo run --example chart_gallery FOLDER` writes a
//! page for each language, and each chart as a file of its own.

#[path = "chart_gallery/cases.rs"]
mod cases;

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs, io};

use lantu::charts::StyleSheet;

const CSS: &str = include_str!("../themes/default/static/charts.css");

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("name a folder to write to"));
    };
    fs::create_dir_all(&folder)?;
    let styles = StyleSheet::new(CSS);
    let speakers = cases::Speakers::new();
    for voice in speakers.voices() {
        let tag = speakers.tag(&voice);
        let mut page = head(tag);
        for case in cases::all(tag) {
            let charts = case.draw(&voice);
            let _ = write!(page, "<h2>{}: {} ({})</h2>", case.kind, case.name, charts.len());
            for (at, chart) in charts.iter().enumerate() {
                let name = format!("{}-{}-{at}-{tag}", case.kind, case.name);
                let _ = write!(page, "<figure>{}</figure>", chart.inline(&name));
                let source = cases::source(tag);
                let file = chart.standalone(tag, &styles, source);
                println!("{:>6}  {name}", file.len());
                fs::write(folder.join(format!("{name}.svg")), file)?;
            }
        }
        fs::write(folder.join(format!("{tag}.html")), page)?;
    }
    fs::write(folder.join("charts.css"), CSS)
}

fn head(tag: &str) -> String {
    format!(
        "<!doctype html><html lang=\"{tag}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Charts</title>\
         <link rel=\"stylesheet\" href=\"charts.css\"><style>:root{{color-scheme:light dark}}\
         body{{margin:16px;font:16px sans-serif;background:Canvas;color:CanvasText}}\
         @media screen and (prefers-color-scheme:dark){{body{{background:#11161d}}}}\
         figure{{margin:0 0 2rem}}h2{{font-size:1rem}}</style>"
    )
}
