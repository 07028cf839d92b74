//! The schemas for editors: they take every file that lantu takes, reject what it rejects, and stand where the
//! files look for them.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use boon::{Compiler, ErrorKind, SchemaIndex, Schemas, ValidationError};
use lantu::diagnostic::{Level, Place, Problem};
use lantu::language::Languages;
use lantu::parse::schemas;
use serde_json::{Map, Value};
use support::{TestSite, assert_expected, files, tests};
use toml::de::{DeTable, DeValue};

/// Mistakes that a schema could see and does not. An entry of `translation.toml` accepts one thing; the schema only
/// asks for one at least, because `blocks = false` may stand beside the others. An amount needs a unit unless it is a ratio,
/// which the schema takes for a text like any other.
const NOT_SEEN: &[&str] = &[
    "bad-award, content/plans/water/awards.toml: 'unit'",
    "nothing-to-accept, content/plans/water/translation.toml: 'value' not allowed",
    "nothing-to-accept, content/plans/water/translation.toml: 'value' not allowed",
];

/// Where these are found, lantu does not know the languages and reads nothing else.
const NOT_READ: &[&str] = &["bad-language-tag", "too-few-languages", "no-words-for-language"];

/// The schemas of a site.
struct Checker {
    schemas: Schemas,
    by_name: BTreeMap<String, SchemaIndex>,
}

impl Checker {
    fn new(languages: &Languages) -> Self {
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let mut schemas = Schemas::new();
        let by_name = schemas::all(languages).into_iter().map(|file| {
            let place = format!("http://localhost/{}", file.name);
            compiler.add_resource(&place, serde_json::from_str(&file.text).unwrap()).unwrap();
            let index = compiler.compile(&place, &mut schemas).unwrap();
            (file.name.replace(".json", ".toml"), index)
        });
        let by_name = by_name.collect();
        Self { schemas, by_name }
    }

    fn of_tags(tags: &[&str]) -> Self {
        Self::new(&Languages::new(tags.iter().map(|tag| (*tag).to_owned()).collect()))
    }

    /// Why the schema rejects the file; nothing where it takes it, `None` where there is no schema for it.
    fn reasons(&self, path: &str, text: &str) -> Option<Vec<String>> {
        let schema = self.by_name.get(path.rsplit('/').next()?)?;
        let value = json(DeTable::parse(text).ok()?.into_inner());
        let mut reasons = BTreeSet::new();
        if let Err(error) = self.schemas.validate(&value, *schema) {
            leaves(&error, &mut reasons);
        }
        Some(reasons.into_iter().collect())
    }
}

fn languages(root: &Path) -> Languages {
    let (sources, _) = lantu::source::read(root);
    let (config, _) = lantu::parse::config(&sources);
    config.expect("this is a site").config.languages
}

/// The reasons behind a reason.
fn leaves(error: &ValidationError<'_, '_>, reasons: &mut BTreeSet<String>) {
    if error.causes.is_empty() && !matches!(error.kind, ErrorKind::Group) {
        reasons.insert(format!("{}: {}", error.instance_location, error.kind));
    }
    for cause in &error.causes {
        leaves(cause, reasons);
    }
}

/// A TOML file as editors show it to a schema: dates are texts.
fn json(table: DeTable<'_>) -> Value {
    let entries = table
        .into_iter()
        .map(|(key, value)| (key.into_inner().into_owned(), json_value(value.into_inner())));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn json_value(value: DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => text.into_owned().into(),
        DeValue::Integer(number) => {
            serde_json::from_str(&number.as_str().replace('_', "")).expect("a decimal number")
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().expect("a number").into(),
        DeValue::Boolean(yes) => yes.into(),
        DeValue::Datetime(date) => date.to_string().into(),
        DeValue::Array(list) => {
            list.into_iter().map(|value| json_value(value.into_inner())).collect()
        }
        DeValue::Table(table) => json(table),
    }
}

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The TOML files of a site that have a place in it: path and text.
fn toml_files(root: &Path) -> Vec<(String, String)> {
    let place = |path: &str| path == "site-config.toml" || path.starts_with("content/");
    let wanted = |path: &str| path.ends_with(".toml") && !path.ends_with("/confirmed.toml");
    files(root)
        .into_iter()
        .filter(|(path, _)| place(path) && wanted(path))
        .map(|(path, place)| (path, fs::read_to_string(place).unwrap()))
        .collect()
}

#[test]
fn every_file_of_a_sound_site_is_taken() {
    let overlaid: Vec<TestSite> = ["small", "pending"]
        .into_iter()
        .map(|name| TestSite::base().overlay(&tests(&format!("sites/{name}/site"))))
        .collect();
    let mut roots: Vec<PathBuf> = overlaid.iter().map(TestSite::root).collect();
    let whole = ["support/base", "consultation/site", "figures/site", "units/site"];
    roots.extend(whole.map(tests));
    roots.extend([home().to_owned(), home().join("starter")]);
    let mut count = 0;
    for root in roots {
        let checker = Checker::new(&languages(&root));
        // Of this repository, only its own site.
        for (path, text) in toml_files(&root) {
            let reasons = checker.reasons(&path, &text).expect("there is a schema, and it parses");
            assert!(reasons.is_empty(), "{}/{path}:\n{}", root.display(), reasons.join("\n"));
            count += 1;
        }
    }
    assert!(count > 80, "only {count} files were found");
}

#[test]
fn readers_and_schemas_agree_about_every_mistake() {
    let mut checkers: BTreeMap<Vec<String>, Checker> = BTreeMap::new();
    let (mut taken, mut rejected, mut exceptions) = (0, 0, Vec::new());
    for entry in fs::read_dir(tests("diagnostics")).unwrap() {
        let folder = entry.unwrap();
        let name = folder.file_name().into_string().unwrap();
        let site = TestSite::base().overlay(&folder.path());
        let checked = site.check();
        if checked.found.iter().any(|one| NOT_READ.contains(&one.problem.code())) {
            continue;
        }
        let languages = languages(&site.root());
        let tags = languages.tags().map(str::to_owned).collect();
        let checker = checkers.entry(tags).or_insert_with(|| Checker::new(&languages));
        for (path, text) in toml_files(&site.root()) {
            let Some(reasons) = checker.reasons(&path, &text) else { continue };
            let here = checked.found.iter().filter(|one| match &one.place {
                Place::Text(span) => checked.files.get(span.file).path == path,
                Place::Path(place) => *place == path,
            });
            let errors: Vec<_> = here.filter(|one| one.level == Level::Error).collect();
            if errors.is_empty() {
                assert!(reasons.is_empty(), "{name}: {path} is sound:\n{}", reasons.join("\n"));
                taken += 1;
            }
            for reason in errors.iter().filter_map(|one| seen(&one.problem)) {
                match reasons.iter().any(|one| one.contains(&reason)) {
                    true => rejected += 1,
                    false => exceptions.push(format!("{name}, {path}: {reason}")),
                }
            }
        }
    }
    exceptions.sort();
    assert_eq!(exceptions, NOT_SEEN, "{taken} files were taken, {rejected} mistakes seen");
    assert!(taken > 500 && rejected > 30, "{taken} files were taken, {rejected} mistakes seen");
}

/// What the schema says of a mistake that it can see.
fn seen(problem: &Problem) -> Option<String> {
    Some(match problem {
        Problem::UnknownKey { key, .. } => format!("'{key}' not allowed"),
        Problem::MissingKey { key } => format!("'{key}'"),
        Problem::MissingTable { key, .. } => {
            format!("'{}'", key.rsplit('.').next().unwrap_or(key))
        }
        Problem::MissingLanguage { tag, .. } => format!("'{tag}'"),
        Problem::UnknownWord { .. } => "must be one of".to_owned(),
        Problem::WrongType { .. } => "want ".to_owned(),
        _ => return None,
    })
}

#[test]
fn every_mistake_is_rejected_for_its_own_reason() {
    let checker = Checker::of_tags(&["zh", "en"]);
    let plan = "content/plans/water/plan.toml";
    let targets = "content/plans/water/targets.toml";
    let duties = "content/plans/water/duties.toml";
    let call = "content/plans/water/consultation.toml";
    let register = "content/organisations.toml";
    let config = "site-config.toml";
    for (path, old, new, reason) in [
        (plan, "status    =", "statsu    =", ": additionalProperties 'statsu' not allowed"),
        (plan, "status    = \"in-force\"\n", "", ": missing properties 'status'"),
        (plan, "\"in-force\"", "\"inforce\"", "/status: value must be one of"),
        (plan, "\"water\"", "7", "/issuer: want string, but got number"),
        (plan, "\"water\"", "\" \"", "/issuer: ' ' does not match pattern"),
        (plan, "2026-01-05", "\"2026-13-05\"", "/published: '2026-13-05' is not valid date"),
        (
            plan,
            "2026-01-05",
            "2026-01-05T10:00:00",
            "/published: '2026-01-05T10:00:00' is not valid",
        ),
        (plan, ", en = \"Water plan\"", "", "/short: missing properties 'en'"),
        (
            plan,
            "en = \"Water plan\"",
            "en = \"Plan\", fr = \"Plan\"",
            "/short: additionalProperties 'fr'",
        ),
        (plan, "start = 2026", "start = 26", "/period/start: must be >=1000"),
        (plan, "[\"节水\"]", "\"节水\"", "/keywords/zh: want array, but got string"),
        (plan, "area      =", "pending   = [\"zh\"]\narea      =", "/pending/0: value must be"),
        (targets, "2026 = 10,", "26 = 10,", "/indicator/0/target: additionalProperties '26'"),
        (targets, "2026 = 10,", "2026 = true,", "/indicator/0/target/2026: want number or string"),
        (
            targets,
            "north = { 2026 = 4.0,",
            "north = { x = 4.0,",
            "/indicator/0/areas/north: additional",
        ),
        (targets, "title = {", "titel = {", ": missing properties 'title'"),
        (targets, "\"pipes\"", "\"Pipes\"", "/indicator/0/id: 'Pipes' does not match pattern"),
        (duties, "number      = 1", "number      = -1", "/group/0/task/0/number: must be >=0"),
        (
            duties,
            "number      = 1",
            "number      = 1\ndue         = true",
            "/group/0/task/0/due: want",
        ),
        (call, "\"email\"", "\"fax\"", "/round/0/channel/0/kind: value must be one of"),
        (
            call,
            "\"email\"",
            "\"form\"",
            "/round/0/channel/0: additionalProperties 'email' not allowed",
        ),
        (call, "\"email\"", "\"form\"", "/round/0/channel/0: missing properties 'url'"),
        (
            call,
            "water@example.org",
            "water at example",
            "/round/0/channel/0/email: 'water at example'",
        ),
        (
            call,
            "end       = 2026-02-05",
            "end       = 5",
            "/round/0/end: want string, but got number",
        ),
        (call, "organiser =", "profile = \"none\"\norganiser =", ""),
        (
            call,
            "organiser =",
            "profile = \"nome\"\norganiser =",
            "/round/0/profile: value must be one",
        ),
        (
            call,
            "organiser =",
            "profile = { source = { zh = \"一\", en = \"x\" } }\norganiser =",
            "/round/0/profile: missing properties 'days'",
        ),
        (
            call,
            "[[round.channel]]",
            "[[round.document]]\ntitle = { zh = \"一\", en = \"x\" }\n[[round.channel]]",
            "/round/0/document/0: missing properties 'file'",
        ),
        (
            register,
            "members = [\"finance\"]",
            "members = \"finance\"",
            "/organisation/2/members: want",
        ),
        (register, "[[organisation]]", "[[organization]]", ": additionalProperties 'organization'"),
        (config, "[host]", "[hots]", ": missing properties 'host'"),
        (config, "https://", "ftp://", "/base-url: 'ftp://plans.example.org' does not match"),
    ] {
        let text = fs::read_to_string(tests("support/base").join(path)).unwrap();
        assert!(text.contains(old), "`{old}` is not in {path}");
        let text = text.replacen(old, new, 1);
        let reasons = checker.reasons(path, &text).unwrap_or_else(|| panic!("{new} is no TOML"));
        if reason.is_empty() {
            assert!(reasons.is_empty(), "{new}: {reasons:#?}");
        } else {
            assert!(reasons.iter().any(|one| one.starts_with(reason)), "{new}: {reasons:#?}");
        }
    }
}

#[test]
fn texts_may_say_why_they_differ_and_files_may_be_empty() {
    let checker = Checker::of_tags(&["zh", "en"]);
    let reasons = |name: &str, text: &str| checker.reasons(name, text).unwrap();
    let text = "[[term]]\nzh = \"高新区\"\nen = [\"zone\", \"high-tech zone\"]\n";
    assert_eq!(reasons("glossary.toml", text), [""; 0]);
    for name in ["targets.toml", "progress.toml", "duties.toml", "awards.toml"] {
        assert_eq!(reasons(name, "# Nothing yet.\n"), [""; 0]);
        assert!(!reasons(name, "colour = 1\n").is_empty());
    }
    assert!(!reasons("plan.toml", "").is_empty(), "a plan must have its plan.toml");
    let text = "[[accepted]]\nreason = \"x\"\n";
    assert_eq!(reasons("translation.toml", text), ["/accepted/0: missing properties 'value'"]);
    assert_eq!(reasons("translation.toml", &format!("{text}blocks = true\n")), [""; 0]);
    assert!(!reasons("translation.toml", &format!("{text}blocks = false\n")).is_empty());
    let title = "title = { zh = \"5家\", en = \"6\", differs = \"As printed.\" }\n";
    let notes = |rest: &str| reasons("duties.toml", &format!("{title}[notes]\n{rest}"));
    assert_eq!(notes("lead = { zh = \"牵头\", en = \"Lead\" }\n"), [""; 0]);
    assert_eq!(notes("first-leads = true\n"), ["/notes: missing properties 'responsible'"]);
}

#[test]
fn texts_stand_in_the_languages_of_the_site() {
    let one = Checker::of_tags(&["zh"]);
    let three = Checker::of_tags(&["zh", "en", "fr"]);
    let text = "[[area]]\nid = \"a\"\nkind = \"city\"\nname = { zh = \"市\" }\n";
    assert_eq!(one.reasons("areas.toml", text).unwrap(), [""; 0]);
    assert_eq!(
        three.reasons("areas.toml", text).unwrap(),
        ["/area/0/name: missing properties 'en', 'fr'"]
    );
}

#[test]
fn every_kind_of_file_has_a_schema() {
    let layout = fs::read_to_string(home().join("src/source/layout.rs")).unwrap();
    let names: BTreeSet<String> = layout
        .split('"')
        .filter(|word| word.ends_with(".toml") && *word != "confirmed.toml")
        .map(|name| name.replace(".toml", ".json"))
        .collect();
    let made = schemas::all(&Languages::new(vec!["zh".to_owned()]));
    assert_eq!(made.into_iter().map(|file| file.name).collect::<BTreeSet<_>>(), names);
}

/// The schemas of this repository's own site, and those that the starter site gets.
#[test]
fn the_schemas_of_this_repository_are_current() {
    for file in schemas::all(&languages(home())) {
        assert_expected(&home().join("schemas").join(&file.name), &file.text);
    }
}

#[test]
fn files_find_their_schema() {
    let mut count = 0;
    let mut check = |path: &str, text: &str| {
        let up = "../".repeat(path.matches('/').count());
        let up = if up.is_empty() { "./" } else { &up };
        let name = path.rsplit('/').next().unwrap().replace(".toml", ".json");
        let line = format!("#:schema {up}schemas/{name}\n");
        assert!(text.starts_with(&line), "{path} does not begin with {line}");
        assert!(home().join("schemas").join(&name).is_file(), "{name}");
        count += 1;
    };
    for root in [home().to_owned(), home().join("starter")] {
        for (path, text) in toml_files(&root) {
            check(&path, &text);
        }
    }
    for (name, place) in files(&home().join("src/cli/skeleton")) {
        if name.ends_with(".toml") {
            check(&format!("content/plans/new/{name}"), &fs::read_to_string(place).unwrap());
        }
    }
    assert!(count > 15, "only {count} files were found");
}

struct Answer {
    code: Option<i32>,
    out: String,
    err: String,
}

fn lantu(folder: &Path, args: &[&str]) -> Answer {
    let output =
        Command::cargo_bin("lantu").unwrap().current_dir(folder).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn the_command_writes_what_has_changed() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(lantu(home.path(), &["init", "my-site"]).code, Some(0));
    let site = home.path().join("my-site");
    let again = lantu(&site, &["schema"]);
    assert_eq!((again.code, again.err.as_str()), (Some(0), ""));
    assert!(again.out.contains("Nothing has changed."), "{}", again.out);

    fs::remove_file(site.join("schemas/plan.json")).unwrap();
    let targets = fs::read_to_string(site.join("schemas/targets.json")).unwrap();
    fs::write(site.join("schemas/targets.json"), targets.replace('\n', "\r\n")).unwrap();
    let other = lantu(home.path(), &["schema", "--site", "my-site"]);
    assert_eq!(other.code, Some(0), "{}", other.err);
    assert!(other.out.contains("Written: plan.json."), "line ends do not count: {}", other.out);

    // Texts in one language more.
    let config = fs::read_to_string(site.join("site-config.toml")).unwrap();
    fs::write(site.join("site-config.toml"), config.replace("\"en\"]", "\"en\", \"fr\"]")).unwrap();
    let more = lantu(&site, &["schema"]);
    assert!(more.out.contains("with texts in zh, en, fr.\n"), "{}", more.out);
    assert!(more.out.contains("targets.json"), "{}", more.out);
    assert!(!more.out.contains("translation.json"), "it has no such texts: {}", more.out);
    assert!(fs::read_to_string(site.join("schemas/plan.json")).unwrap().contains("In `fr`."));
    // The folder is none of the site's.
    assert!(!lantu(&site, &["check"]).err.contains("schemas"));
}

#[test]
fn a_new_plan_finds_schemas_in_an_older_site() {
    let site = TestSite::base();
    let made = lantu(&site.root(), &["new", "plan", "roads"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert!(made.out.contains("Schemas for editors are in `schemas`."), "{}", made.out);
    assert!(site.root().join("schemas/plan.json").is_file());
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let refused = |folder: &Path, args: &[&str], code, words: &str| {
        let answer = lantu(folder, args);
        assert_eq!(answer.code, Some(code), "{args:?}: {}", answer.out);
        assert!(answer.err.contains(words), "{args:?}: {}", answer.err);
    };
    refused(home.path(), &["schema"], 2, "this folder is no site");
    refused(home.path(), &["schema", "--site", "nowhere"], 2, "error[no-site]");
    let made = lantu(home.path(), &["schema", "--output", "editor"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert!(home.path().join("editor/plan.json").is_file() && made.out.contains("in zh, en."));

    let site = TestSite::base();
    refused(&site.root(), &["schema", "--output", "content/schemas"], 2, "in the folder `content`");
    refused(&site.root(), &["schema", "--output", "site-config.toml"], 2, "is a file");
    site.write("schemas/targets.json", "{}");
    refused(&site.root(), &["schema"], 2, "was not written by lantu");
    assert!(!site.root().join("schemas/plan.json").exists(), "nothing at all is written");
    site.edit("site-config.toml", "[\"zh\", \"en\"]", "[\"ZH\"]");
    refused(&site.root(), &["schema"], 1, "not sure which languages");
}
