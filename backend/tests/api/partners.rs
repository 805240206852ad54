//! The rules of partners.

use serde_json::{Value, json};

use crate::support::App;

fn university(names: Value) -> Value {
    json!({"names": names, "kind": "university", "country": "UZ"})
}

pub async fn a_look_alike_is_warned_of_and_not_merged(app: App) {
    let officer = app.token("officer", "alpha").await;
    let first = app.create(&officer, "partners", university(json!({"uz": "Toshkent davlat texnika universiteti"}))).await;
    assert!(first.get("look_alikes").is_none());
    for names in [
        json!({"uz-Cyrl": "Тошкент давлат техника университети"}),
        json!({"uz": "TOSHKENT DAVLAT TEXNIKA UNIVERSITETI"}),
        json!({"en": "Something else", "uz": "Texnika universiteti, Toshkent davlat"}),
    ] {
        let made = app.create(&officer, "partners", university(names)).await;
        assert!(made["look_alikes"].as_array().unwrap().iter().any(|it| it["id"] == first["id"]), "{made}");
        let read = app.get(&officer, &format!("partners/{}", made["id"].as_str().unwrap())).await;
        assert!(read.body.get("look_alikes").is_none());
    }
    let other = app.create(&officer, "partners", university(json!({"uz": "Samarqand davlat universiteti"}))).await;
    assert!(other.get("look_alikes").is_none());
    let theirs = app
        .create(&app.token("officer", "beta").await, "partners", university(json!({"uz": "Toshkent davlat texnika universiteti"})))
        .await;
    assert!(theirs.get("look_alikes").is_none(), "of another institution nothing is told");
}

pub async fn a_partner_is_closed_on_a_day_or_not_at_all(app: App) {
    let officer = app.token("officer", "alpha").await;
    let with = |stage: &str, closed_on: Value| json!({"names": {"en": "A"}, "kind": "ngo", "country": "DE", "stage": stage, "first_contact_on": "2020-01-01", "closed_on": closed_on});
    for (body, status) in [
        (with("closed", json!("2024-01-01")), 201),
        (with("closed", Value::Null), 422),
        (with("active", json!("2024-01-01")), 422),
        (with("closed", json!("2019-12-31")), 422),
    ] {
        assert_eq!(app.post(&officer, "partners", body.clone()).await.status, status, "{body}");
    }
    let known =
        async |day: &str| app.get(&officer, &format!("partners?known=true&as_of={day}")).await.body["items"].as_array().unwrap().len();
    assert_eq!((known("2019-12-31").await, known("2020-01-01").await, known("2023-12-31").await, known("2024-01-01").await), (0, 1, 1, 0));
}

pub async fn a_code_belongs_to_one_partner(app: App) {
    let officer = app.token("officer", "alpha").await;
    let coded =
        |value: &str| json!({"names": {"en": "A"}, "kind": "ngo", "country": "DE", "external_ids": [{"scheme": "ror", "value": value}]});
    let first = app.create(&officer, "partners", coded("https://ror.org/1")).await;
    assert_eq!(app.post(&officer, "partners", coded("https://ror.org/1")).await.pointers(), ["/external_ids/0"]);
    app.create(&app.token("officer", "beta").await, "partners", coded("https://ror.org/1")).await;
    let path = format!("partners/{}", first["id"].as_str().unwrap());
    assert_eq!(app.patch(&officer, &path, 1, json!({"city": "Bonn"})).await.status, 200, "its own code bars no change");
    assert_eq!(app.get(&officer, "partners?external_id=https://ror.org/1").await.body["items"].as_array().unwrap().len(), 1);
}

pub async fn the_best_place_of_any_ranking_counts(app: App) {
    let officer = app.token("officer", "alpha").await;
    for (name, rank) in [("A", "=12"), ("B", "801-850"), ("C", "1501+")] {
        let body = json!({"names": {"en": name}, "kind": "university", "country": "DE", "rankings": [{"system": "qs", "year": 2025, "rank": rank}]});
        app.create(&officer, "partners", body).await;
    }
    for (query, count) in [("rank[lte]=1000", 2), ("rank[lte]=100", 1), ("rank[gt]=1000", 1), ("rank=12", 1), ("ranking_system=the", 0)] {
        assert_eq!(app.get(&officer, &format!("partners?{query}")).await.body["items"].as_array().unwrap().len(), count, "{query}");
    }
}

pub async fn a_partner_is_not_merged_into_itself(app: App) {
    let officer = app.token("officer", "alpha").await;
    let id = app.create(&officer, "partners", university(json!({"en": "A"}))).await["id"].as_str().unwrap().to_owned();
    let refused = app.patch(&officer, &format!("partners/{id}"), 1, json!({"merged_into_id": id})).await;
    assert_eq!(refused.pointers(), ["/merged_into_id"]);
}

crate::on_both_databases!(
    a_look_alike_is_warned_of_and_not_merged,
    a_partner_is_closed_on_a_day_or_not_at_all,
    a_code_belongs_to_one_partner,
    the_best_place_of_any_ranking_counts,
    a_partner_is_not_merged_into_itself,
);
