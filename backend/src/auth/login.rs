//! The steps of signing in that tokens and sessions share, and making accounts.

use actix_web::HttpRequest;
use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

use crate::auth::Auth;
use crate::auth::roles::Role;
use crate::auth::store::{self, Account, UserId};
use crate::auth::throttle::Attempt;
use crate::platform::clock::Instant;
use crate::platform::db::{Conn, Db};
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::problem::{Code, Problem};
use crate::platform::text::Line;
use crate::schema::{memberships, users};

/// Who wants in, and where.
#[derive(Deserialize, ToSchema)]
#[schema(example = json!({"email": "office@university.example", "password": "correct horse battery", "institution": "tiiame"}))]
pub struct SignIn {
    pub email: Line<254>,
    #[schema(format = Password, min_length = 1, max_length = 128)]
    pub password: String,
    /// The short name of the institution, as in its public address.
    #[schema(min_length = 2, max_length = 60, pattern = "^[a-z0-9-]{2,60}$")]
    pub institution: String,
}

/// The account, if the password is its password. What is wrong is never told, nor by the time it takes.
pub async fn sign_in(req: &HttpRequest, auth: &Auth, db: &Db, now: Instant, form: SignIn) -> Result<Account, Problem> {
    let SignIn { email, password, institution } = form;
    let email_key = email_key(email.as_str());
    let attempt = Attempt { account: email_key.clone(), address: auth.site.peer(req), now };
    auth.throttle.check(&attempt)?;
    let account = db.read(move |conn| store::account(conn, &email_key, &institution)).await?;
    let expected = account.as_ref().and_then(|it| it.password_hash.clone());
    let right = auth.passwords.verify(password, expected).await?;
    let account = account.filter(|it| right && !it.disabled);
    auth.throttle.settle(&attempt, account.is_some())?;
    match &account {
        Some(account) => tracing::info!(user = %account.user, institution = %account.institution, "signed in"),
        None => tracing::warn!(address = %attempt.address, "sign-in refused"),
    }
    account.ok_or_else(|| Problem::because(Code::Unauthenticated, "wrong_credentials", ""))
}

/// An e-mail address as it is compared.
pub fn email_key(email: &str) -> String {
    email.trim().nfc().flat_map(char::to_lowercase).collect()
}

/// The user with this address, of whichever institution.
pub fn find_user(conn: &mut Conn, email: &str) -> Result<Option<UserId>, Problem> {
    Ok(users::table.filter(users::email_key.eq(email_key(email))).select(users::id).first(conn).optional()?)
}

/// `password_hash` is of `passwords::hash`; none for those who sign in elsewhere. A known address is a duplicate.
pub fn create_user(conn: &mut Conn, now: Instant, email: &str, name: &str, password_hash: Option<&str>) -> Result<UserId, Problem> {
    let id = UserId::new();
    let row = (
        users::id.eq(&id),
        users::email.eq(email.trim()),
        users::email_key.eq(email_key(email)),
        users::name.eq(name.trim()),
        users::password_hash.eq(password_hash),
        users::epoch.eq(0),
        users::created_at.eq(now),
        users::updated_at.eq(now),
    );
    diesel::insert_into(users::table).values(row).execute(conn)?;
    Ok(id)
}

/// What a user is in an institution.
#[derive(Debug)]
pub struct Membership<'a> {
    pub id: &'a AnyId,
    pub user: &'a UserId,
    pub role: Role,
    /// Where a coordinator's right begins.
    pub unit: Option<&'a AnyId>,
    /// Whom the account of a member belongs to.
    pub person: Option<&'a AnyId>,
}

/// One for each user and institution; a second is a duplicate.
pub fn add_membership(conn: &mut Conn, now: Instant, institution: &InstitutionId, membership: &Membership<'_>) -> Result<(), Problem> {
    let Membership { id, user, role, unit, person } = membership;
    let row = (
        memberships::institution_id.eq(institution),
        memberships::id.eq(id),
        memberships::user_id.eq(user),
        memberships::role.eq(role),
        memberships::unit_id.eq(unit),
        memberships::person_id.eq(person),
        memberships::created_at.eq(now),
        memberships::updated_at.eq(now),
    );
    diesel::insert_into(memberships::table).values(row).execute(conn)?;
    store::copy_names(conn, user)
}
