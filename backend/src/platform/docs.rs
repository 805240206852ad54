//! The document, the interactive documentation over it, and the page of problem codes. All offline.

use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use actix_web::web::{self, Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use crate::platform::body::Schemas;
use crate::platform::language::{self, Language};
use crate::platform::problem::{Code, Problem};

pub fn routes(cfg: &mut ServiceConfig) {
    for method in [Method::GET, Method::HEAD] {
        cfg.route("/api/v1/openapi.json", web::method(method.clone()).to(openapi))
            .route("/api/docs/problems", web::method(method.clone()).to(problems))
            .route("/api/docs", web::method(method.clone()).to(to_docs))
            .route("/api/docs/{file:.*}", web::method(method).to(docs));
    }
}

async fn openapi(schemas: Data<Schemas>) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=300")).json(schemas.document())
}

async fn to_docs() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((LOCATION, "/api/docs/")).finish()
}

/// Swagger UI from the program itself; it loads nothing from elsewhere.
async fn docs(file: Path<String>) -> Result<HttpResponse, Problem> {
    let config = utoipa_swagger_ui::Config::from("/api/v1/openapi.json").try_it_out_enabled(true).display_request_duration(true);
    let file = utoipa_swagger_ui::serve(&file, config.into()).map_err(|err| Problem::internal(err.to_string()))?;
    let file = file.ok_or_else(Problem::not_found)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.content_type))
        // Swagger UI styles its elements one by one and carries its icons as data.
        .insert_header((
            "content-security-policy",
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
        ))
        .body(file.bytes.into_owned()))
}

/// Each code with its status and its text: what the `type` of a problem points to.
async fn problems(req: HttpRequest) -> HttpResponse {
    let accepted = req.headers().get("accept-language").and_then(|it| it.to_str().ok()).unwrap_or_default();
    let language: Language = language::preferred(accepted);
    let rows: String = Code::ALL
        .iter()
        .map(|it| {
            format!(
                "<tr id=\"{0}\"><td><code>{0}</code></td><td>{1}</td><td>{2}</td></tr>",
                it.as_str(),
                it.status().as_u16(),
                it.title(language)
            )
        })
        .collect();
    let page = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><title>Hamkor: problems</title><h1>Problems</h1><table>{rows}</table></html>",
        language.as_str()
    );
    HttpResponse::Ok().insert_header((CONTENT_TYPE, "text/html; charset=utf-8")).body(page)
}
