use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::auth::roles::{MemberRight, OfficerRight, StaffRight};
use crate::funding_programmes::store;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::filter::Field;
use crate::platform::id::{AnyId, Id};
use crate::platform::json::Json;
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::archive::Dependent;
use crate::record::export::Column;
use crate::record::{Head, Noun, Pick, Record};
use crate::schema::funding_programmes;

pub type FundingProgrammeId = Id<FundingProgramme>;

crate::words! {
    /// What a programme gives.
    pub enum ProgrammeKind {
        Grant = "grant",
        Scholarship = "scholarship",
        /// Travel and stay of students and staff.
        Mobility = "mobility",
        /// Money that is paid back, such as a credit of a development bank.
        Loan = "loan",
    }
}

/// What pays for projects and mobility.
#[derive(Serialize, ToSchema)]
pub struct FundingProgramme {
    #[serde(flatten)]
    pub head: Head,
    #[serde(flatten)]
    pub draft: FundingProgrammeDraft,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = funding_programmes, treat_none_as_null = true)]
#[schema(as = FundingProgrammeCreate, example = json!({
    "names": {"en": "Erasmus+ Capacity Building in Higher Education"}, "funder": {"en": "European Union", "uz": "Yevropa Ittifoqi"},
    "code": "CBHE", "kind": "grant", "website": "https://erasmus-plus.ec.europa.eu", "tags": ["erasmus+"],
}))]
pub struct FundingProgrammeDraft {
    pub names: Names,
    /// Who pays.
    pub funder: Names,
    /// The short name that the funder uses; one programme of the institution has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Line<60>>,
    #[schema(inline)]
    pub kind: ProgrammeKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500, pattern = r"^https?://[^\s\u0000-\u001f]+$")]
    pub website: Option<String>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub tags: Json<Vec<Line<80>>>,
}

impl Record for FundingProgramme {
    type Draft = FundingProgrammeDraft;
    type Read = MemberRight;
    type Write = OfficerRight;
    type History = StaffRight;

    const NOUN: Noun = Noun {
        one: "funding_programme",
        path: "funding-programmes",
        schema: "FundingProgramme",
        schemas: "FundingProgrammes",
        table: "funding_programmes",
        title: "funding programme",
        about: "Programmes that pay for projects and mobility, each with its funder.",
    };
    const FIELDS: &'static [Field] = &[
        Field::folded("name", "name_key"),
        Field::folded("name.uz", "name_key_uz"),
        Field::folded("name.ru", "name_key_ru"),
        Field::folded("name.tg", "name_key_tg"),
        Field::folded("funder", "funder_key"),
        Field::word("kind", "kind", ProgrammeKind::WORDS),
        Field::text("code", "code").nullable(),
        Field::list_of_text("tag", "tags").about("A tag."),
    ];
    const COLUMNS: &'static [Column] = &[
        Column::new("name", "names"),
        Column::new("funder", "funder"),
        Column::new("code", "code"),
        Column::word("kind", "kind", "programme_kind", ProgrammeKind::WORDS),
        Column::new("website", "website"),
        Column::new("tags", "tags"),
        Column::new("id", "id"),
    ];
    const DEPENDENTS: &'static [Dependent] = &[
        Dependent {
            name: "grant_projects",
            rows: "grant_projects d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.funding_programme_id",
        },
        Dependent {
            name: "exchange_students",
            rows: "exchange_students d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.funding_programme_id",
        },
    ];

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> FundingProgrammeDraft {
        self.draft.clone()
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        store::load(conn, pick)
    }
    fn check(
        conn: &mut Conn,
        caller: &Caller,
        draft: &FundingProgrammeDraft,
        before: Option<&Self>,
        faults: &mut Faults,
    ) -> Result<(), Problem> {
        if let Some(code) = &draft.code
            && let Some(holder) = store::holder_of_code(conn, caller, code)?
            && before.is_none_or(|it| it.head.id != holder.untyped())
        {
            faults.add("/code", "taken");
        }
        Ok(())
    }
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: FundingProgrammeDraft) -> Result<(), Problem> {
        store::insert(conn, caller, id, draft)
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: FundingProgrammeDraft) -> Result<(), Problem> {
        store::update(conn, caller, id, draft)
    }
}
