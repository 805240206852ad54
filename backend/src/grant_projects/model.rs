use chrono::NaiveDate;
use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::{Caller, Scope};
use crate::auth::roles::{CoordinatorRight, StaffRight};
use crate::funding_programmes::model::{FundingProgramme, FundingProgrammeId};
use crate::grant_projects::running::is_running;
use crate::grant_projects::status::ProjectStatus;
use crate::grant_projects::{rules, store};
use crate::institutions::units::Unit;
use crate::partners::model::{Partner, PartnerId};
use crate::people::model::Person;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::db::sql::Sql;
use crate::platform::filter::{Field, Place};
use crate::platform::id::{AnyId, Id};
use crate::platform::journal::Changes;
use crate::platform::json::Json;
use crate::platform::money::Money;
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::{Line, Prose};
use crate::record::expand::Expansion;
use crate::record::export::Column;
use crate::record::{AllowedTransition, Head, Noun, Pick, Record, Staged};
use crate::schema::grant_projects;

pub type GrantProjectId = Id<GrantProject>;

crate::words! {
    /// The part that a side takes in a project.
    pub enum ProjectRole {
        Coordinator = "coordinator",
        /// Receives a share of the budget.
        Beneficiary = "beneficiary",
        /// Takes part without a share.
        Associated = "associated",
        /// Contributes work, rooms or equipment instead of money.
        InKind = "in_kind",
    }
}

/// A project that a funding programme pays for, or that is being prepared for one.
#[derive(Serialize, ToSchema)]
pub struct GrantProject {
    #[serde(flatten)]
    pub head: Head,
    #[serde(flatten)]
    pub content: GrantProjectContent,
    #[schema(inline)]
    pub status: ProjectStatus,
    /// Running, or closed since, and the day of `as_of` lies within its dates.
    pub running: bool,
    #[schema(max_items = 10)]
    pub allowed_transitions: Vec<AllowedTransition>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = GrantProjectCreate, example = json!({
    "acronym": "TOURISM-TJ", "title": {"en": "Tourism Development in the Republic of Tajikistan"},
    "funding_programme_id": "01970000-0000-7000-8000-000000000001", "our_role": "beneficiary", "status": "running",
    "consortium": [{"partner_id": "01970000-0000-7000-8000-000000000002", "role": "coordinator"}],
    "total_budget": {"amount": "950000.00", "currency": "EUR"}, "our_share": {"amount": "120000.00", "currency": "EUR"},
    "starts_on": "2026-10-15", "ends_on": "2029-10-14", "areas": ["tourism"],
}))]
pub struct GrantProjectDraft {
    #[serde(flatten)]
    pub content: GrantProjectContent,
    /// On POST the status that the project has already, `idea` if absent. Afterwards it is moved by transitions:
    /// another status than the present one is refused, and an absent one stays.
    // What a change of the content is compared with; the status is none of it.
    #[serde(skip_serializing_if = "left_out")]
    #[schema(inline)]
    pub status: Option<ProjectStatus>,
}

const fn left_out(_: &Option<ProjectStatus>) -> bool {
    true
}

/// What people write of a project, but for its status.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct GrantProjectContent {
    #[serde(flatten)]
    pub columns: GrantProjectColumns,
    /// What the whole project costs the funder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_budget: Option<Money>,
    /// What of it is ours; in the same currency it is not more than the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub our_share: Option<Money>,
    /// What we add of our own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub co_funding: Option<Money>,
    /// The partners that take part; none twice, and with ourselves at most one coordinator.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub consortium: Vec<ConsortiumMember>,
}

/// What the table holds of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = grant_projects, treat_none_as_null = true)]
pub struct GrantProjectColumns {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Line<60>>,
    pub title: Names,
    /// The number that the funder gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Line<120>>,
    /// The call for proposals that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<Line<120>>,
    pub funding_programme_id: FundingProgrammeId,
    #[schema(inline)]
    pub our_role: ProjectRole,
    /// Needed when the status is `running` or `closed`, and of a new project that is `awarded`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// The last day. Needed when the status is `closed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    /// The unit that the project belongs to; none: the whole institution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_id: Option<AnyId>,
    /// The person who leads it here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_id: Option<AnyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500, pattern = r"^https?://[^\s\u0000-\u001f]+$")]
    pub website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Prose<4000>>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub areas: Json<Vec<Line<80>>>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub tags: Json<Vec<Line<80>>>,
}

/// A partner in a project.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ConsortiumMember {
    pub partner_id: PartnerId,
    #[schema(inline)]
    pub role: ProjectRole,
}

const MEMBER: &str = "EXISTS (SELECT 1 FROM grant_project_partners p JOIN partners t ON t.institution_id = p.institution_id AND t.id = p.partner_id WHERE p.institution_id = grant_projects.institution_id AND p.project_id = grant_projects.id AND ";

impl Record for GrantProject {
    type Draft = GrantProjectDraft;
    type Read = StaffRight;
    type Write = CoordinatorRight;
    type History = StaffRight;

    const NOUN: Noun = Noun {
        one: "grant_project",
        path: "grant-projects",
        schema: "GrantProject",
        schemas: "GrantProjects",
        table: "grant_projects",
        title: "grant project",
        about: "Projects with their consortium, budget and dates, from the idea to the close.",
    };
    const FIELDS: &'static [Field] = &[
        Field::folded("title", "title_key"),
        Field::folded("title.uz", "title_key_uz"),
        Field::folded("title.ru", "title_key_ru"),
        Field::folded("title.tg", "title_key_tg"),
        Field::folded("acronym", "acronym_key").nullable(),
        Field::day("starts_on", "starts_on").nullable().sorted(),
        Field::day("ends_on", "ends_on").nullable().sorted(),
        Field::word("status", "status", ProjectStatus::WORDS),
        Field::derived("running", &["true", "false"], is_running).about("Does it run on the day of `as_of`?"),
        Field::id("funding_programme_id", "funding_programme_id"),
        Field::word("our_role", "our_role", ProjectRole::WORDS),
        Field::id("unit_id", "unit_id").nullable(),
        Field::id("partner_id", "p.partner_id").within(MEMBER, ")").about("A partner of the consortium."),
        Field::text("reference", "reference").nullable(),
        Field::list_of_text("area", "areas").about("An area of work."),
        Field::list_of_text("tag", "tags").about("A tag."),
    ];
    /// Its own text, and the names of its partners as they are now.
    const SEARCH: &'static [Place] = &[Place::Column("search"), Place::Within(MEMBER, "t.search", ")")];
    const AS_OF: bool = true;
    const COLUMNS: &'static [Column] = &[
        Column::new("acronym", "acronym"),
        Column::new("title", "title"),
        Column::new("reference", "reference"),
        Column::new("funding_programme", "funding_programme.names"),
        Column::new("funder", "funding_programme.funder"),
        Column::word("our_role", "our_role", "project_role", ProjectRole::WORDS),
        Column::new("partners", "consortium.partner.names"),
        Column::word("status", "status", "project_status", ProjectStatus::WORDS),
        Column::new("starts_on", "starts_on"),
        Column::new("ends_on", "ends_on"),
        Column::new("total_amount", "total_budget.amount"),
        Column::new("total_currency", "total_budget.currency"),
        Column::new("share_amount", "our_share.amount"),
        Column::new("share_currency", "our_share.currency"),
        Column::new("lead", "lead.name"),
        Column::new("unit", "unit.names"),
        Column::new("website", "website"),
        Column::new("tags", "tags"),
        Column::new("id", "id"),
    ];
    const EXPANSIONS: &'static [Expansion] = &[
        Expansion::of::<FundingProgramme>("funding_programme"),
        Expansion::of::<Unit>("unit"),
        Expansion::of::<Person>("lead"),
        Expansion::of::<Partner>("consortium.partner"),
    ];

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> GrantProjectDraft {
        GrantProjectDraft { content: self.content.clone(), status: Some(self.status) }
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        store::load(conn, pick)
    }
    fn check(
        conn: &mut Conn,
        caller: &Caller,
        draft: &GrantProjectDraft,
        before: Option<&Self>,
        faults: &mut Faults,
    ) -> Result<(), Problem> {
        rules::check(conn, caller, draft, before, faults)
    }
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: GrantProjectDraft) -> Result<(), Problem> {
        store::insert(conn, caller, id, draft)
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: GrantProjectDraft) -> Result<(), Problem> {
        store::update(conn, caller, id, draft.content)
    }
    fn visible(scope: &Scope) -> Sql {
        scope.of_unit("grant_projects.unit_id", true)
    }
    fn unit(draft: &GrantProjectDraft) -> Option<AnyId> {
        draft.content.columns.unit_id.clone()
    }
}

impl Staged for GrantProject {
    type Move = CoordinatorRight;
    const STATES: &'static [&'static str] = ProjectStatus::WORDS;

    fn transitions(&self) -> Vec<AllowedTransition> {
        self.status.transitions(self.content.columns.starts_on, self.content.columns.ends_on)
    }
    fn enter(&self, conn: &mut Conn, caller: &Caller, to: &str, on: Option<NaiveDate>) -> Result<(), Problem> {
        let status = ProjectStatus::parse(to).ok_or_else(|| Problem::internal(format!("no status {to}")))?;
        let mut faults = Faults::default();
        if on.is_some() {
            faults.about("/on", "only_when", "the state has a day of its own");
        }
        faults.into_result()?;
        store::set_status(conn, caller, &self.head.id, status)
    }
    fn leave(&self, conn: &mut Conn, caller: &Caller, changes: &Changes) -> Result<(), Problem> {
        store::set_status(conn, caller, &self.head.id, changes.before("status")?.unwrap_or(self.status))
    }
}
