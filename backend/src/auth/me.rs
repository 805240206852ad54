//! The caller themselves: what the app needs to know of them, and their password.

use actix_web::web::{Bytes, Data, ReqData};
use actix_web::{HttpRequest, HttpResponse, get, patch, put};
use diesel::prelude::{AsChangeset, BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, RunQueryDsl};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::Auth;
use crate::auth::api::{no_parameters, read, unstored};
use crate::auth::credentials::CurrentSession;
use crate::auth::roles::{self, Member, Role};
use crate::auth::sessions;
use crate::auth::store::{self, UserId};
use crate::auth::throttle::Attempt;
use crate::platform::body::{self, Faults, Schemas};
use crate::platform::db::{Conn, Db};
use crate::platform::http;
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::language::Language;
use crate::platform::names::Names;
use crate::platform::problem::{Code, Problem};
use crate::platform::text::Line;
use crate::schema::{institutions, memberships, users};

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(get_me).service(update_me).service(change_password);
}

/// Who is signed in, where, and what they may do.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "user": {"id": "019abf3c-8a00-7000-8000-000000000001", "email": "office@university.example", "name": "Dilnoza Karimova"},
    "institution": {"id": "019abf3c-8a00-7000-8000-000000000002", "slug": "tiiame", "names": {"en": "TIIAME"}, "demo": false},
    "role": "officer", "permissions": ["member", "staff", "coordinator", "officer", "auditor"], "demo": false,
    "institutions": [{"id": "019abf3c-8a00-7000-8000-000000000002", "slug": "tiiame", "names": {"en": "TIIAME"}, "role": "officer"}],
}))]
pub struct Me {
    user: MeUser,
    institution: MeInstitution,
    #[schema(inline)]
    role: Role,
    /// Where a coordinator's right begins: this unit and all below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_id: Option<AnyId>,
    /// The person that the account belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    person_id: Option<AnyId>,
    /// Every institution the user belongs to, by slug.
    #[schema(max_items = 1000)]
    institutions: Vec<MeMembership>,
    /// What `x-required-permission` of an operation may name for this role.
    #[schema(max_items = 50)]
    permissions: Vec<Line<50>>,
    /// Is this a demonstration, whose data is made up?
    demo: bool,
}

/// The account.
#[derive(Queryable, Serialize, ToSchema)]
pub struct MeUser {
    id: UserId,
    #[schema(max_length = 254)]
    email: String,
    #[schema(max_length = 500)]
    name: String,
    /// The language of the application; absent: as the browser says.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    /// Absent: as the system says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(inline)]
    theme: Option<Theme>,
}

crate::words! {
    /// How the application looks.
    pub enum Theme { Light = "light", Dark = "dark" }
}

/// What a user says of themselves: absent stays, null clears.
#[derive(Deserialize, ToSchema, AsChangeset)]
#[diesel(table_name = users)]
#[schema(example = json!({"language": "uz", "theme": "dark"}))]
pub struct MePatch {
    name: Option<Line<200>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Language>)]
    language: Option<Option<Language>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(inline, value_type = Option<Theme>)]
    theme: Option<Option<Theme>>,
}

/// Tells what is null from what is absent.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// The institution signed in to.
#[derive(Serialize, ToSchema)]
pub struct MeInstitution {
    id: InstitutionId,
    #[schema(max_length = 60)]
    slug: String,
    names: Names,
    demo: bool,
}

/// An institution the user belongs to.
#[derive(Serialize, ToSchema)]
pub struct MeMembership {
    id: InstitutionId,
    #[schema(max_length = 60)]
    slug: String,
    names: Names,
    #[schema(inline)]
    role: Role,
}

/// The old password and the new.
#[derive(Deserialize, ToSchema)]
#[schema(example = json!({"current_password": "correct horse battery", "new_password": "a longer one of several words"}))]
pub struct PasswordChange {
    #[schema(format = Password, min_length = 1, max_length = 128)]
    current_password: String,
    /// At least 8 characters, better 15 or more; of whatever kind.
    #[schema(format = Password, min_length = 8, max_length = 128)]
    new_password: String,
}

/// Tell who is signed in
///
/// The user, the institution of the credential, the role there and what it permits, and the user's other
/// institutions.
#[utoipa::path(
    tag = "me", operation_id = "getMe", extensions(("x-required-permission" = json!("member"))),
    responses((status = OK, description = "The caller.", body = Me)),
)]
#[get("/me")]
async fn get_me(caller: Member, req: HttpRequest, db: Data<Db>) -> Result<HttpResponse, Problem> {
    no_parameters(&req)?;
    let (institution, user) = (caller.0.institution.clone(), user(&caller)?);
    let me = db.read(move |conn| of(conn, &institution, &user)).await?;
    Ok(unstored(HttpResponse::Ok()).json(me))
}

/// Change what the application knows of the caller
///
/// Their name, in every institution, and how the application looks to them.
#[utoipa::path(
    tag = "me", operation_id = "updateMe", extensions(("x-required-permission" = json!("member"))),
    request_body(content = MePatch, content_type = "application/merge-patch+json"),
    responses((status = OK, description = "The caller.", body = Me)),
)]
#[patch("/me")]
async fn update_me(
    caller: Member,
    req: HttpRequest,
    (db, schemas): (Data<Db>, Data<Schemas>),
    body: Bytes,
) -> Result<HttpResponse, Problem> {
    no_parameters(&req)?;
    let judged = body::judge::<MePatch>(&schemas, "MePatch", http::merge_patch_body(&req, &body)?)?;
    judged.faults.into_result()?;
    let patch = judged.value.ok_or_else(|| Problem::internal("a patch was judged good and cannot be read"))?;
    let (institution, user, now) = (caller.0.institution.clone(), user(&caller)?, caller.0.now);
    let me = db
        .write(move |conn| {
            diesel::update(users::table.find(&user)).set((patch, users::updated_at.eq(now))).execute(conn)?;
            store::copy_names(conn, &user)?;
            of(conn, &institution, &user)
        })
        .await?;
    Ok(unstored(HttpResponse::Ok()).json(me))
}

/// Change the own password
///
/// Ends every other session and every token of the user, in all institutions; the session this came with goes on.
/// Who sent an access token signs in again.
#[utoipa::path(
    tag = "me", operation_id = "changePassword", extensions(("x-required-permission" = json!("member"))),
    request_body = PasswordChange, responses((status = NO_CONTENT, description = "The new password holds.")),
)]
#[put("/me/password")]
async fn change_password(
    caller: Member,
    req: HttpRequest,
    session: Option<ReqData<CurrentSession>>,
    (auth, db, schemas): (Data<Auth>, Data<Db>, Data<Schemas>),
    body: Bytes,
) -> Result<HttpResponse, Problem> {
    no_parameters(&req)?;
    let PasswordChange { current_password, new_password } = read(&req, &schemas, "PasswordChange", &body)?;
    let (user, now) = (user(&caller)?, caller.0.now);
    let epoch = check_current(&auth, &db, &req, &caller, current_password).await?;
    let hash = auth.passwords.hash(new_password).await?;
    let (institution, asked) = (caller.0.institution.clone(), user.clone());
    db.write(move |conn| {
        if !store::change_password(conn, now, &asked, epoch, &hash)? {
            return Err(Problem::new(Code::StateConflict));
        }
        match session {
            Some(session) => sessions::keep(conn, &institution, &session.0, epoch + 1),
            None => Ok(()),
        }
    })
    .await?;
    auth.remembered.forget_user(&user);
    Ok(unstored(HttpResponse::NoContent()).finish())
}

/// Whoever found an open session must not guess the password with it: tries count like those of signing in.
async fn check_current(auth: &Auth, db: &Db, req: &HttpRequest, caller: &Member, password: String) -> Result<i32, Problem> {
    let user = user(caller)?;
    let attempt = Attempt { account: user.to_string(), address: auth.site.peer(req), now: caller.0.now };
    auth.throttle.check(&attempt)?;
    let (expected, epoch) = db.read(move |conn| store::password(conn, &user)).await?;
    let right = auth.passwords.verify(password, expected).await?;
    auth.throttle.settle(&attempt, right)?;
    let mut faults = Faults::default();
    if !right {
        faults.add("/current_password", "wrong_credentials");
    }
    faults.into_result().map(|()| epoch)
}

fn user(caller: &Member) -> Result<UserId, Problem> {
    caller.0.user.as_ref().map(AnyId::typed).ok_or_else(|| Problem::new(Code::Unauthenticated))
}

/// The user as a member of the institution.
pub fn of(conn: &mut Conn, institution: &InstitutionId, user: &UserId) -> Result<Me, Problem> {
    type Row = (InstitutionId, String, Names, bool, Role, Option<AnyId>, Option<AnyId>);
    let account: MeUser =
        users::table.find(user).select((users::id, users::email, users::name, users::language, users::theme)).first(conn)?;
    let rows: Vec<Row> = memberships::table
        .inner_join(
            institutions::table
                .on(institutions::institution_id.eq(memberships::institution_id).and(institutions::id.eq(memberships::institution_id))),
        )
        .filter(memberships::user_id.eq(user))
        .filter(memberships::archived_at.is_null())
        .order(institutions::slug)
        .limit(1000)
        .select((
            institutions::id,
            institutions::slug,
            institutions::names,
            institutions::demo,
            memberships::role,
            memberships::unit_id,
            memberships::person_id,
        ))
        .load(conn)?;
    let here = rows.iter().find(|it| it.0 == *institution).cloned().ok_or_else(Problem::not_found)?;
    let (id, slug, names, demo, role, unit_id, person_id) = here;
    Ok(Me {
        user: account,
        institution: MeInstitution { id, slug, names, demo },
        role,
        unit_id,
        person_id,
        institutions: rows.into_iter().map(|(id, slug, names, _, role, ..)| MeMembership { id, slug, names, role }).collect(),
        permissions: roles::rights_of(role).map(Line::from_trusted).collect(),
        demo,
    })
}
