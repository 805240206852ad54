use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::roles::Staff;
use crate::platform::db::Db;
use crate::platform::problem::Problem;
use crate::record::parameters;
use crate::statistics::model::{self, Statistics};

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(get_statistics);
}

/// Read the figures of the institution
///
/// By status, stage, year and country, on the day; of a coordinator's units and what concerns all, where a
/// coordinator asks. Archived records do not count.
#[utoipa::path(
    tag = "statistics",
    operation_id = "getStatistics",
    params(("as_of" = Option<NaiveDate>, Query, description = "The day that the figures are told for; today if absent.")),
    responses((status = OK, description = "The figures.", body = Statistics)),
    extensions(("x-required-permission" = json!("staff"))),
)]
#[get("/statistics")]
async fn get_statistics(caller: Staff, req: HttpRequest, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let [as_of] = parameters::days(req.query_string(), ["as_of"])?;
    let statistics = db.read(move |conn| model::statistics(conn, &caller.0, as_of.unwrap_or(caller.0.today))).await?;
    Ok(HttpResponse::Ok().json(statistics))
}
