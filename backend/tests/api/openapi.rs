//! The document: checked in as it is generated, served as it is checked in, and good to generate clients from.

use std::collections::{BTreeMap, BTreeSet};

use hamkor::auth::roles::RIGHTS;
use hamkor::code_lists::codes::FORMATS;
use hamkor::platform::body::Schemas;
use serde_json::{Map, Value};

use crate::operations::{Operation, each, each_schema, operations, reached};
use crate::support::App;
use crate::support::document::DOCUMENT;

/// The records, each with the verbs of its operations.
const RECORDS: &[(&str, &[&str])] = &[
    ("agreements", STAGED),
    ("exchange-students", STAGED),
    ("funding-programmes", KEPT),
    ("grant-projects", STAGED),
    // Made from the command line.
    ("institutions", &["list", "get", "replace", "update", "history"]),
    ("memoranda", STAGED),
    ("partners", KEPT),
    ("people", KEPT),
    ("units", KEPT),
    ("users", KEPT),
];
const KEPT: &[&str] = &["list", "create", "get", "replace", "update", "archive", "restore", "history"];
const STAGED: &[&str] = &["list", "create", "get", "replace", "update", "archive", "restore", "history", "transition", "undo"];

/// All that is not an operation of a record.
const OTHERS: &[(&str, &str)] = &[
    ("delete", "/api/v1/auth/session"),
    ("get", "/api/v1/audit-events"),
    ("get", "/api/v1/changes"),
    ("get", "/api/v1/code-lists"),
    ("get", "/api/v1/code-lists/{name}"),
    ("get", "/api/v1/grant-projects/totals"),
    ("get", "/api/v1/me"),
    ("get", "/api/v1/people/{id}/identity"),
    ("get", "/api/v1/public/{slug}/new-partners"),
    ("get", "/api/v1/public/{slug}/profile"),
    ("get", "/api/v1/deadlines"),
    ("get", "/api/v1/public/institutions"),
    ("get", "/api/v1/public/{slug}/instruments"),
    ("get", "/api/v1/public/{slug}/projects"),
    ("get", "/api/v1/statistics"),
    ("patch", "/api/v1/me"),
    ("post", "/api/v1/auth/session"),
    ("post", "/api/v1/auth/tokens"),
    ("post", "/api/v1/auth/tokens/refresh"),
    ("post", "/api/v1/auth/tokens/revoke"),
    ("post", "/api/v1/invitations/accept"),
    ("post", "/api/v1/users/{id}/invitation"),
    ("put", "/api/v1/me/password"),
    ("put", "/api/v1/people/{id}/identity"),
];

/// The verbs that operation ids begin with.
const VERBS: &[&str] = &[
    "accept",
    "archive",
    "change",
    "create",
    "delete",
    "get",
    "invite",
    "list",
    "refresh",
    "replace",
    "restore",
    "revoke",
    "transition",
    "undo",
    "update",
];

/// Words that are spelled as a standard has them, or are segments of a path.
const OTHER_SPELLINGS: &[(&str, &str)] = &[
    ("uz-Cyrl", "BCP 47"),
    ("Bearer", "RFC 6749 spells the type of a token so"),
    ("isced-f", "the name of a code list stands in its path"),
];

#[test]
fn the_document_checked_in_is_the_one_generated() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi/openapi.json");
    let checked_in = std::fs::read_to_string(path).unwrap_or_default();
    let generated = serde_json::to_string_pretty(&*DOCUMENT).unwrap() + "\n";
    assert!(checked_in == generated, "openapi/openapi.json is stale: run `make openapi`");
}

#[test]
fn no_operation_is_missing_and_none_is_new_unnoticed() {
    let mut expected = BTreeSet::new();
    for (resource, verbs) in RECORDS {
        for verb in *verbs {
            let (method, rest) = match *verb {
                "list" => ("get", ""),
                "create" => ("post", ""),
                "get" => ("get", "/{id}"),
                "replace" => ("put", "/{id}"),
                "update" => ("patch", "/{id}"),
                "archive" => ("delete", "/{id}"),
                "restore" => ("post", "/{id}/restore"),
                "history" => ("get", "/{id}/history"),
                "undo" => ("post", "/{id}/undo"),
                _ => ("post", "/{id}/transitions"),
            };
            expected.insert((method, format!("/api/v1/{resource}{rest}")));
        }
    }
    expected.extend(OTHERS.iter().map(|(method, path)| (*method, (*path).to_owned())));
    let documented: BTreeSet<_> = operations().iter().map(|it| (it.method, it.path.to_owned())).collect();
    let missing: Vec<_> = expected.difference(&documented).collect();
    let new: Vec<_> = documented.difference(&expected).collect();
    assert!(missing.is_empty() && new.is_empty(), "missing in the document: {missing:#?}\nnot in the lists of this test: {new:#?}");
}

#[test]
fn every_reference_leads_somewhere() {
    assert!(DOCUMENT["openapi"].as_str().unwrap().starts_with("3.1."));
    let mut dangling = Vec::new();
    each(&DOCUMENT, "", &mut |at, value| {
        if let Some(reference) = value["$ref"].as_str() {
            let target = reference.strip_prefix('#').and_then(|it| DOCUMENT.pointer(it));
            if target.is_none() {
                dangling.push(format!("{at}: {reference}"));
            }
        }
    });
    assert!(dangling.is_empty(), "{dangling:#?}");
    let mut nulls = Vec::new();
    each(&DOCUMENT, "", &mut |at, value| {
        if value.is_null() && !at.contains("/enum/") {
            nulls.push(at.to_owned());
        }
    });
    assert!(nulls.is_empty(), "null is no value of a document: {nulls:#?}");
}

#[test]
fn every_operation_says_what_it_is_and_who_may() {
    let mut faults = Vec::new();
    let mut names = BTreeMap::new();
    for operation in operations() {
        let Operation { method, path, spec } = operation;
        let mut fault = |what: &str| faults.push(format!("{method} {path}: {what}"));
        let id = spec["operationId"].as_str().unwrap_or_default();
        let noun = VERBS.iter().find_map(|it| id.strip_prefix(it)).unwrap_or_default();
        if !noun.starts_with(|it: char| it.is_ascii_uppercase()) || !noun.bytes().all(|it| it.is_ascii_alphanumeric()) {
            fault(&format!("operationId {id:?} is no verb and noun"));
        }
        if let Some(other) = names.insert(id, path) {
            fault(&format!("operationId {id} is that of {other} too"));
        }
        for text in ["summary", "description"] {
            if spec[text].as_str().is_none_or(|it| it.trim().is_empty()) {
                fault(&format!("no {text}"));
            }
        }
        if spec["tags"].as_array().map(Vec::len) != Some(1) {
            fault("not exactly one tag");
        }
        match (operation.is_open(), spec.get("x-required-permission").and_then(Value::as_str)) {
            (true, None) => {}
            (true, Some(_)) => fault("is open and names a permission"),
            (false, None) => fault("names no permission"),
            (false, Some(name)) if !RIGHTS.iter().any(|it| it.0 == name) => fault(&format!("{name} is no permission")),
            (false, Some(_)) => {}
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_operation_documents_its_successes_and_shares_its_problems() {
    let mut faults = Vec::new();
    for operation in operations() {
        let Operation { method, path, spec } = operation;
        let mut fault = |what: String| faults.push(format!("{method} {path}: {what}"));
        let responses = spec["responses"].as_object().unwrap();
        if !responses.keys().any(|it| it.starts_with('2')) {
            fault("documents no success".to_owned());
        }
        for (status, response) in responses {
            let shared = response["$ref"].as_str().is_some_and(|it| it.starts_with("#/components/responses/"));
            if status.starts_with(['4', '5']) {
                if !shared {
                    fault(format!("{status} is not shared"));
                }
                continue;
            }
            if response["description"].as_str().is_none_or(str::is_empty) {
                fault(format!("{status} has no description"));
            }
            let bodyless = ["204", "304"].contains(&status.as_str());
            if bodyless == response.get("content").is_some() {
                fault(format!("{status} has a body it should not have, or none"));
            }
        }
        let needed: &[&str] = match (operation.is_open(), path.contains("{id}"), operation.body().is_some()) {
            (true, ..) => &["400", "429", "500", "503"],
            (false, false, false) => &["400", "401", "403", "429", "500", "503"],
            (false, true, false) => &["400", "401", "403", "404", "429", "500", "503"],
            (false, _, true) => &["400", "401", "403", "409", "413", "415", "422", "429", "500", "503"],
        };
        for status in needed {
            if !responses.contains_key(*status) {
                fault(format!("does not document {status}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_body_has_an_example_that_its_schema_takes() {
    let schemas = Schemas::new(DOCUMENT.clone(), FORMATS);
    let mut faults = Vec::new();
    for operation in operations() {
        let Some((_, schema)) = operation.body() else { continue };
        let Some(name) = schema["$ref"].as_str().and_then(|it| it.strip_prefix("#/components/schemas/")) else {
            faults.push(format!("{}: the schema of its body has no name", operation.id()));
            continue;
        };
        match operation.example() {
            None | Some(Value::Null) => faults.push(format!("{name} has no example")),
            Some(example) => {
                let validator = schemas.validator(name).unwrap();
                faults.extend(validator.iter_errors(example).map(|it| format!("{name}: {} {it}", it.instance_path())));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_object_of_a_body_has_a_name_and_takes_nothing_else() {
    let mut faults = Vec::new();
    let mut asked = BTreeSet::new();
    for (_, schema) in operations().iter().filter_map(Operation::body) {
        reached(schema, &mut asked);
    }
    for (name, schema) in DOCUMENT["components"]["schemas"].as_object().unwrap() {
        if asked.contains(name.as_str()) && schema["type"] == "object" && schema["additionalProperties"] != false {
            faults.push(format!("{name} is sent, and is open"));
        }
        for (key, part) in schema.as_object().unwrap() {
            each(part, &format!("{name}/{key}"), &mut |at, value| {
                // A map has members of no fixed names.
                if !at.contains("example") && value["type"] == "object" && value.get("properties").is_some() {
                    faults.push(format!("{at} is an object without a name"));
                }
            });
        }
    }
    let in_operations = operations().iter().map(|it| it.spec).cloned().collect::<Vec<_>>().into();
    each(&in_operations, "paths", &mut |at, value| {
        if value.get("properties").is_some() {
            faults.push(format!("{at} is an object without a name"));
        }
    });
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn everything_has_bounds() {
    let mut faults = Vec::new();
    each_schema(&mut |at, schema| {
        let is = |name: &str| schema["type"] == name || schema["type"].as_array().is_some_and(|it| it.contains(&name.into()));
        let has = |key: &str| schema.get(key).is_some();
        let shaped = has("format") && has("pattern");
        if is("string") && !has("enum") && !has("const") && !has("maxLength") && !shaped {
            faults.push(format!("{at}: a string without an end"));
        }
        if is("array") && (!has("maxItems") || !has("items")) {
            faults.push(format!("{at}: an array without an end, or of anything"));
        }
        if (is("integer") || is("number")) && (!has("minimum") || !has("maximum")) {
            faults.push(format!("{at}: a number without minimum and maximum"));
        }
    });
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn names_are_spelled_alike() {
    let allowed = |word: &str| OTHER_SPELLINGS.iter().any(|it| it.0 == word);
    let mut faults = Vec::new();
    each_schema(&mut |at, schema| {
        for name in schema["properties"].as_object().into_iter().flat_map(Map::keys) {
            if !is_word(name, '_') && !allowed(name) {
                faults.push(format!("{at}: {name}"));
            }
        }
        for word in schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            // `sort` puts a minus before a field, `expand` a dot between two.
            if !word.trim_start_matches('-').split('.').all(|it| is_word(it, '_')) && !allowed(word) {
                faults.push(format!("{at}: {word}"));
            }
        }
    });
    for Operation { path, spec, .. } in operations() {
        let parts: Vec<&str> = path.strip_prefix("/api/v1/").unwrap().split('/').collect();
        let fixed =
            |part: &str| part.strip_prefix('{').and_then(|it| it.strip_suffix('}')).map_or(is_word(part, '-'), |it| is_word(it, '_'));
        if !parts.iter().all(|it| fixed(it)) || 3 < parts.len() {
            faults.push(path.to_owned());
        }
        for parameter in spec["parameters"].as_array().into_iter().flatten().filter(|it| it["in"] == "query") {
            let name = parameter["name"].as_str().unwrap();
            let (field, operator) = name.split_once('[').unwrap_or((name, "eq]"));
            if !is_word(field, '_') || !["eq]", "gte]", "lte]", "gt]", "lt]", "ne]", "isnull]"].contains(&operator) {
                faults.push(format!("{path}?{name}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn only_what_is_used_is_exempt_from_the_spelling() {
    let text = DOCUMENT.to_string();
    for (word, why) in OTHER_SPELLINGS {
        assert!(text.contains(&format!("\"{word}\"")), "{word} ({why}) is gone: take it off the list");
    }
}

pub async fn the_document_is_served_as_it_is(app: App) {
    let answer = app.call("GET", "/api/v1/openapi.json").send().await;
    assert_eq!((answer.status, answer.header("content-type").as_deref()), (200, Some("application/json")));
    assert!(answer.body == *DOCUMENT, "what is served is not what is generated");
}

pub async fn the_documentation_loads_nothing_from_elsewhere(app: App) {
    let moved = app.call("GET", "/api/docs").send().await;
    assert_eq!((moved.status, moved.header("location").as_deref()), (308, Some("/api/docs/")));
    let page = app.call("GET", "/api/docs/").send().await;
    assert_eq!(page.status, 200);
    assert!(page.header("content-type").unwrap().starts_with("text/html"), "{:?}", page.header("content-type"));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'self'") && !policy.contains("http"), "{policy}");
    let named: Vec<&str> =
        ["src=\"", "href=\""].iter().flat_map(|it| page.text.split(it).skip(1)).filter_map(|it| it.split('"').next()).collect();
    assert!(named.iter().any(|it| it.ends_with(".js")) && named.iter().any(|it| it.ends_with(".css")), "{named:?}");
    for file in named {
        assert!(!file.contains("//") && !file.contains(':'), "{file} is of another host");
        let path = if file.starts_with('/') { file.to_owned() } else { format!("/api/docs/{}", file.trim_start_matches("./")) };
        let part = app.call("GET", &path).send().await;
        assert_eq!(part.status, 200, "{path}");
        if path.ends_with(".css") {
            assert!(
                !part.text.contains("url(http") && !part.text.contains("url(//") && !part.text.contains("@import"),
                "{path} loads from elsewhere"
            );
        }
        if path.ends_with("initializer.js") {
            assert!(part.text.contains("/api/v1/openapi.json") && !part.text.contains("://"), "{}", part.text);
        }
    }
    assert_eq!(app.call("GET", "/api/docs/no-such-file.js").send().await.status, 404);
}

pub async fn every_operation_of_the_document_is_there_and_asks_who_calls(app: App) {
    for operation in operations() {
        let Operation { method, path, .. } = operation;
        let path = path.replace("{id}", &app.person("alpha")).replace("{slug}", "alpha").replace("{name}", "countries");
        let answer = app.call(&method.to_uppercase(), &path).send().await;
        if operation.is_open() {
            assert!(![401, 403, 404, 405].contains(&answer.status) && answer.status < 500, "{method} {path}: {}", answer.text);
        } else {
            assert_eq!((answer.status, answer.body["code"].as_str()), (401, Some("unauthenticated")), "{method} {path}: {}", answer.text);
            assert_eq!(answer.header("www-authenticate").as_deref(), Some("Bearer"), "{method} {path}");
        }
    }
}

fn is_word(word: &str, joint: char) -> bool {
    let part = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
    word.starts_with(|it: char| it.is_ascii_lowercase()) && word.split(joint).all(part)
}

crate::on_both_databases!(
    the_document_is_served_as_it_is,
    the_documentation_loads_nothing_from_elsewhere,
    every_operation_of_the_document_is_there_and_asks_who_calls,
);
