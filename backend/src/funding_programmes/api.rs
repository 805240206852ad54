use utoipa_actix_web::service_config::ServiceConfig;

use crate::funding_programmes::model::FundingProgramme;
use crate::record;

pub fn routes(cfg: &mut ServiceConfig) {
    record::api::routes::<FundingProgramme>(cfg);
}
