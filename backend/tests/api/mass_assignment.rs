//! What the service keeps to itself cannot be written: every member that a record shows and no draft has.

use serde_json::{Value, json};

use crate::fixtures::{MADE, Records, read_only};
use crate::operations::{draft_schema, operations, resolved};
use crate::support::{Answer, App};

/// Columns that no schema shows.
const HIDDEN: [&str; 4] = ["institution_id", "search", "name_key", "actor_id"];

/// The pointers of all that must not be written to a record of this kind, each with a value.
fn forbidden(resource: &str, record: &Value) -> Vec<(String, Value)> {
    let path = format!("/api/v1/{resource}/{{id}}");
    let put = operations().into_iter().find(|it| it.method == "put" && it.path == path).unwrap();
    let view = resolved(&put.spec["responses"]["200"]["content"]["application/json"]["schema"]);
    let mut found: Vec<_> = read_only(view, draft_schema(resource), record, "").into_iter().collect();
    assert!(found.iter().any(|it| it.0 == "/version"), "{resource}: {found:?}");
    found.extend(HIDDEN.map(|it| (format!("/{it}"), json!("alpha"))));
    found
}

fn with(draft: &Value, pointer: &str, value: &Value) -> Value {
    let mut body = draft.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    body.pointer_mut(parent).unwrap()[name] = value.clone();
    body
}

fn require_refused(answer: &Answer, what: &str, pointers: &[(String, Value)]) {
    assert_eq!((answer.status, &answer.body["code"]), (400, &json!("unknown_field")), "{what}: {}", answer.text);
    for (pointer, _) in pointers {
        assert!(answer.pointers().contains(&pointer.as_str()), "{what} takes {pointer}: {}", answer.text);
    }
}

async fn traces(app: &App, token: &str, resource: &str, id: &str) -> (Value, Value, Value) {
    let one = app.get(token, &format!("{resource}/{id}")).await.body;
    let total = app.get(token, &format!("{resource}?include_total=true&archived=include&limit=1")).await.body["page"]["total"].clone();
    let newest = app.get(token, "audit-events?limit=1").await.body["items"][0]["seq"].clone();
    assert!(one["version"].is_number() && total.is_number() && newest.is_number(), "{one} {total} {newest}");
    (one, total, newest)
}

pub async fn what_is_only_shown_cannot_be_written(app: App) {
    let records = Records::made(&app, "alpha", "ordinary").await;
    let token = app.token("admin", "alpha").await;
    for (resource, id) in &records.ids {
        let path = format!("{resource}/{id}");
        let before = traces(&app, &token, resource, id).await;
        let version = before.0["version"].as_i64().unwrap();
        let draft = records.draft(&app, resource).unwrap();
        let forbidden = forbidden(resource, &before.0);
        // Each by itself is told by its pointer: every fault of a body is told at once.
        let body = forbidden.iter().fold(draft, |body, (pointer, value)| with(&body, pointer, value));
        if MADE.contains(resource) {
            require_refused(&app.post(&token, resource, body.clone()).await, &format!("POST {resource}"), &forbidden);
        }
        require_refused(&app.put(&token, &path, version, body.clone()).await, &format!("PUT {resource}"), &forbidden);
        // A patch is refused for its members first, and for what is in them when it has been merged.
        let (top, nested): (Vec<_>, Vec<_>) = forbidden.into_iter().partition(|it| it.0.matches('/').count() == 1);
        for patch in [patch_of(&body, &top, |it| it.clone()), patch_of(&body, &top, |_| Value::Null)] {
            require_refused(&app.patch(&token, &path, version, patch).await, &format!("PATCH {resource}"), &top);
        }
        if !nested.is_empty() {
            let patch = patch_of(&body, &nested, Value::clone);
            require_refused(&app.patch(&token, &path, version, patch).await, &format!("PATCH {resource}"), &nested);
        }
        assert_eq!(traces(&app, &token, resource, id).await, before, "{resource}");
    }
}

/// The whole members that the pointers lead into.
fn patch_of(body: &Value, pointers: &[(String, Value)], change: impl Fn(&Value) -> Value) -> Value {
    let names = pointers.iter().filter_map(|it| it.0.split('/').nth(1));
    names.map(|name| (name.to_owned(), change(&body[name]))).collect::<serde_json::Map<_, _>>().into()
}

pub async fn nothing_is_added_to_the_bodies_of_other_operations(app: App) {
    let records = Records::made(&app, "alpha", "ordinary").await;
    let token = app.token("admin", "alpha").await;
    let added: Vec<_> = ["role", "institution_id", "is_admin", "__proto__"].map(|it| (format!("/{it}"), json!("admin"))).into();
    let mut held = 0;
    for operation in operations() {
        let (Some((content_type, _)), Some(example)) = (operation.body(), operation.example()) else { continue };
        let (mut path, mut version) = (operation.path.to_owned(), 1);
        if path.contains("{id}") {
            let id = &records.ids[operation.resource()];
            path = path.replace("{id}", id);
            version = app.get(&token, &format!("{}/{id}", operation.resource())).await.body["version"].as_i64().unwrap();
        }
        // Users have a role, which an admin gives them.
        let added: Vec<_> = added.iter().filter(|it| operation.resource() != "users" || it.0 != "/role").cloned().collect();
        let body = added.iter().fold(example.clone(), |body, (pointer, value)| with(&body, pointer, value)).to_string();
        let call = app.call(&operation.method.to_uppercase(), &path).bearer(&token).version(version);
        require_refused(&call.raw(content_type, body).send().await, &format!("{} {path}", operation.method), &added);
        held += 1;
    }
    assert!(30 < held, "{held}");
}

crate::on_both_databases!(what_is_only_shown_cannot_be_written, nothing_is_added_to_the_bodies_of_other_operations);
