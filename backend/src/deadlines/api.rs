use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::roles::Staff;
use crate::deadlines::model::{self, Deadlines};
use crate::platform::db::Db;
use crate::platform::problem::Problem;
use crate::record::parameters;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(list_deadlines);
}

/// List what is due
///
/// Instruments, projects and students that ask for something to be done, by why, the earliest first; of a
/// coordinator's units only, where a coordinator asks.
#[utoipa::path(
    tag = "deadlines",
    operation_id = "listDeadlines",
    responses((status = OK, description = "What is due today.", body = Deadlines)),
    extensions(("x-required-permission" = json!("staff"))),
)]
#[get("/deadlines")]
async fn list_deadlines(caller: Staff, req: HttpRequest, db: Data<Db>) -> Result<HttpResponse, Problem> {
    parameters::none(req.query_string())?;
    let found = db.read(move |conn| model::deadlines(conn, &caller.0)).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(found))
}
