//! A database for each test, copied from a template that was migrated once.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use diesel::prelude::{Connection, PgConnection, RunQueryDsl};
use hamkor::platform::db::{DatabaseUrl, migrate};
use hamkor::platform::id::AnyId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

pub struct Database {
    folder: PathBuf,
    /// Of PostgreSQL, to drop it afterwards.
    name: Option<String>,
}

fn fresh() -> String {
    format!("hamkor_test_{}", AnyId::new().as_str().replace('-', ""))
}

fn new_folder() -> PathBuf {
    let folder = std::env::temp_dir().join(fresh());
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The server that the test command has started; its address ends with the database to connect to first.
fn server() -> Option<String> {
    let url = std::env::var("HAMKOR_TEST_POSTGRES").ok();
    assert!(url.is_some() || std::env::var("CI").is_err(), "HAMKOR_TEST_POSTGRES is not set, and CI skips nothing");
    url
}

fn on_server(statement: &str) {
    let mut conn = PgConnection::establish(&server().unwrap()).unwrap();
    diesel::sql_query(statement).execute(&mut conn).unwrap();
}

fn url_of(name: &str) -> DatabaseUrl {
    let server = server().unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}").parse().unwrap()
}

/// nextest runs each test in a process of its own, so the templates are found by the name of the run.
fn run_name() -> String {
    std::env::var("NEXTEST_RUN_ID").unwrap_or_else(|_| std::process::id().to_string()).replace('-', "")
}

static SQLITE_TEMPLATE: LazyLock<PathBuf> = LazyLock::new(|| {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("hamkor_template_{}.db", run_name()));
    if !file.exists() {
        let folder = new_folder();
        let made = folder.join("made.db");
        migrate(&DatabaseUrl::Sqlite(made.to_string_lossy().into_owned())).unwrap();
        // Whoever is first wins; all of them made the same.
        std::fs::rename(made, &file).unwrap();
        let _ = std::fs::remove_dir_all(folder);
    }
    file
});

static POSTGRES_TEMPLATE: LazyLock<String> = LazyLock::new(|| {
    let name = format!("hamkor_template_{}", run_name());
    let mut conn = PgConnection::establish(&server().unwrap()).unwrap();
    diesel::sql_query("SELECT pg_advisory_lock(7263002)").execute(&mut conn).unwrap();
    if diesel::sql_query(format!("CREATE DATABASE {name}")).execute(&mut conn).is_ok() {
        migrate(&url_of(&name)).unwrap();
    }
    diesel::sql_query("SELECT pg_advisory_unlock(7263002)").execute(&mut conn).unwrap();
    name
});

impl Database {
    /// None, said aloud, where there is no PostgreSQL.
    pub fn new(kind: Kind) -> Option<Self> {
        if kind == Kind::Postgres && server().is_none() {
            eprintln!("skipped: HAMKOR_TEST_POSTGRES is not set");
            return None;
        }
        let folder = new_folder();
        let name = match kind {
            Kind::Sqlite => {
                std::fs::copy(&*SQLITE_TEMPLATE, folder.join("hamkor.db")).unwrap();
                None
            }
            Kind::Postgres => {
                let name = fresh();
                on_server(&format!("CREATE DATABASE {name} TEMPLATE {}", *POSTGRES_TEMPLATE));
                Some(name)
            }
        };
        Some(Self { folder, name })
    }
    /// One that has not been migrated.
    pub fn empty(kind: Kind) -> Option<Self> {
        if kind == Kind::Postgres && server().is_none() {
            eprintln!("skipped: HAMKOR_TEST_POSTGRES is not set");
            return None;
        }
        let name = (kind == Kind::Postgres).then(fresh);
        if let Some(name) = &name {
            on_server(&format!("CREATE DATABASE {name}"));
        }
        Some(Self { folder: new_folder(), name })
    }
    pub fn url(&self) -> DatabaseUrl {
        match &self.name {
            None => DatabaseUrl::Sqlite(self.folder.join("hamkor.db").to_string_lossy().into_owned()),
            Some(name) => url_of(name),
        }
    }
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
        if let Some(name) = &self.name
            && let Ok(mut conn) = PgConnection::establish(&server().unwrap_or_default())
        {
            let _ = diesel::sql_query(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).execute(&mut conn);
        }
    }
}
