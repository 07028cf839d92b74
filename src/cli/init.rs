//! In: a folder name. Out: a small complete site in it, to start from, with the schemas of its files.

use std::fs;
use std::io;
use std::path::Path;

use include_dir::{Dir, DirEntry, include_dir};

use crate::language::Languages;

use super::{FINDINGS, FINE, USAGE, report, schema};

/// A site with two invented plans, marked as a demonstration: one in force, one open for comment.
static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// What version control should not keep.
const IGNORED: &str = "/public\n/.public.lantu\n";

pub fn run(folder: &Path) -> u8 {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let name = folder.display();
        report::error(&format!("the folder `{name}` is not empty; name a new one"));
        return USAGE;
    }
    let languages = Languages::new(vec!["zh".to_owned(), "en".to_owned()]);
    let written = write(&STARTER, folder)
        .and_then(|()| fs::write(folder.join(".gitignore"), IGNORED))
        .and_then(|()| schema::add(folder, &languages));
    if let Err(error) = written {
        report::error(&format!("cannot write to `{}`: {error}", folder.display()));
        return FINDINGS;
    }
    let name = folder.display();
    report::say(&format!(
        "A small site is in `{name}`. Its two plans are invented; replace them with your own."
    ));
    report::say(&format!(
        "Next:\n  cd {name}\n  lantu serve        see it in the browser\n  lantu new plan ID  add a plan of your own"
    ));
    FINE
}

fn write(dir: &Dir<'_>, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => {
                fs::create_dir_all(folder.join(dir.path()))?;
                write(dir, folder)?;
            }
            DirEntry::File(file) => fs::write(folder.join(file.path()), file.contents())?,
        }
    }
    Ok(())
}
