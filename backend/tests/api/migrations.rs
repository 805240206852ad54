//! Migrations: each undone by its own undoing, and the same tables on both databases.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::{QueryableByName, RunQueryDsl};
use diesel::sql_types::Text;
use hamkor::agreements::model::Agreement;
use hamkor::exchange_students::model::ExchangeStudent;
use hamkor::funding_programmes::model::FundingProgramme;
use hamkor::grant_projects::model::GrantProject;
use hamkor::institutions::model::Institution;
use hamkor::institutions::units::Unit;
use hamkor::memoranda::model::Memorandum;
use hamkor::partners::model::Partner;
use hamkor::people::model::Person;
use hamkor::platform::db::{self, Conn, DatabaseUrl};
use hamkor::platform::filter::{Field, Place};
use hamkor::record::{Record, parameters};
use hamkor::users::model::User;

use crate::operations::operations;
use crate::support::{App, Database, Kind};

/// Tables that belong to no institution.
const SHARED: [&str; 1] = ["users"];
/// The column of an institution in every table of one.
const OWNER: &str = "institution_id";

/// Ids that no foreign key holds, and why.
const REFERS_ELSEWHERE: &[(&str, &str, &str)] = &[
    ("journal", "actor_id", "the journal outlives what it tells of"),
    ("journal", "record_id", "the journal tells of records of every kind"),
    ("journal", "request_id", "names a request, not a row"),
    ("refresh_tokens", "family_id", "a family is its tokens"),
    ("units", "head_id", "people are made after units, and SQLite takes no foreign key later"),
];

/// Lists that are sorted without an index, and why that is right.
const SORTED_WITHOUT_INDEX: &[(&str, &str, &str)] = &[
    ("institutions", "name", "a caller's list has one row"),
    ("institutions", "created_at", "a caller's list has one row"),
    ("institutions", "updated_at", "a caller's list has one row"),
];

fn folders() -> impl Iterator<Item = (&'static str, String)> {
    let all = ["shared", "sqlite", "postgres"].into_iter().flat_map(|folder| {
        let path = format!("{}/../migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
        let entries = std::fs::read_dir(path).unwrap().map(|it| it.unwrap());
        entries.filter(|it| it.file_type().unwrap().is_dir()).map(move |it| (folder, it.file_name().into_string().unwrap()))
    });
    all.collect::<Vec<_>>().into_iter()
}

#[test]
fn every_migration_has_a_version_of_its_own_and_an_undoing() {
    let mut versions: BTreeMap<String, String> = BTreeMap::new();
    for (folder, name) in folders() {
        // Diesel knows a migration by what stands before the underscore, without its hyphens.
        let version = name.split('_').next().unwrap().replace('-', "");
        assert!(version.len() == 14 && version.bytes().all(|it| it.is_ascii_digit()), "{folder}/{name}: YYYY-MM-DD-HHMMSS_name");
        if let Some(other) = versions.insert(version, format!("{folder}/{name}")) {
            panic!("{folder}/{name} and {other} have one version: diesel would run only one of them");
        }
        for file in ["up.sql", "down.sql"] {
            let path = format!("{}/../migrations/{folder}/{name}/{file}", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(text.contains(';'), "{folder}/{name}/{file} does nothing");
        }
    }
    assert!(!versions.is_empty());
}

/// What a database holds, as it tells itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Catalogue {
    /// Type and whether it may be null, by table and column.
    columns: BTreeMap<(String, String), (String, bool)>,
    /// The columns of the primary key, by table.
    keys: BTreeMap<String, Vec<String>>,
    /// Table, its columns, the table they refer to, and that table's columns.
    references: BTreeSet<(String, Vec<String>, String, Vec<String>)>,
    /// The columns and expressions of each index, by table and name.
    indexes: BTreeMap<(String, String), String>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    a: String,
    #[diesel(sql_type = Text)]
    b: String,
    #[diesel(sql_type = Text)]
    c: String,
    #[diesel(sql_type = Text)]
    d: String,
}

fn rows(conn: &mut Conn, query: &str) -> Vec<(String, String, String, String)> {
    let rows: Vec<Row> = diesel::sql_query(query).load(conn).unwrap();
    rows.into_iter().map(|Row { a, b, c, d }| (a, b, c, d)).filter(|it| !it.0.starts_with("__diesel")).collect()
}

/// What differs between the two is written as text with commas, so that one reader does for both.
struct Questions {
    columns: &'static str,
    keys: &'static str,
    references: &'static str,
    indexes: &'static str,
}

const SQLITE: Questions = Questions {
    columns: r#"SELECT m.name AS a, p.name AS b, lower(p.type) AS c, CASE WHEN p."notnull" = 1 THEN 'NO' ELSE 'YES' END AS d
        FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"#,
    keys: "SELECT a, group_concat(name, ',') AS b, '' AS c, '' AS d FROM (
            SELECT m.name AS a, p.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) p
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND 0 < p.pk ORDER BY m.name, p.pk) GROUP BY a",
    references: r#"SELECT a, group_concat("from", ',') AS b, "table" AS c, group_concat("to", ',') AS d FROM (
            SELECT m.name AS a, f.* FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
            WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq) GROUP BY a, id"#,
    indexes: "SELECT tbl_name AS a, name AS b, sql AS c, '' AS d FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
};

const POSTGRES: Questions = Questions {
    columns: "SELECT table_name::text AS a, column_name::text AS b, data_type::text AS c, is_nullable::text AS d
        FROM information_schema.columns WHERE table_schema = 'public'",
    keys: "SELECT t.relname::text AS a, string_agg(n.attname, ',' ORDER BY k.place) AS b, '' AS c, '' AS d
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid, unnest(c.conkey) WITH ORDINALITY k (column_number, place), pg_attribute n
        WHERE c.contype = 'p' AND n.attrelid = c.conrelid AND n.attnum = k.column_number AND t.relnamespace = 'public'::regnamespace
        GROUP BY t.relname",
    references: "SELECT t.relname::text AS a, string_agg(n.attname, ',' ORDER BY k.place) AS b, r.relname::text AS c,
            string_agg(m.attname, ',' ORDER BY k.place) AS d
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid,
            unnest(c.conkey, c.confkey) WITH ORDINALITY k (here, there, place), pg_attribute n, pg_attribute m
        WHERE c.contype = 'f' AND n.attrelid = c.conrelid AND n.attnum = k.here AND m.attrelid = c.confrelid AND m.attnum = k.there
        GROUP BY c.oid, t.relname, r.relname",
    indexes: "SELECT tablename::text AS a, indexname::text AS b, indexdef AS c, '' AS d FROM pg_indexes WHERE schemaname = 'public'",
};

fn catalogue(url: &DatabaseUrl) -> Catalogue {
    let mut conn = db::connect(url).unwrap();
    let Questions { columns, keys, references, indexes } = match url {
        DatabaseUrl::Sqlite(_) => SQLITE,
        DatabaseUrl::Postgres(_) => POSTGRES,
    };
    let list = |text: &str| text.split(',').map(ToOwned::to_owned).collect::<Vec<_>>();
    Catalogue {
        columns: rows(&mut conn, columns)
            .into_iter()
            .map(|(table, column, kind, null)| ((table, column), (plain_type(&kind), null == "YES")))
            .collect(),
        keys: rows(&mut conn, keys).into_iter().map(|(table, columns, ..)| (table, list(&columns))).collect(),
        references: rows(&mut conn, references)
            .into_iter()
            .map(|(table, here, other, there)| (table, list(&here), other, list(&there)))
            .collect(),
        indexes: rows(&mut conn, indexes).into_iter().map(|(table, name, sql, _)| ((table, name), plain_index(&sql))).collect(),
    }
}

fn plain_type(kind: &str) -> String {
    kind.trim_end_matches(" without time zone").to_owned()
}

/// `institution_id,number is null,number,id` of a CREATE INDEX, whichever database wrote it.
fn plain_index(sql: &str) -> String {
    let text = sql.to_lowercase().replace(['\n', '"'], " ");
    let text = text.split(" where ").next().unwrap();
    let columns = text.split_once('(').map(|it| it.1).unwrap_or_default().replace(['(', ')'], "");
    columns.split(',').map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(",")
}

/// None where there is no such database, which is said aloud.
fn empty(kind: Kind) -> Option<(Database, DatabaseUrl)> {
    let database = Database::empty(kind)?;
    let url = database.url();
    Some((database, url))
}

fn require_undoing(kind: Kind) {
    let Some((_database, url)) = empty(kind) else { return };
    db::migrate(&url).unwrap();
    let first = catalogue(&url);
    assert!(20 < first.keys.len() && first.keys.contains_key("instruments"), "{:?}", first.keys);
    db::revert_all(&url).unwrap();
    assert_eq!(catalogue(&url), Catalogue::default(), "something is left");
    db::migrate(&url).unwrap();
    assert_eq!(catalogue(&url), first);
    db::migrate(&url).unwrap();
    assert_eq!(catalogue(&url), first, "a second time does nothing");
}

#[test]
fn migrations_are_undone_and_done_again_on_sqlite() {
    require_undoing(Kind::Sqlite);
}

#[test]
fn migrations_are_undone_and_done_again_on_postgres() {
    require_undoing(Kind::Postgres);
}

pub async fn tables_with_rows_are_undone_too(app: App) {
    db::revert_all(&app.config.database).unwrap();
    assert_eq!(catalogue(&app.config.database), Catalogue::default());
}

#[test]
fn both_databases_end_with_the_same_tables() {
    let mut found = Vec::new();
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let Some((_database, url)) = empty(kind) else { return };
        db::migrate(&url).unwrap();
        found.push(catalogue(&url));
    }
    let [sqlite, postgres] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(sqlite.columns, postgres.columns);
    assert_eq!(sqlite.keys, postgres.keys);
    assert_eq!(sqlite.references, postgres.references);
    // PostgreSQL counts the indexes of its keys among the rest.
    let own: BTreeMap<_, _> =
        postgres.indexes.iter().filter(|it| sqlite.indexes.contains_key(it.0)).map(|(name, it)| (name.clone(), it.clone())).collect();
    assert_eq!(sqlite.indexes, own);
}

pub async fn every_row_of_an_institution_is_kept_and_referred_to_by_it(app: App) {
    let Catalogue { columns, keys, references, .. } = catalogue(&app.config.database);
    let tables: BTreeSet<&String> = columns.keys().map(|it| &it.0).collect();
    let mut faults = Vec::new();
    for table in &tables {
        let (shared, key) = (SHARED.contains(&table.as_str()), keys.get(*table).cloned().unwrap_or_default());
        if (key.first().map(String::as_str) == Some(OWNER)) == shared {
            faults.push(format!("the primary key of {table} is {key:?}"));
        }
        if columns.get(&((*table).clone(), OWNER.to_owned())).is_some_and(|it| it.1) {
            faults.push(format!("{table}.{OWNER} may be null"));
        }
    }
    for (table, column) in columns.keys() {
        let own = REFERS_ELSEWHERE.iter().any(|it| (it.0, it.1) == (table, column));
        let held = references.iter().any(|it| it.0 == *table && it.1.contains(column));
        if column.ends_with("_id") && column != OWNER && own == held {
            faults.push(format!("{table}.{column} refers to a row and no foreign key holds it, or it stands on the list without need"));
        }
    }
    for (table, here, other, there) in &references {
        let shared = SHARED.contains(&other.as_str());
        let owned = here.first().map(String::as_str) == Some(OWNER) && there.first().map(String::as_str) == Some(OWNER);
        if owned == shared {
            faults.push(format!("{table} {here:?} refers to {other} {there:?}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(20 < references.len(), "{}", references.len());
}

pub async fn text_is_compared_byte_by_byte(app: App) {
    let DatabaseUrl::Postgres(_) = app.config.database else { return };
    let mut conn = db::connect(&app.config.database).unwrap();
    let texts = rows(
        &mut conn,
        "SELECT table_name::text AS a, column_name::text AS b, coalesce(collation_name::text, 'that of the database') AS c, '' AS d
         FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'character')",
    );
    let others: Vec<_> = texts.iter().filter(|it| it.2 != "C").collect();
    assert!(50 < texts.len() && others.is_empty(), "not of collation C: {others:#?}");
}

/// The list of each kind of record: its path, its table and what sorts it.
fn lists() -> Vec<(&'static str, &'static str, bool, Vec<&'static Field>)> {
    fn of<R: Record>() -> (&'static str, &'static str, bool, Vec<&'static Field>) {
        (R::NOUN.path, R::NOUN.table, !R::BASE.is_empty(), parameters::fields::<R>().into_iter().filter(|it| it.sort).collect())
    }
    vec![
        of::<Agreement>(),
        of::<ExchangeStudent>(),
        of::<FundingProgramme>(),
        of::<GrantProject>(),
        of::<Institution>(),
        of::<Memorandum>(),
        of::<Partner>(),
        of::<Person>(),
        of::<Unit>(),
        of::<User>(),
    ]
}

#[test]
fn every_list_is_among_those_that_are_held_to_their_indexes() {
    let documented: BTreeSet<&str> =
        operations().iter().filter(|it| it.method == "get" && it.parameter("sort").is_some()).map(|it| it.resource()).collect();
    assert_eq!(documented, lists().iter().map(|it| it.0).collect());
}

pub async fn every_sort_of_a_list_has_an_index(app: App) {
    let Catalogue { indexes, .. } = catalogue(&app.config.database);
    let mut missing = Vec::new();
    for (path, table, several_kinds, fields) in lists() {
        for field in fields {
            let Place::Column(column) = field.place else { panic!("{path} is sorted by {}, which is no column", field.name) };
            let kind = if several_kinds { "instrument," } else { "" };
            let absent = if field.nullable { format!("{column} is null,") } else { String::new() };
            let wanted = format!("{OWNER},{kind}{absent}{column},id");
            let there = indexes.iter().any(|((of, _), columns)| of == table && *columns == wanted);
            let known = SORTED_WITHOUT_INDEX.iter().any(|it| (it.0, it.1) == (path, field.name));
            if !there && !known {
                missing.push(format!("{path} sorted by {}: CREATE INDEX ON {table} ({wanted})", field.name));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

crate::on_both_databases!(
    tables_with_rows_are_undone_too,
    every_row_of_an_institution_is_kept_and_referred_to_by_it,
    text_is_compared_byte_by_byte,
    every_sort_of_a_list_has_an_index,
);
