//! Funding programmes: their codes, who writes them, and what rests on them.

use serde_json::{Value, json};

use crate::support::{Answer, App};

fn programme(name: &str, code: Option<&str>) -> Value {
    json!({"names": {"en": name}, "funder": {"en": "European Union"}, "kind": "grant", "code": code})
}

async fn create(app: &App, token: &str, name: &str, code: Option<&str>) -> String {
    app.create(token, "funding-programmes", programme(name, code)).await["id"].as_str().unwrap().to_owned()
}

async fn post(app: &App, token: &str, draft: Value) -> Answer {
    app.call("POST", "/api/v1/funding-programmes").bearer(token).json(draft).send().await
}

async fn archive(app: &App, token: &str, path: &str) -> Answer {
    let version = app.get(token, path).await.body["version"].as_i64().unwrap();
    let path = format!("/api/v1/{path}");
    app.call("DELETE", &path).bearer(token).header("If-Match", &format!("\"{version}\"")).send().await
}

fn names(list: &Answer) -> Vec<&str> {
    assert_eq!(list.status, 200, "{}", list.body);
    list.body["items"].as_array().unwrap().iter().map(|it| it["names"]["en"].as_str().unwrap()).collect()
}

pub async fn everybody_reads_programmes_and_officers_write_them(app: App) {
    for (role, written) in [("member", 403), ("coordinator", 403), ("officer", 201), ("approver", 403), ("viewer", 403), ("admin", 201)] {
        let token = app.token(role, "alpha").await;
        assert_eq!(app.get(&token, "funding-programmes").await.status, 200, "{role}");
        assert_eq!(post(&app, &token, programme(role, None)).await.status, written, "{role}");
    }
}

pub async fn one_programme_of_an_institution_has_a_code(app: App) {
    let (alpha, beta) = (app.token("officer", "alpha").await, app.token("officer", "beta").await);
    let first = create(&app, &alpha, "Capacity Building", Some("CBHE")).await;
    let again = post(&app, &alpha, programme("Another", Some("CBHE"))).await;
    assert_eq!((again.status, &again.body["errors"][0]["pointer"]), (422, &json!("/code")), "{}", again.body);
    assert_eq!(again.body["errors"][0]["code"], "taken");
    assert_eq!(post(&app, &beta, programme("Another", Some("CBHE"))).await.status, 201);

    let second = create(&app, &alpha, "Jean Monnet", Some("JMO")).await;
    let taken = app.patch(&alpha, &format!("funding-programmes/{second}"), 1, json!({"code": "CBHE"})).await;
    assert_eq!((taken.status, &taken.body["errors"][0]["code"]), (422, &json!("taken")));
    let own = json!({"code": "CBHE", "website": "https://erasmus-plus.ec.europa.eu"});
    assert_eq!(app.patch(&alpha, &format!("funding-programmes/{first}"), 1, own).await.status, 200);
    let without = app.patch(&alpha, &format!("funding-programmes/{first}"), 2, json!({"code": null})).await;
    assert_eq!((without.status, without.body.get("code")), (200, None));
    create(&app, &alpha, "Without a code", None).await;
}

pub async fn programmes_are_found_by_kind_code_tag_and_funder(app: App) {
    let token = app.token("officer", "alpha").await;
    for (name, funder, kind, code) in [
        ("Water loan", "World Bank", "loan", json!("P123")),
        ("Credit mobility", "European Union", "mobility", json!("KA171")),
        ("El-Yurt Umidi", "Vazirlar Mahkamasi", "scholarship", Value::Null),
    ] {
        let draft = json!({"names": {"en": name}, "funder": {"en": funder}, "kind": kind, "code": code, "tags": [kind]});
        app.create(&token, "funding-programmes", draft).await;
    }
    for (query, found) in [
        ("kind=loan,mobility&sort=name", vec!["Credit mobility", "Water loan"]),
        ("code=KA171", vec!["Credit mobility"]),
        ("code[isnull]=true", vec!["El-Yurt Umidi"]),
        ("tag=scholarship", vec!["El-Yurt Umidi"]),
        ("sort=-funder", vec!["Water loan", "El-Yurt Umidi", "Credit mobility"]),
        ("q=world", vec!["Water loan"]),
        ("q=ka171", vec!["Credit mobility"]),
    ] {
        assert_eq!(names(&app.get(&token, &format!("funding-programmes?{query}")).await), found, "{query}");
    }
}

pub async fn a_programme_with_live_projects_or_exchanges_is_not_archived(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = create(&app, &token, "Capacity Building", None).await;
    let partner = json!({"names": {"en": "Bologna"}, "kind": "university", "country": "IT"});
    let partner = app.create(&token, "partners", partner).await["id"].clone();
    let project = json!({"title": {"en": "Tourism"}, "funding_programme_id": id, "our_role": "beneficiary"});
    let project = app.create(&token, "grant-projects", project).await;
    let exchange = json!({
        "person_id": app.person("alpha").to_string(), "direction": "outgoing", "partner_id": partner, "kind": "studies",
        "academic_year": "2026/2027", "term": "spring", "planned_from": "2027-02-08", "planned_to": "2027-06-30",
        "level": 6, "field": "0732", "funding_programme_id": id,
    });
    let exchange = app.create(&token, "exchange-students", exchange).await;

    let path = format!("funding-programmes/{id}");
    let refused = archive(&app, &token, &path).await;
    assert_eq!((refused.status, &refused.body["code"]), (409, &json!("has_dependents")));
    assert_eq!(refused.body["counts"], json!({"grant_projects": 1, "exchange_students": 1}));
    for (list, record) in [("grant-projects", project), ("exchange-students", exchange)] {
        let path = format!("{list}/{}", record["id"].as_str().unwrap());
        assert_eq!(archive(&app, &token, &path).await.status, 204);
    }
    assert_eq!(archive(&app, &token, &path).await.status, 204);
}

crate::on_both_databases!(
    everybody_reads_programmes_and_officers_write_them,
    one_programme_of_an_institution_has_a_code,
    programmes_are_found_by_kind_code_tag_and_funder,
    a_programme_with_live_projects_or_exchanges_is_not_archived,
);
