use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::auth::login::email_key;
use crate::auth::roles::{AdminRight, Role};
use crate::institutions::units::Unit;
use crate::people::model::Person;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::filter::Field;
use crate::platform::id::AnyId;
use crate::platform::problem::{Code, Problem};
use crate::platform::text::Line;
use crate::record::expand::Expansion;
use crate::record::{Head, Noun, Pick, Record, check_reference};
use crate::users::store;

crate::words! {
    /// Can somebody sign in?
    pub enum UserStatus {
        /// The account has no password yet.
        Invited = "invited",
        Active = "active",
    }
}

/// Somebody with an account, as what they are in the institution.
#[derive(Serialize, ToSchema)]
pub struct User {
    #[serde(flatten)]
    pub head: Head,
    #[serde(flatten)]
    pub draft: UserDraft,
    /// An archived user cannot sign in to the institution, whatever this says.
    #[schema(inline)]
    pub status: UserStatus,
    /// Is the account of this institution only, and so the institution's to change?
    #[serde(skip)]
    pub is_ours: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = UserCreate, example = json!({"email": "n.rahimova@university.example", "name": "Nodira Rahimova", "role": "officer"}))]
pub struct UserDraft {
    /// One account has it. The address of an account that is in use is changed by its owner only.
    #[schema(max_length = 254, pattern = r"^[^@\s\u0000-\u001f]+@[^@\s\u0000-\u001f]+$")]
    pub email: String,
    /// Of an account that is in use its owner changes the name. Somebody who has an account already keeps theirs.
    pub name: Line<200>,
    #[schema(inline)]
    pub role: Role,
    /// Where the right of a coordinator begins: this unit and all below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_id: Option<AnyId>,
    /// The person that the account belongs to: a member sees what is about them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<AnyId>,
}

impl Record for User {
    type Draft = UserDraft;
    type Read = AdminRight;
    type Write = AdminRight;
    type History = AdminRight;

    const NOUN: Noun = Noun {
        one: "user",
        path: "users",
        schema: "User",
        schemas: "Users",
        table: "memberships",
        title: "user",
        about: "Who has an account in the institution, and in which role.",
    };
    const PERSONAL: bool = true;
    const FIELDS: &'static [Field] = &[
        Field::folded("name", "name_key"),
        Field::word("role", "role", Role::WORDS),
        Field::id("unit_id", "unit_id").nullable(),
        Field::id("person_id", "person_id").nullable(),
    ];
    const EXPANSIONS: &'static [Expansion] = &[Expansion::of::<Unit>("unit"), Expansion::of::<Person>("person")];

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> UserDraft {
        self.draft.clone()
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        store::load(conn, pick)
    }
    fn check(conn: &mut Conn, caller: &Caller, draft: &UserDraft, before: Option<&Self>, faults: &mut Faults) -> Result<(), Problem> {
        check_account(conn, caller, draft, before, faults)?;
        match (draft.role, &draft.unit_id) {
            (Role::Coordinator, None) => faults.about("/unit_id", "needed_when", "role = coordinator"),
            (Role::Coordinator, Some(unit)) => {
                let unchanged = before.is_some_and(|it| it.draft.unit_id.as_ref() == Some(unit));
                check_reference::<Unit>(conn, caller, "/unit_id", unit, unchanged, faults)?;
            }
            (_, Some(_)) => faults.about("/unit_id", "only_when", "role = coordinator"),
            (_, None) => {}
        }
        if let Some(person) = &draft.person_id {
            let unchanged = before.is_some_and(|it| it.draft.person_id.as_ref() == Some(person));
            check_reference::<Person>(conn, caller, "/person_id", person, unchanged, faults)?;
        }
        let steps_down = before.is_some_and(|it| it.draft.role == Role::Admin) && draft.role != Role::Admin;
        if steps_down && store::admins(conn, caller)? <= 1 {
            faults.add("/role", "last_admin");
        }
        Ok(())
    }
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: UserDraft) -> Result<(), Problem> {
        store::insert(conn, caller, id, draft)
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: UserDraft) -> Result<(), Problem> {
        store::update(conn, caller, id, draft)
    }
    /// Somebody must be left who can let others in again.
    fn archived(conn: &mut Conn, caller: &Caller, _record: &Self) -> Result<(), Problem> {
        match store::admins(conn, caller)? {
            0 => Err(Problem::because(Code::StateConflict, "last_admin", "")),
            _ => Ok(()),
        }
    }
}

fn check_account(conn: &mut Conn, caller: &Caller, draft: &UserDraft, before: Option<&User>, faults: &mut Faults) -> Result<(), Problem> {
    let moves = before.is_none_or(|it| email_key(&it.draft.email) != email_key(&draft.email));
    let renames = before.is_some_and(|it| it.draft.name != draft.name);
    let fixed = before.is_some_and(|it| it.status == UserStatus::Active || !it.is_ours);
    for (changes, pointer) in [(before.is_some() && moves, "/email"), (renames, "/name")] {
        if changes && fixed {
            faults.add(pointer, "owner_only");
        }
    }
    // Who else has the address is not for one institution to learn of another: at first entry an account is shared.
    if moves && !fixed && store::is_taken(conn, caller, &draft.email, before.is_some())? {
        faults.add("/email", "taken");
    }
    Ok(())
}
