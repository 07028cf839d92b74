//! In: one file of a site, spoilt. Out: the whole road, from reading it to the finished pages, and what it gives is right.

use std::fs;
use std::process::Command;

use crate::corpus::fixtures;
use crate::dictionary::{MARKDOWN, NOTES, NUMBERS, TEXTS, THEME};
use crate::mutate::{Form, Maker};
use crate::playground::{DRAFT, PLAN, gives_the_same_again, site, stands};
use crate::support::TestSite;
use crate::target::Target;

/// A file of the site, and what it is spoilt with.
struct Spoilt<'f> {
    target: &'f str,
    path: String,
    form: Form,
    words: &'f [&'static [&'static str]],
    usual: u64,
}

impl Spoilt<'_> {
    fn run(&self) {
        self.run_with(&site(), stands);
    }

    fn run_with<T>(&self, site: &TestSite, mut tried: impl FnMut(&TestSite, bool) -> T) {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let maker = Maker {
            form: self.form,
            good: fs::read(site.root().join(&self.path)).into_iter().collect(),
            more: fixtures(name),
            words: self.words.concat(),
        };
        Target { name: self.target, usual: self.usual, maker }.run(|input, build| {
            site.write(&self.path, input);
            tried(site, build);
        });
    }
}

fn table(target: &str, path: &str) {
    let words: &[&[&str]] = &[TEXTS, NUMBERS];
    Spoilt { target, path: path.to_owned(), form: Form::Toml, words, usual: 8 }.run();
}

fn lines(target: &str, path: &str, words: &[&'static [&'static str]], usual: u64) {
    Spoilt { target, path: path.to_owned(), form: Form::Lines, words, usual }.run();
}

fn of_plan(name: &str) {
    table(name, &format!("{PLAN}/{name}.toml"));
}

#[test]
fn settings() {
    table("site-config", "site-config.toml");
}

#[test]
fn organisations() {
    table("organisations", "content/organisations.toml");
}

#[test]
fn areas() {
    table("areas", "content/areas.toml");
}

#[test]
fn glossary() {
    table("glossary", "content/glossary.toml");
}

#[test]
fn concepts() {
    table("concepts", "content/concepts.toml");
}

#[test]
fn plan() {
    of_plan("plan");
}

#[test]
fn targets() {
    of_plan("targets");
}

#[test]
fn progress() {
    of_plan("progress");
}

#[test]
fn duties() {
    of_plan("duties");
}

#[test]
fn awards() {
    of_plan("awards");
}

#[test]
fn consultation() {
    of_plan("consultation");
}

#[test]
fn translation() {
    of_plan("translation");
}

#[test]
fn acknowledged() {
    of_plan("acknowledged");
}

#[test]
fn confirmed() {
    of_plan("confirmed");
}

#[test]
fn submissions() {
    let words: &[&[&str]] =
        &[TEXTS, &["\"", "\"\"", ",", ";", "\t", "\n", "\r", "日期", "clause", "意见"]];
    lines("submissions", &format!("{PLAN}/submissions.csv"), words, 8);
}

/// The same words in both languages, so that the clauses agree and the pages are made.
#[test]
fn texts() {
    let path = format!("{PLAN}/text.zh.md");
    let words: &[&[&str]] = &[MARKDOWN, NUMBERS];
    let spoilt =
        Spoilt { target: "texts", path: path.clone(), form: Form::Lines, words, usual: 20 };
    let mut number = 0;
    spoilt.run_with(&site(), |site, build| {
        site.write(&format!("{PLAN}/text.en.md"), fs::read(site.root().join(&path)).unwrap());
        let checked = stands(site, build);
        number += 1;
        if build && number % 5 == 0 {
            gives_the_same_again(site, &checked);
        }
    });
}

#[test]
fn pages() {
    lines("pages", "content/pages/about.zh.md", &[MARKDOWN], 8);
}

#[test]
fn duty_notes() {
    lines("duty-notes", &format!("{DRAFT}/text.zh.md"), &[NOTES, MARKDOWN], 14);
}

#[test]
fn templates() {
    lines("templates", "themes/default/templates/plans.html", &[THEME], 14);
}

#[test]
fn words() {
    lines("words", "themes/default/i18n/zh.ftl", &[THEME], 14);
}

/// What `lantu check --fix` mends is mended: a second run finds nothing to do.
#[test]
fn fixes() {
    let path = format!("{PLAN}/text.zh.md");
    let words: &[&[&str]] =
        &[MARKDOWN, NUMBERS, &[",", "(", ")", "\"", "--", "...", "  ", "３", "，，"]];
    let spoilt = Spoilt { target: "fixes", path: path.clone(), form: Form::Lines, words, usual: 5 };
    spoilt.run_with(&site(), |site, _| {
        let place = site.root().join(&path);
        let fix = || {
            let mut lantu = Command::new(env!("CARGO_BIN_EXE_lantu"));
            lantu.args(["check", "--fix", "--today", "2026-01-20", "--site"]).arg(site.root());
            let answer = lantu.output().expect("lantu can be started");
            let words = String::from_utf8_lossy(&answer.stderr).into_owned();
            assert!(matches!(answer.status.code(), Some(0 | 1)), "{}: {words}", answer.status);
            fs::read(&place).unwrap()
        };
        let errors = || site.check().found.count(lantu::diagnostic::Level::Error);
        let before = errors();
        let once = fix();
        assert!(errors() <= before, "a fix makes new errors");
        assert_eq!(String::from_utf8_lossy(&fix()), String::from_utf8_lossy(&once));
    });
}
