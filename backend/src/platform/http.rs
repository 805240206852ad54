//! What happens around every handler: request ids, problems in the caller's language, headers, bodies.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::{Error, PayloadError};
use actix_web::http::header::{ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde_json::Value;

use crate::platform::body::{self, Schemas};
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::idempotency::Key;
use crate::platform::language::{self, Language};
use crate::platform::problem::{Code, Problem};

/// The largest body but for uploads.
pub const LARGEST_BODY: usize = 1024 * 1024;

/// Names a request in the answer, the logs and the journal.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Wraps everything: nothing leaves without these headers, and no error without a problem.
pub async fn around(req: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    let id = request_id(&req);
    req.extensions_mut().insert(RequestId(id.clone()));
    let language = req.headers().get(ACCEPT_LANGUAGE).and_then(|it| it.to_str().ok()).map_or(Language::English, language::preferred);
    let (method, path) = (req.method().clone(), req.path().to_owned());
    let started = std::time::Instant::now();
    let mut response = next.call(req).await?.map_into_boxed_body();
    let problem = problem_of(&response);
    if let Some(problem) = &problem {
        let body = problem.body(language, &path, &id);
        let (request, _) = response.into_parts();
        response = ServiceResponse::new(request, written(problem, &body));
    }
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        if !headers.contains_key(*name) {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    let status = response.status().as_u16();
    let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    match problem.as_ref().and_then(Problem::source_text) {
        Some(source) => tracing::error!(request_id = %id, %method, path, status, micros, source, "request"),
        None => tracing::info!(request_id = %id, %method, path, status, micros, "request"),
    }
    Ok(response)
}

/// On every answer; a handler may say otherwise.
const HEADERS: &[(&str, &str)] = &[
    ("cache-control", "private, no-cache"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

/// The caller's id if it is a decent one, else one of ours.
fn request_id(req: &ServiceRequest) -> String {
    let given = req.headers().get("x-request-id").and_then(|it| it.to_str().ok());
    let decent = |it: &&str| (8..=128).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.".contains(&it));
    given.filter(decent).map_or_else(|| AnyId::new().to_string(), ToOwned::to_owned)
}

/// Every answer of an error status is a problem, also those that actix makes itself.
fn problem_of(response: &ServiceResponse<BoxBody>) -> Option<Problem> {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    let error = response.response().error();
    if let Some(problem) = error.and_then(|it| it.as_error::<Problem>()) {
        return Some(problem.again());
    }
    if let Some(PayloadError::Overflow) = error.and_then(|it| it.as_error::<PayloadError>()) {
        return Some(Problem::new(Code::TooLarge));
    }
    let code = match status {
        StatusCode::NOT_FOUND => Code::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Code::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Code::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Code::UnsupportedMediaType,
        StatusCode::BAD_REQUEST => Code::InvalidParameter,
        // What a file answers to a condition or a range.
        _ if status.is_client_error() => return None,
        _ => Code::Internal,
    };
    let problem = Problem::new(code);
    let allow = response.headers().get(ALLOW).and_then(|it| it.to_str().ok());
    Some(match (allow, error) {
        (Some(allow), _) => problem.with("allow", allow),
        (None, Some(error)) if code == Code::Internal => Problem::internal(error.to_string()),
        (None, _) => problem,
    })
}

fn written(problem: &Problem, body: &crate::platform::problem::ProblemBody) -> HttpResponse {
    let mut response = HttpResponse::build(problem.code.status());
    response.insert_header((CONTENT_TYPE, "application/problem+json")).insert_header((CACHE_CONTROL, "no-store"));
    if problem.code == Code::Unauthenticated || problem.code == Code::TokenExpired {
        response.insert_header(("www-authenticate", "Bearer"));
    }
    let value = serde_json::to_value(body).unwrap_or_default();
    if let Some(seconds) = value["retry_after"].as_i64() {
        response.insert_header((RETRY_AFTER, seconds.to_string()));
    } else if problem.code == Code::Unavailable {
        response.insert_header((RETRY_AFTER, "2"));
    }
    if let Some(allow) = value["allow"].as_str() {
        response.insert_header((ALLOW, allow));
    }
    response.body(value.to_string())
}

/// What is not a path of the document: 404, or 405 where only the method is not.
pub async fn nowhere(req: HttpRequest) -> Result<HttpResponse, Problem> {
    let allowed = req.app_data::<Data<Schemas>>().map(|it| allowed_methods(it.document(), req.path())).unwrap_or_default();
    if allowed.is_empty() || allowed.contains(req.method()) {
        return Err(Problem::not_found());
    }
    let allow = allowed.iter().map(Method::as_str).collect::<Vec<_>>().join(", ");
    Err(Problem::new(Code::MethodNotAllowed).with("allow", allow))
}

fn allowed_methods(document: &Value, path: &str) -> Vec<Method> {
    let fits = |template: &str| {
        let (mut one, mut other) = (template.split('/'), path.split('/'));
        loop {
            match (one.next(), other.next()) {
                (None, None) => return true,
                (Some(part), Some(given)) if part == given || (part.starts_with('{') && !given.is_empty()) => {}
                _ => return false,
            }
        }
    };
    let paths = document["paths"].as_object();
    let item = paths.and_then(|it| it.iter().find(|(template, _)| fits(template)));
    let methods = item.and_then(|it| it.1.as_object()).map(|it| it.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    methods.iter().filter_map(|it| it.to_uppercase().parse().ok()).collect()
}

/// The JSON of a body that says it is JSON.
pub fn json_body(req: &HttpRequest, bytes: &[u8]) -> Result<Value, Problem> {
    require_type(req, &["application/json"])?;
    body::parse(bytes)
}

pub fn merge_patch_body(req: &HttpRequest, bytes: &[u8]) -> Result<Value, Problem> {
    require_type(req, &["application/merge-patch+json", "application/json"])?;
    body::parse(bytes)
}

fn require_type(req: &HttpRequest, types: &[&str]) -> Result<(), Problem> {
    let given = req.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if types.contains(&essence.as_str()) { Ok(()) } else { Err(Problem::new(Code::UnsupportedMediaType)) }
}

/// Idempotency keys whose first request has not been answered yet.
#[derive(Default)]
pub struct InFlight(Mutex<HashSet<String>>);

pub struct Entered<'a> {
    all: &'a InFlight,
    name: String,
}

impl InFlight {
    pub fn enter(&self, institution: &InstitutionId, key: &Key) -> Result<Entered<'_>, Problem> {
        let name = format!("{institution} {} {}", key.scope, key.key);
        if !self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone()) {
            return Err(Problem::new(Code::IdempotencyInProgress));
        }
        Ok(Entered { all: self, name })
    }
}
impl Drop for Entered<'_> {
    fn drop(&mut self) {
        self.all.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
    }
}
