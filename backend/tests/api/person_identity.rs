//! The identities of people: for officers only, and shown nowhere but where they are asked for.

use serde_json::{Value, json};

use crate::support::{Answer, App};

async fn person(app: &App, token: &str, name: &str, unit: Option<&str>) -> String {
    let draft = json!({"name": name, "kind": "student", "unit_id": unit});
    app.create(token, "people", draft).await["id"].as_str().unwrap().to_owned()
}

fn ids(list: &Answer) -> Vec<String> {
    assert_eq!(list.status, 200, "{}", list.body);
    list.body["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

async fn put_identity(app: &App, token: &str, id: &str, version: &str, identity: Value) -> Answer {
    let path = format!("/api/v1/people/{id}/identity");
    app.call("PUT", &path).bearer(token).header("If-Match", version).json(identity).send().await
}

const SECRETS: [&str; 6] = ["1999-12-31", "unspecified", "31508987654321", "QZ7654321", "2021-04-05", "2031-04-04"];

fn identity() -> Value {
    let [birth_on, sex, national_number, number, issued_on, expires_on] = SECRETS;
    json!({
        "birth_on": birth_on, "sex": sex, "national_number": national_number,
        "documents": [{"kind": "passport", "number": number, "country": "UZ", "issued_on": issued_on, "expires_on": expires_on}],
    })
}

pub async fn an_identity_is_for_officers(app: App) {
    let officer = app.token("officer", "alpha").await;
    let own = person(&app, &officer, "Own", Some(&app.unit("alpha", "engineering").to_string())).await;
    let member = app.person("alpha").to_string();
    for role in ["member", "coordinator", "approver", "viewer"] {
        let token = app.token(role, "alpha").await;
        for id in [&own, &member] {
            assert_eq!(app.get(&token, &format!("people/{id}/identity")).await.status, 403, "{role}");
            assert_eq!(put_identity(&app, &token, id, "\"1\"", identity()).await.status, 403, "{role}");
        }
    }
    let stranger = app.token("officer", "beta").await;
    assert_eq!(app.get(&stranger, &format!("people/{own}/identity")).await.status, 404);
    assert_eq!(put_identity(&app, &stranger, &own, "\"1\"", identity()).await.status, 404);
    for role in ["officer", "admin"] {
        let token = app.token(role, "alpha").await;
        assert_eq!(app.get(&token, &format!("people/{own}/identity")).await.status, 200, "{role}");
    }
}

pub async fn an_identity_has_the_version_of_its_person(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = person(&app, &token, "Malika", None).await;
    let path = format!("people/{id}/identity");
    let empty = app.get(&token, &path).await;
    assert_eq!((empty.status, &empty.body, empty.header("etag").as_deref()), (200, &json!({"documents": []}), Some("\"1\"")));
    assert_eq!(empty.header("cache-control").as_deref(), Some("no-store"));

    let blind = app.call("PUT", &format!("/api/v1/{path}")).bearer(&token).json(identity()).send().await;
    assert_eq!((blind.status, &blind.body["code"]), (428, &json!("precondition_required")));
    let written = put_identity(&app, &token, &id, "\"1\"", identity()).await;
    assert_eq!((written.status, &written.body), (200, &identity()));
    assert_eq!((written.header("etag").as_deref(), written.header("cache-control").as_deref()), (Some("\"2\""), Some("no-store")));
    assert_eq!(app.get(&token, &format!("people/{id}")).await.body["version"], 2);
    let stale = put_identity(&app, &token, &id, "\"1\"", json!({})).await;
    assert_eq!((stale.status, &stale.body["current_version"]), (412, &json!(2)));

    let same = put_identity(&app, &token, &id, "\"2\"", identity()).await;
    assert_eq!((same.status, same.header("etag").as_deref()), (200, Some("\"2\"")));
    let cleared = put_identity(&app, &token, &id, "\"2\"", json!({"sex": "female", "birth_on": null})).await;
    assert_eq!((cleared.status, &cleared.body), (200, &json!({"sex": "female", "documents": []})));
    assert_eq!(app.get(&token, &path).await.header("etag").as_deref(), Some("\"3\""));
}

pub async fn an_identity_is_judged_field_by_field(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = person(&app, &token, "Malika", None).await;
    let passport = |number: &str, from: &str, to: &str| json!({"kind": "passport", "number": number, "country": "UZ", "issued_on": from, "expires_on": to});
    for (identity, pointer, code) in [
        (json!({"birth_on": "2199-01-01"}), "/birth_on", "future_day"),
        (json!({"birth_on": "31.12.1999"}), "/birth_on", "wrong_form"),
        (json!({"sex": "x"}), "/sex", "unknown_value"),
        (json!({"national_number": "1".repeat(41)}), "/national_number", "too_long"),
        (json!({"documents": [passport("AB1", "2020-01-01", "2019-12-31")]}), "/documents/0/expires_on", "before_start"),
        (json!({"documents": [{"kind": "visa", "country": "IT"}]}), "/documents/0/number", "required"),
        (json!({"documents": vec![passport("AB1", "2020-01-01", "2030-01-01"); 31]}), "/documents", "too_long"),
    ] {
        let answer = put_identity(&app, &token, &id, "\"1\"", identity).await;
        let faults = answer.body["errors"].as_array().cloned().unwrap_or_default();
        assert_eq!(answer.status, 422, "{pointer} {}", answer.body);
        assert!(faults.iter().any(|it| it["pointer"] == pointer && it["code"] == code), "{pointer}: {faults:?}");
    }
    let unknown = put_identity(&app, &token, &id, "\"1\"", json!({"name": "Malika"})).await;
    assert_eq!((unknown.status, &unknown.body["code"]), (400, &json!("unknown_field")));
    assert_eq!(app.get(&token, &format!("people/{id}/identity")).await.body, json!({"documents": []}));
}

pub async fn an_archived_person_keeps_the_identity_they_had(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = person(&app, &token, "Malika", None).await;
    assert_eq!(put_identity(&app, &token, &id, "\"1\"", identity()).await.status, 200);
    let path = format!("/api/v1/people/{id}");
    assert_eq!(app.call("DELETE", &path).bearer(&token).header("If-Match", "\"2\"").send().await.status, 204);
    let refused = put_identity(&app, &token, &id, "\"3\"", json!({})).await;
    assert_eq!((refused.status, &refused.body["reason"]), (409, &json!("record_archived")));
    assert_eq!(app.get(&token, &format!("people/{id}/identity")).await.body, identity());
}

pub async fn an_identity_shows_nowhere_else(app: App) {
    let (officer, admin) = (app.token("officer", "alpha").await, app.token("admin", "alpha").await);
    let unit = app.unit("alpha", "engineering").to_string();
    let id = person(&app, &officer, "Malika Qodirova", Some(&unit)).await;
    assert_eq!(put_identity(&app, &officer, &id, "\"1\"", identity()).await.status, 200);
    let chair = json!({"names": {"en": "Chair"}, "kind": "department", "head_id": id});
    let chair = app.create(&admin, "units", chair).await["id"].as_str().unwrap().to_owned();
    let one = format!("people/{id}");
    let patched = app.patch(&officer, &one, 2, json!({"degree": "PhD"})).await;
    assert_eq!((patched.status, leaked(&patched)), (200, None));

    for path in [
        one.clone(),
        format!("{one}?expand=unit.head"),
        "people?limit=200".to_owned(),
        "people?q=malika&expand=unit.head".to_owned(),
        format!("units/{chair}?expand=head.unit"),
        format!("{one}/history"),
        "changes".to_owned(),
        "audit-events?limit=200".to_owned(),
    ] {
        let answer = app.get(&admin, &path).await;
        assert_eq!((answer.status, leaked(&answer)), (200, None), "{path}");
    }
    for secret in SECRETS {
        assert!(ids(&app.get(&officer, &format!("people?q={secret}")).await).is_empty(), "{secret}");
    }
    for query in ["fields=birth_on", "fields=documents", "expand=identity", "sort=birth_on", "national_number=31508987654321"] {
        assert_eq!(app.get(&officer, &format!("people?{query}")).await.status, 400, "{query}");
    }
    for member in ["birth_on", "sex", "national_number", "documents", "identity"] {
        let patched = app.patch(&officer, &one, 3, json!({member: identity()[member]})).await;
        assert_eq!((patched.status, &patched.body["code"]), (400, &json!("unknown_field")), "{member}");
    }
}

/// The first of the secrets that stands in the answer.
fn leaked(answer: &Answer) -> Option<&'static str> {
    let text = answer.body.to_string();
    SECRETS.into_iter().find(|it| text.contains(it))
}

pub async fn the_history_names_the_fields_of_an_identity_that_changed(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = person(&app, &token, "Malika", None).await;
    assert_eq!(put_identity(&app, &token, &id, "\"1\"", identity()).await.status, 200);
    let mut later = identity();
    later["national_number"] = json!("50101987654321");
    assert_eq!(put_identity(&app, &token, &id, "\"2\"", later).await.status, 200);
    let history = app.get(&token, &format!("people/{id}/history")).await;
    let changes: Vec<&Value> = history.body["items"].as_array().unwrap().iter().map(|it| &it["changes"]).collect();
    assert_eq!(changes.len(), 3);
    assert_eq!(changes[0], &json!({"identity.national_number": {}}));
    let all = json!({"identity.birth_on": {}, "identity.sex": {}, "identity.national_number": {}, "identity.documents": {}});
    assert_eq!(changes[1], &all);
    assert_eq!((&history.body["items"][1]["action"], &history.body["items"][1]["version"]), (&json!("updated"), &json!(2)));
}

crate::on_both_databases!(
    an_identity_is_for_officers,
    an_identity_has_the_version_of_its_person,
    an_identity_is_judged_field_by_field,
    an_archived_person_keeps_the_identity_they_had,
    an_identity_shows_nowhere_else,
    the_history_names_the_fields_of_an_identity_that_changed,
);
