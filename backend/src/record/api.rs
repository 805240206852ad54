//! The operations over HTTP: extract, call, wrap.

use std::marker::PhantomData;

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_TYPE, ETAG, LINK, LOCATION};
use actix_web::web::{self, Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, Resource};
use serde_json::Value;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::caller::Caller;
use crate::auth::roles::Permitted;
use crate::platform::body::{self, Schemas};
use crate::platform::db::{Conn, Db};
use crate::platform::etag;
use crate::platform::http::{self, InFlight};
use crate::platform::id::AnyId;
use crate::platform::idempotency::{self, Answer, Key};
use crate::platform::journal;
use crate::platform::page::Seal;
use crate::platform::problem::Problem;
use crate::record::archive;
use crate::record::export::{self, Format};
use crate::record::history::{self, HistoryQuery};
use crate::record::list::{self, PageLinks};
use crate::record::transition::{self, Transition};
use crate::record::write::{self, Change};
use crate::record::{Pick, Record, Staged, Verbs, document, parameters};

/// The pattern of an id in a path: a word in its place, such as `totals`, is a path of its own.
const ID: &str = "{id:[0-9A-Fa-f-]{36}}";

type Answered = Result<HttpResponse, Problem>;

/// Registers the operations of a record and their entries in the document.
pub fn routes<R: Record>(cfg: &mut ServiceConfig) {
    let Verbs { create: may_create, archive: may_archive } = R::VERBS;
    let path = format!("/{}", R::NOUN.path);
    let mut all = web::resource(path.as_str()).get(list::<R>);
    let mut one = web::resource(format!("{path}/{ID}")).get(read::<R>).put(replace::<R>).route(web::patch().to(patch::<R>));
    if may_create {
        all = all.post(create::<R>);
    }
    if may_archive {
        one = one.delete(archive::<R>);
        cfg.service(Endpoint::<R>::silent(web::resource(format!("{path}/{ID}/restore")).post(restore::<R>)));
    }
    cfg.service(Endpoint::<R>::silent(web::resource(format!("{path}/{ID}/history")).get(history::<R>)));
    cfg.service(Endpoint::<R>::silent(one));
    cfg.service(Endpoint::<R> { resource: all, paths: document::paths::<R>(), schemas: document::schemas::<R>(), record: PhantomData });
}

/// The same with transitions.
pub fn staged_routes<R: Staged>(cfg: &mut ServiceConfig) {
    cfg.service(Endpoint::<R>::silent(web::resource(format!("/{}/{ID}/undo", R::NOUN.path)).post(undo::<R>)));
    cfg.service(Endpoint::<R> {
        resource: web::resource(format!("/{}/{ID}/transitions", R::NOUN.path)).post(transition::<R>),
        paths: document::transition_paths::<R>(),
        schemas: document::transition_schema::<R>(),
        record: PhantomData,
    });
    routes::<R>(cfg);
}

async fn list<R: Record>(caller: Permitted<R::Read>, req: HttpRequest, db: Data<Db>, seal: Data<Seal>) -> Answered {
    let query = parameters::list::<R>(&caller.0, req.query_string())?;
    let text = |name| req.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let format = if R::COLUMNS.is_empty() { Format::Json } else { query.format.unwrap_or_else(|| Format::accepted(text(ACCEPT))) };
    if format != Format::Json {
        return export::export::<R>(&db, caller.0, query, format, text(ACCEPT_LANGUAGE)).await;
    }
    let (links, body) = db.read(move |conn| list::page::<R>(conn, &caller.0, query, &seal)).await?;
    let mut answer = HttpResponse::Ok();
    if let Some(link) = link_header(&req, &links) {
        answer.insert_header((LINK, link));
    }
    Ok(of::<R>(&mut answer, body))
}

async fn read<R: Record>(caller: Permitted<R::Read>, req: HttpRequest, db: Data<Db>, id: Path<String>) -> Answered {
    let view = parameters::view::<R>(req.query_string())?;
    etag::require_bounded(&req)?;
    let id = parse_id(&id)?;
    // What is derived for a day, or shown of other records, changes without the record's version.
    let by_version = !R::AS_OF && view.expand.is_empty();
    let (version, body) = db
        .read(move |conn| {
            let pick = Pick::one::<R>(&caller.0, &id, view.as_of.unwrap_or(caller.0.today));
            let record = R::load(conn, &pick)?.pop().ok_or_else(Problem::not_found)?;
            let version = record.head().version;
            if view.fields.is_empty() && view.expand.is_empty() {
                return Ok((version, serde_json::to_string(&record)?));
            }
            let shown = list::shown::<R>(conn, &caller.0, vec![serde_json::to_value(&record)?], &view)?;
            Ok((version, shown.into_iter().next().unwrap_or_default().to_string()))
        })
        .await?;
    if by_version && etag::is_known(&req, version) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, etag::of(version))).finish());
    }
    Ok(of::<R>(HttpResponse::Ok().insert_header((ETAG, etag::of(version))), body))
}

async fn create<R: Record>(
    caller: Permitted<R::Write>,
    req: HttpRequest,
    (db, schemas, in_flight): (Data<Db>, Data<Schemas>, Data<InFlight>),
    body: Bytes,
) -> Answered {
    parameters::none(req.query_string())?;
    let judged = write::judge::<R>(&schemas, http::json_body(&req, &body)?)?;
    post::<R>(&caller.0.clone(), &req, &db, &in_flight, &body, move |conn| {
        let record: R = write::create(conn, &caller.0, judged)?;
        write::created(conn, &caller.0, &record)
    })
    .await
}

async fn replace<R: Record>(
    caller: Permitted<R::Write>,
    req: HttpRequest,
    (db, schemas): (Data<Db>, Data<Schemas>),
    id: Path<String>,
    body: Bytes,
) -> Answered {
    let body = http::json_body(&req, &body)?;
    change::<R>(caller.0, req, db, schemas, &id, Change::Replace(body)).await
}

async fn patch<R: Record>(
    caller: Permitted<R::Write>,
    req: HttpRequest,
    (db, schemas): (Data<Db>, Data<Schemas>),
    id: Path<String>,
    body: Bytes,
) -> Answered {
    let patch = http::merge_patch_body(&req, &body)?;
    document::check_patch::<R>(&patch)?;
    change::<R>(caller.0, req, db, schemas, &id, Change::Merge(patch)).await
}

async fn change<R: Record>(caller: Caller, req: HttpRequest, db: Data<Db>, schemas: Data<Schemas>, id: &str, change: Change) -> Answered {
    parameters::none(req.query_string())?;
    let (id, version) = (parse_id(id)?, etag::required(&req)?);
    let (version, body) = db
        .write(move |conn| {
            journal::lock(conn, &caller.institution)?;
            let record: R = write::update(conn, &caller, &schemas, &id, version, change)?;
            Ok((record.head().version, serde_json::to_string(&record)?))
        })
        .await?;
    Ok(of::<R>(HttpResponse::Ok().insert_header((ETAG, etag::of(version))), body))
}

async fn archive<R: Record>(caller: Permitted<R::Write>, req: HttpRequest, db: Data<Db>, id: Path<String>) -> Answered {
    parameters::none(req.query_string())?;
    let (id, version) = (parse_id(&id)?, etag::required(&req)?);
    db.write(move |conn| {
        journal::lock(conn, &caller.0.institution)?;
        archive::archive::<R>(conn, &caller.0, &id, version)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn restore<R: Record>(
    caller: Permitted<R::Write>,
    req: HttpRequest,
    (db, in_flight): (Data<Db>, Data<InFlight>),
    id: Path<String>,
    body: Bytes,
) -> Answered {
    parameters::none(req.query_string())?;
    let id = parse_id(&id)?;
    let version = if req.headers().contains_key("if-match") { Some(etag::required(&req)?) } else { None };
    without_body(&req, &body)?;
    post::<R>(&caller.0.clone(), &req, &db, &in_flight, &body, move |conn| answer(&archive::restore::<R>(conn, &caller.0, &id, version)?))
        .await
}

async fn transition<R: Staged>(
    caller: Permitted<R::Move>,
    req: HttpRequest,
    (db, schemas, in_flight): (Data<Db>, Data<Schemas>, Data<InFlight>),
    id: Path<String>,
    body: Bytes,
) -> Answered {
    parameters::none(req.query_string())?;
    let (id, version) = (parse_id(&id)?, etag::required(&req)?);
    let asked = body::without_nulls(http::json_body(&req, &body)?);
    let judged = body::judge::<Transition>(&schemas, &transition::schema_name(&R::NOUN), asked)?;
    post::<R>(&caller.0.clone(), &req, &db, &in_flight, &body, move |conn| {
        answer(&transition::transition::<R>(conn, &caller.0, &id, version, judged)?)
    })
    .await
}

async fn undo<R: Staged>(
    caller: Permitted<R::Move>,
    req: HttpRequest,
    (db, in_flight): (Data<Db>, Data<InFlight>),
    id: Path<String>,
    body: Bytes,
) -> Answered {
    parameters::none(req.query_string())?;
    let (id, version) = (parse_id(&id)?, etag::required(&req)?);
    without_body(&req, &body)?;
    post::<R>(&caller.0.clone(), &req, &db, &in_flight, &body, move |conn| answer(&transition::undo::<R>(conn, &caller.0, &id, version)?))
        .await
}

async fn history<R: Record>(caller: Permitted<R::History>, req: HttpRequest, db: Data<Db>, id: Path<String>) -> Answered {
    let query = HistoryQuery::parse(req.query_string())?;
    let id = parse_id(&id)?;
    let found = db.read(move |conn| history::of_record::<R>(conn, &caller.0, &id, query)).await?;
    Ok(of::<R>(&mut HttpResponse::Ok(), serde_json::to_string(&found)?))
}

/// Nothing, or an object of nothing.
fn without_body(req: &HttpRequest, body: &[u8]) -> Result<(), Problem> {
    if body.is_empty() { Ok(()) } else { body::require_empty(&http::json_body(req, body)?) }
}

fn answer<R: Record>(record: &R) -> Result<Answer, Problem> {
    let version = Some(record.head().version);
    Ok(Answer { status: 200, location: None, version, body: serde_json::to_string(record)?, replayed: false })
}

/// A POST in one transaction, done once for its Idempotency-Key.
async fn post<R: Record>(
    caller: &Caller,
    req: &HttpRequest,
    db: &Db,
    in_flight: &InFlight,
    body: &[u8],
    work: impl FnOnce(&mut Conn) -> Result<Answer, Problem> + Send + 'static,
) -> Answered {
    let principal = caller.user.as_ref().map_or("", AnyId::as_str);
    let key = match req.headers().get("idempotency-key") {
        Some(raw) => Some(Key::parse(raw.to_str().unwrap_or_default(), principal, &format!("{} {}", req.method(), req.path()), body)?),
        None => None,
    };
    let _guard = key.as_ref().map(|it| in_flight.enter(&caller.institution, it)).transpose()?;
    let (institution, now) = (caller.institution.clone(), caller.now);
    let answer = db
        .write(move |conn| {
            journal::lock(conn, &institution)?;
            idempotency::once(conn, &institution, key, now, work)
        })
        .await?;
    let mut out = HttpResponse::build(StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK));
    if let Some(version) = answer.version {
        out.insert_header((ETAG, etag::of(version)));
    }
    if let Some(location) = answer.location {
        out.insert_header((LOCATION, location));
    }
    if answer.replayed {
        out.insert_header(("idempotent-replayed", "true"));
    }
    Ok(of::<R>(&mut out, answer.body))
}

/// An id that is none cannot be that of a record.
pub fn parse_id(raw: &str) -> Result<AnyId, Problem> {
    AnyId::parse(raw).ok_or_else(Problem::not_found)
}

/// What is about people is kept by no cache.
fn of<R: Record>(answer: &mut HttpResponseBuilder, body: String) -> HttpResponse {
    if R::PERSONAL {
        answer.insert_header((CACHE_CONTROL, "no-store"));
    }
    json(answer, body)
}

pub fn json(answer: &mut HttpResponseBuilder, body: String) -> HttpResponse {
    answer.insert_header((CONTENT_TYPE, "application/json")).body(body)
}

fn link_header(req: &HttpRequest, links: &PageLinks) -> Option<String> {
    let others: Vec<&str> =
        req.query_string().split('&').filter(|it| !it.is_empty() && !it.starts_with("cursor=") && !it.starts_with("offset=")).collect();
    let link = |cursor: &Option<String>, rel: &str| {
        let cursor = cursor.as_ref().map(|it| format!("cursor={it}"))?;
        let query = others.iter().copied().chain([cursor.as_str()]).collect::<Vec<_>>().join("&");
        Some(format!("<{}?{query}>; rel=\"{rel}\"", req.path()))
    };
    let links: Vec<String> = [link(&links.next, "next"), link(&links.prev, "prev")].into_iter().flatten().collect();
    if links.is_empty() { None } else { Some(links.join(", ")) }
}

/// A resource of actix with its part of the document.
struct Endpoint<R> {
    resource: Resource,
    paths: Vec<(String, Value)>,
    schemas: Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::Schema>)>,
    record: PhantomData<fn() -> R>,
}

impl<R> Endpoint<R> {
    /// Its paths stand with those of the list.
    fn silent(resource: Resource) -> Self {
        Self { resource, paths: Vec::new(), schemas: Vec::new(), record: PhantomData }
    }
}
impl<R: 'static> HttpServiceFactory for Endpoint<R> {
    fn register(self, config: &mut AppService) {
        self.resource.register(config);
    }
}
impl<R> OpenApiFactory for Endpoint<R> {
    fn paths(&self) -> utoipa::openapi::path::Paths {
        let mut paths = utoipa::openapi::path::Paths::new();
        for (path, item) in &self.paths {
            match serde_json::from_value(item.clone()) {
                Ok(item) => drop(paths.paths.insert(path.clone(), item)),
                // A test counts the operations of every record, so this never gets beyond a developer.
                Err(err) => tracing::error!(path, %err, "an operation is missing from the document"),
            }
        }
        paths
    }
    fn schemas(&self, schemas: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::Schema>)>) {
        schemas.extend(self.schemas.iter().cloned());
    }
}
