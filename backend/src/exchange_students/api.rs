use utoipa_actix_web::service_config::ServiceConfig;

use crate::exchange_students::model::ExchangeStudent;
use crate::record;

pub fn routes(cfg: &mut ServiceConfig) {
    record::api::staged_routes::<ExchangeStudent>(cfg);
}
