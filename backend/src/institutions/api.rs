use utoipa_actix_web::service_config::ServiceConfig;

use crate::institutions::model::Institution;
use crate::institutions::units::Unit;
use crate::record;

pub fn routes(cfg: &mut ServiceConfig) {
    record::api::routes::<Institution>(cfg);
    record::api::routes::<Unit>(cfg);
}
