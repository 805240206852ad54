//! What the command line does. Each says what went wrong in one line.

pub mod backup;
pub mod create_admin;
pub mod serve;

use std::fmt::Display;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use diesel::prelude::{QueryDsl, RunQueryDsl};

use crate::app;
use crate::config::Config;
use crate::platform::db::{self, DatabaseUrl};
use crate::platform::id::InstitutionId;
use crate::platform::journal;
use crate::schema::institutions;

pub fn openapi() -> Result<(), String> {
    let document = serde_json::to_string_pretty(&app::document()).map_err(said)?;
    writeln!(std::io::stdout(), "{document}").map_err(said)
}

pub fn migrate(config: &Config) -> Result<(), String> {
    prepare(config)?;
    db::migrate(&config.database).map_err(|err| format!("DATABASE_URL={}: {err}", config.database))?;
    println!("{} is at the newest version", config.database);
    Ok(())
}

pub fn verify_audit(config: &Config) -> Result<(), String> {
    if let DatabaseUrl::Sqlite(file) = &config.database
        && !Path::new(file).exists()
    {
        return Err(format!("{} is not there", config.database));
    }
    let mut conn = db::connect(&config.database).map_err(|err| format!("DATABASE_URL={}: {err}", config.database))?;
    let found: Vec<(InstitutionId, String)> = institutions::table
        .select((institutions::institution_id, institutions::slug))
        .order(institutions::slug)
        .load(&mut conn)
        .map_err(said)?;
    let mut broken = 0;
    for (institution, slug) in found {
        match db::snapshot(&mut conn, |conn| journal::verify(conn, &institution)).map_err(said)? {
            Ok(count) => println!("{slug}: {count} entries, the chain holds"),
            Err(seq) => {
                broken += 1;
                println!("{slug}: the chain breaks at entry {seq}");
            }
        }
    }
    if broken == 0 { Ok(()) } else { Err(format!("{broken} journals do not hold")) }
}

/// One request over a bare connection: a container has no curl.
pub fn healthcheck(config: &Config) -> Result<(), String> {
    let mut address = config.bind;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let limit = Duration::from_secs(3);
    let mut stream = TcpStream::connect_timeout(&address, limit).map_err(said)?;
    stream.set_read_timeout(Some(limit)).map_err(said)?;
    write!(stream, "GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").map_err(said)?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).map_err(said)?;
    if answer.ends_with(b" 200") { Ok(()) } else { Err("not ready".to_owned()) }
}

/// Makes the folder of the data.
pub fn prepare(config: &Config) -> Result<(), String> {
    let folder = config.data();
    std::fs::create_dir_all(folder).map_err(|err| format!("HAMKOR_DATA={}: {err}", folder.display()))
}

pub fn said(err: impl Display) -> String {
    err.to_string()
}
