//! Signing in and out: tokens for phones and scripts, a session for the browser.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, delete, post};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::Auth;
use crate::auth::login::{self, SignIn};
use crate::auth::me::{self, Me};
use crate::auth::refresh::{self, Renewed};
use crate::auth::secrets::Secret;
use crate::auth::standing::Name;
use crate::auth::{sessions, tokens};
use crate::platform::body::{self, Schemas};
use crate::platform::clock::{Clock, Instant};
use crate::platform::db::Db;
use crate::platform::http;
use crate::platform::problem::{Code, Problem};

type Answered = Result<HttpResponse, Problem>;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(create_token).service(renew_token).service(revoke_token).service(create_session).service(delete_session);
    cfg.configure(me::routes);
}

/// A refresh token.
#[derive(Deserialize, ToSchema)]
#[schema(example = json!({"refresh_token": "Xq3vB6mPz0Zk1nTf9wYhCd2sLr8uJ4aEoGi7tKxQeVM"}))]
pub struct RefreshToken {
    /// As it was given; opaque.
    #[schema(min_length = 1, max_length = 200)]
    refresh_token: String,
}

crate::words! {
    pub enum TokenType { Bearer = "Bearer" }
}

/// An access token, and the refresh token to get the next with.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "access_token": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSJ9.eyJhdWQiOiJoYW1rb3IifQ.c2lnbmF0dXJl", "token_type": "Bearer",
    "expires_in": 600, "refresh_token": "Xq3vB6mPz0Zk1nTf9wYhCd2sLr8uJ4aEoGi7tKxQeVM", "refresh_expires_in": 2_592_000,
}))]
pub struct Tokens {
    /// For the header `Authorization: Bearer …`.
    #[schema(max_length = 4000)]
    access_token: String,
    #[schema(inline)]
    token_type: TokenType,
    /// Seconds until the access token expires.
    #[schema(minimum = 0, maximum = 600)]
    expires_in: i64,
    /// Good for one use.
    #[schema(max_length = 200)]
    refresh_token: String,
    /// Seconds until the refresh token expires.
    #[schema(minimum = 0, maximum = 2_592_000)]
    refresh_expires_in: i64,
}

impl Tokens {
    fn new(auth: &Auth, now: Instant, renewed: &Renewed) -> Result<Self, Problem> {
        let Renewed { user, institution, epoch, secret, expires_at } = renewed;
        Ok(Self {
            access_token: auth.access.issue(user, institution, *epoch, now)?,
            token_type: TokenType::Bearer,
            expires_in: tokens::LIFETIME.num_seconds(),
            refresh_token: secret.as_str().to_owned(),
            refresh_expires_in: expires_at.since(now).num_seconds(),
        })
    }
}

/// Sign in for tokens
///
/// For phones and scripts. The access token lives ten minutes; after that, or a little before, send the refresh
/// token to `/auth/tokens/refresh`. What was wrong with the credentials is not told. Failures are limited for
/// each account and address: 429 says in `retry_after` how many seconds to wait.
#[utoipa::path(
    tag = "auth", operation_id = "createToken", security(()), request_body = SignIn,
    responses((status = OK, description = "A pair of tokens.", body = Tokens)),
)]
#[post("/auth/tokens")]
async fn create_token(
    req: HttpRequest,
    (auth, db, schemas, clock): (Data<Auth>, Data<Db>, Data<Schemas>, Data<Clock>),
    body: Bytes,
) -> Answered {
    no_parameters(&req)?;
    let form: SignIn = read(&req, &schemas, "SignIn", &body)?;
    let now = clock.now();
    let account = login::sign_in(&req, &auth, &db, now, form).await?;
    let renewed = db
        .write(move |conn| {
            let secret = refresh::issue(conn, now, &account)?;
            let expires_at = now.plus(refresh::LIFETIME);
            Ok(Renewed { user: account.user, institution: account.institution, epoch: account.epoch, secret, expires_at })
        })
        .await?;
    Ok(unstored(HttpResponse::Ok()).json(Tokens::new(&auth, now, &renewed)?))
}

/// Refresh tokens
///
/// A refresh token is good for one use: the answer has the next one. Using it again within ten seconds, because
/// the answer was lost or two requests ran at once, gives the same next one; using it later ends every token that
/// came from the same sign-in. After a 401 sign in again.
#[utoipa::path(
    tag = "auth", operation_id = "refreshToken", security(()), request_body = RefreshToken,
    responses((status = OK, description = "A pair of tokens.", body = Tokens)),
)]
#[post("/auth/tokens/refresh")]
async fn renew_token(
    req: HttpRequest,
    (auth, db, schemas, clock): (Data<Auth>, Data<Db>, Data<Schemas>, Data<Clock>),
    body: Bytes,
) -> Answered {
    no_parameters(&req)?;
    let RefreshToken { refresh_token } = read(&req, &schemas, "RefreshToken", &body)?;
    let refused = || Problem::new(Code::Unauthenticated);
    let presented = Secret::given(&refresh_token).ok_or_else(refused)?;
    let (now, shared) = (clock.now(), auth.clone());
    // A refusal that ended a family is no error inside the transaction: it would be undone.
    let renewed = db.write(move |conn| refresh::renew(conn, &shared.successors, &presented, now)).await?;
    Ok(unstored(HttpResponse::Ok()).json(Tokens::new(&auth, now, &renewed.ok_or_else(refused)?)?))
}

/// Sign out with a refresh token
///
/// Ends every refresh token that came from the same sign-in. The answer is the same for a token that is none
/// (RFC 7009). An access token that is out already lives on for its ten minutes.
#[utoipa::path(
    tag = "auth", operation_id = "revokeToken", security(()), request_body = RefreshToken,
    responses((status = NO_CONTENT, description = "It is of no use any more.")),
)]
#[post("/auth/tokens/revoke")]
async fn revoke_token(req: HttpRequest, (db, schemas, clock): (Data<Db>, Data<Schemas>, Data<Clock>), body: Bytes) -> Answered {
    no_parameters(&req)?;
    let RefreshToken { refresh_token } = read(&req, &schemas, "RefreshToken", &body)?;
    if let Some(presented) = Secret::given(&refresh_token) {
        let now = clock.now();
        db.write(move |conn| refresh::revoke(conn, &presented, now)).await?;
    }
    Ok(unstored(HttpResponse::NoContent()).finish())
}

/// Sign in for a session
///
/// For browsers: the answer sets a cookie that scripts cannot read, and is what `GET /me` answers. A session ends
/// after 30 minutes without a request, and after 12 hours. Writes with the cookie must come from the same site.
#[utoipa::path(
    tag = "auth", operation_id = "createSession", security(()), request_body = SignIn,
    responses((status = OK, description = "The session has begun.", body = Me)),
)]
#[post("/auth/session")]
async fn create_session(
    req: HttpRequest,
    (auth, db, schemas, clock): (Data<Auth>, Data<Db>, Data<Schemas>, Data<Clock>),
    body: Bytes,
) -> Answered {
    no_parameters(&req)?;
    auth.site.check_sign_in(req.headers())?;
    let form: SignIn = read(&req, &schemas, "SignIn", &body)?;
    let now = clock.now();
    let account = login::sign_in(&req, &auth, &db, now, form).await?;
    let before = end_current(&req, &auth);
    let (secret, me) = db
        .write(move |conn| {
            if let Some(hash) = before {
                sessions::end(conn, now, &hash)?;
            }
            let secret = sessions::begin(conn, now, &account)?;
            Ok((secret, me::of(conn, &account.institution, &account.user)?))
        })
        .await?;
    Ok(unstored(HttpResponse::Ok()).cookie(auth.site.cookie(&secret)).json(me))
}

/// Sign out of the session
///
/// Ends the session of the cookie and clears the cookie; does nothing when there is none.
#[utoipa::path(tag = "auth", operation_id = "deleteSession", security(()), responses((status = NO_CONTENT, description = "There is no session any more.")))]
#[delete("/auth/session")]
async fn delete_session(req: HttpRequest, (auth, db, clock): (Data<Auth>, Data<Db>, Data<Clock>)) -> Answered {
    no_parameters(&req)?;
    if req.cookie(auth.site.cookie_name()).is_some() {
        auth.site.check(req.method(), req.headers())?;
    }
    if let Some(hash) = end_current(&req, &auth) {
        let (now, name) = (clock.now(), Name::Session(hash.clone()));
        db.write(move |conn| sessions::end(conn, now, &hash)).await?;
        auth.remembered.forget(&name);
    }
    Ok(unstored(HttpResponse::NoContent()).cookie(auth.site.no_cookie()).finish())
}

/// The hash of the secret in the cookie, which is forgotten here: its session is about to end.
fn end_current(req: &HttpRequest, auth: &Auth) -> Option<String> {
    let hash = req.cookie(auth.site.cookie_name()).and_then(|it| Secret::given(it.value()))?.hash();
    auth.remembered.forget(&Name::Session(hash.clone()));
    Some(hash)
}

/// The body, judged by its schema.
pub fn read<T: DeserializeOwned>(req: &HttpRequest, schemas: &Schemas, schema: &str, bytes: &[u8]) -> Result<T, Problem> {
    let judged = body::judge::<T>(schemas, schema, http::json_body(req, bytes)?)?;
    judged.faults.into_result()?;
    judged.value.ok_or_else(|| Problem::internal(format!("{schema} was judged good and cannot be read")))
}

/// None of these operations takes any.
pub fn no_parameters(req: &HttpRequest) -> Result<(), Problem> {
    match req.query_string().split(['&', '=']).next().unwrap_or_default() {
        "" => Ok(()),
        name => Err(Problem::parameter(name, "unknown_parameter", name)),
    }
}

/// What says who somebody is, or lets them in, is kept by no cache.
pub fn unstored(mut answer: HttpResponseBuilder) -> HttpResponseBuilder {
    answer.insert_header((CACHE_CONTROL, "no-store"));
    answer
}
