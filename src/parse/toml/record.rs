//! In: what the reader of a table asks for, while it is given a table that holds nothing. Out: the schema of such
//! tables. So there is one truth about the keys of a file: its reader.

use super::schema::{Others, Properties, Schema};

/// What was asked for.
#[derive(Debug, Default)]
pub struct Record {
    asked: Vec<Asked>,
    /// The key and the word whose keys are being read.
    case: Option<Case>,
    cases: Vec<Case>,
    /// Keys that are required where none of the others is given.
    unless: Vec<(&'static str, &'static [&'static str])>,
    /// What stands under keys that are free.
    free: Option<Schema>,
    may_be_empty: bool,
    closed: bool,
}

/// A key and one of its words.
type Case = (&'static str, &'static str);

#[derive(Debug)]
struct Asked {
    key: String,
    schema: Schema,
    required: bool,
    /// The only case to which the key belongs.
    case: Option<Case>,
}

impl Record {
    /// A key is asked for. What is asked for twice counts once, in each case.
    pub fn ask(&mut self, key: &str, required: bool, schema: Schema) {
        let case = self.case;
        match self.asked.iter_mut().find(|one| one.key == key && one.case == case) {
            Some(one) => one.required |= required,
            None => self.asked.push(Asked { key: key.to_owned(), schema, required, case }),
        }
    }

    /// From now on, keys are asked for that only belong to a case.
    pub fn begin(&mut self, case: Case) {
        self.case = Some(case);
        self.cases.push(case);
    }

    pub fn end(&mut self) {
        self.case = None;
    }

    pub fn unless(&mut self, key: &'static str, others: &'static [&'static str]) {
        self.unless.push((key, others));
    }

    pub fn free(&mut self, schema: Schema) {
        self.free = Some(schema);
    }

    pub fn may_be_empty(&mut self) {
        self.may_be_empty = true;
    }

    /// No other key may stand here.
    pub fn close(&mut self) {
        self.closed = true;
    }

    /// The schema of such a table.
    pub fn into_schema(self) -> Schema {
        let mut conditions = self.one_is_enough();
        conditions.extend(self.cases.iter().map(|case| self.in_case(*case)));
        let mut required: Vec<String> = Vec::new();
        let always = self.asked.iter().filter(|one| one.required && one.case.is_none());
        required.extend(always.map(|one| one.key.clone()));
        if self.may_be_empty {
            let filled = Schema { min_properties: Some(1), ..Schema::any_table() };
            let then = Schema { required: std::mem::take(&mut required), ..Schema::any_table() };
            conditions.push((filled, then));
        }
        let mut properties = Properties::default();
        for one in self.asked {
            if !properties.0.iter().any(|(key, _)| *key == one.key) {
                properties.0.push((one.key, one.schema));
            }
        }
        let additional_properties = match self.free {
            Some(schema) => Some(Others::Each(Box::new(schema))),
            None => self.closed.then_some(Others::Allowed(false)),
        };
        Schema { properties, required, additional_properties, ..Schema::table() }
            .where_holds(conditions)
    }

    fn one_is_enough(&self) -> Vec<(Schema, Schema)> {
        let schema_of = |key: &str| self.asked.iter().find(|one| one.key == key);
        let condition = |(key, others): &(&str, &'static [&str])| {
            let given = others.iter().map(|other| match schema_of(other) {
                Some(one) => Schema::given(other, &one.schema),
                None => Schema::given(other, &Schema::default()),
            });
            let then = Schema { required: vec![(*key).to_owned()], ..Schema::any_table() };
            (Schema::none_of(given.collect()), then)
        };
        self.unless.iter().map(condition).collect()
    }

    /// Where the word is this one, only its keys may stand here, and those of all cases.
    fn in_case(&self, case: Case) -> (Schema, Schema) {
        let here = || self.asked.iter().filter(|one| one.case.is_none_or(|of| of == case));
        let required = here().filter(|one| one.required && one.case.is_some());
        let required = required.map(|one| one.key.clone()).collect();
        let keys = here().map(|one| (one.key.clone(), Schema::default()));
        let then = Schema {
            properties: Properties(keys.collect()),
            additional_properties: self.closed.then_some(Others::Allowed(false)),
            required,
            ..Schema::default()
        };
        (Schema::with_word(case.0, case.1), then)
    }
}
