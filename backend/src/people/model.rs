use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::{Caller, Scope};
use crate::auth::roles::{CoordinatorRight, MemberRight, StaffRight};
use crate::code_lists::codes::{Cefr, Country, LanguageTag, country_name};
use crate::institutions::units::{Unit, UnitId};
use crate::people::store;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::db::sql::Sql;
use crate::platform::filter::Field;
use crate::platform::id::{AnyId, Id};
use crate::platform::json::Json;
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::archive::Dependent;
use crate::record::expand::Expansion;
use crate::record::export::Column;
use crate::record::{Head, Noun, Pick, Record, check_reference};
use crate::schema::people;

pub type PersonId = Id<Person>;

crate::words! {
    pub enum PersonKind {
        Student = "student",
        /// Teachers and all others whom the institution employs.
        Staff = "staff",
        /// Of another institution, or of none.
        External = "external",
    }
}

/// A student, a member of staff or somebody from outside.
#[derive(Serialize, ToSchema)]
pub struct Person {
    #[serde(flatten)]
    pub head: Head,
    #[serde(flatten)]
    pub draft: PersonDraft,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_null = true)]
#[schema(as = PersonCreate, example = json!({
    "name": "Дилноза Каримова", "passport_name": "KARIMOVA DILNOZA", "kind": "student", "citizenship": "UZ",
    "email": "d.karimova@example.uz", "programme": {"en": "Hydraulic engineering"}, "study_year": 3,
    "languages": [{"language": "en", "level": "b2"}],
}))]
pub struct PersonDraft {
    /// In the person's own script.
    pub name: Line<200>,
    /// In Latin capitals, as in the passport.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, pattern = "^[A-Z][A-Z '-]*$")]
    pub passport_name: Option<String>,
    #[schema(inline)]
    pub kind: PersonKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citizenship: Option<Country>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 254, pattern = r"^[^@\s\u0000-\u001f]+@[^@\s\u0000-\u001f]+$")]
    pub email: Option<String>,
    /// E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 16, pattern = r"^\+[1-9][0-9]{6,14}$")]
    pub phone: Option<String>,
    /// The unit where the person studies or works.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_id: Option<UnitId>,
    /// What the person is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Names>,
    /// What the person studies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<Names>,
    /// The year of the programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 8)]
    pub study_year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub degree: Option<Line<120>>,
    #[serde(default)]
    #[schema(max_items = 20, value_type = Vec<LanguageSkill>)]
    pub languages: Json<Vec<LanguageSkill>>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub tags: Json<Vec<Line<80>>>,
}

/// How well a person commands a language.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct LanguageSkill {
    pub language: LanguageTag,
    #[schema(inline)]
    pub level: Cefr,
}

impl Record for Person {
    type Draft = PersonDraft;
    type Read = MemberRight;
    type Write = CoordinatorRight;
    type History = StaffRight;

    const NOUN: Noun = Noun {
        one: "person",
        path: "people",
        schema: "Person",
        schemas: "People",
        table: "people",
        title: "person",
        about: "Students, staff and others. Coordinators see the people of their units, members themselves. What identifies a person is read and written apart, under identity.",
    };
    const PERSONAL: bool = true;
    const FIELDS: &'static [Field] = &[
        Field::folded("name", "name_key"),
        Field::word("kind", "kind", PersonKind::WORDS),
        Field::text("citizenship", "citizenship").nullable(),
        Field::id("unit_id", "unit_id").nullable(),
        Field::integer("study_year", "study_year").nullable(),
        Field::text("email", "email").nullable(),
        Field::list_of_text("tag", "tags").about("A tag."),
    ];
    const COLUMNS: &'static [Column] = &[
        Column::new("person_name", "name"),
        Column::word("kind", "kind", "person_kind", PersonKind::WORDS),
        Column::code("citizenship", "citizenship", country_name),
        Column::new("email", "email"),
        Column::new("phone", "phone"),
        Column::new("unit", "unit.names"),
        Column::new("position", "position"),
        Column::new("programme", "programme"),
        Column::new("study_year", "study_year"),
        Column::new("degree", "degree"),
        Column::new("tags", "tags"),
        Column::new("id", "id"),
    ];
    const EXPANSIONS: &'static [Expansion] = &[Expansion::of::<Unit>("unit")];
    const DEPENDENTS: &'static [Dependent] = &[
        Dependent {
            name: "exchange_students",
            rows: "exchange_students d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.person_id",
        },
        Dependent {
            name: "grant_projects",
            rows: "grant_projects d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.lead_id",
        },
        Dependent { name: "units", rows: "units d WHERE d.archived_at IS NULL", institution: "d.institution_id", reference: "d.head_id" },
        Dependent {
            name: "users",
            rows: "memberships d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.person_id",
        },
    ];

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> PersonDraft {
        self.draft.clone()
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        store::load(conn, pick)
    }
    fn check(conn: &mut Conn, caller: &Caller, draft: &PersonDraft, before: Option<&Self>, faults: &mut Faults) -> Result<(), Problem> {
        if let Some(unit) = &draft.unit_id {
            let unchanged = before.is_some_and(|it| it.draft.unit_id.as_ref() == Some(unit));
            check_reference::<Unit>(conn, caller, "/unit_id", &unit.untyped(), unchanged, faults)?;
        }
        let languages = draft.languages.get();
        for (index, skill) in languages.iter().enumerate() {
            if languages[..index].iter().any(|it| it.language == skill.language) {
                faults.add(format!("/languages/{index}/language"), "repeated");
            }
        }
        Ok(())
    }
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PersonDraft) -> Result<(), Problem> {
        store::insert(conn, caller, id, draft)
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PersonDraft) -> Result<(), Problem> {
        store::update(conn, caller, id, draft)
    }
    fn visible(scope: &Scope) -> Sql {
        match scope {
            Scope::All | Scope::Units(_) => scope.of_unit("people.unit_id", false),
            Scope::Person(_) => scope.of_person("people.id"),
        }
    }
    fn unit(draft: &PersonDraft) -> Option<AnyId> {
        draft.unit_id.as_ref().map(UnitId::untyped)
    }
}
