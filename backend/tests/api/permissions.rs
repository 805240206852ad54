//! Who may do what: the table beside this folder is the decision, and every operation is held to it.

use std::collections::BTreeMap;

use hamkor::auth::roles::{RIGHTS, Role};
use hamkor::platform::id::AnyId;
use serde_json::{Value, json};

use crate::fixtures::{Records, id_of};
use crate::operations::{Operation, operations};
use crate::support::{Answer, App};

const TABLE: &str = include_str!("../permissions.csv");
/// The permission of what needs no account.
const OPEN: &str = "-";

struct Line {
    permission: &'static str,
    /// By role, in the order of the head line.
    allowed: Vec<(&'static str, bool)>,
}

/// The lines by the operations they are about.
fn table() -> BTreeMap<&'static str, Line> {
    let mut lines = TABLE.lines();
    let roles: Vec<&str> = lines.next().unwrap().split(',').skip(2).collect();
    let mut table = BTreeMap::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), roles.len() + 2, "{line}");
        let allowed = |cell: &str| match cell {
            "allow" => true,
            "deny" => false,
            other => panic!("{other} is neither allow nor deny: {line}"),
        };
        let allowed = roles.iter().zip(&cells[2..]).map(|(role, cell)| (*role, allowed(cell))).collect();
        assert!(table.insert(cells[0], Line { permission: cells[1], allowed }).is_none(), "{} stands there twice", cells[0]);
    }
    table
}

#[test]
fn the_table_has_a_line_for_every_operation_and_a_column_for_every_role() {
    let table = table();
    let decided: BTreeMap<&str, &str> = table.iter().map(|(operation, line)| (*operation, line.permission)).collect();
    let documented: BTreeMap<&str, &str> = operations().iter().map(|it| (it.id(), it.permission())).collect();
    let lines: Vec<_> = documented.iter().filter(|it| decided.get(it.0) != Some(it.1)).collect();
    assert_eq!(decided, documented, "permissions.csv and the document differ; the document has {lines:#?}");
    let sorted: Vec<&str> = TABLE.lines().skip(1).filter_map(|it| it.split(',').next()).collect();
    assert!(sorted.is_sorted(), "the lines are not in the order of their operations");
    for (operation, Line { allowed, .. }) in &table {
        assert_eq!(allowed.iter().map(|it| it.0).collect::<Vec<_>>(), Role::WORDS, "{operation}");
    }
}

#[test]
fn the_table_says_of_a_permission_what_the_program_says() {
    for (operation, Line { permission, allowed }) in table() {
        let roles = RIGHTS.iter().find(|it| it.0 == permission).map_or(Role::ALL, |it| it.1);
        let expected: Vec<_> = Role::ALL.iter().map(|it| (it.as_str(), roles.contains(it))).collect();
        assert_eq!(allowed, expected, "{operation} needs {permission}");
    }
}

/// A request that changes nothing: of a record that is not there, or with an empty body.
async fn harmless(app: &App, token: Option<&str>, operation: &Operation) -> Answer {
    let path = operation.path.replace("{id}", AnyId::new().as_str()).replace("{slug}", "alpha").replace("{name}", "countries");
    let call = app.call(&operation.method.to_uppercase(), &path).version(1);
    let call = if let Some(token) = token { call.bearer(token) } else { call };
    match operation.body() {
        Some((content_type, _)) => call.raw(content_type, "{}").send().await,
        None => call.send().await,
    }
}

/// Its role has the right; the record is of a unit that is not theirs.
fn is_limited(answer: &Answer) -> bool {
    answer.status == 403 && answer.body["reason"] == "own_unit_only"
}

pub async fn every_operation_is_for_the_roles_of_the_table(app: App) {
    let operations = operations();
    for (id, Line { permission, allowed }) in table() {
        let operation = operations.iter().find(|it| it.id() == id).unwrap();
        for (role, may) in allowed {
            let token = app.token(role, "alpha").await;
            let answer = harmless(&app, Some(&token), operation).await;
            if may {
                assert!(![401, 403].contains(&answer.status) || is_limited(&answer), "{id} is for {role}: {}", answer.text);
                assert!(answer.status < 500, "{id} as {role}: {}", answer.text);
            } else {
                assert_eq!((answer.status, &answer.body["code"]), (403, &json!("forbidden")), "{id} is not for {role}: {}", answer.text);
            }
        }
        let answer = harmless(&app, None, operation).await;
        assert_eq!(answer.status == 401, permission != OPEN, "{id} without an account: {}", answer.text);
    }
}

/// What a coordinator of Engineering may do with a record of a unit: read, make, change.
/// Hydraulics lies below Engineering, Arts beside it. Of what is not shown there is nothing to change.
const UNITS: [(&str, &str, u16, u16, u16); 20] = [
    ("agreements", "engineering", 200, 201, 200),
    ("agreements", "hydraulics", 200, 201, 200),
    ("agreements", "arts", 404, 403, 404),
    ("agreements", "none", 200, 403, 403),
    ("exchange-students", "engineering", 200, 201, 200),
    ("exchange-students", "hydraulics", 200, 201, 200),
    ("exchange-students", "arts", 404, 403, 404),
    ("exchange-students", "none", 404, 403, 404),
    ("grant-projects", "engineering", 200, 201, 200),
    ("grant-projects", "hydraulics", 200, 201, 200),
    ("grant-projects", "arts", 404, 403, 404),
    ("grant-projects", "none", 200, 403, 403),
    ("memoranda", "engineering", 200, 201, 200),
    ("memoranda", "hydraulics", 200, 201, 200),
    ("memoranda", "arts", 404, 403, 404),
    ("memoranda", "none", 200, 403, 403),
    ("people", "engineering", 200, 201, 200),
    ("people", "hydraulics", 200, 201, 200),
    ("people", "arts", 404, 403, 404),
    ("people", "none", 404, 403, 404),
];

fn in_unit(app: &App, mut draft: Value, unit: &str) -> Value {
    draft["unit_id"] = if unit == "none" { Value::Null } else { app.unit("alpha", unit).into() };
    draft
}

fn require(answer: &Answer, status: u16, what: &str) {
    assert_eq!(answer.status, status, "{what}: {}", answer.text);
    assert!(status != 403 || is_limited(answer), "{what}: {}", answer.text);
}

pub async fn a_coordinator_writes_records_of_their_units_only(app: App) {
    let records = Records::made(&app, "alpha", "ordinary").await;
    let (office, coordinator) = (app.token("officer", "alpha").await, app.token("coordinator", "alpha").await);
    for (resource, unit, read, made, changed) in UNITS {
        let what = |verb: &str| format!("{verb} {resource} of {unit}");
        let draft = in_unit(&app, records.minimal(&app, resource), unit);
        require(&app.post(&coordinator, resource, draft.clone()).await, made, &what("create"));

        let path = format!("{resource}/{}", id_of(&app.create(&office, resource, draft.clone()).await));
        require(&app.get(&coordinator, &path).await, read, &what("get"));
        require(&app.get(&coordinator, &format!("{path}/history")).await, read, &what("history"));
        let list = app.get(&coordinator, &format!("{resource}?limit=200")).await;
        let listed = list.body["items"].as_array().unwrap().iter().any(|it| path.ends_with(&id_of(it)));
        assert_eq!(listed, read == 200, "{}", what("list"));

        require(&app.patch(&coordinator, &path, 1, json!({"tags": ["seen"]})).await, changed, &what("update"));
        let version = if changed == 200 { 2 } else { 1 };
        require(&app.put(&coordinator, &path, version, draft.clone()).await, changed, &what("replace"));
        if changed == 200 {
            let away = in_unit(&app, draft, "arts");
            require(&app.patch(&coordinator, &path, 3, json!({"unit_id": away["unit_id"]})).await, 403, &what("move away"));
            require(&app.patch(&coordinator, &path, 3, json!({"unit_id": null})).await, 403, &what("move to no unit"));
            require(&app.put(&coordinator, &path, 3, away).await, 403, &what("move away"));
        }
        if ["exchange-students", "grant-projects"].contains(&resource) {
            let answer = app.transition(&coordinator, &path, if changed == 200 { 3 } else { 1 }, "withdrawn").await;
            require(&answer, changed, &what("transition"));
        }
        let version = app.get(&office, &path).await.body["version"].as_i64().unwrap();
        require(&app.delete(&coordinator, &path, version).await, if changed == 200 { 204 } else { changed }, &what("archive"));
        if changed != 200 {
            require(&app.delete(&office, &path, version).await, 204, &what("archive for the office"));
        }
        let restored = app.call("POST", &format!("/api/v1/{path}/restore")).bearer(&coordinator).send().await;
        require(&restored, changed, &what("restore"));
    }
}

/// What is of no unit at all.
pub async fn a_member_reads_what_is_about_themselves_only(app: App) {
    let records = Records::made(&app, "alpha", "ordinary").await;
    let (office, member) = (app.token("officer", "alpha").await, app.token("member", "alpha").await);
    let own = app.person("alpha");
    let mut draft = records.minimal(&app, "exchange-students");
    draft["person_id"] = own.clone().into();
    let exchange = id_of(&app.create(&office, "exchange-students", draft).await);
    for (resource, own) in [("people", own), ("exchange-students", exchange)] {
        assert_eq!(app.get(&member, &format!("{resource}/{own}")).await.status, 200, "{resource}");
        let list = app.get(&member, &format!("{resource}?archived=include&limit=200")).await.body;
        assert_eq!(list["items"].as_array().unwrap().iter().map(id_of).collect::<Vec<_>>(), [own], "{resource}");
        for (question, status) in [("", 404), ("/history", 403)] {
            let other = app.get(&member, &format!("{resource}/{}{question}", records.ids[resource])).await;
            assert_eq!(other.status, status, "{resource}{question}: {}", other.text);
        }
    }
}

crate::on_both_databases!(
    every_operation_is_for_the_roles_of_the_table,
    a_coordinator_writes_records_of_their_units_only,
    a_member_reads_what_is_about_themselves_only,
);
