//! In: the name of a target. Out: the inputs that are kept for it, and a place for those that break something.

use std::fs;
use std::path::PathBuf;

use crate::support::{files, tests};

fn folder(target: &str) -> PathBuf {
    tests("fuzz/corpus").join(target)
}

/// The kept inputs, each with its name.
pub fn kept(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = folder(target);
    if !folder.exists() {
        return Vec::new();
    }
    files(&folder).into_iter().map(|(name, place)| (name, fs::read(place).unwrap())).collect()
}

/// Keeps an input under a name made of its bytes; where it is.
pub fn keep(target: &str, input: &[u8]) -> String {
    let hash = input.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let place = folder(target).join(format!("found-{hash:016x}"));
    fs::create_dir_all(folder(target)).unwrap();
    fs::write(&place, input).unwrap();
    place.display().to_string()
}

/// Where the input of the moment lies, in case that nobody can say anything any more afterwards: a stack that overflows
/// ends the program at once.
pub fn of_the_moment(target: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    fs::create_dir_all(&folder).unwrap();
    folder.join(target)
}

/// All files of the fixtures with this name.
pub fn fixtures(name: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for top in ["diagnostics", "sites", "consultation", "concepts", "units", "figures"] {
        for (path, place) in files(&tests(top)) {
            if path.ends_with(&format!("/{name}")) && !path.contains("expected") {
                found.extend(fs::read(place).ok().filter(|bytes| !bytes.is_empty()));
            }
        }
    }
    found
}
