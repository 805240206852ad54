//! The form of the demo files: keys in place of ids, and days counted from today.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::demo::relative;
use crate::platform::id::AnyId;
use crate::platform::problem::Problem;

/// The ids of what was made, by section and key, in the order of making.
#[derive(Default)]
pub struct Keys {
    ids: HashMap<(&'static str, String), AnyId>,
    first: HashMap<&'static str, AnyId>,
}

/// Members that name a record by its key, the section it stands in, and the member of the API.
const REFERENCES: &[(&str, &str, &str)] = &[
    ("parent", "units", "parent_id"),
    ("unit", "units", "unit_id"),
    ("person", "people", "person_id"),
    ("partner", "partners", "partner_id"),
    ("agreement", "instruments", "agreement_id"),
    ("predecessor", "instruments", "predecessor_id"),
    ("funding_programme", "funding_programmes", "funding_programme_id"),
];

impl Keys {
    pub fn add(&mut self, section: &'static str, key: String, id: AnyId) {
        self.first.entry(section).or_insert_with(|| id.clone());
        self.ids.insert((section, key), id);
    }
    pub fn first(&self, section: &'static str) -> Option<&AnyId> {
        self.first.get(section)
    }
    /// The key of an item, and its body with ids.
    pub fn resolve(&mut self, item: Value, section: &'static str) -> Result<(Option<String>, Value), Problem> {
        let Value::Object(mut members) = item else { return Err(Problem::internal(format!("{section}: not an object"))) };
        let key = members.remove("key").and_then(|it| it.as_str().map(ToOwned::to_owned));
        // The parties of an instrument are a list of keys.
        if let Some(Value::Array(partners)) = members.remove("partners") {
            let parties: Vec<Value> = partners.into_iter().map(|it| json!({"partner": it})).collect();
            members.insert("parties".into(), parties.into());
        }
        self.with_ids(&mut members)?;
        Ok((key, Value::Object(members)))
    }

    fn with_ids(&self, members: &mut Map<String, Value>) -> Result<(), Problem> {
        for (name, section, reference) in REFERENCES {
            let Some(key) = members.remove(*name) else { continue };
            let key = key.as_str().unwrap_or_default().to_owned();
            let id = self.ids.get(&(*section, key.clone())).ok_or_else(|| Problem::internal(format!("no {section} {key}")))?;
            members.insert((*reference).to_owned(), id.as_str().into());
        }
        for list in ["parties", "consortium"] {
            if let Some(Value::Array(items)) = members.get_mut(list) {
                for item in items.iter_mut().filter_map(Value::as_object_mut) {
                    self.with_ids(item)?;
                }
            }
        }
        Ok(())
    }
}

/// The content of a file with every `+30d` turned into a day.
pub fn with_days(content: Value, today: NaiveDate) -> Map<String, Value> {
    match resolved(content, today) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn resolved(value: Value, today: NaiveDate) -> Value {
    match value {
        Value::String(text) => relative(&text, today).map_or(Value::String(text), |day| day.to_string().into()),
        Value::Array(items) => items.into_iter().map(|it| resolved(it, today)).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, resolved(value, today))).collect(),
        other => other,
    }
}
