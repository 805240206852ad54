//! Is the process alive, and can it serve?

use std::time::Duration;

use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpResponse, http::header::CACHE_CONTROL};

use crate::platform::db::{self, Db};
use crate::platform::problem::Problem;

/// Whoever asks gives up soon.
const PATIENCE: Duration = Duration::from_secs(3);

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/healthz", web::get().to(alive)).route("/readyz", web::get().to(ready));
}

async fn alive() -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(serde_json::json!({"status": "alive"}))
}

/// Ready while the database answers.
async fn ready(database: Data<Db>) -> Result<HttpResponse, Problem> {
    database.with_patience(PATIENCE).read(db::ping).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(serde_json::json!({"status": "ready"})))
}
