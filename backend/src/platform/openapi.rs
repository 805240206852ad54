//! Brings the generated OpenAPI document into its published form.
//!
//! utoipa writes what the types say; what holds for the whole document is written here once: problems of every
//! operation, patches, sparse records, days, and flat objects in place of `allOf`, which generated clients
//! handle badly.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

use crate::platform::period::DAY_PATTERN;
use crate::platform::problem::Code;

/// The schema of a day in a query.
pub const DAY: &str =
    r#"{"type": "string", "format": "date", "minLength": 10, "maxLength": 10, "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"}"#;
/// The schema of an instant in a query.
pub const INSTANT: &str =
    r#"{"type": "string", "format": "date-time", "maxLength": 40, "pattern": "^(19[0-9][1-9]|20[0-9]{2}|21[0-8][0-9])-"}"#;

/// The names of the members that an object has, flattened ones included.
pub fn member_names<T: ToSchema>() -> Vec<String> {
    let mut parts = Vec::new();
    T::schemas(&mut parts);
    let mut names = Vec::new();
    collect_members(&T::schema(), &parts, &mut names);
    names
}

fn collect_members(schema: &RefOr<Schema>, parts: &[(String, RefOr<Schema>)], names: &mut Vec<String>) {
    match schema {
        RefOr::T(Schema::Object(object)) => names.extend(object.properties.keys().cloned()),
        RefOr::T(Schema::AllOf(all)) => all.items.iter().for_each(|it| collect_members(it, parts, names)),
        RefOr::Ref(reference) => {
            let name = reference.ref_location.rsplit('/').next().unwrap_or_default();
            if let Some((_, part)) = parts.iter().find(|it| it.0 == name) {
                collect_members(part, parts, names);
            }
        }
        RefOr::T(_) => {}
    }
}

pub fn finish(document: &utoipa::openapi::OpenApi) -> Value {
    let mut document = serde_json::to_value(document).unwrap_or_default();
    let mut schemas = document["components"]["schemas"].as_object().cloned().unwrap_or_default();
    flatten(&mut schemas);
    inline_scalars(&mut document, &mut schemas);
    close_drafts(&mut schemas);
    // A problem may say more: which version is current, what depends on a record.
    if let Some(problem) = schemas.get_mut("Problem") {
        problem["additionalProperties"] = true.into();
    }
    let requests = reachable_from_requests(&document, &schemas);
    for (name, schema) in &mut schemas {
        if requests.contains(name) {
            nulls_of_parts(schema, name.ends_with("Create"));
        } else {
            without_null(schema);
        }
    }
    derive_patches(&mut schemas);
    derive_sparse(&mut schemas, &document);
    schemas.values_mut().for_each(bound_days);
    keep_used(&document, &mut schemas);
    document["components"]["schemas"] = schemas.into();
    document["components"]["responses"] = problem_responses();
    document["components"]["headers"] = headers();
    operations(&mut document);
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

/// Ids, instants, lines and codes stand where they are used: a name of their own helps no reader.
fn inline_scalars(document: &mut Value, schemas: &mut Map<String, Value>) {
    let scalars: Map<String, Value> = schemas
        .iter()
        .filter(|(_, it)| it["type"] == "string" && it.get("enum").is_none())
        .map(|(name, it)| (name.clone(), it.clone()))
        .collect();
    schemas.retain(|name, _| !scalars.contains_key(name));
    schemas.values_mut().for_each(|it| inline(it, &scalars));
    inline(&mut document["paths"], &scalars);
}

fn inline(value: &mut Value, scalars: &Map<String, Value>) {
    match value {
        Value::Object(members) => {
            let scalar = members
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|it| it.strip_prefix("#/components/schemas/"))
                .and_then(|it| scalars.get(it))
                .and_then(Value::as_object)
                .cloned();
            if let Some(scalar) = scalar {
                members.remove("$ref");
                let own = std::mem::take(members);
                *members = scalar;
                members.extend(own);
            }
            // What a field says of an inlined enum stands in a second part, which utoipa calls an object.
            if let Some(Value::Array(parts)) = members.get("allOf")
                && parts.first().is_some_and(|it| it["type"] == "string")
            {
                let parts = parts.clone();
                members.remove("allOf");
                for (index, part) in parts.into_iter().enumerate() {
                    let Value::Object(mut part) = part else { continue };
                    if 0 < index {
                        part.remove("type");
                    }
                    members.extend(part);
                }
            }
            // An optional scalar: `oneOf` null and the scalar is a scalar that may be null.
            if let Some(Value::Array(options)) = members.get_mut("oneOf") {
                options.iter_mut().for_each(|it| inline(it, scalars));
                let scalar = match options.as_slice() {
                    [null, scalar] | [scalar, null] if null["type"] == "null" && scalar["type"] == "string" => scalar.as_object().cloned(),
                    _ => None,
                };
                if let Some(mut scalar) = scalar {
                    scalar.insert("type".into(), json!(["string", "null"]));
                    if let Some(Value::Array(words)) = scalar.get_mut("enum") {
                        words.push(Value::Null);
                    }
                    members.remove("oneOf");
                    let own = std::mem::take(members);
                    *members = scalar;
                    members.extend(own);
                }
            }
            members.values_mut().for_each(|it| inline(it, scalars));
        }
        Value::Array(items) => items.iter_mut().for_each(|it| inline(it, scalars)),
        _ => {}
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

/// What is answered is never null: it is absent.
fn without_null(schema: &mut Value) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    properties.values_mut().for_each(not_null);
}

fn not_null(property: &mut Value) {
    if let Some(Value::Array(types)) = property.get_mut("type") {
        types.retain(|it| it != "null");
        if let [only] = types.as_slice() {
            property["type"] = only.clone();
        }
        if let Some(Value::Array(words)) = property.get_mut("enum") {
            words.retain(|it| !it.is_null());
        }
    }
    for key in ["oneOf", "anyOf"] {
        let Some(Value::Array(options)) = property.get_mut(key) else { continue };
        options.retain(|it| it["type"] != "null");
        if let [Value::Object(only)] = options.as_slice() {
            let only = only.clone();
            if let Some(members) = property.as_object_mut() {
                members.remove(key);
                members.extend(only);
            }
        }
    }
}

/// Members of a body may be null when they may be absent; parts that are answered too keep the same shape.
fn nulls_of_parts(schema: &mut Value, draft: bool) {
    if !draft {
        return;
    }
    let required: Vec<Value> = schema["required"].as_array().cloned().unwrap_or_default();
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for (name, property) in properties.iter_mut() {
        if !required.contains(&json!(name)) {
            nullable(property);
        }
    }
}

fn nullable(property: &mut Value) {
    match property.get_mut("type") {
        Some(Value::Array(types)) if types.iter().any(|it| it == "null") => {}
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(one) => {
            *one = json!([one.clone(), "null"]);
            if let Some(Value::Array(words)) = property.get_mut("enum") {
                words.push(Value::Null);
            }
        }
        None => {
            for key in ["oneOf", "anyOf"] {
                if let Some(Value::Array(options)) = property.get_mut(key) {
                    if !options.iter().any(|it| it["type"] == "null") {
                        options.push(json!({"type": "null"}));
                    }
                    return;
                }
            }
            if let Some(members) = property.as_object_mut() {
                let only = json!({"$ref": members.remove("$ref")});
                members.insert("oneOf".into(), json!([{"type": "null"}, only]));
            }
        }
    }
}

/// `PartnerPatch` from `PartnerCreate`: nothing is required, and null clears what may be absent.
fn derive_patches(schemas: &mut Map<String, Value>) {
    let drafts: Vec<(String, Value)> =
        schemas.iter().filter_map(|(name, it)| Some((format!("{}Patch", name.strip_suffix("Create")?), it.clone()))).collect();
    for (name, mut patch) in drafts {
        if let Some(members) = patch.as_object_mut() {
            members.remove("required");
            members.remove("example");
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

/// `PartnerSparse`: the members that `fields` names, and the id. Expanded records stand in both.
fn derive_sparse(schemas: &mut Map<String, Value>, document: &Value) {
    let pages: Vec<String> = schemas.keys().filter_map(|it| it.strip_suffix("Page").map(ToOwned::to_owned)).collect();
    for name in pages {
        let Some(mut whole) = schemas.get(&name).cloned() else { continue };
        add_expansions(&mut whole, schemas, document, &name);
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
fn add_expansions(whole: &mut Value, schemas: &mut Map<String, Value>, document: &Value, name: &str) {
    let operations =
        document["paths"].as_object().into_iter().flat_map(Map::values).filter_map(|it| it["get"]["x-expansions"][name].as_object());
    let expansions: Map<String, Value> = operations.flatten().map(|(path, shown)| (path.clone(), shown.clone())).collect();
    for (path, shown) in expansions {
        let shown = json!({"$ref": format!("#/components/schemas/{}", shown.as_str().unwrap_or_default())});
        match path.split_once('.') {
            None => whole["properties"][path.as_str()] = shown,
            Some((list, member)) => {
                let part = whole["properties"][list]["items"]["$ref"].as_str().and_then(|it| it.rsplit('/').next()).unwrap_or_default();
                if let Some(part) = schemas.get_mut(part) {
                    part["properties"][member] = shown;
                }
            }
        }
    }
}

/// Parts that were merged into others have no use of their own.
fn keep_used(document: &Value, schemas: &mut Map<String, Value>) {
    let mut used = BTreeSet::from(["Problem".to_owned(), "ProblemError".to_owned()]);
    references(&document["paths"], schemas, &mut used);
    schemas.retain(|name, _| used.contains(name));
}

fn bound_days(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if members.get("format").is_some_and(|it| it == "date") {
                members.insert("pattern".into(), DAY_PATTERN.into());
                members.insert("minLength".into(), 10.into());
                members.insert("maxLength".into(), 10.into());
            }
            members.values_mut().for_each(bound_days);
        }
        Value::Array(items) => items.iter_mut().for_each(bound_days),
        _ => {}
    }
}

fn response_name(status: u16) -> &'static str {
    match status {
        400 => "BadRequest",
        401 => "Unauthenticated",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        409 => "Conflict",
        412 => "PreconditionFailed",
        413 => "TooLarge",
        415 => "UnsupportedMediaType",
        422 => "Unprocessable",
        428 => "PreconditionRequired",
        429 => "TooManyRequests",
        503 => "Unavailable",
        _ => "Internal",
    }
}

fn problem_responses() -> Value {
    let mut responses = Map::new();
    for code in Code::ALL {
        let name = response_name(code.status().as_u16());
        let response = responses.entry(name).or_insert_with(|| {
            json!({
                "description": "", "headers": {"X-Request-Id": {"$ref": "#/components/headers/X-Request-Id"}},
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            })
        });
        let said = response["description"].as_str().unwrap_or_default().to_owned();
        let word = format!("`{}`", code.as_str());
        response["description"] = if said.is_empty() { word } else { format!("{said}, {word}") }.into();
    }
    responses.into()
}

fn headers() -> Value {
    let header = |description: &str, longest: u32| json!({"description": description, "schema": {"type": "string", "maxLength": longest}});
    json!({
        "ETag": header("The version of the record, in quotes.", 30),
        "Location": header("Where the new record is.", 300),
        "Link": header("The next and previous page (RFC 8288).", 10000),
        "Idempotent-Replayed": header("`true` when this answer was given before.", 5),
        "X-Request-Id": header("Name it when you ask for help.", 128),
    })
}

/// Every operation gets the problems it can answer with.
fn operations(document: &mut Value) {
    let Some(Value::Object(paths)) = document.get_mut("paths") else { return };
    for (path, item) in paths {
        let Some(item) = item.as_object_mut() else { continue };
        for (method, operation) in item.iter_mut() {
            let open = operation["security"].as_array().is_some_and(|it| it.is_empty() || it.iter().any(|it| *it == json!({})));
            let has = |name: &str| operation["parameters"].as_array().is_some_and(|it| it.iter().any(|it| it["name"] == name));
            let mut statuses = vec![400, 429, 500, 503];
            statuses.extend(if open { vec![] } else { vec![401, 403] });
            statuses.extend(if path.contains('{') { vec![404] } else { vec![] });
            statuses.extend(if has("If-Match") { vec![412, 428] } else { vec![] });
            if matches!(method.as_str(), "post" | "put" | "patch" | "delete") {
                statuses.extend([401, 403, 409, 413]);
            }
            if has("Idempotency-Key") {
                statuses.push(422);
            }
            if operation.get("requestBody").is_some() {
                statuses.extend([415, 422]);
            }
            if let Some(members) = operation.as_object_mut() {
                members.remove("x-expansions");
            }
            for response in operation["responses"].as_object_mut().into_iter().flat_map(Map::values_mut) {
                if response.get("$ref").is_none() && response["description"].as_str().is_none_or(str::is_empty) {
                    response["description"] = "What was asked for.".into();
                }
            }
            if let Some(parameters) = operation.get_mut("parameters") {
                bound_days(parameters);
            }
            for status in statuses {
                let response = json!({"$ref": format!("#/components/responses/{}", response_name(status))});
                operation["responses"][status.to_string()] = response;
            }
        }
    }
}
