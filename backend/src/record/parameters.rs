//! The query string of a list or of one record, each parameter known and none twice.

use chrono::NaiveDate;

use crate::auth::caller::Caller;
use crate::platform::db::sql::Sql;
use crate::platform::filter::{self, Asked, Field, Key};
use crate::platform::page::{DEFAULT_LIMIT, HIGHEST_LIMIT, LARGEST_LIMIT, LARGEST_OFFSET};
use crate::platform::period;
use crate::platform::problem::Problem;
use crate::record::Record;

/// What one record or each of a list is to show.
#[derive(Debug, Default, Clone)]
pub struct View {
    /// Names of members; empty: all.
    pub fields: Vec<String>,
    pub expand: Vec<String>,
    pub as_of: Option<NaiveDate>,
}

pub struct ListQuery {
    pub view: View,
    pub condition: Sql,
    pub keys: Vec<Key>,
    pub limit: i64,
    pub offset: i64,
    pub cursor: Option<String>,
    pub include_total: bool,
    /// All that a cursor is bound to, beside the institution.
    pub fingerprint: String,
}

/// The parameters as they stand in the query string, decoded.
pub fn pairs(query: &str) -> Result<Vec<(String, String)>, Problem> {
    let pairs: Vec<(String, String)> = actix_web::web::Query::<Vec<(String, String)>>::from_query(query)
        .map_err(|_| Problem::parameter("query", "wrong_form", ""))?
        .into_inner();
    for (index, (name, _)) in pairs.iter().enumerate() {
        if pairs[..index].iter().any(|it| it.0 == *name) {
            return Err(Problem::parameter(name, "repeated", ""));
        }
    }
    Ok(pairs)
}

impl View {
    /// Takes the parameter if it is one of the view's.
    fn take<R: Record>(&mut self, name: &str, value: &str) -> Result<bool, Problem> {
        match name {
            "fields" => {
                let known = members::<R>();
                self.fields = value.split(',').map(ToOwned::to_owned).collect();
                if let Some(unknown) = self.fields.iter().find(|it| !known.contains(it)) {
                    return Err(Problem::parameter(name, "unknown_value", unknown));
                }
            }
            "expand" if !R::EXPANSIONS.is_empty() => {
                self.expand = value.split(',').map(ToOwned::to_owned).collect();
                crate::record::expand::check(R::EXPANSIONS, &self.expand)?;
            }
            "as_of" if R::AS_OF => {
                let day = period::parse_day(value).ok_or_else(|| Problem::parameter(name, "wrong_form", value))?;
                self.as_of = Some(day);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// The names that the schema of the record has, which `fields` may name.
pub fn members<R: Record>() -> &'static [String] {
    use std::any::TypeId;
    use std::collections::HashMap;
    use std::sync::{LazyLock, Mutex, PoisonError};
    static KNOWN: LazyLock<Mutex<HashMap<TypeId, &'static [String]>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(TypeId::of::<R>()).or_insert_with(|| Vec::leak(crate::platform::openapi::member_names::<R>()))
}

pub fn view<R: Record>(query: &str) -> Result<View, Problem> {
    let mut view = View::default();
    for (name, value) in pairs(query)? {
        if !view.take::<R>(&name, &value)? {
            return Err(Problem::parameter(&name, "unknown_parameter", &name));
        }
    }
    Ok(view)
}

/// For operations that take no parameters at all.
pub fn none(query: &str) -> Result<(), Problem> {
    match pairs(query)?.first() {
        Some((name, _)) => Err(Problem::parameter(name, "unknown_parameter", name)),
        None => Ok(()),
    }
}

pub fn list<R: Record>(caller: &Caller, query: &str) -> Result<ListQuery, Problem> {
    let fields = fields::<R>();
    let pairs = pairs(query)?;
    let mut out = ListQuery {
        view: View::default(),
        condition: crate::record::reach::<R>(caller),
        keys: Vec::new(),
        limit: DEFAULT_LIMIT,
        offset: 0,
        cursor: None,
        include_total: false,
        fingerprint: R::NOUN.path.to_owned(),
    };
    let mut archived = "exclude";
    // The day comes first: derived conditions are asked on it.
    for (name, value) in pairs.iter().filter(|it| it.0 == "as_of") {
        out.view.take::<R>(name, value)?;
    }
    let asked = Asked { as_of: out.view.as_of.unwrap_or(caller.today), lead_days: caller.lead_days };
    for (name, value) in &pairs {
        let wrong = |code| Problem::parameter(name, code, value);
        match name.as_str() {
            "limit" => {
                let limit: i64 = value.parse().map_err(|_| wrong("wrong_form"))?;
                if !(1..=HIGHEST_LIMIT).contains(&limit) {
                    return Err(wrong(if limit < 1 { "too_small" } else { "too_big" }));
                }
                out.limit = limit.min(LARGEST_LIMIT);
                continue;
            }
            "offset" => {
                out.offset = value.parse().map_err(|_| wrong("wrong_form"))?;
                if !(0..=LARGEST_OFFSET).contains(&out.offset) {
                    return Err(wrong(if out.offset < 0 { "too_small" } else { "too_big" }));
                }
                continue;
            }
            "cursor" => {
                out.cursor = Some(value.clone());
                continue;
            }
            "include_total" => {
                out.include_total = value.parse().map_err(|_| wrong("wrong_form"))?;
                continue;
            }
            "archived" => {
                archived = *["exclude", "include", "only"].iter().find(|it| *it == value).ok_or_else(|| wrong("unknown_value"))?;
            }
            "sort" => out.keys = filter::sort(&fields, value)?,
            "q" => {
                if 200 < value.chars().count() {
                    return Err(Problem::parameter("q", "too_long", "200"));
                }
                let search = filter::search(R::SEARCH, value);
                if !search.is_empty() {
                    out.condition = out.condition.and(search);
                }
            }
            _ if out.view.take::<R>(name, value)? => {
                if name != "as_of" {
                    continue;
                }
            }
            _ => {
                let condition =
                    filter::condition(&fields, name, value, asked).ok_or_else(|| Problem::parameter(name, "unknown_parameter", name))?;
                out.condition = out.condition.and(condition?);
            }
        }
        out.fingerprint = format!("{}&{name}={value}", out.fingerprint);
    }
    if out.cursor.is_some() && 0 < out.offset {
        return Err(Problem::parameter("offset", "only_when", "no cursor"));
    }
    out.condition = match archived {
        "exclude" => out.condition.and(Sql::new(R::NOUN.table).text(".archived_at IS NULL")),
        "only" => out.condition.and(Sql::new(R::NOUN.table).text(".archived_at IS NOT NULL")),
        _ => out.condition,
    };
    Ok(out)
}

/// The fields of the record and those that all records have.
pub fn fields<R: Record>() -> Vec<&'static Field> {
    R::FIELDS.iter().chain(R::MORE_FIELDS).chain(crate::record::list::COMMON_FIELDS).collect()
}
