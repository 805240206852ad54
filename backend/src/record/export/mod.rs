//! A list as a table for a spreadsheet: the whole of a search, in the words of the reader's language.
//!
//! A slice names its columns; rows are read page by page, so that a table of a hundred thousand rows takes no more
//! memory than one of a hundred.

mod csv;
mod labels;
mod xlsx;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, VARY};
use chrono::NaiveDate;
use serde_json::Value;

use crate::auth::caller::Caller;
use crate::platform::db::{Conn, Db};
use crate::platform::language::{self, Language};
use crate::platform::page::Edge;
use crate::platform::period;
use crate::platform::problem::Problem;
use crate::record::list;
use crate::record::parameters::ListQuery;
use crate::record::{Record, expand};

pub use labels::label;

/// A column of the table: where its value stands in a record, and how it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Of the heading: `column.` and this.
    pub name: &'static str,
    /// Names of members with dots between them; through a list it leads to several values.
    path: &'static str,
    show: Show,
}

#[derive(Clone, Copy, Debug)]
enum Show {
    Plain,
    /// One of the words of a set of labels.
    Word(&'static str, &'static [&'static str]),
    /// A code that has a name in a list of codes.
    Code(fn(&str, Language) -> String),
}

impl Column {
    pub const fn new(name: &'static str, path: &'static str) -> Self {
        Self { name, path, show: Show::Plain }
    }
    pub const fn word(name: &'static str, path: &'static str, set: &'static str, words: &'static [&'static str]) -> Self {
        Self { name, path, show: Show::Word(set, words) }
    }
    pub const fn code(name: &'static str, path: &'static str, of: fn(&str, Language) -> String) -> Self {
        Self { name, path, show: Show::Code(of) }
    }
    /// The keys of all labels that the column may need.
    pub fn labels(&self) -> Vec<String> {
        let words: &[&str] = if let Show::Word(_, words) = self.show { words } else { &[] };
        let set = if let Show::Word(set, _) = self.show { set } else { "" };
        [format!("column.{}", self.name)].into_iter().chain(words.iter().map(|it| format!("{set}.{it}"))).collect()
    }
}

crate::words! {
    /// What a list is sent as.
    pub enum Format {
        Json = "json",
        Csv = "csv",
        Xlsx = "xlsx",
    }
}

impl Format {
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
    /// The first of ours that an Accept header names; most name none.
    pub fn accepted(header: &str) -> Self {
        let named = |it: &&str| Self::ALL.iter().find(|format| it.trim() == format.content_type()).copied();
        header.split(',').filter_map(|it| it.split(';').next()).find_map(|it| named(&it)).unwrap_or(Self::Json)
    }
}

/// A value of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Day(NaiveDate),
    /// A decimal number, exact.
    Number(String),
}

/// The table of the search, as a file to be saved.
pub async fn export<R: Record>(db: &Db, caller: Caller, query: ListQuery, format: Format, language: &str) -> Result<HttpResponse, Problem> {
    let rows = Rows::<R> {
        db: db.clone(),
        caller,
        query,
        language: language::preferred(language),
        edge: None,
        over: false,
        of: std::marker::PhantomData,
    };
    let name = format!("{}-{}.{}", R::NOUN.path, rows.caller.today, format.as_str());
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((CONTENT_TYPE, if format == Format::Csv { "text/csv; charset=utf-8" } else { format.content_type() }))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((VARY, "Accept, Accept-Language"));
    match format {
        Format::Xlsx => Ok(answer.body(xlsx::file(rows).await?)),
        Format::Csv | Format::Json => csv::stream(answer, rows).await,
    }
}

/// The rows still to come.
struct Rows<R> {
    db: Db,
    caller: Caller,
    query: ListQuery,
    language: Language,
    edge: Option<Edge>,
    over: bool,
    of: std::marker::PhantomData<fn() -> R>,
}

impl<R: Record> Rows<R> {
    fn headings(&self) -> Vec<&'static str> {
        columns::<R>().map(|it| label(&format!("column.{}", it.name), self.language).unwrap_or(it.name)).collect()
    }

    /// The next rows; none at the end.
    async fn next(&mut self) -> Result<Vec<Vec<Cell>>, Problem> {
        const CHUNK: i64 = 500;
        if self.over {
            return Ok(Vec::new());
        }
        let (caller, query, edge, language) = (self.caller.clone(), self.query.clone(), self.edge.take(), self.language);
        let (rows, edge) = self
            .db
            .read(move |conn| {
                let (items, edge) = list::chunk::<R>(conn, &caller, &query, edge.as_ref(), CHUNK)?;
                Ok((rows::<R>(conn, &caller, items, language)?, edge))
            })
            .await?;
        (self.over, self.edge) = (edge.is_none(), edge);
        Ok(rows)
    }
}

fn rows<R: Record>(conn: &mut Conn, caller: &Caller, items: Vec<R>, language: Language) -> Result<Vec<Vec<Cell>>, Problem> {
    let mut items = items.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>()?;
    let needed: Vec<String> = R::EXPANSIONS.iter().map(|it| it.name.to_owned()).filter(|it| uses::<R>(it)).collect();
    expand::expand(conn, caller, R::EXPANSIONS, &mut items, &needed)?;
    Ok(items.iter().map(|item| columns::<R>().map(|column| cell(item, column, language)).collect()).collect())
}

/// Those that the kind shares with others, and its own.
pub fn columns<R: Record>() -> impl Iterator<Item = &'static Column> {
    R::COLUMNS.iter().chain(R::MORE_COLUMNS)
}

fn uses<R: Record>(expansion: &str) -> bool {
    columns::<R>().any(|it| it.path.strip_prefix(expansion).is_some_and(|rest| rest.starts_with('.')))
}

fn cell(item: &Value, column: &Column, language: Language) -> Cell {
    let mut found = Vec::new();
    collect(item, column.path, &mut found);
    let mut texts: Vec<String> = found.iter().filter_map(|it| shown(it, column.show, language)).collect();
    texts.dedup();
    match (found.as_slice(), texts.as_slice()) {
        ([Value::Number(number)], _) => Cell::Number(number.to_string()),
        (_, []) => Cell::Empty,
        ([Value::String(_)], [text]) if column.path.ends_with(".amount") => Cell::Number(text.clone()),
        ([Value::String(_)], [text]) if column.path.ends_with("_on") || column.name.ends_with("_from") || column.name.ends_with("_to") => {
            period::parse_day(text).map_or_else(|| Cell::Text(text.clone()), Cell::Day)
        }
        _ => Cell::Text(texts.join("; ")),
    }
}

/// The values at the end of the path; lists are gone through.
fn collect<'a>(value: &'a Value, path: &str, found: &mut Vec<&'a Value>) {
    match (value, path) {
        (Value::Array(items), _) => items.iter().for_each(|it| collect(it, path, found)),
        (Value::Null, _) => {}
        (_, "") => found.push(value),
        (Value::Object(members), _) => {
            let (name, rest) = path.split_once('.').unwrap_or((path, ""));
            if let Some(member) = members.get(name) {
                collect(member, rest, found);
            }
        }
        _ => {}
    }
}

fn shown(value: &Value, show: Show, language: Language) -> Option<String> {
    match (value, show) {
        (Value::String(text), Show::Word(set, _)) => Some(label(&format!("{set}.{text}"), language).unwrap_or(text).to_owned()),
        (Value::String(text), Show::Code(of)) => Some(of(text, language)),
        (Value::String(text), Show::Plain) => Some(text.clone()),
        (Value::Number(number), _) => Some(number.to_string()),
        (Value::Bool(flag), _) => Some(flag.to_string()),
        // A name in several languages.
        (Value::Object(names), _) => {
            let preferred = [language, Language::English, Language::Uzbek, Language::Russian, Language::Tajik, Language::UzbekCyrillic];
            preferred.iter().find_map(|it| names.get(it.as_str())?.as_str()).map(ToOwned::to_owned)
        }
        (Value::Null | Value::Array(_), _) => None,
    }
}
