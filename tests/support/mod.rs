//! In: fixture folders. Out: sites in temporary folders, and what lantu makes of them.
#![allow(dead_code, reason = "each test file uses a part of this")]

#[cfg(unix)]
pub mod nobody;
pub mod published;
pub mod server;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lantu::{Checked, Today};
use tempfile::TempDir;

/// A path in the folder of the tests.
pub fn tests(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

/// The day on which fixtures are built.
pub fn today() -> Today {
    Today::Date(jiff::civil::date(2026, 1, 20))
}

/// A site in a temporary folder.
pub struct TestSite {
    home: TempDir,
    today: Today,
}

impl TestSite {
    /// The small valid site that every fixture changes a little.
    pub fn base() -> Self {
        let site = Self::empty();
        copy(&tests("support/base"), &site.root());
        site
    }

    /// A folder for a site, with nothing in it.
    pub fn empty() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        Self { home, today: today() }
    }

    /// The same site on another day than the fixtures.
    pub fn on(self, date: jiff::civil::Date) -> Self {
        Self { today: Today::Date(date), ..self }
    }

    pub fn root(&self) -> PathBuf {
        self.home.path().join("site")
    }

    pub fn output(&self) -> PathBuf {
        self.home.path().join("site/public")
    }

    /// Puts the files of a folder over those of the site; an empty file takes one away.
    pub fn overlay(self, folder: &Path) -> Self {
        copy(folder, &self.root());
        self
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("files are in folders"))
            .expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Replaces a piece of a file that must be there.
    pub fn edit(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.root().join(path)).expect("the file is there");
        assert!(text.contains(old), "`{old}` is not in {path}");
        self.write(path, text.replace(old, new));
    }

    pub fn check(&self) -> Checked {
        lantu::check(&self.root(), self.today)
    }

    /// The findings as people see them, without colours.
    pub fn findings(&self) -> String {
        let checked = self.check();
        lantu::diagnostic::to_text(&checked.found, &checked.files, false)
    }

    /// The codes of the findings, in their order.
    pub fn codes(&self) -> Vec<&'static str> {
        self.check().found.iter().map(|found| found.problem.code()).collect()
    }

    /// Builds, and fails the test where there are findings that stop it.
    pub fn build(&self) {
        self.build_as(self.today);
    }

    pub fn build_on(&self, date: jiff::civil::Date) {
        self.build_as(Today::Date(date));
    }

    fn build_as(&self, today: Today) {
        let mut checked = lantu::check(&self.root(), today);
        let published = checked.publish(&self.output(), &()).expect("the site can be written");
        let findings = lantu::diagnostic::to_text(&checked.found, &checked.files, false);
        assert!(published.is_some(), "{findings}");
    }

    /// A published file.
    pub fn page(&self, path: &str) -> String {
        let place = self.output().join(path);
        fs::read_to_string(&place).unwrap_or_else(|error| panic!("{}: {error}", place.display()))
    }
}

/// Copies a folder; an empty file stands for a file that is taken away.
pub fn copy(from: &Path, to: &Path) {
    for (path, place) in files(from) {
        let target = to.join(&path);
        fs::create_dir_all(target.parent().expect("files are in folders"))
            .expect("the folder can be made");
        if fs::metadata(&place).is_ok_and(|meta| meta.len() == 0) {
            let _ = fs::remove_file(target);
        } else {
            fs::copy(&place, target).expect("the file can be copied");
        }
    }
}

/// The rows of a downloaded table, each as header and value.
pub fn rows(site: &TestSite, path: &str) -> Vec<BTreeMap<String, String>> {
    let text = site.page(path);
    let text = text.strip_prefix('\u{feff}').expect("spreadsheets know it by the mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("every row has all columns")).collect()
}

/// Every file below a folder: its path from there with `/`, and its place.
pub fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("it is below the folder");
            (path.to_string_lossy().replace('\\', "/"), entry.path().to_owned())
        })
        .collect()
}

/// Compares with a file that was reviewed; `LANTU_BLESS=1` writes it anew.
pub fn assert_expected(path: &Path, actual: &str) {
    if std::env::var_os("LANTU_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("files are in folders"))
            .expect("the folder can be made");
        fs::write(path, actual).expect("the file can be written");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(
        actual,
        expected,
        "{} is different; if the new text is right, run the test with LANTU_BLESS=1 and look at the difference",
        path.display()
    );
}
