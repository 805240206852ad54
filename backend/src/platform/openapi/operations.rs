//! What all operations share: the problems they answer with, and headers.

use serde_json::{Map, Value, json};

use crate::platform::openapi::bound;
use crate::platform::problem::Code;

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

pub fn problem_responses() -> Value {
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

pub fn headers() -> Value {
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
pub fn operations(document: &mut Value) {
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
                bound(parameters);
            }
            for status in statuses {
                let response = json!({"$ref": format!("#/components/responses/{}", response_name(status))});
                operation["responses"][status.to_string()] = response;
            }
        }
    }
}
