//! Where the data lives, parsed once: a mistyped PostgreSQL address must not open as a SQLite file.

use std::fmt;
use std::str::FromStr;

#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    Postgres(String),
    /// The path of the file.
    Sqlite(String),
}

impl FromStr for DatabaseUrl {
    type Err = String;
    fn from_str(url: &str) -> Result<Self, String> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return match path {
                "" => Err("names no file after sqlite:".to_owned()),
                ":memory:" => Err("must be a file: each connection would have a memory of its own".to_owned()),
                _ => Ok(Self::Sqlite(path.to_owned())),
            };
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        Err("must be sqlite:<path> or postgres://…".to_owned())
    }
}

/// Never shows a password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{path}"),
            Self::Postgres(url) => write!(f, "postgres://{}", place(url)),
        }
    }
}
/// Host and database of the address; a password may stand before them, or among the parameters after them.
fn place(url: &str) -> &str {
    let (before, parameters) = url.split_once('?').unwrap_or((url, ""));
    // A question mark or an at sign within a password: nobody can say where it ends.
    if parameters.contains('@') {
        return "…";
    }
    before.rsplit_once('@').or_else(|| before.split_once("//")).map_or(before, |it| it.1)
}

/// What libpq says of a server; of an address that it cannot read it would repeat pieces, and one may be a password.
pub(super) fn without_pieces(said: &str) -> &str {
    let of_a_server = ["connection to server", "could not translate host name", "timeout expired", "FATAL"];
    if of_a_server.iter().any(|it| said.contains(it)) { said } else { "the address is not in the form that libpq reads" }
}

/// The address with libpq's limits where it names none: a server that is gone or stands still is noticed.
pub(super) fn with_limits(url: &str) -> String {
    const LIMITS: [(&str, &str); 5] = [
        ("connect_timeout", "5"),
        ("keepalives_idle", "30"),
        ("keepalives_interval", "10"),
        ("keepalives_count", "3"),
        ("tcp_user_timeout", "20000"),
    ];
    let given = url.split_once('?').map_or("", |it| it.1);
    let mut limited = url.to_owned();
    for (name, value) in LIMITS {
        if !given.split('&').any(|it| it.split('=').next() == Some(name)) {
            if !limited.ends_with(['?', '&']) {
                limited.push(if limited.contains('?') { '&' } else { '?' });
            }
            limited.push_str(&format!("{name}={value}"));
        }
    }
    limited
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::{DatabaseUrl, with_limits};

    #[test]
    fn a_mistyped_address_is_refused() {
        for url in ["postgre://host/db", "host/db", "file.db", "sqlite:", "sqlite::memory:", ""] {
            assert!(url.parse::<DatabaseUrl>().is_err(), "{url}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        for (url, shown) in [
            ("postgres://user:secret@host/db", "postgres://host/db"),
            ("postgresql://host/db?user=u&password=secret", "postgres://host/db"),
            ("postgres://user:sec@ret@host/db?sslmode=require", "postgres://host/db"),
            ("postgres://user:sec?ret@host/db", "postgres://…"),
            ("postgres://host/db?password=sec@ret", "postgres://…"),
            ("postgres://user:sec@re?t@host/db", "postgres://…"),
        ] {
            let url: DatabaseUrl = url.parse().unwrap();
            assert_eq!(format!("{url} {url:?}"), format!("{shown} {shown}"));
        }
    }

    #[test]
    fn an_address_keeps_the_limits_it_names() {
        assert_eq!(
            with_limits("postgres://host/db?connect_timeout=60&keepalives_idle=1"),
            "postgres://host/db?connect_timeout=60&keepalives_idle=1&keepalives_interval=10&keepalives_count=3&tcp_user_timeout=20000"
        );
        for (url, limited) in [
            ("postgres://host/db", "postgres://host/db?connect_timeout=5&"),
            ("postgres://host/db?", "postgres://host/db?connect_timeout=5&"),
            ("postgres://host/db?sslmode=disable&", "postgres://host/db?sslmode=disable&connect_timeout=5&"),
        ] {
            assert!(with_limits(url).starts_with(limited), "{url}");
        }
    }
}
