use actix_web::http::header::{CACHE_CONTROL, ETAG};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, put};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::roles::Officer;
use crate::people::identity::{self, PersonIdentity, PersonIdentityDraft};
use crate::people::model::Person;
use crate::platform::body::{self, Schemas};
use crate::platform::db::Db;
use crate::platform::problem::Problem;
use crate::platform::{etag, http, journal};
use crate::record::api::parse_id;
use crate::record::{self, parameters};

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(get_person_identity).service(replace_person_identity);
    record::api::routes::<Person>(cfg);
}

/// The ETag of a person.
#[derive(ToSchema)]
#[schema(max_length = 30)]
pub struct PersonEntityTag(pub String);

/// Read the identity of a person
///
/// Birth date, sex, national number and documents. They stand here only: no list, search, expansion or history
/// shows them. The ETag is that of the person.
#[utoipa::path(
    tag = "people",
    operation_id = "getPersonIdentity",
    params(("id" = String, Path, format = Uuid, max_length = 36)),
    responses((
        status = OK, description = "The identity", body = PersonIdentity,
        headers(("ETag" = inline(PersonEntityTag), description = "The version of the person, in quotes.")),
    )),
    extensions(("x-required-permission" = json!("officer"))),
)]
#[get("/people/{id}/identity")]
async fn get_person_identity(caller: Officer, req: HttpRequest, db: Data<Db>, id: Path<String>) -> Result<HttpResponse, Problem> {
    parameters::none(req.query_string())?;
    let id = parse_id(&id)?;
    let (version, identity) = db.read(move |conn| identity::of(conn, &caller.0, &id)).await?;
    Ok(unstored(version, &identity))
}

/// Replace the identity of a person
///
/// The whole of it: what is absent is cleared. It makes a new version of the person, whose history names the fields
/// that changed and not what stands in them.
#[utoipa::path(
    tag = "people",
    operation_id = "replacePersonIdentity",
    params(
        ("id" = String, Path, format = Uuid, max_length = 36),
        ("If-Match" = String, Header, description = "The version of the person that the change is based on, as the ETag has it.", max_length = 200, example = "\"1\""),
    ),
    request_body = PersonIdentityDraft,
    responses((
        status = OK, description = "The identity", body = PersonIdentity,
        headers(("ETag" = inline(PersonEntityTag), description = "The version of the person, in quotes.")),
    )),
    extensions(("x-required-permission" = json!("officer"))),
)]
#[put("/people/{id}/identity")]
async fn replace_person_identity(
    caller: Officer,
    req: HttpRequest,
    (db, schemas): (Data<Db>, Data<Schemas>),
    id: Path<String>,
    body: Bytes,
) -> Result<HttpResponse, Problem> {
    parameters::none(req.query_string())?;
    let (id, version) = (parse_id(&id)?, etag::required(&req)?);
    let asked = body::without_nulls(http::json_body(&req, &body)?);
    let judged = body::judge::<PersonIdentityDraft>(&schemas, identity::DRAFT_SCHEMA, asked)?;
    let (version, identity) = db
        .write(move |conn| {
            journal::lock(conn, &caller.0.institution)?;
            identity::replace(conn, &caller.0, &id, version, judged)
        })
        .await?;
    Ok(unstored(version, &identity))
}

/// Kept by no cache on the way.
fn unstored(version: i64, identity: &PersonIdentity) -> HttpResponse {
    HttpResponse::Ok().insert_header((ETAG, etag::of(version))).insert_header((CACHE_CONTROL, "no-store")).json(identity)
}
