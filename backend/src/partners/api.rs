use utoipa_actix_web::service_config::ServiceConfig;

use crate::partners::model::Partner;
use crate::record;

pub fn routes(cfg: &mut ServiceConfig) {
    record::api::routes::<Partner>(cfg);
}
