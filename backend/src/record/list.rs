//! Lists: one page of the records that a caller reaches and a query asks for.

use diesel::prelude::QueryableByName;
use diesel::sql_types::{Nullable, Text};
use serde::Serialize;
use serde_json::Value;

use crate::auth::caller::Caller;
use crate::platform::db::sql::{Condition, Sql};
use crate::platform::db::{self, Conn};
use crate::platform::filter::{Field, Key, Kind, Place};
use crate::platform::page::{self, Edge, LARGEST_TOTAL, PageInfo, Seal};
use crate::platform::problem::Problem;
use crate::record::parameters::{ListQuery, View};
use crate::record::{Head, Pick, Record, expand};

/// Fields that the lists of all records have.
pub const COMMON_FIELDS: &[Field] =
    &[Field::id("id", "id"), Field::moment("created_at", "created_at").sorted(), Field::moment("updated_at", "updated_at").sorted()];

#[derive(Serialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub page: PageInfo,
}

/// The page as JSON text. Members are left out and expanded only when that was asked for: most lists are not.
pub fn page<R: Record>(conn: &mut Conn, caller: &Caller, query: ListQuery, seal: &Seal) -> Result<(PageLinks, String), Problem> {
    let list = format!("{} {}", caller.institution, query.fingerprint);
    let edge = query.cursor.as_deref().map(|it| seal.open(it, &list)).transpose()?;
    let backwards = edge.as_ref().is_some_and(|it| it.before);
    let total = if query.include_total { Some(total::<R>(conn, &query.condition)?) } else { None };
    let table = R::NOUN.table;
    let condition = match &edge {
        Some(edge) => query.condition.and(page::beyond(&query.keys, table, edge)?),
        None => query.condition,
    };
    let as_of = query.view.as_of.unwrap_or(caller.today);
    let order = page::order(&query.keys, table, backwards);
    // One more than asked for tells whether there are more.
    let pick =
        Pick { caller, condition: Condition(condition), order: Condition(order), limit: query.limit + 1, offset: query.offset, as_of };
    let mut items = R::load(conn, &pick)?;
    let beyond = query.limit < items.len() as i64;
    items.truncate(usize::try_from(query.limit).unwrap_or_default());
    if backwards {
        items.reverse();
    }
    let has_more = if backwards { true } else { beyond };
    let has_less = if backwards { beyond } else { edge.is_some() || 0 < query.offset };
    let mut cursor = |head: Option<&Head>, before: bool, wanted: bool| match head {
        Some(head) if wanted => seal.close(&position::<R>(conn, caller, head, &query.keys, before)?, &list).map(Some),
        _ => Ok(None),
    };
    let page = PageInfo {
        limit: query.limit,
        next_cursor: cursor(items.last().map(Record::head), false, has_more)?,
        prev_cursor: cursor(items.first().map(Record::head), true, has_less)?,
        has_more,
        total: total.map(|it| it.min(LARGEST_TOTAL)),
        total_is_exact: total.map(|it| it <= LARGEST_TOTAL),
    };
    let links = PageLinks { next: page.next_cursor.clone(), prev: page.prev_cursor.clone() };
    let text = if query.view.fields.is_empty() && query.view.expand.is_empty() {
        serde_json::to_string(&Page { items, page })?
    } else {
        let items = items.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>()?;
        serde_json::to_string(&Page { items: shown::<R>(conn, caller, items, &query.view)?, page })?
    };
    Ok((links, text))
}

/// So many of the rows beyond the edge, and where they end; no edge after the last ones.
pub fn chunk<R: Record>(
    conn: &mut Conn,
    caller: &Caller,
    query: &ListQuery,
    edge: Option<&Edge>,
    limit: i64,
) -> Result<(Vec<R>, Option<Edge>), Problem> {
    let table = R::NOUN.table;
    let condition = match edge {
        Some(edge) => query.condition.clone().and(page::beyond(&query.keys, table, edge)?),
        None => query.condition.clone(),
    };
    let as_of = query.view.as_of.unwrap_or(caller.today);
    let items = R::load(conn, &Pick::of(caller, condition, page::order(&query.keys, table, false), limit, as_of))?;
    let last = items.last().filter(|_| items.len() as i64 == limit);
    let edge = last.map(|it| position::<R>(conn, caller, it.head(), &query.keys, false)).transpose()?;
    Ok((items, edge))
}

/// For the Link header (RFC 8288).
pub struct PageLinks {
    pub next: Option<String>,
    pub prev: Option<String>,
}

/// The items with what was asked to be expanded, and without what was not asked for.
pub fn shown<R: Record>(conn: &mut Conn, caller: &Caller, mut items: Vec<Value>, view: &View) -> Result<Vec<Value>, Problem> {
    expand::expand(conn, caller, R::EXPANSIONS, &mut items, &view.expand)?;
    if !view.fields.is_empty() {
        for item in items.iter_mut().filter_map(Value::as_object_mut) {
            item.retain(|name, _| {
                let expanded = view.expand.iter().any(|it| it.split('.').next() == Some(name));
                name == "id" || expanded || view.fields.contains(name)
            });
        }
    }
    Ok(items)
}

fn total<R: Record>(conn: &mut Conn, condition: &Sql) -> Result<i64, Problem> {
    let query = Sql::new("SELECT count(*) AS count FROM (SELECT 1 FROM ")
        .text(R::NOUN.table)
        .text(" WHERE ")
        .then(condition.clone())
        .text(" LIMIT 10001) AS counted");
    db::count(conn, query)
}

#[derive(QueryableByName)]
struct Position {
    #[diesel(sql_type = Nullable<Text>)]
    one: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    two: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    three: Option<String>,
}

/// Where a record stands in the sort: the values of its keys, as the database has them.
fn position<R: Record>(conn: &mut Conn, caller: &Caller, head: &Head, keys: &[Key], before: bool) -> Result<Edge, Problem> {
    let column = |index: usize| keys.get(index).map_or("NULL", |it| it.field.column());
    let query = Sql::new("SELECT CAST(")
        .text(column(0))
        .text(" AS TEXT) AS one, CAST(")
        .text(column(1))
        .text(" AS TEXT) AS two, CAST(")
        .text(column(2))
        .text(" AS TEXT) AS three FROM ")
        .text(R::NOUN.table)
        .text(" WHERE institution_id = ")
        .bind_text(caller.institution.to_string())
        .text(" AND id = ")
        .bind_text(head.id.to_string());
    let mut values = Vec::new();
    if !keys.is_empty() {
        let Position { one, two, three } = query.get_result(conn)?;
        values = [one, two, three].into_iter().take(keys.len()).collect();
    }
    Ok(Edge { before, values, id: head.id.to_string() })
}

/// Lists are sorted by columns only; a test holds every slice to it.
pub fn sorts_by_column(field: &Field) -> bool {
    !field.sort || (matches!(field.place, Place::Column(_)) && !matches!(field.kind, Kind::ListOfText))
}
