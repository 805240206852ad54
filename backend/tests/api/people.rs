//! People: who sees and writes whom, and what follows a person. Their identities have tests of their own.

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use hamkor::platform::id::AnyId;
use hamkor::schema::{exchange_students, people};
use serde_json::{Value, json};

use crate::support::{Answer, App};

async fn person(app: &App, token: &str, name: &str, unit: Option<&str>) -> String {
    let draft = json!({"name": name, "kind": "student", "unit_id": unit});
    app.create(token, "people", draft).await["id"].as_str().unwrap().to_owned()
}

/// One in each of: the coordinator's unit, the one below it, another, none.
async fn everywhere(app: &App) -> [String; 4] {
    let token = app.token("officer", "alpha").await;
    let units = ["engineering", "hydraulics", "arts"].map(|it| app.unit("alpha", it).to_string());
    [
        person(app, &token, "Anvar of engineering", Some(&units[0])).await,
        person(app, &token, "Barno of hydraulics", Some(&units[1])).await,
        person(app, &token, "Gʻayrat of arts", Some(&units[2])).await,
        person(app, &token, "Davron of none", None).await,
    ]
}

fn ids(list: &Answer) -> Vec<String> {
    assert_eq!(list.status, 200, "{}", list.body);
    list.body["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

fn fault(answer: &Answer) -> (u16, &Value, &Value) {
    (answer.status, &answer.body["errors"][0]["pointer"], &answer.body["errors"][0]["code"])
}

pub async fn a_coordinator_sees_the_people_of_their_units(app: App) {
    let [own, below, other, none] = everywhere(&app).await;
    let token = app.token("coordinator", "alpha").await;
    let seen = ids(&app.get(&token, "people?limit=200").await);
    assert!(seen.contains(&own) && seen.contains(&below));
    assert!(!seen.contains(&other) && !seen.contains(&none));
    for (id, status) in [(own, 200), (below, 200), (other, 404), (none, 404)] {
        assert_eq!(app.get(&token, &format!("people/{id}")).await.status, status);
        assert_eq!(app.get(&token, &format!("people/{id}/history")).await.status, status);
    }
    let foreign = format!("people?unit_id={}", app.unit("alpha", "arts"));
    assert!(ids(&app.get(&token, &foreign).await).is_empty());
    let total = app.get(&token, "people?q=davron&include_total=true").await;
    assert_eq!(total.body["page"]["total"], 0);
}

pub async fn a_coordinator_writes_the_people_of_their_units(app: App) {
    let [own, below, other, none] = everywhere(&app).await;
    let token = app.token("coordinator", "alpha").await;
    for (unit, status) in [(Some("engineering"), 201), (Some("hydraulics"), 201), (Some("arts"), 403), (None, 403)] {
        let unit = unit.map(|it| app.unit("alpha", it).to_string());
        let draft = json!({"name": "Elyor", "kind": "student", "unit_id": unit});
        let post = app.call("POST", "/api/v1/people").bearer(&token).json(draft).send().await;
        assert_eq!(post.status, status, "{}", post.body);
    }
    for (id, status) in [(&own, 200), (&below, 200), (&other, 404), (&none, 404)] {
        let patched = app.patch(&token, &format!("people/{id}"), 1, json!({"degree": "MSc"})).await;
        assert_eq!(patched.status, status, "{}", patched.body);
    }
    // Nobody is moved to where the coordinator has no right.
    for unit in [json!(app.unit("alpha", "arts").to_string()), Value::Null] {
        let moved = app.patch(&token, &format!("people/{own}"), 2, json!({"unit_id": unit})).await;
        assert_eq!((moved.status, &moved.body["reason"]), (403, &json!("own_unit_only")), "{}", moved.body);
    }
}

pub async fn a_member_sees_themselves_only(app: App) {
    let others = everywhere(&app).await;
    let token = app.token("member", "alpha").await;
    let own = app.person("alpha").to_string();
    assert_eq!(ids(&app.get(&token, "people").await), std::slice::from_ref(&own));
    assert_eq!(app.get(&token, &format!("people/{own}")).await.status, 200);
    for id in &others {
        assert_eq!(app.get(&token, &format!("people/{id}")).await.status, 404);
        assert_eq!(app.get(&token, &format!("people/{id}/history")).await.status, 403);
    }
    let patched = app.patch(&token, &format!("people/{own}"), 1, json!({"degree": "PhD"})).await;
    assert_eq!(patched.status, 403);
}

pub async fn the_head_of_ones_unit_is_not_shown_to_a_member(app: App) {
    let (admin, member) = (app.token("admin", "alpha").await, app.token("member", "alpha").await);
    let head = person(&app, &admin, "Head", None).await;
    let unit = json!({"names": {"en": "Chair"}, "kind": "department", "head_id": head});
    let unit = app.create(&admin, "units", unit).await["id"].clone();
    let path = format!("people/{}", app.person("alpha"));
    let version = app.get(&admin, &path).await.body["version"].as_i64().unwrap();
    assert_eq!(app.patch(&admin, &path, version, json!({"unit_id": unit})).await.status, 200);
    let shown = app.get(&member, &format!("{path}?expand=unit.head")).await;
    assert_eq!(shown.body["unit"]["names"], json!({"en": "Chair"}), "{}", shown.body);
    assert_eq!(shown.body["unit"].get("head"), None);
}

pub async fn a_person_is_found_in_any_script_and_by_address(app: App) {
    let token = app.token("officer", "alpha").await;
    let draft = json!({
        "name": "Шавкат Ҳамроқулов", "passport_name": "KHAMROKULOV SHAVKAT", "kind": "student",
        "email": "Sh.Hamroqulov@alpha.example",
    });
    let id = app.create(&token, "people", draft).await["id"].as_str().unwrap().to_owned();
    for q in
        ["Shavkat", "hamroqulov", "%D2%B3%D0%B0%D0%BC%D1%80%D0%BE%D2%9B%D1%83%D0%BB%D0%BE%D0%B2", "KHAMROKULOV", "sh%20hamroqulov%20alpha"]
    {
        assert_eq!(ids(&app.get(&token, &format!("people?q={q}")).await), std::slice::from_ref(&id), "{q}");
    }
    assert_eq!(ids(&app.get(&token, "people?email=Sh.Hamroqulov@alpha.example").await), [id]);
    assert!(ids(&app.get(&token, "people?email=alpha.example").await).is_empty());
}

pub async fn a_passport_name_is_in_latin_capitals(app: App) {
    let token = app.token("officer", "alpha").await;
    for (name, good) in [("O'KTAMOVA ANNA-MARIA", true), ("Oktamova", false), ("КАРИМОВ", false), (" KARIMOV", false), ("", false)] {
        let draft = json!({"name": "Anna", "kind": "external", "passport_name": name});
        let post = app.call("POST", "/api/v1/people").bearer(&token).json(draft).send().await;
        assert_eq!(post.status, if good { 201 } else { 422 }, "{name}");
        assert!(good || post.body["errors"][0]["pointer"] == "/passport_name");
    }
}

pub async fn a_language_stands_once_and_is_known(app: App) {
    let token = app.token("officer", "alpha").await;
    let (en, ru) = (json!({"language": "en", "level": "b2"}), json!({"language": "ru", "level": "c1"}));
    for (languages, pointer, code) in [
        (json!([en, ru, {"language": "en", "level": "c1"}]), "/languages/2/language", "repeated"),
        (json!([{"language": "xx", "level": "b2"}]), "/languages/0/language", "unknown_value"),
        (json!([{"language": "en", "level": "b3"}]), "/languages/0/level", "unknown_value"),
    ] {
        let draft = json!({"name": "Anna", "kind": "student", "languages": languages});
        let post = app.call("POST", "/api/v1/people").bearer(&token).json(draft).send().await;
        assert_eq!(fault(&post), (422, &json!(pointer), &json!(code)));
    }
    let draft = json!({"name": "Anna", "kind": "student", "languages": [en, ru], "study_year": 9});
    let post = app.call("POST", "/api/v1/people").bearer(&token).json(draft).send().await;
    assert_eq!(fault(&post), (422, &json!("/study_year"), &json!("too_big")));
}

/// The slice of exchange students has tests of its own; here a row of it is enough.
async fn go_abroad(app: &App, token: &str, person: &str) {
    let partner = app.create(token, "partners", json!({"names": {"en": "Host"}, "kind": "university", "country": "IT"})).await;
    let (partner, person) = (partner["id"].as_str().unwrap().to_owned(), person.to_owned());
    let (now, day) = (app.clock.now(), NaiveDate::from_ymd_opt(2027, 2, 1).unwrap());
    app.db
        .write(move |conn| {
            let institution: String = people::table.filter(people::id.eq(&person)).select(people::institution_id).first(conn)?;
            let row = (
                exchange_students::institution_id.eq(institution),
                exchange_students::id.eq(AnyId::new()),
                exchange_students::created_at.eq(now),
                exchange_students::updated_at.eq(now),
                exchange_students::search.eq(""),
                exchange_students::person_id.eq(person),
                exchange_students::person_key.eq("before"),
                exchange_students::direction.eq("outgoing"),
                exchange_students::partner_id.eq(partner),
                exchange_students::kind.eq("studies"),
                exchange_students::status.eq("applied"),
                exchange_students::academic_year.eq("2026/2027"),
                exchange_students::term.eq("spring"),
                exchange_students::planned_from.eq(day),
                exchange_students::planned_to.eq(day),
                exchange_students::level.eq(6),
                exchange_students::field.eq("0732"),
                exchange_students::tags.eq("[]"),
            );
            diesel::insert_into(exchange_students::table).values(row).execute(conn)?;
            Ok(())
        })
        .await
        .unwrap();
}

pub async fn the_name_of_an_exchange_student_follows_the_person(app: App) {
    let token = app.token("officer", "alpha").await;
    let (id, other) = (person(&app, &token, "Лола", None).await, person(&app, &token, "Other", None).await);
    go_abroad(&app, &token, &id).await;
    go_abroad(&app, &token, &other).await;
    assert_eq!(app.patch(&token, &format!("people/{id}"), 1, json!({"name": "Лола Шарипова"})).await.status, 200);
    let (followed, key, untouched): (String, String, String) = app
        .db
        .read(move |conn| {
            let key_of = |person: &str| {
                exchange_students::table.filter(exchange_students::person_id.eq(person.to_owned())).select(exchange_students::person_key)
            };
            let key = people::table.filter(people::id.eq(&id)).select(people::name_key).first(conn)?;
            Ok((key_of(&id).first(conn)?, key, key_of(&other).first(conn)?))
        })
        .await
        .unwrap();
    assert_eq!((followed.as_str(), untouched.as_str()), (key.as_str(), "before"));
}

pub async fn a_person_who_goes_abroad_is_not_archived(app: App) {
    let token = app.token("officer", "alpha").await;
    let id = person(&app, &token, "Lola", None).await;
    go_abroad(&app, &token, &id).await;
    let path = format!("/api/v1/people/{id}");
    let refused = app.call("DELETE", &path).bearer(&token).header("If-Match", "\"1\"").send().await;
    assert_eq!((refused.status, &refused.body["counts"]), (409, &json!({"exchange_students": 1})), "{}", refused.body);
}

crate::on_both_databases!(
    a_coordinator_sees_the_people_of_their_units,
    a_coordinator_writes_the_people_of_their_units,
    a_member_sees_themselves_only,
    the_head_of_ones_unit_is_not_shown_to_a_member,
    a_person_is_found_in_any_script_and_by_address,
    a_passport_name_is_in_latin_capitals,
    a_language_stands_once_and_is_known,
    the_name_of_an_exchange_student_follows_the_person,
    a_person_who_goes_abroad_is_not_archived,
);
