use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::roles::Staff;
use crate::grant_projects::model::GrantProject;
use crate::grant_projects::totals::{self, GrantProjectTotal};
use crate::platform::db::Db;
use crate::platform::problem::Problem;
use crate::record::{self, parameters};

pub fn routes(cfg: &mut ServiceConfig) {
    // Before the records, whose `{id}` would take the word for one.
    cfg.service(get_grant_project_totals);
    record::api::staged_routes::<GrantProject>(cfg);
}

/// What the running projects are worth, one item for each currency.
#[derive(Serialize, ToSchema)]
struct GrantProjectTotals {
    #[schema(max_items = 300)]
    items: Vec<GrantProjectTotal>,
}

/// Add up the budgets of running projects
///
/// By currency, of the projects that run on the day; nothing is converted, and archived projects do not count.
#[utoipa::path(
    tag = "grant-projects",
    operation_id = "getGrantProjectTotals",
    params(("as_of" = Option<NaiveDate>, Query, description = "The day on which the projects run; today if absent.")),
    responses((status = OK, body = GrantProjectTotals)),
    extensions(("x-required-permission" = json!("staff"))),
)]
#[get("/grant-projects/totals")]
async fn get_grant_project_totals(caller: Staff, req: HttpRequest, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let [as_of] = parameters::days(req.query_string(), ["as_of"])?;
    let as_of = as_of.unwrap_or(caller.0.today);
    let items = db.read(move |conn| totals::totals(conn, &caller.0, as_of)).await?;
    Ok(HttpResponse::Ok().json(GrantProjectTotals { items }))
}
