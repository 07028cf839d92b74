//! An output that may be read and not written: lantu says so, and the last good site stays. Nobody forbids anything to
//! root, so that there the build runs as another user.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::TestSite;
use crate::support::nobody::{as_nobody, give};
use crate::tree::{lantu, set_version, site, tree};

/// A site, and a folder of a user who may not write everywhere.
struct Place {
    site: TestSite,
    folder: PathBuf,
    is_root: bool,
}

impl Place {
    /// `None` where everything is allowed and no other user can be asked.
    fn new() -> Option<Self> {
        let site = site(1);
        let folder = site.root().join("theirs");
        fs::create_dir(&folder).unwrap();
        // Root may write here although nobody may.
        fs::set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
        let is_root = fs::write(folder.join("probe"), "").is_ok();
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
        let _ = fs::remove_file(folder.join("probe"));
        if is_root {
            as_nobody(&lantu())?;
            let home = site.root().parent().unwrap().to_owned();
            fs::set_permissions(home, Permissions::from_mode(0o755)).unwrap();
            give(&folder);
        }
        Some(Self { site, folder, is_root })
    }

    fn public(&self) -> PathBuf {
        self.folder.join("public")
    }

    /// The exit code of a build, and its words.
    fn build(&self) -> (Option<i32>, String) {
        let command = self.is_root.then(|| as_nobody(&lantu())).flatten();
        let mut command = command.unwrap_or_else(|| Command::new(lantu()));
        command.current_dir(self.site.root()).args(["build", "--today", "2026-01-20"]);
        let answer = command.args(["--output", "theirs/public"]).output().unwrap();
        (answer.status.code(), String::from_utf8_lossy(&answer.stderr).into_owned())
    }
}

/// Takes the right to write away from folders and all that is in them, or gives it back.
fn writable(folders: &[&Path], may: bool) {
    for folder in folders {
        for entry in walkdir::WalkDir::new(folder).contents_first(may) {
            let entry = entry.unwrap();
            let mode = match (entry.file_type().is_dir(), may) {
                (true, true) => 0o755,
                (true, false) => 0o555,
                (false, true) => 0o644,
                (false, false) => 0o444,
            };
            fs::set_permissions(entry.path(), Permissions::from_mode(mode)).unwrap();
        }
    }
}

#[test]
fn a_place_where_no_folder_can_be_made() {
    let Some(place) = Place::new() else { return };
    writable(&[&place.folder], false);
    let (code, words) = place.build();
    assert_eq!(code, Some(1), "{words}");
    assert!(words.contains("error: cannot make the folder `"), "{words}");
    assert!(words.contains("denied"), "{words}");
    assert!(!place.public().exists());
    writable(&[&place.folder], true);
    assert_eq!(place.build().0, Some(0), "and the next build works");
}

#[test]
fn a_site_that_must_not_be_changed_stays() {
    let Some(place) = Place::new() else { return };
    let (code, words) = place.build();
    assert_eq!(code, Some(0), "{words}");
    let before = tree(&place.public());
    let workshop = place.folder.join(".public.lantu");
    let only_above = |may: bool| {
        let mode = if may { 0o755 } else { 0o555 };
        fs::set_permissions(&place.folder, Permissions::from_mode(mode)).unwrap();
    };
    let all = |may: bool| writable(&[&place.folder], may);
    let workshop_alone = |may: bool| writable(&[&workshop], may);
    let cases: [(&str, &dyn Fn(bool)); 3] = [
        ("the folder above", &only_above),
        ("everything", &all),
        ("the workshop", &workshop_alone),
    ];
    for (version, (name, forbid)) in cases.into_iter().enumerate() {
        set_version(&place.site, version + 1);
        forbid(false);
        let (code, words) = place.build();
        assert_eq!(code, Some(1), "{name}: {words}");
        assert!(words.contains("error: cannot "), "{name}: {words}");
        assert!(words.contains("denied") && words.contains("public"), "{name}: {words}");
        assert!(before == tree(&place.public()), "{name}: the last good site stays");
        forbid(true);
    }
    let (code, words) = place.build();
    assert_eq!(code, Some(0), "the next build works: {words}");
    assert!(before != tree(&place.public()));
}
