//! The figures of a profile. Each is one query over the records on a day, and names the list behind it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::QueryableByName;
use diesel::sql_types::{BigInt, Text};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayBuilder, Object, ObjectBuilder, Type};

use crate::auth::caller::Caller;
use crate::grant_projects;
use crate::instruments::term::{LegalStatus, has_status};
use crate::platform::db::Conn;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::filter::Asked;
use crate::platform::money::Money;
use crate::platform::period::AcademicYear;
use crate::platform::problem::Problem;

/// What the records say on a day.
#[derive(Serialize, ToSchema)]
pub struct Figures {
    #[schema(minimum = 0)]
    pub agreements_in_force: i64,
    #[schema(minimum = 0)]
    pub memoranda_in_force: i64,
    /// Agreements and memoranda together.
    #[schema(minimum = 0)]
    pub instruments_in_force: i64,
    /// An instrument with parties in two countries counts in both.
    #[schema(max_items = 300)]
    pub instruments_by_country: Vec<CountryCount>,
    /// Countries of foreign partners that contact had been made with by then and that were not closed.
    #[schema(minimum = 0)]
    pub partner_countries: i64,
    /// Those partners, of every kind.
    #[schema(minimum = 0)]
    pub partner_institutions: i64,
    #[schema(max_items = 20)]
    pub partners_by_kind: Vec<KindCount>,
    #[schema(minimum = 0)]
    pub grant_projects_running: i64,
    /// The whole budgets of the projects running, each currency by itself.
    #[schema(max_items = 200)]
    pub grant_totals: Vec<Money>,
    #[schema(max_items = 500)]
    pub grant_projects_by_programme: Vec<ProgrammeCount>,
    /// Students of the academic year that the day lies in, from acceptance on.
    pub exchange_students_by_direction: DirectionCounts,
}

#[derive(Serialize, ToSchema, QueryableByName)]
pub struct CountryCount {
    #[diesel(sql_type = Text)]
    #[schema(min_length = 2, max_length = 2)]
    pub country: String,
    #[diesel(sql_type = BigInt)]
    #[schema(minimum = 1)]
    pub count: i64,
}

#[derive(Serialize, ToSchema, QueryableByName)]
pub struct KindCount {
    #[diesel(sql_type = Text)]
    #[schema(max_length = 40)]
    pub kind: String,
    #[diesel(sql_type = BigInt)]
    #[schema(minimum = 1)]
    pub count: i64,
}

#[derive(Serialize, ToSchema, QueryableByName)]
pub struct ProgrammeCount {
    #[diesel(sql_type = Text)]
    pub funding_programme_id: crate::platform::id::AnyId,
    #[diesel(sql_type = Text)]
    pub names: crate::platform::names::Names,
    #[diesel(sql_type = BigInt)]
    #[schema(minimum = 1)]
    pub count: i64,
}

#[derive(Default, Serialize, ToSchema)]
pub struct DirectionCounts {
    #[schema(minimum = 0)]
    pub incoming: i64,
    #[schema(minimum = 0)]
    pub outgoing: i64,
}

/// For each figure, the queries of the API that list what it counts. A caller signs in to ask them.
pub type Queries = BTreeMap<&'static str, Vec<String>>;

/// A derived schema would have no bounds.
pub fn queries_schema() -> Object {
    let query = ObjectBuilder::new().schema_type(Type::String).max_length(Some(500));
    let queries = ArrayBuilder::new().items(query).max_items(Some(10));
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .description(Some("For each figure, the queries of the API that list the records behind it; they need an account."))
        .additional_properties(Some(queries))
        .build()
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Text)]
    word: String,
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Students whose place is certain.
const ACCEPTED: &str = "accepted,arrived,completed,recognised";

pub fn figures(conn: &mut Conn, caller: &Caller, country: &str, as_of: NaiveDate) -> Result<Figures, Problem> {
    let instruments = counts(
        conn,
        Sql::new("SELECT instrument AS word, count(*) AS count FROM instruments WHERE ")
            .then(in_force(caller, as_of))
            .text(" GROUP BY instrument"),
    )?;
    let of = |counts: &BTreeMap<String, i64>, word: &str| counts.get(word).copied().unwrap_or_default();
    let (agreements, memoranda) = (of(&instruments, "agreement"), of(&instruments, "memorandum"));
    let students = exchange_students(conn, caller, as_of)?;
    let partners: Vec<KindCount> =
        partners(caller, country, as_of, "SELECT kind, count(*) AS count FROM partners WHERE ", " GROUP BY kind ORDER BY kind")
            .load(conn)?;
    Ok(Figures {
        agreements_in_force: agreements,
        memoranda_in_force: memoranda,
        instruments_in_force: agreements + memoranda,
        instruments_by_country: by_country(caller, as_of).load(conn)?,
        partner_countries: crate::platform::db::count(
            conn,
            partners_query(caller, country, as_of, "SELECT count(DISTINCT country) AS count FROM partners WHERE "),
        )?,
        partner_institutions: partners.iter().map(|it| it.count).sum(),
        partners_by_kind: partners,
        grant_projects_running: crate::platform::db::count(
            conn,
            running(caller, as_of, "SELECT count(*) AS count FROM grant_projects WHERE "),
        )?,
        grant_totals: grant_projects::totals::totals(conn, caller, as_of)?
            .into_iter()
            .map(|it| it.total_budget)
            .filter(|it| 0 < it.minor())
            .collect(),
        grant_projects_by_programme: by_programme(caller, as_of).load(conn)?,
        exchange_students_by_direction: DirectionCounts { incoming: of(&students, "incoming"), outgoing: of(&students, "outgoing") },
    })
}

/// The same figures as lists of the API.
pub fn queries(country: &str, as_of: NaiveDate) -> Queries {
    let agreements = format!("/api/v1/agreements?legal_status=in_force&as_of={as_of}");
    let memoranda = format!("/api/v1/memoranda?legal_status=in_force&as_of={as_of}");
    let both = vec![agreements.clone(), memoranda.clone()];
    let partners = vec![format!("/api/v1/partners?known=true&as_of={as_of}&country[ne]={country}")];
    let projects = vec![format!("/api/v1/grant-projects?running=true&as_of={as_of}")];
    let year = AcademicYear::containing(as_of);
    BTreeMap::from([
        ("agreements_in_force", vec![agreements]),
        ("memoranda_in_force", vec![memoranda]),
        ("instruments_in_force", both.clone()),
        ("instruments_by_country", both),
        ("partner_countries", partners.clone()),
        ("partner_institutions", partners.clone()),
        ("partners_by_kind", partners),
        ("grant_projects_running", projects.clone()),
        ("grant_totals", vec![format!("/api/v1/grant-projects/totals?as_of={as_of}")]),
        ("grant_projects_by_programme", projects),
        ("exchange_students_by_direction", vec![format!("/api/v1/exchange-students?academic_year={year}&status={ACCEPTED}")]),
    ])
}

fn counts(conn: &mut Conn, query: Sql) -> Result<BTreeMap<String, i64>, Problem> {
    Ok(query.load::<Counted>(conn)?.into_iter().map(|it| (it.word, it.count)).collect())
}

fn own(caller: &Caller) -> Sql {
    Sql::new("institution_id = ").bind_text(caller.institution.to_string()).text(" AND archived_at IS NULL")
}

fn in_force(caller: &Caller, as_of: NaiveDate) -> Sql {
    let asked = Asked { as_of, lead_days: caller.lead_days };
    own(caller).and(has_status(&[Value::Text(LegalStatus::InForce.as_str().to_owned())], asked))
}

fn by_country(caller: &Caller, as_of: NaiveDate) -> Sql {
    Sql::new("SELECT t.country AS country, count(DISTINCT i.id) AS count FROM (SELECT institution_id, id FROM instruments WHERE ")
        .then(in_force(caller, as_of))
        .text(") i JOIN instrument_parties p ON p.institution_id = i.institution_id AND p.instrument_id = i.id")
        .text(" JOIN partners t ON t.institution_id = p.institution_id AND t.id = p.partner_id")
        .text(" GROUP BY t.country ORDER BY count(DISTINCT i.id) DESC, t.country")
}

fn partners_query(caller: &Caller, country: &str, as_of: NaiveDate, select: &'static str) -> Sql {
    let known = crate::partners::model::known_on(as_of);
    Sql::new(select).then(own(caller)).and(known).text(" AND country <> ").bind_text(country)
}

fn partners(caller: &Caller, country: &str, as_of: NaiveDate, select: &'static str, rest: &'static str) -> Sql {
    partners_query(caller, country, as_of, select).text(rest)
}

fn running(caller: &Caller, as_of: NaiveDate, select: &'static str) -> Sql {
    Sql::new(select).then(own(caller)).and(grant_projects::running::running_on(as_of))
}

fn by_programme(caller: &Caller, as_of: NaiveDate) -> Sql {
    Sql::new("SELECT f.id AS funding_programme_id, f.names AS names, g.count AS count FROM (")
        .then(running(caller, as_of, "SELECT funding_programme_id, count(*) AS count FROM grant_projects WHERE "))
        .text(" GROUP BY funding_programme_id) g JOIN funding_programmes f ON f.id = g.funding_programme_id AND f.institution_id = ")
        .bind_text(caller.institution.to_string())
        .text(" ORDER BY g.count DESC, f.name_key, f.id")
}

fn exchange_students(conn: &mut Conn, caller: &Caller, as_of: NaiveDate) -> Result<BTreeMap<String, i64>, Problem> {
    let accepted = Sql::binds(ACCEPTED.split(',').map(|it| Value::Text(it.to_owned())));
    let query = Sql::new("SELECT direction AS word, count(*) AS count FROM exchange_students WHERE ")
        .then(own(caller))
        .text(" AND academic_year = ")
        .bind_text(AcademicYear::containing(as_of).as_str())
        .text(" AND status IN (")
        .then(accepted)
        .text(") GROUP BY direction");
    counts(conn, query)
}
