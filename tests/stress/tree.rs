//! In: nothing. Out: a site of which every page says in which version it was made, and what a folder holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support::{TestSite, files};

/// On every page and in every feed.
const MARK: &str = "版本";

/// A site with some plans, so that a build takes a while.
pub fn site(plans: usize) -> TestSite {
    let site = TestSite::base();
    for number in 0..plans {
        for (name, place) in files(&site.root().join("content/plans/water")) {
            let text = fs::read(place).unwrap();
            site.write(&format!("content/plans/water-{number}/{name}"), text);
        }
    }
    set_version(&site, 0);
    site
}

/// Names the version in the title of the site.
pub fn set_version(site: &TestSite, version: usize) {
    let base = crate::support::tests("support/base/site-config.toml");
    let config = fs::read_to_string(base).unwrap();
    let title = config.lines().find(|line| line.starts_with("title")).expect("it has a title");
    let new = format!("title = {{ zh = \"{MARK}{version}号\", en = \"{MARK}{version}号\" }}");
    site.write("site-config.toml", config.replace(title, &new));
}

/// The version of a page, where it says one.
pub fn version(text: &str) -> Option<usize> {
    let (_, rest) = text.split_once(MARK)?;
    rest.split_once('号')?.0.parse().ok()
}

/// The program under stress: the one that was built with the tests, or another one, such as that of a release.
pub fn lantu() -> PathBuf {
    std::env::var_os("LANTU_BINARY")
        .map_or_else(|| env!("CARGO_BIN_EXE_lantu").into(), PathBuf::from)
}

/// `lantu build`, ready to be started.
pub fn build(site: &TestSite) -> Command {
    let mut command = Command::new(lantu());
    command.current_dir(site.root()).args(["build", "--today", "2026-01-20"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What a build says when it is not disturbed.
pub fn built(site: &TestSite) -> Output {
    build(site).output().expect("lantu can be started")
}

/// Every file of a folder with its bytes.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|(path, place)| (path, fs::read(place).unwrap())).collect()
}
