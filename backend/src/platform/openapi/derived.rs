//! Schemas made of others: patches of drafts, sparse records.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// `PartnerPatch` from `PartnerCreate`: nothing is required, and null clears what may be absent.
pub fn derive_patches(schemas: &mut Map<String, Value>) {
    let drafts: Vec<(String, Value)> =
        schemas.iter().filter_map(|(name, it)| Some((format!("{}Patch", name.strip_suffix("Create")?), it.clone()))).collect();
    for (name, mut patch) in drafts {
        if let Some(members) = patch.as_object_mut() {
            let required = members.remove("required").unwrap_or_default();
            let example = members.remove("example").unwrap_or_default();
            members.insert("example".into(), patch_example(&example, &required));
        }
        patch["description"] = "A merge patch (RFC 7396): what is absent stays, null clears.".into();
        if let Some(Value::Object(properties)) = patch.get_mut("properties") {
            properties.values_mut().filter_map(Value::as_object_mut).for_each(|it| {
                it.remove("default");
            });
        }
        schemas.insert(name, patch);
    }
}

/// One member of the example: one that may be absent, where there is one.
fn patch_example(example: &Value, required: &Value) -> Value {
    let members = example.as_object().into_iter().flatten();
    let optional = |name: &&String| required.as_array().is_none_or(|it| !it.contains(&json!(name)));
    let chosen = members.clone().find(|it| optional(&it.0)).or_else(|| members.clone().next());
    chosen.map(|(name, value)| (name.clone(), value.clone())).into_iter().collect::<Map<_, _>>().into()
}

/// `PartnerSparse`: the members that `fields` names, and the id. Expanded records stand in both.
pub fn derive_sparse(schemas: &mut Map<String, Value>, document: &Value, requests: &BTreeSet<String>) {
    let pages: Vec<String> = schemas.keys().filter_map(|it| it.strip_suffix("Page").map(ToOwned::to_owned)).collect();
    for name in pages {
        let Some(mut whole) = schemas.get(&name).cloned() else { continue };
        add_expansions(&mut whole, schemas, document, &name, requests);
        let mut sparse = whole.clone();
        sparse["required"] = json!(["id"]);
        sparse["description"] = "The members that were asked for with `fields`.".into();
        if let Some(members) = sparse.as_object_mut() {
            members.remove("example");
        }
        schemas.insert(format!("{name}Sparse"), sparse);
        schemas.insert(name, whole);
    }
}

/// Each expansion that the list of a record offers becomes an optional member of it, or of a part of it.
fn add_expansions(whole: &mut Value, schemas: &mut Map<String, Value>, document: &Value, name: &str, requests: &BTreeSet<String>) {
    let operations =
        document["paths"].as_object().into_iter().flat_map(Map::values).filter_map(|it| it["get"]["x-expansions"][name].as_object());
    let expansions: Map<String, Value> = operations.flatten().map(|(path, shown)| (path.clone(), shown.clone())).collect();
    for (path, shown) in expansions {
        let shown = json!({"$ref": format!("#/components/schemas/{}", shown.as_str().unwrap_or_default())});
        match path.split_once('.') {
            None => whole["properties"][path.as_str()] = shown,
            Some((list, member)) => {
                let part = whole["properties"][list]["items"]["$ref"].as_str().and_then(|it| it.rsplit('/').next()).unwrap_or_default();
                if requests.contains(part) {
                    keep_for_requests(part, schemas, requests);
                }
                if let Some(part) = schemas.get_mut(part) {
                    part["properties"][member] = shown;
                }
            }
        }
    }
}

/// What is only shown is no part of a body: bodies get `PartyCreate`, which is `Party` without it.
fn keep_for_requests(part: &str, schemas: &mut Map<String, Value>, requests: &BTreeSet<String>) {
    let draft = format!("{part}Create");
    if schemas.contains_key(&draft) {
        return;
    }
    let copy = schemas.get(part).cloned().unwrap_or_default();
    schemas.insert(draft.clone(), copy);
    let (from, to) = (format!("#/components/schemas/{part}"), format!("#/components/schemas/{draft}"));
    schemas.iter_mut().filter(|it| requests.contains(it.0)).for_each(|it| point_elsewhere(it.1, &from, &to));
}

fn point_elsewhere(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::Object(members) => {
            if members.get("$ref").is_some_and(|it| it == from) {
                members.insert("$ref".into(), to.into());
            }
            members.values_mut().for_each(|it| point_elsewhere(it, from, to));
        }
        Value::Array(items) => items.iter_mut().for_each(|it| point_elsewhere(it, from, to)),
        _ => {}
    }
}
