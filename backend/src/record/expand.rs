//! Expansion: a record shows the records it refers to under their own name, fetched in one query each.

use std::collections::HashMap;

use serde_json::Value;

use crate::auth::caller::Caller;
use crate::auth::roles::Right;
use crate::platform::db::Conn;
use crate::platform::db::sql::{self, Sql};
use crate::platform::id::AnyId;
use crate::platform::problem::Problem;
use crate::record::{Pick, Record, reach};

/// `partner`: what `partner_id` refers to; `parties.partner`: the same in each member of a list.
pub struct Expansion {
    pub name: &'static str,
    /// The schema of what is shown.
    pub schema: &'static str,
    load: fn(&mut Conn, &Caller, &[AnyId]) -> Result<HashMap<String, Value>, Problem>,
    deeper: fn() -> &'static [Self],
}

impl Expansion {
    pub const fn of<R: Record>(name: &'static str) -> Self {
        Self { name, schema: R::NOUN.schema, load: load::<R>, deeper: || R::EXPANSIONS }
    }
    /// The list that the reference stands in, if it stands in one, and the name of what is shown.
    pub fn path(&self) -> (Option<&'static str>, &'static str) {
        self.name.split_once('.').map_or((None, self.name), |(list, name)| (Some(list), name))
    }
}

/// Every expansion of a record, to a depth of two.
pub fn names(expansions: &'static [Expansion]) -> Vec<String> {
    let mut names = Vec::new();
    for expansion in expansions {
        names.push(expansion.name.to_owned());
        names.extend((expansion.deeper)().iter().map(|it| format!("{}.{}", expansion.name, it.name)));
    }
    names
}

pub fn check(expansions: &'static [Expansion], asked: &[String]) -> Result<(), Problem> {
    let known = names(expansions);
    match asked.iter().find(|it| !known.contains(it)) {
        Some(unknown) => Err(Problem::parameter("expand", "unknown_value", unknown)),
        None => Ok(()),
    }
}

fn load<R: Record>(conn: &mut Conn, caller: &Caller, ids: &[AnyId]) -> Result<HashMap<String, Value>, Problem> {
    // What a caller may not read stays an id.
    if !R::Read::ROLES.contains(&caller.role) {
        return Ok(HashMap::new());
    }
    let wanted = Sql::binds(ids.iter().map(|it| sql::Value::Text(it.to_string())));
    let condition = reach::<R>(caller).and(Sql::new(R::NOUN.table).text(".id IN (").then(wanted).text(")"));
    let pick = Pick::of(caller, condition, Sql::new(R::NOUN.table).text(".id"), ids.len() as i64, caller.today);
    R::load(conn, &pick)?.iter().map(|it| Ok((it.head().id.to_string(), serde_json::to_value(it)?))).collect()
}

pub fn expand(
    conn: &mut Conn,
    caller: &Caller,
    expansions: &'static [Expansion],
    items: &mut [Value],
    asked: &[String],
) -> Result<(), Problem> {
    for expansion in expansions {
        let deeper: Vec<String> =
            asked.iter().filter_map(|it| it.strip_prefix(expansion.name)?.strip_prefix('.').map(ToOwned::to_owned)).collect();
        if deeper.is_empty() && !asked.iter().any(|it| it == expansion.name) {
            continue;
        }
        let (list, name) = expansion.path();
        let reference = format!("{name}_id");
        let mut holders: Vec<&mut Value> = match list {
            Some(list) => items.iter_mut().filter_map(|it| it.get_mut(list)?.as_array_mut()).flat_map(|it| it.iter_mut()).collect(),
            None => items.iter_mut().collect(),
        };
        let mut ids: Vec<AnyId> = holders.iter().filter_map(|it| AnyId::parse(it.get(&reference)?.as_str()?)).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            continue;
        }
        let mut found: Vec<(String, Value)> = (expansion.load)(conn, caller, &ids)?.into_iter().collect();
        if !deeper.is_empty() {
            let (keys, mut values): (Vec<String>, Vec<Value>) = found.into_iter().unzip();
            expand(conn, caller, (expansion.deeper)(), &mut values, &deeper)?;
            found = keys.into_iter().zip(values).collect();
        }
        let found: HashMap<String, Value> = found.into_iter().collect();
        for holder in &mut holders {
            let shown = holder.get(&reference).and_then(Value::as_str).and_then(|it| found.get(it)).cloned();
            if let (Some(shown), Some(members)) = (shown, holder.as_object_mut()) {
                members.insert(name.to_owned(), shown);
            }
        }
    }
    Ok(())
}
