//! Bad input: a clear problem, every fault at once, and nothing written.

use serde_json::{Value, json};

use crate::support::{Answer, App};

fn problem(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status, answer.body["code"].as_str()), (status, Some(code)), "{}", answer.text);
    assert_eq!(answer.header("content-type").as_deref(), Some("application/problem+json"));
    assert_eq!(answer.body["request_id"].as_str(), answer.header("x-request-id").as_deref());
}

async fn entries(app: &App) -> usize {
    let admin = app.token("admin", "alpha").await;
    app.get(&admin, "audit-events?limit=200").await.body["items"].as_array().unwrap().len()
}

pub async fn every_fault_of_a_body_is_told_at_once(app: App) {
    let officer = app.token("officer", "alpha").await;
    let before = entries(&app).await;
    let body = json!({
        "names": {"en": "x".repeat(501)}, "kind": "school", "country": "XX", "city": 7, "latitude": 91, "website": "ftp://x",
        "first_contact_on": "2026-02-30", "stage": "active", "closed_on": "2020-01-01", "areas": ["a\u{0}b"], "rankings": [{"system": "qs", "year": 2020, "rank": "0"}],
    });
    let refused = app.post(&officer, "partners", body).await;
    problem(&refused, 422, "validation_failed");
    let expected =
        ["/areas/0", "/city", "/country", "/first_contact_on", "/kind", "/latitude", "/names/en", "/rankings/0/rank", "/website"];
    assert_eq!(refused.pointers(), expected);
    assert_eq!(entries(&app).await, before, "nothing was written");

    let body = json!({"kind": "exchange", "title": {"en": "X"}, "parties": [{"partner_id": "019ab000-0000-7000-8000-000000000001"}],
        "starts_on": "2026-09-01", "ends_on": "2026-08-31", "number": "n".repeat(61)});
    let refused = app.post(&officer, "agreements", body).await;
    assert_eq!(refused.pointers(), ["/ends_on", "/number", "/parties/0/partner_id"], "{}", refused.text);
}

pub async fn unknown_members_and_parameters_are_refused(app: App) {
    let officer = app.token("officer", "alpha").await;
    let body = json!({"names": {"en": "A", "de": "A"}, "kind": "university", "country": "DE", "colour": "red", "contacts": [{"name": "N", "age": 7}]});
    let refused = app.post(&officer, "partners", body).await;
    problem(&refused, 400, "unknown_field");
    assert_eq!(refused.pointers(), ["/colour", "/contacts/0/age", "/names/de"]);
    problem(&app.get(&officer, "partners?colour=red").await, 400, "unknown_parameter");
    problem(&app.get(&officer, "partners?kind[gte]=ngo").await, 400, "invalid_parameter");
    problem(&app.get(&officer, "partners?q=a&q=b").await, 400, "invalid_parameter");
    problem(&app.get(&officer, "partners?kind=school").await, 400, "invalid_parameter");
    problem(&app.post(&officer, "partners?dry_run=true", json!({})).await, 400, "unknown_parameter");
}

pub async fn what_is_not_json_is_refused(app: App) {
    let officer = app.token("officer", "alpha").await;
    let post = |kind: &str, body: Vec<u8>| app.call("POST", "/api/v1/partners").bearer(&officer).raw(kind, body).send();
    let deep = format!("{}{}", "[".repeat(40), "]".repeat(40));
    for body in ["", "{", "{\"a\":1,}", "{\"kind\":\"ngo\",\"kind\":\"ngo\"}", "nul", "{} {}", "{\"a\":\"\u{1}\"}", &deep] {
        problem(&post("application/json", body.into()).await, 400, "malformed_json");
    }
    problem(&post("application/json", vec![b'"', 0xff, 0xfe, b'"']).await, 400, "malformed_json");
    problem(&post("application/json", b"[1,2]".to_vec()).await, 422, "validation_failed");
    problem(&post("text/plain", b"{}".to_vec()).await, 415, "unsupported_media_type");
    problem(&post("application/json", vec![b' '; 2_000_000]).await, 413, "too_large");
}

pub async fn addresses_and_methods_that_are_none_are_told_apart(app: App) {
    let officer = app.token("officer", "alpha").await;
    let call = |method: &str, path: &str| app.call(method, path).bearer(&officer).send();
    problem(&call("GET", "/api/v1/nothing").await, 404, "not_found");
    problem(&call("GET", "/nothing").await, 404, "not_found");
    problem(&call("GET", "/api/v1/partners/7").await, 404, "not_found");
    problem(&call("GET", "/api/v1/partners/%00").await, 404, "not_found");
    let wrong = call("PUT", "/api/v1/partners").await;
    problem(&wrong, 405, "method_not_allowed");
    assert!(wrong.header("allow").unwrap().contains("POST"));
    problem(&call("DELETE", "/api/v1/grant-projects/totals").await, 405, "method_not_allowed");
}

pub async fn control_characters_reach_no_record(app: App) {
    let officer = app.token("officer", "alpha").await;
    for text in ["a\u{0}b", "a\nb", "a\u{7f}", "   ", ""] {
        let body = json!({"names": {"en": text}, "kind": "ngo", "country": "UZ"});
        problem(&app.post(&officer, "partners", body).await, 422, "validation_failed");
    }
    let trimmed = app.create(&officer, "partners", json!({"names": {"en": "  A  "}, "kind": "ngo", "country": "UZ"})).await;
    assert_eq!(trimmed["names"]["en"], "A");
    assert_eq!(app.get(&officer, "partners?q=%00").await.status, 200);
    problem(&app.get(&officer, "partners?country=%00").await, 400, "invalid_parameter");
}

pub async fn a_problem_speaks_the_callers_language(app: App) {
    let officer = app.token("officer", "alpha").await;
    let id = app.create(&officer, "partners", json!({"names": {"en": "A"}, "kind": "ngo", "country": "UZ"})).await["id"].clone();
    let mut titles = Vec::new();
    for language in ["uz", "ru", "en", "tg"] {
        let refused = app.call("GET", "/api/v1/partners/7").bearer(&officer).header("accept-language", language).send().await;
        titles.push(refused.body["title"].as_str().unwrap().to_owned());
        let read = app.call("GET", &format!("/api/v1/partners/{}", id.as_str().unwrap())).bearer(&officer);
        assert_eq!(read.header("accept-language", language).send().await.body["names"], json!({"en": "A"}), "a record never does");
    }
    titles.dedup();
    assert_eq!(titles.len(), 4, "{titles:?}");
}

pub async fn null_and_absent_are_the_same(app: App) {
    let officer = app.token("officer", "alpha").await;
    let made =
        app.create(&officer, "partners", json!({"names": {"en": "A"}, "kind": "ngo", "country": "UZ", "city": null, "rankings": []})).await;
    assert!(made.get("city").is_none());
    let refused = app.post(&officer, "partners", json!({"names": Value::Null, "kind": "ngo", "country": "UZ"})).await;
    assert_eq!(refused.pointers(), ["/names"]);
    let within = json!({"names": {"en": "A", "ru": null}, "kind": "ngo", "country": "UZ"});
    assert_eq!(app.post(&officer, "partners", within).await.pointers(), ["/names/ru"], "as the document has it");
}

pub async fn every_parameter_at_fault_is_told_at_once(app: App) {
    let officer = app.token("officer", "alpha").await;
    let refused = app.get(&officer, "partners?colour=red&limit=0&offset=-1&sort=size&kind=school&include_total=1").await;
    problem(&refused, 400, "unknown_parameter");
    assert_eq!(refused.pointers(), ["colour", "include_total", "kind", "limit", "offset", "sort"]);
    let details: Vec<_> = refused.body["errors"].as_array().unwrap().iter().map(|it| it["detail"].as_str().unwrap()).collect();
    assert!(details.contains(&"Too small; at least 0") && details.contains(&"Too small; at least 1"), "{details:?}");
    let many: String = (0..200).map(|it| format!("&p{it}=1")).collect();
    problem(&app.get(&officer, &format!("partners?limit=1{many}")).await, 400, "invalid_parameter");
    let fields = vec!["names"; 101].join(",");
    problem(&app.get(&officer, &format!("partners?fields={fields}")).await, 400, "invalid_parameter");
    let typed = app.post(&officer, "partners", json!({"names": "A", "kind": "university", "country": "DE"})).await;
    assert_eq!(typed.body["errors"][0]["detail"], "Must be of type object");
}

crate::on_both_databases!(
    every_parameter_at_fault_is_told_at_once,
    every_fault_of_a_body_is_told_at_once,
    unknown_members_and_parameters_are_refused,
    what_is_not_json_is_refused,
    addresses_and_methods_that_are_none_are_told_apart,
    control_characters_reach_no_record,
    a_problem_speaks_the_callers_language,
    null_and_absent_are_the_same,
);
