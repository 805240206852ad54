//! Agreements and memoranda: stages, terms and legal status.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::support::App;

async fn partner(app: &App, token: &str) -> Value {
    app.create(token, "partners", json!({"names": {"en": "Bologna"}, "kind": "university", "country": "IT"})).await["id"].clone()
}

fn agreement(partner: &Value, more: Value) -> Value {
    let mut body = json!({"kind": "exchange", "title": {"en": "Exchange of students"}, "parties": [{"partner_id": partner}]});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    body
}

fn memorandum(partner: &Value, more: Value) -> Value {
    let mut body = agreement(partner, more);
    body.as_object_mut().unwrap().remove("kind");
    body
}

pub async fn a_draft_is_brought_to_signature_step_by_step(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer).await;
    for (list, body) in [("agreements", agreement(&partner, json!({}))), ("memoranda", memorandum(&partner, json!({})))] {
        let made = app.create(&officer, list, body).await;
        assert_eq!((&made["stage"], &made["legal_status"]), (&json!("draft"), &json!("not_signed")));
        let path = format!("{list}/{}", made["id"].as_str().unwrap());
        for (version, to) in (1..).zip(["review", "negotiation", "signing"]) {
            for barred in ["draft", "signed"] {
                let refused = app.transition(&officer, &path, version, barred).await;
                assert_eq!((refused.status, &refused.body["reason"]), (409, &json!("transition_not_allowed")), "{to} {barred}");
                assert!(refused.body["allowed_transitions"].is_array());
            }
            assert_eq!(app.transition(&officer, &path, version, to).await.body["stage"], to);
        }
        let barred = app.transition(&officer, &path, 4, "signed").await;
        assert_eq!((barred.status, &barred.body["reason"]), (409, &json!("start_needed")));
        app.patch(&officer, &path, 4, json!({"starts_on": "2026-12-01"})).await;
        let signed = app.transition(&officer, &path, 5, "signed").await;
        assert_eq!(
            (&signed.body["stage"], &signed.body["signed_on"], &signed.body["legal_status"]),
            (&json!("signed"), &json!("2026-11-22"), &json!("upcoming"))
        );
        assert_eq!(signed.body["allowed_transitions"], json!([]));
        assert_eq!(app.transition(&officer, &path, 6, "signed").await.status, 409, "a signed one cannot be signed again");
    }
}

pub async fn each_of_the_first_four_stages_can_be_abandoned(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer).await;
    for steps in 0..4 {
        let path =
            format!("memoranda/{}", app.create(&officer, "memoranda", memorandum(&partner, json!({}))).await["id"].as_str().unwrap());
        for (version, to) in (1i64..).zip(["review", "negotiation", "signing"]).take(steps) {
            app.transition(&officer, &path, version, to).await;
        }
        let version = 1 + i64::try_from(steps).unwrap();
        assert_eq!(app.transition(&officer, &path, version, "abandoned").await.body["stage"], "abandoned");
        assert_eq!(app.transition(&officer, &path, version + 1, "review").await.status, 409);
    }
}

pub async fn dates_that_contradict_each_other_are_refused(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer).await;
    for (more, pointer) in [
        (json!({"signed_on": "2020-01-01"}), "/starts_on"),
        (json!({"signed_on": "2026-11-23", "starts_on": "2026-12-01"}), "/signed_on"),
        (json!({"starts_on": "2026-12-01", "ends_on": "2026-11-30"}), "/ends_on"),
        (json!({"starts_on": "2026-12-01", "renewal": {"months": 12}}), "/ends_on"),
        (json!({"starts_on": "2020-01-01", "terminated_on": "2021-01-01"}), "/terminated_on"),
        (json!({"signed_on": "2020-01-01", "starts_on": "2020-01-01", "terminated_on": "2019-01-01"}), "/terminated_on"),
        (json!({"termination_reason": "why"}), "/termination_reason"),
        (json!({"starts_on": "2020-01-01", "ends_on": "2021-01-01", "renewal": {"months": 0}}), "/renewal/months"),
        (json!({"parties": []}), "/parties"),
        (json!({"parties": [{"partner_id": partner}, {"partner_id": partner}]}), "/parties/1/partner_id"),
    ] {
        assert_eq!(app.post(&officer, "agreements", agreement(&partner, more.clone())).await.pointers(), [pointer], "{more}");
    }
    let draft = format!("agreements/{}", app.create(&officer, "agreements", agreement(&partner, json!({}))).await["id"].as_str().unwrap());
    assert_eq!(
        app.patch(&officer, &draft, 1, json!({"signed_on": "2020-01-01", "starts_on": "2020-01-01"})).await.pointers(),
        ["/signed_on"]
    );
    let signed =
        app.create(&officer, "agreements", agreement(&partner, json!({"signed_on": "2020-01-01", "starts_on": "2020-01-01"}))).await;
    let signed = format!("agreements/{}", signed["id"].as_str().unwrap());
    assert_eq!(app.patch(&officer, &signed, 1, json!({"signed_on": null})).await.pointers(), ["/signed_on"]);
}

pub async fn a_number_stands_once_in_the_register(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer).await;
    let made = app.create(&officer, "agreements", agreement(&partner, json!({"number": "2026/1"}))).await;
    assert_eq!(app.post(&officer, "memoranda", memorandum(&partner, json!({"number": "2026/1"}))).await.pointers(), ["/number"]);
    let path = format!("agreements/{}", made["id"].as_str().unwrap());
    assert_eq!(app.patch(&officer, &path, 1, json!({"areas": ["law"]})).await.status, 200, "its own number bars no change");
}

/// The list asks the database, the record derives it: both must say the same on every day around each border.
pub async fn the_list_and_the_record_agree_on_the_legal_status(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer).await;
    let mut made = Vec::new();
    for more in [
        json!({}),
        json!({"signed_on": "2020-02-01", "starts_on": "2020-03-01"}),
        json!({"signed_on": "2020-02-01", "starts_on": "2020-03-01", "ends_on": "2020-06-30"}),
        json!({"signed_on": "2020-04-01", "starts_on": "2020-03-01", "ends_on": "2020-06-30"}),
        json!({"signed_on": "2020-02-01", "starts_on": "2020-03-01", "ends_on": "2020-06-30", "renewal": {"months": 1}}),
        json!({"signed_on": "2020-02-01", "starts_on": "2020-03-01", "ends_on": "2020-06-30",
            "renewal": {"months": 1, "notice_days": 10, "notice_given_on": "2020-06-21"}}),
        json!({"signed_on": "2020-02-01", "starts_on": "2020-03-01", "ends_on": "2020-06-30",
            "renewal": {"months": 1, "notice_days": 10, "notice_given_on": "2020-06-20"}}),
        json!({"signed_on": "2020-02-01", "starts_on": "2020-03-01", "terminated_on": "2020-05-15", "termination_reason": "war"}),
        json!({"signed_on": "2020-02-01", "starts_on": "2020-03-01", "ends_on": "2020-06-30", "terminated_on": "2020-07-15"}),
    ] {
        made.push(app.create(&officer, "agreements", agreement(&partner, more)).await["id"].as_str().unwrap().to_owned());
    }
    let successor = json!({"signed_on": "2020-06-01", "starts_on": "2020-07-01", "ends_on": "2021-06-30", "predecessor_id": made[2]});
    made.push(app.create(&officer, "agreements", agreement(&partner, successor)).await["id"].as_str().unwrap().to_owned());
    let mut seen = std::collections::BTreeSet::new();
    for border in ["2020-02-01", "2020-03-01", "2020-04-01", "2020-05-15", "2020-06-30", "2020-07-15", "2020-07-31", "2021-06-30"] {
        let border: NaiveDate = border.parse().unwrap();
        for day in [border - Days::new(1), border, border + Days::new(1)] {
            let mut listed = 0;
            for status in ["not_signed", "upcoming", "in_force", "expired", "terminated", "superseded"] {
                let list = app.get(&officer, &format!("agreements?legal_status={status}&as_of={day}")).await;
                for item in list.body["items"].as_array().unwrap() {
                    assert_eq!(item["legal_status"], status, "{day} {item:#}");
                    seen.insert(status);
                    listed += 1;
                }
            }
            assert_eq!(listed, made.len(), "each has one status on {day}");
            for answer in ["true", "false"] {
                let list = app.get(&officer, &format!("agreements?expiring={answer}&as_of={day}")).await;
                assert!(
                    list.body["items"].as_array().unwrap().iter().all(|it| it["expiring"] == (answer == "true")),
                    "{day} {}",
                    list.text
                );
            }
        }
    }
    assert_eq!(seen.len(), 6, "{seen:?}");
}

pub async fn a_signed_successor_takes_over_on_its_first_day(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = partner(&app, &officer).await;
    let term = json!({"signed_on": "2020-01-01", "starts_on": "2020-01-01", "ends_on": "2025-12-31"});
    let old = app.create(&officer, "memoranda", memorandum(&partner, term)).await["id"].as_str().unwrap().to_owned();
    let new = json!({"starts_on": "2026-01-01", "predecessor_id": old, "signed_on": "2025-12-01"});
    let new = app.create(&officer, "agreements", agreement(&partner, new)).await["id"].as_str().unwrap().to_owned();
    let status = async |day: &str| app.get(&officer, &format!("memoranda/{old}?as_of={day}")).await.body["legal_status"].clone();
    assert_eq!((status("2025-12-31").await, status("2026-01-01").await), (json!("in_force"), json!("superseded")));
    let history = app.get(&officer, &format!("memoranda/{old}/history")).await.body;
    assert_eq!(history["items"][0]["changes"], json!({"superseded_on": {"to": "2026-01-01"}}), "its followers are told");
    let refused = app.delete(&officer, &format!("memoranda/{old}"), 2).await;
    assert_eq!(refused.body["counts"], json!({"successors": 1}));
    let circular = app.patch(&officer, &format!("memoranda/{old}"), 2, json!({"predecessor_id": new})).await;
    assert_eq!(circular.pointers(), ["/predecessor_id"]);
    assert_eq!(app.delete(&officer, &format!("agreements/{new}"), 1).await.status, 204);
    assert_eq!(status("2026-01-01").await, "expired", "an archived successor takes over nothing");
    app.post(&officer, &format!("agreements/{new}/restore"), json!({})).await;
    assert_eq!(status("2026-01-01").await, "superseded");
    assert_eq!(app.get(&officer, &format!("memoranda/{old}")).await.body["version"], 4);
}

pub async fn a_coordinator_proposes_for_their_own_units(app: App) {
    let (officer, coordinator) = (app.token("officer", "alpha").await, app.token("coordinator", "alpha").await);
    let partner = partner(&app, &officer).await;
    let of = |unit: &str| agreement(&partner, json!({"unit_id": app.unit("alpha", unit)}));
    let own = app.create(&coordinator, "agreements", of("hydraulics")).await;
    let other = app.create(&officer, "agreements", of("arts")).await;
    let shared = app.create(&officer, "agreements", agreement(&partner, json!({}))).await;
    for body in [of("arts"), agreement(&partner, json!({}))] {
        assert_eq!(app.post(&coordinator, "agreements", body).await.body["reason"], "own_unit_only");
    }
    let path = |it: &Value| format!("agreements/{}", it["id"].as_str().unwrap());
    assert_eq!(
        app.patch(&coordinator, &path(&own), 1, json!({"unit_id": app.unit("alpha", "arts")})).await.status,
        403,
        "nor moves it out"
    );
    assert_eq!(app.patch(&coordinator, &path(&shared), 1, json!({"areas": ["law"]})).await.status, 403);
    assert_eq!((app.get(&coordinator, &path(&other)).await.status, app.get(&coordinator, &path(&shared)).await.status), (404, 200));
    assert_eq!(app.get(&coordinator, "agreements?include_total=true").await.body["page"]["total"], 2);
    let mut signed = of("hydraulics");
    signed["signed_on"] = "2020-01-01".into();
    signed["starts_on"] = "2020-01-01".into();
    assert_eq!(app.post(&coordinator, "agreements", signed).await.pointers(), ["/signed_on"]);
    assert_eq!(app.transition(&coordinator, &path(&own), 1, "review").await.status, 403, "the office moves it");
}

pub async fn what_is_signed_is_changed_by_the_office_only(app: App) {
    let (officer, coordinator) = (app.token("officer", "alpha").await, app.token("coordinator", "alpha").await);
    let partner = partner(&app, &officer).await;
    let of = json!({"unit_id": app.unit("alpha", "hydraulics"), "signed_on": "2020-01-01", "starts_on": "2020-01-01"});
    for (list, body) in [("agreements", agreement(&partner, of.clone())), ("memoranda", memorandum(&partner, of.clone()))] {
        let path = format!("{list}/{}", app.create(&officer, list, body).await["id"].as_str().unwrap());
        let refused = app.patch(&coordinator, &path, 1, json!({"ends_on": "2040-01-01"})).await;
        assert_eq!((refused.status, &refused.body["reason"]), (403, &json!("office_only")));
        assert_eq!(app.delete(&coordinator, &path, 1).await.status, 403);
        assert_eq!(app.delete(&officer, &path, 1).await.status, 204);
        assert_eq!(app.post(&coordinator, &format!("{path}/restore"), json!({})).await.status, 403);
    }
}

pub async fn an_instrument_follows_only_what_its_author_reaches(app: App) {
    let (officer, coordinator) = (app.token("officer", "alpha").await, app.token("coordinator", "alpha").await);
    let partner = partner(&app, &officer).await;
    let elsewhere = agreement(&partner, json!({"unit_id": app.unit("alpha", "arts")}));
    let elsewhere = app.create(&officer, "agreements", elsewhere).await["id"].clone();
    let archived = app.create(&officer, "agreements", agreement(&partner, json!({}))).await["id"].clone();
    app.delete(&officer, &format!("agreements/{}", archived.as_str().unwrap()), 1).await;
    for (token, other) in [(&coordinator, &elsewhere), (&officer, &archived)] {
        for link in ["predecessor_id", "amends_id"] {
            let draft = agreement(&partner, json!({"unit_id": app.unit("alpha", "hydraulics"), link: other}));
            assert_eq!(app.post(token, "agreements", draft).await.pointers(), [format!("/{link}")]);
        }
    }
    let draft = agreement(&partner, json!({"unit_id": app.unit("alpha", "hydraulics"), "predecessor_id": elsewhere}));
    let path = format!("agreements/{}", app.create(&officer, "agreements", draft).await["id"].as_str().unwrap());
    assert_eq!(app.patch(&coordinator, &path, 1, json!({"areas": ["law"]})).await.status, 200, "the link may stay");
    assert_eq!(app.patch(&coordinator, &path, 2, json!({"amends_id": elsewhere})).await.pointers(), ["/amends_id"]);
}

crate::on_both_databases!(
    what_is_signed_is_changed_by_the_office_only,
    an_instrument_follows_only_what_its_author_reaches,
    a_draft_is_brought_to_signature_step_by_step,
    each_of_the_first_four_stages_can_be_abandoned,
    dates_that_contradict_each_other_are_refused,
    a_number_stands_once_in_the_register,
    the_list_and_the_record_agree_on_the_legal_status,
    a_signed_successor_takes_over_on_its_first_day,
    a_coordinator_proposes_for_their_own_units,
);
