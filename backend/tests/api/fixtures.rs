//! A record of every kind with all that it can hold, for the tests that run over the whole document.

use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, Mutex};

use hamkor::code_lists::codes::FORMATS;
use serde_json::{Map, Value, json};

use crate::operations::{draft_schema, resolved};
use crate::support::App;

/// The records of an institution, one of every kind.
pub struct Records {
    pub slug: &'static str,
    pub word: String,
    /// By path: `agreements`.
    pub ids: BTreeMap<&'static str, String>,
    /// Records that those refer to, in the same order for each institution.
    bases: Vec<String>,
}

/// Paths of the kinds that can be made, each after those it refers to.
pub const MADE: [&str; 9] =
    ["partners", "people", "units", "users", "funding-programmes", "agreements", "memoranda", "exchange-students", "grant-projects"];

impl Records {
    /// Makes a record of every kind, with the word in every text.
    pub async fn made(app: &App, slug: &'static str, word: &str) -> Self {
        let token = app.token("admin", slug).await;
        let mut records = Self { slug, word: word.to_owned(), ids: BTreeMap::new(), bases: Vec::new() };
        records.ids.insert("institutions", app.institution(slug).to_string());
        for resource in MADE {
            // Of those that can refer to their own kind, one that is referred to.
            if ["partners", "agreements", "memoranda"].contains(&resource) {
                let draft = records.minimal(app, resource);
                records.bases.push(id_of(&app.create(&token, resource, draft).await));
            }
            let draft = records.draft(app, resource).unwrap();
            records.ids.insert(resource, id_of(&app.create(&token, resource, draft).await));
        }
        let own = records.draft(app, "institutions").unwrap();
        let path = format!("institutions/{}", records.ids["institutions"]);
        let version = app.get(&token, &path).await.body["version"].as_i64().unwrap();
        let answer = app.put(&token, &path, version, own).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        records
    }

    /// A body that makes a record of this kind; none where there is no such fixture.
    pub fn draft(&self, app: &App, resource: &str) -> Option<Value> {
        let word = self.word.as_str();
        let (names, mail, site) = (all_names(word), format!("{word}@{word}.example"), format!("https://{word}.example/{word}"));
        let (unit, partner) = (app.unit(self.slug, "engineering"), self.ids.get("partners").cloned().unwrap_or_default());
        let id = |path: &str| self.ids.get(path).cloned().unwrap_or_default();
        let base = |index: usize| self.bases.get(index).cloned().unwrap_or_default();
        let (tags, signatories) = (json!([word]), json!([{"name": word, "position": names}]));
        let instrument = |base: &str| {
            json!({
                "title": names, "number": format!("{word} {base}"), "unit_id": unit, "visibility": "internal", "signed_on": "2026-09-01",
                "signed_at": word, "starts_on": "2026-09-01", "ends_on": "2031-08-31", "renewal": {"months": 60, "notice_days": 180},
                "terminated_on": "2026-11-01", "termination_reason": word, "predecessor_id": base, "amends_id": base,
                "parties": [{"partner_id": partner, "signatories": signatories}],
                "areas": tags, "languages": ["en"], "our_signatories": signatories, "tags": tags,
            })
        };
        Some(match resource {
            "institutions" => json!({
                "names": names, "short_names": names, "country": if self.slug == "alpha" { "UZ" } else { "TJ" }, "city": word, "address": word,
                "time_zone": "Asia/Tashkent", "default_language": "en", "website": site, "external_ids": [{"scheme": "pic", "value": word}],
                "office": {
                    "names": names, "head": word, "email": mail, "phone": "+998712000001", "hours": names, "reports_to": names, "tasks": [names],
                },
            }),
            "partners" => json!({
                "names": names, "kind": "university", "country": "IT", "city": word, "website": site, "stage": "active",
                "first_contact_on": "2016-10-03", "merged_into_id": base(0), "former_names": [{"names": names}],
                "contacts": [{"name": word, "role": word, "email": mail, "language": "en"}], "areas": tags, "tags": tags,
                "external_ids": [{"scheme": "pic", "value": word}], "rankings": [{"system": "qs", "year": 2026, "rank": "801-850"}],
            }),
            "people" => json!({
                "name": word, "passport_name": word.to_uppercase(), "kind": "student", "citizenship": "UZ", "email": mail, "unit_id": unit,
                "position": names, "programme": names, "degree": word, "languages": [{"language": "en", "level": "b2"}], "tags": tags,
            }),
            "units" => json!({"names": names, "kind": "centre", "parent_id": unit, "head_id": id("people")}),
            "users" => json!({"email": mail, "name": word, "role": "coordinator", "unit_id": unit, "person_id": id("people")}),
            "funding-programmes" => {
                json!({"names": names, "funder": names, "code": word, "kind": "grant", "website": site, "tags": tags})
            }
            "agreements" => {
                let mut agreement = instrument(&base(1));
                agreement["kind"] = "exchange".into();
                agreement
            }
            "memoranda" => instrument(&base(2)),
            "exchange-students" => json!({
                "person_id": id("people"), "direction": "outgoing", "partner_id": partner, "agreement_id": id("agreements"), "unit_id": unit,
                "kind": "studies", "academic_year": "2026/2027", "term": "autumn", "planned_from": "2026-09-05", "planned_to": "2027-01-25",
                "level": 6, "field": "0732", "language": "en", "funding_programme_id": id("funding-programmes"), "tags": tags,
            }),
            "grant-projects" => json!({
                "title": names, "acronym": word, "reference": word, "call": word, "funding_programme_id": id("funding-programmes"),
                "our_role": "beneficiary", "consortium": [{"partner_id": partner, "role": "coordinator"}], "unit_id": unit,
                "lead_id": id("people"), "website": site, "summary": word, "areas": tags, "tags": tags,
            }),
            _ => return None,
        })
    }

    /// The least that makes a record of this kind.
    pub fn minimal(&self, app: &App, resource: &str) -> Value {
        let mut draft = self.draft(app, resource).unwrap();
        let required = draft_schema(resource)["required"].as_array().unwrap();
        draft.as_object_mut().unwrap().retain(|name, _| required.contains(&json!(name)));
        draft
    }

    /// Ids of all that was made.
    pub fn all_ids(&self) -> impl Iterator<Item = &String> {
        self.ids.values().chain(&self.bases)
    }

    /// The record of the other institution that stands where this one does here.
    pub fn counterpart(&self, app: &App, other: &Self, id: &str) -> Option<String> {
        let units = ["engineering", "hydraulics", "arts"].map(|it| (app.unit(self.slug, it), app.unit(other.slug, it)));
        let mut pairs = self.all_ids().cloned().zip(other.all_ids().cloned()).chain(units);
        pairs.find(|it| it.0 == id).map(|it| it.1)
    }
}

pub fn id_of(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

fn all_names(word: &str) -> Value {
    json!({"uz": word, "uz-Cyrl": word, "ru": word, "en": word, "tg": word})
}

/// Pointers of the members of a draft that could hold the word, or refer to a record, and do not.
pub fn texts_without(word: &str, schema: &'static Value, body: &Value, at: &str) -> Vec<String> {
    let schema = without_null(schema);
    if let Some(members) = schema["properties"].as_object() {
        return members.iter().flat_map(|(name, it)| texts_without(word, it, &body[name], &format!("{at}/{name}"))).collect();
    }
    if let Some(items) = schema.get("items") {
        return texts_without(word, items, &body[0], &format!("{at}/0"));
    }
    let missing = match body.as_str() {
        Some(text) if schema["format"] == "uuid" => text.is_empty(),
        None if schema["format"] == "uuid" => true,
        Some(text) => takes(schema, word) && !text.to_lowercase().contains(word),
        None => takes(schema, word),
    };
    if missing { vec![at.to_owned()] } else { Vec::new() }
}

fn without_null(schema: &'static Value) -> &'static Value {
    let schema = resolved(schema);
    match schema["oneOf"].as_array() {
        Some(options) => without_null(options.iter().find(|it| it["type"] != "null").unwrap()),
        None => schema,
    }
}

/// Can a value of the schema hold the word, in one of the ways that a draft holds it?
fn takes(schema: &Value, word: &str) -> bool {
    static VALIDATORS: LazyLock<Mutex<HashMap<String, jsonschema::Validator>>> = LazyLock::new(Mutex::default);
    let mut validators = VALIDATORS.lock().unwrap();
    let validator = validators.entry(schema.to_string()).or_insert_with(|| {
        let options = jsonschema::options().should_validate_formats(true);
        FORMATS.iter().fold(options, |options, (name, is)| options.with_format(*name, is)).build(schema).unwrap()
    });
    let forms = [word.to_owned(), word.to_uppercase(), format!("{word}@{word}.example"), format!("https://{word}.example/{word}")];
    forms.into_iter().any(|it| validator.is_valid(&it.into()))
}

/// The members of a record that no draft has, at every depth: pointers into the draft with a value to send.
pub fn read_only(view: &'static Value, draft: &'static Value, record: &Value, at: &str) -> Map<String, Value> {
    let (view, draft) = (without_null(view), without_null(draft));
    if let (Some(view), Some(draft)) = (view.get("items"), draft.get("items")) {
        return read_only(view, draft, &record[0], &format!("{at}/0"));
    }
    let (Some(shown), Some(written)) = (view["properties"].as_object(), draft["properties"].as_object()) else { return Map::new() };
    let mut found = Map::new();
    for (name, schema) in shown {
        let pointer = format!("{at}/{name}");
        match written.get(name) {
            Some(draft) => found.extend(read_only(schema, draft, &record[name], &pointer)),
            None => drop(found.insert(pointer, if record[name].is_null() { json!("2026-11-22") } else { record[name].clone() })),
        }
    }
    found
}
