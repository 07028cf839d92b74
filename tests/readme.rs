//! The examples of both READMEs: together they are one complete site, and it has no findings; the
//! commands they name exist; the keys they explain are the keys that lantu knows.

mod support;

use std::fs;
use std::path::Path;

use lantu::language::Languages;
use lantu::parse::schemas;
use serde_json::Value;
use support::TestSite;

fn readme(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The examples that stand for a file: `<!-- file: PATH -->`, then a fenced block.
fn examples(text: &str) -> Vec<(String, String)> {
    text.split("<!-- file: ")
        .skip(1)
        .map(|rest| {
            let (path, rest) = rest.split_once(" -->\n").expect("the comment ends its line");
            let block = rest.trim_start().strip_prefix("```").expect("a fenced block follows");
            let (_, block) = block.split_once('\n').expect("the fence names a language");
            let (block, _) = block.split_once("\n```").expect("the block ends");
            (path.to_owned(), format!("{block}\n"))
        })
        .collect()
}

#[test]
fn the_examples_are_one_site_without_findings() {
    for name in ["README.md", "README.zh.md"] {
        let site = TestSite::empty();
        let examples = examples(&readme(name));
        let paths: Vec<&str> = examples.iter().map(|(path, _)| path.as_str()).collect();
        for file in [
            "site-config.toml",
            "organisations.toml",
            "areas.toml",
            "plan.toml",
            "targets.toml",
            "progress.toml",
            "duties.toml",
            "awards.toml",
            "consultation.toml",
        ] {
            assert!(paths.iter().any(|path| path.ends_with(file)), "{name} shows no {file}");
        }
        for (path, text) in &examples {
            site.write(path, text);
        }
        assert_eq!(site.findings(), "", "{name}");
        site.build();
    }
}

#[test]
fn both_readmes_have_the_same_parts_and_commands() {
    let (english, chinese) = (readme("README.md"), readme("README.zh.md"));
    let levels = |text: &str| -> Vec<usize> {
        let mut inside = false;
        let mut levels = Vec::new();
        for line in text.lines() {
            inside ^= line.starts_with("```");
            if !inside && line.starts_with('#') {
                levels.push(line.chars().take_while(|c| *c == '#').count());
            }
        }
        levels
    };
    assert_eq!(levels(&english), levels(&chinese));
    let paths = |text: &str| examples(text).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    assert_eq!(paths(&english), paths(&chinese));
    for command in [
        "cargo run --release -- build",
        "cargo test",
        "tests/browser/run",
        ".ci/run",
        "lantu init my-site",
    ] {
        assert!(english.contains(command) && chinese.contains(command), "{command}");
    }
}

/// The keys of a schema with what leads to them, without those that are languages.
fn keys(schema: &Value, path: &str, found: &mut Vec<(String, String)>) {
    let parts = ["items", "additionalProperties"].map(|part| &schema[part]);
    let choices = schema["anyOf"].as_array().into_iter().flatten();
    for part in parts.into_iter().chain(choices).filter(|part| part.is_object()) {
        keys(part, path, found);
    }
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        if !["zh", "en"].contains(&key.as_str()) {
            found.push((path.to_owned(), key.clone()));
        }
        keys(value, &format!("{path} {key}"), found);
    }
}

#[test]
fn every_key_of_every_file_is_explained() {
    let languages = Languages::new(vec!["zh".to_owned(), "en".to_owned()]);
    let mut found = Vec::new();
    for file in schemas::all(&languages) {
        keys(&serde_json::from_str(&file.text).unwrap(), &file.name, &mut found);
    }
    assert!(found.len() > 150, "only {} keys were found", found.len());
    for name in ["README.md", "README.zh.md"] {
        let text = readme(name);
        for (path, key) in &found {
            let explained = text.contains(&format!("`{key}`"))
                || text.contains(&format!("{key}]]`"))
                || text.contains(&format!("[{key}]`"))
                || text.contains(&format!(".{key}]`"))
                || text.contains(&format!("{key} = "));
            assert!(explained, "{name} does not explain `{key}` of {path}");
        }
    }
}
