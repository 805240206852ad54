//! Backups of the SQLite file, by SQLite's own online copy: consistent while the service writes.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::commands::{prepare, said};
use crate::config::Config;
use crate::platform::db::DatabaseUrl;

pub fn backup(config: &Config, file: &Path) -> Result<(), String> {
    if file.exists() {
        return Err(format!("{} is there already", file.display()));
    }
    copy(Path::new(sqlite(config)?), file)?;
    println!("{} was copied to {}", config.database, file.display());
    Ok(())
}

pub fn restore(config: &Config, file: &Path, force: bool) -> Result<(), String> {
    let database = Path::new(sqlite(config)?);
    if database.exists() && !force {
        return Err(format!("{} is there already; --force replaces it", database.display()));
    }
    check(file)?;
    prepare(config)?;
    // Into the file as a transaction: a copy that is cut short leaves what was there.
    copy(file, database)?;
    println!("{} was restored from {}", config.database, file.display());
    Ok(())
}

fn sqlite(config: &Config) -> Result<&str, String> {
    match &config.database {
        DatabaseUrl::Sqlite(path) => Ok(path),
        DatabaseUrl::Postgres(_) => Err("this is for SQLite; use pg_dump and pg_restore for PostgreSQL".to_owned()),
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    const PAGES: i32 = 1000;
    let from = open(from)?;
    let mut to = Connection::open(to).map_err(said)?;
    let backup = Backup::new(&from, &mut to).map_err(said)?;
    backup.run_to_completion(PAGES, Duration::from_millis(5), None).map_err(said)
}

/// Is it a whole database of ours?
fn check(file: &Path) -> Result<(), String> {
    let conn = open(file)?;
    let verdict: String =
        conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(|err| format!("{}: {err}", file.display()))?;
    if verdict != "ok" {
        return Err(format!("{} is damaged: {verdict}", file.display()));
    }
    let ours =
        "SELECT (SELECT count(*) FROM institutions) + (SELECT count(*) FROM journal) + (SELECT count(*) FROM __diesel_schema_migrations)";
    conn.query_row(ours, [], |_| Ok(())).map_err(|_| format!("{} is no backup of Hamkor", file.display()))
}

fn open(file: &Path) -> Result<Connection, String> {
    Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(|err| format!("{}: {err}", file.display()))
}
