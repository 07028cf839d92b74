//! Builds are killed at random moments while somebody reads the site: every read sees one whole site, the old one or the
//! new one, and the next build works.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::rounds;
use crate::support::files;
use crate::tree::{build, built, set_version, site, tree, version};

/// Random moments that are the same in every run (a linear congruential generator).
struct Moments(u64);

impl Moments {
    fn below(&mut self, most: Duration) -> Duration {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        most.mul_f64((self.0 >> 11) as f64 / (1u64 << 53) as f64)
    }
}

/// The versions of all pages of a folder that was not exchanged while it was read; `None` where it was.
fn versions(public: &Path) -> Option<BTreeSet<Option<usize>>> {
    let number = || fs::metadata(public).ok().map(|meta| meta.ino());
    let before = number();
    let mut seen = BTreeSet::new();
    for (path, place) in files(public) {
        if path.ends_with(".html") && !path.contains("404") {
            seen.insert(fs::read_to_string(place).ok().and_then(|text| version(&text)));
        }
    }
    (before.is_some() && before == number()).then_some(seen)
}

#[test]
fn a_killed_build_leaves_one_whole_site_and_the_next_one_works() {
    let site = site(rounds(2, 12));
    assert!(built(&site).status.success());
    let public = site.output();
    let pages = tree(&public).len();
    let started = Instant::now();
    set_version(&site, 1);
    assert!(built(&site).status.success());
    let usual = started.elapsed();

    let (stop, reads) = (AtomicBool::new(false), AtomicUsize::new(0));
    let rounds = rounds(8, 200);
    let (mut killed, mut finished) = (0, 0);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                if let Some(seen) = versions(&public) {
                    // The root page leads to a language and says no version; it is the same in all.
                    let known: Vec<usize> = seen.iter().filter_map(|one| *one).collect();
                    assert_eq!(known.len(), 1, "a mix of sites was read: {seen:?}");
                    reads.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
        let mut moments = Moments(7);
        // Who reads takes time from who builds: a build that was done in time makes the next moments come sooner, so
        // that many of them are about the end, where the site is exchanged.
        let mut most = usual;
        for round in 0..rounds {
            set_version(&site, round + 2);
            let mut child = build(&site).spawn().expect("lantu can be started");
            thread::sleep(moments.below(most));
            child.kill().expect("it is a child");
            let status = child.wait().expect("it is a child");
            if status.success() {
                finished += 1;
                most = most.mul_f64(0.9);
            } else {
                killed += 1;
                most = most.mul_f64(1.05);
            }
            assert_eq!(files(&public).len(), pages, "round {round}");
            assert!(!reader.is_finished(), "round {round}");
        }
        stop.store(true, Ordering::Relaxed);
        reader.join().expect("every read saw one whole site");
    });
    println!("{killed} builds killed, {finished} finished, {} whole reads", reads.into_inner());
    // Before, around and after the moment in which the site is exchanged.
    assert!(killed > rounds / 3, "the moments were too late: {killed} of {rounds}");

    let next = built(&site);
    assert!(next.status.success(), "{}", String::from_utf8_lossy(&next.stderr));
    let after = tree(&public);
    fs::remove_dir_all(&public).unwrap();
    fs::remove_dir_all(site.root().join(".public.lantu")).unwrap();
    assert!(built(&site).status.success());
    assert!(after == tree(&public), "the same bytes as a build from nothing");
}
