use chrono::NaiveDate;
use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::auth::roles::{AdminRight, MemberRight, StaffRight};
use crate::code_lists::codes::Country;
use crate::institutions::store;
use crate::institutions::time_zone::TimeZone;
use crate::partners::model::ExternalId;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::filter::Field;
use crate::platform::id::AnyId;
use crate::platform::json::Json;
use crate::platform::language::Language;
use crate::platform::names::Names;
use crate::platform::problem::{Code, Problem};
use crate::platform::text::Line;
use crate::record::{Head, Noun, Pick, Record, Verbs};
use crate::schema::institutions;

/// The university or institute whose cooperation office keeps these records.
#[derive(Serialize, ToSchema)]
pub struct Institution {
    #[serde(flatten)]
    pub head: Head,
    /// Its name at sign-in and in the addresses of its public pages; it never changes.
    #[schema(min_length = 2, max_length = 60, pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$", example = "tiiame")]
    pub slug: String,
    /// Made by the demo loader: its records are examples.
    pub demo: bool,
    #[serde(flatten)]
    pub draft: InstitutionDraft,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = institutions, treat_none_as_null = true)]
#[schema(as = InstitutionCreate, example = json!({
    "names": {"en": "Uzbekistan State Institute of Arts and Culture"}, "short_names": {"en": "UzSIAC"},
    "country": "UZ", "city": "Tashkent", "time_zone": "Asia/Tashkent", "default_language": "uz", "lead_days": 90,
    "office": {"names": {"en": "Department of International Cooperation"}, "email": "office@example.uz"},
}))]
pub struct InstitutionDraft {
    pub names: Names,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_names: Option<Names>,
    pub country: Country,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Line<120>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Line<300>>,
    /// Decides what day it is for deadlines and for terms of agreements.
    pub time_zone: TimeZone,
    // The language of letters and pages for those who asked for none.
    #[schema(inline)]
    pub default_language: Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500, pattern = r"^https?://[^\s\u0000-\u001f]+$")]
    pub website: Option<String>,
    /// How many days before its end an agreement or memorandum counts as expiring.
    #[serde(default = "three_months")]
    #[schema(minimum = 1, maximum = 730, default = 90)]
    pub lead_days: i32,
    #[serde(default)]
    #[schema(max_items = 10, value_type = Vec<ExternalId>)]
    pub external_ids: Json<Vec<ExternalId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Office>)]
    pub office: Option<Json<Office>>,
}

const fn three_months() -> i32 {
    90
}

/// The office of international cooperation.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Office {
    pub names: Names,
    /// The name of its head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Line<200>>,
    /// The post that the office reports to, such as a vice-rector's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<Names>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub founded_on: Option<NaiveDate>,
    /// E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 16, pattern = r"^\+[1-9][0-9]{6,14}$")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 254, pattern = r"^[^@\s\u0000-\u001f]+@[^@\s\u0000-\u001f]+$")]
    pub email: Option<String>,
    /// When it is open, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Names>,
    /// What it is there for.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub tasks: Vec<Names>,
}

impl InstitutionDraft {
    fn office(&self) -> Option<Office> {
        self.office.as_ref().and_then(|it| serde_json::from_str(it.as_str()).ok())
    }
}

/// 2 to 60 characters: words of small Latin letters and digits with single hyphens between them.
pub fn is_slug(text: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
    (2..=60).contains(&text.len()) && text.split('-').all(is_word)
}

impl Record for Institution {
    type Draft = InstitutionDraft;
    type Read = MemberRight;
    type Write = AdminRight;
    type History = StaffRight;

    const NOUN: Noun = Noun {
        one: "institution",
        path: "institutions",
        schema: "Institution",
        schemas: "Institutions",
        table: "institutions",
        title: "institution",
        about: "The university or institute that the caller belongs to, its office of international cooperation and its settings. The list holds the caller's own one only.",
    };
    const VERBS: Verbs = Verbs::CHANGE_ONLY;
    const FIELDS: &'static [Field] = &[Field::folded("name", "name_key")];

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> InstitutionDraft {
        self.draft.clone()
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        store::load(conn, pick)
    }
    fn check(_: &mut Conn, caller: &Caller, draft: &InstitutionDraft, _: Option<&Self>, faults: &mut Faults) -> Result<(), Problem> {
        let codes = draft.external_ids.get();
        for (index, code) in codes.iter().enumerate() {
            if codes[..index].contains(code) {
                faults.add(format!("/external_ids/{index}"), "repeated");
            }
        }
        if draft.office().and_then(|it| it.founded_on).is_some_and(|it| caller.today < it) {
            faults.add("/office/founded_on", "future_day");
        }
        Ok(())
    }
    /// An institution needs a slug, which no body has: `store::create_institution` makes it.
    fn insert(_: &mut Conn, _: &Caller, _: &AnyId, _: InstitutionDraft) -> Result<(), Problem> {
        Err(Problem::new(Code::MethodNotAllowed))
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: InstitutionDraft) -> Result<(), Problem> {
        store::update(conn, caller, id, draft)
    }
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn a_slug_is_words_of_small_letters_and_digits_with_single_hyphens() {
        for slug in ["tiiame", "tdtu-kokand", "a1", "7-up", &"x".repeat(60)] {
            assert!(is_slug(slug), "{slug}");
        }
        for slug in ["", "a", "-ab", "ab-", "a--b", "Ab", "a_b", "a b", "ўз", &"x".repeat(61)] {
            assert!(!is_slug(slug), "{slug}");
        }
    }
}
