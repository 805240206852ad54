use chrono::{Datelike, NaiveDate};
use diesel::prelude::QueryableByName;
use diesel::sql_types::{BigInt, Text};
use serde::Serialize;
use utoipa::ToSchema;

use crate::agreements::model::Agreement;
use crate::auth::caller::Caller;
use crate::exchange_students::model::ExchangeStudent;
use crate::grant_projects::model::GrantProject;
use crate::instruments::term::{LegalStatus, has_status};
use crate::memoranda::model::Memorandum;
use crate::partners::model::{Partner, known_on};
use crate::platform::db::Conn;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::filter::Asked;
use crate::platform::problem::Problem;
use crate::record::{Record, reach};

/// Years that the figures by year go back, the present one included.
const YEARS: i32 = 10;

#[derive(Serialize, ToSchema)]
pub struct Statistics {
    /// The day that the figures are told for.
    pub as_of: NaiveDate,
    #[schema(max_items = 20)]
    pub agreements_by_legal_status: Vec<WordCount>,
    #[schema(max_items = 20)]
    pub memoranda_by_legal_status: Vec<WordCount>,
    #[schema(max_items = 20)]
    pub agreements_by_stage: Vec<WordCount>,
    #[schema(max_items = 20)]
    pub memoranda_by_stage: Vec<WordCount>,
    /// In force on the last day of each year, of the present one on the day.
    #[schema(max_items = 20)]
    pub instruments_by_year: Vec<YearCounts>,
    /// Exchange students whose place was certain, by academic year, the latest ten.
    #[schema(max_items = 20)]
    pub mobility_by_year: Vec<MobilityCounts>,
    #[schema(max_items = 20)]
    pub exchange_students_by_status: Vec<WordCount>,
    #[schema(max_items = 20)]
    pub grant_projects_by_status: Vec<WordCount>,
    /// Partners with which there was contact, by country.
    #[schema(max_items = 300)]
    pub partners_by_country: Vec<WordCount>,
    #[schema(max_items = 20)]
    pub partners_by_stage: Vec<WordCount>,
}

/// How many records have the word.
#[derive(Serialize, ToSchema, QueryableByName)]
pub struct WordCount {
    #[diesel(sql_type = Text)]
    #[schema(max_length = 40)]
    pub word: String,
    #[diesel(sql_type = BigInt)]
    #[schema(minimum = 0)]
    pub count: i64,
}

/// Instruments in force.
#[derive(Serialize, ToSchema)]
pub struct YearCounts {
    #[schema(minimum = 1900, maximum = 3000)]
    pub year: i32,
    pub on: NaiveDate,
    #[schema(minimum = 0)]
    pub agreements: i64,
    #[schema(minimum = 0)]
    pub memoranda: i64,
}

/// Exchange students of an academic year.
#[derive(Serialize, ToSchema, QueryableByName)]
pub struct MobilityCounts {
    #[diesel(sql_type = Text)]
    #[schema(max_length = 9)]
    pub academic_year: String,
    #[diesel(sql_type = BigInt)]
    #[schema(minimum = 0)]
    pub incoming: i64,
    #[diesel(sql_type = BigInt)]
    #[schema(minimum = 0)]
    pub outgoing: i64,
}

pub fn statistics(conn: &mut Conn, caller: &Caller, as_of: NaiveDate) -> Result<Statistics, Problem> {
    Ok(Statistics {
        as_of,
        agreements_by_legal_status: by_legal_status::<Agreement>(conn, caller, as_of)?,
        memoranda_by_legal_status: by_legal_status::<Memorandum>(conn, caller, as_of)?,
        agreements_by_stage: by::<Agreement>(conn, caller, "stage", Sql::default())?,
        memoranda_by_stage: by::<Memorandum>(conn, caller, "stage", Sql::default())?,
        instruments_by_year: by_year(conn, caller, as_of)?,
        mobility_by_year: mobility(conn, caller)?,
        exchange_students_by_status: by::<ExchangeStudent>(conn, caller, "status", Sql::default())?,
        grant_projects_by_status: by::<GrantProject>(conn, caller, "status", Sql::default())?,
        partners_by_country: by::<Partner>(conn, caller, "country", known_on(as_of))?,
        partners_by_stage: by::<Partner>(conn, caller, "stage", Sql::default())?,
    })
}

/// The live records that the caller reaches.
fn live<R: Record>(caller: &Caller, select: &'static str) -> Sql {
    Sql::new(select).text(" FROM ").text(R::NOUN.table).text(" WHERE ").then(reach::<R>(caller)).text(" AND archived_at IS NULL")
}

fn by<R: Record>(conn: &mut Conn, caller: &Caller, column: &'static str, condition: Sql) -> Result<Vec<WordCount>, Problem> {
    let select = Sql::new("SELECT ").text(column).text(" AS word, count(*) AS count").then(live::<R>(caller, ""));
    let select = if condition.is_empty() { select } else { select.and(condition) };
    Ok(select.text(" GROUP BY ").text(column).text(" ORDER BY count(*) DESC, ").text(column).load(conn)?)
}

fn with_status<R: Record>(conn: &mut Conn, caller: &Caller, status: LegalStatus, as_of: NaiveDate) -> Result<i64, Problem> {
    let asked = Asked { as_of, lead_days: caller.lead_days };
    let status = has_status(&[Value::Text(status.as_str().to_owned())], asked);
    crate::platform::db::count(conn, live::<R>(caller, "SELECT count(*) AS count").and(status))
}

fn by_legal_status<R: Record>(conn: &mut Conn, caller: &Caller, as_of: NaiveDate) -> Result<Vec<WordCount>, Problem> {
    let count =
        |status: &LegalStatus| Ok(WordCount { word: status.as_str().to_owned(), count: with_status::<R>(conn, caller, *status, as_of)? });
    LegalStatus::ALL.iter().map(count).collect()
}

fn by_year(conn: &mut Conn, caller: &Caller, as_of: NaiveDate) -> Result<Vec<YearCounts>, Problem> {
    let mut years = Vec::new();
    for year in (as_of.year() - YEARS + 1)..=as_of.year() {
        let on = NaiveDate::from_ymd_opt(year, 12, 31).filter(|it| *it < as_of).unwrap_or(as_of);
        let agreements = with_status::<Agreement>(conn, caller, LegalStatus::InForce, on)?;
        let memoranda = with_status::<Memorandum>(conn, caller, LegalStatus::InForce, on)?;
        years.push(YearCounts { year, on, agreements, memoranda });
    }
    Ok(years)
}

fn mobility(conn: &mut Conn, caller: &Caller) -> Result<Vec<MobilityCounts>, Problem> {
    let select = "SELECT academic_year, SUM(CASE WHEN direction = 'incoming' THEN 1 ELSE 0 END) AS incoming, \
                  SUM(CASE WHEN direction = 'outgoing' THEN 1 ELSE 0 END) AS outgoing";
    let mut years: Vec<MobilityCounts> = live::<ExchangeStudent>(caller, select)
        .text(
            " AND status IN ('accepted', 'arrived', 'completed', 'recognised') GROUP BY academic_year ORDER BY academic_year DESC LIMIT 10",
        )
        .load(conn)?;
    years.reverse();
    Ok(years)
}
