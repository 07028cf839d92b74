//! In: plans in two languages, invented and at random. Out: whether files for translators hold them, and whether
//! what comes back changes exactly what was translated.

use proptest::prelude::*;

use super::import::{Imported, Twin, import};
use super::units::{PlanText, Unit, pair};
use super::xliff::{Head, ReadError, ReadUnit, decode, read, write};
use super::*;
use crate::diagnostic::Files;
use crate::mending::splice::plain;

fn text(raw: &str) -> PlanText {
    let mut files = Files::default();
    let file = files.add("text.md".into(), plain(raw));
    let (text, found) = PlanText::read(&files, file);
    assert!(!found.has_errors(), "{raw}");
    text
}

fn export(zh: &str, en: &str) -> String {
    let head = Head { plan: "p", original: "o", source_language: "zh", target_language: "en" };
    write(&head, &pair(&text(zh), &text(en)))
}

fn units(zh: &str, en: &str) -> Vec<Unit> {
    pair(&text(zh), &text(en))
}

fn take(zh: &str, en: &str, units: &[ReadUnit]) -> Result<Imported, Vec<Refusal>> {
    let (source, target) = (text(zh), text(en));
    let twin = Twin { text: &target, raw: en, path: "text.en.md", language: "en" };
    import(&source, &twin, units)
}

/// Translates one segment and takes the file back in.
fn translate(zh: &str, en: &str, which: &[(&str, &str, &str)]) -> Result<String, Vec<Refusal>> {
    let mut units = read(&export(zh, en)).unwrap().units;
    for (unit, segment, text) in which {
        let unit = units.iter_mut().find(|one| one.id == *unit).unwrap();
        let part = unit.parts.iter_mut().find(|one| one.id.as_deref() == Some(*segment));
        part.unwrap().target = Some((*text).to_owned());
    }
    take(zh, en, &units).map(|done| done.raw)
}

const ZH: &str = "序。\n\n## 一、总则 {#general}\n\n甲。\n\n{{ chart overview }}\n\n乙。\n\n### （一）细则\n\n丙。\n\n## 二、附则\n\n- 丁\n- 戊\n\n## 附件 {#annex}\n\n己。\n";
const EN: &str = "Preface.\n\n## I. General {#general}\n\nA.\n\n{{ chart overview }}\n\nB. \n\n### (I) Details\n\nC.\n\n## II. Final\n\n- D\n- E\n\n## Annex {#annex}\n\nF.\n";

#[test]
fn units_are_clauses_with_their_texts() {
    let units = units(ZH, EN);
    let ids: Vec<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
    assert_eq!(ids, ["_preamble", "general", "general.1", "2", "annex"]);
    assert_eq!(units[1].name.as_deref(), Some("一、总则"));
    let segments: Vec<(&str, &str, &str)> = units[1]
        .segments
        .iter()
        .map(|one| (one.id.as_str(), one.source.as_str(), one.target.as_deref().unwrap()))
        .collect();
    // A chart is no segment, but it counts.
    let expected =
        [("heading", "总则", "General"), ("block-1", "甲。", "A."), ("block-3", "乙。", "B.")];
    assert_eq!(segments, expected);
}

#[test]
fn only_the_translated_piece_changes() {
    for raw in [EN.to_owned(), format!("\u{feff}{}", EN.replace('\n', "\r\n"))] {
        assert_eq!(translate(ZH, &raw, &[]).unwrap(), raw);
        let new = translate(ZH, &raw, &[("2", "block-1", "- X\n- Y")]).unwrap();
        let end = if raw.contains('\r') { "\r\n" } else { "\n" };
        assert_eq!(new, raw.replace(&format!("- D{end}- E"), &format!("- X{end}- Y")));
        let new = translate(ZH, &raw, &[("general", "heading", "Rules\n")]).unwrap();
        assert_eq!(new, raw.replace("General", "Rules"));
    }
}

#[test]
fn headings_of_every_form_keep_their_marks() {
    for (heading, words) in [
        ("##  I.  A *b* ## ", "A *b*"),
        ("## \\*A\\* &amp; `b`", "\\*A\\* &amp; `b`"),
        ("I. A\n----", "A"),
        ("  ## I. A {#x .y}", "A"),
        ("## **I.** A", "**I.** A"),
        ("## A ##  {#x}", "A"),
        ("#A\nb\n---", "#A\nb"),
    ] {
        let en = format!("{heading}\n\nB.\n");
        let text = text(&en);
        let section = &text.sections[0];
        let found = text.at(&section.heading.as_ref().unwrap().words);
        assert_eq!(found, words, "{heading}");
    }
}

#[test]
fn clauses_that_are_missing_are_put_in_their_place() {
    let en = EN.replace("### (I) Details\n\nC.\n\n", "");
    let new =
        translate(ZH, &en, &[("general.1", "heading", "Details"), ("general.1", "block-1", "C.")]);
    assert_eq!(new.unwrap(), EN);
    let en = EN.replace("## Annex {#annex}\n\nF.\n", "");
    let new =
        translate(ZH, &en, &[("annex", "heading", "Annex"), ("annex", "block-1", "F.")]).unwrap();
    assert_eq!(new, EN);
    // A whole file, with labels as English has them and the chart as it is.
    let all: Vec<(String, String, String)> = units(ZH, EN)
        .into_iter()
        .flat_map(|unit| {
            let id = unit.id;
            unit.segments.into_iter().map(move |one| (id.clone(), one.id, one.target.unwrap()))
        })
        .collect();
    let all: Vec<(&str, &str, &str)> =
        all.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(translate(ZH, "", &all).unwrap(), EN.replace("B. \n", "B.\n"));
}

#[test]
fn a_clause_that_is_divided_differently_is_replaced_as_a_whole() {
    let en = EN.replace("A.\n\n{{ chart", "A.\n\nAgain.\n\n{{ chart");
    let unit = &units(ZH, &en)[1];
    assert!(unit.unlike && unit.segments[0].target.is_some());
    assert!(unit.segments[1..].iter().all(|one| one.target.is_none()));
    assert_eq!(translate(ZH, &en, &[]).unwrap(), en);
    let half = translate(ZH, &en, &[("general", "block-1", "A.")]).unwrap_err();
    let lacking = vec!["block-3".to_owned()];
    assert_eq!(half, [Refusal::Partly { unit: "general".into(), lacking }]);
    let whole = [("general", "block-1", "A."), ("general", "block-3", "B.")];
    assert_eq!(translate(ZH, &en, &whole).unwrap(), EN);
    // Nothing stands below the heading yet.
    let en = EN.replace("- D\n- E\n\n", "");
    assert_eq!(translate(ZH, &en, &[("2", "block-1", "- D\n- E")]).unwrap(), EN);
}

#[test]
fn a_text_that_would_be_divided_differently_is_refused() {
    for target in ["a\n\nb", "## New", "- a\n\nb", "[a]: /b", "```\nopen", "<!-- open", "# Title"] {
        let refused = translate(ZH, EN, &[("general", "block-1", target)]);
        let unit = "general".to_owned();
        assert_eq!(refused.unwrap_err(), [Refusal::Structure { unit }], "{target}");
    }
    for target in ["a\nb", "a {#b}", "a {#general}", "a ##"] {
        let refused = translate(ZH, EN, &[("2", "heading", target)]);
        assert!(refused.is_err(), "{target}");
    }
    let refused = translate(ZH, EN, &[("2", "block-1", "##Title")]).unwrap_err();
    assert!(matches!(&refused[..], [Refusal::Findings { .. }]), "{refused:?}");
    let refused = translate(ZH, EN, &[("2", "block-1", "{{ 图表 总览 }}")]).unwrap_err();
    assert!(matches!(&refused[..], [Refusal::Findings { .. }]), "{refused:?}");
}

#[test]
fn what_is_not_of_this_text_is_refused() {
    let file = export(ZH, EN);
    let refusals = |file: &str| take(ZH, EN, &read(file).unwrap().units).unwrap_err();
    let unit = || "2".to_owned();
    let segment = || "block-1".to_owned();
    let unknown = refusals(&file.replace("<unit id=\"2\"", "<unit id=\"7\""));
    assert_eq!(unknown, [Refusal::UnknownUnit { unit: "7".into() }]);
    let doubled = refusals(&file.replace("<unit id=\"general.1\"", "<unit id=\"2\""));
    assert!(doubled.contains(&Refusal::DoubledUnit { unit: unit() }), "{doubled:?}");
    let changed = refusals(&file.replace("- 戊", "- 庚"));
    assert_eq!(changed, [Refusal::SourceChanged { unit: unit(), segment: segment() }]);
    let cut = file.replacen("<segment id=\"heading\"", "<segment id=\"a\"", 1);
    let unknown = Refusal::UnknownSegment { unit: "general".into(), segment: "a".into() };
    assert!(refusals(&cut).contains(&unknown));
    let doubled = file.replace("id=\"block-3\"", "id=\"block-1\"");
    let expected = Refusal::DoubledSegment { unit: "general".into(), segment: segment() };
    assert!(refusals(&doubled).contains(&expected));
}

#[test]
fn files_that_are_no_xliff_say_so() {
    let xml = |text: &str| read(text).unwrap_err();
    assert!(matches!(xml("## Markdown"), ReadError::Xml(_)));
    assert!(matches!(xml("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), ReadError::Xml(_)));
    assert_eq!(xml("<html/>"), ReadError::NotXliff("html".into()));
    let old = "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'/>";
    assert_eq!(xml(old), ReadError::Version("1.2".into()));
    let none = "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0'/>";
    assert_eq!(xml(none), ReadError::Files(0));
    assert_eq!(decode(b"\xb9\xab"), Err(ReadError::Encoding));
    let wide: Vec<u8> = "\u{feff}<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decode(&wide).as_deref(), Ok("<a/>"));
}

#[test]
fn what_translation_tools_add_is_passed_over() {
    let en = EN.replace("- D\n- E\n", "- D & <E>\n");
    let file = export(ZH, &en)
        .replace("<target>F.</target>", "<target xml:lang='en'><mrk id='m' type='term'>F</mrk><pc id='1'>.</pc></target>")
        .replace("- D &amp; &lt;E&gt;", "<![CDATA[- D & <E>]]>")
        .replace("<unit id=\"2\"", "<group id=\"g\" xmlns:x=\"urn:x\"><x:y>z</x:y><unit id=\"2\"")
        .replace("<unit id=\"annex\"", "</group><unit id=\"annex\"")
        .replace(
            "<segment id=\"block-1\" state=\"translated\">\n        <source>序。</source>\n        <target>Preface.</target>\n      </segment>",
            "<segment id=\"block-1\"><source>序</source><target>Pre</target></segment><ignorable><source/><target>f</target></ignorable><segment id=\"n\"><source>。</source><target>ace.</target></segment>",
        );
    let units = read(&file).unwrap().units;
    let done = take(ZH, &en, &units).unwrap();
    assert!(done.changes.is_empty(), "{:?}", done.changes);
    let torn = file.replace("<target>ace.</target>", "");
    let refused = take(ZH, &en, &read(&torn).unwrap().units).unwrap_err();
    assert!(matches!(&refused[..], [Refusal::Torn { .. }]), "{refused:?}");
    let code = file.replace("F</mrk>", "F<ph id='2'/></mrk>");
    assert!(matches!(read(&code), Err(ReadError::Code { .. })));
}

#[test]
fn a_source_put_where_the_translation_is_to_stand_is_none() {
    let en = EN.replace("- D\n- E\n\n", "");
    let file = export(ZH, &en).replace(
        "<source>- 丁\n- 戊</source>",
        "<source>- 丁\n- 戊</source><target>- 丁\n- 戊</target>",
    );
    assert!(take(ZH, &en, &read(&file).unwrap().units).unwrap().changes.is_empty());
}

#[test]
fn characters_that_xml_cannot_hold_survive() {
    let zh = "甲\u{1}乙\u{fffe}&<>]]>\"'\tb\rc\n";
    let file = export(zh, "x");
    assert!(file.contains("<cp hex=\"0001\"/>"), "{file}");
    assert_eq!(read(&file).unwrap().units[0].parts[0].source, zh.trim_end());
}

/// Blocks that stay apart wherever they stand.
fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z一二。，]{1,6}( ?\\*\\*[a-z三]{1,3}[。a]\\*\\*)?(\n[a-z]{1,3})?",
        "[a-z]{1,3} \\{\\{ figure a 2020 \\}\\} &amp; <b>[a-z]{1,3}</b> `\\|`",
        Just("| a | b |\n|---|--:|\n| 1 | 2 |".to_owned()),
        Just("> a\n> b".to_owned()),
        Just("```\na\n\nb\n```".to_owned()),
        Just("{{ chart overview }}".to_owned()),
    ]
}

/// What stands between blocks.
fn gap() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("\n\n"), Just(" \n\n"), Just("\n\n\n"), Just("\n\t\n")]
}

type Blocks = Vec<(String, String, &'static str)>;

/// Sections with blocks in both languages, and whether the second language has the section.
fn plan() -> impl Strategy<Value = Vec<(Blocks, bool)>> {
    let blocks = prop::collection::vec((block(), gap()), 0..4);
    let blocks = blocks.prop_map(|list| {
        let twin = |text: &str| {
            let chart = text.starts_with("{{ chart");
            if chart || text.contains('\n') { text.to_owned() } else { format!("en {text}") }
        };
        list.into_iter().map(|(zh, gap)| (zh.clone(), twin(&zh), gap)).collect::<Blocks>()
    });
    prop::collection::vec((blocks, prop::bool::weighted(0.8)), 1..5)
}

fn chinese(plan: &[(Blocks, bool)]) -> String {
    let mut out = String::new();
    for (number, (blocks, _)) in plan.iter().enumerate() {
        if number > 0 {
            let label = crate::language::numeral::to_chinese(u32::try_from(number).unwrap());
            out.push_str(&format!("## {label}、标题\n\n"));
        }
        for (zh, _, _) in blocks {
            out.push_str(&format!("{zh}\n\n"));
        }
    }
    out
}

/// The second text; `swap` says what stands for block `.1` of section `.0`.
fn english(
    plan: &[(Blocks, bool)],
    windows: bool,
    swap: impl Fn(usize, usize) -> Option<String>,
) -> String {
    let mut out = String::new();
    for (number, (blocks, here)) in plan.iter().enumerate().filter(|(_, (_, here))| *here) {
        assert!(here);
        if number > 0 {
            let label = crate::language::numeral::to_roman(u32::try_from(number).unwrap());
            out.push_str(&format!("## {label}. Title ##\n\n"));
        }
        for (at, (_, en, gap)) in blocks.iter().enumerate() {
            out.push_str(&swap(number, at).unwrap_or_else(|| en.clone()));
            out.push_str(gap);
        }
    }
    if windows { format!("\u{feff}{}", out.replace('\n', "\r\n")) } else { out }
}

fn id(number: usize) -> String {
    if number == 0 { crate::model::document::PREAMBLE.to_owned() } else { number.to_string() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn there_and_back_changes_nothing(plan in plan(), windows: bool) {
        let (zh, en) = (chinese(&plan), english(&plan, windows, |_, _| None));
        let done = take(&zh, &en, &read(&export(&zh, &en)).unwrap().units).unwrap();
        prop_assert_eq!(&done.raw, &en);
        prop_assert!(done.changes.is_empty());
    }

    #[test]
    fn a_translation_changes_its_blocks_and_nothing_else(
        plan in plan(), windows: bool, chosen in prop::collection::vec(any::<bool>(), 20)
    ) {
        let (zh, en) = (chinese(&plan), english(&plan, windows, |_, _| None));
        let swap = |number: usize, at: usize| {
            let chart = plan[number].0[at].0.starts_with("{{ chart");
            (chosen[number * 4 + at] && !chart).then(|| format!("new *text* {number}\n{at}"))
        };
        let mut units = read(&export(&zh, &en)).unwrap().units;
        let mut count = 0;
        for (number, (blocks, here)) in plan.iter().enumerate() {
            for (at, new) in (0..blocks.len()).filter_map(|at| Some((at, swap(number, at)?))) {
                if !here { continue }
                let unit = units.iter_mut().find(|unit| unit.id == id(number)).unwrap();
                let segment = units::block_id(at);
                let part = unit.parts.iter_mut().find(|part| part.id.as_ref() == Some(&segment));
                part.unwrap().target = Some(new);
                count += 1;
            }
        }
        let done = take(&zh, &en, &units).unwrap();
        prop_assert_eq!(&done.raw, &english(&plan, windows, swap));
        prop_assert_eq!(done.changes.iter().map(|one| one.segments.len()).sum::<usize>(), count);
        let again = take(&zh, &done.raw, &units).unwrap();
        prop_assert_eq!((again.raw, again.changes.len()), (done.raw, 0));
    }

    #[test]
    fn a_complete_translation_makes_a_complete_text(plan in plan(), windows: bool) {
        let (zh, en) = (chinese(&plan), english(&plan, windows, |_, _| None));
        let mut units = read(&export(&zh, &en)).unwrap().units;
        for part in units.iter_mut().flat_map(|unit| &mut unit.parts) {
            let own = || if part.source == "标题" { "Title".to_owned() } else { part.source.clone() };
            part.target = Some(part.target.clone().unwrap_or_else(own));
            part.initial = false;
        }
        let done = take(&zh, &en, &units).unwrap();
        let after = pair(&text(&zh), &text(&done.raw));
        prop_assert!(after.iter().flat_map(|unit| &unit.segments).all(|one| one.target.is_some()));
        prop_assert!(take(&zh, &done.raw, &units).unwrap().changes.is_empty());
    }

    #[test]
    fn any_translation_is_taken_or_refused(new in "[#*|<>`{}\\[\\]a一 \n-]{0,12}", heading: bool) {
        let which = if heading { ("2", "heading") } else { ("2", "block-1") };
        if let Ok(raw) = translate(ZH, EN, &[(which.0, which.1, &new)]) {
            let (old, now) = (text(EN), text(&raw));
            let ids = |text: &PlanText| text.sections.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
            prop_assert_eq!(ids(&old), ids(&now));
            prop_assert!(raw.starts_with(&EN[..EN.find("## II.").unwrap()]));
            let rest = raw.ends_with("\n\n## Annex {#annex}\n\nF.\n");
            prop_assert!(rest, "{}", raw);
        }
    }
}
