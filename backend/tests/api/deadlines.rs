//! What is due, the figures of the whole, and what everybody may read.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::App;

async fn partner(app: &App, token: &str, name: &str, country: &str) -> Value {
    let draft =
        json!({"names": {"en": name}, "kind": "university", "country": country, "stage": "active", "first_contact_on": "2020-01-01"});
    app.create(token, "partners", draft).await["id"].clone()
}

async fn instrument(app: &App, token: &str, list: &str, partner: &Value, more: Value) -> String {
    let mut draft = json!({"title": {"en": "Exchange of students"}, "parties": [{"partner_id": partner}]});
    if list == "agreements" {
        draft["kind"] = "exchange".into();
    }
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.create(token, list, draft).await["id"].as_str().unwrap().to_owned()
}

/// The ids and days of a kind of deadline.
async fn due(app: &App, token: &str, kind: &str) -> Vec<(String, String)> {
    let found = app.get(token, "deadlines").await;
    assert_eq!((found.status, found.header("cache-control").as_deref()), (200, Some("no-store")), "{}", found.text);
    let group = found.body["groups"].as_array().unwrap().iter().find(|it| it["kind"] == kind).unwrap().clone();
    let items = group["items"].as_array().unwrap();
    assert_eq!(group["count"], items.len());
    items.iter().map(|it| (it["record_id"].as_str().unwrap().to_owned(), it["on"].as_str().unwrap().to_owned())).collect()
}

fn signed(starts: &str, ends: &str) -> Value {
    json!({"signed_on": starts, "starts_on": starts, "ends_on": ends})
}

pub async fn what_lapses_is_told_before_and_for_a_year_after(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer, "Bologna", "IT").await;
    let soon = instrument(&app, &officer, "agreements", &partner, signed("2022-01-01", "2026-12-31")).await;
    let sooner = instrument(&app, &officer, "memoranda", &partner, signed("2022-01-01", "2026-11-22")).await;
    instrument(&app, &officer, "memoranda", &partner, signed("2022-01-01", "2027-12-31")).await;
    let lapsed = instrument(&app, &officer, "agreements", &partner, signed("2020-01-01", "2026-06-30")).await;
    instrument(&app, &officer, "agreements", &partner, signed("2019-01-01", "2024-12-31")).await;
    let renewed = instrument(&app, &officer, "agreements", &partner, signed("2020-01-01", "2026-07-31")).await;
    let mut successor = signed("2026-08-01", "2031-07-31");
    successor["predecessor_id"] = renewed.into();
    instrument(&app, &officer, "agreements", &partner, successor).await;
    let at = |id: &String, on: &str| (id.clone(), on.to_owned());
    assert_eq!(due(&app, &officer, "instrument_expiring").await, [at(&sooner, "2026-11-22"), at(&soon, "2026-12-31")]);
    assert_eq!(due(&app, &officer, "instrument_lapsed").await, [at(&lapsed, "2026-06-30")]);
    let first = app.get(&officer, "deadlines").await.body["groups"][1]["items"][0].clone();
    assert_eq!((&first["record"], &first["partner_names"]["en"]), (&json!("memorandum"), &json!("Bologna")));
}

pub async fn notice_that_is_due_is_told_within_the_lead_time(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer, "Bologna", "IT").await;
    let renewing = |ends: &str| {
        let mut draft = signed("2022-01-01", ends);
        draft["renewal"] = json!({"months": 12, "notice_days": 60});
        draft
    };
    let id = instrument(&app, &officer, "agreements", &partner, renewing("2027-01-31")).await;
    instrument(&app, &officer, "agreements", &partner, renewing("2027-09-30")).await;
    assert_eq!(due(&app, &officer, "notice_due").await, [(id, "2026-12-02".to_owned())]);
}

pub async fn a_stage_in_which_nothing_moves_is_overdue_after_a_month(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer, "Bologna", "IT").await;
    let id = instrument(&app, &officer, "agreements", &partner, json!({})).await;
    app.transition(&officer, &format!("agreements/{id}"), 1, "review").await;
    instrument(&app, &officer, "agreements", &partner, json!({})).await;
    app.clock.advance(TimeDelta::days(30));
    let officer = app.token("officer", "alpha").await;
    assert_eq!(due(&app, &officer, "stage_overdue").await, []);
    app.clock.advance(TimeDelta::days(1));
    let officer = app.token("officer", "alpha").await;
    assert_eq!(due(&app, &officer, "stage_overdue").await, [(id.clone(), "2026-12-22".to_owned())], "a draft may wait");
    app.transition(&officer, &format!("agreements/{id}"), 2, "negotiation").await;
    assert_eq!(due(&app, &officer, "stage_overdue").await, []);
}

pub async fn students_without_a_place_and_projects_that_end_are_told(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer, "Bologna", "IT").await;
    let funding = json!({"names": {"en": "Erasmus+"}, "funder": {"en": "European Union"}, "kind": "grant"});
    let programme = app.create(&officer, "funding-programmes", funding).await["id"].clone();
    let project = |ends: &str| {
        json!({"title": {"en": "Water"}, "funding_programme_id": programme, "our_role": "beneficiary", "status": "running",
            "starts_on": "2024-01-15", "ends_on": ends})
    };
    let ending = app.create(&officer, "grant-projects", project("2027-01-14")).await["id"].as_str().unwrap().to_owned();
    app.create(&officer, "grant-projects", project("2028-01-14")).await;
    assert_eq!(due(&app, &officer, "project_ending").await, [(ending, "2027-01-14".to_owned())]);

    let person = app.create(&officer, "people", json!({"name": "Nodira", "kind": "student"})).await["id"].clone();
    let exchange = |unit: &str, status: &str, from: &str, to: &str, year: &str| {
        json!({"person_id": person, "direction": "outgoing", "partner_id": partner, "kind": "studies", "academic_year": year,
            "term": "spring", "planned_from": from, "planned_to": to, "level": 6, "field": "0732", "status": status,
            "unit_id": app.unit("alpha", unit)})
    };
    let mut ids = Vec::new();
    for (unit, status, from, to, year) in [
        ("arts", "applied", "2027-02-01", "2027-06-30", "2026/2027"),
        ("engineering", "nominated", "2027-03-01", "2027-06-30", "2026/2027"),
        ("arts", "accepted", "2027-02-01", "2027-06-30", "2026/2027"),
        ("arts", "applied", "2027-09-01", "2028-01-31", "2027/2028"),
    ] {
        ids.push(
            app.create(&officer, "exchange-students", exchange(unit, status, from, to, year)).await["id"].as_str().unwrap().to_owned(),
        );
    }
    let at = |index: usize, on: &str| (ids[index].clone(), on.to_owned());
    assert_eq!(due(&app, &officer, "nomination_unfinished").await, [at(0, "2027-02-01"), at(1, "2027-03-01")]);
    let coordinator = app.token("coordinator", "alpha").await;
    assert_eq!(due(&app, &coordinator, "nomination_unfinished").await, [at(1, "2027-03-01")], "of their own units");
    let statistics = app.get(&officer, "statistics").await.body;
    assert_eq!(statistics["mobility_by_year"], json!([{"academic_year": "2026/2027", "incoming": 0, "outgoing": 1}]));
    assert_eq!(app.get(&coordinator, "statistics").await.body["mobility_by_year"], json!([]));
}

pub async fn the_figures_of_the_whole_are_those_of_the_lists(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer, "Bologna", "IT").await;
    for (list, ends) in [("agreements", "2030-01-01"), ("agreements", "2024-01-01"), ("memoranda", "2030-01-01")] {
        instrument(&app, &officer, list, &partner, signed("2022-01-01", ends)).await;
    }
    instrument(&app, &officer, "agreements", &partner, json!({})).await;
    let statistics = app.get(&officer, "statistics?as_of=2023-06-01").await.body;
    for (list, member) in [("agreements", "agreements_by_legal_status"), ("memoranda", "memoranda_by_legal_status")] {
        for word in statistics[member].as_array().unwrap() {
            let query = format!("{list}?legal_status={}&as_of=2023-06-01&include_total=true", word["word"].as_str().unwrap());
            assert_eq!(app.get(&officer, &query).await.body["page"]["total"], word["count"], "{query}");
        }
    }
    let years = statistics["instruments_by_year"].as_array().unwrap();
    assert_eq!(years.last().unwrap(), &json!({"year": 2023, "on": "2023-06-01", "agreements": 2, "memoranda": 1}));
    assert_eq!(years.iter().find(|it| it["year"] == 2021).unwrap()["agreements"], 0);
    assert_eq!(statistics["partners_by_country"], json!([{"word": "IT", "count": 1}]));
}

pub async fn everybody_reads_what_is_public_and_nothing_else(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer, "Bologna", "IT").await;
    let mut public = signed("2022-01-01", "2030-01-01");
    instrument(&app, &officer, "agreements", &partner, public.clone()).await;
    public["visibility"] = "public".into();
    instrument(&app, &officer, "memoranda", &partner, public.clone()).await;
    let draft = json!({"visibility": "public"});
    instrument(&app, &officer, "agreements", &partner, draft).await;
    let open = async |path: &str| app.call("GET", &format!("/api/v1/public/{path}")).send().await;
    let listed = open("alpha/instruments").await;
    assert_eq!((listed.status, &listed.body["count"]), (200, &json!(1)), "{}", listed.text);
    assert_eq!(listed.body["items"][0]["partners"], json!([{"names": {"en": "Bologna"}, "country": "IT"}]));
    assert_eq!(open("alpha/instruments?as_of=2031-01-01").await.body["count"], 0);
    assert_eq!(open("alpha/projects").await.body["items"], json!([]));
    assert_eq!(open("nowhere/projects").await.status, 404);
    let slugs: Vec<_> = open("institutions").await.body["items"].as_array().unwrap().iter().map(|it| it["slug"].clone()).collect();
    assert_eq!(slugs, [json!("alpha"), json!("beta")]);
}

crate::on_both_databases!(
    what_lapses_is_told_before_and_for_a_year_after,
    notice_that_is_due_is_told_within_the_lead_time,
    a_stage_in_which_nothing_moves_is_overdue_after_a_month,
    students_without_a_place_and_projects_that_end_are_told,
    the_figures_of_the_whole_are_those_of_the_lists,
    everybody_reads_what_is_public_and_nothing_else,
);
