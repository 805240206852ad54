//! The demo data reproduces the figures that the four departments tell on their own pages.

use hamkor::demo::{self, Outcome};
use serde_json::{Value, json};

use crate::support::{App, Kind, run_empty};

async fn load(app: &App) -> Outcome {
    let (schemas, now) = (app.shared.schemas.clone(), app.clock.now());
    app.db.write(move |conn| demo::load(conn, &schemas, now)).await.unwrap()
}

async fn profile(app: &App, path: &str) -> Value {
    let answer = app.call("GET", &format!("/api/v1/public/{path}")).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body
}

async fn token(app: &App, role: &str, slug: &str) -> String {
    let form = json!({"email": format!("{role}@{slug}.example"), "password": demo::PASSWORD, "institution": slug});
    let answer = app.call("POST", "/api/v1/auth/tokens").json(form).send().await;
    answer.body["access_token"].as_str().unwrap().to_owned()
}

async fn total(app: &App, token: &str, list: &str) -> i64 {
    let separator = if list.contains('?') { '&' } else { '?' };
    let answer = app.get(token, &format!("{}{separator}include_total=true", list.trim_start_matches("/api/v1/"))).await;
    answer.body["page"]["total"].as_i64().unwrap_or_else(|| panic!("{list}: {}", answer.text))
}

async fn the_pages_are_reproduced(app: App) {
    assert_eq!(load(&app).await, Outcome::Loaded);
    assert_eq!(load(&app).await, Outcome::Present);

    let tiiame = profile(&app, "tiiame/profile?as_of=2020-01-01").await;
    let figures = &tiiame["figures"];
    assert_eq!((&figures["instruments_in_force"], &figures["grant_projects_running"]), (&json!(87), &json!(23)));
    let totals = json!([{"amount": "700000000.00", "currency": "EUR"}, {"amount": "1000000000.00", "currency": "USD"}]);
    assert_eq!((&figures["grant_totals"], &tiiame["demo"]), (&totals, &json!(true)));

    let uzsiac = profile(&app, "uzsiac/profile").await;
    let by_country = json!([
        {"country": "RU", "count": 7}, {"country": "KZ", "count": 3}, {"country": "KR", "count": 2}, {"country": "AZ", "count": 1},
        {"country": "BY", "count": 1}, {"country": "LV", "count": 1}, {"country": "TJ", "count": 1},
    ]);
    assert_eq!((&uzsiac["figures"]["instruments_by_country"], &uzsiac["figures"]["agreements_in_force"]), (&by_country, &json!(16)));

    let iet = profile(&app, "iet-tsuc/profile?as_of=2017-01-31").await;
    let universities = iet["figures"]["partners_by_kind"].as_array().unwrap().iter().find(|it| it["kind"] == "university").unwrap();
    assert_eq!((&iet["figures"]["partner_countries"], &iet["figures"]["grant_projects_running"]), (&json!(21), &json!(5)));
    assert!(50 < universities["count"].as_i64().unwrap());
    assert_eq!(iet["institution"]["office"]["founded_on"], "2009-09-01");
    let new = profile(&app, "iet-tsuc/new-partners?from=2016-09-01&to=2017-01-31").await;
    assert!(3 < new["count"].as_i64().unwrap());

    let kokand = token(&app, "viewer", "tdtu-kokand").await;
    assert!(0 < total(&app, &kokand, "partners?rank[lte]=1000&ranking_system=the,qs").await);
    assert!(0 < total(&app, &kokand, "partners?kind=foundation&locally_accredited=true").await);
    assert_eq!(total(&app, &kokand, "funding-programmes?q=el-yurt%20umidi").await, 1);

    // Every figure of every profile is the length of the lists it names.
    for (slug, day) in [("tiiame", "2020-01-01"), ("uzsiac", "2026-11-22"), ("iet-tsuc", "2017-01-31"), ("tdtu-kokand", "2026-11-22")] {
        let profile = profile(&app, &format!("{slug}/profile?as_of={day}")).await;
        let token = token(&app, "viewer", slug).await;
        for figure in
            ["agreements_in_force", "memoranda_in_force", "instruments_in_force", "partner_institutions", "grant_projects_running"]
        {
            let mut listed = 0;
            for query in profile["figure_queries"][figure].as_array().unwrap() {
                listed += total(&app, &token, query.as_str().unwrap()).await;
            }
            assert_eq!(profile["figures"][figure], json!(listed), "{slug} {figure}");
        }
        let directions = &profile["figures"]["exchange_students_by_direction"];
        let counted = directions["incoming"].as_i64().unwrap() + directions["outgoing"].as_i64().unwrap();
        let query = profile["figure_queries"]["exchange_students_by_direction"][0].as_str().unwrap();
        assert_eq!(total(&app, &token, query).await, counted, "{slug}");
    }
}

async fn it_is_alive_on_the_day_it_is_loaded(app: App) {
    load(&app).await;
    for slug in ["tiiame", "uzsiac", "iet-tsuc", "tdtu-kokand"] {
        let token = token(&app, "viewer", slug).await;
        for word in ["draft", "review", "negotiation", "signing", "signed"] {
            let both = total(&app, &token, &format!("agreements?stage={word}")).await
                + total(&app, &token, &format!("memoranda?stage={word}")).await;
            assert!(0 < both, "{slug}: no instrument at {word}");
        }
        for word in ["in_force", "expired", "terminated", "upcoming", "not_signed"] {
            let both = total(&app, &token, &format!("agreements?legal_status={word}")).await
                + total(&app, &token, &format!("memoranda?legal_status={word}")).await;
            assert!(0 < both, "{slug}: no instrument is {word}");
        }
        assert!(0 < total(&app, &token, "agreements?expiring=true").await + total(&app, &token, "memoranda?expiring=true").await, "{slug}");
        for word in ["applied", "nominated", "accepted", "arrived", "completed", "recognised", "rejected", "withdrawn", "cancelled"] {
            assert!(0 < total(&app, &token, &format!("exchange-students?status={word}")).await, "{slug}: no student is {word}");
        }
        for word in ["idea", "preparing", "submitted", "awarded", "running", "closed", "rejected", "withdrawn"] {
            assert!(0 < total(&app, &token, &format!("grant-projects?status={word}")).await, "{slug}: no project is {word}");
        }
        assert_eq!(app.get(&token, "me").await.body["demo"], true);
    }
}

pub async fn real_institutions_are_left_alone(app: App) {
    assert_eq!(load(&app).await, Outcome::Refused);
}

#[test]
fn the_demo_reproduces_the_pages_on_sqlite() {
    run_empty(Kind::Sqlite, the_pages_are_reproduced);
}
#[test]
fn the_demo_reproduces_the_pages_on_postgres() {
    run_empty(Kind::Postgres, the_pages_are_reproduced);
}
#[test]
fn the_demo_is_alive_on_sqlite() {
    run_empty(Kind::Sqlite, it_is_alive_on_the_day_it_is_loaded);
}
crate::on_both_databases!(real_institutions_are_left_alone);
