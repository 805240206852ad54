//! The institution of the caller, its office and its settings.

use hamkor::institutions::model::InstitutionDraft;
use hamkor::institutions::store::create_institution;
use hamkor::platform::id::InstitutionId;
use hamkor::platform::problem::{Code, Problem};
use serde_json::{Value, json};

use crate::support::{Answer, App};

/// The caller's institution, as the list gives it.
async fn own(app: &App, token: &str) -> Value {
    let list = app.get(token, "institutions").await;
    assert_eq!((list.status, list.body["items"].as_array().map(Vec::len)), (200, Some(1)), "{}", list.body);
    list.body["items"][0].clone()
}

async fn change(app: &App, token: &str, patch: Value) -> Answer {
    let own = own(app, token).await;
    let path = format!("institutions/{}", own["id"].as_str().unwrap());
    app.patch(token, &path, own["version"].as_i64().unwrap(), patch).await
}

fn fault(answer: &Answer) -> (u16, &Value, &Value) {
    (answer.status, &answer.body["errors"][0]["pointer"], &answer.body["errors"][0]["code"])
}

pub async fn the_list_of_institutions_holds_the_callers_own(app: App) {
    for (role, slug) in [("member", "alpha"), ("coordinator", "alpha"), ("viewer", "beta"), ("admin", "beta")] {
        let token = app.token(role, slug).await;
        assert_eq!(own(&app, &token).await["slug"], slug, "{role}");
    }
}

pub async fn an_institution_of_others_is_not_there(app: App) {
    let (alpha, beta) = (app.token("admin", "alpha").await, app.token("admin", "beta").await);
    let theirs = own(&app, &beta).await;
    let path = format!("institutions/{}", theirs["id"].as_str().unwrap());
    assert_eq!(app.get(&alpha, &path).await.status, 404);
    assert_eq!(app.get(&alpha, &format!("{path}/history")).await.status, 404);
    assert_eq!(app.patch(&alpha, &path, 1, json!({"lead_days": 7})).await.status, 404);
    assert_eq!(own(&app, &beta).await, theirs);
}

pub async fn institutions_are_neither_made_nor_archived_over_http(app: App) {
    let token = app.token("admin", "alpha").await;
    let one = format!("/api/v1/institutions/{}", own(&app, &token).await["id"].as_str().unwrap());
    let draft = json!({"names": {"en": "Gamma"}, "country": "UZ", "time_zone": "Asia/Tashkent", "default_language": "en"});
    for (method, path) in [("POST", "/api/v1/institutions".to_owned()), ("DELETE", one.clone())] {
        let answer = app.call(method, &path).bearer(&token).header("If-Match", "\"1\"").json(draft.clone()).send().await;
        assert_eq!(answer.status, 405, "{method} {}", answer.body);
    }
    assert_eq!(app.call("POST", &format!("{one}/restore")).bearer(&token).json(draft).send().await.status, 404);
}

pub async fn only_an_admin_changes_the_institution(app: App) {
    for role in ["member", "coordinator", "officer", "approver", "viewer"] {
        let token = app.token(role, "alpha").await;
        assert_eq!(change(&app, &token, json!({"lead_days": 30})).await.status, 403, "{role}");
    }
    let token = app.token("admin", "alpha").await;
    let changed = change(&app, &token, json!({"lead_days": 30})).await;
    assert_eq!((changed.status, &changed.body["lead_days"]), (200, &json!(30)), "{}", changed.body);
}

pub async fn slug_and_demo_are_read_only(app: App) {
    let token = app.token("admin", "alpha").await;
    for patch in [json!({"slug": "gamma"}), json!({"demo": true})] {
        let answer = change(&app, &token, patch).await;
        assert_eq!((answer.status, &answer.body["code"]), (400, &json!("unknown_field")));
    }
}

pub async fn a_time_zone_is_one_that_exists(app: App) {
    let token = app.token("admin", "alpha").await;
    for zone in ["Asia/Samarqand", "asia/tashkent", "Tashkent"] {
        let answer = change(&app, &token, json!({"time_zone": zone})).await;
        assert_eq!(fault(&answer), (422, &json!("/time_zone"), &json!("unknown_value")), "{zone}");
    }
    assert_eq!(change(&app, &token, json!({"time_zone": "Asia/Samarkand"})).await.body["time_zone"], "Asia/Samarkand");
}

pub async fn the_lead_time_is_a_day_to_two_years(app: App) {
    let token = app.token("admin", "alpha").await;
    for (days, code) in [(0, "too_small"), (731, "too_big")] {
        let answer = change(&app, &token, json!({"lead_days": days})).await;
        assert_eq!(fault(&answer), (422, &json!("/lead_days"), &json!(code)));
    }
    for days in [1, 730] {
        assert_eq!(change(&app, &token, json!({"lead_days": days})).await.status, 200);
    }
}

pub async fn the_office_is_kept_as_it_was_written(app: App) {
    let token = app.token("admin", "alpha").await;
    let office = json!({
        "names": {"uz": "Xalqaro hamkorlik boʻlimi", "en": "Department of International Cooperation"},
        "head": "Dr. Sh. Rahmonov", "reports_to": {"en": "Vice-rector for international cooperation"},
        "founded_on": "2009-09-01", "phone": "+998712345678", "email": "office@alpha.example",
        "hours": {"en": "Monday to Friday, 9:00 to 18:00"}, "tasks": [{"en": "Find partners"}, {"ru": "Готовить договоры"}],
    });
    assert_eq!(change(&app, &token, json!({"office": office.clone()})).await.body["office"], office);
    assert_eq!(own(&app, &token).await["office"], office);
    let too_early = change(&app, &token, json!({"office": {"founded_on": "2199-01-01"}})).await;
    assert_eq!(fault(&too_early), (422, &json!("/office/founded_on"), &json!("future_day")));
    let cleared = change(&app, &token, json!({"office": null})).await;
    assert_eq!((cleared.status, cleared.body.get("office")), (200, None));
}

pub async fn a_code_stands_once(app: App) {
    let token = app.token("admin", "alpha").await;
    let code = json!({"scheme": "pic", "value": "999876543"});
    let twice = change(&app, &token, json!({"external_ids": [code, {"scheme": "oid", "value": "999876543"}, code]})).await;
    assert_eq!(fault(&twice), (422, &json!("/external_ids/2"), &json!("repeated")));
}

async fn make(app: &App, slug: &'static str) -> Result<InstitutionId, Problem> {
    let draft = json!({"names": {"en": "Gamma"}, "country": "UZ", "time_zone": "Asia/Tashkent", "default_language": "uz"});
    let (draft, now) = (serde_json::from_value::<InstitutionDraft>(draft).unwrap(), app.clock.now());
    app.db.write(move |conn| create_institution(conn, now, slug, false, draft)).await
}

pub async fn a_slug_is_taken_once_and_has_its_form(app: App) {
    assert!(make(&app, "gamma").await.is_ok());
    assert_eq!(make(&app, "gamma").await.unwrap_err().code, Code::Duplicate);
    for slug in ["", "g", "Gamma", "-gamma", "gam--ma", "гамма"] {
        assert_eq!(make(&app, slug).await.unwrap_err().code, Code::ValidationFailed, "{slug}");
    }
}

pub async fn the_journal_of_an_institution_begins_with_its_making(app: App) {
    use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
    use hamkor::platform::journal;
    use hamkor::schema::journal as entries;
    let made = make(&app, "gamma").await.unwrap();
    type Row = (i64, Option<String>, String, String, String);
    let (rows, holds): (Vec<Row>, _) = app
        .db
        .read(move |conn| {
            let rows = entries::table
                .filter(entries::institution_id.eq(&made))
                .select((entries::seq, entries::actor_id, entries::action, entries::record, entries::changes))
                .load(conn)?;
            Ok((rows, journal::verify(conn, &made)?))
        })
        .await
        .unwrap();
    let [(seq, actor, action, record, changes)] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((*seq, actor, action.as_str(), record.as_str()), (1, &None, "created", "institution"));
    assert!(changes.contains("Asia/Tashkent") && holds == Ok(1), "{changes}");
}

crate::on_both_databases!(
    the_list_of_institutions_holds_the_callers_own,
    an_institution_of_others_is_not_there,
    institutions_are_neither_made_nor_archived_over_http,
    only_an_admin_changes_the_institution,
    slug_and_demo_are_read_only,
    a_time_zone_is_one_that_exists,
    the_lead_time_is_a_day_to_two_years,
    the_office_is_kept_as_it_was_written,
    a_code_stands_once,
    a_slug_is_taken_once_and_has_its_form,
    the_journal_of_an_institution_begins_with_its_making,
);
