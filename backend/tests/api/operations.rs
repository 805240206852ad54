//! The operations and schemas of the document, for the tests that are generated from it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::document::DOCUMENT;

/// An operation of the document.
#[derive(Clone, Copy)]
pub struct Operation {
    pub method: &'static str,
    pub path: &'static str,
    pub spec: &'static Value,
}

impl Operation {
    pub fn id(&self) -> &'static str {
        self.spec["operationId"].as_str().unwrap()
    }
    /// `agreements` of `/api/v1/agreements/{id}`.
    pub fn resource(&self) -> &'static str {
        self.path.trim_start_matches("/api/v1/").split('/').next().unwrap()
    }
    pub fn is_open(&self) -> bool {
        self.spec["security"].as_array().is_some_and(|it| it.contains(&json!({})))
    }
    pub fn permission(&self) -> &'static str {
        self.spec["x-required-permission"].as_str().unwrap_or("-")
    }
    /// The type of the body, and its schema.
    pub fn body(&self) -> Option<(&'static str, &'static Value)> {
        let content = self.spec["requestBody"]["content"].as_object()?;
        content.iter().next().map(|(content_type, it)| (content_type.as_str(), &it["schema"]))
    }
    /// The body that the document shows.
    pub fn example(&self) -> Option<&'static Value> {
        self.body().map(|(_, schema)| &resolved(schema)["example"])
    }
    pub fn parameter(&self, name: &str) -> Option<&'static Value> {
        self.spec["parameters"].as_array()?.iter().find(|it| it["name"] == name)
    }
}

pub fn operations() -> Vec<Operation> {
    let paths = DOCUMENT["paths"].as_object().unwrap();
    let of_path = |(path, item): (&'static String, &'static Value)| {
        item.as_object().unwrap().iter().map(|(method, spec)| Operation { method, path, spec })
    };
    paths.iter().flat_map(of_path).collect()
}

/// The schema itself where it stands under a name.
pub fn resolved(schema: &'static Value) -> &'static Value {
    match schema["$ref"].as_str() {
        Some(reference) => resolved(DOCUMENT.pointer(reference.trim_start_matches('#')).unwrap()),
        None => schema,
    }
}

/// The schema of the body that makes a record of this kind.
pub fn draft_schema(resource: &str) -> &'static Value {
    let path = format!("/api/v1/{resource}/{{id}}");
    let put = operations().into_iter().find(|it| it.method == "put" && it.path == path);
    resolved(put.unwrap_or_else(|| panic!("{resource} cannot be replaced")).body().unwrap().1)
}

/// Every value of the document below this one.
pub fn each(value: &Value, at: &str, visit: &mut impl FnMut(&str, &Value)) {
    visit(at, value);
    match value {
        Value::Object(members) => members.iter().for_each(|(name, it)| each(it, &format!("{at}/{}", name.replace('/', "~1")), visit)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, it)| each(it, &format!("{at}/{index}"), visit)),
        _ => {}
    }
}

/// Every schema: of components, headers, parameters.
pub fn each_schema(visit: &mut impl FnMut(&str, &'static Value)) {
    for (name, schema) in DOCUMENT["components"]["schemas"].as_object().unwrap() {
        below(schema, name, visit);
    }
    for (name, header) in DOCUMENT["components"]["headers"].as_object().unwrap() {
        below(&header["schema"], name, visit);
    }
    for Operation { spec, .. } in operations() {
        let id = spec["operationId"].as_str().unwrap();
        for parameter in spec["parameters"].as_array().into_iter().flatten() {
            below(&parameter["schema"], &format!("{id}?{}", parameter["name"].as_str().unwrap()), visit);
        }
        for response in spec["responses"].as_object().unwrap().values() {
            for (name, header) in response["headers"].as_object().into_iter().flatten() {
                below(&resolved(header)["schema"], &format!("{id} {name}"), visit);
            }
        }
    }
}

fn below(schema: &'static Value, at: &str, visit: &mut impl FnMut(&str, &'static Value)) {
    visit(at, schema);
    for (name, it) in schema["properties"].as_object().into_iter().flatten() {
        below(it, &format!("{at}/{name}"), visit);
    }
    for key in ["items", "additionalProperties"] {
        if let Some(it) = schema.get(key).filter(|it| it.is_object()) {
            below(it, &format!("{at}/{key}"), visit);
        }
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        schema[key].as_array().into_iter().flatten().for_each(|it| below(it, at, visit));
    }
}

/// The names of the schemas that this one is made of.
pub fn reached(schema: &'static Value, names: &mut BTreeSet<&'static str>) {
    below(schema, "", &mut |_, it| {
        if let Some(name) = it["$ref"].as_str().and_then(|it| it.strip_prefix("#/components/schemas/"))
            && names.insert(name)
        {
            reached(resolved(it), names);
        }
    });
}
