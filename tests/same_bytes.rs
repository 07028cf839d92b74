//! The same input gives the same bytes: the site of this repository, built again and again under circumstances that have
//! nothing to do with it, and whole trees held against each other.
#![cfg(unix)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use support::files;
use support::nobody::{as_nobody, give};
use tempfile::TempDir;

type Tree = BTreeMap<String, Vec<u8>>;

/// Every file of the input: its path in the site, and its bytes.
fn input() -> Vec<(String, Vec<u8>)> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = files(&home.join("content"));
    let content = content.into_iter().map(|(path, place)| (format!("content/{path}"), place));
    let all = content.chain([("site-config.toml".to_owned(), home.join("site-config.toml"))]);
    let mut all: Vec<_> = all.map(|(path, place)| (path, fs::read(place).unwrap())).collect();
    // A theme of its own, and files that are copied as they are.
    all.push(("themes/default/i18n/zh.ftl".into(), "tab-targets = 目标\n".into()));
    all.push(("themes/default/static/own.css".into(), "p { color: black }\n".into()));
    all.push(("content/root/验证 file.txt".into(), b"\0\xff".to_vec()));
    all
}

/// Writes the input in some order: many file systems list a folder in the order in which it came to be.
fn write(site: &Path, order: impl Fn(&mut Vec<(String, Vec<u8>)>)) {
    let mut input = input();
    order(&mut input);
    for (path, bytes) in input {
        let place = site.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
}

/// lantu, with nothing of the circumstances of this test.
fn lantu() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lantu"));
    command.env_clear();
    command
}

/// `lantu build` as `command` starts it; what is published.
fn build(mut command: Command, site: &Path, output: &Path) -> Tree {
    command.args(["build", "--today", "2026-11-25", "--site"]).arg(site);
    let answer = command.arg("--output").arg(output).output().expect("lantu can be started");
    let words = String::from_utf8_lossy(&answer.stdout);
    let errors = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success(), "{words}{errors}");
    files(output).into_iter().map(|(path, place)| (path, fs::read(place).unwrap())).collect()
}

/// What is held against all others.
static USUAL: LazyLock<Tree> = LazyLock::new(|| {
    let home = tempfile::tempdir().unwrap();
    let site = home.path().join("site");
    write(&site, |_| {});
    let tree = build(lantu(), &site, &site.join("public"));
    assert!(tree.len() > 1_000, "it is the whole site");
    tree
});

fn assert_usual(tree: &Tree) {
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(tree), names(&USUAL));
    let other: Vec<&String> = tree.keys().filter(|path| tree[*path] != USUAL[*path]).collect();
    assert!(other.is_empty(), "other bytes: {other:?}");
}

fn one_thread(site: &Path, home: &Path) {
    let mut command = lantu();
    command.env("RAYON_NUM_THREADS", "1");
    assert_usual(&build(command, site, &home.join("one")));
}

/// Many threads, another folder to work in, another language, time zone, home and name, and files that nobody else may
/// read.
fn elsewhere(site: &Path, home: &Path) {
    let output = home.join("出口 folder/网站 public");
    fs::create_dir_all(output.parent().unwrap()).unwrap();
    let mut command = Command::new("sh");
    command.env_clear().current_dir("/").args(["-c", "umask 077; exec \"$0\" \"$@\""]);
    command.arg(env!("CARGO_BIN_EXE_lantu"));
    let circumstances = [
        ("RAYON_NUM_THREADS", "16"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "de_DE.ISO-8859-1"),
        ("LANGUAGE", "fr"),
        ("TZ", "Pacific/Kiritimati"),
        ("HOME", "/nowhere"),
        ("USER", "somebody"),
        ("LOGNAME", "somebody"),
        ("HOSTNAME", "elsewhere"),
        ("COLUMNS", "20"),
        ("CLICOLOR_FORCE", "1"),
    ];
    command.envs(circumstances);
    let tree = build(command, site, &output);
    assert_usual(&tree);
    let mode = fs::metadata(output.join("index.html")).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "the mask was in force");
}

#[test]
fn whatever_has_nothing_to_do_with_it() {
    let home = tempfile::tempdir().unwrap();
    let site = home.path().join("站点 of a city");
    // In the order of the last letters of their paths.
    write(&site, |input| input.sort_by_key(|(path, _)| path.chars().rev().collect::<String>()));
    one_thread(&site, home.path());
    elsewhere(&site, home.path());
}

/// A folder in which anybody may look.
fn open_folder() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    home
}

#[test]
fn another_user() {
    let Some(command) = as_nobody(Path::new(env!("CARGO_BIN_EXE_lantu"))) else { return };
    let home = open_folder();
    let site = home.path().join("site");
    write(&site, |_| {});
    let theirs = home.path().join("theirs");
    fs::create_dir(&theirs).unwrap();
    give(&theirs);
    assert_usual(&build(command, &site, &theirs.join("public")));
}
