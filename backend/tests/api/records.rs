//! What every kind of record has, shown on the kinds that show it best.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::App;

fn partner(name: &str) -> Value {
    json!({"names": {"en": name}, "kind": "university", "country": "IT"})
}
fn programme(name: &str) -> Value {
    json!({"names": {"en": name}, "funder": {"en": "European Union"}, "kind": "mobility"})
}

pub async fn a_created_record_has_a_place_and_a_version(app: App) {
    let officer = app.token("officer", "alpha").await;
    let made = app.post(&officer, "partners", partner("University of Bologna")).await;
    assert_eq!((made.status, made.header("etag").as_deref()), (201, Some("\"1\"")));
    assert_eq!(made.header("location"), Some(format!("/api/v1/partners/{}", made.id())));
    assert_eq!((&made.body["stage"], &made.body["areas"]), (&json!("prospect"), &json!([])));
    let read = app.get(&officer, &format!("partners/{}", made.id())).await;
    assert_eq!((read.status, &read.body), (200, &made.body));
}

pub async fn a_version_that_is_known_is_not_sent_again(app: App) {
    let officer = app.token("officer", "alpha").await;
    let id = app.post(&officer, "funding-programmes", programme("Erasmus+")).await.id();
    let path = format!("/api/v1/funding-programmes/{id}");
    for (tag, status) in [("\"1\"", 304), ("W/\"1\"", 304), ("\"9\", \"1\"", 304), ("*", 304), ("\"2\"", 200)] {
        assert_eq!(app.call("GET", &path).bearer(&officer).header("if-none-match", tag).send().await.status, status, "{tag}");
    }
    let expanded = app.call("GET", "/api/v1/agreements").bearer(&officer).header("if-none-match", "*").send().await;
    assert_eq!(expanded.status, 200);
}

pub async fn a_replacement_clears_what_it_does_not_name(app: App) {
    let officer = app.token("officer", "alpha").await;
    let mut body = partner("University of Bologna");
    body["city"] = "Bologna".into();
    body["areas"] = json!(["tourism", "law"]);
    let id = app.create(&officer, "partners", body).await["id"].as_str().unwrap().to_owned();
    let replaced = app.put(&officer, &format!("partners/{id}"), 1, partner("Alma Mater")).await;
    assert_eq!((replaced.status, replaced.header("etag").as_deref()), (200, Some("\"2\"")));
    assert_eq!((&replaced.body["city"], &replaced.body["areas"]), (&Value::Null, &json!([])));
}

pub async fn a_patch_leaves_what_it_does_not_name_and_clears_by_null(app: App) {
    let officer = app.token("officer", "alpha").await;
    let mut body = partner("University of Bologna");
    body["city"] = "Bologna".into();
    body["areas"] = json!(["tourism", "law"]);
    let path = format!("partners/{}", app.create(&officer, "partners", body).await["id"].as_str().unwrap());
    let patched =
        app.patch(&officer, &path, 1, json!({"city": null, "areas": ["art"], "names": {"it": null, "ru": "Болонский университет"}})).await;
    assert_eq!((patched.status, &patched.body["city"], &patched.body["areas"]), (200, &Value::Null, &json!(["art"])));
    assert_eq!(patched.body["names"], json!({"en": "University of Bologna", "ru": "Болонский университет"}));
    let nothing = app.patch(&officer, &path, 2, json!({"areas": ["art"]})).await;
    assert_eq!((nothing.status, &nothing.body["version"]), (200, &json!(2)), "a change that changes nothing makes no version");
    assert_eq!(app.patch(&officer, &path, 2, json!({"names": null})).await.pointers(), ["/names"]);
    assert_eq!(app.patch(&officer, &path, 2, json!([])).await.status, 422);
}

pub async fn a_write_names_the_version_it_is_based_on(app: App) {
    let officer = app.token("officer", "alpha").await;
    let path = format!("partners/{}", app.create(&officer, "partners", partner("A")).await["id"].as_str().unwrap());
    let url = format!("/api/v1/{path}");
    assert_eq!(app.call("PUT", &url).bearer(&officer).json(partner("B")).send().await.status, 428);
    assert_eq!(app.call("DELETE", &url).bearer(&officer).send().await.status, 428);
    assert_eq!(app.patch(&officer, &path, 1, json!({"city": "Rome"})).await.status, 200);
    let stale = app.patch(&officer, &path, 1, json!({"city": "Milan"})).await;
    assert_eq!((stale.status, &stale.body["code"], &stale.body["current_version"]), (412, &json!("version_conflict"), &json!(2)));
    assert_eq!(app.get(&officer, &path).await.body["city"], "Rome");
    let weak = app.call("DELETE", &url).bearer(&officer).header("if-match", "W/\"2\"").send().await;
    assert_eq!((weak.status, weak.text.as_str()), (204, ""));
}

pub async fn an_archived_record_is_hidden_and_still_readable(app: App) {
    let officer = app.token("officer", "alpha").await;
    let path = format!("partners/{}", app.create(&officer, "partners", partner("A")).await["id"].as_str().unwrap());
    assert_eq!(app.delete(&officer, &path, 1).await.status, 204);
    let count = async |archived: &str| {
        let list = app.get(&officer, &format!("partners?include_total=true&archived={archived}")).await;
        list.body["page"]["total"].as_i64().unwrap()
    };
    assert_eq!((count("exclude").await, count("include").await, count("only").await), (0, 1, 1));
    let read = app.get(&officer, &path).await;
    assert!(read.status == 200 && read.body["archived_at"].is_string() && read.body["version"] == 2);
    assert_eq!(app.patch(&officer, &path, 2, json!({"city": "Rome"})).await.body["reason"], "record_archived");
    let restored = app.post(&officer, &format!("{path}/restore"), json!({})).await;
    assert_eq!((restored.status, &restored.body["archived_at"], &restored.body["version"]), (200, &Value::Null, &json!(3)));
    assert_eq!(app.post(&officer, &format!("{path}/restore"), json!({})).await.status, 409);
}

pub async fn what_others_depend_on_is_not_archived(app: App) {
    let officer = app.token("officer", "alpha").await;
    let id = app.create(&officer, "partners", partner("A")).await["id"].clone();
    let memorandum = app.create(&officer, "memoranda", json!({"title": {"en": "M"}, "parties": [{"partner_id": id}]})).await;
    let path = format!("partners/{}", id.as_str().unwrap());
    let refused = app.delete(&officer, &path, 1).await;
    assert_eq!((refused.status, &refused.body["counts"]), (409, &json!({"agreements_and_memoranda": 1})));
    assert_eq!(app.delete(&officer, &format!("memoranda/{}", memorandum["id"].as_str().unwrap()), 1).await.status, 204);
    assert_eq!(app.delete(&officer, &path, 1).await.status, 204);
    let refers = app.post(&officer, "memoranda", json!({"title": {"en": "M"}, "parties": [{"partner_id": id}]})).await;
    assert_eq!((refers.status, refers.pointers()), (422, vec!["/parties/0/partner_id"]), "to an archived one nothing new refers");
}

pub async fn the_history_tells_who_changed_what(app: App) {
    let officer = app.token("officer", "alpha").await;
    let path = format!("partners/{}", app.create(&officer, "partners", partner("A")).await["id"].as_str().unwrap());
    app.patch(&officer, &path, 1, json!({"city": "Rome"})).await;
    app.patch(&officer, &path, 2, json!({"city": "Milan"})).await;
    app.delete(&officer, &path, 3).await;
    let history = app.get(&officer, &format!("{path}/history")).await;
    let items = history.body["items"].as_array().unwrap();
    let told: Vec<_> = items.iter().map(|it| (it["action"].as_str().unwrap(), it["version"].as_i64().unwrap())).collect();
    assert_eq!(told, [("archived", 4), ("updated", 3), ("updated", 2), ("created", 1)]);
    assert_eq!((&items[1]["changes"], &items[1]["actor_name"]), (&json!({"city": {"from": "Rome", "to": "Milan"}}), &json!("officer")));
    let first = app.get(&officer, &format!("{path}/history?limit=1")).await;
    let older = app.get(&officer, &format!("{path}/history?before={}", first.body["next_before"])).await;
    assert_eq!(older.body["items"].as_array().unwrap().len(), 3);
}

pub async fn only_the_members_asked_for_are_sent(app: App) {
    let officer = app.token("officer", "alpha").await;
    let id = app.create(&officer, "partners", partner("A")).await["id"].clone();
    let one = app.get(&officer, &format!("partners/{}?fields=country,kind", id.as_str().unwrap())).await;
    assert_eq!(one.body, json!({"id": id, "country": "IT", "kind": "university"}));
    let many = app.get(&officer, "partners?fields=country").await;
    assert_eq!(many.body["items"], json!([{"id": id, "country": "IT"}]));
    assert_eq!(app.get(&officer, "partners?fields=country,password").await.status, 400);
}

pub async fn records_referred_to_are_shown_on_request(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = app.create(&officer, "partners", partner("A")).await;
    let unit = app.unit("alpha", "hydraulics");
    let body = json!({"kind": "exchange", "title": {"en": "X"}, "unit_id": unit, "parties": [{"partner_id": partner["id"]}]});
    let path = format!("agreements/{}", app.create(&officer, "agreements", body).await["id"].as_str().unwrap());
    let shown = app.get(&officer, &format!("{path}?expand=parties.partner,unit,unit.parent")).await;
    assert_eq!(shown.body["parties"][0]["partner"]["names"], partner["names"]);
    assert_eq!(shown.body["unit"]["parent"]["names"], json!({"en": "engineering"}), "{}", shown.text);
    let listed = app.get(&officer, "agreements?expand=unit&fields=title").await;
    assert_eq!(listed.body["items"][0]["unit"]["names"], json!({"en": "hydraulics"}));
    assert_eq!(app.get(&officer, &format!("{path}?expand=unit.parent.parent")).await.status, 400);
}

pub async fn another_institution_is_not_there(app: App) {
    let (ours, theirs) = (app.token("officer", "alpha").await, app.token("officer", "beta").await);
    let id = app.create(&ours, "partners", partner("A")).await["id"].as_str().unwrap().to_owned();
    let path = format!("partners/{id}");
    assert_eq!(app.get(&theirs, &path).await.status, 404);
    assert_eq!(app.patch(&theirs, &path, 1, json!({"city": "Rome"})).await.status, 404);
    assert_eq!(app.delete(&theirs, &path, 1).await.status, 404);
    assert_eq!(app.get(&theirs, &format!("{path}/history")).await.status, 404);
    let refers = app.post(&theirs, "memoranda", json!({"title": {"en": "M"}, "parties": [{"partner_id": id}]})).await;
    assert_eq!((refers.status, refers.pointers()), (422, vec!["/parties/0/partner_id"]));
    assert_eq!(app.get(&theirs, "partners").await.body["items"], json!([]));
}

pub async fn what_refers_to_an_archived_record_is_not_restored(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = app.create(&officer, "partners", partner("A")).await["id"].as_str().unwrap().to_owned();
    let draft = json!({"title": {"en": "M"}, "parties": [{"partner_id": partner}]});
    let memorandum = app.create(&officer, "memoranda", draft).await["id"].as_str().unwrap().to_owned();
    app.delete(&officer, &format!("memoranda/{memorandum}"), 1).await;
    app.delete(&officer, &format!("partners/{partner}"), 1).await;
    let refused = app.post(&officer, &format!("memoranda/{memorandum}/restore"), json!({})).await;
    assert_eq!((refused.status, &refused.body["reason"]), (409, &json!("refers_to_archived")));
    assert_eq!(refused.pointers(), ["/parties/0/partner_id"]);
    assert_eq!(app.post(&officer, &format!("partners/{partner}/restore"), json!({"colour": "red"})).await.pointers(), ["/colour"]);
    assert_eq!(app.post(&officer, &format!("partners/{partner}/restore"), json!({})).await.status, 200);
    assert_eq!(app.post(&officer, &format!("memoranda/{memorandum}/restore"), json!({})).await.status, 200);
}

pub async fn what_a_writer_should_look_at_stands_after_the_record(app: App) {
    let officer = app.token("officer", "alpha").await;
    app.create(&officer, "partners", partner("A")).await;
    let twin = app.post(&officer, "partners", partner("A")).await;
    assert!(twin.body["look_alikes"].is_array(), "{}", twin.text);
    assert!(twin.text.starts_with("{\"id\":"), "the members have one order, whatever is told beside them: {}", twin.text);
}

pub async fn what_is_about_people_is_kept_by_no_cache(app: App) {
    let officer = app.token("officer", "alpha").await;
    let made = app.post(&officer, "people", json!({"name": "Nodira", "kind": "student"})).await;
    let path = format!("people/{}", made.id());
    let changed = app.patch(&officer, &path, 1, json!({"name": "Nodira R."})).await;
    let (list, read, history) =
        (app.get(&officer, "people").await, app.get(&officer, &path).await, app.get(&officer, &format!("{path}/history")).await);
    for answer in [made, changed, list, read, history] {
        assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"), "{}", answer.text);
    }
}

pub async fn a_move_made_by_mistake_is_taken_back(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = app.create(&officer, "partners", partner("A")).await["id"].clone();
    let draft = json!({"title": {"en": "M"}, "parties": [{"partner_id": partner}], "starts_on": "2026-01-01"});
    let path = format!("memoranda/{}", app.create(&officer, "memoranda", draft).await["id"].as_str().unwrap());
    for (version, to) in (1..).zip(["review", "negotiation", "signing", "signed"]) {
        assert_eq!(app.transition(&officer, &path, version, to).await.body["stage"], to);
    }
    let undo = async |version| app.call("POST", &format!("/api/v1/{path}/undo")).bearer(&officer).version(version).send().await;
    assert_eq!(undo(4).await.status, 412);
    let back = undo(5).await;
    assert_eq!(
        (&back.body["stage"], &back.body["signed_on"], &back.body["legal_status"]),
        (&json!("signing"), &Value::Null, &json!("not_signed"))
    );
    let again = undo(6).await;
    assert_eq!((&again.body["stage"], &again.body["signed_on"]), (&json!("signed"), &json!("2026-11-22")), "undone twice it is done");
    let history = app.get(&officer, &format!("{path}/history")).await.body;
    let actions: Vec<_> = history["items"].as_array().unwrap().iter().map(|it| it["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["transitioned"; 6].iter().copied().chain(["created"]).collect::<Vec<_>>());
}

pub async fn only_the_last_move_is_taken_back_and_only_for_a_day(app: App) {
    let officer = app.token("officer", "alpha").await;
    let partner = app.create(&officer, "partners", partner("A")).await["id"].clone();
    let draft = json!({"title": {"en": "M"}, "parties": [{"partner_id": partner}]});
    let path = format!("memoranda/{}", app.create(&officer, "memoranda", draft).await["id"].as_str().unwrap());
    let undo = async |token: &str, version| {
        let answer = app.call("POST", &format!("/api/v1/{path}/undo")).bearer(token).version(version).send().await;
        (answer.status, answer.body["reason"].clone())
    };
    assert_eq!(undo(&officer, 1).await, (409, json!("nothing_to_undo")), "what was only created");
    app.transition(&officer, &path, 1, "review").await;
    app.patch(&officer, &path, 2, json!({"areas": ["law"]})).await;
    assert_eq!(undo(&officer, 3).await, (409, json!("nothing_to_undo")), "what was changed since");
    app.transition(&officer, &path, 3, "negotiation").await;
    app.clock.advance(TimeDelta::seconds(24 * 3600 + 1));
    let officer = app.token("officer", "alpha").await;
    assert_eq!(undo(&officer, 4).await, (409, json!("nothing_to_undo")), "what happened long ago");
}

crate::on_both_databases!(
    a_move_made_by_mistake_is_taken_back,
    only_the_last_move_is_taken_back_and_only_for_a_day,
    what_refers_to_an_archived_record_is_not_restored,
    what_a_writer_should_look_at_stands_after_the_record,
    what_is_about_people_is_kept_by_no_cache,
    a_created_record_has_a_place_and_a_version,
    a_version_that_is_known_is_not_sent_again,
    a_replacement_clears_what_it_does_not_name,
    a_patch_leaves_what_it_does_not_name_and_clears_by_null,
    a_write_names_the_version_it_is_based_on,
    an_archived_record_is_hidden_and_still_readable,
    what_others_depend_on_is_not_archived,
    the_history_tells_who_changed_what,
    only_the_members_asked_for_are_sent,
    records_referred_to_are_shown_on_request,
    another_institution_is_not_there,
);
