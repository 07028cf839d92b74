//! The disk is full, the output cannot be written, the input vanishes: lantu says so, and the last good site stays.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::rounds;
use crate::tree::{build, built, lantu, set_version, site, tree};

#[test]
fn a_full_disk_leaves_the_last_good_site() {
    let site = site(3);
    assert!(built(&site).status.success());
    let before = tree(&site.output());
    set_version(&site, 1);
    // No file may grow beyond 8 blocks of 512 bytes, as if the disk were full; the signal for it is not heard.
    let mut shell = Command::new("sh");
    shell.current_dir(site.root());
    let words = "trap '' XFSZ; ulimit -f 8; exec \"$0\" build --today 2026-01-20";
    shell.args(["-c", words]).arg(lantu());
    let answer = shell.output().expect("there is a shell");
    let words = String::from_utf8_lossy(&answer.stderr);
    assert_eq!(answer.status.code(), Some(1), "{words}");
    assert!(words.contains("cannot write `"), "{words}");
    assert!(before == tree(&site.output()), "the last good site stays");
    assert!(built(&site).status.success(), "and the next build works");
    assert!(before != tree(&site.output()));
}

#[test]
fn an_output_that_cannot_be_made_is_said_in_words() {
    let site = site(0);
    fs::write(site.root().join("taken"), "a file").unwrap();
    let answer = build(&site).args(["--output", "taken/public"]).output().unwrap();
    let words = String::from_utf8_lossy(&answer.stderr);
    assert_eq!(answer.status.code(), Some(1), "{words}");
    assert!(words.contains("taken"), "{words}");
    assert!(!words.contains("panicked"), "{words}");
}

#[test]
fn input_that_vanishes_never_breaks_the_site() {
    for round in 0..rounds(4, 40) {
        let site = site(rounds(1, 6));
        assert!(built(&site).status.success());
        let before = tree(&site.output()).len();
        set_version(&site, 1);
        let mut child = build(&site).spawn().expect("lantu can be started");
        thread::sleep(Duration::from_millis(3 * round as u64));
        fs::rename(site.root().join("content"), site.root().join("moved")).unwrap();
        let status = child.wait().unwrap();
        // In time to read all of it, or with an error: never an empty site, and never half a one.
        assert!(matches!(status.code(), Some(0..=2)), "round {round}: {status}");
        let after = tree(&site.output()).len();
        assert!(after == before, "round {round}: {after} of {before} files, {status}");
    }
}
