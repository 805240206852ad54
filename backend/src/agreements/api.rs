use utoipa_actix_web::service_config::ServiceConfig;

use crate::agreements::model::Agreement;
use crate::record;

pub fn routes(cfg: &mut ServiceConfig) {
    record::api::staged_routes::<Agreement>(cfg);
}
