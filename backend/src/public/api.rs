use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::platform::clock::Clock;
use crate::platform::db::Db;
use crate::platform::problem::Problem;
use crate::public::lists::{self, ListedInstitutions, PublicInstruments, PublicProjects};
use crate::public::profile::{self, NewPartners, Profile};
use crate::record::parameters;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(list_public_institutions)
        .service(get_public_profile)
        .service(list_public_new_partners)
        .service(list_public_instruments)
        .service(list_public_projects);
}

/// Read the public profile of an institution
///
/// The institution, its office, and its figures on a day, computed from the records.
#[utoipa::path(
    tag = "public",
    operation_id = "getPublicProfile",
    security(()),
    params(
        ("slug" = String, Path, max_length = 60, example = "tiiame"),
        ("as_of" = Option<NaiveDate>, Query, description = "The day that the figures are told for; today if absent."),
    ),
    responses((status = OK, body = Profile)),
)]
#[get("/public/{slug}/profile")]
async fn get_public_profile(req: HttpRequest, slug: Path<String>, db: Data<Db>, clock: Data<Clock>) -> Result<HttpResponse, Problem> {
    let [as_of] = parameters::days(req.query_string(), ["as_of"])?;
    let now = clock.now();
    let profile = db.read(move |conn| profile::profile(conn, &slug, now, as_of)).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=60")).json(profile))
}

/// List the new partners of a period
///
/// Foreign partners whose first contact lies between the two days, both included.
#[utoipa::path(
    tag = "public",
    operation_id = "listPublicNewPartners",
    security(()),
    params(
        ("slug" = String, Path, max_length = 60, example = "iet-tsuc"),
        ("from" = NaiveDate, Query, description = "The first day.", example = "2016-09-01"),
        ("to" = NaiveDate, Query, description = "The last day, not before the first.", example = "2017-01-31"),
    ),
    responses((status = OK, body = NewPartners)),
)]
#[get("/public/{slug}/new-partners")]
async fn list_public_new_partners(req: HttpRequest, slug: Path<String>, db: Data<Db>, clock: Data<Clock>) -> Result<HttpResponse, Problem> {
    let [from, to] = parameters::days(req.query_string(), ["from", "to"])?;
    let from = from.ok_or_else(|| Problem::parameter("from", "required", ""))?;
    let to = to.ok_or_else(|| Problem::parameter("to", "required", ""))?;
    if to < from {
        return Err(Problem::parameter("to", "before_start", ""));
    }
    let now = clock.now();
    let partners = db.read(move |conn| profile::new_partners(conn, &slug, now, from, to)).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=60")).json(partners))
}

/// List the public agreements and memoranda of an institution
///
/// Those in force on the day whose `visibility` is `public`, with their partners.
#[utoipa::path(
    tag = "public",
    operation_id = "listPublicInstruments",
    security(()),
    params(
        ("slug" = String, Path, max_length = 60, example = "tiiame"),
        ("as_of" = Option<NaiveDate>, Query, description = "The day that the list is told for; today if absent."),
    ),
    responses((status = OK, body = PublicInstruments)),
)]
#[get("/public/{slug}/instruments")]
async fn list_public_instruments(req: HttpRequest, slug: Path<String>, db: Data<Db>, clock: Data<Clock>) -> Result<HttpResponse, Problem> {
    let [as_of] = parameters::days(req.query_string(), ["as_of"])?;
    let now = clock.now();
    let found = db.read(move |conn| lists::instruments(conn, &slug, now, as_of)).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=60")).json(found))
}

/// List the running projects of an institution
///
/// With the programme and the funder of each.
#[utoipa::path(
    tag = "public",
    operation_id = "listPublicProjects",
    security(()),
    params(
        ("slug" = String, Path, max_length = 60, example = "tiiame"),
        ("as_of" = Option<NaiveDate>, Query, description = "The day that the list is told for; today if absent."),
    ),
    responses((status = OK, body = PublicProjects)),
)]
#[get("/public/{slug}/projects")]
async fn list_public_projects(req: HttpRequest, slug: Path<String>, db: Data<Db>, clock: Data<Clock>) -> Result<HttpResponse, Problem> {
    let [as_of] = parameters::days(req.query_string(), ["as_of"])?;
    let now = clock.now();
    let found = db.read(move |conn| lists::projects(conn, &slug, now, as_of)).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=60")).json(found))
}

/// List the institutions
///
/// To choose where to sign in, or whose profile to read.
#[utoipa::path(
    tag = "public",
    operation_id = "listPublicInstitutions",
    security(()),
    responses((status = OK, body = ListedInstitutions)),
)]
#[get("/public/institutions")]
async fn list_public_institutions(req: HttpRequest, db: Data<Db>) -> Result<HttpResponse, Problem> {
    parameters::none(req.query_string())?;
    let found = db.read(lists::listed_institutions).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=60")).json(found))
}
