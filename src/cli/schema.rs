//! In: the languages of a site. Out: the schemas of its files in a folder of it, for editors. Only what has changed is
//! written, and never over a file that lantu did not write.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf, absolute};

use crate::diagnostic::Problem;
use crate::language::Languages;
use crate::parse::{self, schemas};
use crate::source;

use super::args::Format;
use super::{FINDINGS, FINE, USAGE, in_site, report};

/// The folder in which the files of a site look for their schemas.
pub const FOLDER: &str = "schemas";

/// Folders of the site in which schemas would be taken for something else.
const TAKEN: &[&str] = &["content", "themes", "public"];

/// Why nothing was written.
enum Failure {
    /// This file is not one of lantu's.
    Foreign(PathBuf),
    /// This is no folder.
    NoFolder,
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

pub fn run(site: Option<&Path>, output: Option<PathBuf>) -> u8 {
    let root = site.unwrap_or_else(|| Path::new("."));
    let outside = site.is_none() && !root.join("site-config.toml").exists();
    if outside && output.is_none() {
        report::error(
            "this folder is no site: name the folder of the site with --site, or with --output a folder for schemas with texts in Chinese and English",
        );
        return USAGE;
    }
    let languages = match languages(root, outside) {
        Ok(languages) => languages,
        Err(code) => return code,
    };
    let folder = output.unwrap_or_else(|| in_site(root, FOLDER));
    if let Some(name) = TAKEN.iter().find(|name| !outside && is_in(&folder, &root.join(name))) {
        let folder = folder.display();
        report::error(&format!(
            "`{folder}` is in the folder `{name}` of the site, which has no place for schemas; name another one"
        ));
        return USAGE;
    }
    match write(&folder, &languages) {
        Ok(changed) => {
            say(&folder, &languages, &changed);
            FINE
        }
        Err(failure) => fail(&folder, &failure),
    }
}

/// The languages of the site; outside of a site, Chinese and English.
fn languages(root: &Path, outside: bool) -> Result<Languages, u8> {
    if outside {
        return Ok(Languages::new(vec!["zh".to_owned(), "en".to_owned()]));
    }
    let (sources, read) = source::read(root);
    let (Some(config), found) = parse::config(&sources) else {
        report::findings(&read, &sources.files, Format::Text);
        return Err(USAGE);
    };
    let in_doubt = |problem: &Problem| {
        let about = matches!(problem, Problem::BadLanguageTag { .. } | Problem::TooFewLanguages);
        about || problem.takes_line_out()
    };
    if found.iter().any(|one| in_doubt(&one.problem)) {
        report::findings(&found, &sources.files, Format::Text);
        report::error("it is not sure which languages the site has; mend `site-config.toml` first");
        return Err(FINDINGS);
    }
    Ok(config.config.languages)
}

fn is_in(folder: &Path, other: &Path) -> bool {
    // A folder that is not there yet has no true path.
    let place = |path: &Path| path.canonicalize().or_else(|_| absolute(path));
    match (place(folder), place(other)) {
        (Ok(folder), Ok(other)) => folder.starts_with(other),
        _ => false,
    }
}

/// Writes the schemas that have changed, and names them.
fn write(folder: &Path, languages: &Languages) -> Result<Vec<String>, Failure> {
    if folder.exists() && !folder.is_dir() {
        return Err(Failure::NoFolder);
    }
    let mut changed = Vec::new();
    for file in schemas::all(languages) {
        let path = folder.join(&file.name);
        match fs::read(&path) {
            Ok(old) => {
                let old = String::from_utf8_lossy(&old).replace("\r\n", "\n");
                if !old.contains(schemas::MARK) {
                    return Err(Failure::Foreign(path));
                }
                if old != file.text {
                    changed.push(file);
                }
            }
            Err(error) if error.kind() == ErrorKind::NotFound => changed.push(file),
            Err(error) => return Err(error.into()),
        }
    }
    fs::create_dir_all(folder)?;
    for file in &changed {
        fs::write(folder.join(&file.name), &file.text)?;
    }
    Ok(changed.into_iter().map(|file| file.name).collect())
}

/// Gives a site that was just made, or that has none yet, its schemas; whether it did.
pub fn add(root: &Path, languages: &Languages) -> io::Result<bool> {
    let folder = root.join(FOLDER);
    if folder.exists() || languages.iter().len() == 0 {
        return Ok(false);
    }
    match write(&folder, languages) {
        Ok(_) => Ok(true),
        Err(Failure::Io(error)) => Err(error),
        Err(Failure::Foreign(_) | Failure::NoFolder) => Ok(false),
    }
}

fn say(folder: &Path, languages: &Languages, changed: &[String]) {
    let folder = folder.display();
    let tags: Vec<&str> = languages.tags().collect();
    report::say(&format!(
        "Schemas for editors are in `{folder}`, with texts in {}.",
        tags.join(", ")
    ));
    match changed {
        [] => report::say("Nothing has changed."),
        names => report::say(&format!("Written: {}.", names.join(", "))),
    }
}

fn fail(folder: &Path, failure: &Failure) -> u8 {
    let folder = folder.display();
    match failure {
        Failure::Foreign(path) => {
            let path = path.display();
            report::error(&format!(
                "`{path}` was not written by lantu, and nothing is written over it; name another folder with --output"
            ));
            USAGE
        }
        Failure::NoFolder => {
            report::error(&format!("`{folder}` is a file; name a folder"));
            USAGE
        }
        Failure::Io(error) => {
            report::error(&format!("cannot write to `{folder}`: {error}"));
            FINDINGS
        }
    }
}
