//! Lists as tables for spreadsheets.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use hamkor::agreements::model::Agreement;
use hamkor::exchange_students::model::ExchangeStudent;
use hamkor::funding_programmes::model::FundingProgramme;
use hamkor::grant_projects::model::GrantProject;
use hamkor::memoranda::model::Memorandum;
use hamkor::partners::model::Partner;
use hamkor::people::model::Person;
use hamkor::platform::language::Language;
use hamkor::record::export::{columns, label};
use serde_json::json;

use crate::support::{Answer, App};

async fn table(app: &App, token: &str, path: &str, language: &str) -> Answer {
    let answer = app.call("GET", &format!("/api/v1/{path}")).bearer(token).header("accept-language", language).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer
}

fn rows(answer: &Answer) -> Vec<csv::StringRecord> {
    let text = answer.text.strip_prefix('\u{feff}').expect("the mark by which Excel knows UTF-8");
    csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn every_column_and_every_word_in_it_has_a_label_in_every_language() {
    let all = columns::<Agreement>()
        .chain(columns::<Memorandum>())
        .chain(columns::<Partner>())
        .chain(columns::<Person>())
        .chain(columns::<ExchangeStudent>())
        .chain(columns::<GrantProject>())
        .chain(columns::<FundingProgramme>());
    let keys: BTreeSet<String> = all.flat_map(|it| it.labels()).collect();
    assert!(100 < keys.len());
    for key in keys {
        for language in Language::ALL {
            assert!(label(&key, *language).is_some_and(|it| !it.is_empty()), "{key} has no label in {}", language.as_str());
        }
    }
}

pub async fn a_search_is_exported_in_the_readers_words(app: App) {
    let officer = app.token("officer", "alpha").await;
    let draft = json!({"names": {"en": "University, \"Bologna\"", "ru": "Болонский университет"}, "kind": "university", "country": "IT",
        "stage": "active", "first_contact_on": "2020-01-31", "tags": ["=1+1", "b"]});
    let bologna = app.create(&officer, "partners", draft).await["id"].clone();
    app.create(&officer, "partners", json!({"names": {"en": "Khujand"}, "kind": "ngo", "country": "TJ"})).await;
    let english = table(&app, &officer, "partners?country=IT&format=csv&limit=1", "en").await;
    assert_eq!(english.header("content-type").as_deref(), Some("text/csv; charset=utf-8"));
    assert_eq!(english.header("content-disposition").as_deref(), Some("attachment; filename=\"partners-2026-11-22.csv\""));
    let found = rows(&english);
    assert_eq!(found.len(), 2, "{}", english.text);
    assert_eq!(found[0].iter().take(5).collect::<Vec<_>>(), ["Name", "Kind", "Country", "City", "Stage"]);
    let cells: Vec<_> = found[1].iter().collect();
    assert_eq!(&cells[..7], ["University, \"Bologna\"", "University", "Italy", "", "Active", "", "2020-01-31"]);
    assert_eq!(cells[8], "'=1+1; b", "a cell is never a formula");
    assert_eq!(cells[9], bologna);
    let russian = rows(&table(&app, &officer, "partners?q=bologna&format=csv", "ru").await);
    assert_eq!(russian[1].iter().take(3).collect::<Vec<_>>(), ["Болонский университет", "Университет", "Италия"]);
    let by_header = app.call("GET", "/api/v1/partners").bearer(&officer).header("accept", "text/csv").send().await;
    assert_eq!(rows(&by_header).len(), 3);
    assert_eq!(app.get(&officer, "partners?format=pdf").await.pointers(), ["format"]);
    assert_eq!(app.get(&app.token("admin", "alpha").await, "users?format=csv").await.pointers(), ["format"], "users are no table");
}

pub async fn what_a_record_refers_to_stands_in_its_row(app: App) {
    let officer = app.token("officer", "alpha").await;
    let mut parties = Vec::new();
    for (name, country) in [("Bologna", "IT"), ("Padova", "IT"), ("Nukus", "UZ")] {
        let draft = json!({"names": {"en": name}, "kind": "university", "country": country});
        parties.push(json!({"partner_id": app.create(&officer, "partners", draft).await["id"]}));
    }
    let draft = json!({"kind": "exchange", "title": {"en": "E"}, "parties": parties, "signed_on": "2020-01-01", "starts_on": "2020-01-01",
        "ends_on": "2021-01-01", "unit_id": app.unit("alpha", "arts"), "languages": ["en"]});
    app.create(&officer, "agreements", draft).await;
    let found = rows(&table(&app, &officer, "agreements?format=csv", "en").await);
    let cell = |heading: &str| &found[1][found[0].iter().position(|it| it == heading).unwrap()];
    assert_eq!((cell("Partners"), cell("Countries"), cell("Unit")), ("Bologna; Padova; Nukus", "Italy; Uzbekistan", "arts"));
    assert_eq!((cell("Legal status"), cell("Kind"), cell("Last day")), ("Expired", "Exchange", "2021-01-01"));
    let then = rows(&table(&app, &officer, "agreements?format=csv&as_of=2020-06-01", "en").await);
    assert!(then[1].iter().any(|it| it == "In force"), "told for the day");
}

pub async fn a_long_list_is_exported_whole_and_in_order(app: App) {
    // More than is read at once.
    const MANY: usize = 1100;
    let officer = app.token("officer", "alpha").await;
    let post = async |number: usize| {
        let draft = json!({"names": {"en": format!("P{number:04}")}, "funder": {"en": "F"}, "kind": "grant"});
        app.create(&officer, "funding-programmes", draft).await;
    };
    for numbers in (0..MANY).collect::<Vec<_>>().chunks(100) {
        join_all(numbers.iter().map(|it| post(*it))).await;
    }
    let found = rows(&table(&app, &officer, "funding-programmes?format=csv&sort=-name", "en").await);
    let names: Vec<_> = found.iter().skip(1).map(|it| it[0].to_owned()).collect();
    assert_eq!(names.len(), MANY);
    assert!(names.is_sorted_by(|one, other| one > other), "{names:?}");
}

pub async fn a_workbook_is_a_workbook(app: App) {
    let officer = app.token("officer", "alpha").await;
    app.create(&officer, "partners", json!({"names": {"en": "Bologna"}, "kind": "university", "country": "IT"})).await;
    let path = "/api/v1/partners?format=xlsx";
    let answer = app.call("GET", path).bearer(&officer).send().await;
    assert_eq!(answer.status, 200);
    assert!(answer.header("content-type").unwrap().ends_with("spreadsheetml.sheet"));
    assert!(answer.header("content-disposition").unwrap().ends_with(".xlsx\""));
    assert!(answer.text.starts_with("PK"), "a zip archive");
}

crate::on_both_databases!(
    a_search_is_exported_in_the_readers_words,
    what_a_record_refers_to_stands_in_its_row,
    a_long_list_is_exported_whole_and_in_order,
    a_workbook_is_a_workbook,
);
