//! In: the readers of the files that authors write, and what `keys.toml` says about their keys. Out: a JSON Schema
//! for each file, with which editors complete and check while it is being written.

use serde::Serialize;
use toml::de::DeTable;

use crate::language::Languages;

use super::toml::Reader;
use super::toml::schema::{Others, Schema};
use super::{
    acknowledged, awards, concepts, config, consultation, duties, glossary, plan, progress,
    register, targets, translation,
};

/// The schema of one kind of file.
pub struct SchemaFile {
    /// Such as `plan.json`, for `plan.toml`.
    pub name: String,
    pub text: String,
}

/// What the first lines of every schema say; by it, lantu knows its own files again.
pub const MARK: &str = "Written by `lantu schema`; changes will be lost.";

type OfFile = fn(&Languages) -> Schema;

/// Every file that authors write, and its reader. `confirmed.toml` is written by lantu.
const FILES: &[(&str, OfFile)] = &[
    ("site-config", |all| Reader::schema(all, config::config)),
    ("organisations", |all| Reader::schema(all, register::organisation_entries)),
    ("areas", |all| Reader::schema(all, register::area_entries)),
    ("concepts", |all| Reader::schema(all, concepts::concepts)),
    ("glossary", |all| Reader::schema(all, glossary::terms)),
    ("plan", |all| Reader::schema(all, plan::plan)),
    ("targets", |all| Reader::schema(all, targets::targets)),
    ("progress", |all| Reader::schema(all, progress::progress)),
    ("duties", |all| Reader::schema(all, duties::duties)),
    ("awards", |all| Reader::schema(all, awards::awards)),
    ("consultation", |all| Reader::schema(all, consultation::rounds)),
    ("translation", |all| Reader::schema(all, translation::translation)),
    ("acknowledged", |all| Reader::schema(all, acknowledged::whole)),
];

const KEYS: &str = include_str!("keys.toml");

#[derive(Serialize)]
struct Document {
    #[serde(rename = "$schema")]
    draft: &'static str,
    #[serde(rename = "$comment")]
    mark: &'static str,
    title: String,
    #[serde(flatten)]
    schema: Schema,
}

/// The schemas of all files of a site in these languages.
pub fn all(languages: &Languages) -> Vec<SchemaFile> {
    let keys = Keys::read();
    let files = FILES.iter().map(|(file, schema)| {
        let schema = keys.describe(file, schema(languages)).0;
        let draft = "http://json-schema.org/draft-07/schema#";
        let document = Document { draft, mark: MARK, title: format!("{file}.toml"), schema };
        let text = serde_json::to_string_pretty(&document).expect("a schema is plain data");
        SchemaFile { name: format!("{file}.json"), text: text + "\n" }
    });
    files.collect()
}

/// What is said about the keys: the part, the key, the text.
struct Keys(Vec<(String, String, String)>);

/// The place of a description that was used.
type Used = (String, String);

impl Keys {
    fn read() -> Self {
        let parts = DeTable::parse(KEYS).expect("a test reads this file");
        let mut keys = Vec::new();
        for (part, lines) in parts.get_ref() {
            let lines = lines.get_ref().as_table().into_iter().flatten();
            let lines = lines.filter_map(|(key, text)| {
                let text = text.get_ref().as_str()?.to_owned();
                Some((part.get_ref().to_string(), key.get_ref().to_string(), text))
            });
            keys.extend(lines);
        }
        Self(keys)
    }

    fn find(&self, part: &str, key: &str) -> Option<&(String, String, String)> {
        self.0.iter().find(|one| one.0 == part && one.1 == key)
    }

    /// The schema with everything that is said about the file; which lines were used, and which keys have none.
    fn describe(&self, file: &str, mut schema: Schema) -> (Schema, Vec<Used>, Vec<String>) {
        let mut walk = Walk { keys: self, file, used: Vec::new(), missing: Vec::new() };
        schema.description = walk.description(".");
        walk.table(&mut schema, "");
        (schema, walk.used, walk.missing)
    }
}

struct Walk<'k> {
    keys: &'k Keys,
    file: &'k str,
    used: Vec<Used>,
    missing: Vec<String>,
}

impl Walk<'_> {
    /// The line of the file for this key, or the one that files have in common.
    fn description(&mut self, path: &str) -> Option<String> {
        let names: Vec<&str> = path.split('.').collect();
        let of_any = |count: usize| {
            let last = names.get(names.len().checked_sub(count)?..)?.join(".");
            self.keys.find("any", &last)
        };
        let line = self.keys.find(self.file, path).or_else(|| of_any(2)).or_else(|| of_any(1));
        match line {
            Some((part, key, text)) => {
                self.used.push((part.clone(), key.clone()));
                Some(text.clone())
            }
            None => {
                self.missing.push(format!("{}: {path}", self.file));
                None
            }
        }
    }

    fn table(&mut self, schema: &mut Schema, path: &str) {
        let below =
            |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        for (key, value) in &mut schema.properties.0 {
            self.value(value, &below(key));
        }
        for (_, value) in &mut schema.pattern_properties.0 {
            self.value(value, &below("*"));
        }
        if let Some(Others::Each(value)) = &mut schema.additional_properties {
            self.value(value, &below("*"));
        }
        for part in schema.items.as_deref_mut().into_iter().chain(&mut schema.any_of) {
            self.table(part, path);
        }
    }

    fn value(&mut self, schema: &mut Schema, path: &str) {
        // What stands in a language says so itself.
        if schema.description.is_none() {
            schema.description = self.description(path);
        }
        self.table(schema, path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(tags: &[&str]) -> Languages {
        Languages::new(tags.iter().map(|tag| (*tag).to_owned()).collect())
    }

    #[test]
    fn every_key_has_a_description_and_none_is_left_over() {
        let keys = Keys::read();
        assert!(keys.0.len() > 150, "only {} lines were read", keys.0.len());
        let (mut used, mut missing) = (Vec::new(), Vec::new());
        for (file, schema) in FILES {
            let described = keys.describe(file, schema(&languages(&["zh", "en"])));
            used.extend(described.1);
            missing.extend(described.2);
        }
        assert!(missing.is_empty(), "add to keys.toml:\n{}", missing.join("\n"));
        let unused = keys.0.iter().filter(|one| !used.contains(&(one.0.clone(), one.1.clone())));
        let unused: Vec<String> = unused.map(|one| format!("{}: {}", one.0, one.1)).collect();
        assert!(unused.is_empty(), "these keys do not exist:\n{}", unused.join("\n"));
    }

    #[test]
    fn texts_need_the_languages_of_the_site() {
        let of_plan = |tags: &[&str]| {
            let files = all(&languages(tags));
            files.into_iter().find(|file| file.name == "plan.json").unwrap().text
        };
        let plan = of_plan(&["zh", "fr", "de"]);
        assert!(plan.contains("\"fr\": {") && plan.contains("\"de\": {"), "{plan}");
        assert!(!plan.contains("\"en\": {"), "{plan}");
        assert_ne!(plan, of_plan(&["zh", "fr"]));
    }
}
