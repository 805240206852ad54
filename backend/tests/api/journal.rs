//! One effect for one request, and a journal that shows what happened and what was tampered with.

use diesel::prelude::{QueryDsl, RunQueryDsl};
use futures_util::future::join_all;
use hamkor::platform::{db, journal};
use serde_json::{Value, json};

use crate::support::{Answer, App};

fn partner(name: &str) -> Value {
    json!({"names": {"en": name}, "kind": "ngo", "country": "UZ"})
}

async fn keyed(app: &App, token: &str, path: &str, key: &str, body: Value) -> Answer {
    app.call("POST", &format!("/api/v1/{path}")).bearer(token).header("idempotency-key", key).json(body).send().await
}

async fn total(app: &App, token: &str, list: &str) -> i64 {
    app.get(token, &format!("{list}?include_total=true")).await.body["page"]["total"].as_i64().unwrap()
}

pub async fn a_repeated_request_has_one_effect_and_one_answer(app: App) {
    let (officer, admin) = (app.token("officer", "alpha").await, app.token("admin", "alpha").await);
    let key = "0123456789abcdef";
    let first = keyed(&app, &officer, "partners", key, partner("A")).await;
    let again = keyed(&app, &officer, "partners", key, partner("A")).await;
    assert_eq!((first.status, again.status, &first.text), (201, 201, &again.text));
    assert_eq!((first.header("idempotent-replayed"), again.header("idempotent-replayed").as_deref()), (None, Some("true")));
    assert_eq!((again.header("location"), again.header("etag")), (first.header("location"), first.header("etag")));
    let other = keyed(&app, &officer, "partners", key, partner("B")).await;
    assert_eq!((other.status, &other.body["code"]), (422, &json!("idempotency_key_reused")));
    assert_eq!(total(&app, &officer, "partners").await, 1);
    assert_eq!(keyed(&app, &admin, "partners", key, partner("B")).await.status, 201, "a key is of one principal");
    let programme = json!({"names": {"en": "A"}, "funder": {"en": "EU"}, "kind": "grant"});
    assert_eq!(keyed(&app, &officer, "funding-programmes", key, programme).await.status, 201, "and of one route");
    app.clock.advance(chrono::TimeDelta::hours(25));
    let officer = app.token("officer", "alpha").await;
    assert_eq!(keyed(&app, &officer, "partners", key, partner("C")).await.status, 201, "for a day");
}

pub async fn what_failed_is_not_kept(app: App) {
    let officer = app.token("officer", "alpha").await;
    let key = "0123456789abcdef";
    assert_eq!(keyed(&app, &officer, "partners", key, json!({})).await.status, 422);
    assert_eq!(keyed(&app, &officer, "partners", key, partner("A")).await.status, 201);
    for key in ["short", "with space in it!", &"k".repeat(129)] {
        assert_eq!(keyed(&app, &officer, "partners", key, partner("A")).await.status, 400, "{key}");
    }
}

pub async fn many_at_once_with_one_key_make_one_record(app: App) {
    let officer = app.token("officer", "alpha").await;
    let answers = join_all((0..20).map(|_| keyed(&app, &officer, "partners", "0123456789abcdef", partner("A")))).await;
    assert!(answers.iter().all(|it| it.status == 201 || it.body["code"] == "idempotency_in_progress"));
    assert!(answers.iter().any(|it| it.status == 201));
    assert_eq!(total(&app, &officer, "partners").await, 1);
}

pub async fn of_many_changes_of_one_version_one_wins(app: App) {
    let officer = app.token("officer", "alpha").await;
    let path = format!("partners/{}", app.create(&officer, "partners", partner("A")).await["id"].as_str().unwrap());
    let answers = join_all((0..20).map(|it| app.patch(&officer, &path, 1, json!({"city": format!("City {it}")})))).await;
    let mut statuses: Vec<u16> = answers.iter().map(|it| it.status).collect();
    statuses.sort_unstable();
    assert_eq!((statuses[0], statuses[1..].iter().all(|it| *it == 412)), (200, true), "{statuses:?}");
}

pub async fn changes_are_told_in_the_order_of_commits(app: App) {
    let (officer, viewer) = (app.token("officer", "alpha").await, app.token("viewer", "alpha").await);
    let start = app.get(&viewer, "changes").await.body["next_cursor"].as_str().unwrap().to_owned();
    let id = app.create(&officer, "partners", partner("A")).await["id"].clone();
    let path = format!("partners/{}", id.as_str().unwrap());
    app.patch(&officer, &path, 1, json!({"city": "Nukus"})).await;
    app.delete(&officer, &path, 2).await;
    let changes = app.get(&viewer, &format!("changes?cursor={start}")).await.body;
    let told: Vec<_> =
        changes["items"].as_array().unwrap().iter().map(|it| (it["type"].clone(), it["version"].clone(), it["deleted"].clone())).collect();
    assert_eq!(
        told,
        [(json!("partner"), json!(1), json!(false)), (json!("partner"), json!(2), json!(false)), (json!("partner"), json!(3), json!(true))]
    );
    let next = changes["next_cursor"].as_str().unwrap();
    assert_eq!(app.get(&viewer, &format!("changes?cursor={next}")).await.body["items"], json!([]));
    assert_eq!(app.get(&app.token("viewer", "beta").await, &format!("changes?cursor={next}")).await.status, 400);
    assert_eq!(app.get(&app.token("coordinator", "alpha").await, "changes").await.status, 403);
}

pub async fn a_tampered_journal_is_found_out(app: App) {
    let officer = app.token("officer", "alpha").await;
    for name in ["A", "B", "C"] {
        app.create(&officer, "partners", partner(name)).await;
    }
    let institution = app.institution("alpha").typed();
    let verdict = async |tampering: &'static str| {
        let institution = institution.clone();
        app.db
            .write(move |conn| {
                diesel::sql_query(tampering).execute(conn)?;
                let verdict = journal::verify(conn, &institution)?;
                // Never kept: what was found is handed out through the error.
                Err::<(), _>(hamkor::platform::problem::Problem::because(
                    hamkor::platform::problem::Code::StateConflict,
                    "state_conflict",
                    format!("{verdict:?}"),
                ))
            })
            .await
            .unwrap_err()
            .to_string()
    };
    let count: i64 = app
        .db
        .read({
            let institution = institution.clone();
            move |conn| Ok(journal::verify(conn, &institution)?.unwrap())
        })
        .await
        .unwrap();
    assert!(3 < count);
    assert!(verdict("UPDATE journal SET changes = '{}' WHERE seq = 2").await.contains("Err(2)"));
    assert!(verdict("UPDATE journal SET actor_id = NULL WHERE seq = 7").await.contains("Err(7)"));
    assert!(verdict("DELETE FROM journal WHERE seq = 3").await.contains("Err(3)"));
    assert!(verdict("UPDATE journal SET seq = seq + 1000 WHERE seq = 4").await.contains("Err(4)"));
    let cut = verdict("DELETE FROM journal WHERE seq > 5").await;
    assert!(cut.contains("Err(6)"), "a chain cut short holds, and its head points beyond it: {cut}");
    let kept: i64 = app.db.read(|conn| Ok(hamkor::schema::journal::table.count().get_result(conn)?)).await.unwrap();
    assert!(count <= kept);
}

pub async fn the_journal_holds_while_it_is_written(app: App) {
    let officer = app.token("officer", "alpha").await;
    let institution = app.institution("alpha").typed();
    let check = || {
        let (institution, url) = (institution.clone(), app.config.database.clone());
        // A connection of its own, as the command line has.
        actix_web::web::block(move || db::snapshot(&mut db::connect(&url)?, |conn| journal::verify(conn, &institution)))
    };
    let write = async |number: usize| drop(app.create(&officer, "partners", partner(&format!("P{number}"))).await);
    let writing = join_all((0..150).map(write));
    let checking = async {
        for _ in 0..30 {
            assert!(check().await.unwrap().unwrap().is_ok());
        }
    };
    futures_util::future::join(writing, checking).await;
}

crate::on_both_databases!(
    the_journal_holds_while_it_is_written,
    a_repeated_request_has_one_effect_and_one_answer,
    what_failed_is_not_kept,
    many_at_once_with_one_key_make_one_record,
    of_many_changes_of_one_version_one_wins,
    changes_are_told_in_the_order_of_commits,
    a_tampered_journal_is_found_out,
);
