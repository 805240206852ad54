//! No institution learns of another: generated from the document, so that a new operation is held to it too.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::fixtures::{MADE, Records, texts_without};
use crate::operations::{Operation, draft_schema, operations};
use crate::support::{Answer, App};

/// Stands in every text of one institution.
const CANARY: &str = "zqxcanary";
const PLAIN: &str = "ordinary";

async fn both(app: &App) -> (Records, Records) {
    (Records::made(app, "alpha", CANARY).await, Records::made(app, "beta", PLAIN).await)
}

/// The path with the id in its place. Fails where there is no fixture to take one from.
fn with_id(operation: &Operation, id: &str) -> String {
    let path = operation.path.replace("{id}", id);
    assert!(!path.contains('{'), "{} has a place that this test cannot fill: teach it", operation.path);
    path
}

fn fixture<'a>(records: &'a Records, operation: &Operation) -> &'a str {
    let Operation { method, path, .. } = operation;
    let id = records.ids.get(operation.resource());
    id.unwrap_or_else(|| panic!("{method} {path} has no fixture: add one of {} to fixtures.rs", operation.resource()))
}

async fn call(app: &App, token: &str, operation: &Operation, path: &str) -> Answer {
    let call = app.call(&operation.method.to_uppercase(), path).bearer(token).version(1);
    match (operation.body(), operation.example()) {
        (Some((content_type, _)), Some(body)) => call.raw(content_type, body.to_string()).send().await,
        _ => call.send().await,
    }
}

/// What may differ between two problems that are the same.
fn without_names(answer: &Answer) -> (u16, Value, BTreeMap<String, String>) {
    let mut body = answer.body.clone();
    for member in ["request_id", "instance"] {
        assert!(body.as_object_mut().unwrap().remove(member).is_some(), "{body}");
    }
    let headers = answer.headers.iter().filter(|it| it.0 != "x-request-id");
    (answer.status, body, headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect())
}

async fn read_all(app: &App, token: &str, records: &Records) -> Vec<Value> {
    let mut all = Vec::new();
    for (resource, id) in &records.ids {
        let answer = app.get(token, &format!("{resource}/{id}")).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        all.push(answer.body);
    }
    all
}

pub async fn a_record_of_others_is_like_none_at_all(app: App) {
    let (alpha, _) = both(&app).await;
    let (owner, stranger) = (app.token("admin", "alpha").await, app.token("admin", "beta").await);
    let before = read_all(&app, &owner, &alpha).await;
    let mut held = 0;
    for operation in operations().iter().filter(|it| it.path.contains("{id}")) {
        let real = call(&app, &stranger, operation, &with_id(operation, fixture(&alpha, operation))).await;
        let random = call(&app, &stranger, operation, &with_id(operation, &uuid::Uuid::new_v4().to_string())).await;
        let (real, random) = (without_names(&real), without_names(&random));
        assert_eq!((real.0, &real.1["code"]), (404, &json!("not_found")), "{} {}: {}", operation.method, operation.path, real.1);
        assert_eq!(real, random, "{} {}", operation.method, operation.path);
        held += 1;
    }
    assert!(50 < held, "{held}");
    assert_eq!(read_all(&app, &owner, &alpha).await, before);
}

pub async fn a_reference_to_a_record_of_others_is_one_to_nothing(app: App) {
    let (alpha, beta) = both(&app).await;
    let token = app.token("admin", "beta").await;
    for resource in MADE {
        let draft = beta.draft(&app, resource).unwrap();
        let mut pointers = Vec::new();
        references(&draft, "", &mut pointers);
        for pointer in pointers {
            let own = draft.pointer(&pointer).and_then(Value::as_str).unwrap();
            let theirs = beta.counterpart(&app, &alpha, own).unwrap_or_else(|| panic!("{resource}{pointer} refers to no fixture"));
            let mut wrong = draft.clone();
            *wrong.pointer_mut(&pointer).unwrap() = theirs.into();
            let answer = app.post(&token, resource, wrong).await;
            let found = answer.body["errors"]
                .as_array()
                .is_some_and(|it| it.iter().any(|it| it["pointer"] == pointer && it["code"] == "not_known_here"));
            assert!(answer.status == 422 && found, "{resource}{pointer}: {}", answer.text);
        }
    }
}

fn references(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, it) in members {
                let pointer = format!("{at}/{name}");
                if name.ends_with("_id") && it.is_string() { found.push(pointer) } else { references(it, &pointer, found) }
            }
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(index, it)| references(it, &format!("{at}/{index}"), found)),
        _ => {}
    }
}

pub async fn the_fixtures_hold_every_text_and_every_reference(app: App) {
    let records = Records::made(&app, "alpha", CANARY).await;
    let mut missing = Vec::new();
    for resource in records.ids.keys() {
        let draft = records.draft(&app, resource).unwrap_or_else(|| panic!("{resource} has no fixture: add one to fixtures.rs"));
        missing.extend(texts_without(CANARY, draft_schema(resource), &draft, resource));
    }
    assert!(missing.is_empty(), "the fixtures leave out {missing:#?}");
}

/// All that others can be asked for, with everything shown that can be shown.
fn question(operation: &Operation, records: &Records) -> String {
    let path = operation.path.replace("{slug}", records.slug).replace("{name}", "countries");
    let path = if path.contains("{id}") { path.replace("{id}", fixture(records, operation)) } else { path };
    assert!(!path.contains('{'), "{path} has a place that this test cannot fill: teach it");
    let mut query = Vec::new();
    if let Some(expand) = operation.parameter("expand") {
        let names: Vec<&str> = expand["schema"]["items"]["enum"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        query.push(format!("expand={}", names.join(",")));
    }
    if operation.parameter("archived").is_some() {
        query.push("archived=include&include_total=true&limit=200".to_owned());
    }
    if operation.parameter("from").is_some() {
        query.push("from=1990-01-01&to=2099-12-31".to_owned());
    }
    format!("{path}?{}", query.join("&")).trim_end_matches('?').to_owned()
}

/// Leaves the canary where drafts have no place for it: in an identity and in the comment of a move.
async fn leave_more(app: &App, records: &Records) {
    let token = app.token("admin", records.slug).await;
    let word = &records.word;
    let person = format!("people/{}/identity", records.ids["people"]);
    let identity = json!({"national_number": word, "documents": [{"kind": "passport", "number": word, "country": "UZ"}]});
    let answer = app.put(&token, &person, 1, identity).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let moved = app.call("POST", &format!("/api/v1/grant-projects/{}/transitions", records.ids["grant-projects"]));
    let moved = moved.bearer(&token).version(1).json(json!({"to": "preparing", "comment": word})).send().await;
    assert_eq!(moved.status, 200, "{}", moved.text);
    let again = json!({"names": {"en": format!("{word} again")}});
    let changed = app.patch(&token, &format!("funding-programmes/{}", records.ids["funding-programmes"]), 1, again).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
}

pub async fn no_byte_of_an_institution_reaches_another(app: App) {
    let (alpha, beta) = both(&app).await;
    leave_more(&app, &alpha).await;
    leave_more(&app, &beta).await;
    let mut secrets: Vec<String> = alpha.all_ids().cloned().collect();
    secrets.extend([CANARY.to_owned(), app.person("alpha"), app.unit("alpha", "engineering"), app.unit("alpha", "arts")]);
    // One role of each scope: all records, those of a unit, those of a person.
    for role in ["admin", "coordinator", "member"] {
        let token = app.token(role, "beta").await;
        for operation in operations().iter().filter(|it| it.method == "get" && it.id() != "listPublicInstitutions") {
            let mut questions = vec![question(operation, &beta)];
            if operation.parameter("q").is_some() {
                questions.push(format!("{}?q={CANARY}&archived=include", operation.path));
            }
            for question in questions {
                // Every form of the answer that the document names: exports too.
                let content = operation.spec["responses"]["200"]["content"].as_object().unwrap();
                for content_type in content.keys() {
                    let answer = app.call("GET", &question).bearer(&token).header("accept", content_type).send().await;
                    assert!([200, 403, 404].contains(&answer.status), "{question}: {}", answer.text);
                    let text = answer.text.to_lowercase();
                    let seen: Vec<_> = secrets.iter().filter(|it| text.contains(*it) && !question.contains(*it)).collect();
                    assert!(seen.is_empty(), "{question} shows {seen:?} to the {role} of another institution");
                    if question.contains("q=") && answer.status == 200 && content_type == "application/json" {
                        assert_eq!(answer.body["items"], json!([]), "{question}");
                    }
                }
            }
        }
    }
}

/// What holds the canary when its owner asks: else the test above would see nothing in anything.
pub async fn the_canary_is_seen_by_its_owner(app: App) {
    let alpha = Records::made(&app, "alpha", CANARY).await;
    leave_more(&app, &alpha).await;
    let token = app.token("admin", "alpha").await;
    let mut silent = BTreeSet::new();
    for operation in operations().iter().filter(|it| it.method == "get") {
        let question = question(operation, &alpha);
        let answer = app.call("GET", &question).bearer(&token).send().await;
        assert_eq!(answer.status, 200, "{question}: {}", answer.text);
        if !answer.text.to_lowercase().contains(CANARY) {
            silent.insert(operation.id());
        }
    }
    let numbers_and_codes = ["getCodeList", "getGrantProjectTotals", "getStatistics", "listChanges", "listCodeLists"];
    // Nothing of these institutions is public, or runs.
    let empty = ["listPublicInstruments", "listPublicProjects"];
    assert_eq!(silent, numbers_and_codes.into_iter().chain(empty).collect());
}

pub async fn a_cursor_works_for_its_institution_only(app: App) {
    let (_alpha, _beta) = both(&app).await;
    let (owner, stranger) = (app.token("admin", "alpha").await, app.token("admin", "beta").await);
    let mut held = 0;
    for operation in operations().iter().filter(|it| it.method == "get" && it.parameter("cursor").is_some()) {
        let first = app.call("GET", &format!("{}?limit=1", operation.path)).bearer(&owner).send().await;
        let first = if first.status == 200 { first } else { app.call("GET", operation.path).bearer(&owner).send().await };
        let cursor = first.body.pointer("/page/next_cursor").or(first.body.get("next_cursor")).and_then(Value::as_str);
        let Some(cursor) = cursor else { continue };
        let own = app.call("GET", &format!("{}?cursor={cursor}", operation.path)).bearer(&owner).send().await;
        assert_eq!(own.status, 200, "{}: {}", operation.path, own.text);
        let theirs = app.call("GET", &format!("{}?cursor={cursor}", operation.path)).bearer(&stranger).send().await;
        assert_eq!((theirs.status, &theirs.body["code"]), (400, &json!("invalid_cursor")), "{}: {}", operation.path, theirs.text);
        held += 1;
    }
    assert!(5 <= held, "{held}");
}

pub async fn an_idempotency_key_works_for_its_institution_only(app: App) {
    let body = json!({"names": {"en": "Library"}, "kind": "office"});
    let mut ids = BTreeSet::new();
    for slug in ["alpha", "beta"] {
        let token = app.token("admin", slug).await;
        let call = app.call("POST", "/api/v1/units").bearer(&token).header("idempotency-key", "the-same-for-both-of-them");
        let answer = call.json(body.clone()).send().await;
        assert_eq!((answer.status, answer.header("idempotent-replayed")), (201, None), "{}", answer.text);
        ids.insert(answer.id());
    }
    assert_eq!(ids.len(), 2);
}

crate::on_both_databases!(
    a_record_of_others_is_like_none_at_all,
    a_reference_to_a_record_of_others_is_one_to_nothing,
    the_fixtures_hold_every_text_and_every_reference,
    no_byte_of_an_institution_reaches_another,
    the_canary_is_seen_by_its_owner,
    a_cursor_works_for_its_institution_only,
    an_idempotency_key_works_for_its_institution_only,
);
