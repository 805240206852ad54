//! The link with which somebody chooses the password of their account: once, within a week.

use chrono::TimeDelta;
use diesel::prelude::{ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::auth::secrets::Secret;
use crate::auth::store::{self, UserId};
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::problem::{Code, Problem};
use crate::record::find;
use crate::schema::{institutions, memberships, users};
use crate::users::model::{User, UserStatus};

const LIFETIME: TimeDelta = TimeDelta::days(7);

/// The link of an invitation: told once.
#[derive(Serialize, ToSchema)]
pub struct Invitation {
    /// To be handed to the user, and to nobody else: whoever has it chooses the password.
    #[schema(max_length = 1000)]
    pub url: String,
    pub expires_at: Instant,
}

/// The secret of an invitation and the password that its user chooses.
#[derive(Deserialize, ToSchema)]
#[schema(example = json!({"token": "Xq3vB6mPz0Zk1nTf9wYhCd2sLr8uJ4aEoGi7tKxQeVM", "password": "a long one of several words"}))]
pub struct InvitationAcceptance {
    /// The last part of the link.
    #[schema(min_length = 1, max_length = 200)]
    pub token: String,
    /// At least 8 characters, better 15 or more; of whatever kind.
    #[schema(format = Password, min_length = 8, max_length = 128)]
    pub password: String,
}

/// What to sign in with beside the new password.
#[derive(Debug, Serialize, ToSchema)]
pub struct AcceptedInvitation {
    #[schema(max_length = 254)]
    pub email: String,
    /// The slug of the institution.
    #[schema(max_length = 60)]
    pub institution: String,
}

/// Makes a link in the place of an earlier one. An account with a password, or one that is also another
/// institution's, is its owner's: nobody else can come to set its password.
pub fn invite(conn: &mut Conn, caller: &Caller, id: &AnyId, public_url: &str) -> Result<Invitation, Problem> {
    let user: User = find(conn, caller, id)?;
    if user.head.archived_at.is_some() {
        return Err(Problem::because(Code::StateConflict, "record_archived", ""));
    }
    if user.status == UserStatus::Active {
        return Err(Problem::because(Code::StateConflict, "account_in_use", ""));
    }
    let (secret, expires_at) = (Secret::new()?, caller.now.plus(LIFETIME));
    diesel::update(memberships::table.find((caller.institution.as_str(), id)))
        .set((memberships::invitation_hash.eq(secret.hash()), memberships::invitation_expires_at.eq(expires_at)))
        .execute(conn)?;
    Ok(Invitation { url: format!("{public_url}/invitation/{}", secret.as_str()), expires_at })
}

/// Whom an invitation is for.
#[derive(Debug)]
pub struct Invited {
    user: UserId,
    epoch: i32,
    institution: InstitutionId,
    pub accepted: AcceptedInvitation,
}

/// The open invitation with this secret. An account that got its password meanwhile is not its any more.
pub fn open(conn: &mut Conn, secret: &Secret, now: Instant) -> Result<Option<Invited>, Problem> {
    type Row = (UserId, i32, String, Option<String>, InstitutionId, String);
    let found: Option<Row> = memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .inner_join(institutions::table.on(institutions::id.eq(memberships::institution_id)))
        .filter(memberships::invitation_hash.eq(secret.hash()))
        .filter(memberships::invitation_expires_at.gt(now))
        .filter(memberships::archived_at.is_null())
        .filter(users::disabled_at.is_null())
        .select((users::id, users::epoch, users::email, users::password_hash, memberships::institution_id, institutions::slug))
        .first(conn)
        .optional()?;
    Ok(found.and_then(|(user, epoch, email, password, institution, slug)| match password {
        Some(_) => None,
        None => Some(Invited { user, epoch, institution, accepted: AcceptedInvitation { email, institution: slug } }),
    }))
}

/// Sets the password; false when somebody else was faster.
pub fn accept(conn: &mut Conn, now: Instant, invited: &Invited, password_hash: &str) -> Result<bool, Problem> {
    let spent: (Option<String>, Option<Instant>) = (None, None);
    let row = memberships::table
        .filter(memberships::institution_id.eq(&invited.institution))
        .filter(memberships::user_id.eq(&invited.user))
        .filter(memberships::invitation_hash.is_not_null());
    let open = diesel::update(row)
        .set((memberships::invitation_hash.eq(spent.0), memberships::invitation_expires_at.eq(spent.1)))
        .execute(conn)?;
    Ok(open == 1 && store::change_password(conn, now, &invited.user, invited.epoch, password_hash)?)
}
