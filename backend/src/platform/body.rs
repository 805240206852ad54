//! Bodies: strict JSON, judged by the published document, every fault at once.
//!
//! The limits a client reads in the OpenAPI document are the limits the service applies, because it applies
//! that document. Rules between fields are the slice's and run on what can be read in spite of other faults.

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use jsonschema::Validator;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::platform::problem::{Code, Fault, Problem};

/// How deep a body may nest.
const DEEPEST: usize = 32;
/// More faults than this are not told.
const MOST_FAULTS: usize = 100;

/// Faults found so far.
#[derive(Debug, Default)]
pub struct Faults {
    found: Vec<Fault>,
    /// Are only references looked at, those that have not changed too?
    references: bool,
}

impl Faults {
    pub fn add(&mut self, pointer: impl Into<String>, code: &'static str) {
        self.about(pointer, code, "");
    }
    pub fn about(&mut self, pointer: impl Into<String>, code: &'static str, about: impl Into<String>) {
        let fault = Fault { pointer: pointer.into(), code, about: about.into() };
        let matters = !self.references || code == "not_known_here";
        if matters && self.found.len() < MOST_FAULTS && !self.found.iter().any(|it| it.pointer == fault.pointer) {
            self.found.push(fault);
        }
    }
    /// For a record that comes back as it was: what it refers to may have gone meanwhile.
    pub fn of_references() -> Self {
        Self { found: Vec::new(), references: true }
    }
    /// Is a reference to be looked up?
    pub fn doubts(&self, unchanged: bool) -> bool {
        self.references || !unchanged
    }
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
    pub fn into_result(self) -> Result<(), Problem> {
        if self.found.is_empty() { Ok(()) } else { Err(Problem::invalid(self.found)) }
    }
    pub fn into_conflict(self, reason: &'static str) -> Result<(), Problem> {
        if self.found.is_empty() { Ok(()) } else { Err(Problem::because(Code::StateConflict, reason, "").naming(self.found)) }
    }
}

/// The schemas of the document, compiled when first needed.
pub struct Schemas {
    document: Value,
    compiled: HashMap<String, OnceLock<Option<Validator>>>,
    formats: Formats,
}

/// Names of formats of our own, and what is of them.
pub type Formats = &'static [(&'static str, fn(&str) -> bool)];

impl Schemas {
    pub fn new(document: Value, formats: Formats) -> Self {
        let names: Vec<String> = document["components"]["schemas"].as_object().map(|it| it.keys().cloned().collect()).unwrap_or_default();
        Self { document, compiled: names.into_iter().map(|it| (it, OnceLock::new())).collect(), formats }
    }
    pub fn document(&self) -> &Value {
        &self.document
    }
    pub fn validator(&self, name: &str) -> Result<&Validator, Problem> {
        let slot = self.compiled.get(name).ok_or_else(|| Problem::internal(format!("no schema {name}")))?;
        let compiled = slot.get_or_init(|| {
            let schema = serde_json::json!({
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$ref": format!("#/components/schemas/{name}"),
                "components": self.document["components"],
            });
            let options = jsonschema::options().should_validate_formats(true);
            self.formats.iter().fold(options, |options, (name, is)| options.with_format(*name, is)).build(&schema).ok()
        });
        compiled.as_ref().ok_or_else(|| Problem::internal(format!("schema {name} does not compile")))
    }
}

/// A body that was judged by its schema and read as far as it goes.
pub struct Judged<T> {
    /// Present when the body can be read at all, perhaps without some optional fields that are at fault.
    pub value: Option<T>,
    pub faults: Faults,
}

/// Judges a JSON value by the schema of this name.
pub fn judge<T: DeserializeOwned>(schemas: &Schemas, name: &str, value: Value) -> Result<Judged<T>, Problem> {
    let mut faults = Faults::default();
    for error in schemas.validator(name)?.iter_errors(&value) {
        blame(&error, &mut faults);
    }
    let mut readable = value;
    for fault in &faults.found {
        prune(&mut readable, &fault.pointer);
    }
    match serde_path_to_error::deserialize(&readable) {
        Ok(value) => Ok(Judged { value: Some(value), faults }),
        Err(err) => {
            // Faults that the schema cannot state: a country that does not exist, a month with 30 days.
            if faults.is_empty() {
                let pointer = pointer_of(err.path());
                faults.about(pointer, "invalid_value", err.inner().to_string());
            }
            Ok(Judged { value: None, faults })
        }
    }
}

fn blame(error: &jsonschema::ValidationError<'_>, faults: &mut Faults) {
    use ValidationErrorKind as Kind;
    let at = error.instance_path().as_str().to_owned();
    match error.kind() {
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            faults.add(format!("{at}/{}", escaped(name)), "required");
        }
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            for name in unexpected {
                faults.add(format!("{at}/{}", escaped(name)), "unknown_field");
            }
        }
        Kind::Type { kind: TypeKind::Single(kind) } => faults.about(at, "wrong_type", kind.to_string()),
        Kind::Type { kind: TypeKind::Multiple(kinds) } => {
            let kinds: Vec<String> = kinds.iter().map(|it| it.to_string()).collect();
            faults.about(at, "wrong_type", kinds.join(", "));
        }
        Kind::MinLength { limit } | Kind::MinItems { limit } => faults.about(at, "too_short", limit.to_string()),
        Kind::MinProperties { .. } => faults.add(at, "one_needed"),
        Kind::MaxLength { limit } | Kind::MaxItems { limit } | Kind::MaxProperties { limit } => {
            faults.about(at, "too_long", limit.to_string());
        }
        Kind::Minimum { limit } | Kind::ExclusiveMinimum { limit } => faults.about(at, "too_small", limit.to_string()),
        Kind::Maximum { limit } | Kind::ExclusiveMaximum { limit } => faults.about(at, "too_big", limit.to_string()),
        Kind::Enum { .. } | Kind::Constant { .. } => {
            let given: String = error.instance().to_string().chars().take(80).collect();
            faults.about(at, "unknown_value", given);
        }
        // The standard's formats are about form; ours name what there is.
        Kind::Format { format } if !matches!(format.as_str(), "date" | "date-time" | "uuid" | "email" | "uri") => {
            faults.about(at, "unknown_value", error.instance().to_string());
        }
        Kind::UniqueItems => faults.add(at, "repeated"),
        Kind::Pattern { .. } | Kind::Format { .. } | Kind::MultipleOf { .. } => faults.add(at, "wrong_form"),
        // A part that may be null is one of two schemas: what its own schema says of it is what helps.
        Kind::OneOfNotValid { context } | Kind::AnyOf { context } => {
            let told = context
                .iter()
                .find(|it| !it.iter().any(|it| matches!(it.kind(), Kind::Type { .. }) && *it.instance_path() == *error.instance_path()));
            match told {
                Some(errors) => errors.iter().for_each(|it| blame(it, faults)),
                None => faults.about(at, "wrong_type", "object"),
            }
        }
        _ => faults.about(at, "invalid_value", ""),
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn pointer_of(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |out, segment| match segment {
        Segment::Seq { index } => format!("{out}/{index}"),
        Segment::Map { key } => format!("{out}/{}", escaped(key)),
        Segment::Enum { .. } | Segment::Unknown => out,
    })
}

/// Takes the member at fault out, so that the rest can be read. Items of a list stay: their neighbours would move.
fn prune(value: &mut Value, pointer: &str) {
    let Some((parent, name)) = pointer.rsplit_once('/') else { return };
    if let Some(Value::Object(members)) = value.pointer_mut(parent) {
        members.remove(&name.replace("~1", "/").replace("~0", "~"));
    }
}

/// JSON as RFC 8259 has it, without repeated names and not nested too deeply.
pub fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = Strict { depth: 0 }.deserialize(&mut deserializer).map_err(malformed)?;
    deserializer.end().map_err(malformed)?;
    Ok(value)
}

fn malformed(err: serde_json::Error) -> Problem {
    let code = if err.to_string().starts_with(TOO_DEEP) { "body_depth" } else { "malformed_json" };
    Problem::because(Code::MalformedJson, code, DEEPEST.to_string()).with("line", err.line()).with("column", err.column())
}

const TOO_DEEP: &str = "nested too deeply";

struct Strict {
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Strict {
    fn deeper<E: serde::de::Error>(&self) -> Result<Self, E> {
        if self.depth < DEEPEST { Ok(Self { depth: self.depth + 1 }) } else { Err(E::custom(TOO_DEEP)) }
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_bool<E>(self, it: bool) -> Result<Value, E> {
        Ok(it.into())
    }
    fn visit_i64<E>(self, it: i64) -> Result<Value, E> {
        Ok(it.into())
    }
    fn visit_u64<E>(self, it: u64) -> Result<Value, E> {
        Ok(it.into())
    }
    fn visit_f64<E>(self, it: f64) -> Result<Value, E> {
        Ok(it.into())
    }
    fn visit_str<E>(self, it: &str) -> Result<Value, E> {
        Ok(it.into())
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self.deeper()?)? {
            items.push(item);
        }
        Ok(items.into())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value_seed(self.deeper()?)?;
            if members.insert(name, value).is_some() {
                return Err(serde::de::Error::custom("a name stands there twice"));
            }
        }
        Ok(members.into())
    }
}

/// For what is asked for without saying more: an empty object says nothing either.
pub fn require_empty(value: &Value) -> Result<(), Problem> {
    let mut faults = Faults::default();
    match value {
        Value::Object(members) => members.keys().for_each(|name| faults.add(format!("/{}", escaped(name)), "unknown_field")),
        _ => faults.about("", "wrong_type", "object"),
    }
    faults.into_result()
}

/// Null and absent mean the same for a member of the body; within its parts the document knows only absent.
pub fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => members.into_iter().filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>().into(),
        other => other,
    }
}
