//! Keyset pages: where one ends, sealed in an opaque cursor, and the order and condition of the next.

use aes_gcm_siv::aead::{Aead, Payload};
use aes_gcm_siv::{Aes256GcmSiv, KeyInit, Nonce};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::platform::clock::Instant;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::filter::{self, Key, Kind};
use crate::platform::problem::{Code, Problem};

pub const DEFAULT_LIMIT: i64 = 50;
pub const LARGEST_LIMIT: i64 = 200;
/// What may be asked for; it is cut to the largest.
pub const HIGHEST_LIMIT: i64 = 1_000_000;
pub const LARGEST_OFFSET: i64 = 10_000;
/// Counting stops here: the total of a filtered list is its dearest part.
pub const LARGEST_TOTAL: i64 = 10_000;

/// Where in a list a page stands.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PageInfo {
    /// The most items this page could have had.
    #[schema(minimum = 1, maximum = 200)]
    pub limit: i64,
    /// For the page after this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 4000)]
    pub next_cursor: Option<String>,
    /// For the page before this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 4000)]
    pub prev_cursor: Option<String>,
    /// Are there items after this page?
    pub has_more: bool,
    /// How many items the whole list has; with `include_total=true` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0)]
    pub total: Option<i64>,
    /// False when there are more than `total`: counting stops at 10 000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_is_exact: Option<bool>,
}

/// The last (or first) item of a page: the values it is sorted by, and its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// Does the page lie before the item?
    #[serde(rename = "b")]
    pub before: bool,
    #[serde(rename = "v")]
    pub values: Vec<Option<String>>,
    #[serde(rename = "i")]
    pub id: String,
}

/// Encrypts cursors: the values in them may be what their holder is not shown, such as the name that a list is sorted
/// by. One works only for the list it was made for. The same edge gives the same cursor (RFC 8452 allows that), so a
/// page can be compared with itself.
#[derive(Clone)]
pub struct Seal(Aes256GcmSiv);

impl Seal {
    pub fn new(secret: &[u8]) -> Self {
        Self(Aes256GcmSiv::new(&Sha256::digest(secret)))
    }
    /// `list` names all that the cursor is bound to: institution, resource, filter and sort.
    pub fn close(&self, edge: &Edge, list: &str) -> Result<String, Problem> {
        let text = Payload { msg: &serde_json::to_vec(edge)?, aad: list.as_bytes() };
        let sealed = self.0.encrypt(&Nonce::default(), text).map_err(|_| Problem::internal("a cursor cannot be sealed"))?;
        Ok(URL_SAFE_NO_PAD.encode(sealed))
    }
    pub fn open(&self, cursor: &str, list: &str) -> Result<Edge, Problem> {
        let wrong = || Problem::new(Code::InvalidCursor);
        let sealed = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| wrong())?;
        let text = self.0.decrypt(&Nonce::default(), Payload { msg: &sealed, aad: list.as_bytes() }).map_err(|_| wrong())?;
        serde_json::from_slice(&text).map_err(|_| wrong())
    }
}

/// The order of a page. An absent value is the largest there is: an agreement without an end ends last.
pub fn order(keys: &[Key], table: &'static str, backwards: bool) -> Sql {
    let direction = |down: bool| if down != backwards { " DESC" } else { "" };
    let mut order = Vec::new();
    for Key { field, down } in keys {
        if field.nullable {
            order.push(Sql::new("(").text(field.column()).text(" IS NULL)").text(direction(*down)));
        }
        order.push(Sql::new(field.column()).text(direction(*down)));
    }
    let down = keys.first().is_some_and(|it| it.down);
    order.push(Sql::new(table).text(".id").text(direction(down)));
    Sql::list(order)
}

/// The condition of what lies beyond the edge in that order.
pub fn beyond(keys: &[Key], table: &'static str, edge: &Edge) -> Result<Sql, Problem> {
    let wrong = || Problem::new(Code::InvalidCursor);
    if keys.len() != edge.values.len() {
        return Err(wrong());
    }
    let down = keys.first().is_some_and(|it| it.down) != edge.before;
    let mut condition = Sql::new(table).text(if down { ".id < " } else { ".id > " }).bind_text(edge.id.clone());
    for (Key { field, down }, value) in keys.iter().zip(&edge.values).rev() {
        let value = value.as_deref().map(|it| stored(field.kind, it).ok_or_else(wrong)).transpose()?;
        condition = step(field.column(), field.nullable, *down != edge.before, value, condition);
    }
    Ok(condition)
}

/// A value as the databases write it when they cast it to text.
fn stored(kind: Kind, text: &str) -> Option<Value> {
    match kind {
        Kind::Moment => Instant::parse_stored(text).map(Value::Moment),
        Kind::Flag => Some(Value::Flag(matches!(text, "1" | "t" | "true"))),
        Kind::Word(_) | Kind::Text | Kind::Folded | Kind::Id | Kind::ListOfText => Some(Value::Text(text.to_owned())),
        Kind::Integer | Kind::Day => filter::parse(kind, text).ok(),
    }
}

/// `column` is beyond `value`, or equal to it and the `rest` decides. The outer comparison is what an index can use.
fn step(column: &'static str, nullable: bool, down: bool, value: Option<Value>, rest: Sql) -> Sql {
    let column = || Sql::new(column);
    match (value, down) {
        (Some(value), false) if nullable => Sql::new("(")
            .then(column())
            .text(" IS NULL OR (")
            .then(column())
            .text(" >= ")
            .bind(value.clone())
            .text(" AND (")
            .then(column())
            .text(" > ")
            .bind(value)
            .text(" OR ")
            .then(rest)
            .text(")))"),
        (Some(value), _) => {
            let (loose, strict) = if down { (" <= ", " < ") } else { (" >= ", " > ") };
            Sql::new("(")
                .then(column())
                .text(loose)
                .bind(value.clone())
                .text(" AND (")
                .then(column())
                .text(strict)
                .bind(value)
                .text(" OR ")
                .then(rest)
                .text("))")
        }
        (None, false) => Sql::new("(").then(column()).text(" IS NULL AND ").then(rest).text(")"),
        (None, true) => Sql::new("(").then(column()).text(" IS NOT NULL OR ").then(rest).text(")"),
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proptest::prelude::*;

    use super::{Edge, Seal};

    fn seal() -> Seal {
        Seal::new(b"a secret of the tests")
    }

    proptest! {
        #[test]
        fn a_cursor_opens_to_what_was_sealed(before: bool, values in prop::collection::vec(prop::option::of(".{0,20}"), 0..4), id in ".{0,40}", list in ".{0,40}") {
            let edge = Edge { before, values, id };
            prop_assert_eq!(seal().open(&seal().close(&edge, &list).unwrap(), &list).unwrap(), edge);
        }
        #[test]
        fn a_cursor_of_another_list_or_a_changed_one_is_refused(id in "[a-z]{4,9}", flip in 0usize..20) {
            let edge = Edge { before: false, values: vec![], id };
            let cursor = seal().close(&edge, "one").unwrap();
            prop_assert!(seal().open(&cursor, "two").is_err());
            let mut bytes = cursor.into_bytes();
            bytes[flip] = if bytes[flip] == b'A' { b'B' } else { b'A' };
            prop_assert!(seal().open(&String::from_utf8(bytes).unwrap(), "one").is_err());
        }
        #[test]
        fn a_cursor_does_not_show_what_is_in_it(name in "[a-z]{8,20}") {
            let edge = Edge { before: false, values: vec![Some(name.clone())], id: "1".to_owned() };
            let bytes = URL_SAFE_NO_PAD.decode(seal().close(&edge, "one").unwrap()).unwrap();
            prop_assert!(!bytes.windows(name.len()).any(|it| it == name.as_bytes()));
        }
        #[test]
        fn noise_is_no_cursor(noise in ".{0,60}") {
            prop_assert!(seal().open(&noise, "one").is_err());
        }
    }
}
