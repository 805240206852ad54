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
            Self::Postgres(url) => write!(f, "postgres://{}", url.rsplit('@').next().unwrap_or("…")),
        }
    }
}
impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::DatabaseUrl;

    #[test]
    fn a_mistyped_address_is_refused() {
        for url in ["postgre://host/db", "host/db", "file.db", "sqlite:", "sqlite::memory:", ""] {
            assert!(url.parse::<DatabaseUrl>().is_err(), "{url}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let url: DatabaseUrl = "postgres://user:secret@host/db".parse().unwrap();
        assert_eq!(format!("{url} {url:?}"), "postgres://host/db postgres://host/db");
    }
}
