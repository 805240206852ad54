use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::code_lists::data::{self, CodeListItem, ListName};
use crate::platform::problem::Problem;
use crate::record::parameters;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(list_code_lists).service(get_code_list);
}

/// The code lists there are.
#[derive(Serialize, ToSchema)]
struct CodeLists {
    #[schema(max_items = 100)]
    items: &'static [ListName],
}

/// The codes of a list, in the order of the codes.
#[derive(Serialize, ToSchema)]
struct CodeList {
    #[schema(max_items = 1000)]
    items: &'static [CodeListItem],
}

/// List the code lists
///
/// Their names, for `/code-lists/{name}`.
#[utoipa::path(tag = "code-lists", operation_id = "listCodeLists", security(()), responses((status = OK, body = CodeLists)))]
#[get("/code-lists")]
async fn list_code_lists(req: HttpRequest) -> Result<HttpResponse, Problem> {
    parameters::none(req.query_string())?;
    Ok(public().json(CodeLists { items: ListName::ALL }))
}

/// Read a code list
///
/// Every code with its label in five languages. The same for everybody, and cached for a day.
#[utoipa::path(tag = "code-lists", operation_id = "getCodeList", security(()), params(("name" = ListName, Path)), responses((status = OK, body = CodeList)))]
#[get("/code-lists/{name}")]
async fn get_code_list(req: HttpRequest, name: Path<String>) -> Result<HttpResponse, Problem> {
    parameters::none(req.query_string())?;
    let list = ListName::parse(&name).and_then(data::list).ok_or_else(Problem::not_found)?;
    Ok(public().json(CodeList { items: &list.items }))
}

fn public() -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CACHE_CONTROL, "public, max-age=86400"));
    answer
}
