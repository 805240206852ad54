use chrono::NaiveDate;
use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::auth::roles::{OfficerRight, StaffRight};
use crate::code_lists::codes::{Country, LanguageTag, country_name};
use crate::partners::store;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::filter::{Asked, Field, yes_or_no};
use crate::platform::id::{AnyId, Id};
use crate::platform::json::Json;
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::archive::Dependent;
use crate::record::export::Column;
use crate::record::{Head, Noun, Pick, Record, check_reference};
use crate::schema::partners;

pub type PartnerId = Id<Partner>;

crate::words! {
    pub enum PartnerKind {
        University = "university",
        ResearchInstitute = "research_institute",
        Company = "company",
        /// Foundation or donor.
        Foundation = "foundation",
        InternationalOrganisation = "international_organisation",
        DiplomaticMission = "diplomatic_mission",
        PublicBody = "public_body",
        Ngo = "ngo",
    }
}
crate::words! {
    pub enum PartnerStage {
        Prospect = "prospect",
        Active = "active",
        Dormant = "dormant",
        Closed = "closed",
    }
}
crate::words! {
    /// Who gave a code.
    pub enum CodeScheme {
        /// SCHAC domain of the institution, as in EWP.
        Schac = "schac",
        /// Erasmus institutional code.
        Erasmus = "erasmus",
        /// Participant identification code of the European Commission.
        Pic = "pic",
        /// Organisation ID of the European Commission.
        Oid = "oid",
        /// Research Organization Registry.
        Ror = "ror",
        /// The ministry's system in Uzbekistan.
        Hemis = "hemis",
    }
}
crate::words! {
    pub enum RankingSystem {
        /// Times Higher Education World University Rankings.
        The = "the",
        /// QS World University Rankings.
        Qs = "qs",
        /// Academic Ranking of World Universities (Shanghai).
        Arwu = "arwu",
    }
}

/// A university, company, foundation, mission or other body that the institution works with.
#[derive(Serialize, ToSchema)]
pub struct Partner {
    #[serde(flatten)]
    pub head: Head,
    #[serde(flatten)]
    pub draft: PartnerDraft,
    /// After POST only: partners whose names are the same but for script, case, marks or the order of words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_items = 20)]
    pub look_alikes: Option<Vec<LookAlike>>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = PartnerCreate, example = json!({
    "names": {"en": "University of Bologna"}, "kind": "university", "country": "IT", "city": "Bologna",
    "website": "https://www.unibo.it", "stage": "active", "first_contact_on": "2016-10-03", "areas": ["tourism"],
}))]
pub struct PartnerDraft {
    #[serde(flatten)]
    pub columns: PartnerColumns,
    #[serde(default)]
    #[schema(max_items = 10)]
    pub external_ids: Vec<ExternalId>,
    #[serde(default)]
    #[schema(max_items = 100)]
    pub rankings: Vec<PartnerRanking>,
}

/// What the table holds of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = partners, treat_none_as_null = true)]
pub struct PartnerColumns {
    pub names: Names,
    #[schema(inline)]
    pub kind: PartnerKind,
    pub country: Country,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Line<120>>,
    /// Degrees north, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -90, maximum = 90)]
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -180, maximum = 180)]
    pub longitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500, pattern = r"^https?://[^\s\u0000-\u001f]+$")]
    pub website: Option<String>,
    #[serde(default = "prospect")]
    #[schema(inline, default = "prospect")]
    pub stage: PartnerStage,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_contact_on: Option<NaiveDate>,
    /// Given if and only if the stage is `closed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<NaiveDate>,
    /// An embassy or foundation with an office in the institution's country.
    #[serde(default)]
    #[schema(default = false)]
    pub locally_accredited: bool,
    /// The partner that this one was found to be, or became part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into_id: Option<PartnerId>,
    #[serde(default)]
    #[schema(max_items = 20, value_type = Vec<FormerName>)]
    pub former_names: Json<Vec<FormerName>>,
    #[serde(default)]
    #[schema(max_items = 50, value_type = Vec<PartnerContact>)]
    pub contacts: Json<Vec<PartnerContact>>,
    /// What the two work on together.
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub areas: Json<Vec<Line<80>>>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub tags: Json<Vec<Line<80>>>,
}

const fn prospect() -> PartnerStage {
    PartnerStage::Prospect
}

/// A name that the partner had.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct FormerName {
    pub names: Names,
    /// The last day of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
}

/// A code that others know the partner by; one partner of an institution has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct ExternalId {
    #[schema(inline)]
    pub scheme: CodeScheme,
    pub value: Line<200>,
}

/// Somebody to write to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PartnerContact {
    pub name: Line<200>,
    /// What they do there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Line<200>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 254, pattern = r"^[^@\s\u0000-\u001f]+@[^@\s\u0000-\u001f]+$")]
    pub email: Option<String>,
    /// E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 16, pattern = r"^\+[1-9][0-9]{6,14}$")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
}

/// A place in a ranking of universities.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PartnerRanking {
    #[schema(inline)]
    pub system: RankingSystem,
    #[schema(minimum = 2003, maximum = 2199)]
    pub year: i32,
    /// A place (`12`), a shared place (`=12`), a band (`801-850`) or an open band (`1501+`).
    #[schema(
        max_length = 12,
        pattern = r"^(=?[1-9][0-9]{0,4}|[1-9][0-9]{0,4}[-–][1-9][0-9]{0,4}|[1-9][0-9]{0,4}\+)$",
        example = "801-850"
    )]
    pub rank: String,
}

/// A partner that may be the same.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LookAlike {
    pub id: PartnerId,
    pub names: Names,
}

impl PartnerRanking {
    /// The best place that the rank can mean.
    pub fn best(&self) -> i32 {
        let digits: String = self.rank.trim_start_matches('=').chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(i32::MAX)
    }
}

const RANKED: &str =
    "EXISTS (SELECT 1 FROM partner_rankings r WHERE r.institution_id = partners.institution_id AND r.partner_id = partners.id AND ";
const CODED: &str =
    "EXISTS (SELECT 1 FROM partner_external_ids c WHERE c.institution_id = partners.institution_id AND c.partner_id = partners.id AND ";

/// A partner that contact had been made with by the day, and that was not closed then. What figures count.
pub fn known_on(day: NaiveDate) -> Sql {
    Sql::new("(stage <> 'prospect' AND first_contact_on <= ")
        .bind(Value::Day(day))
        .text(" AND (closed_on IS NULL OR closed_on > ")
        .bind(Value::Day(day))
        .text("))")
}

fn is_known(words: &[Value], asked: Asked) -> Sql {
    yes_or_no(words, &known_on(asked.as_of))
}

impl Record for Partner {
    type Draft = PartnerDraft;
    type Read = StaffRight;
    type Write = OfficerRight;
    type History = StaffRight;

    const NOUN: Noun = Noun {
        one: "partner",
        path: "partners",
        schema: "Partner",
        schemas: "Partners",
        table: "partners",
        title: "partner",
        about: "Universities, institutes, companies, foundations, missions and others that the institution works with.",
    };
    const FIELDS: &'static [Field] = &[
        Field::folded("name", "name_key"),
        Field::folded("name.uz", "name_key_uz"),
        Field::folded("name.ru", "name_key_ru"),
        Field::folded("name.tg", "name_key_tg"),
        Field::word("kind", "kind", PartnerKind::WORDS),
        Field::text("country", "country").sorted(),
        Field::word("stage", "stage", PartnerStage::WORDS),
        Field::day("first_contact_on", "first_contact_on").nullable().sorted(),
        Field::day("closed_on", "closed_on").nullable(),
        Field::derived("known", &["true", "false"], is_known).about("No prospect, met by the day of `as_of` and not closed then."),
        Field::flag("locally_accredited", "locally_accredited"),
        Field::id("merged_into_id", "merged_into_id").nullable(),
        Field::list_of_text("area", "areas").about("An area of cooperation."),
        Field::list_of_text("tag", "tags").about("A tag."),
        Field::integer("rank", "r.best").within(RANKED, ")").about("The best place in any ranking of any year."),
        Field::word("ranking_system", "r.system", RankingSystem::WORDS).within(RANKED, ")").about("Ranked by this system."),
        Field::text("external_id", "c.value").within(CODED, ")").about("A code in any scheme."),
    ];
    const AS_OF: bool = true;
    const COLUMNS: &'static [Column] = &[
        Column::new("name", "names"),
        Column::word("kind", "kind", "partner_kind", PartnerKind::WORDS),
        Column::code("country", "country", country_name),
        Column::new("city", "city"),
        Column::word("stage", "stage", "partner_stage", PartnerStage::WORDS),
        Column::new("website", "website"),
        Column::new("first_contact_on", "first_contact_on"),
        Column::new("areas", "areas"),
        Column::new("tags", "tags"),
        Column::new("id", "id"),
    ];
    const DEPENDENTS: &'static [Dependent] = &[
        Dependent {
            name: "agreements_and_memoranda",
            rows: "instrument_parties d JOIN instruments i ON i.institution_id = d.institution_id AND i.id = d.instrument_id WHERE i.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.partner_id",
        },
        Dependent {
            name: "grant_projects",
            rows: "grant_project_partners d JOIN grant_projects g ON g.institution_id = d.institution_id AND g.id = d.project_id WHERE g.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.partner_id",
        },
        Dependent {
            name: "exchange_students",
            rows: "exchange_students d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.partner_id",
        },
    ];

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> PartnerDraft {
        self.draft.clone()
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        store::load(conn, pick)
    }
    fn check(conn: &mut Conn, caller: &Caller, draft: &PartnerDraft, before: Option<&Self>, faults: &mut Faults) -> Result<(), Problem> {
        let columns = &draft.columns;
        match (columns.stage, columns.closed_on) {
            (PartnerStage::Closed, None) => faults.about("/closed_on", "needed_when", "stage = closed"),
            (PartnerStage::Closed, Some(_)) => {}
            (_, Some(_)) => faults.about("/closed_on", "only_when", "stage = closed"),
            (_, None) => {}
        }
        crate::record::check_order(columns.first_contact_on, columns.closed_on, "/closed_on", faults);
        for (index, code) in draft.external_ids.iter().enumerate() {
            let taken =
                store::holder_of_code(conn, caller, code)?.is_some_and(|it| before.is_none_or(|before| before.head.id != it.untyped()));
            if taken || draft.external_ids[..index].contains(code) {
                faults.add(format!("/external_ids/{index}"), "repeated");
            }
        }
        if let Some(other) = &columns.merged_into_id {
            let unchanged = before.is_some_and(|it| it.draft.columns.merged_into_id.as_ref() == Some(other));
            check_reference::<Self>(conn, caller, "/merged_into_id", &other.untyped(), unchanged, faults)?;
            if before.is_some_and(|it| it.head.id == other.untyped()) {
                faults.add("/merged_into_id", "circular");
            }
        }
        Ok(())
    }
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PartnerDraft) -> Result<(), Problem> {
        store::insert(conn, caller, id, draft)
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PartnerDraft) -> Result<(), Problem> {
        store::update(conn, caller, id, draft)
    }
    fn notices(conn: &mut Conn, caller: &Caller, partner: &Self) -> Result<Vec<(&'static str, serde_json::Value)>, Problem> {
        let alike = store::look_alikes(conn, caller, partner)?;
        Ok(if alike.is_empty() { Vec::new() } else { vec![("look_alikes", serde_json::to_value(alike)?)] })
    }
}
