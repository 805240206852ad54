//! What an institution lists for everybody: instruments that are meant to be public, and projects.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, QueryDsl, QueryableByName, RunQueryDsl};
use diesel::sql_types::{Date, Nullable, Text};
use serde::Serialize;
use utoipa::ToSchema;

use crate::code_lists::codes::Country;
use crate::grant_projects::running::running_on;
use crate::instruments::model::AgreementKind;
use crate::instruments::store;
use crate::instruments::term::{LegalStatus, has_status};
use crate::partners::model::PartnerId;
use crate::platform::clock::Instant;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::db::{self, Conn};
use crate::platform::filter::Asked;
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::public::profile::institution;
use crate::record::Pick;
use crate::schema::{institutions, partners};

/// More than any office has in force; `count` tells of the rest.
const MOST: i64 = 1000;

/// An institution that one can sign in to, or read about.
#[derive(Serialize, ToSchema, diesel::Queryable)]
pub struct ListedInstitution {
    #[schema(max_length = 60)]
    pub slug: String,
    pub names: Names,
    pub country: Country,
    /// Its records are examples.
    pub demo: bool,
}

#[derive(Serialize, ToSchema)]
pub struct ListedInstitutions {
    #[schema(max_items = 1000)]
    pub items: Vec<ListedInstitution>,
}

/// An agreement, or a memorandum, in force on the day.
#[derive(Serialize, ToSchema)]
pub struct PublicInstrument {
    /// What an agreement binds to; absent of a memorandum.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(inline)]
    pub kind: Option<AgreementKind>,
    pub title: Names,
    #[schema(max_items = 50)]
    pub partners: Vec<PublicPartner>,
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub areas: crate::platform::json::Json<Vec<Line<80>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// The last day of all; absent while no end is in sight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_on: Option<NaiveDate>,
}

#[derive(Clone, Serialize, ToSchema)]
pub struct PublicPartner {
    pub names: Names,
    pub country: Country,
}

/// In the order of their titles.
#[derive(Serialize, ToSchema)]
pub struct PublicInstruments {
    pub as_of: NaiveDate,
    #[schema(minimum = 0)]
    pub count: i64,
    #[schema(max_items = 1000)]
    pub items: Vec<PublicInstrument>,
}

/// A project that runs on the day.
#[derive(Serialize, ToSchema, QueryableByName)]
pub struct PublicProject {
    #[diesel(sql_type = Text)]
    pub title: Names,
    #[diesel(sql_type = Nullable<Text>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 60)]
    pub acronym: Option<String>,
    #[diesel(sql_type = Text)]
    pub programme_names: Names,
    #[diesel(sql_type = Text)]
    pub funder_names: Names,
    #[diesel(sql_type = Text)]
    #[schema(max_length = 40)]
    pub our_role: String,
    #[diesel(sql_type = Nullable<Date>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Date>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Text>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500)]
    pub website: Option<String>,
}

/// By programme, the latest first.
#[derive(Serialize, ToSchema)]
pub struct PublicProjects {
    pub as_of: NaiveDate,
    #[schema(max_items = 1000)]
    pub items: Vec<PublicProject>,
}

pub fn listed_institutions(conn: &mut Conn) -> Result<ListedInstitutions, Problem> {
    let items = institutions::table
        .filter(institutions::archived_at.is_null())
        .order((institutions::name_key, institutions::id))
        .limit(MOST)
        .select((institutions::slug, institutions::names, institutions::country, institutions::demo))
        .load(conn)?;
    Ok(ListedInstitutions { items })
}

pub fn instruments(conn: &mut Conn, slug: &str, now: Instant, as_of: Option<NaiveDate>) -> Result<PublicInstruments, Problem> {
    let (caller, _) = institution(conn, slug, now)?;
    let as_of = as_of.unwrap_or(caller.today);
    let asked = Asked { as_of, lead_days: caller.lead_days };
    let condition = Sql::new("instruments.institution_id = ")
        .bind_text(caller.institution.to_string())
        .text(" AND archived_at IS NULL AND visibility = 'public'")
        .and(has_status(&[Value::Text(LegalStatus::InForce.as_str().to_owned())], asked));
    let count = db::count(conn, Sql::new("SELECT count(*) AS count FROM instruments WHERE ").then(condition.clone()))?;
    let found = store::load(conn, &Pick::of(&caller, condition, Sql::new("title_key, id"), MOST, as_of))?;
    let ids: Vec<PartnerId> = found.iter().flat_map(|it| it.2.draft.parties.iter().map(|it| it.partner_id.clone())).collect();
    let rows: Vec<(PartnerId, Names, Country)> = partners::table
        .filter(partners::institution_id.eq(&caller.institution))
        .filter(partners::id.eq_any(ids))
        .select((partners::id, partners::names, partners::country))
        .load(conn)?;
    let known: HashMap<PartnerId, PublicPartner> =
        rows.into_iter().map(|(id, names, country)| (id, PublicPartner { names, country })).collect();
    let items = found
        .into_iter()
        .map(|(_, kind, instrument)| PublicInstrument {
            kind,
            partners: instrument.draft.parties.iter().filter_map(|it| known.get(&it.partner_id).cloned()).collect(),
            title: instrument.draft.columns.title,
            areas: instrument.draft.columns.areas,
            signed_on: instrument.draft.columns.signed_on,
            starts_on: instrument.draft.columns.starts_on,
            last_on: instrument.last_on,
        })
        .collect();
    Ok(PublicInstruments { as_of, count, items })
}

pub fn projects(conn: &mut Conn, slug: &str, now: Instant, as_of: Option<NaiveDate>) -> Result<PublicProjects, Problem> {
    let (caller, _) = institution(conn, slug, now)?;
    let as_of = as_of.unwrap_or(caller.today);
    let items = Sql::new(
        "SELECT grant_projects.title, grant_projects.acronym, f.names AS programme_names, f.funder AS funder_names, \
         grant_projects.our_role, grant_projects.starts_on, grant_projects.ends_on, grant_projects.website \
         FROM grant_projects JOIN funding_programmes f ON f.institution_id = grant_projects.institution_id \
         AND f.id = grant_projects.funding_programme_id WHERE grant_projects.institution_id = ",
    )
    .bind_text(caller.institution.to_string())
    .text(" AND grant_projects.archived_at IS NULL")
    .and(running_on(as_of))
    .text(" ORDER BY f.name_key, grant_projects.starts_on DESC, grant_projects.id LIMIT 1000")
    .load(conn)?;
    Ok(PublicProjects { as_of, items })
}
