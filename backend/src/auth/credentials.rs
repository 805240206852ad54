//! From the credential of a request to the caller, before any handler.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};

use crate::auth::Auth;
use crate::auth::caller::Caller;
use crate::auth::secrets::Secret;
use crate::auth::sessions::{self, Session};
use crate::auth::standing::{Known, Name, Standing};
use crate::auth::store;
use crate::platform::clock::{Clock, Instant};
use crate::platform::db::Db;
use crate::platform::http::RequestId;
use crate::platform::id::AnyId;
use crate::platform::problem::{Code, Problem};

/// The session of a request that came with a cookie; in its extensions.
#[derive(Clone, Debug)]
pub struct CurrentSession(pub AnyId);

/// Puts the `Caller` into the request. No credential is no fault here: a handler that needs a caller says so.
pub async fn authenticate(req: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    if knows_callers(req.path()) {
        match identify(&req).await {
            Ok((caller, session)) => {
                let mut extensions = req.extensions_mut();
                if let Some(caller) = caller {
                    extensions.insert::<Caller>(caller);
                }
                if let Some(session) = session {
                    extensions.insert(CurrentSession(session));
                }
            }
            // An answer, not an error: an error would lose the request, which the answer is written from.
            Err(problem) => return Ok(req.error_response(problem)),
        }
    }
    Ok(next.call(req).await?.map_into_boxed_body())
}

/// What is open to everybody is open to those with an old cookie too.
fn knows_callers(path: &str) -> bool {
    let Some(rest) = path.strip_prefix("/api/v1/") else { return false };
    let first = rest.split('/').next().unwrap_or_default();
    !matches!(first, "public" | "auth" | "openapi.json" | "code-lists")
}

async fn identify(req: &ServiceRequest) -> Result<(Option<Caller>, Option<AnyId>), Problem> {
    let missing = || Problem::internal("the application lacks its shared data");
    let auth = req.app_data::<Data<Auth>>().ok_or_else(missing)?;
    let db = req.app_data::<Data<Db>>().ok_or_else(missing)?;
    let now = req.app_data::<Data<Clock>>().ok_or_else(missing)?.now();
    let request_id = req.extensions().get::<RequestId>().map_or_else(String::new, |it| it.0.clone());
    if let Some(header) = req.headers().get(AUTHORIZATION) {
        let token = header.to_str().ok().and_then(bearer).ok_or_else(refused)?;
        let standing = by_token(auth, db, token, now).await?;
        return Ok((Some(standing.caller(now, request_id)), None));
    }
    if let Some(cookie) = req.cookie(auth.site.cookie_name()) {
        auth.site.check(req.method(), req.headers())?;
        let secret = Secret::given(cookie.value()).ok_or_else(refused)?;
        let (standing, session) = by_session(auth, db, &secret, now).await?;
        return Ok((Some(standing.caller(now, request_id)), Some(session)));
    }
    Ok((None, None))
}

fn refused() -> Problem {
    Problem::new(Code::Unauthenticated)
}

fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

async fn by_token(auth: &Auth, db: &Db, token: &str, now: Instant) -> Result<Arc<Standing>, Problem> {
    let claims = auth.access.verify(token, now)?;
    let name = Name::Membership(claims.sub.clone(), claims.inst.clone());
    let standing = match auth.remembered.get(&name, now) {
        Some(known) => known.standing,
        None => {
            let asked = claims.clone();
            let found = db.read(move |conn| store::standing(conn, &asked.inst, &asked.sub)).await?;
            let standing = Arc::new(found.ok_or_else(refused)?);
            auth.remembered.put(name, now, Known { standing: standing.clone(), session: None });
            standing
        }
    };
    if standing.honours(claims.epoch) { Ok(standing) } else { Err(refused()) }
}

async fn by_session(auth: &Auth, db: &Db, secret: &Secret, now: Instant) -> Result<(Arc<Standing>, AnyId), Problem> {
    let name = Name::Session(secret.hash());
    let known = match auth.remembered.get(&name, now) {
        Some(known) => known,
        None => {
            let hash = secret.hash();
            let found = db.read(move |conn| store::session(conn, &hash)).await?;
            let (session, standing) = found.ok_or_else(refused)?;
            let known = Known { standing: Arc::new(standing), session: Some(session) };
            auth.remembered.put(name.clone(), now, known.clone());
            known
        }
    };
    let Known { standing, session: Some(session) } = known else { return Err(refused()) };
    if session.is_over(now) || !standing.honours(session.epoch) {
        return Err(refused());
    }
    let id = session.id.clone();
    if session.is_to_be_seen(now) {
        let session = Some(Session { last_seen_at: now, ..session });
        auth.remembered.put(name, now, Known { standing: standing.clone(), session });
        see(db, &standing, &id, now).await;
    }
    Ok((standing, id))
}

/// A read must not fail because nothing can be written.
async fn see(db: &Db, standing: &Standing, id: &AnyId, now: Instant) {
    let (institution, id) = (standing.institution.clone(), id.clone());
    if let Err(problem) = db.write(move |conn| sessions::seen(conn, &institution, &id, now)).await {
        tracing::warn!(%problem, "a session was not seen");
    }
}
