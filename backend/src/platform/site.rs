//! The built single-page application, from its folder: what `make run` and a small installation serve without a proxy.

use std::path::{Path, PathBuf};

use actix_files::{Files, NamedFile};
use actix_web::body::MessageBody;
use actix_web::dev::{HttpServiceFactory, ServiceRequest, ServiceResponse, fn_service};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, HttpResponse, web};

use crate::platform::http;
use crate::platform::problem::Problem;

/// The page loads only what stands beside it. Its styles and scripts are files: nothing inline runs.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The folder of files whose names change with their content.
const ASSETS: &str = "/assets/";

pub fn service(folder: &Path) -> impl HttpServiceFactory + use<> {
    let index = folder.join("index.html");
    let files = Files::new("/", folder)
        .index_file("index.html")
        .try_compressed()
        .prefer_utf8(true)
        .use_last_modified(true)
        .default_handler(fn_service(move |req| page(req, index.clone())));
    web::scope("").wrap(from_fn(headers)).service(files)
}

/// A path of the application's own is its one page, which knows what to show; any other is nowhere.
async fn page(req: ServiceRequest, index: PathBuf) -> Result<ServiceResponse, Error> {
    if !is_of_the_application(req.path()) {
        return Ok(nowhere(req).await);
    }
    let (request, _) = req.into_parts();
    let response = NamedFile::open(index)?.use_etag(true).into_response(&request);
    Ok(ServiceResponse::new(request, response))
}

async fn nowhere(req: ServiceRequest) -> ServiceResponse {
    let (request, _) = req.into_parts();
    let response = http::nowhere(request.clone()).await.unwrap_or_else(HttpResponse::from_error);
    ServiceResponse::new(request, response)
}

/// A name with a dot is a file's, and those of the service are not the application's.
pub fn is_of_the_application(path: &str) -> bool {
    let is_file = path.rsplit('/').next().is_some_and(|it| it.contains('.'));
    !is_file
        && !["/assets", "/api", "/healthz", "/readyz", "/.well-known"].iter().any(|it| path == *it || path.starts_with(&format!("{it}/")))
}

/// What every page and file of the application is sent with.
pub async fn headers(req: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse, Error> {
    if !matches!(*req.method(), Method::GET | Method::HEAD) {
        return Ok(nowhere(req).await);
    }
    let is_asset = req.path().starts_with(ASSETS);
    let mut response = next.call(req).await?.map_into_boxed_body();
    // A hidden file, or a path that climbs.
    if response.status() == StatusCode::BAD_REQUEST {
        let (request, _) = response.into_parts();
        return Ok(ServiceResponse::from_err(Problem::not_found(), request));
    }
    if response.status().is_success() || response.status().is_redirection() {
        let headers = response.headers_mut();
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        let caching = if is_asset { "public, max-age=31536000, immutable" } else { "no-cache" };
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::is_of_the_application;

    #[test]
    fn pages_are_told_from_files_and_from_the_service() {
        for path in ["/", "/tiiame", "/app/agreements/019ab000-0000-7000-8000-000000000001"] {
            assert!(is_of_the_application(path), "{path}");
        }
        for path in ["/assets/gone.js", "/assets/gone", "/assets/", "/favicon.ico", "/api", "/api/v2/partners", "/.well-known/security"] {
            assert!(!is_of_the_application(path), "{path}");
        }
    }
}
