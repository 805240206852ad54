//! Holds every answer of the suite against the OpenAPI document.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::support::Answer;

pub static DOCUMENT: LazyLock<Value> = LazyLock::new(hamkor::app::document);

/// The template of the document that a path fits, with its operations.
pub fn operations_of(path: &str) -> Option<(&'static str, &'static Value)> {
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |template: &str| {
        let template: Vec<&str> = template.split('/').collect();
        let same = |one: &&str, other: &&str| one == other || (one.starts_with('{') && !other.is_empty());
        template.len() == parts.len() && template.iter().zip(&parts).all(|(one, other)| same(one, other))
    };
    let paths = DOCUMENT["paths"].as_object().unwrap();
    // A literal path such as `/grant-projects/totals` comes before one with an id in that place.
    let mut found: Vec<_> = paths.iter().filter(|it| fits(it.0)).collect();
    found.sort_by_key(|it| it.0.matches('{').count());
    found.first().map(|(template, item)| (template.as_str(), *item))
}

pub fn require_documented(method: &str, path: &str, answer: &Answer) {
    let Some((template, item)) = operations_of(path) else { return };
    let operation = &item[method.to_lowercase()];
    if operation.is_null() {
        assert_eq!(answer.status, 405, "{method} {path} is in no document and answers {}", answer.status);
        return;
    }
    let pointer =
        format!("/paths/{}/{}/responses/{}", template.replace('~', "~0").replace('/', "~1"), method.to_lowercase(), answer.status);
    let response = DOCUMENT.pointer(&pointer);
    let response = response
        .unwrap_or_else(|| panic!("{method} {template} answers {}, which the document does not tell\n{}", answer.status, answer.text));
    let response = match response["$ref"].as_str() {
        Some(reference) => DOCUMENT.pointer(reference.trim_start_matches('#')).unwrap(),
        None => response,
    };
    let content_type = answer.header("content-type").unwrap_or_default();
    let content_type = content_type.split(';').next().unwrap_or_default().to_owned();
    match response["content"].as_object() {
        None => assert!(answer.text.is_empty(), "{method} {template} {}: a body that the document does not tell", answer.status),
        Some(content) => {
            let schema = content.get(&content_type).map(|it| &it["schema"]);
            let schema = schema.unwrap_or_else(|| panic!("{method} {template} {} answers {content_type:?}", answer.status));
            // A file is as its type says, which is not JSON.
            if schema["format"] == "binary" {
                return;
            }
            require_valid(schema, &answer.body, &format!("{method} {template} {}", answer.status));
        }
    }
}

fn require_valid(schema: &Value, body: &Value, what: &str) {
    static VALIDATORS: LazyLock<Mutex<HashMap<String, Validator>>> = LazyLock::new(Mutex::default);
    let mut validators = VALIDATORS.lock().unwrap();
    let validator = validators.entry(schema.to_string()).or_insert_with(|| {
        let mut whole = schema.clone();
        whole["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
        whole["components"] = json!({"schemas": DOCUMENT["components"]["schemas"]});
        jsonschema::options().should_validate_formats(true).build(&whole).unwrap()
    });
    let faults: Vec<String> = validator.iter_errors(body).take(5).map(|it| format!("{} {it}", it.instance_path())).collect();
    drop(validators);
    assert!(faults.is_empty(), "{what} is not as documented: {faults:#?}\n{body:#}");
}
