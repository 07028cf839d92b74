//! A disk that is really full: a small one in memory, with some or no room left. lantu says so, and the last good site
//! stays. Where this user may not make such a disk, the test says so and does nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::rounds;
use crate::tree::{lantu, set_version, site, tree};

/// Fills the disk `$OUT` but for `$1` pages of 4 kB, builds a new version and keeps the answer; then makes room, and
/// builds again.
const ROUND: &str = r#"
set -e
mount -t tmpfs -o size=6m none "$OUT"
cp old.toml site-config.toml
"$LANTU" build --today 2026-01-20 --output "$OUT/public" > "$KEEP/first.txt" 2>&1
cp -r "$OUT/public" "$KEEP/before"
cp new.toml site-config.toml
cat /dev/zero > "$OUT/filler" 2> /dev/null || true
full=$(wc -c < "$OUT/filler")
truncate -s $((full - $1 * 4096)) "$OUT/filler"
code=0
"$LANTU" build --today 2026-01-20 --output "$OUT/public" > "$KEEP/out.txt" 2> "$KEEP/err.txt" || code=$?
echo "$code" > "$KEEP/code.txt"
cp -r "$OUT/public" "$KEEP/after"
rm "$OUT/filler"
"$LANTU" build --today 2026-01-20 --output "$OUT/public" > "$KEEP/last.txt" 2>&1
cp -r "$OUT/public" "$KEEP/last"
"#;

/// A shell with a tree of disks of its own, in which it may mount.
fn shell() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c"]);
    command
}

fn may_mount(place: &Path) -> bool {
    let mount = "mount -t tmpfs -o size=64k none \"$0\"";
    shell().arg(mount).arg(place).output().is_ok_and(|answer| answer.status.success())
}

#[test]
fn a_disk_without_room_leaves_the_last_good_site() {
    let site = site(2);
    let disk = site.root().join("disk");
    fs::create_dir(&disk).unwrap();
    if !may_mount(&disk) {
        println!("skipped: this user may not make a small disk");
        return;
    }
    for (version, name) in [(0, "old.toml"), (1, "new.toml")] {
        set_version(&site, version);
        fs::rename(site.root().join("site-config.toml"), site.root().join(name)).unwrap();
    }
    let all = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987];
    let (mut failed, mut done) = (0, 0);
    for pages in all.into_iter().step_by(rounds(3, 1)) {
        let keep = site.root().join(format!("keep-{pages}"));
        fs::create_dir(&keep).unwrap();
        let mut round = shell();
        round.current_dir(site.root()).args([ROUND, "sh", &pages.to_string()]);
        round.env("OUT", &disk).env("KEEP", &keep).env("LANTU", lantu());
        let Output { status, stderr, .. } = round.output().unwrap();
        assert!(status.success(), "{pages} pages: {}", String::from_utf8_lossy(&stderr));
        let text = |name: &str| fs::read_to_string(keep.join(name)).unwrap();
        let words = text("err.txt");
        let [before, after, last] = ["before", "after", "last"].map(|name| tree(&keep.join(name)));
        match text("code.txt").trim() {
            "0" => {
                assert!(after == last && after != before, "{pages} pages: {words}");
                done += 1;
            }
            "1" => {
                assert!(words.contains("cannot "), "{pages} pages: {words}");
                assert!(words.contains("space left"), "{pages} pages: {words}");
                assert!(after == before, "{pages} pages: the last good site stays");
                failed += 1;
            }
            code => panic!("{pages} pages: code {code}: {words}"),
        }
        assert!(last != before, "{pages} pages: the next build works");
    }
    assert!(failed > 0 && done > 0, "{failed} disks were full, {done} had room enough");
    println!("{failed} disks were full, {done} had room enough");
}
