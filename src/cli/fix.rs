//! In: a site folder. Out: its files with every finding mended that has exactly one right answer, and how many those
//! were. Findings that are switched off or acknowledged are none, and a file that a fix would make wrong stays as it
//! is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::diagnostic::{Edit, Level};
use crate::mending::splice::plain;
use crate::mending::{Mended, mend};
use crate::{Checked, Today};

use super::author_file::{read_text, replace};
use super::{Done, report};

/// Fixes may make others possible; after so many rounds there is something that undoes itself.
const MOST_ROUNDS: usize = 8;

/// What was mended.
#[derive(Default)]
pub struct Fixed {
    pub findings: usize,
    /// By path, how many fixes would have changed what the file says.
    pub left_alone: BTreeMap<String, usize>,
    /// The paths of files that were changed.
    pub files: Vec<String>,
    /// The paths of files in which fixes made new errors.
    harmful: BTreeSet<String>,
}

/// A file with fixes that has not been written yet.
struct Change {
    path: String,
    raw: String,
    mended: Mended,
}

/// Mends what can be mended; the site as it is checked afterwards.
pub fn run(site: &Path, today: Today) -> Done<(Checked, Fixed)> {
    let mut fixed = Fixed::default();
    let mut checked = crate::check(site, today);
    for _ in 0..MOST_ROUNDS {
        let mut changes = Vec::new();
        for (path, fixes) in by_file(&checked) {
            changes.extend(change(site, path, &fixes, &checked, &mut fixed)?);
        }
        if changes.is_empty() {
            break;
        }
        checked = write_all(site, today, &checked, changes, &mut fixed)?;
    }
    fixed.files.sort();
    fixed.files.dedup();
    Ok((checked, fixed))
}

/// Writes every file; where that makes new errors, one after the other, without those that make them.
fn write_all(
    site: &Path,
    today: Today,
    before: &Checked,
    changes: Vec<Change>,
    fixed: &mut Fixed,
) -> Done<Checked> {
    for change in &changes {
        replace(&site.join(&change.path), &change.mended.raw)?;
    }
    let after = crate::check(site, today);
    if errors(&after) <= errors(before) {
        changes.into_iter().for_each(|change| fixed.count(change));
        return Ok(after);
    }
    for change in &changes {
        replace(&site.join(&change.path), &change.raw)?;
    }
    for change in changes {
        let place = site.join(&change.path);
        replace(&place, &change.mended.raw)?;
        let alone = crate::check(site, today);
        if errors(&alone) > errors(before) {
            replace(&place, &change.raw)?;
            let number = change.mended.done + change.mended.refused;
            fixed.left_alone.insert(change.path.clone(), number);
            fixed.harmful.insert(change.path);
        } else {
            fixed.count(change);
        }
    }
    Ok(crate::check(site, today))
}

impl Fixed {
    fn count(&mut self, change: Change) {
        self.findings += change.mended.done;
        self.files.push(change.path);
    }
}

/// The fixes of each file, one list for a finding.
fn by_file(checked: &Checked) -> BTreeMap<String, Vec<Vec<Edit>>> {
    let mut files: BTreeMap<String, Vec<Vec<Edit>>> = BTreeMap::new();
    for finding in checked.found.iter() {
        if let Some(first) = finding.fix.first() {
            let path = checked.files.get(first.place.file).path.clone();
            files.entry(path).or_default().push(finding.fix.clone());
        }
    }
    files
}

/// What one file becomes; `None` where it stays as it is.
fn change(
    site: &Path,
    path: String,
    fixes: &[Vec<Edit>],
    checked: &Checked,
    fixed: &mut Fixed,
) -> Done<Option<Change>> {
    // Such a file made new errors in an earlier round.
    if fixed.harmful.contains(&path) {
        return Ok(None);
    }
    let raw = read_text(&site.join(&path))?;
    let id = fixes[0][0].place.file;
    if plain(&raw) != checked.files.text(id) {
        // Somebody is writing to it at this moment; the next run will see it.
        return Ok(None);
    }
    let fixes: Vec<&[Edit]> = fixes.iter().map(Vec::as_slice).collect();
    let mended = mend(&path, &raw, &fixes);
    if mended.refused > 0 {
        fixed.left_alone.insert(path.clone(), mended.refused);
    } else {
        fixed.left_alone.remove(&path);
    }
    let changes = mended.done > 0 && mended.raw != raw;
    Ok(changes.then_some(Change { path, raw, mended }))
}

fn errors(checked: &Checked) -> usize {
    checked.found.count(Level::Error)
}

/// Says what was done.
pub fn say(fixed: &Fixed) {
    for (path, number) in &fixed.left_alone {
        let number = report::count(*number, "fix");
        report::say(&format!("{number} in `{path}` would change what it says: left alone."));
    }
    let (findings, files) =
        (report::count(fixed.findings, "finding"), report::count(fixed.files.len(), "file"));
    report::say(&format!("Fixed {findings} in {files}."));
}
