//! Exchange students: how an exchange moves, its dates, what it rests on and who sees it.

use serde_json::{Value, json};

use crate::support::{Answer, App};

const STATUSES: [&str; 9] =
    ["applied", "nominated", "accepted", "arrived", "completed", "recognised", "rejected", "withdrawn", "cancelled"];

async fn partner(app: &App, token: &str, name: &str, country: &str) -> String {
    let draft = json!({"names": {"en": name}, "kind": "university", "country": country});
    app.create(token, "partners", draft).await["id"].as_str().unwrap().to_owned()
}

async fn person(app: &App, token: &str, name: &str, unit: Option<&str>) -> String {
    let unit = unit.map(|it| app.unit("alpha", it).to_string());
    let draft = json!({"name": name, "kind": "student", "unit_id": unit});
    app.create(token, "people", draft).await["id"].as_str().unwrap().to_owned()
}

/// The exchange of the academic year that runs, with more.
fn exchange(person: &str, partner: &str, more: Value) -> Value {
    let mut draft = json!({
        "person_id": person, "direction": "outgoing", "partner_id": partner, "kind": "studies",
        "academic_year": "2026/2027", "term": "autumn", "planned_from": "2026-09-05", "planned_to": "2027-01-25",
        "level": 6, "field": "0732",
    });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    draft
}

/// With the real dates that an exchange of the status has.
fn with_status(status: &str) -> Value {
    match status {
        "arrived" => json!({"status": status, "actual_from": "2026-09-03"}),
        "completed" | "recognised" => {
            json!({"status": status, "actual_from": "2026-09-03", "actual_to": "2026-11-20"})
        }
        _ => json!({"status": status}),
    }
}

/// An exchange of a person with a partner, both new.
async fn started(app: &App, token: &str, more: Value) -> String {
    let (person, partner) = (person(app, token, "Davron", None).await, partner(app, token, "Bologna", "IT").await);
    create(app, token, exchange(&person, &partner, more)).await
}

async fn create(app: &App, token: &str, draft: Value) -> String {
    app.create(token, "exchange-students", draft).await["id"].as_str().unwrap().to_owned()
}

async fn post(app: &App, token: &str, draft: Value) -> Answer {
    app.call("POST", "/api/v1/exchange-students").bearer(token).json(draft).send().await
}

async fn read(app: &App, token: &str, id: &str) -> Value {
    app.get(token, &format!("exchange-students/{id}")).await.body
}

async fn patch(app: &App, token: &str, id: &str, patch: Value) -> Answer {
    let version = read(app, token, id).await["version"].as_i64().unwrap();
    app.patch(token, &format!("exchange-students/{id}"), version, patch).await
}

async fn go(app: &App, token: &str, id: &str, to: &str) -> Answer {
    let version = read(app, token, id).await["version"].as_i64().unwrap();
    app.transition(token, &format!("exchange-students/{id}"), version, to).await
}

async fn go_on(app: &App, token: &str, id: &str, to: &str, on: &str) -> Answer {
    let version = read(app, token, id).await["version"].as_i64().unwrap();
    let path = format!("/api/v1/exchange-students/{id}/transitions");
    let call = app.call("POST", &path).bearer(token).header("If-Match", &format!("\"{version}\""));
    call.json(json!({"to": to, "on": on})).send().await
}

/// Pointer and code of each fault.
fn faults(answer: &Answer) -> Vec<(&str, &str)> {
    assert_eq!(answer.status, 422, "{}", answer.body);
    let errors = answer.body["errors"].as_array().unwrap();
    errors.iter().map(|it| (it["pointer"].as_str().unwrap(), it["code"].as_str().unwrap())).collect()
}

fn ids(list: &Answer) -> Vec<String> {
    assert_eq!(list.status, 200, "{}", list.body);
    list.body["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

pub async fn an_exchange_goes_from_the_application_to_recognition(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = started(&app, &token, json!({})).await;
    let born = read(&app, &token, &id).await;
    assert_eq!(born["status"], "applied");
    let allowed: Vec<&Value> = born["allowed_transitions"].as_array().unwrap().iter().map(|it| &it["to"]).collect();
    assert_eq!(allowed, [&json!("nominated"), &json!("rejected"), &json!("withdrawn")]);
    for to in ["nominated", "accepted"] {
        let moved = go(&app, &token, &id, to).await;
        assert_eq!((moved.status, &moved.body["status"]), (200, &json!(to)), "{}", moved.body);
        assert_eq!((moved.body.get("actual_from"), moved.body.get("actual_to")), (None, None));
    }
    let arrived = go_on(&app, &token, &id, "arrived", "2026-09-03").await;
    assert_eq!((arrived.status, &arrived.body["actual_from"]), (200, &json!("2026-09-03")), "earlier than planned");
    let completed = go(&app, &token, &id, "completed").await;
    assert_eq!((completed.status, &completed.body["actual_to"]), (200, &json!("2026-11-22")), "today");
    let recognised = go(&app, &token, &id, "recognised").await;
    assert_eq!((recognised.status, &recognised.body["allowed_transitions"]), (200, &json!([])));
    assert_eq!((&recognised.body["actual_from"], &recognised.body["actual_to"]), (&json!("2026-09-03"), &json!("2026-11-22")));
}

pub async fn an_exchange_moves_along_its_road_and_nowhere_else(app: App) {
    let token = app.token("officer", "alpha").await;
    let (person, partner) = (person(&app, &token, "Davron", None).await, partner(&app, &token, "Bologna", "IT").await);
    let roads = [
        ("applied", vec!["nominated", "rejected", "withdrawn"]),
        ("nominated", vec!["accepted", "rejected", "withdrawn"]),
        ("accepted", vec!["arrived", "withdrawn", "cancelled"]),
        ("arrived", vec!["completed", "cancelled"]),
        ("completed", vec!["recognised"]),
        ("recognised", vec![]),
        ("rejected", vec![]),
        ("withdrawn", vec![]),
        ("cancelled", vec![]),
    ];
    for (from, road) in roads {
        for to in STATUSES {
            let id = create(&app, &token, exchange(&person, &partner, with_status(from))).await;
            let moved = go(&app, &token, &id, to).await;
            if road.contains(&to) {
                assert_eq!((moved.status, &moved.body["status"]), (200, &json!(to)), "{from} to {to}: {}", moved.body);
            } else {
                assert_eq!((moved.status, &moved.body["reason"]), (409, &json!("transition_not_allowed")), "{from} to {to}");
            }
        }
    }
}

pub async fn nobody_leaves_before_arriving_or_arrives_in_the_future(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = started(&app, &token, with_status("accepted")).await;
    assert_eq!(faults(&go_on(&app, &token, &id, "withdrawn", "2026-11-20").await), [("/on", "only_when")]);
    assert_eq!(faults(&go_on(&app, &token, &id, "arrived", "2026-11-23").await), [("/on", "future_day")]);
    assert_eq!(go_on(&app, &token, &id, "arrived", "2026-11-20").await.status, 200);
    assert_eq!(faults(&go_on(&app, &token, &id, "completed", "2026-11-19").await), [("/on", "before_start")]);
    assert_eq!(read(&app, &token, &id).await["status"], "arrived");
    let completed = go_on(&app, &token, &id, "completed", "2026-11-20").await;
    assert_eq!((completed.status, &completed.body["actual_to"]), (200, &json!("2026-11-20")), "one day is a stay");
}

pub async fn the_status_of_an_exchange_is_moved_by_transitions_only(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = started(&app, &token, with_status("nominated")).await;
    assert_eq!(faults(&patch(&app, &token, &id, json!({"status": "accepted"})).await), [("/status", "only_when")]);
    let same = patch(&app, &token, &id, json!({"status": "nominated"})).await;
    assert_eq!((same.status, &same.body["version"]), (200, &json!(1)));
    let record = read(&app, &token, &id).await;
    let draft = |more: Value| exchange(record["person_id"].as_str().unwrap(), record["partner_id"].as_str().unwrap(), more);
    let put = async |draft: Value| {
        let path = format!("/api/v1/exchange-students/{id}");
        app.call("PUT", &path).bearer(&token).header("If-Match", "\"1\"").json(draft).send().await
    };
    assert_eq!(faults(&put(draft(with_status("applied"))).await), [("/status", "only_when")]);
    let kept = put(draft(json!({"language": "en"}))).await;
    assert_eq!((kept.status, &kept.body["status"], &kept.body["language"]), (200, &json!("nominated"), &json!("en")));
}

pub async fn real_dates_belong_to_a_stay_that_has_begun(app: App) {
    let token = app.token("officer", "alpha").await;
    let (person, partner) = (person(&app, &token, "Davron", None).await, partner(&app, &token, "Bologna", "IT").await);
    let day = "2026-09-03";
    for (more, expected) in [
        (json!({"actual_from": day}), vec![("/actual_from", "only_when")]),
        (json!({"status": "accepted", "actual_from": day}), vec![("/actual_from", "only_when")]),
        (json!({"status": "arrived"}), vec![("/actual_from", "needed_when")]),
        (json!({"status": "arrived", "actual_from": day, "actual_to": day}), vec![("/actual_to", "only_when")]),
        (json!({"status": "completed", "actual_from": day}), vec![("/actual_to", "needed_when")]),
        (json!({"status": "cancelled", "actual_to": day}), vec![("/actual_from", "needed_when")]),
        (json!({"status": "completed", "actual_from": day, "actual_to": "2026-09-02"}), vec![("/actual_to", "before_start")]),
        (json!({"status": "arrived", "actual_from": "2026-11-23"}), vec![("/actual_from", "future_day")]),
    ] {
        let refused = post(&app, &token, exchange(&person, &partner, more.clone())).await;
        assert_eq!(faults(&refused), expected, "{more}");
    }
    for status in STATUSES {
        assert_eq!(post(&app, &token, exchange(&person, &partner, with_status(status))).await.status, 201, "{status}");
    }
    let broken_off = json!({"status": "cancelled", "actual_from": day, "actual_to": "2026-10-01"});
    assert_eq!(post(&app, &token, exchange(&person, &partner, broken_off)).await.status, 201);
    let arrived = create(&app, &token, exchange(&person, &partner, with_status("arrived"))).await;
    assert_eq!(faults(&patch(&app, &token, &arrived, json!({"actual_from": null})).await), [("/actual_from", "needed_when")]);
}

pub async fn a_planned_stay_begins_within_its_academic_year(app: App) {
    let token = app.token("officer", "alpha").await;
    let (person, partner) = (person(&app, &token, "Davron", None).await, partner(&app, &token, "Bologna", "IT").await);
    for (from, to, expected) in [
        ("2026-06-30", "2026-12-31", vec![("/planned_from", "outside_academic_year")]),
        ("2026-07-01", "2026-12-31", vec![]),
        ("2027-08-31", "2027-12-31", vec![]),
        ("2027-09-01", "2027-12-31", vec![("/planned_from", "outside_academic_year")]),
        ("2026-09-05", "2026-09-05", vec![]),
        ("2026-09-05", "2026-09-04", vec![("/planned_to", "before_start")]),
    ] {
        let answer = post(&app, &token, exchange(&person, &partner, json!({"planned_from": from, "planned_to": to}))).await;
        match expected.is_empty() {
            true => assert_eq!(answer.status, 201, "{from} {to}: {}", answer.body),
            false => assert_eq!(faults(&answer), expected, "{from} {to}"),
        }
    }
    for (member, value) in [
        ("level", json!(4)),
        ("level", json!(9)),
        ("field", json!("07")),
        ("field", json!("9876")),
        ("academic_year", json!("2026/2028")),
        ("language", json!("xx")),
    ] {
        let refused = post(&app, &token, exchange(&person, &partner, json!({member: value}))).await;
        assert_eq!(faults(&refused)[0].0, format!("/{member}"), "{value}");
    }
}

pub async fn the_partner_is_a_party_of_the_agreement(app: App) {
    let token = app.token("officer", "alpha").await;
    let student = person(&app, &token, "Davron", None).await;
    let (bologna, naples) = (partner(&app, &token, "Bologna", "IT").await, partner(&app, &token, "Naples", "IT").await);
    let agreement = json!({"kind": "exchange", "title": {"en": "Exchange"}, "parties": [{"partner_id": bologna}]});
    let agreement = app.create(&token, "agreements", agreement).await["id"].clone();
    let with = |partner: &str| exchange(&student, partner, json!({"agreement_id": agreement}));
    assert_eq!(faults(&post(&app, &token, with(&naples)).await), [("/agreement_id", "not_a_party")]);
    let id = create(&app, &token, with(&bologna)).await;
    let other = patch(&app, &token, &id, json!({"partner_id": naples})).await;
    assert_eq!(faults(&other), [("/agreement_id", "not_a_party")]);
    let shown = app.get(&token, &format!("exchange-students/{id}?expand=agreement,partner,person")).await.body;
    assert_eq!((&shown["agreement"]["id"], &shown["partner"]["names"]["en"]), (&agreement, &json!("Bologna")));
    assert_eq!(shown["person"]["name"], "Davron");

    let memorandum = json!({"title": {"en": "Intent"}, "parties": [{"partner_id": bologna}]});
    let memorandum = app.create(&token, "memoranda", memorandum).await["id"].clone();
    let refused = post(&app, &token, exchange(&student, &bologna, json!({"agreement_id": memorandum}))).await;
    assert_eq!(faults(&refused), [("/agreement_id", "not_known_here")], "a memorandum is no agreement");
}

pub async fn an_exchange_refers_to_records_of_its_institution(app: App) {
    let (alpha, beta) = (app.token("officer", "alpha").await, app.token("officer", "beta").await);
    let programme = json!({"names": {"en": "ICM"}, "funder": {"en": "European Union"}, "kind": "mobility"});
    let more = json!({
        "funding_programme_id": app.create(&beta, "funding-programmes", programme).await["id"],
        "unit_id": app.unit("beta", "engineering").to_string(),
    });
    let foreign = partner(&app, &beta, "Bologna", "IT").await;
    let refused = post(&app, &alpha, exchange(&app.person("beta").to_string(), &foreign, more)).await;
    let mut unknown: Vec<&str> = faults(&refused).into_iter().map(|it| it.0).collect();
    unknown.sort_unstable();
    assert_eq!(unknown, ["/funding_programme_id", "/partner_id", "/person_id", "/unit_id"]);
    let id = started(&app, &alpha, json!({})).await;
    assert_eq!(app.get(&beta, &format!("exchange-students/{id}")).await.status, 404);
}

pub async fn members_see_their_own_exchanges_and_coordinators_those_of_their_units(app: App) {
    let officer = app.token("officer", "alpha").await;
    let (own, host) = (app.person("alpha").to_string(), partner(&app, &officer, "Bologna", "IT").await);
    let other = person(&app, &officer, "Davron", None).await;
    let in_unit = |unit: Option<&str>| json!({"unit_id": unit.map(|it| app.unit("alpha", it).to_string())});
    let of_member = create(&app, &officer, exchange(&own, &host, in_unit(Some("arts")))).await;
    let below = create(&app, &officer, exchange(&other, &host, in_unit(Some("hydraulics")))).await;
    let of_none = create(&app, &officer, exchange(&other, &host, in_unit(None))).await;

    let member = app.token("member", "alpha").await;
    assert_eq!(ids(&app.get(&member, "exchange-students").await), std::slice::from_ref(&of_member));
    assert_eq!(app.get(&member, &format!("exchange-students/{below}")).await.status, 404);
    assert_eq!(app.get(&member, &format!("exchange-students/{below}/history")).await.status, 403);
    assert_eq!(post(&app, &member, exchange(&own, &host, json!({}))).await.status, 403);
    assert_eq!(app.transition(&member, &format!("exchange-students/{of_member}"), 1, "withdrawn").await.status, 403);

    let coordinator = app.token("coordinator", "alpha").await;
    assert_eq!(ids(&app.get(&coordinator, "exchange-students").await), std::slice::from_ref(&below));
    for id in [&of_member, &of_none] {
        assert_eq!(app.get(&coordinator, &format!("exchange-students/{id}")).await.status, 404);
        assert_eq!(app.transition(&coordinator, &format!("exchange-students/{id}"), 1, "nominated").await.status, 404);
    }
    assert_eq!(go(&app, &coordinator, &below, "nominated").await.status, 200);
    let student = person(&app, &officer, "Nodira", Some("engineering")).await;
    let engineering = exchange(&student, &host, in_unit(Some("engineering")));
    assert_eq!(post(&app, &coordinator, engineering).await.status, 201);
    let nowhere = post(&app, &coordinator, exchange(&student, &host, json!({}))).await;
    assert_eq!((nowhere.status, &nowhere.body["reason"]), (403, &json!("own_unit_only")));

    for (role, seen) in [("viewer", 4), ("approver", 4), ("admin", 4)] {
        let token = app.token(role, "alpha").await;
        assert_eq!(ids(&app.get(&token, "exchange-students").await).len(), seen, "{role}");
    }
}

pub async fn exchanges_are_found_by_what_they_are(app: App) {
    let token = app.token("officer", "alpha").await;
    let (bologna, khujand) = (partner(&app, &token, "Bologna", "IT").await, partner(&app, &token, "Хуҷанд", "TJ").await);
    let (davron, nodira) = (person(&app, &token, "Даврон", None).await, person(&app, &token, "Nodira", None).await);
    let unit = app.unit("alpha", "arts").to_string();
    let incoming = json!({
        "direction": "incoming", "kind": "traineeship", "term": "spring", "planned_from": "2027-02-08", "planned_to": "2027-06-30",
        "level": 7, "field": "0413", "unit_id": unit, "status": "nominated", "tags": ["pilot"],
    });
    let incoming = create(&app, &token, exchange(&davron, &khujand, incoming)).await;
    let grant = json!({"grant": {"amount": "4250.00", "currency": "EUR"}, "academic_year": "2025/2026", "planned_from": "2025-09-05"});
    let outgoing = create(&app, &token, exchange(&nodira, &bologna, grant)).await;
    assert_eq!(read(&app, &token, &outgoing).await["grant"], json!({"amount": "4250.00", "currency": "EUR"}));
    for query in [
        "direction=incoming",
        "status=nominated,accepted",
        "kind=traineeship",
        "term=spring",
        "level[gte]=7",
        "field=0413",
        "academic_year=2026/2027",
        "country=TJ",
        "tag=pilot",
        "planned_from[gte]=2027-01-01",
        "planned_to=2027-06-30",
        &format!("unit_id={unit}"),
        &format!("person_id={davron}"),
        &format!("partner_id={khujand}"),
        "q=davron",
        "q=khujand",
    ] {
        assert_eq!(ids(&app.get(&token, &format!("exchange-students?{query}")).await), std::slice::from_ref(&incoming), "{query}");
    }
    for query in ["unit_id[isnull]=true", "q=bologna", "country=IT", "direction=outgoing&agreement_id[isnull]=true"] {
        assert_eq!(ids(&app.get(&token, &format!("exchange-students?{query}")).await), std::slice::from_ref(&outgoing), "{query}");
    }
    for (sort, first) in [
        ("person_name", &incoming),
        ("-person_name", &outgoing),
        ("academic_year", &outgoing),
        ("planned_from", &outgoing),
        ("-planned_to", &incoming),
    ] {
        assert_eq!(&ids(&app.get(&token, &format!("exchange-students?sort={sort}")).await)[0], first, "{sort}");
    }
}

pub async fn what_a_coordinator_may_not_read_of_a_person_is_not_guessed_by_searching_exchanges(app: App) {
    let officer = app.token("officer", "alpha").await;
    let draft = json!({
        "name": "Nodira Rahimova", "kind": "student", "unit_id": app.unit("alpha", "arts"), "email": "secret@home.example",
        "passport_name": "RAKHIMOVA NODIRAKHON",
    });
    let person = app.create(&officer, "people", draft).await["id"].as_str().unwrap().to_owned();
    let host = partner(&app, &officer, "Bologna", "IT").await;
    let id = create(&app, &officer, exchange(&person, &host, json!({"unit_id": app.unit("alpha", "engineering")}))).await;
    let coordinator = app.token("coordinator", "alpha").await;
    assert_eq!(app.get(&coordinator, &format!("people/{person}")).await.status, 404);
    for (q, found) in [("nodira rahimova", 1), ("secret", 0), ("home.example", 0), ("nodiraxon", 0)] {
        let list = app.get(&coordinator, &format!("exchange-students?q={q}")).await;
        assert_eq!(ids(&list), vec![id.clone(); found], "{q}");
    }
}

pub async fn an_arrival_that_was_none_is_taken_back_with_its_day(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = started(&app, &token, json!({"status": "accepted"})).await;
    assert_eq!(go_on(&app, &token, &id, "arrived", "2026-09-04").await.body["actual_from"], "2026-09-04");
    let undone = app.call("POST", &format!("/api/v1/exchange-students/{id}/undo")).bearer(&token).version(2).send().await;
    assert_eq!((&undone.body["status"], &undone.body["actual_from"]), (&json!("accepted"), &Value::Null));
}

pub async fn what_a_coordinator_archives_they_can_restore(app: App) {
    let (officer, coordinator) = (app.token("officer", "alpha").await, app.token("coordinator", "alpha").await);
    let (student, host) = (person(&app, &officer, "Davron", Some("arts")).await, partner(&app, &officer, "Bologna", "IT").await);
    let id = create(&app, &officer, exchange(&student, &host, json!({"unit_id": app.unit("alpha", "engineering")}))).await;
    let path = format!("exchange-students/{id}");
    assert_eq!(app.delete(&coordinator, &path, 1).await.status, 204);
    let restored = app.post(&coordinator, &format!("{path}/restore"), json!({})).await;
    assert_eq!(restored.status, 200, "the person is of another unit, and not archived: {}", restored.text);
}

crate::on_both_databases!(
    what_a_coordinator_archives_they_can_restore,
    an_arrival_that_was_none_is_taken_back_with_its_day,
    what_a_coordinator_may_not_read_of_a_person_is_not_guessed_by_searching_exchanges,
    an_exchange_goes_from_the_application_to_recognition,
    an_exchange_moves_along_its_road_and_nowhere_else,
    nobody_leaves_before_arriving_or_arrives_in_the_future,
    the_status_of_an_exchange_is_moved_by_transitions_only,
    real_dates_belong_to_a_stay_that_has_begun,
    a_planned_stay_begins_within_its_academic_year,
    the_partner_is_a_party_of_the_agreement,
    an_exchange_refers_to_records_of_its_institution,
    members_see_their_own_exchanges_and_coordinators_those_of_their_units,
    exchanges_are_found_by_what_they_are,
);
