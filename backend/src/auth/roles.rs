//! Roles, rights, and the types that stand for them in handlers.

use std::future::{Ready, ready};
use std::marker::PhantomData;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use crate::auth::caller::Caller;
use crate::platform::problem::{Code, Problem};

crate::words! {
    /// What a person is in an institution.
    pub enum Role {
        /// Student or lecturer: what concerns themselves.
        Member = "member",
        /// Of a faculty or department: what belongs to their unit and those below it.
        Coordinator = "coordinator",
        /// Staff of the cooperation office: all records.
        Officer = "officer",
        /// Legal, finance, vice-rector: reads all, decides what is addressed to them.
        Approver = "approver",
        /// Leadership and auditors: reads all.
        Viewer = "viewer",
        /// Head of the office, IT: what an officer may, and users, settings and the audit trail.
        Admin = "admin",
    }
}

/// A right, as the document and the permission table name it.
pub trait Right: 'static {
    const NAME: &'static str;
    const ROLES: &'static [Role];
}

/// A caller who has the right.
pub struct Permitted<R: Right>(pub Caller, PhantomData<R>);

pub type Member = Permitted<MemberRight>;
pub type Staff = Permitted<StaffRight>;
pub type Coordinator = Permitted<CoordinatorRight>;
pub type Officer = Permitted<OfficerRight>;
pub type Auditor = Permitted<AuditorRight>;
pub type Admin = Permitted<AdminRight>;

pub enum MemberRight {}
pub enum StaffRight {}
pub enum CoordinatorRight {}
pub enum OfficerRight {}
pub enum AuditorRight {}
pub enum AdminRight {}

impl Right for MemberRight {
    const NAME: &'static str = "member";
    const ROLES: &'static [Role] = Role::ALL;
}
impl Right for StaffRight {
    const NAME: &'static str = "staff";
    const ROLES: &'static [Role] = &[Role::Coordinator, Role::Officer, Role::Approver, Role::Viewer, Role::Admin];
}
impl Right for CoordinatorRight {
    const NAME: &'static str = "coordinator";
    const ROLES: &'static [Role] = &[Role::Coordinator, Role::Officer, Role::Admin];
}
impl Right for OfficerRight {
    const NAME: &'static str = "officer";
    const ROLES: &'static [Role] = &[Role::Officer, Role::Admin];
}
impl Right for AuditorRight {
    const NAME: &'static str = "auditor";
    const ROLES: &'static [Role] = &[Role::Officer, Role::Approver, Role::Viewer, Role::Admin];
}
impl Right for AdminRight {
    const NAME: &'static str = "admin";
    const ROLES: &'static [Role] = &[Role::Admin];
}

/// Every right there is.
pub const RIGHTS: &[(&str, &[Role])] = &[
    (MemberRight::NAME, MemberRight::ROLES),
    (StaffRight::NAME, StaffRight::ROLES),
    (CoordinatorRight::NAME, CoordinatorRight::ROLES),
    (OfficerRight::NAME, OfficerRight::ROLES),
    (AuditorRight::NAME, AuditorRight::ROLES),
    (AdminRight::NAME, AdminRight::ROLES),
];

/// The names of the rights a role has.
pub fn rights_of(role: Role) -> impl Iterator<Item = &'static str> {
    RIGHTS.iter().filter(move |it| it.1.contains(&role)).map(|it| it.0)
}

impl<R: Right> FromRequest for Permitted<R> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        // `credentials` has looked at the request before any handler does.
        let caller = req.extensions().get::<Caller>().cloned();
        ready(match caller {
            None => Err(Problem::new(Code::Unauthenticated)),
            Some(caller) if R::ROLES.contains(&caller.role) => Ok(Self(caller, PhantomData)),
            Some(_) => Err(Problem::new(Code::Forbidden)),
        })
    }
}
