use utoipa_actix_web::service_config::ServiceConfig;

use crate::memoranda::model::Memorandum;
use crate::record;

pub fn routes(cfg: &mut ServiceConfig) {
    record::api::staged_routes::<Memorandum>(cfg);
}
