//! The part of the OpenAPI document that each kind of record gets, from what the slice declares.

use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

use crate::auth::roles::Right;
use crate::platform::filter::{Field, Kind, LONGEST_VALUE, MOST_KEYS, MOST_VALUES};
use crate::platform::openapi::{DAY, INSTANT, member_names};
use crate::platform::page::{DEFAULT_LIMIT, HIGHEST_LIMIT, LARGEST_OFFSET};
use crate::platform::problem::{Fault, Problem};
use crate::record::export::Format;
use crate::record::history::{History, HistoryEntry};
use crate::record::{AllowedTransition, Head, Noun, Record, Staged, expand, parameters, transition, write};

type Schemas = Vec<(String, RefOr<Schema>)>;

pub fn schemas<R: Record>() -> Schemas {
    let mut schemas = Vec::new();
    collect::<R>(&mut schemas);
    collect::<R::Draft>(&mut schemas);
    collect::<Head>(&mut schemas);
    collect::<History>(&mut schemas);
    collect::<HistoryEntry>(&mut schemas);
    collect::<crate::platform::page::PageInfo>(&mut schemas);
    let schema = R::NOUN.schema;
    let page = json!({
        "type": "object", "required": ["items", "page"], "additionalProperties": false,
        "description": format!("A page of {}.", R::NOUN.path.replace('-', " ")),
        "properties": {
            "items": {"type": "array", "maxItems": 200, "items": shown(schema)},
            "page": {"$ref": "#/components/schemas/PageInfo"},
        },
    });
    schemas.extend(from_json(&format!("{schema}Page"), page));
    schemas
}

pub fn transition_schema<R: Staged>() -> Schemas {
    let mut schemas = Vec::new();
    collect::<AllowedTransition>(&mut schemas);
    let body = json!({
        "type": "object", "required": ["to"], "additionalProperties": false,
        "description": "The state to move to. A comment stays in the history.",
        "properties": {
            "to": {"type": "string", "enum": R::STATES},
            "comment": {"type": ["string", "null"], "minLength": 1, "maxLength": 2000, "pattern": crate::platform::text::PROSE_PATTERN},
            "on": {"type": ["string", "null"], "format": "date", "description": "The day it took effect; today if absent."},
        },
        "example": {"to": R::STATES[1.min(R::STATES.len() - 1)], "comment": "By order of the rector"},
    });
    schemas.extend(from_json(&transition::schema_name(&R::NOUN), body));
    schemas
}

fn collect<T: ToSchema>(schemas: &mut Schemas) {
    T::schemas(schemas);
    schemas.push((T::name().into_owned(), T::schema()));
}

fn from_json(name: &str, schema: Value) -> Option<(String, RefOr<Schema>)> {
    serde_json::from_value(schema).ok().map(|it| (name.to_owned(), it))
}

/// The whole record, or the members that `fields` named.
fn shown(schema: &str) -> Value {
    json!({"anyOf": [reference(schema), reference(&format!("{schema}Sparse"))]})
}

fn reference(schema: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{schema}")})
}

pub fn paths<R: Record>() -> Vec<(String, Value)> {
    let noun = R::NOUN;
    let (path, title) = (noun.path, noun.title);
    let titles = path.replace('-', " ");
    let draft = write::draft_schema(&noun);
    let mut all = Map::new();
    all.insert(
        "get".into(),
        operation::<R, R::Read>(
            &format!("list{}", noun.schemas),
            &format!("List {titles}"),
            noun.about,
            list_parameters::<R>(),
            None,
            json!({"200": answer(&format!("A page of {titles}"), &format!("{}Page", noun.schema), &["Link"])}),
        ),
    );
    if !R::COLUMNS.is_empty() {
        for format in [Format::Csv, Format::Xlsx] {
            let file = json!({"type": "string", "format": "binary", "description": "The whole search as a table, in the language of Accept-Language."});
            all["get"]["responses"]["200"]["content"][format.content_type()] = json!({"schema": file});
        }
    }
    let expansions: Map<String, Value> = R::EXPANSIONS.iter().map(|it| (it.name.to_owned(), it.schema.into())).collect();
    all["get"]["x-expansions"] = json!({noun.schema: expansions});
    if R::VERBS.create {
        all.insert(
            "post".into(),
            operation::<R, R::Write>(
                &format!("create{}", noun.schema),
                &format!("Create {}", article(title)),
                "The answer is the whole record, with its place in Location and its version in ETag.",
                vec![idempotency_key()],
                Some(("application/json", draft.clone())),
                json!({"201": answer(&format!("The {title}"), noun.schema, &["Location", "ETag", "Idempotent-Replayed"])}),
            ),
        );
    }
    let mut one = Map::new();
    let mut parameters = vec![id()];
    parameters.extend(view_parameters::<R>());
    parameters.push(json!({"name": "If-None-Match", "in": "header", "description": "A version you have: answered with 304 while it is the newest.", "schema": {"type": "string", "maxLength": 200}}));
    let mut found = json!({"200": answer(&format!("The {title}"), noun.schema, &["ETag"])});
    found["200"]["content"]["application/json"]["schema"] = shown(noun.schema);
    found["304"] = json!({"description": "You have the newest version."});
    one.insert(
        "get".into(),
        operation::<R, R::Read>(&format!("get{}", noun.schema), &format!("Read {}", article(title)), noun.about, parameters, None, found),
    );
    one.insert(
        "put".into(),
        operation::<R, R::Write>(
            &format!("replace{}", noun.schema),
            &format!("Replace {}", article(title)),
            "The whole content: what is absent is cleared.",
            vec![id(), if_match()],
            Some(("application/json", draft)),
            json!({"200": answer(&format!("The {title}"), noun.schema, &["ETag"])}),
        ),
    );
    one.insert(
        "patch".into(),
        operation::<R, R::Write>(
            &format!("update{}", noun.schema),
            &format!("Change {}", article(title)),
            "A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.",
            vec![id(), if_match()],
            Some(("application/merge-patch+json", format!("{}Patch", noun.schema))),
            json!({"200": answer(&format!("The {title}"), noun.schema, &["ETag"])}),
        ),
    );
    let mut paths = vec![(format!("/{path}"), Value::Object(all))];
    if R::VERBS.archive {
        one.insert(
            "delete".into(),
            operation::<R, R::Write>(
                &format!("archive{}", noun.schema),
                &format!("Archive {}", article(title)),
                "It is hidden from lists and stays readable by its id. Refused while live records depend on it.",
                vec![id(), if_match()],
                None,
                json!({"204": {"description": "Archived."}}),
            ),
        );
        let restore = operation::<R, R::Write>(
            &format!("restore{}", noun.schema),
            &format!("Restore {}", article(title)),
            "Takes it out of the archive.",
            vec![id(), idempotency_key(), optional_if_match()],
            None,
            json!({"200": answer(&format!("The {title}"), noun.schema, &["ETag", "Idempotent-Replayed"])}),
        );
        paths.push((format!("/{path}/{{id}}/restore"), json!({"post": restore})));
    }
    paths.push((format!("/{path}/{{id}}"), Value::Object(one)));
    let history = operation::<R, R::History>(
        &format!("list{}History", noun.schema),
        &format!("Read the history of {}", article(title)),
        "Every change with who made it and when, newest first.",
        vec![
            id(),
            number("limit", 1, i64::from(i32::MAX), "At most this many entries; more than 200 is cut to 200."),
            number("before", 1, i64::from(i32::MAX), "Only entries with a smaller seq."),
        ],
        None,
        json!({"200": answer("The history", "History", &[])}),
    );
    paths.push((format!("/{path}/{{id}}/history"), json!({"get": history})));
    paths
}

pub fn transition_paths<R: Staged>() -> Vec<(String, Value)> {
    let Noun { path, title, schema, .. } = R::NOUN;
    let moving = operation::<R, R::Move>(
        &format!("transition{schema}"),
        &format!("Move {} to another state", article(title)),
        "The record's allowed_transitions tell where it can go from here and what bars the rest.",
        vec![id(), if_match(), idempotency_key()],
        Some(("application/json", transition::schema_name(&R::NOUN))),
        json!({"200": answer(&format!("The {title}"), schema, &["ETag", "Idempotent-Replayed"])}),
    );
    let undo = operation::<R, R::Move>(
        &format!("undo{schema}"),
        &format!("Take back the last move of {}", article(title)),
        "For a transition made by mistake: within 24 hours of it, and while nothing else has changed the record. Both moves stay in the history.",
        vec![id(), if_match(), idempotency_key()],
        None,
        json!({"200": answer(&format!("The {title}"), schema, &["ETag", "Idempotent-Replayed"])}),
    );
    vec![(format!("/{path}/{{id}}/transitions"), json!({"post": moving})), (format!("/{path}/{{id}}/undo"), json!({"post": undo}))]
}

fn operation<R: Record, P: Right>(
    operation_id: &str,
    summary: &str,
    description: &str,
    parameters: Vec<Value>,
    body: Option<(&str, String)>,
    responses: Value,
) -> Value {
    let parameters: Vec<Value> = parameters
        .into_iter()
        .map(|mut it| {
            if it.get("required").is_none() {
                it["required"] = false.into();
            }
            it
        })
        .collect();
    let mut operation = json!({
        "tags": [R::NOUN.path],
        "operationId": operation_id,
        "summary": summary,
        "description": description,
        "parameters": parameters,
        "responses": responses,
        "x-required-permission": P::NAME,
    });
    if let Some((content_type, schema)) = body {
        operation["requestBody"] = json!({"required": true, "content": {content_type: {"schema": reference(&schema)}}});
    }
    operation
}

fn answer(description: &str, schema: &str, headers: &[&str]) -> Value {
    let headers: Map<String, Value> =
        headers.iter().map(|it| ((*it).to_owned(), json!({"$ref": format!("#/components/headers/{it}")}))).collect();
    json!({"description": description, "headers": headers, "content": {"application/json": {"schema": reference(schema)}}})
}

fn article(title: &str) -> String {
    let article = if title.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {title}")
}

fn id() -> Value {
    json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid", "maxLength": 36}})
}
fn if_match() -> Value {
    json!({"name": "If-Match", "in": "header", "required": true, "description": "The version that the change is based on, as the ETag has it.", "example": "\"1\"", "schema": {"type": "string", "maxLength": 200}})
}
fn optional_if_match() -> Value {
    let mut parameter = if_match();
    parameter["required"] = false.into();
    parameter
}
fn idempotency_key() -> Value {
    json!({"name": "Idempotency-Key", "in": "header", "description": "Makes the request safe to repeat for 24 hours.", "schema": {"type": "string", "minLength": 16, "maxLength": 128, "pattern": "^[!-~]{16,128}$"}})
}
fn number(name: &str, least: i64, most: i64, description: &str) -> Value {
    json!({"name": name, "in": "query", "description": description, "schema": {"type": "integer", "format": "int64", "minimum": least, "maximum": most}})
}

fn view_parameters<R: Record>() -> Vec<Value> {
    let mut parameters =
        vec![list_of("fields", "Only these members, and the id.", json!({"type": "string", "enum": parameters::members::<R>()}))];
    if !R::EXPANSIONS.is_empty() {
        let names = expand::names(R::EXPANSIONS);
        parameters.push(list_of(
            "expand",
            "Show the records referred to, under their own names.",
            json!({"type": "string", "enum": names}),
        ));
    }
    if R::AS_OF {
        let description = "The day that derived members are told for; today if absent.";
        parameters.push(json!({"name": "as_of", "in": "query", "description": description, "schema": day()}));
    }
    parameters
}

fn day() -> Value {
    serde_json::from_str(DAY).unwrap_or_default()
}

fn list_of(name: &str, description: &str, items: Value) -> Value {
    json!({
        "name": name, "in": "query", "description": description, "style": "form", "explode": false,
        "schema": {"type": "array", "minItems": 1, "maxItems": MOST_VALUES, "items": items},
    })
}

fn list_parameters<R: Record>() -> Vec<Value> {
    let fields = parameters::fields::<R>();
    let sorts: Vec<String> = fields.iter().filter(|it| it.sort).flat_map(|it| [it.name.to_owned(), format!("-{}", it.name)]).collect();
    let mut parameters = vec![
        json!({"name": "q", "in": "query", "description": "Words to find; case, accents, scripts and apostrophes are folded.", "schema": {"type": "string", "maxLength": 200}}),
        json!({
            "name": "sort", "in": "query", "style": "form", "explode": false,
            "description": "Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest.",
            "schema": {"type": "array", "minItems": 1, "maxItems": MOST_KEYS, "uniqueItems": true, "items": {"type": "string", "enum": sorts}},
        }),
        json!({"name": "limit", "in": "query", "description": "Items in a page; more than 200 is cut to 200.", "schema": {"type": "integer", "format": "int64", "minimum": 1, "maximum": HIGHEST_LIMIT, "default": DEFAULT_LIMIT}}),
        json!({"name": "cursor", "in": "query", "description": "`next_cursor` or `prev_cursor` of a page of the same list.", "schema": {"type": "string", "maxLength": 4000}}),
        number("offset", 0, LARGEST_OFFSET, "Items to skip, for grids; not together with a cursor."),
        json!({"name": "include_total", "in": "query", "description": "Count the whole list, up to 10 000.", "schema": {"type": "boolean"}}),
        json!({"name": "archived", "in": "query", "description": "Whether archived records are in the list.", "schema": {"type": "string", "enum": ["exclude", "include", "only"], "default": "exclude"}}),
    ];
    parameters.extend(view_parameters::<R>());
    if !R::COLUMNS.is_empty() {
        let description =
            "`csv` and `xlsx` are the whole search as a file, whatever page was asked for; without it the Accept header decides.";
        parameters.push(json!({"name": "format", "in": "query", "description": description, "schema": {"type": "string", "enum": Format::WORDS, "default": "json"}}));
    }
    for field in fields.into_iter().filter(|it| it.filter) {
        parameters.push(list_of(field.name, &about(field), item(field)));
        for operator in field.operators() {
            let name = format!("{}[{operator}]", field.name);
            parameters.push(match *operator {
                "isnull" => json!({"name": name, "in": "query", "description": "Is the value absent?", "schema": {"type": "boolean"}}),
                "ne" => list_of(&name, "None of these values.", item(field)),
                _ => json!({"name": name, "in": "query", "description": comparison(operator), "schema": item(field)}),
            });
        }
    }
    parameters
}

fn about(field: &Field) -> String {
    match field.about {
        "" => "Any of these values.".to_owned(),
        about => format!("{about} Any of these values."),
    }
}

fn comparison(operator: &str) -> &'static str {
    match operator {
        "gte" => "At least this.",
        "lte" => "At most this.",
        "gt" => "More than this.",
        _ => "Less than this.",
    }
}

fn item(field: &Field) -> Value {
    match field.kind {
        Kind::Word(words) => json!({"type": "string", "enum": words}),
        Kind::Id => json!({"type": "string", "format": "uuid", "maxLength": 36}),
        Kind::Integer => json!({"type": "integer", "format": "int32", "minimum": i32::MIN, "maximum": i32::MAX}),
        Kind::Day => day(),
        Kind::Moment => serde_json::from_str(INSTANT).unwrap_or_default(),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Text | Kind::ListOfText | Kind::Folded => {
            json!({"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE, "pattern": "^[^,\\u0000]+$"})
        }
    }
}

/// A patch names members that the record has; what they become is judged with the rest.
pub fn check_patch<R: Record>(patch: &Value) -> Result<(), Problem> {
    let Some(patch) = patch.as_object() else {
        return Err(Problem::invalid(vec![Fault { pointer: String::new(), code: "wrong_type", about: "object".to_owned() }]));
    };
    let known = member_names::<R::Draft>();
    let unknown: Vec<Fault> = patch
        .keys()
        .filter(|it| !known.contains(it))
        .map(|it| Fault { pointer: format!("/{it}"), code: "unknown_field", about: String::new() })
        .collect();
    if unknown.is_empty() { Ok(()) } else { Err(Problem::invalid(unknown)) }
}
