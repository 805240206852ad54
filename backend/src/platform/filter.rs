//! What a list can be filtered and sorted by, and the grammar of it in the query string.
//!
//! `country=UZ&status=active,draft` (comma: any of; several parameters: all of), `ends_on[lte]=2026-12-31`,
//! `sort=-updated_at,name`. A slice declares its fields in one table; the parser, the SQL and the OpenAPI
//! document all read that table.

use chrono::NaiveDate;

use crate::platform::clock::Instant;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::fold;
use crate::platform::id::AnyId;
use crate::platform::period;
use crate::platform::problem::Problem;

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One of these words.
    Word(&'static [&'static str]),
    /// A code or a text that is compared exactly.
    Text,
    /// A text that is sorted by a key of its own and not filtered (there is `q`).
    Folded,
    Id,
    Integer,
    Day,
    Moment,
    Flag,
    /// One of the strings in a JSON list.
    ListOfText,
}

/// How a field is found in the database.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    Column(&'static str),
    /// In rows of another table: text before the column, the column, text after it.
    Within(&'static str, &'static str, &'static str),
    /// Derived: a condition from the words asked for, on the day the list is asked about.
    Derived(fn(words: &[Value], asked: Asked) -> Sql),
}

/// The day that derived conditions are asked for, and how far they look ahead of it.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub as_of: NaiveDate,
    /// Days.
    pub lead_days: i32,
}

#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub place: Place,
    pub nullable: bool,
    pub filter: bool,
    pub sort: bool,
    pub about: &'static str,
}

impl Field {
    const fn new(name: &'static str, kind: Kind, place: Place) -> Self {
        Self { name, kind, place, nullable: false, filter: true, sort: false, about: "" }
    }
    pub const fn word(name: &'static str, column: &'static str, words: &'static [&'static str]) -> Self {
        Self::new(name, Kind::Word(words), Place::Column(column))
    }
    pub const fn text(name: &'static str, column: &'static str) -> Self {
        Self::new(name, Kind::Text, Place::Column(column))
    }
    pub const fn folded(name: &'static str, column: &'static str) -> Self {
        Self { filter: false, sort: true, ..Self::new(name, Kind::Folded, Place::Column(column)) }
    }
    pub const fn id(name: &'static str, column: &'static str) -> Self {
        Self::new(name, Kind::Id, Place::Column(column))
    }
    pub const fn integer(name: &'static str, column: &'static str) -> Self {
        Self::new(name, Kind::Integer, Place::Column(column))
    }
    pub const fn day(name: &'static str, column: &'static str) -> Self {
        Self::new(name, Kind::Day, Place::Column(column))
    }
    pub const fn moment(name: &'static str, column: &'static str) -> Self {
        Self::new(name, Kind::Moment, Place::Column(column))
    }
    pub const fn flag(name: &'static str, column: &'static str) -> Self {
        Self::new(name, Kind::Flag, Place::Column(column))
    }
    pub const fn list_of_text(name: &'static str, column: &'static str) -> Self {
        Self::new(name, Kind::ListOfText, Place::Column(column))
    }
    pub const fn derived(name: &'static str, words: &'static [&'static str], condition: fn(&[Value], Asked) -> Sql) -> Self {
        Self::new(name, Kind::Word(words), Place::Derived(condition))
    }
    /// Looks for the column in other rows: `before` opens an EXISTS that `after` closes.
    pub const fn within(self, before: &'static str, after: &'static str) -> Self {
        match self.place {
            Place::Column(column) => Self { place: Place::Within(before, column, after), ..self },
            Place::Within(..) | Place::Derived(_) => self,
        }
    }
    pub const fn nullable(self) -> Self {
        Self { nullable: true, ..self }
    }
    pub const fn sorted(self) -> Self {
        Self { sort: true, ..self }
    }
    pub const fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }
    /// The comparisons that the field takes beside equality.
    pub const fn operators(&self) -> &'static [&'static str] {
        match (&self.place, self.kind) {
            (Place::Within(..), Kind::Integer) => &["gte", "lte", "gt", "lt"],
            (Place::Within(..) | Place::Derived(_), _) => &[],
            (Place::Column(_), Kind::Integer | Kind::Day | Kind::Moment) if self.nullable => &["gte", "lte", "gt", "lt", "ne", "isnull"],
            (Place::Column(_), Kind::Integer | Kind::Day | Kind::Moment) => &["gte", "lte", "gt", "lt", "ne"],
            (Place::Column(_), Kind::Word(_) | Kind::Text | Kind::Id) if self.nullable => &["ne", "isnull"],
            (Place::Column(_), Kind::Word(_) | Kind::Text | Kind::Id) => &["ne"],
            (Place::Column(_), Kind::Flag | Kind::ListOfText | Kind::Folded) => &[],
        }
    }
    /// The column a list is sorted by; only columns are.
    pub const fn column(&self) -> &'static str {
        match self.place {
            Place::Column(column) => column,
            Place::Within(..) | Place::Derived(_) => "NULL",
        }
    }
}

/// The longest text to compare with, in characters.
pub const LONGEST_VALUE: usize = 500;
/// The most values of one parameter.
pub const MOST_VALUES: usize = 100;

/// The condition of one parameter, or `None` when no field has that name.
pub fn condition(fields: &[&Field], parameter: &str, raw: &str, asked: Asked) -> Option<Result<Sql, Problem>> {
    let (name, operator) = match parameter.split_once('[') {
        Some((name, rest)) => (name, rest.strip_suffix(']')?),
        None => (parameter, ""),
    };
    let field = fields.iter().find(|it| it.filter && it.name == name)?;
    if !operator.is_empty() && !field.operators().contains(&operator) {
        return Some(Err(Problem::parameter(parameter, "unknown_operator", operator)));
    }
    Some(compare(field, operator, raw, asked).map_err(|(code, about)| Problem::parameter(parameter, code, about)))
}

type Fault = (&'static str, String);

fn compare(field: &Field, operator: &str, raw: &str, asked: Asked) -> Result<Sql, Fault> {
    if operator == "isnull" {
        let text = match raw {
            "true" => " IS NULL",
            "false" => " IS NOT NULL",
            _ => return Err(("unknown_value", raw.to_owned())),
        };
        return Ok(Sql::new(field.column()).text(text));
    }
    let values: Vec<Value> = raw.split(',').take(MOST_VALUES + 1).map(|it| parse(field.kind, it)).collect::<Result<_, _>>()?;
    if MOST_VALUES < values.len() {
        return Err(("too_many_values", MOST_VALUES.to_string()));
    }
    let comparison = match operator {
        "" => None,
        "ne" => Some(" <> "),
        "gte" => Some(" >= "),
        "lte" => Some(" <= "),
        "gt" => Some(" > "),
        "lt" => Some(" < "),
        _ => return Err(("unknown_operator", operator.to_owned())),
    };
    let (before, column, after) = match field.place {
        Place::Derived(derive) => return Ok(derive(&values, asked)),
        Place::Column(column) => ("", column, ""),
        Place::Within(before, column, after) => (before, column, after),
    };
    let compared = match (comparison, field.kind) {
        (None, Kind::ListOfText) => any_in_list(column, values),
        (None, _) => Sql::new(column).text(" IN (").then(Sql::binds(values)).text(")"),
        (Some(" <> "), _) if field.nullable => {
            Sql::new("(").text(column).text(" IS NULL OR ").text(column).text(" NOT IN (").then(Sql::binds(values)).text("))")
        }
        (Some(" <> "), _) => Sql::new(column).text(" NOT IN (").then(Sql::binds(values)).text(")"),
        (Some(comparison), _) => match <[Value; 1]>::try_from(values) {
            Ok([value]) => Sql::new(column).text(comparison).bind(value),
            Err(_) => return Err(("too_many_values", "1".to_owned())),
        },
    };
    Ok(Sql::new(before).then(compared).text(after))
}

/// Strings of a JSON list are found between their quotes; the wildcards of LIKE are escaped.
fn any_in_list(column: &'static str, values: Vec<Value>) -> Sql {
    let mut any = Sql::new("(");
    for (index, value) in values.into_iter().enumerate() {
        let Value::Text(text) = value else { continue };
        let quoted = serde_json::Value::String(text).to_string();
        any =
            any.text(if index == 0 { "" } else { " OR " }).text(column).text(" LIKE ").bind_text(containing(&quoted)).text(r" ESCAPE '\'");
    }
    any.text(")")
}

fn containing(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    format!("%{escaped}%")
}

/// For a derived field of the words `true` and `false`: the rows whose answer to the condition is among the words.
pub fn yes_or_no(words: &[Value], condition: &Sql) -> Sql {
    let mut any = Sql::new("(1 = 0");
    for word in words {
        any = match word {
            Value::Text(word) if word == "true" => any.text(" OR (").then(condition.clone()).text(")"),
            // A comparison with an absent value is neither true nor false; COALESCE makes it false.
            Value::Text(_) => any.text(" OR NOT COALESCE((").then(condition.clone()).text("), 1 = 0)"),
            _ => any,
        };
    }
    any.text(")")
}

/// Records whose folded texts hold every word of `q`.
pub fn search(places: &[Place], q: &str) -> Sql {
    // What folds to nothing, such as `!?`, is in no text; an empty `q` asks for nothing.
    if fold::key(q).is_empty() && !q.trim().is_empty() {
        return Sql::new("1 = 0");
    }
    let mut all = Sql::default();
    for word in fold::key(q).split(' ').filter(|it| !it.is_empty()).take(10) {
        let mut any = Sql::new("(");
        for (index, place) in places.iter().enumerate() {
            let (before, column, after) = match *place {
                Place::Column(column) => ("", column, ""),
                Place::Within(before, column, after) => (before, column, after),
                Place::Derived(_) => continue,
            };
            any = any.text(if index == 0 { "" } else { " OR " }).text(before).text(column).text(" LIKE ");
            any = any.bind_text(containing(word)).text(r" ESCAPE '\'").text(after);
        }
        all = all.and(any.text(")"));
    }
    all
}

pub fn parse(kind: Kind, raw: &str) -> Result<Value, Fault> {
    let wrong = || Err(("wrong_form", raw.to_owned()));
    match kind {
        Kind::Word(words) if words.contains(&raw) => Ok(Value::Text(raw.to_owned())),
        Kind::Word(_) => Err(("unknown_value", raw.to_owned())),
        Kind::Text | Kind::ListOfText if raw.is_empty() || raw.contains('\0') => wrong(),
        Kind::Text | Kind::ListOfText if LONGEST_VALUE < raw.chars().count() => Err(("too_long", LONGEST_VALUE.to_string())),
        Kind::Text | Kind::ListOfText | Kind::Folded => Ok(Value::Text(raw.to_owned())),
        Kind::Id => AnyId::parse(raw).map_or_else(wrong, |it| Ok(Value::Text(it.into()))),
        // Wider numbers than the columns are would be an error of PostgreSQL's.
        Kind::Integer => raw.parse::<i32>().map_or_else(|_| wrong(), |it| Ok(Value::Integer(it.into()))),
        Kind::Day => period::parse_day(raw).map_or_else(wrong, |it| Ok(Value::Day(it))),
        Kind::Moment => Instant::parse(raw).map_or_else(wrong, |it| Ok(Value::Moment(it))),
        Kind::Flag => match raw {
            "true" => Ok(Value::Flag(true)),
            "false" => Ok(Value::Flag(false)),
            _ => wrong(),
        },
    }
}

/// One key of a sort: its field and whether it runs down.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub field: &'static Field,
    pub down: bool,
}

/// The most keys of a sort.
pub const MOST_KEYS: usize = 3;

pub fn sort(fields: &[&'static Field], raw: &str) -> Result<Vec<Key>, Problem> {
    let mut keys: Vec<Key> = Vec::new();
    for name in raw.split(',') {
        let (name, down) = name.strip_prefix('-').map_or((name, false), |it| (it, true));
        let field = fields.iter().find(|it| it.sort && it.name == name);
        let field = *field.ok_or_else(|| Problem::parameter("sort", "unknown_value", name))?;
        if keys.iter().any(|it| it.field.name == name) {
            return Err(Problem::parameter("sort", "repeated", name));
        }
        keys.push(Key { field, down });
    }
    if MOST_KEYS < keys.len() {
        return Err(Problem::parameter("sort", "too_many_values", MOST_KEYS.to_string()));
    }
    Ok(keys)
}
