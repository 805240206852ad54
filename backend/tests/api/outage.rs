//! The database goes away and comes back: 503 in between, and no restart.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use diesel::prelude::{Connection, PgConnection, RunQueryDsl};
use hamkor::platform::db::{self, DatabaseUrl, Db};
use hamkor::platform::problem::Code;
use serde_json::json;

use crate::support::{App, Kind, run, run_empty};

async fn ready(app: &App) -> u16 {
    app.call("GET", "/readyz").send().await.status
}

async fn a_file_that_is_gone_and_back(app: App) {
    let (folder, elsewhere) = (app.config.data.clone(), app.config.data.with_extension("away"));
    std::fs::rename(&folder, &elsewhere).unwrap();
    let away = app.call("GET", "/readyz").send().await;
    assert_eq!((away.status, &away.body["code"]), (503, &json!("unavailable")), "{}", away.text);
    assert!(away.header("retry-after").is_some() && !away.text.contains("sqlite"), "{}", away.text);
    std::fs::rename(&elsewhere, &folder).unwrap();
    assert_eq!(ready(&app).await, 200);
}

async fn connections_that_the_server_ended(app: App) {
    let officer = app.token("officer", "alpha").await;
    let funding = json!({"names": {"en": "Erasmus+"}, "funder": {"en": "European Union"}, "kind": "mobility"});
    app.create(&officer, "funding-programmes", funding.clone()).await;
    let DatabaseUrl::Postgres(url) = &app.config.database else { return };
    let mut conn = PgConnection::establish(url).unwrap();
    diesel::sql_query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    .execute(&mut conn)
    .unwrap();
    // Each thread finds out with the job it takes next, and connects again for the one after.
    let mut statuses = Vec::new();
    for _ in 0..100 {
        statuses.push(app.post(&officer, "funding-programmes", funding.clone()).await.status);
    }
    assert!(statuses.iter().all(|it| matches!(it, 201 | 503)), "{statuses:?}");
    assert_eq!(statuses[99], 201);
    let listed = app.get(&officer, "funding-programmes?include_total=true").await;
    let created = 1 + statuses.iter().filter(|it| **it == 201).count();
    assert_eq!(listed.body["page"]["total"], json!(created), "what was acknowledged is there, and nothing else");
}

/// A way to the server that can fall silent: connections stay open and nothing comes back.
fn silenced(url: &str, silent: &Arc<AtomicBool>) -> String {
    let place = url.rsplit_once('@').unwrap().1.split('/').next().unwrap().to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let through = url.replace(&place, &listener.local_addr().unwrap().to_string());
    let silent = silent.clone();
    std::thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let Ok(server) = TcpStream::connect(&place) else { return };
            let (back, forth) = (server.try_clone().unwrap(), client.try_clone().unwrap());
            std::thread::spawn({
                let silent = silent.clone();
                move || forward(back, forth, &silent)
            });
            std::thread::spawn(move || forward(client, server, &AtomicBool::new(false)));
        }
    });
    through
}

fn forward(mut from: TcpStream, mut to: TcpStream, silent: &AtomicBool) {
    let mut bytes = [0; 8192];
    while let Ok(length @ 1..) = from.read(&mut bytes) {
        if !silent.load(Ordering::SeqCst) && to.write_all(&bytes[..length]).is_err() {
            return;
        }
    }
}

async fn a_server_that_stands_still(app: App) {
    let DatabaseUrl::Postgres(url) = &app.config.database else { return };
    let silent = Arc::new(AtomicBool::new(false));
    let db = Db::open(silenced(url, &silent).parse().unwrap()).unwrap().with_patience(Duration::from_millis(200));
    assert!(db.read(db::ping).await.is_ok());
    silent.store(true, Ordering::SeqCst);
    for _ in 0..3 {
        assert_eq!(db.read(db::ping).await.unwrap_err().code, Code::Unavailable);
        assert_eq!(db.write(db::ping).await.unwrap_err().code, Code::Unavailable);
    }
}

#[test]
fn a_file_that_is_gone_is_503_until_it_is_back() {
    run_empty(Kind::Sqlite, a_file_that_is_gone_and_back);
}

#[test]
fn connections_that_the_server_ended_are_made_again() {
    run(Kind::Postgres, "https://hamkor.example", connections_that_the_server_ended);
}

#[test]
fn a_server_that_stands_still_is_503_and_not_waited_for() {
    run(Kind::Postgres, "https://hamkor.example", a_server_that_stands_still);
}
