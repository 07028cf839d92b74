//! In: the paths of all files that will be published. Out: a finding for each two of them that one disk or another
//! cannot keep beside each other.

use std::borrow::Cow;
use std::hash::BuildHasher;

use icu_normalizer::ComposingNormalizerBorrowed;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::diagnostic::safety::Safety;
use crate::diagnostic::{Diagnostics, Place, Problem};
use crate::language::any_byte;

use super::{Output, SitePlan, download};

/// Pages cannot meet here any more; files of people can meet each other, and the files and folders that lantu makes.
pub fn find(plan: &SitePlan) -> Diagnostics {
    let mut found = Diagnostics::default();
    // Where all paths have hashes of their own, as nearly always, there are no two of one path. What is the same in every
    // language but for its folder is looked at in the first one.
    let hash = |file: Output| FxBuildHasher.hash_one(folded(&plan.path(file)));
    let first = plan.site.config.languages.first();
    let of_people = plan.files_of_people();
    let mut hashes: Vec<u64> = Vec::new();
    // Nearly always, nobody has put a file where the pages are.
    let folder = [plan.site.config.languages.tag(first), "/"].concat();
    let beside_pages = |file: &Output| folded(&plan.path(*file)).starts_with(&*folded(&folder));
    if of_people.iter().any(beside_pages) {
        let pages = (0..plan.pages.len()).into_par_iter().map(|at| Output::Page(at, first));
        hashes.par_extend(pages.map(hash));
        let downloads = download::all(&plan.site, plan.today).into_par_iter();
        hashes.par_extend(downloads.map(|one| hash(Output::Download(one, first))));
    }
    hashes.extend(plan.machines().chain(of_people.iter().copied()).map(hash));
    hashes.par_sort_unstable();
    if hashes.windows(2).any(|pair| pair[0] == pair[1]) {
        same_files(plan, &plan.files(), &mut found);
    }
    // Of what lantu makes, only files at the root of the site can meet anything.
    let any_root = !plan.site.root.is_empty();
    folders(plan, &if any_root { plan.files() } else { of_people }, &mut found);
    found
}

/// A path as Windows and macOS compare it: capital and small letters are alike, and so are the ways to write an accent.
fn folded(path: &str) -> Cow<'_, str> {
    if path.is_ascii() {
        let capital = any_byte(path, |byte| byte.is_ascii_uppercase());
        return if !capital { path.into() } else { path.to_ascii_lowercase().into() };
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&path.to_lowercase()).into_owned().into()
}

fn same_files(plan: &SitePlan, files: &[Output], found: &mut Diagnostics) {
    let mut seen: FxHashMap<String, String> = FxHashMap::default();
    for file in files {
        let path = plan.path(*file);
        let Some(first) = seen.insert(folded(&path).into_owned(), path.clone()) else { continue };
        let url = format!("/{path}");
        let problem = if first == path {
            Problem::SameUrl { url }
        } else {
            Problem::Safety(Safety::NearlySameUrl { url, other: format!("/{first}") })
        };
        found.report(problem, Place::Path(source(plan, *file, path)));
    }
}

/// Where a file of a person stands in the site folder; else its published path.
fn source(plan: &SitePlan, file: Output, path: String) -> String {
    match file {
        Output::Root(at) => format!("content/root/{}", plan.site.root[at].name),
        Output::Attachment(of, at) => {
            let of = &plan.site.plans[of];
            format!("content/plans/{}/files/{}", of.id, of.files[at].name)
        }
        _ => path,
    }
}

/// A folder that is a file elsewhere, or that has another one beside it with nearly the same name.
fn folders(plan: &SitePlan, files: &[Output], found: &mut Diagnostics) {
    // By its name as it is compared: the folder, and the first file in it.
    let mut folders: FxHashMap<String, (String, String)> = FxHashMap::default();
    for file in files {
        let path = plan.path(*file);
        for (at, _) in path.match_indices('/') {
            let folder = &path[..at];
            let (first, other) = folders
                .entry(folded(folder).into_owned())
                .or_insert_with(|| (folder.to_owned(), path.clone()));
            if first != folder {
                let (url, other) = (format!("/{path}"), format!("/{other}"));
                let problem = Problem::Safety(Safety::NearlySameUrl { url, other });
                found.report(problem, Place::Path(source(plan, *file, path.clone())));
                break;
            }
        }
    }
    for file in files {
        let path = plan.path(*file);
        if let Some((_, other)) = folders.get(folded(&path).as_ref()) {
            let (url, other) = (format!("/{path}"), format!("/{other}"));
            let problem = Problem::Safety(Safety::FileAndFolder { url, other });
            found.report(problem, Place::Path(source(plan, *file, path)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn names_are_compared_as_other_systems_do() {
        assert_eq!(folded("files/a/Map.PDF"), folded("files/A/map.pdf"));
        assert_eq!(folded("re\u{301}sume\u{301}.pdf"), folded("R\u{e9}sum\u{c9}.pdf"));
        assert_eq!(folded("图.pdf"), "图.pdf");
        assert_ne!(folded("a-b"), folded("a_b"));
    }
}
