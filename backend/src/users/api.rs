use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse, post};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::Auth;
use crate::auth::api::{no_parameters, read, unstored};
use crate::auth::roles::Admin;
use crate::auth::secrets::Secret;
use crate::platform::body::Schemas;
use crate::platform::clock::Clock;
use crate::platform::db::Db;
use crate::platform::journal;
use crate::platform::problem::{Fault, Problem};
use crate::record;
use crate::record::api::parse_id;
use crate::users::invitation::{self, AcceptedInvitation, Invitation, InvitationAcceptance};
use crate::users::model::User;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(invite_user).service(accept_invitation);
    record::api::routes::<User>(cfg);
}

/// Make the link of an invitation
///
/// For a user whose account has no password yet. It is told once, is good for a week and for one use, and takes the
/// place of an earlier one.
#[utoipa::path(
    tag = "users",
    operation_id = "inviteUser",
    params(("id" = String, Path, format = Uuid, max_length = 36)),
    responses((status = OK, description = "The link.", body = Invitation)),
    extensions(("x-required-permission" = json!("admin"))),
)]
#[post("/users/{id}/invitation")]
async fn invite_user(
    caller: Admin,
    req: HttpRequest,
    (auth, db): (Data<Auth>, Data<Db>),
    id: Path<String>,
) -> Result<HttpResponse, Problem> {
    no_parameters(&req)?;
    let (id, url) = (parse_id(&id)?, auth.site.url().to_owned());
    let invitation = db
        .write(move |conn| {
            journal::lock(conn, &caller.0.institution)?;
            invitation::invite(conn, &caller.0, &id, &url)
        })
        .await?;
    Ok(unstored(HttpResponse::Ok()).json(invitation))
}

/// Accept an invitation
///
/// Sets the password of the account. Afterwards sign in with the answer and the password.
#[utoipa::path(
    tag = "users",
    operation_id = "acceptInvitation",
    security(()),
    request_body = InvitationAcceptance,
    responses((status = OK, description = "What to sign in with.", body = AcceptedInvitation)),
)]
#[post("/invitations/accept")]
async fn accept_invitation(
    req: HttpRequest,
    (auth, db, schemas, clock): (Data<Auth>, Data<Db>, Data<Schemas>, Data<Clock>),
    body: Bytes,
) -> Result<HttpResponse, Problem> {
    no_parameters(&req)?;
    auth.site.check_sign_in(req.headers())?;
    let InvitationAcceptance { token, password } = read(&req, &schemas, "InvitationAcceptance", &body)?;
    let (secret, now) = (Secret::given(&token).ok_or_else(spent)?, clock.now());
    // Before the password is hashed, which is dear.
    let invited = db.read(move |conn| invitation::open(conn, &secret, now)).await?.ok_or_else(spent)?;
    let hash = auth.passwords.hash(password).await?;
    let accepted = db
        .write(move |conn| match invitation::accept(conn, now, &invited, &hash)? {
            true => Ok(invited.accepted),
            false => Err(spent()),
        })
        .await?;
    Ok(unstored(HttpResponse::Ok()).json(accepted))
}

/// Used, replaced, too old, or never there: which of them is not told.
fn spent() -> Problem {
    Problem::invalid(vec![Fault { pointer: "/token".to_owned(), code: "invitation_spent", about: String::new() }])
}
