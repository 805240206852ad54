//! Brings the generated OpenAPI document into its published form.
//!
//! utoipa writes what the types say; what holds for the whole document is written here once: problems of every
//! operation, patches, sparse records, days, and flat objects in place of `allOf`, which generated clients
//! handle badly.

mod derived;
mod members;
mod nulls;
mod operations;
mod scalars;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::platform::period::DAY_PATTERN;

pub use members::member_names;

/// The schema of a day in a query.
pub const DAY: &str =
    r#"{"type": "string", "format": "date", "minLength": 10, "maxLength": 10, "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"}"#;
/// The schema of an instant in a query.
pub const INSTANT: &str =
    r#"{"type": "string", "format": "date-time", "maxLength": 40, "pattern": "^(19[0-9][1-9]|20[0-9]{2}|21[0-8][0-9])-"}"#;

pub fn finish(document: &utoipa::openapi::OpenApi) -> Value {
    let mut document = serde_json::to_value(document).unwrap_or_default();
    let mut schemas = document["components"]["schemas"].as_object().cloned().unwrap_or_default();
    flatten(&mut schemas);
    plain_keywords(&mut schemas);
    scalars::inline_scalars(&mut document, &mut schemas);
    close_drafts(&mut schemas);
    // A problem may say more: which version is current, what depends on a record.
    if let Some(problem) = schemas.get_mut("Problem") {
        problem["additionalProperties"] = true.into();
    }
    let requests = reachable_from_requests(&document, &schemas);
    for (name, schema) in &mut schemas {
        if requests.contains(name) {
            nulls::nulls_of_parts(schema, name.ends_with("Create"));
        } else {
            nulls::without_null(schema);
        }
    }
    derived::derive_patches(&mut schemas);
    derived::derive_sparse(&mut schemas, &document, &requests);
    schemas.values_mut().for_each(bound);
    keep_used(&document, &mut schemas);
    document["components"]["schemas"] = schemas.into();
    document["components"]["responses"] = operations::problem_responses();
    document["components"]["headers"] = operations::headers();
    operations::operations(&mut document);
    document
}

/// `allOf` of objects becomes one object.
fn flatten(schemas: &mut Map<String, Value>) {
    let names: Vec<String> = schemas.keys().cloned().collect();
    for name in names {
        let flat = flat(&schemas[&name], schemas);
        schemas.insert(name, flat);
    }
}

fn flat(schema: &Value, schemas: &Map<String, Value>) -> Value {
    let Some(parts) = schema.get("allOf").and_then(Value::as_array) else { return schema.clone() };
    let mut out = json!({"type": "object"});
    if let Some(description) = schema.get("description") {
        out["description"] = description.clone();
    }
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for part in parts {
        let part = match part.get("$ref").and_then(Value::as_str) {
            Some(reference) => flat(&schemas[reference.rsplit('/').next().unwrap_or_default()], schemas),
            None => flat(part, schemas),
        };
        if let Some(Value::Object(members)) = part.get("properties") {
            properties.extend(members.clone());
        }
        if let Some(Value::Array(names)) = part.get("required") {
            required.extend(names.clone());
        }
        if let (None, Some(example)) = (out.get("example"), part.get("example")) {
            out["example"] = example.clone();
        }
    }
    if let Some(example) = schema.get("example") {
        out["example"] = example.clone();
    }
    out["properties"] = properties.into();
    if !required.is_empty() {
        out["required"] = required.into();
    }
    out
}

/// utoipa has no field for this keyword, and marks what it does not know with `x-`.
fn plain_keywords(schemas: &mut Map<String, Value>) {
    for members in schemas.values_mut().filter_map(Value::as_object_mut) {
        if let Some(least) = members.remove("x-minProperties") {
            members.insert("minProperties".into(), least);
        }
    }
}

/// Bodies take no member that their schema does not name.
fn close_drafts(schemas: &mut Map<String, Value>) {
    for schema in schemas.values_mut().filter(|it| it["type"] == "object" && it.get("properties").is_some()) {
        if schema.get("additionalProperties").is_none() {
            schema["additionalProperties"] = false.into();
        }
    }
}

fn reachable_from_requests(document: &Value, schemas: &Map<String, Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for operation in document["paths"].as_object().into_iter().flat_map(Map::values).filter_map(Value::as_object).flat_map(Map::values) {
        references(&operation["requestBody"], schemas, &mut found);
    }
    found
}

fn references(value: &Value, schemas: &Map<String, Value>, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            let name = members.get("$ref").and_then(Value::as_str).and_then(|it| it.strip_prefix("#/components/schemas/"));
            if let Some(name) = name
                && found.insert(name.to_owned())
                && let Some(schema) = schemas.get(name)
            {
                references(schema, schemas, found);
            }
            members.values().for_each(|it| references(it, schemas, found));
        }
        Value::Array(items) => items.iter().for_each(|it| references(it, schemas, found)),
        _ => {}
    }
}

/// Parts that were merged into others have no use of their own.
fn keep_used(document: &Value, schemas: &mut Map<String, Value>) {
    let mut used = BTreeSet::from(["Problem".to_owned(), "ProblemError".to_owned()]);
    references(&document["paths"], schemas, &mut used);
    schemas.retain(|name, _| used.contains(name));
}

/// Days have the form of days, and integers an end: beyond the last one JSON's readers lose digits.
fn bound(value: &mut Value) {
    const LARGEST_EXACT: i64 = (1 << 53) - 1;
    match value {
        Value::Object(members) => {
            if members.get("format").is_some_and(|it| it == "date") {
                members.insert("pattern".into(), DAY_PATTERN.into());
                members.insert("minLength".into(), 10.into());
                members.insert("maxLength".into(), 10.into());
            }
            if members.get("type").is_some_and(|it| it == "integer") && !members.contains_key("maximum") {
                let narrow = members.get("format").is_some_and(|it| it == "int32");
                members.insert("maximum".into(), if narrow { i32::MAX.into() } else { LARGEST_EXACT.into() });
            }
            members.values_mut().for_each(bound);
        }
        Value::Array(items) => items.iter_mut().for_each(bound),
        _ => {}
    }
}
