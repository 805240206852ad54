//! The query string of a list or of one record, each parameter known and none twice.

use chrono::NaiveDate;

use crate::auth::caller::Caller;
use crate::platform::db::sql::Sql;
use crate::platform::filter::{self, Asked, Field, Key, MOST_VALUES};
use crate::platform::page::{DEFAULT_LIMIT, HIGHEST_LIMIT, LARGEST_LIMIT, LARGEST_OFFSET};
use crate::platform::period;
use crate::platform::problem::{Fault, Problem};
use crate::record::Record;
use crate::record::export::Format;

/// Of `q`, in characters.
const LONGEST_SEARCH: usize = 200;

/// What one record or each of a list is to show.
#[derive(Debug, Default, Clone)]
pub struct View {
    /// Names of members; empty: all.
    pub fields: Vec<String>,
    pub expand: Vec<String>,
    pub as_of: Option<NaiveDate>,
}

#[derive(Clone)]
pub struct ListQuery {
    pub view: View,
    pub condition: Sql,
    pub keys: Vec<Key>,
    pub limit: i64,
    pub offset: i64,
    pub cursor: Option<String>,
    pub include_total: bool,
    pub format: Option<Format>,
    /// All that a cursor is bound to, beside the institution.
    pub fingerprint: String,
}

/// The most parameters of a query.
const MOST_PARAMETERS: usize = 100;

/// The parameters as they stand in the query string, decoded.
pub fn pairs(query: &str) -> Result<Vec<(String, String)>, Problem> {
    let pairs: Vec<(String, String)> = actix_web::web::Query::<Vec<(String, String)>>::from_query(query)
        .map_err(|_| Problem::parameter("query", "wrong_form", ""))?
        .into_inner();
    if MOST_PARAMETERS < pairs.len() {
        return Err(Problem::parameter("query", "too_many_values", MOST_PARAMETERS.to_string()));
    }
    let mut faults = Found::default();
    for (index, (name, _)) in pairs.iter().enumerate() {
        if pairs[..index].iter().any(|it| it.0 == *name) {
            faults.keep::<()>(Err(Problem::parameter(name, "repeated", "")));
        }
    }
    faults.into_result()?;
    Ok(pairs)
}

/// Parameters at fault, to be told all at once.
#[derive(Debug, Default)]
pub struct Found(Vec<Fault>);

impl Found {
    /// What was read, or else its faults are kept.
    pub fn keep<T>(&mut self, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.0.extend(problem.into_faults())).ok()
    }
    pub fn into_result(self) -> Result<(), Problem> {
        if self.0.is_empty() { Ok(()) } else { Err(Problem::parameters(self.0)) }
    }
}

impl View {
    /// Takes the parameter if it is one of the view's.
    fn take<R: Record>(&mut self, name: &str, value: &str) -> Result<bool, Problem> {
        match name {
            "fields" => {
                let known = members::<R>();
                self.fields = words(name, value)?;
                if let Some(unknown) = self.fields.iter().find(|it| !known.contains(it)) {
                    return Err(Problem::parameter(name, "unknown_value", unknown));
                }
            }
            "expand" if !R::EXPANSIONS.is_empty() => {
                self.expand = words(name, value)?;
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

fn words(name: &str, value: &str) -> Result<Vec<String>, Problem> {
    let words: Vec<String> = value.split(',').take(MOST_VALUES + 1).map(ToOwned::to_owned).collect();
    if MOST_VALUES < words.len() {
        return Err(Problem::parameter(name, "too_many_values", MOST_VALUES.to_string()));
    }
    Ok(words)
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
    let (mut view, mut faults) = (View::default(), Found::default());
    for (name, value) in pairs(query)? {
        if faults.keep(view.take::<R>(&name, &value)) == Some(false) {
            faults.keep::<()>(Err(unknown(&name)));
        }
    }
    faults.into_result()?;
    Ok(view)
}

/// For operations that take no parameters at all.
pub fn none(query: &str) -> Result<(), Problem> {
    let mut faults = Found::default();
    for (name, _) in pairs(query)? {
        faults.keep::<()>(Err(unknown(&name)));
    }
    faults.into_result()
}

/// The days of these parameters, which are all that the query may have.
pub fn days<const N: usize>(query: &str, names: [&str; N]) -> Result<[Option<NaiveDate>; N], Problem> {
    let (mut days, mut faults) = ([None; N], Found::default());
    for (name, value) in pairs(query)? {
        let day = period::parse_day(&value).ok_or_else(|| Problem::parameter(&name, "wrong_form", &value));
        match names.iter().position(|it| *it == name) {
            Some(place) => days[place] = faults.keep(day),
            None => drop(faults.keep::<()>(Err(unknown(&name)))),
        }
    }
    faults.into_result()?;
    Ok(days)
}

pub fn unknown(name: &str) -> Problem {
    Problem::parameter(name, "unknown_parameter", name)
}

pub fn list<R: Record>(caller: &Caller, query: &str) -> Result<ListQuery, Problem> {
    let pairs = pairs(query)?;
    let mut out = ListQuery {
        view: View::default(),
        condition: crate::record::reach::<R>(caller),
        keys: Vec::new(),
        limit: DEFAULT_LIMIT,
        offset: 0,
        cursor: None,
        include_total: false,
        format: None,
        fingerprint: R::NOUN.path.to_owned(),
    };
    let mut faults = Found::default();
    // The day comes first: derived conditions are asked on it.
    for (name, value) in pairs.iter().filter(|it| it.0 == "as_of") {
        faults.keep(out.view.take::<R>(name, value));
    }
    let asked = Asked { as_of: out.view.as_of.unwrap_or(caller.today), lead_days: caller.lead_days };
    let (fields, mut archived) = (fields::<R>(), "exclude");
    for (name, value) in pairs.iter().filter(|it| it.0 != "as_of" || !R::AS_OF) {
        match name.as_str() {
            "archived" => archived = faults.keep(one_of(name, value, &["exclude", "include", "only"])).unwrap_or(archived),
            _ => drop(faults.keep(out.take::<R>(&fields, name, value, asked))),
        }
        if binds_cursor(name) {
            out.fingerprint = format!("{}&{name}={value}", out.fingerprint);
        }
    }
    if let Some(day) = out.view.as_of {
        out.fingerprint = format!("{}&as_of={day}", out.fingerprint);
    }
    if out.cursor.is_some() && 0 < out.offset {
        faults.keep::<()>(Err(Problem::parameter("offset", "only_when", "no cursor")));
    }
    faults.into_result()?;
    out.condition = match archived {
        "exclude" => out.condition.and(Sql::new(R::NOUN.table).text(".archived_at IS NULL")),
        "only" => out.condition.and(Sql::new(R::NOUN.table).text(".archived_at IS NOT NULL")),
        _ => out.condition,
    };
    Ok(out)
}

impl ListQuery {
    fn take<R: Record>(&mut self, fields: &[&'static Field], name: &str, value: &str, asked: Asked) -> Result<(), Problem> {
        match name {
            "limit" => self.limit = number(name, value, 1, HIGHEST_LIMIT)?.min(LARGEST_LIMIT),
            "offset" => self.offset = number(name, value, 0, LARGEST_OFFSET)?,
            "cursor" => self.cursor = Some(value.to_owned()),
            "include_total" => self.include_total = one_of(name, value, &["true", "false"])? == "true",
            "format" if !R::COLUMNS.is_empty() => self.format = Format::parse(one_of(name, value, Format::WORDS)?),
            "sort" => self.keys = filter::sort(fields, value)?,
            "q" if LONGEST_SEARCH < value.chars().count() => return Err(Problem::parameter(name, "too_long", LONGEST_SEARCH.to_string())),
            "q" => self.restrict(filter::search(R::SEARCH, value)),
            _ if self.view.take::<R>(name, value)? => {}
            _ => self.restrict(filter::condition(fields, name, value, asked).ok_or_else(|| unknown(name))??),
        }
        Ok(())
    }
    fn restrict(&mut self, condition: Sql) {
        if !condition.is_empty() {
            self.condition = std::mem::take(&mut self.condition).and(condition);
        }
    }
}

/// Does a cursor hold only for the same value of the parameter? What a page shows and how long it is may change.
fn binds_cursor(name: &str) -> bool {
    !matches!(name, "limit" | "offset" | "cursor" | "include_total" | "fields" | "expand" | "format")
}

fn number(name: &str, value: &str, least: i64, most: i64) -> Result<i64, Problem> {
    let number: i64 = value.parse().map_err(|_| Problem::parameter(name, "wrong_form", value))?;
    match number {
        _ if number < least => Err(Problem::parameter(name, "too_small", least.to_string())),
        _ if most < number => Err(Problem::parameter(name, "too_big", most.to_string())),
        _ => Ok(number),
    }
}

fn one_of(name: &str, value: &str, words: &[&'static str]) -> Result<&'static str, Problem> {
    words.iter().find(|it| **it == value).copied().ok_or_else(|| Problem::parameter(name, "unknown_value", value))
}

/// The fields of the record and those that all records have.
pub fn fields<R: Record>() -> Vec<&'static Field> {
    R::FIELDS.iter().chain(R::MORE_FIELDS).chain(crate::record::list::COMMON_FIELDS).collect()
}
