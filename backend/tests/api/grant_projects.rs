//! Projects: how they move, what they are worth, and which of them run.

use serde_json::{Value, json};

use crate::support::{Answer, App};

const STATUSES: [&str; 8] = ["idea", "preparing", "submitted", "awarded", "running", "closed", "rejected", "withdrawn"];

async fn programme(app: &App, token: &str) -> String {
    let draft = json!({"names": {"en": "Capacity Building"}, "funder": {"en": "European Union"}, "kind": "grant"});
    app.create(token, "funding-programmes", draft).await["id"].as_str().unwrap().to_owned()
}

async fn partner(app: &App, token: &str, name: &str) -> String {
    let draft = json!({"names": {"en": name}, "kind": "university", "country": "IT"});
    app.create(token, "partners", draft).await["id"].as_str().unwrap().to_owned()
}

/// The least that a project has, with more.
fn project(programme: &str, more: Value) -> Value {
    let mut draft = json!({"title": {"en": "Tourism"}, "funding_programme_id": programme, "our_role": "beneficiary"});
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    draft
}

async fn create(app: &App, token: &str, draft: Value) -> String {
    app.create(token, "grant-projects", draft).await["id"].as_str().unwrap().to_owned()
}

async fn post(app: &App, token: &str, draft: Value) -> Answer {
    app.call("POST", "/api/v1/grant-projects").bearer(token).json(draft).send().await
}

async fn put(app: &App, token: &str, id: &str, version: i64, draft: Value) -> Answer {
    let path = format!("/api/v1/grant-projects/{id}");
    app.call("PUT", &path).bearer(token).header("If-Match", &format!("\"{version}\"")).json(draft).send().await
}

async fn version(app: &App, token: &str, path: &str) -> i64 {
    app.get(token, path).await.body["version"].as_i64().unwrap()
}

async fn patch(app: &App, token: &str, id: &str, patch: Value) -> Answer {
    let path = format!("grant-projects/{id}");
    app.patch(token, &path, version(app, token, &path).await, patch).await
}

async fn go(app: &App, token: &str, id: &str, to: &str) -> Answer {
    let path = format!("grant-projects/{id}");
    app.transition(token, &path, version(app, token, &path).await, to).await
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

pub async fn a_project_goes_from_the_idea_to_the_close(app: App) {
    let token = app.token("officer", "alpha").await;
    let programme = programme(&app, &token).await;
    let id = create(&app, &token, project(&programme, json!({}))).await;
    let born = app.get(&token, &format!("grant-projects/{id}")).await.body;
    assert_eq!((&born["status"], &born["running"]), (&json!("idea"), &json!(false)));
    assert_eq!(born["allowed_transitions"], json!([{"to": "preparing", "allowed": true}, {"to": "withdrawn", "allowed": true}]));

    for to in ["preparing", "submitted", "awarded"] {
        let moved = go(&app, &token, &id, to).await;
        assert_eq!((moved.status, &moved.body["status"]), (200, &json!(to)), "{}", moved.body);
    }
    let barred = go(&app, &token, &id, "running").await;
    assert_eq!((barred.status, &barred.body["reason"]), (409, &json!("dates_needed")));
    let awarded = app.get(&token, &format!("grant-projects/{id}")).await.body;
    assert_eq!(awarded["allowed_transitions"][0], json!({"to": "running", "allowed": false, "reason": "dates_needed"}));
    assert_eq!(patch(&app, &token, &id, json!({"starts_on": "2026-11-22"})).await.status, 200);
    assert_eq!(go(&app, &token, &id, "running").await.body["reason"], "dates_needed");
    assert_eq!(patch(&app, &token, &id, json!({"ends_on": "2026-11-30"})).await.status, 200);

    let running = go(&app, &token, &id, "running").await;
    assert_eq!((running.status, &running.body["running"]), (200, &json!(true)), "{}", running.body);
    let closed = go(&app, &token, &id, "closed").await;
    assert_eq!((closed.status, &closed.body["status"]), (200, &json!("closed")));
    assert_eq!(closed.body["allowed_transitions"], json!([]));
    assert_eq!((&closed.body["ends_on"], &closed.body["running"]), (&json!("2026-11-30"), &json!(true)));

    let history = app.get(&token, &format!("grant-projects/{id}/history")).await.body;
    assert_eq!(history["items"][0]["changes"]["status"], json!({"from": "running", "to": "closed"}));
}

pub async fn a_project_moves_along_its_road_and_nowhere_else(app: App) {
    let token = app.token("officer", "alpha").await;
    let programme = programme(&app, &token).await;
    let roads = [
        ("idea", vec!["preparing", "withdrawn"]),
        ("preparing", vec!["submitted", "withdrawn"]),
        ("submitted", vec!["awarded", "rejected", "withdrawn"]),
        ("awarded", vec!["running", "withdrawn"]),
        ("running", vec!["closed"]),
        ("closed", vec![]),
        ("rejected", vec![]),
        ("withdrawn", vec![]),
    ];
    for (from, road) in roads {
        for to in STATUSES {
            let dates = json!({"status": from, "starts_on": "2026-01-01", "ends_on": "2026-12-31"});
            let id = create(&app, &token, project(&programme, dates)).await;
            let moved = go(&app, &token, &id, to).await;
            if road.contains(&to) {
                assert_eq!((moved.status, &moved.body["status"]), (200, &json!(to)), "{from} to {to}");
            } else {
                assert_eq!((moved.status, &moved.body["reason"]), (409, &json!("transition_not_allowed")), "{from} to {to}");
            }
        }
    }
}

pub async fn a_move_of_a_project_has_no_day(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = create(&app, &token, project(&programme(&app, &token).await, json!({}))).await;
    let path = format!("/api/v1/grant-projects/{id}/transitions");
    let body = json!({"to": "preparing", "on": "2026-11-20"});
    let moved = app.call("POST", &path).bearer(&token).header("If-Match", "\"1\"").json(body).send().await;
    assert_eq!(faults(&moved), [("/on", "only_when")]);
}

pub async fn the_status_of_a_project_is_moved_by_transitions_only(app: App) {
    let token = app.token("officer", "alpha").await;
    let programme = programme(&app, &token).await;
    let draft = |status: Value| project(&programme, json!({"status": status, "starts_on": "2026-01-01"}));
    let id = create(&app, &token, draft(json!("running"))).await;
    assert_eq!(faults(&patch(&app, &token, &id, json!({"status": "closed"})).await), [("/status", "only_when")]);
    assert_eq!(faults(&put(&app, &token, &id, 1, draft(json!("idea"))).await), [("/status", "only_when")]);

    for same in [json!("running"), Value::Null] {
        let put = put(&app, &token, &id, 1, draft(same)).await;
        assert_eq!((put.status, &put.body["status"], &put.body["version"]), (200, &json!("running"), &json!(1)));
    }
    let patched = patch(&app, &token, &id, json!({"status": "running", "call": "CBHE 2026"})).await;
    assert_eq!((patched.status, &patched.body["status"], &patched.body["version"]), (200, &json!("running"), &json!(2)));
    let renamed = put(&app, &token, &id, 2, project(&programme, json!({"starts_on": "2026-02-01"}))).await;
    assert_eq!((renamed.status, &renamed.body["status"]), (200, &json!("running")));
    let history = app.get(&token, &format!("grant-projects/{id}/history")).await.body;
    assert_eq!(history["items"][0]["changes"].get("status"), None);
}

pub async fn a_project_under_way_is_registered_with_its_dates(app: App) {
    let token = app.token("officer", "alpha").await;
    let programme = programme(&app, &token).await;
    for (status, missing) in [
        ("awarded", vec![("/starts_on", "needed_when")]),
        ("running", vec![("/starts_on", "needed_when")]),
        ("closed", vec![("/starts_on", "needed_when"), ("/ends_on", "needed_when")]),
    ] {
        let draft = project(&programme, json!({"status": status}));
        assert_eq!(faults(&post(&app, &token, draft).await), missing, "{status}");
    }
    for status in ["idea", "preparing", "submitted", "rejected", "withdrawn"] {
        let created = app.create(&token, "grant-projects", project(&programme, json!({"status": status}))).await;
        assert_eq!(created["status"], status);
    }
    let running = create(&app, &token, project(&programme, json!({"status": "running", "starts_on": "2026-01-01"}))).await;
    assert_eq!(go(&app, &token, &running, "closed").await.body["reason"], "end_needed");
    let cleared = patch(&app, &token, &running, json!({"starts_on": null})).await;
    assert_eq!(faults(&cleared), [("/starts_on", "needed_when")]);
    let turned = patch(&app, &token, &running, json!({"ends_on": "2025-12-31"})).await;
    assert_eq!(faults(&turned), [("/ends_on", "before_start")]);
}

pub async fn our_share_is_not_more_than_the_whole_in_the_same_currency(app: App) {
    let token = app.token("officer", "alpha").await;
    let programme = programme(&app, &token).await;
    let budget = |share: &str, currency: &str| {
        let share = json!({"amount": share, "currency": currency});
        project(&programme, json!({"total_budget": {"amount": "1000.00", "currency": "EUR"}, "our_share": share}))
    };
    let more = post(&app, &token, budget("1000.01", "EUR")).await;
    assert_eq!(faults(&more), [("/our_share", "too_big")]);
    assert!(more.body["errors"][0]["detail"].as_str().unwrap().contains("1000.00 EUR"), "{}", more.body);
    let beyond = post(&app, &token, budget("100000000000000.01", "UZS")).await;
    assert_eq!(faults(&beyond), [("/our_share", "too_big")], "sums of such would not be whole numbers of 64 bits");
    let whole = app.create(&token, "grant-projects", budget("1000", "EUR")).await;
    assert_eq!(whole["our_share"], json!({"amount": "1000.00", "currency": "EUR"}));
    let other = app.create(&token, "grant-projects", budget("13000000", "UZS")).await;
    assert_eq!(other["our_share"], json!({"amount": "13000000.00", "currency": "UZS"}));
    let id = other["id"].as_str().unwrap();
    let co = json!({"our_share": null, "co_funding": {"amount": "7", "currency": "JPY"}});
    let patched = patch(&app, &token, id, co).await.body;
    assert_eq!((patched.get("our_share"), &patched["co_funding"]), (None, &json!({"amount": "7", "currency": "JPY"})));
}

pub async fn a_consortium_names_each_partner_once_and_one_coordinator(app: App) {
    let token = app.token("officer", "alpha").await;
    let programme = programme(&app, &token).await;
    let (one, other) = (partner(&app, &token, "Bologna").await, partner(&app, &token, "Naples").await);
    let draft = |ours: &str, members: &[(&str, &str)]| {
        let members: Vec<Value> = members.iter().map(|it| json!({"partner_id": it.0, "role": it.1})).collect();
        project(&programme, json!({"our_role": ours, "consortium": members}))
    };
    let twice = post(&app, &token, draft("beneficiary", &[(&one, "coordinator"), (&one, "in_kind")])).await;
    assert_eq!(faults(&twice), [("/consortium/1/partner_id", "repeated")]);
    let two = post(&app, &token, draft("beneficiary", &[(&one, "coordinator"), (&other, "coordinator")])).await;
    assert_eq!(faults(&two), [("/consortium/1/role", "second_coordinator")]);
    let ours = post(&app, &token, draft("coordinator", &[(&one, "beneficiary"), (&other, "coordinator")])).await;
    assert_eq!(faults(&ours), [("/consortium/1/role", "second_coordinator")]);
    let good = draft("associated", &[(&other, "coordinator"), (&one, "in_kind")]);
    let created = app.create(&token, "grant-projects", good.clone()).await;
    assert_eq!(created["consortium"], good["consortium"], "in the order given");

    let id = created["id"].as_str().unwrap();
    let shown = app.get(&token, &format!("grant-projects/{id}?expand=consortium.partner,funding_programme")).await.body;
    assert_eq!(shown["consortium"][0]["partner"]["names"]["en"], "Naples");
    assert_eq!(shown["funding_programme"]["names"]["en"], "Capacity Building");
    let left = patch(&app, &token, id, json!({"consortium": [{"partner_id": one, "role": "coordinator"}]})).await.body;
    assert_eq!(left["consortium"].as_array().unwrap().len(), 1);
}

pub async fn a_project_refers_to_records_of_its_institution(app: App) {
    let (alpha, beta) = (app.token("officer", "alpha").await, app.token("officer", "beta").await);
    let own = programme(&app, &alpha).await;
    let draft = json!({
        "title": {"en": "Tourism"}, "our_role": "beneficiary", "funding_programme_id": programme(&app, &beta).await,
        "unit_id": app.unit("beta", "engineering").to_string(), "lead_id": app.person("beta").to_string(),
        "consortium": [{"partner_id": partner(&app, &beta, "Bologna").await, "role": "coordinator"}],
    });
    let refused = post(&app, &alpha, draft).await;
    let mut unknown = faults(&refused);
    unknown.sort_unstable();
    let code = "not_known_here";
    assert_eq!(unknown, [("/consortium/0/partner_id", code), ("/funding_programme_id", code), ("/lead_id", code), ("/unit_id", code)]);
    let lead = json!({"lead_id": app.person("alpha").to_string(), "unit_id": app.unit("alpha", "arts").to_string()});
    let id = create(&app, &alpha, project(&own, lead)).await;
    let shown = app.get(&alpha, &format!("grant-projects/{id}?expand=lead,unit")).await.body;
    assert_eq!((&shown["lead"]["id"], &shown["unit"]["id"]), (&shown["lead_id"], &shown["unit_id"]));
    assert_eq!(app.get(&beta, &format!("grant-projects/{id}")).await.status, 404);
}

pub async fn a_coordinator_reads_what_is_shared_and_writes_what_is_of_the_unit(app: App) {
    let (officer, coordinator) = (app.token("officer", "alpha").await, app.token("coordinator", "alpha").await);
    let programme = programme(&app, &officer).await;
    let of = |unit: Option<&str>| {
        let unit = unit.map(|it| app.unit("alpha", it).to_string());
        project(&programme, json!({"unit_id": unit, "status": "idea"}))
    };
    let own = create(&app, &officer, of(Some("engineering"))).await;
    let below = create(&app, &officer, of(Some("hydraulics"))).await;
    let shared = create(&app, &officer, of(None)).await;
    let foreign = create(&app, &officer, of(Some("arts"))).await;
    let mut seen = ids(&app.get(&coordinator, "grant-projects").await);
    seen.sort_unstable();
    let mut reached = [own.clone(), below.clone(), shared.clone()];
    reached.sort_unstable();
    assert_eq!(seen, reached);
    assert_eq!(app.get(&coordinator, &format!("grant-projects/{foreign}")).await.status, 404);

    for id in [&own, &below] {
        assert_eq!(patch(&app, &coordinator, id, json!({"call": "2026"})).await.status, 200);
        assert_eq!(go(&app, &coordinator, id, "preparing").await.status, 200);
    }
    let refused = patch(&app, &coordinator, &shared, json!({"call": "2026"})).await;
    assert_eq!((refused.status, &refused.body["reason"]), (403, &json!("own_unit_only")));
    assert_eq!(go(&app, &coordinator, &shared, "preparing").await.status, 403);
    for unit in [None, Some("arts")] {
        // A unit out of reach is no unit to them; of none they may not write.
        assert!(matches!(post(&app, &coordinator, of(unit)).await.status, 403 | 422), "{unit:?}");
    }
    assert_eq!(post(&app, &coordinator, of(Some("hydraulics"))).await.status, 201);
    for (role, read, written) in [("member", 403, 403), ("viewer", 200, 403), ("approver", 200, 403)] {
        let token = app.token(role, "alpha").await;
        assert_eq!(app.get(&token, "grant-projects").await.status, read, "{role}");
        assert_eq!(post(&app, &token, of(None)).await.status, written, "{role}");
    }
}

pub async fn projects_are_found_by_what_they_are(app: App) {
    let token = app.token("officer", "alpha").await;
    let (one, other) = (programme(&app, &token).await, programme(&app, &token).await);
    let bologna = partner(&app, &token, "Bologna").await;
    let unit = app.unit("alpha", "arts").to_string();
    let water = project(
        &one,
        json!({
            "title": {"en": "Water", "ru": "Вода"}, "acronym": "AQUA", "reference": "618-2026", "areas": ["irrigation"], "unit_id": unit,
            "consortium": [{"partner_id": bologna, "role": "coordinator"}], "starts_on": "2026-02-01", "ends_on": "2026-06-30",
        }),
    );
    let water = create(&app, &token, water).await;
    let tourism = json!({"our_role": "coordinator", "status": "submitted", "tags": ["erasmus+"], "starts_on": "2026-01-01"});
    let tourism = create(&app, &token, project(&other, tourism)).await;
    for query in [
        "status=idea",
        "status[ne]=submitted",
        "our_role=beneficiary",
        &format!("funding_programme_id={one}"),
        &format!("unit_id={unit}"),
        &format!("partner_id={bologna}"),
        "area=irrigation",
        "reference=618-2026",
        "ends_on[lte]=2026-12-31",
        "starts_on[gt]=2026-01-01",
        "q=aqua",
        "q=voda",
        "q=bologna",
    ] {
        assert_eq!(ids(&app.get(&token, &format!("grant-projects?{query}")).await), std::slice::from_ref(&water), "{query}");
    }
    for query in ["tag=erasmus%2B", "unit_id[isnull]=true", "ends_on[isnull]=true", "our_role=coordinator,in_kind"] {
        assert_eq!(ids(&app.get(&token, &format!("grant-projects?{query}")).await), std::slice::from_ref(&tourism), "{query}");
    }
    for (sort, first) in [("title", &tourism), ("-title", &water), ("acronym", &water), ("starts_on", &tourism), ("ends_on", &water)] {
        let list = app.get(&token, &format!("grant-projects?sort={sort}")).await;
        assert_eq!(&ids(&list)[0], first, "{sort}");
    }
}

/// What the list finds and what each record says are one rule on every day around every border.
pub async fn the_list_and_the_record_agree_on_what_runs(app: App) {
    let token = app.token("officer", "alpha").await;
    let programme = programme(&app, &token).await;
    for status in STATUSES {
        for (starts, ends) in [
            (Some("2026-02-28"), Some("2026-03-02")),
            (Some("2026-03-01"), Some("2026-03-01")),
            (Some("2026-03-01"), None),
            (None, Some("2026-03-01")),
            (None, None),
        ] {
            let started = starts.is_some() || !["awarded", "running", "closed"].contains(&status);
            let ended = ends.is_some() || status != "closed";
            if started && ended {
                create(&app, &token, project(&programme, json!({"status": status, "starts_on": starts, "ends_on": ends}))).await;
            }
        }
    }
    let all = ids(&app.get(&token, "grant-projects?limit=200&sort=created_at").await).len();
    for (day, running) in [("2026-02-27", 0), ("2026-02-28", 2), ("2026-03-01", 5), ("2026-03-02", 3), ("2026-03-03", 1), ("2199-12-31", 1)]
    {
        let list = async |word: &str| {
            let list = app.get(&token, &format!("grant-projects?limit=200&as_of={day}&running={word}")).await;
            let told: Vec<bool> = list.body["items"].as_array().unwrap().iter().map(|it| it["running"].as_bool().unwrap()).collect();
            assert!(told.iter().all(|it| it.to_string() == word), "{day} {word}");
            told.len()
        };
        let (yes, no) = (list("true").await, list("false").await);
        assert_eq!((yes, yes + no), (running, all), "{day}");
    }
    let both = app.get(&token, "grant-projects?limit=200&running=true,false").await;
    assert_eq!(ids(&both).len(), all);
}

pub async fn totals_add_up_the_running_projects_by_currency(app: App) {
    let token = app.token("officer", "alpha").await;
    let programme = programme(&app, &token).await;
    let money = |amount: &str, currency: &str| json!({"amount": amount, "currency": currency});
    let running = |more: Value| {
        let mut draft = project(&programme, json!({"status": "running", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}));
        draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        draft
    };
    let loan = json!({"total_budget": money("210000000.00", "USD"), "our_share": money("99999999999999.99", "UZS")});
    create(&app, &token, running(loan)).await;
    let archived = json!({"total_budget": money("0.10", "EUR"), "our_share": money("0.01", "EUR")});
    create(&app, &token, running(archived.clone())).await;
    create(&app, &token, running(json!({"total_budget": money("0.20", "EUR")}))).await;
    create(&app, &token, running(json!({}))).await;
    let earlier = json!({"status": "closed", "ends_on": "2026-06-30", "total_budget": money("5.00", "EUR")});
    create(&app, &token, running(earlier)).await;
    create(&app, &token, running(json!({"status": "awarded", "total_budget": money("7.00", "EUR")}))).await;
    let gone = create(&app, &token, running(archived)).await;
    let path = format!("/api/v1/grant-projects/{gone}");
    assert_eq!(app.call("DELETE", &path).bearer(&token).header("If-Match", "\"1\"").send().await.status, 204);

    let today = app.get(&token, "grant-projects/totals").await;
    let sums = json!({"items": [
        {"currency": "EUR", "total_budget": money("0.30", "EUR"), "our_share": money("0.01", "EUR"), "projects": 2},
        {"currency": "USD", "total_budget": money("210000000.00", "USD"), "projects": 1},
        {"currency": "UZS", "total_budget": money("0.00", "UZS"), "our_share": money("99999999999999.99", "UZS"), "projects": 1},
    ]});
    assert_eq!((today.status, today.body), (200, sums));
    let summer = app.get(&token, "grant-projects/totals?as_of=2026-06-30").await.body;
    assert_eq!(summer["items"][0]["total_budget"], money("5.30", "EUR"));
    assert_eq!(app.get(&token, "grant-projects/totals?as_of=2027-01-01").await.body, json!({"items": []}));
    assert_eq!(app.get(&app.token("officer", "beta").await, "grant-projects/totals").await.body, json!({"items": []}));
    assert_eq!(app.get(&app.token("member", "alpha").await, "grant-projects/totals").await.status, 403);
    for (query, code) in [("as_of=tomorrow", "invalid_parameter"), ("status=running", "unknown_parameter")] {
        let refused = app.get(&token, &format!("grant-projects/totals?{query}")).await;
        assert_eq!((refused.status, &refused.body["code"]), (400, &json!(code)), "{query}");
    }
}

pub async fn totals_of_a_coordinator_are_those_of_the_projects_in_reach(app: App) {
    let (officer, coordinator) = (app.token("officer", "alpha").await, app.token("coordinator", "alpha").await);
    let programme = programme(&app, &officer).await;
    for (unit, amount) in [(Some("hydraulics"), "1.00"), (None, "20.00"), (Some("arts"), "300.00")] {
        let unit = unit.map(|it| app.unit("alpha", it).to_string());
        let draft = json!({
            "status": "running", "starts_on": "2026-01-01", "unit_id": unit, "total_budget": {"amount": amount, "currency": "EUR"},
        });
        create(&app, &officer, project(&programme, draft)).await;
    }
    for (token, sum) in [(officer, "321.00"), (coordinator, "21.00")] {
        let totals = app.get(&token, "grant-projects/totals").await.body;
        assert_eq!(totals["items"][0]["total_budget"]["amount"], sum);
    }
}

crate::on_both_databases!(
    a_project_goes_from_the_idea_to_the_close,
    a_project_moves_along_its_road_and_nowhere_else,
    a_move_of_a_project_has_no_day,
    the_status_of_a_project_is_moved_by_transitions_only,
    a_project_under_way_is_registered_with_its_dates,
    our_share_is_not_more_than_the_whole_in_the_same_currency,
    a_consortium_names_each_partner_once_and_one_coordinator,
    a_project_refers_to_records_of_its_institution,
    a_coordinator_reads_what_is_shared_and_writes_what_is_of_the_unit,
    projects_are_found_by_what_they_are,
    the_list_and_the_record_agree_on_what_runs,
    totals_add_up_the_running_projects_by_currency,
    totals_of_a_coordinator_are_those_of_the_projects_in_reach,
);
