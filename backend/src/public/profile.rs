use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::code_lists::codes::Country;
use crate::institutions::model::{Institution, Office, is_slug};
use crate::partners::model::{Partner, PartnerId, PartnerKind};
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::id::InstitutionId;
use crate::platform::json::Json;
use crate::platform::language::Language;
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::public::figures::{self, Figures, Queries};
use crate::record::{Pick, Record, find, reach};
use crate::schema::institutions;

/// What an institution shows to everybody.
#[derive(Serialize, ToSchema)]
pub struct Profile {
    pub institution: PublicInstitution,
    /// The day that the figures are told for.
    pub as_of: NaiveDate,
    /// The records are examples.
    pub demo: bool,
    pub figures: Figures,
    /// For each figure, the queries of the API that list the records behind it; they need an account.
    #[schema(schema_with = figures::queries_schema)]
    pub figure_queries: Queries,
}

#[derive(Serialize, ToSchema)]
pub struct PublicInstitution {
    #[schema(max_length = 60)]
    pub slug: String,
    pub names: Names,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_names: Option<Names>,
    pub country: Country,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Line<120>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Line<300>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500)]
    pub website: Option<String>,
    #[schema(inline)]
    pub default_language: Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Office>)]
    pub office: Option<Json<Office>>,
}

/// A partner that became one in the period.
#[derive(Serialize, ToSchema)]
pub struct NewPartner {
    pub id: PartnerId,
    pub names: Names,
    #[schema(inline)]
    pub kind: PartnerKind,
    pub country: Country,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Line<120>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500)]
    pub website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_contact_on: Option<NaiveDate>,
}

/// Partners that became such in the period, in the order of the days.
#[derive(Serialize, ToSchema)]
pub struct NewPartners {
    pub from: NaiveDate,
    pub to: NaiveDate,
    #[schema(minimum = 0)]
    pub count: usize,
    #[schema(max_items = 1000)]
    pub items: Vec<NewPartner>,
    /// The query of the API that lists them; it needs an account.
    #[schema(max_length = 500)]
    pub query: String,
}

/// The institution of this slug, as the system sees it, with today there.
pub fn institution(conn: &mut Conn, slug: &str, now: Instant) -> Result<(Caller, Institution), Problem> {
    if !is_slug(slug) {
        return Err(Problem::not_found());
    }
    let id: Option<InstitutionId> = institutions::table
        .filter(institutions::slug.eq(slug))
        .filter(institutions::archived_at.is_null())
        .select(institutions::institution_id)
        .first(conn)
        .optional()?;
    let id = id.ok_or_else(Problem::not_found)?;
    let mut caller = Caller::system(id.clone(), now, now.day_in(chrono_tz::UTC));
    let institution: Institution = find(conn, &caller, &id.untyped())?;
    caller.today = now.day_in(institution.draft.time_zone.zone());
    caller.lead_days = institution.draft.lead_days;
    Ok((caller, institution))
}

pub fn profile(conn: &mut Conn, slug: &str, now: Instant, as_of: Option<NaiveDate>) -> Result<Profile, Problem> {
    let (caller, institution) = institution(conn, slug, now)?;
    let as_of = as_of.unwrap_or(caller.today);
    let (slug, demo, draft) = (institution.slug, institution.demo, institution.draft);
    let figures = figures::figures(conn, &caller, draft.country.as_str(), as_of)?;
    let figure_queries = figures::queries(draft.country.as_str(), as_of);
    let institution = PublicInstitution {
        slug,
        names: draft.names,
        short_names: draft.short_names,
        country: draft.country,
        city: draft.city,
        address: draft.address,
        website: draft.website,
        default_language: draft.default_language,
        office: draft.office,
    };
    Ok(Profile { institution, as_of, demo, figures, figure_queries })
}

pub fn new_partners(conn: &mut Conn, slug: &str, now: Instant, from: NaiveDate, to: NaiveDate) -> Result<NewPartners, Problem> {
    const MOST: i64 = 1000;
    let (caller, institution) = institution(conn, slug, now)?;
    let country = institution.draft.country;
    let condition = reach::<Partner>(&caller)
        .text(" AND archived_at IS NULL AND stage <> 'prospect' AND first_contact_on >= ")
        .bind(Value::Day(from))
        .text(" AND first_contact_on <= ")
        .bind(Value::Day(to))
        .text(" AND country <> ")
        .bind_text(country.as_str());
    let pick = Pick::of(&caller, condition, Sql::new("first_contact_on, id"), MOST, caller.today);
    let items: Vec<NewPartner> = Partner::load(conn, &pick)?
        .into_iter()
        .map(|it| {
            let columns = it.draft.columns;
            NewPartner {
                id: it.head.id.typed(),
                names: columns.names,
                kind: columns.kind,
                country: columns.country,
                city: columns.city,
                website: columns.website,
                first_contact_on: columns.first_contact_on,
            }
        })
        .collect();
    let country = country.as_str();
    let query = format!(
        "/api/v1/partners?first_contact_on[gte]={from}&first_contact_on[lte]={to}&stage[ne]=prospect&country[ne]={country}&sort=first_contact_on"
    );
    Ok(NewPartners { from, to, count: items.len(), items, query })
}
