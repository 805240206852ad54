//! The one who calls: whose institution, which part of it, and when.

use chrono::NaiveDate;

use crate::auth::roles::Role;
use crate::platform::clock::Instant;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::id::{AnyId, InstitutionId};

#[derive(Clone, Debug)]
pub struct Caller {
    pub institution: InstitutionId,
    /// None for the system itself: demo data, imports from the command line.
    pub user: Option<AnyId>,
    pub role: Role,
    pub scope: Scope,
    pub now: Instant,
    /// Today where the institution is.
    pub today: NaiveDate,
    /// How many days before its end an instrument counts as expiring.
    pub lead_days: i32,
    pub request_id: String,
}

/// The part of an institution's records that a caller reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    /// Those of these units, which are a coordinator's own and all below it.
    Units(Vec<AnyId>),
    /// Those about this person; none when the account is not tied to one.
    Person(Option<AnyId>),
}

impl Caller {
    /// The system acting for an institution.
    pub fn system(institution: InstitutionId, now: Instant, today: NaiveDate) -> Self {
        Self { institution, user: None, role: Role::Admin, scope: Scope::All, now, today, lead_days: 0, request_id: "system".to_owned() }
    }
}

impl Scope {
    /// The condition on a record's unit. `shared`: are records of no unit for everybody to read?
    pub fn of_unit(&self, column: &'static str, shared: bool) -> Sql {
        let Self::Units(units) = self else { return Sql::default() };
        let units = Sql::binds(units.iter().map(|it| Value::Text(it.to_string())));
        let own = match units.is_empty() {
            true => Sql::new("1 = 0"),
            false => Sql::new(column).text(" IN (").then(units).text(")"),
        };
        if shared { Sql::new("(").text(column).text(" IS NULL OR ").then(own).text(")") } else { own }
    }
    /// The condition on the person a record is about.
    pub fn of_person(&self, column: &'static str) -> Sql {
        match self {
            Self::All | Self::Units(_) => Sql::default(),
            Self::Person(Some(person)) => Sql::new(column).text(" = ").bind_text(person.to_string()),
            Self::Person(None) => Sql::new("1 = 0"),
        }
    }
    /// May a record of this unit be written?
    pub fn may_write(&self, unit: Option<&AnyId>) -> bool {
        match self {
            Self::All => true,
            Self::Units(units) => unit.is_some_and(|it| units.contains(it)),
            Self::Person(_) => false,
        }
    }
}
