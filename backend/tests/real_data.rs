//! Rules held against real lists of names and codes, where they are at hand: in the folder of `HAMKOR_TEST_DATA`, or in
//! `../shared/data` beside the checkout. They are under licences of their own and no part of the project.

use std::path::PathBuf;

use hamkor::code_lists::data::{ListName, has};
use hamkor::platform::fold::key;

fn file(name: &str) -> Option<String> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("HAMKOR_TEST_DATA").map_or(beside, PathBuf::from);
    let text = std::fs::read_to_string(folder.join(name)).ok();
    if text.is_none() {
        println!("skipped: {name} is not at hand, see HAMKOR_TEST_DATA");
        eprintln!("skipped: {name} is not at hand, see HAMKOR_TEST_DATA");
    }
    text
}

/// The rows of a simple CSV without its head; no field that is read here holds a comma.
fn rows(text: &str) -> Vec<Vec<&str>> {
    text.trim_start_matches('\u{feff}').lines().skip(1).map(|it| it.split(',').collect()).collect()
}

#[test]
fn places_of_uzbekistan_are_found_in_either_script() {
    for (name, latin, cyrillic) in [("text/uz-districts-latin-cyrillic.csv", 3, 4), ("text/uz-places-latin-cyrillic.csv", 3, 4)] {
        let Some(text) = file(name) else { continue };
        let rows = rows(&text);
        let pairs: Vec<(&str, &str)> = rows.iter().filter_map(|it| Some((*it.get(latin)?, *it.get(cyrillic)?))).collect();
        let apart: Vec<_> = pairs.iter().filter(|(one, other)| key(one) != key(other)).collect();
        // The list itself has typing errors and a few names that differ in more than script.
        assert!(
            apart.len() * 100 < pairs.len() * 8,
            "{name}: {} of {} differ: {:?}",
            apart.len(),
            pairs.len(),
            &apart[..apart.len().min(80)]
        );
        assert!(100 < pairs.len(), "{name} was not read");
    }
}

#[test]
fn every_field_of_education_of_the_standard_is_listed() {
    let Some(text) = file("codes/isced-f-2013.csv") else { return };
    let missing: Vec<_> = rows(&text).into_iter().filter(|it| !has(ListName::IscedF, it[0])).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_country_with_a_university_is_listed() {
    let Some(text) = file("institutions/ror-education.csv") else { return };
    let rows = rows(&text);
    let countries = rows.iter().filter_map(|it| it.get(2)).filter(|it| it.len() == 2 && it.bytes().all(|it| it.is_ascii_uppercase()));
    // Kosovo has no code of ISO 3166-1; XK is what many use for it.
    let missing: Vec<_> = countries.filter(|it| **it != "XK" && !has(ListName::Countries, it)).collect();
    assert!(missing.len() * 1000 < rows.len(), "{missing:?}");
}
