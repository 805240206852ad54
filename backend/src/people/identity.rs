//! What identifies a person: read and written only here, by officers, and kept by no cache.
//!
//! It shares the version of its person, so that nothing is overwritten unseen. The journal names the fields that
//! a change touched and never what stood in them.

use chrono::NaiveDate;
use diesel::prelude::{
    AsChangeset, ExpressionMethods, Insertable, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, Selectable, SelectableHelper,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::code_lists::codes::Country;
use crate::people::model::Person;
use crate::platform::body::{Faults, Judged};
use crate::platform::db::Conn;
use crate::platform::id::AnyId;
use crate::platform::journal::{self, Action};
use crate::platform::json::Json;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::write::{current, enter_in_journal, step};
use crate::record::{Record, check_order, find};
use crate::schema::identities;

/// The schema of the body.
pub const DRAFT_SCHEMA: &str = "PersonIdentityCreate";

crate::words! {
    /// As in the passport.
    pub enum Sex {
        Female = "female",
        Male = "male",
        /// X in the passport.
        Unspecified = "unspecified",
    }
}
crate::words! {
    pub enum DocumentKind {
        Passport = "passport",
        Visa = "visa",
        ResidencePermit = "residence_permit",
        /// Of the place of stay.
        Registration = "registration",
    }
}

/// What identifies a person.
#[derive(Serialize, ToSchema)]
pub struct PersonIdentity {
    #[serde(flatten)]
    pub draft: PersonIdentityDraft,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = identities, treat_none_as_null = true)]
#[schema(as = PersonIdentityCreate, example = json!({
    "birth_on": "2004-05-17", "sex": "female", "national_number": "51705046020018",
    "documents": [{"kind": "passport", "number": "AD1234567", "country": "UZ", "issued_on": "2020-06-01", "expires_on": "2030-05-31"}],
}))]
pub struct PersonIdentityDraft {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(inline)]
    pub sex: Option<Sex>,
    /// The personal number that a state gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_number: Option<Line<40>>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<IdentityDocument>)]
    pub documents: Json<Vec<IdentityDocument>>,
}

/// A passport, a visa, or a permit to stay.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct IdentityDocument {
    #[schema(inline)]
    pub kind: DocumentKind,
    pub number: Line<40>,
    /// The country that issued it.
    pub country: Country,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<NaiveDate>,
    /// The last day it is good for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
}

/// The identity with the version of its person; empty where nothing was entered yet.
pub fn of(conn: &mut Conn, caller: &Caller, id: &AnyId) -> Result<(i64, PersonIdentity), Problem> {
    let person: Person = find(conn, caller, id)?;
    let draft = load(conn, caller, id)?.unwrap_or_default();
    Ok((person.head.version, PersonIdentity { draft }))
}

/// Replaces the identity of a person that the caller saw in this version, and makes the next version of the person.
pub fn replace(
    conn: &mut Conn,
    caller: &Caller,
    id: &AnyId,
    version: i64,
    judged: Judged<PersonIdentityDraft>,
) -> Result<(i64, PersonIdentity), Problem> {
    current::<Person>(conn, caller, id, version)?;
    let draft = checked(caller, judged)?;
    let before = load(conn, caller, id)?;
    let changes = touched(&before.clone().unwrap_or_default(), &draft)?;
    if changes.is_empty() {
        return Ok((version, PersonIdentity { draft }));
    }
    match before {
        Some(_) => update(conn, caller, id, draft)?,
        None => insert(conn, caller, id, draft)?,
    }
    step(conn, caller, Person::NOUN.table, id)?;
    let (version, identity) = of(conn, caller, id)?;
    enter_in_journal(conn, caller, Person::NOUN.one, id, version, Action::Updated, None, changes)?;
    Ok((version, identity))
}

fn checked(caller: &Caller, judged: Judged<PersonIdentityDraft>) -> Result<PersonIdentityDraft, Problem> {
    let Judged { value, mut faults } = judged;
    if let Some(draft) = &value {
        check(caller, draft, &mut faults);
    }
    faults.into_result()?;
    value.ok_or_else(|| Problem::internal("an identity without faults could not be read"))
}

fn check(caller: &Caller, draft: &PersonIdentityDraft, faults: &mut Faults) {
    if draft.birth_on.is_some_and(|it| caller.today < it) {
        faults.add("/birth_on", "future_day");
    }
    for (index, document) in draft.documents.get().iter().enumerate() {
        check_order(document.issued_on, document.expires_on, &format!("/documents/{index}/expires_on"), faults);
    }
}

/// The names of the fields that differ, with nothing of what they hold.
fn touched(before: &PersonIdentityDraft, after: &PersonIdentityDraft) -> Result<Map<String, Value>, Problem> {
    let changes = journal::difference(&serde_json::to_value(before)?, &serde_json::to_value(after)?);
    Ok(changes.into_iter().map(|(name, _)| (format!("identity.{name}"), Map::new().into())).collect())
}

fn load(conn: &mut Conn, caller: &Caller, id: &AnyId) -> Result<Option<PersonIdentityDraft>, Problem> {
    Ok(identities::table.find((caller.institution.as_str(), id)).select(PersonIdentityDraft::as_select()).first(conn).optional()?)
}

fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PersonIdentityDraft) -> Result<(), Problem> {
    let own = (identities::institution_id.eq(&caller.institution), identities::id.eq(id));
    diesel::insert_into(identities::table).values((own, draft)).execute(conn)?;
    Ok(())
}

fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PersonIdentityDraft) -> Result<(), Problem> {
    diesel::update(identities::table.find((caller.institution.as_str(), id))).set(draft).execute(conn)?;
    Ok(())
}
