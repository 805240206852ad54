use chrono::NaiveDate;
use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::agreements::model::Agreement;
use crate::auth::caller::{Caller, Scope};
use crate::auth::roles::{CoordinatorRight, MemberRight, StaffRight};
use crate::code_lists::codes::{FieldOfEducation, LanguageTag, country_name, field_name, language_name};
use crate::exchange_students::status::ExchangeStatus;
use crate::exchange_students::{rules, store};
use crate::funding_programmes::model::{FundingProgramme, FundingProgrammeId};
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
use crate::platform::period::AcademicYear;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::expand::Expansion;
use crate::record::export::Column;
use crate::record::{AllowedTransition, Head, Noun, Pick, Record, Staged};
use crate::schema::exchange_students;

pub type ExchangeStudentId = Id<ExchangeStudent>;

crate::words! {
    /// Out to a partner, or in from one.
    pub enum Direction {
        Outgoing = "outgoing",
        Incoming = "incoming",
    }
}
crate::words! {
    pub enum ExchangeKind {
        Studies = "studies",
        Traineeship = "traineeship",
        /// A short stay together with work at a distance.
        Blended = "blended",
        /// Of doctoral candidates, days or weeks long.
        ShortDoctoral = "short_doctoral",
    }
}
crate::words! {
    /// The part of the academic year.
    pub enum Term {
        Autumn = "autumn",
        Spring = "spring",
        FullYear = "full_year",
        Summer = "summer",
    }
}

/// A student at a partner for a time, or a partner's student here.
#[derive(Serialize, ToSchema)]
pub struct ExchangeStudent {
    #[serde(flatten)]
    pub head: Head,
    #[serde(flatten)]
    pub content: ExchangeStudentContent,
    #[schema(inline)]
    pub status: ExchangeStatus,
    #[schema(max_items = 10)]
    pub allowed_transitions: Vec<AllowedTransition>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = ExchangeStudentCreate, example = json!({
    "person_id": "01970000-0000-7000-8000-000000000001", "direction": "outgoing",
    "partner_id": "01970000-0000-7000-8000-000000000002", "kind": "studies",
    "academic_year": "2026/2027", "term": "spring", "planned_from": "2027-02-08", "planned_to": "2027-06-30",
    "level": 6, "field": "0732", "language": "en", "grant": {"amount": "4250.00", "currency": "EUR"}, "status": "nominated",
}))]
pub struct ExchangeStudentDraft {
    #[serde(flatten)]
    pub content: ExchangeStudentContent,
    /// On POST the status that the exchange has already, `applied` if absent. Afterwards it is moved by transitions:
    /// another status than the present one is refused, and an absent one stays.
    // What a change of the content is compared with; the status is none of it.
    #[serde(skip_serializing_if = "left_out")]
    #[schema(inline)]
    pub status: Option<ExchangeStatus>,
}

const fn left_out(_: &Option<ExchangeStatus>) -> bool {
    true
}

/// What people write of an exchange, but for its status.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ExchangeStudentContent {
    #[serde(flatten)]
    pub columns: ExchangeStudentColumns,
    /// What the student receives for the whole stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant: Option<Money>,
}

/// What the table holds of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = exchange_students, treat_none_as_null = true)]
pub struct ExchangeStudentColumns {
    /// The student.
    pub person_id: AnyId,
    #[schema(inline)]
    pub direction: Direction,
    /// The other institution: the host of an outgoing student, the home of an incoming one.
    pub partner_id: PartnerId,
    /// The agreement that the exchange rests on; the partner is one of its parties.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement_id: Option<AnyId>,
    /// The unit that sends or receives the student.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_id: Option<AnyId>,
    #[schema(inline)]
    pub kind: ExchangeKind,
    pub academic_year: AcademicYear,
    #[schema(inline)]
    pub term: Term,
    /// From 1 July before the academic year to its last day, 31 August.
    pub planned_from: NaiveDate,
    pub planned_to: NaiveDate,
    /// The day of arrival. There once the status is `arrived`; the transition sets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual_from: Option<NaiveDate>,
    /// The last day. There once the status is `completed`; the transition sets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual_to: Option<NaiveDate>,
    /// EQF: 5 short cycle, 6 bachelor, 7 master, 8 doctorate.
    #[schema(minimum = 5, maximum = 8)]
    pub level: i32,
    /// A detailed field of ISCED-F 2013: four digits of /code-lists/isced-f.
    #[schema(value_type = String, format = "isced-f", pattern = "^[0-9]{4}$", min_length = 4, max_length = 4, example = "0732")]
    pub field: FieldOfEducation,
    /// The language of instruction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funding_programme_id: Option<FundingProgrammeId>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub tags: Json<Vec<Line<80>>>,
}

const PARTNER: &str = "EXISTS (SELECT 1 FROM partners t WHERE t.institution_id = exchange_students.institution_id AND t.id = exchange_students.partner_id AND ";

impl Record for ExchangeStudent {
    type Draft = ExchangeStudentDraft;
    type Read = MemberRight;
    type Write = CoordinatorRight;
    type History = StaffRight;

    const NOUN: Noun = Noun {
        one: "exchange_student",
        path: "exchange-students",
        schema: "ExchangeStudent",
        schemas: "ExchangeStudents",
        table: "exchange_students",
        title: "exchange student",
        about: "Students who go to a partner or come from one for a time, from the application to recognition. Members see their own exchanges.",
    };
    const PERSONAL: bool = true;
    /// The names of the person and of the partner as they are now.
    // Of the person only the name: an exchange may be of somebody whose record the reader does not see.
    const SEARCH: &'static [Place] = &[
        Place::Column("exchange_students.search"),
        Place::Column("exchange_students.person_key"),
        Place::Within(PARTNER, "t.search", ")"),
    ];
    const FIELDS: &'static [Field] = &[
        Field::folded("person_name", "person_key"),
        Field::text("academic_year", "academic_year").sorted(),
        Field::day("planned_from", "planned_from").sorted(),
        Field::day("planned_to", "planned_to").sorted(),
        Field::word("status", "status", ExchangeStatus::WORDS),
        Field::word("direction", "direction", Direction::WORDS),
        Field::word("kind", "kind", ExchangeKind::WORDS),
        Field::word("term", "term", Term::WORDS),
        Field::integer("level", "level"),
        Field::text("field", "field"),
        Field::id("person_id", "person_id"),
        Field::id("partner_id", "partner_id"),
        Field::id("agreement_id", "agreement_id").nullable(),
        Field::id("unit_id", "unit_id").nullable(),
        Field::id("funding_programme_id", "funding_programme_id").nullable(),
        Field::text("country", "t.country").within(PARTNER, ")").about("The country of the partner."),
        Field::list_of_text("tag", "tags").about("A tag."),
    ];
    const COLUMNS: &'static [Column] = &[
        Column::new("person_name", "person.name"),
        Column::word("direction", "direction", "direction", Direction::WORDS),
        Column::new("partner", "partner.names"),
        Column::code("country", "partner.country", country_name),
        Column::word("kind", "kind", "exchange_kind", ExchangeKind::WORDS),
        Column::new("academic_year", "academic_year"),
        Column::word("term", "term", "term", Term::WORDS),
        Column::word("status", "status", "exchange_status", ExchangeStatus::WORDS),
        Column::new("planned_from", "planned_from"),
        Column::new("planned_to", "planned_to"),
        Column::new("actual_from", "actual_from"),
        Column::new("actual_to", "actual_to"),
        Column::new("level", "level"),
        Column::code("field", "field", field_name),
        Column::code("language", "language", language_name),
        Column::new("funding_programme", "funding_programme.names"),
        Column::new("grant_amount", "grant.amount"),
        Column::new("grant_currency", "grant.currency"),
        Column::new("unit", "unit.names"),
        Column::new("tags", "tags"),
        Column::new("id", "id"),
    ];
    const EXPANSIONS: &'static [Expansion] = &[
        Expansion::of::<Person>("person"),
        Expansion::of::<Partner>("partner"),
        Expansion::of::<Agreement>("agreement"),
        Expansion::of::<Unit>("unit"),
        Expansion::of::<FundingProgramme>("funding_programme"),
    ];

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> ExchangeStudentDraft {
        ExchangeStudentDraft { content: self.content.clone(), status: Some(self.status) }
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        store::load(conn, pick)
    }
    fn check(
        conn: &mut Conn,
        caller: &Caller,
        draft: &ExchangeStudentDraft,
        before: Option<&Self>,
        faults: &mut Faults,
    ) -> Result<(), Problem> {
        rules::check(conn, caller, draft, before, faults)
    }
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: ExchangeStudentDraft) -> Result<(), Problem> {
        store::insert(conn, caller, id, draft)
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: ExchangeStudentDraft) -> Result<(), Problem> {
        store::update(conn, caller, id, draft.content)
    }
    fn visible(scope: &Scope) -> Sql {
        let own = scope.of_person("exchange_students.person_id");
        if own.is_empty() { scope.of_unit("exchange_students.unit_id", false) } else { own }
    }
    fn unit(draft: &ExchangeStudentDraft) -> Option<AnyId> {
        draft.content.columns.unit_id.clone()
    }
}

impl Staged for ExchangeStudent {
    type Move = CoordinatorRight;
    const STATES: &'static [&'static str] = ExchangeStatus::WORDS;

    fn transitions(&self) -> Vec<AllowedTransition> {
        self.status.transitions()
    }
    fn enter(&self, conn: &mut Conn, caller: &Caller, to: &str, on: Option<NaiveDate>) -> Result<(), Problem> {
        let status = ExchangeStatus::parse(to).ok_or_else(|| Problem::internal(format!("no status {to}")))?;
        let (from, to) = rules::real_dates(caller, &self.content.columns, status, on)?;
        store::set_status(conn, caller, &self.head.id, status, from, to)
    }
    fn leave(&self, conn: &mut Conn, caller: &Caller, changes: &Changes) -> Result<(), Problem> {
        let ExchangeStudentColumns { actual_from, actual_to, .. } = &self.content.columns;
        let status = changes.before("status")?.unwrap_or(self.status);
        let from = changes.before("actual_from")?.unwrap_or(*actual_from);
        let to = changes.before("actual_to")?.unwrap_or(*actual_to);
        store::set_status(conn, caller, &self.head.id, status, from, to)
    }
}
