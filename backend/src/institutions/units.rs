//! Units: faculties, departments, offices and centres, each below another or at the top.
//!
//! They form a tree: a unit never stands below itself. A coordinator's right is a unit and all below it, so
//! where a unit stands decides who may write its records. A unit that live records belong to is not archived.

use diesel::prelude::{AsChangeset, ExpressionMethods, Insertable, QueryDsl, Queryable, RunQueryDsl, Selectable, SelectableHelper};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::auth::roles::{AdminRight, MemberRight, StaffRight};
use crate::people::model::{Person, PersonId};
use crate::platform::body::Faults;
use crate::platform::db::sql::Sql;
use crate::platform::db::{self, Conn};
use crate::platform::filter::Field;
use crate::platform::fold;
use crate::platform::id::{AnyId, Id};
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::record::archive::Dependent;
use crate::record::expand::Expansion;
use crate::record::{Head, Noun, Pick, Record, check_reference};
use crate::schema::units;

pub type UnitId = Id<Unit>;

crate::words! {
    pub enum UnitKind {
        Faculty = "faculty",
        Department = "department",
        Office = "office",
        Centre = "centre",
        Branch = "branch",
        Other = "other",
    }
}

/// A faculty, department, office, centre or branch of the institution.
#[derive(Serialize, ToSchema)]
pub struct Unit {
    #[serde(flatten)]
    pub head: Head,
    #[serde(flatten)]
    pub draft: UnitDraft,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = units, treat_none_as_null = true)]
#[schema(as = UnitCreate, example = json!({"names": {"en": "Faculty of Hydraulic Engineering"}, "kind": "faculty"}))]
pub struct UnitDraft {
    pub names: Names,
    #[schema(inline)]
    pub kind: UnitKind,
    /// The unit that this one is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<UnitId>,
    /// The person at its head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head_id: Option<PersonId>,
}

impl Record for Unit {
    type Draft = UnitDraft;
    type Read = MemberRight;
    type Write = AdminRight;
    type History = StaffRight;

    const NOUN: Noun = Noun {
        one: "unit",
        path: "units",
        schema: "Unit",
        schemas: "Units",
        table: "units",
        title: "unit",
        about: "Faculties, departments, offices and centres of the institution; they form a tree.",
    };
    const FIELDS: &'static [Field] = &[
        Field::folded("name", "name_key"),
        Field::folded("name.uz", "name_key_uz"),
        Field::folded("name.ru", "name_key_ru"),
        Field::folded("name.tg", "name_key_tg"),
        Field::word("kind", "kind", UnitKind::WORDS),
        Field::id("parent_id", "parent_id").nullable(),
        Field::id("head_id", "head_id").nullable(),
    ];
    const EXPANSIONS: &'static [Expansion] = &[Expansion::of::<Self>("parent"), Expansion::of::<Person>("head")];
    const DEPENDENTS: &'static [Dependent] = &[
        Dependent { name: "units", rows: "units d WHERE d.archived_at IS NULL", institution: "d.institution_id", reference: "d.parent_id" },
        Dependent { name: "people", rows: "people d WHERE d.archived_at IS NULL", institution: "d.institution_id", reference: "d.unit_id" },
        Dependent {
            name: "users",
            rows: "memberships d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.unit_id",
        },
        Dependent {
            name: "agreements_and_memoranda",
            rows: "instruments d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.unit_id",
        },
        Dependent {
            name: "exchange_students",
            rows: "exchange_students d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.unit_id",
        },
        Dependent {
            name: "grant_projects",
            rows: "grant_projects d WHERE d.archived_at IS NULL",
            institution: "d.institution_id",
            reference: "d.unit_id",
        },
    ];

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> UnitDraft {
        self.draft.clone()
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        load(conn, pick)
    }
    fn check(conn: &mut Conn, caller: &Caller, draft: &UnitDraft, before: Option<&Self>, faults: &mut Faults) -> Result<(), Problem> {
        if let Some(parent) = &draft.parent_id {
            let unchanged = before.is_some_and(|it| it.draft.parent_id.as_ref() == Some(parent));
            check_reference::<Self>(conn, caller, "/parent_id", &parent.untyped(), unchanged, faults)?;
            if let Some(before) = before
                && stands_below(conn, caller, parent, &before.head.id)?
            {
                faults.add("/parent_id", "circular");
            }
        }
        if let Some(head) = &draft.head_id {
            let unchanged = before.is_some_and(|it| it.draft.head_id.as_ref() == Some(head));
            check_reference::<Person>(conn, caller, "/head_id", &head.untyped(), unchanged, faults)?;
        }
        Ok(())
    }
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: UnitDraft) -> Result<(), Problem> {
        insert(conn, caller, id, draft)
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: UnitDraft) -> Result<(), Problem> {
        update(conn, caller, id, draft)
    }
}

fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Unit>, Problem> {
    let rows: Vec<(Head, UnitDraft)> = units::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select(((units::id, units::version, units::created_at, units::updated_at, units::archived_at), UnitDraft::as_select()))
        .load(conn)?;
    Ok(rows.into_iter().map(|(head, draft)| Unit { head, draft }).collect())
}

fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: UnitDraft) -> Result<(), Problem> {
    let keys = draft.names.sort_keys();
    let own = (
        units::institution_id.eq(&caller.institution),
        units::id.eq(id),
        units::created_at.eq(caller.now),
        units::updated_at.eq(caller.now),
        units::search.eq(search(&draft)),
        units::name_key.eq(keys.en),
        units::name_key_uz.eq(keys.uz),
        units::name_key_ru.eq(keys.ru),
        units::name_key_tg.eq(keys.tg),
    );
    diesel::insert_into(units::table).values((own, draft)).execute(conn)?;
    Ok(())
}

fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: UnitDraft) -> Result<(), Problem> {
    let (search, keys) = (search(&draft), draft.names.sort_keys());
    diesel::update(units::table.find((caller.institution.as_str(), id)))
        .set((
            draft,
            units::search.eq(search),
            units::name_key.eq(keys.en),
            units::name_key_uz.eq(keys.uz),
            units::name_key_ru.eq(keys.ru),
            units::name_key_tg.eq(keys.tg),
        ))
        .execute(conn)?;
    Ok(())
}

fn search(draft: &UnitDraft) -> String {
    let names = draft.names.all();
    fold::searchable(names.iter().map(String::as_str))
}

/// Is this unit the other one, or below it? UNION drops what was found before, so that the walk up ends in any case.
fn stands_below(conn: &mut Conn, caller: &Caller, unit: &UnitId, other: &AnyId) -> Result<bool, Problem> {
    let institution = caller.institution.to_string();
    let query = Sql::new("WITH RECURSIVE above (id, parent_id) AS (SELECT id, parent_id FROM units WHERE institution_id = ")
        .bind_text(institution.clone())
        .text(" AND id = ")
        .bind_text(unit.to_string())
        .text(" UNION SELECT u.id, u.parent_id FROM units u JOIN above ON u.id = above.parent_id WHERE u.institution_id = ")
        .bind_text(institution)
        .text(") SELECT count(*) AS count FROM above WHERE id = ")
        .bind_text(other.to_string());
    Ok(0 < db::count(conn, query)?)
}
