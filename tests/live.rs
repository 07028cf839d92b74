//! A site that is kept in memory while its files change is the same as one that is read from the beginning: after every
//! change, every file of it has the same bytes, and the findings are the same.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use lantu::Today;
use lantu::live::{Live, Understood};
use lantu::render::Body;
use proptest::prelude::*;
use support::{TestSite, files, tests};

/// A day on which the starter site has no findings.
fn today() -> Today {
    Today::Date(jiff::civil::date(2026, 11, 25))
}

/// A site with registers, drafts, consultations, comments and concepts.
fn rich() -> TestSite {
    let site = TestSite::empty();
    support::copy(&tests("../starter"), &site.root());
    site
}

/// The published tree; nothing where the site has errors.
fn built(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    let mut checked = lantu::check(&site.root(), today());
    let published = checked.publish(&site.output(), &()).unwrap().is_some();
    let tree = if published { files(&site.output()) } else { Vec::new() };
    tree.into_iter().map(|(path, place)| (path, fs::read(place).unwrap())).collect()
}

/// Takes a change in; the findings are those of a new site.
fn takes_in(site: &TestSite, live: &mut Live, paths: &[&str]) -> Understood {
    let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
    live.look_again(&paths);
    let understood = live.understand(today());
    let found = live.judge(&understood, &|| true).expect("nobody said not to go on");
    let checked = lantu::check(&site.root(), today());
    let expected = lantu::diagnostic::to_lines(&checked.found, &checked.files);
    assert_eq!(lantu::diagnostic::to_lines(&found, live.files()), expected, "{paths:?}");
    understood
}

/// Takes a change in, and holds one of so many files against those of a build, where one is possible.
fn agrees(site: &TestSite, live: &mut Live, paths: &[&str], every: usize) {
    let understood = takes_in(site, live, paths);
    let tree = built(site);
    let Some(shown) = understood.show().filter(|_| !tree.is_empty()) else { return };
    for (path, bytes) in tree.iter().step_by(every) {
        let made = shown.make(path).unwrap_or_else(|| panic!("{path} is not there"));
        let made = made.unwrap_or_else(|mistake| panic!("{path}: {mistake:?}"));
        let made = match made {
            Body::Bytes(bytes) => bytes,
            Body::Embedded(bytes) => bytes.to_vec(),
            Body::Copy(from) => fs::read(from).unwrap(),
            Body::Made(write) => {
                let mut bytes = Vec::new();
                write(&mut bytes).unwrap();
                bytes
            }
        };
        assert!(made == *bytes, "{path} differs after {paths:?}");
    }
}

/// Every text file of a site by its path.
fn texts(root: &Path) -> Vec<String> {
    let paths = files(root).into_iter().map(|(path, _)| path);
    let of_site = |path: &String| {
        let kinds = ["toml", "md", "csv"];
        !path.starts_with("public/") && kinds.iter().any(|kind| path.ends_with(kind))
    };
    paths.filter(of_site).collect()
}

#[test]
fn every_file_of_a_new_site_is_the_same() {
    let site = rich();
    let mut live = Live::open(&site.root());
    agrees(&site, &mut live, &[], 1);
    assert!(built(&site).len() > 100, "the site is good, or nothing was compared");
}

#[test]
fn a_change_of_any_file_is_seen() {
    let site = rich();
    let mut live = Live::open(&site.root());
    live.understand(today());
    for path in texts(&site.root()) {
        let place = site.root().join(&path);
        let old = fs::read_to_string(&place).unwrap();
        // Another line at the end: a finding in a table, a sentence in a text; and back again.
        site.write(&path, format!("{old}\n新的一行 3 家 = 4\n"));
        takes_in(&site, &mut live, &[&path]);
        site.write(&path, &old);
        takes_in(&site, &mut live, &[&path]);
    }
    agrees(&site, &mut live, &[], 1);
}

#[test]
fn files_come_and_go() {
    let site = rich();
    let mut live = Live::open(&site.root());
    live.understand(today());
    let plan = files(&site.root().join("content/plans")).swap_remove(0).0;
    let id = plan.split('/').next().unwrap().to_owned();
    let from = site.root().join("content/plans").join(&id);
    support::copy(&from, &site.root().join("content/plans/another"));
    agrees(&site, &mut live, &["content/plans/another", "content/plans/another/plan.toml"], 5);
    site.write("content/plans/another/files/表.pdf", "a table");
    agrees(&site, &mut live, &["content/plans/another/files"], 5);
    fs::remove_file(site.root().join("content/plans/another/text.en.md")).unwrap();
    agrees(&site, &mut live, &["content/plans/another/text.en.md"], 5);
    fs::remove_dir_all(site.root().join("content/plans/another")).unwrap();
    agrees(&site, &mut live, &["content/plans/another"], 5);
    site.write("themes/default/static/style.css", "body { color: red }");
    agrees(&site, &mut live, &["themes"], 5);
    site.write("themes/default/static/style.css", "body { color: blue }");
    agrees(&site, &mut live, &["themes/default/static/style.css"], 5);
    // A folder that is moved away is one change, and not one for each of its files.
    let home = site.root().join("themes/default/static");
    fs::rename(&home, site.root().join("away")).unwrap();
    agrees(&site, &mut live, &["themes/default/static"], 1);
    site.write("themes/default/templates/free-page.html", "{% if %}");
    agrees(&site, &mut live, &["themes/default/templates/free-page.html"], 5);
    site.write("content/plans/.text.md.swp", "what an editor leaves behind");
    assert!(!live.look_again(&["content/plans/.text.md.swp".to_owned()]));
    assert!(!live.look_again(&["content/4913".to_owned()]), "it is not there any more");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    /// One change after the other, never going back: what was kept never holds on to something old.
    #[test]
    fn changes_one_after_the_other(changes in prop::collection::vec((any::<prop::sample::Index>(), 0.0f64..1.0, 0usize..3), 1..6)) {
        let site = rich();
        let mut live = Live::open(&site.root());
        live.understand(today());
        let texts = texts(&site.root());
        for (file, place, kind) in changes {
            let path = file.get(&texts);
            let text = fs::read_to_string(site.root().join(path)).unwrap();
            let lines: Vec<&str> = text.lines().collect();
            let at = (lines.len() as f64 * place) as usize;
            let mut lines = lines;
            match kind {
                0 if at < lines.len() => drop(lines.remove(at)),
                1 if at < lines.len() => lines.insert(at, lines[at]),
                _ => lines.insert(at, ""),
            }
            site.write(path, lines.join("\n"));
            takes_in(&site, &mut live, &[path]);
        }
        agrees(&site, &mut live, &[], 11);
    }
}
