//! In: what a reader accepts, one kind of value at a time. Out: the same as JSON Schema (draft 7, the newest that
//! every TOML extension of editors knows). Whatever is written here must hold for every file that the reader takes.
//!
//! Editors look for keys in `properties` and do not follow `$ref` and `allOf`; that is why every schema is written
//! out, and why what depends on other keys stands behind `if`.

use serde::{Serialize, Serializer};

/// What a value may be. Empty parts are not written, and say nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(
        rename = "type",
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "one_or_list"
    )]
    pub types: Vec<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub only: Option<Only>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_items: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_properties: Option<u32>,
    #[serde(skip_serializing_if = "Properties::is_empty")]
    pub properties: Properties,
    #[serde(skip_serializing_if = "Properties::is_empty")]
    pub pattern_properties: Properties,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<Others>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub all_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not: Option<Box<Schema>>,
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<Box<Schema>>,
}

/// The one value that is meant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Only {
    Word(&'static str),
    Truth(bool),
}

/// What may stand under keys that are not in the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Others {
    Allowed(bool),
    Each(Box<Schema>),
}

/// Keys and what stands behind them, in the order in which the reader asks for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Properties(pub Vec<(String, Schema)>);

impl Properties {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, schema)| (key, Said(schema))))
    }
}

/// A schema; where it says nothing, `true`, because Tombi takes `{}` for a table without keys.
struct Said<'s>(&'s Schema);

impl Serialize for Said<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self.0 == Schema::default() {
            true => serializer.serialize_bool(true),
            false => self.0.serialize(serializer),
        }
    }
}

fn one_or_list<S: Serializer>(types: &[&'static str], serializer: S) -> Result<S::Ok, S::Error> {
    match types {
        [one] => serializer.serialize_str(one),
        several => serializer.collect_seq(several),
    }
}

impl Schema {
    fn of_type(name: &'static str) -> Self {
        Self { types: vec![name], ..Self::default() }
    }

    /// A text with something in it.
    pub fn text() -> Self {
        Self::text_like(r"\S")
    }

    /// A text in which the pattern is found.
    pub fn text_like(pattern: &str) -> Self {
        Self { pattern: Some(pattern.to_owned()), ..Self::of_type("string") }
    }

    /// One of these words.
    pub fn word(words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let words = words.into_iter().map(Into::into).collect();
        Self { words, ..Self::of_type("string") }
    }

    /// A TOML date. Taplo hands it on as a text and so takes the same date in quotation marks, too; Tombi does not.
    pub fn date() -> Self {
        Self { format: Some("date"), ..Self::of_type("string") }
    }

    /// A date with an hour, which Tombi tells from a date.
    pub fn date_with_hour() -> Self {
        Self { format: Some("date-time-local"), ..Self::date_like() }
    }

    /// A text that begins like a date.
    pub fn date_like() -> Self {
        Self::text_like("^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].+)?$")
    }

    pub fn integer(minimum: i64, maximum: i64) -> Self {
        let (minimum, maximum) = (Some(minimum), Some(maximum));
        Self { minimum, maximum, ..Self::of_type("integer") }
    }

    pub fn number() -> Self {
        Self::of_type("number")
    }

    pub fn truth() -> Self {
        Self::of_type("boolean")
    }

    pub fn list(items: Self) -> Self {
        Self { items: Some(Box::new(items)), ..Self::of_type("array") }
    }

    /// The same list, with something in it.
    pub fn not_empty(self) -> Self {
        Self { min_items: Some(1), ..self }
    }

    pub fn table() -> Self {
        Self::of_type("object")
    }

    /// A table whose keys match the pattern.
    pub fn table_by(pattern: &str, value: Self) -> Self {
        let pattern_properties = Properties(vec![(pattern.to_owned(), value)]);
        let additional_properties = Some(Others::Allowed(false));
        Self { pattern_properties, additional_properties, ..Self::table() }
    }

    /// One of these.
    pub fn any_of(any_of: Vec<Self>) -> Self {
        Self { any_of, ..Self::default() }
    }

    /// This or that, of different types. A list of words holds for every type, so it has to stand by itself.
    pub fn or(self, other: Self) -> Self {
        if !self.words.is_empty() || !other.words.is_empty() {
            return Self::any_of(vec![self, other]);
        }
        let types = self.types.iter().chain(&other.types).copied().collect();
        let mut one = self;
        one.types = types;
        one.format = one.format.or(other.format);
        one.pattern = one.pattern.or(other.pattern);
        one.minimum = one.minimum.or(other.minimum);
        one.maximum = one.maximum.or(other.maximum);
        one.items = one.items.or(other.items);
        one.min_items = one.min_items.or(other.min_items);
        one.properties.0.extend(other.properties.0);
        one.pattern_properties.0.extend(other.pattern_properties.0);
        one.additional_properties = one.additional_properties.or(other.additional_properties);
        one.required.extend(other.required);
        one
    }

    /// A table with any keys, to say more about. Tombi has to be told that other keys may be there.
    pub fn any_table() -> Self {
        Self { additional_properties: Some(Others::Allowed(true)), ..Self::default() }
    }

    /// A table in which `key` is there and says something: `false` is as good as nothing.
    pub fn given(key: &str, value: &Self) -> Self {
        let mut schema = Self { required: vec![key.to_owned()], ..Self::any_table() };
        if value.types == ["boolean"] {
            let yes = Self { only: Some(Only::Truth(true)), ..Self::default() };
            schema.properties.0.push((key.to_owned(), yes));
        }
        schema
    }

    /// A table in which the word `key` is this one.
    pub fn with_word(key: &str, word: &'static str) -> Self {
        let only = Self { only: Some(Only::Word(word)), ..Self::default() };
        let properties = Properties(vec![(key.to_owned(), only)]);
        Self { properties, required: vec![key.to_owned()], ..Self::any_table() }
    }

    /// What is none of these.
    pub fn none_of(mut any_of: Vec<Self>) -> Self {
        let inner = match any_of.len() {
            1 => any_of.remove(0),
            _ => Self { any_of, ..Self::any_table() },
        };
        Self { not: Some(Box::new(inner)), ..Self::any_table() }
    }

    /// The same, where every `then` holds whose condition is met.
    pub fn where_holds(self, mut conditions: Vec<(Self, Self)>) -> Self {
        let (condition, then) = match conditions.len() {
            0 => return self,
            1 => conditions.remove(0),
            _ => {
                let all_of = conditions.into_iter().map(|(condition, then)| {
                    let (condition, then) = (Some(Box::new(condition)), Some(Box::new(then)));
                    Self { condition, then, ..Self::any_table() }
                });
                (Self::any_table(), Self { all_of: all_of.collect(), ..Self::any_table() })
            }
        };
        Self { condition: Some(Box::new(condition)), then: Some(Box::new(then)), ..self }
    }
}
