//! Users of an institution: entered, invited, changed, shut out.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{Answer, App};

async fn entered(app: &App, admin: &str, email: &str, role: &str) -> Value {
    app.create(admin, "users", json!({"email": email, "name": "Nodira Rahimova", "role": role})).await
}

async fn invite(app: &App, admin: &str, user: &Value) -> Answer {
    app.call("POST", &format!("/api/v1/users/{}/invitation", user["id"].as_str().unwrap())).bearer(admin).send().await
}

async fn accept(app: &App, invitation: &Answer, password: &str) -> Answer {
    let token = invitation.body["url"].as_str().unwrap().rsplit('/').next().unwrap();
    app.call("POST", "/api/v1/invitations/accept").json(json!({"token": token, "password": password})).send().await
}

async fn sign_in(app: &App, email: &str, password: &str, institution: &str) -> Answer {
    app.call("POST", "/api/v1/auth/tokens").json(json!({"email": email, "password": password, "institution": institution})).send().await
}

pub async fn somebody_invited_chooses_a_password_and_signs_in(app: App) {
    let admin = app.token("admin", "alpha").await;
    let user = entered(&app, &admin, "nodira@alpha.example", "officer").await;
    assert_eq!((&user["status"], &user["role"]), (&json!("invited"), &json!("officer")));
    let invitation = invite(&app, &admin, &user).await;
    assert_eq!((invitation.status, invitation.header("cache-control").as_deref()), (200, Some("no-store")));
    assert!(invitation.body["url"].as_str().unwrap().starts_with("https://hamkor.example/invitation/"));
    let newer = invite(&app, &admin, &user).await;
    assert_eq!(accept(&app, &invitation, "several good words").await.status, 422, "a newer one takes its place");
    let accepted = accept(&app, &newer, "several good words").await;
    assert_eq!((&accepted.body["email"], &accepted.body["institution"]), (&json!("nodira@alpha.example"), &json!("alpha")));
    assert_eq!(accept(&app, &newer, "several other words").await.status, 422, "it is good for one use");
    assert_eq!(sign_in(&app, "nodira@alpha.example", "several good words", "alpha").await.status, 200);
    let again = invite(&app, &admin, &user).await;
    assert_eq!((again.status, &again.body["reason"]), (409, &json!("account_in_use")));
}

pub async fn an_invitation_lasts_a_week_and_not_beyond_the_archive(app: App) {
    let admin = app.token("admin", "alpha").await;
    let user = entered(&app, &admin, "nodira@alpha.example", "viewer").await;
    let invitation = invite(&app, &admin, &user).await;
    let path = format!("users/{}", user["id"].as_str().unwrap());
    assert_eq!(app.delete(&admin, &path, 1).await.status, 204);
    assert_eq!(accept(&app, &invitation, "several good words").await.status, 422);
    assert_eq!(invite(&app, &admin, &user).await.body["reason"], "record_archived");
    app.post(&admin, &format!("{path}/restore"), json!({})).await;
    app.clock.advance(TimeDelta::days(7));
    assert_eq!(accept(&app, &invitation, "several good words").await.status, 422);
}

pub async fn somebody_archived_is_shut_out_within_a_second(app: App) {
    let admin = app.token("admin", "alpha").await;
    let officer = app.token("officer", "alpha").await;
    assert_eq!(app.get(&officer, "me").await.status, 200);
    let found = app.get(&admin, "users?role=officer").await.body["items"][0].clone();
    let path = format!("users/{}", found["id"].as_str().unwrap());
    assert_eq!(app.delete(&admin, &path, found["version"].as_i64().unwrap()).await.status, 204);
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(app.get(&officer, "me").await.status, 401);
    assert_eq!(sign_in(&app, "officer@alpha.example", "correct horse", "alpha").await.status, 401);
    let admin = app.token("admin", "alpha").await;
    assert_eq!(app.post(&admin, &format!("{path}/restore"), json!({})).await.status, 200);
    assert_eq!(sign_in(&app, "officer@alpha.example", "correct horse", "alpha").await.status, 200);
}

pub async fn a_changed_role_is_felt_within_a_second(app: App) {
    let admin = app.token("admin", "alpha").await;
    let officer = app.token("officer", "alpha").await;
    let found = app.get(&admin, "users?role=officer").await.body["items"][0].clone();
    let path = format!("users/{}", found["id"].as_str().unwrap());
    assert_eq!(app.get(&officer, "me").await.body["role"], "officer");
    let unit = app.patch(&admin, &path, 1, json!({"role": "coordinator"})).await;
    assert_eq!(unit.pointers(), ["/unit_id"]);
    let changed = app.patch(&admin, &path, 1, json!({"role": "coordinator", "unit_id": app.unit("alpha", "arts")})).await;
    assert_eq!((changed.status, &changed.body["version"]), (200, &json!(2)), "{}", changed.text);
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(app.get(&officer, "me").await.body["role"], "coordinator");
}

pub async fn the_last_admin_stays(app: App) {
    let admin = app.token("admin", "alpha").await;
    let found = app.get(&admin, "users?role=admin").await.body["items"][0].clone();
    let path = format!("users/{}", found["id"].as_str().unwrap());
    assert_eq!(app.patch(&admin, &path, 1, json!({"role": "officer"})).await.pointers(), ["/role"]);
    let refused = app.delete(&admin, &path, 1).await;
    assert_eq!((refused.status, &refused.body["reason"]), (409, &json!("last_admin")));
    entered(&app, &admin, "second@alpha.example", "admin").await;
    assert_eq!(app.patch(&admin, &path, 1, json!({"role": "officer"})).await.status, 200);
}

pub async fn an_account_in_use_is_its_owners(app: App) {
    let admin = app.token("admin", "alpha").await;
    let found = app.get(&admin, "users?q=viewer").await.body["items"][0].clone();
    let path = format!("users/{}", found["id"].as_str().unwrap());
    let refused = app.patch(&admin, &path, 1, json!({"email": "mine@alpha.example", "name": "Mine"})).await;
    assert_eq!(refused.pointers(), ["/email", "/name"]);
    // Somebody of another institution, who has never been asked, keeps their account too.
    let shared = entered(&app, &admin, "viewer@beta.example", "viewer").await;
    assert_eq!((&shared["status"], &shared["name"]), (&json!("active"), &json!("viewer")));
    assert_eq!(invite(&app, &admin, &shared).await.status, 409);
    assert_eq!(sign_in(&app, "viewer@beta.example", "correct horse", "alpha").await.status, 200, "with their own password");
    let twice = app.post(&admin, "users", json!({"email": "VIEWER@beta.example", "name": "N", "role": "viewer"})).await;
    assert_eq!(twice.pointers(), ["/email"]);
    // Before the first sign-in the institution may still mend what it typed.
    let typo = entered(&app, &admin, "nodria@alpha.example", "viewer").await;
    let path = format!("users/{}", typo["id"].as_str().unwrap());
    let mended = app.patch(&admin, &path, 1, json!({"email": "nodira@alpha.example", "name": "Нодира"})).await;
    assert_eq!((mended.status, &mended.body["email"]), (200, &json!("nodira@alpha.example")), "{}", mended.text);
    assert_eq!(app.get(&admin, "users?q=nodira").await.body["items"].as_array().unwrap().len(), 1);
    let taken = app.patch(&admin, &path, 2, json!({"email": "viewer@beta.example"})).await;
    assert_eq!(taken.pointers(), ["/email"]);
}

pub async fn an_account_that_two_institutions_entered_is_neither_ones_to_change(app: App) {
    let (alpha, beta) = (app.token("admin", "alpha").await, app.token("admin", "beta").await);
    let here = entered(&app, &alpha, "both@example.org", "viewer").await;
    let there = entered(&app, &beta, "both@example.org", "viewer").await;
    let path = format!("users/{}", here["id"].as_str().unwrap());
    assert_eq!(app.patch(&alpha, &path, 1, json!({"email": "mine@alpha.example"})).await.pointers(), ["/email"]);
    let (first, second) = (invite(&app, &alpha, &here).await, invite(&app, &beta, &there).await);
    assert_eq!(accept(&app, &first, "several good words").await.status, 200);
    assert_eq!(accept(&app, &second, "words of somebody else").await.status, 422, "the account has its password");
}

pub async fn users_say_how_they_are_called_and_how_the_application_looks(app: App) {
    let viewer = app.token("viewer", "alpha").await;
    let patch = async |body: Value| {
        let call = app.call("PATCH", "/api/v1/me").bearer(&viewer);
        call.raw("application/merge-patch+json", body.to_string()).send().await
    };
    let changed = patch(json!({"name": "Нодира", "language": "tg", "theme": "dark"})).await;
    let user = &changed.body["user"];
    assert_eq!((&user["name"], &user["language"], &user["theme"]), (&json!("Нодира"), &json!("tg"), &json!("dark")));
    let cleared = patch(json!({"theme": null})).await.body["user"].clone();
    assert_eq!((&cleared["language"], cleared.get("theme")), (&json!("tg"), None));
    assert_eq!(patch(json!({"theme": "pink", "role": "admin"})).await.pointers(), ["/role", "/theme"]);
    let admin = app.token("admin", "alpha").await;
    assert_eq!(app.get(&admin, "users?q=nodira").await.body["items"][0]["role"], "viewer", "lists find the new name");
}

crate::on_both_databases!(
    somebody_invited_chooses_a_password_and_signs_in,
    an_invitation_lasts_a_week_and_not_beyond_the_archive,
    somebody_archived_is_shut_out_within_a_second,
    a_changed_role_is_felt_within_a_second,
    the_last_admin_stays,
    an_account_in_use_is_its_owners,
    an_account_that_two_institutions_entered_is_neither_ones_to_change,
    users_say_how_they_are_called_and_how_the_application_looks,
);
