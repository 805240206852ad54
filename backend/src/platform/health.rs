//! Is the process alive, and can it serve?

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::Method;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{self, Data, ServiceConfig};

use crate::platform::db::{self, Db};
use crate::platform::problem::Problem;

/// Whoever asks gives up soon.
const PATIENCE: Duration = Duration::from_secs(3);

pub fn routes(cfg: &mut ServiceConfig) {
    for method in [Method::GET, Method::HEAD] {
        cfg.route("/healthz", web::method(method.clone()).to(alive)).route("/readyz", web::method(method).to(ready));
    }
}

async fn alive() -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(serde_json::json!({"status": "alive"}))
}

/// Ready while the database answers.
async fn ready(database: Data<Db>) -> Result<HttpResponse, Problem> {
    database.with_patience(PATIENCE).read(db::ping).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(serde_json::json!({"status": "ready"})))
}
