//! Lists: every order, every filter, every page, on every kind of record that the document has.

use serde_json::{Value, json};

use crate::support::App;
use crate::support::document::DOCUMENT;

const LISTS: &[&str] =
    &["partners", "agreements", "memoranda", "exchange-students", "grant-projects", "funding-programmes", "people", "units"];

fn parameters(list: &str) -> &'static Vec<Value> {
    DOCUMENT["paths"][format!("/api/v1/{list}")]["get"]["parameters"].as_array().unwrap()
}

/// A few of each kind, with absent values and values that several share.
async fn fill(app: &App, officer: &str) {
    let mut partners = Vec::new();
    for (index, (name, country)) in
        [("Bologna", "IT"), ("Verona", "IT"), ("Алматы", "KZ"), ("Dresden", "DE"), ("Seoul", "KR")].iter().enumerate()
    {
        let met = (index != 1).then(|| format!("2020-0{}-01", 1 + index / 2));
        let body = json!({"names": {"en": name}, "kind": "university", "country": country, "first_contact_on": met, "tags": ["a%b", "x"]});
        partners.push(app.create(officer, "partners", body).await["id"].clone());
    }
    let programme = json!({"names": {"en": "Erasmus+"}, "funder": {"en": "EU"}, "kind": "mobility", "code": "KA171"});
    let programme = app.create(officer, "funding-programmes", programme).await["id"].clone();
    app.create(officer, "funding-programmes", json!({"names": {"en": "DAAD"}, "funder": {"en": "DE"}, "kind": "grant"})).await;
    for (index, partner) in partners.iter().enumerate() {
        let (start, end) = (format!("2021-0{}-01", 1 + index % 2), (index != 2).then(|| format!("2026-1{}-30", index % 3)));
        let mut body = json!({"title": {"en": format!("Act {}", index / 2)}, "parties": [{"partner_id": partner}], "starts_on": start, "ends_on": end});
        if index % 2 == 0 {
            body["signed_on"] = "2020-12-01".into();
            body["number"] = format!("N-{index}").into();
        }
        app.create(officer, "memoranda", body.clone()).await;
        body["number"] = Value::Null;
        body["kind"] = "exchange".into();
        app.create(officer, "agreements", body).await;
        let project = json!({"title": {"en": format!("Project {}", index / 2)}, "acronym": (index != 0).then(|| format!("P{index}")),
            "funding_programme_id": programme, "our_role": "beneficiary", "starts_on": (index != 3).then_some("2024-01-01")});
        app.create(officer, "grant-projects", project).await;
        let person =
            app.create(officer, "people", json!({"name": format!("Student {}", index / 2), "kind": "student"})).await["id"].clone();
        let exchange = json!({"person_id": person, "direction": "outgoing", "partner_id": partner, "kind": "studies", "academic_year": "2026/2027",
            "term": "autumn", "planned_from": "2026-09-01", "planned_to": "2027-01-31", "level": 6, "field": "0732"});
        app.create(officer, "exchange-students", exchange).await;
    }
}

async fn ids(app: &App, token: &str, list: &str, query: &str) -> Vec<String> {
    let page = app.get(token, &format!("{list}?limit=200&{query}")).await;
    page.body["items"]
        .as_array()
        .unwrap_or_else(|| panic!("{list} {query} {}", page.text))
        .iter()
        .map(|it| it["id"].as_str().unwrap().to_owned())
        .collect()
}

pub async fn a_cursor_meets_every_record_once_in_every_order(app: App) {
    let officer = app.token("officer", "alpha").await;
    fill(&app, &officer).await;
    for list in LISTS {
        let sort = parameters(list).iter().find(|it| it["name"] == "sort").unwrap();
        let mut orders: Vec<String> =
            sort["schema"]["items"]["enum"].as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect();
        orders.push(format!("{},{}", orders[0], orders[3]));
        for order in orders {
            let whole = ids(&app, &officer, list, &format!("sort={order}")).await;
            assert!(2 <= whole.len(), "{list}");
            let (mut met, mut path, mut last) = (Vec::new(), format!("{list}?limit=2&sort={order}"), Value::Null);
            while met.len() <= whole.len() {
                let page = app.get(&officer, &path).await.body;
                met.extend(page["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()));
                last = page["page"].clone();
                let Some(cursor) = last["next_cursor"].as_str() else { break };
                path = format!("{list}?limit=2&sort={order}&cursor={cursor}");
            }
            assert_eq!(met, whole, "{list} sort={order}");
            let mut back = Vec::new();
            while let Some(cursor) = last["prev_cursor"].as_str() {
                let page = app.get(&officer, &format!("{list}?limit=2&sort={order}&cursor={cursor}")).await.body;
                let items: Vec<_> = page["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect();
                back.splice(0..0, items);
                last = page["page"].clone();
            }
            assert_eq!(back, whole[..back.len()], "{list} sort={order} backwards");
            assert!(whole.len() - 2 <= back.len(), "{list} sort={order} backwards");
        }
    }
}

pub async fn every_declared_filter_is_answered(app: App) {
    let officer = app.token("officer", "alpha").await;
    fill(&app, &officer).await;
    for list in LISTS {
        for parameter in parameters(list).iter().filter(|it| it["in"] == "query" && it["name"] != "cursor") {
            let name = parameter["name"].as_str().unwrap();
            let schema = if parameter["schema"]["type"] == "array" { &parameter["schema"]["items"] } else { &parameter["schema"] };
            let value = match (schema["enum"][0].as_str(), schema["type"].as_str(), schema["format"].as_str()) {
                (Some(word), ..) => word.to_owned(),
                (_, Some("boolean"), _) => "true".to_owned(),
                (_, Some("integer"), _) => "7".to_owned(),
                (_, _, Some("date")) => "2026-11-22".to_owned(),
                (_, _, Some("date-time")) => "2026-11-22T08:00:00Z".to_owned(),
                (_, _, Some("uuid")) => "019ab000-0000-7000-8000-000000000001".to_owned(),
                _ => "a%25b'\"\\".to_owned().replace('\\', "%5C").replace('"', "%22"),
            };
            let answer = app.get(&officer, &format!("{list}?{}={value}", name.replace('[', "%5B").replace(']', "%5D"))).await;
            assert_eq!(answer.status, 200, "{list}?{name}={value} {}", answer.text);
        }
    }
}

pub async fn filters_choose_any_of_the_values_and_all_of_the_parameters(app: App) {
    let officer = app.token("officer", "alpha").await;
    fill(&app, &officer).await;
    for (query, count) in [
        ("country=IT", 2),
        ("country=IT,KZ", 3),
        ("country[ne]=IT", 3),
        ("country=IT&first_contact_on[isnull]=true", 1),
        ("first_contact_on[gte]=2020-02-01", 3),
        ("first_contact_on[gt]=2020-02-01&first_contact_on[lte]=2020-03-01", 1),
        ("tag=a%25b", 5),
        ("tag=a_b", 0),
        ("tag=a", 0),
        ("q=ALMATY", 1),
        ("q=алматы", 1),
        ("q=bol gna", 1),
        ("q=bol xyz", 0),
    ] {
        assert_eq!(ids(&app, &officer, "partners", query).await.len(), count, "{query}");
    }
    assert_eq!(ids(&app, &officer, "agreements", "country=IT").await.len(), 2);
    assert_eq!(ids(&app, &officer, "memoranda", "q=Дрезден").await.len(), 0);
    assert_eq!(ids(&app, &officer, "memoranda", "q=dresden").await.len(), 1, "by the name of a party");
}

pub async fn an_absent_value_counts_as_the_largest(app: App) {
    let officer = app.token("officer", "alpha").await;
    fill(&app, &officer).await;
    let last = app.get(&officer, "agreements?sort=ends_on").await.body["items"].as_array().unwrap().last().unwrap()["ends_on"].clone();
    let first = app.get(&officer, "agreements?sort=-ends_on").await.body["items"][0]["ends_on"].clone();
    assert_eq!((last, first), (Value::Null, Value::Null));
}

pub async fn a_cursor_is_of_one_list(app: App) {
    let (officer, other) = (app.token("officer", "alpha").await, app.token("officer", "beta").await);
    fill(&app, &officer).await;
    let page = app.get(&officer, "partners?limit=2&sort=name").await;
    let cursor = page.body["page"]["next_cursor"].as_str().unwrap().to_owned();
    assert!(page.header("link").unwrap().contains(&cursor) && page.body["page"]["has_more"] == true);
    for (token, query) in [
        (&officer, format!("partners?limit=2&sort=-name&cursor={cursor}")),
        (&officer, format!("partners?limit=2&cursor={cursor}")),
        (&officer, format!("partners?limit=2&sort=name&country=IT&cursor={cursor}")),
        (&officer, format!("people?limit=2&sort=name&cursor={cursor}")),
        (&other, format!("partners?limit=2&sort=name&cursor={cursor}")),
        (&officer, format!("partners?limit=2&sort=name&cursor={}x", cursor)),
        (&officer, "partners?cursor=AAAA".to_owned()),
    ] {
        let refused = app.get(token, &query).await;
        assert_eq!((refused.status, &refused.body["code"]), (400, &json!("invalid_cursor")), "{query}");
    }
    let larger = app.get(&officer, &format!("partners?limit=3&sort=name&cursor={cursor}")).await;
    assert_eq!(larger.body["items"].as_array().unwrap().len(), 3, "the size of a page may change");
}

pub async fn limits_of_a_page_are_kept(app: App) {
    let officer = app.token("officer", "alpha").await;
    fill(&app, &officer).await;
    assert_eq!(app.get(&officer, "partners?limit=1000").await.body["page"]["limit"], 200);
    for query in [
        "limit=0",
        "limit=-1",
        "limit=x",
        "limit=1e9",
        "offset=-1",
        "offset=10001",
        "include_total=yes",
        "archived=maybe",
        "sort=",
        "sort=city",
    ] {
        let refused = app.get(&officer, &format!("partners?{query}")).await;
        assert_eq!((refused.status, &refused.body["code"]), (400, &json!("invalid_parameter")), "{query}");
    }
    let page = app.get(&officer, "partners?offset=4&limit=3&include_total=true").await;
    assert_eq!(page.body["items"].as_array().unwrap().len(), 1);
    assert_eq!((&page.body["page"]["total"], &page.body["page"]["total_is_exact"]), (&json!(5), &json!(true)));
}

pub async fn a_tag_is_found_as_it_is_written(app: App) {
    let officer = app.token("officer", "alpha").await;
    app.create(&officer, "people", json!({"name": "Nodira", "kind": "student", "tags": ["Pilot"]})).await;
    for (tag, found) in [("Pilot", 1), ("pilot", 0), ("Pil", 0), ("P%", 0)] {
        let list = app.get(&officer, &format!("people?tag={}", tag.replace('%', "%25"))).await;
        assert_eq!(list.body["items"].as_array().unwrap().len(), found, "{tag}");
    }
}

pub async fn what_is_in_no_text_is_not_found(app: App) {
    let officer = app.token("officer", "alpha").await;
    app.create(&officer, "people", json!({"name": "Nodira", "kind": "student"})).await;
    let count = async |q: &str| app.get(&officer, &format!("people?q={q}")).await.body["items"].as_array().unwrap().len();
    assert_eq!((count("nodira").await, count("!%3F").await), (1, 0));
    assert!(0 < count("").await, "an empty search asks for nothing");
}

crate::on_both_databases!(
    a_tag_is_found_as_it_is_written,
    what_is_in_no_text_is_not_found,
    a_cursor_meets_every_record_once_in_every_order,
    every_declared_filter_is_answered,
    filters_choose_any_of_the_values_and_all_of_the_parameters,
    an_absent_value_counts_as_the_largest,
    a_cursor_is_of_one_list,
    limits_of_a_page_are_kept,
);
