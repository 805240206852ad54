//! The tree of units, and what hangs on it.

use serde_json::{Value, json};

use crate::support::{Answer, App};

async fn unit(app: &App, token: &str, name: &str, parent: Option<&str>) -> String {
    let draft = json!({"names": {"en": name}, "kind": "department", "parent_id": parent});
    app.create(token, "units", draft).await["id"].as_str().unwrap().to_owned()
}

async fn change(app: &App, token: &str, id: &str, patch: Value) -> Answer {
    let path = format!("units/{id}");
    let version = app.get(token, &path).await.body["version"].as_i64().unwrap();
    app.patch(token, &path, version, patch).await
}

async fn archive(app: &App, token: &str, path: &str) -> Answer {
    let version = app.get(token, path).await.body["version"].as_i64().unwrap();
    let path = format!("/api/v1/{path}");
    app.call("DELETE", &path).bearer(token).header("If-Match", &format!("\"{version}\"")).send().await
}

fn fault(answer: &Answer) -> (u16, &Value, &Value) {
    (answer.status, &answer.body["errors"][0]["pointer"], &answer.body["errors"][0]["code"])
}

pub async fn units_are_read_by_everybody_and_written_by_admins(app: App) {
    let draft = json!({"names": {"en": "Library"}, "kind": "other"});
    for (role, read, written) in [
        ("member", 200, 403),
        ("coordinator", 200, 403),
        ("officer", 200, 403),
        ("approver", 200, 403),
        ("viewer", 200, 403),
        ("admin", 200, 201),
    ] {
        let token = app.token(role, "alpha").await;
        assert_eq!(app.get(&token, "units").await.status, read, "{role}");
        let post = app.call("POST", "/api/v1/units").bearer(&token).json(draft.clone()).send().await;
        assert_eq!(post.status, written, "{role}");
    }
}

pub async fn a_unit_never_stands_below_itself(app: App) {
    let token = app.token("admin", "alpha").await;
    let top = unit(&app, &token, "Top", None).await;
    let middle = unit(&app, &token, "Middle", Some(&top)).await;
    let bottom = unit(&app, &token, "Bottom", Some(&middle)).await;
    for above in [&top, &middle, &bottom] {
        let circle = change(&app, &token, &top, json!({"parent_id": above})).await;
        assert_eq!(fault(&circle), (422, &json!("/parent_id"), &json!("circular")), "{}", circle.body);
    }
    assert_eq!(change(&app, &token, &bottom, json!({"parent_id": top})).await.status, 200);
    assert_eq!(change(&app, &token, &middle, json!({"parent_id": bottom})).await.status, 200);
    assert_eq!(change(&app, &token, &bottom, json!({"parent_id": null})).await.body.get("parent_id"), None);
}

pub async fn parent_and_head_are_records_of_the_institution(app: App) {
    let (alpha, beta) = (app.token("admin", "alpha").await, app.token("admin", "beta").await);
    let theirs = unit(&app, &beta, "Theirs", None).await;
    let person = app.create(&beta, "people", json!({"name": "Abror", "kind": "staff"})).await;
    let closed = unit(&app, &alpha, "Closed", None).await;
    assert_eq!(archive(&app, &alpha, &format!("units/{closed}")).await.status, 204);
    for (member, id) in [("parent_id", json!(theirs)), ("parent_id", json!(closed)), ("head_id", person["id"].clone())] {
        let draft = json!({"names": {"en": "Ours"}, "kind": "office", member: id});
        let answer = app.call("POST", "/api/v1/units").bearer(&alpha).json(draft).send().await;
        assert_eq!(fault(&answer), (422, &json!(format!("/{member}")), &json!("not_known_here")), "{}", answer.body);
    }
}

pub async fn a_unit_with_live_records_is_not_archived(app: App) {
    let token = app.token("admin", "alpha").await;
    let top = unit(&app, &token, "Top", None).await;
    let below = format!("units/{}", unit(&app, &token, "Below", Some(&top)).await);
    let person = app.create(&token, "people", json!({"name": "Nodira", "kind": "staff", "unit_id": top})).await;
    let person = format!("people/{}", person["id"].as_str().unwrap());
    let path = format!("units/{top}");

    let refused = archive(&app, &token, &path).await;
    assert_eq!((refused.status, &refused.body["code"]), (409, &json!("has_dependents")));
    assert_eq!(refused.body["counts"], json!({"units": 1, "people": 1}));
    assert_eq!(archive(&app, &token, &person).await.status, 204);
    assert_eq!(archive(&app, &token, &path).await.body["counts"], json!({"units": 1}));
    assert_eq!(archive(&app, &token, &below).await.status, 204);
    assert_eq!(archive(&app, &token, &path).await.status, 204);
}

pub async fn a_unit_shows_its_parent_and_its_head(app: App) {
    let token = app.token("admin", "alpha").await;
    let dean = app.create(&token, "people", json!({"name": "Дилшод", "kind": "staff"})).await;
    let top = app.create(&token, "units", json!({"names": {"en": "Top"}, "kind": "faculty", "head_id": dean["id"]})).await;
    let below = unit(&app, &token, "Below", top["id"].as_str()).await;
    let shown = app.get(&token, &format!("units/{below}?expand=parent.head")).await;
    assert_eq!(shown.body["parent"]["names"], json!({"en": "Top"}), "{}", shown.body);
    assert_eq!(shown.body["parent"]["head"], dean);

    let list = app.get(&token, &format!("units?head_id={}&expand=head", dean["id"].as_str().unwrap())).await;
    assert_eq!(list.body["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(list.body["items"][0]["head"], dean);
    let tops = app.get(&token, "units?parent_id[isnull]=true&kind=faculty,branch&q=top").await;
    assert_eq!(tops.body["items"][0]["id"], top["id"], "{}", tops.body);
}

pub async fn a_head_from_another_unit_is_not_shown_to_a_coordinator(app: App) {
    let (admin, coordinator) = (app.token("admin", "alpha").await, app.token("coordinator", "alpha").await);
    let stranger = json!({"name": "Stranger", "kind": "staff", "unit_id": app.unit("alpha", "arts")});
    let stranger = app.create(&admin, "people", stranger).await;
    let unit = json!({"names": {"en": "Studio"}, "kind": "centre", "head_id": stranger["id"]});
    let unit = app.create(&admin, "units", unit).await;
    let shown = app.get(&coordinator, &format!("units/{}?expand=head", unit["id"].as_str().unwrap())).await;
    assert_eq!((shown.status, shown.body.get("head")), (200, None), "{}", shown.body);
}

pub async fn a_coordinators_right_reaches_a_new_unit_below_theirs(app: App) {
    let admin = app.token("admin", "alpha").await;
    let engineering = app.unit("alpha", "engineering");
    let pumps = unit(&app, &admin, "Pumps", Some(&app.unit("alpha", "hydraulics"))).await;
    let outside = unit(&app, &admin, "Outside", None).await;
    let coordinator = app.token("coordinator", "alpha").await;
    for (unit, status) in [(engineering.to_string(), 201), (pumps, 201), (outside, 403)] {
        let draft = json!({"name": "Somebody", "kind": "student", "unit_id": unit});
        let post = app.call("POST", "/api/v1/people").bearer(&coordinator).json(draft).send().await;
        assert_eq!(post.status, status, "{}", post.body);
    }
}

crate::on_both_databases!(
    units_are_read_by_everybody_and_written_by_admins,
    a_unit_never_stands_below_itself,
    parent_and_head_are_records_of_the_institution,
    a_unit_with_live_records_is_not_archived,
    a_unit_shows_its_parent_and_its_head,
    a_head_from_another_unit_is_not_shown_to_a_coordinator,
    a_coordinators_right_reaches_a_new_unit_below_theirs,
);
