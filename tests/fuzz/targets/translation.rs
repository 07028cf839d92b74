//! In: files for translators, and texts to translate. Out: what comes back is taken in whole or refused, and what nobody
//! changed changes nothing.

use std::fs;

use lantu::diagnostic::Files;
use lantu::mending::splice::plain;
use lantu::translation::import::{Twin, import};
use lantu::translation::units::{PlanText, pair};
use lantu::translation::xliff::{self, Head};

use crate::corpus::fixtures;
use crate::dictionary::{MARKDOWN, XML};
use crate::mutate::{Form, Maker};
use crate::playground::{PLAN, site};
use crate::target::Target;

fn head() -> Head<'static> {
    Head {
        plan: "water-2030",
        original: "text.zh.md",
        source_language: "zh",
        target_language: "en",
    }
}

/// A text, as it is read from the disk, and whether it has no mistakes.
fn read(raw: &str) -> (PlanText, bool) {
    let mut files = Files::default();
    let file = files.add("text.md".to_owned(), plain(raw));
    let (text, found) = PlanText::read(&files, file);
    (text, !found.has_errors())
}

fn twin<'t>(text: &'t PlanText, raw: &'t str) -> Twin<'t> {
    Twin { text, raw, path: "content/plans/water-2030/text.en.md", language: "en" }
}

fn texts() -> [String; 2] {
    let site = site();
    ["zh", "en"].map(|lang| {
        fs::read_to_string(site.root().join(PLAN).join(format!("text.{lang}.md"))).unwrap()
    })
}

#[test]
fn files_of_translators() {
    let [chinese, english] = texts();
    let ((source, _), (target, _), (nothing, _)) = (read(&chinese), read(&english), read(""));
    let export = |target| xliff::write(&head(), &pair(&source, target));
    let good = vec![export(&target).into_bytes(), export(&nothing).into_bytes()];
    let maker =
        Maker { form: Form::Lines, good, more: Vec::new(), words: [XML, MARKDOWN].concat() };
    Target { name: "xliff", usual: 400, maker }.run(|input, _| {
        let Ok(translation) = xliff::decode(input).and_then(|text| xliff::read(&text)) else {
            return;
        };
        for (twin_text, raw) in [(&target, english.as_str()), (&nothing, "")] {
            let Ok(imported) = import(&source, &twin(twin_text, raw), &translation.units) else {
                continue;
            };
            assert!(read(&imported.raw).1, "what is taken in has no new mistakes");
            // Taken in once more, it changes nothing.
            let (once, _) = read(&imported.raw);
            let again = import(&source, &twin(&once, &imported.raw), &translation.units);
            let changes = again.map(|again| (again.raw == imported.raw, again.changes));
            assert_eq!(changes, Ok((true, Vec::new())));
        }
    });
}

#[test]
fn texts_for_translators() {
    let [chinese, english] = texts();
    let good = vec![chinese.into_bytes(), english.into_bytes()];
    let more = [fixtures("text.zh.md"), fixtures("text.en.md")].concat();
    let maker = Maker { form: Form::Lines, good, more, words: MARKDOWN.to_vec() };
    Target { name: "export", usual: 400, maker }.run(|input, _| {
        let raw = String::from_utf8_lossy(input);
        let (source, sound) = read(&raw);
        let file = xliff::write(&head(), &pair(&source, &source));
        let back = xliff::read(&file).expect("what lantu writes, lantu reads");
        if sound {
            let imported = import(&source, &twin(&source, &raw), &back.units);
            let changes = imported.map(|imported| (imported.raw == raw, imported.changes));
            assert_eq!(changes, Ok((true, Vec::new())));
        }
    });
}
