//! The house rules that a machine can check: every file says what comes in and what goes out, modules
//! import only from the layers to their left, and only some rooms touch the outside.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The layers from left to right. A module may import from its own layer and from those before it.
const LAYERS: &[&[&str]] = &[
    &["diagnostic", "language"],
    &["model"],
    &["changes", "parity", "claims", "typesetting"],
    &["source", "theme", "parse", "resolve"],
    &["rules", "progress", "charts", "data", "mending", "translation"],
    &["pages", "render"],
    &["publish"],
    &["lib", "ready"],
    &["live"],
    &["serve"],
    &["cli"],
];

/// Within a layer, the order in which modules may know each other.
const ORDER: &[(&str, &str)] = &[
    ("language", "diagnostic"),
    ("parity", "claims"),
    ("source", "theme"),
    ("source", "parse"),
    ("parse", "resolve"),
    ("progress", "data"),
    ("mending", "translation"),
    ("pages", "render"),
    ("lib", "ready"),
];

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    support::files(&root)
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(path, place)| (path, fs::read_to_string(place).unwrap()))
        .collect()
}

fn module(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The modules that a file names after `crate::`; what `lib.rs` itself offers counts as `lib`.
fn imports(text: &str) -> BTreeSet<&str> {
    let names = text.split("crate::").skip(1).flat_map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '{').unwrap_or(0);
        let name = &rest[..end];
        match name.strip_prefix('{') {
            // `use crate::{Checked, Today, diagnostic};`
            Some(_) => rest[1..rest.find('}').unwrap_or(1)].split(',').map(str::trim).collect(),
            None => vec![name],
        }
    });
    names
        .map(|name| name.split("::").next().unwrap_or(name))
        .map(|name| if name.starts_with(char::is_uppercase) { "lib" } else { name })
        .filter(|name| layer(name).is_some() || *name == "lib")
        .collect()
}

fn allowed(from: &str, to: &str) -> bool {
    let (Some(here), Some(there)) = (layer(from), layer(to)) else { return false };
    from == to || there < here || (there == here && ORDER.contains(&(to, from)))
}

#[test]
fn modules_import_from_the_left() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let from = module(&path);
        if from == "main" || from == "lib" {
            continue;
        }
        assert!(layer(from).is_some(), "src/{path} is in no layer: add `{from}` to LAYERS");
        // Tests may look wherever they need.
        let code = text.split("#[cfg(test)]").next().unwrap();
        for to in imports(code) {
            if !allowed(from, to) {
                wrong.push(format!("src/{path} imports from `{to}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_import_check_sees_what_it_should() {
    let text = "use crate::pages::Frame;\nuse crate::{Checked, diagnostic};\nfn f(x: crate::model::Site) {}";
    assert_eq!(imports(text), BTreeSet::from(["pages", "lib", "diagnostic", "model"]));
    assert!(allowed("render", "pages") && !allowed("pages", "render"));
    assert!(!allowed("model", "parse") && allowed("parse", "model"));
}

#[test]
fn every_file_says_what_comes_in_and_what_goes_out() {
    for (path, text) in sources() {
        let header: Vec<&str> = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let header = header.join(" ");
        assert!(
            header.starts_with("//! In: ") && header.contains("Out: "),
            "src/{path} has no header"
        );
    }
}

#[test]
fn only_some_rooms_touch_the_outside() {
    let rules: [(&[&str], &[&str]); 4] = [
        (&["println!", "eprintln!", "std::io::stdout", "std::io::stderr", "dbg!"], &["cli/"]),
        (&["Timestamp::now", "Zoned::now", "SystemTime::now"], &["cli/"]),
        (
            &["fs::write", "fs::rename", "fs::remove_"],
            &[
                "publish/",
                "cli/author_file.rs",
                "cli/init.rs",
                "cli/new_plan.rs",
                "cli/schema.rs",
                "cli/translation.rs",
            ],
        ),
        (
            &["fs::read", "File::open", "WalkDir"],
            &[
                "source/",
                "publish/",
                "serve/",
                "cli/author_file.rs",
                "cli/init.rs",
                "cli/schema.rs",
                "cli/timings.rs",
                "cli/translation.rs",
            ],
        ),
    ];
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap();
        for (words, rooms) in &rules {
            let outside =
                !rooms.iter().any(|room| path.starts_with(room)) && !path.ends_with("/tests.rs");
            for word in words.iter().filter(|word| outside && code.contains(**word)) {
                wrong.push(format!("src/{path} uses {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_stay_rooms_with_one_purpose() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 400, "src/{path} has {lines} lines");
    }
}
