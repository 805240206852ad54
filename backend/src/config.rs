//! The environment, parsed once: a wrong value stops the start and names its setting.

use std::env::VarError;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::platform::db::DatabaseUrl;

#[derive(Clone, Debug)]
pub struct Config {
    pub bind: SocketAddr,
    pub database: DatabaseUrl,
    /// Database, files and generated keys.
    pub data: PathBuf,
    /// The built single-page app, served if it is there.
    pub frontend: Option<PathBuf>,
    /// The address that people and other systems use, without a slash at its end.
    pub public_url: String,
    pub log_level: String,
    pub log_format: LogFormat,
    pub rate_limit: bool,
    /// Threads that answer requests.
    pub workers: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// What `hamkor --help` tells of the settings: name, default, meaning.
pub const SETTINGS: &[(&str, &str, &str)] = &[
    ("HAMKOR_BIND", "127.0.0.1:8080", "address and port to listen on"),
    ("DATABASE_URL", "sqlite:<HAMKOR_DATA>/hamkor.db", "sqlite:<file> or postgres://user:password@host/database"),
    ("HAMKOR_DATA", "./data", "folder of the database, files and generated keys"),
    ("HAMKOR_FRONTEND", "(none)", "folder of the built single-page app"),
    ("HAMKOR_PUBLIC_URL", "http://<HAMKOR_BIND>", "address that browsers and other systems use; https but for loopback"),
    ("HAMKOR_LOG", "info", "error, warn, info, debug, trace, or a filter such as hamkor=debug"),
    ("HAMKOR_LOG_FORMAT", "text", "text or json"),
    ("HAMKOR_RATE_LIMIT", "on", "on or off: limits of sign-in attempts"),
    ("HAMKOR_WORKERS", "(cores)", "threads that answer requests, 1 to 64"),
];

impl Config {
    pub fn from_env() -> Result<Self, String> {
        Self::read(|name| match std::env::var(name) {
            Ok(value) => Ok(Some(value)),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(format!("{name} is not valid text")),
        })
    }

    fn read(get: impl Fn(&str) -> Result<Option<String>, String>) -> Result<Self, String> {
        // An empty setting is a forgotten one, not a choice.
        let get = |name: &str| Ok::<_, String>(get(name)?.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()));
        let bind_text = get("HAMKOR_BIND")?.unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let bind: SocketAddr = bind_text.parse().map_err(|_| format!("HAMKOR_BIND={bind_text} is not an address and port"))?;
        let data = PathBuf::from(get("HAMKOR_DATA")?.unwrap_or_else(|| "./data".to_owned()));
        let database = match get("DATABASE_URL")? {
            Some(url) => url.parse().map_err(|why| format!("DATABASE_URL {why}"))?,
            None => DatabaseUrl::Sqlite(data.join("hamkor.db").to_string_lossy().into_owned()),
        };
        let frontend = get("HAMKOR_FRONTEND")?.map(PathBuf::from);
        if let Some(folder) = frontend.as_deref().filter(|it| !it.is_dir()) {
            return Err(format!("HAMKOR_FRONTEND={} is not a folder", folder.display()));
        }
        let public_url = get("HAMKOR_PUBLIC_URL")?.unwrap_or_else(|| format!("http://{bind}"));
        Ok(Self {
            bind,
            database,
            data,
            frontend,
            public_url: checked_url(&public_url)?,
            log_level: checked_level(get("HAMKOR_LOG")?.unwrap_or_else(|| "info".to_owned()))?,
            log_format: match get("HAMKOR_LOG_FORMAT")?.as_deref() {
                None | Some("text") => LogFormat::Text,
                Some("json") => LogFormat::Json,
                Some(other) => return Err(format!("HAMKOR_LOG_FORMAT={other} is neither text nor json")),
            },
            rate_limit: match get("HAMKOR_RATE_LIMIT")?.as_deref() {
                None | Some("on") => true,
                Some("off") => false,
                Some(other) => return Err(format!("HAMKOR_RATE_LIMIT={other} is neither on nor off")),
            },
            workers: match get("HAMKOR_WORKERS")? {
                None => std::thread::available_parallelism().map_or(2, usize::from),
                Some(text) => text
                    .parse()
                    .ok()
                    .filter(|it| (1..=64).contains(it))
                    .ok_or_else(|| format!("HAMKOR_WORKERS={text} is not a number from 1 to 64"))?,
            },
        })
    }

    pub fn keys(&self) -> PathBuf {
        self.data.join("keys")
    }
    pub fn data(&self) -> &Path {
        &self.data
    }
}

/// A word that is no level would be taken for the name of a module, and nothing would be logged.
fn checked_level(level: String) -> Result<String, String> {
    let is_level = |word: &str| ["off", "error", "warn", "info", "debug", "trace"].contains(&word.trim().to_ascii_lowercase().as_str());
    match level.split(',').all(|part| part.rsplit('=').next().is_some_and(is_level)) {
        true => Ok(level),
        false => Err(format!("HAMKOR_LOG={level} is neither a level nor a filter such as hamkor=debug")),
    }
}

/// Sign-in over plain http is allowed on loopback only.
fn checked_url(url: &str) -> Result<String, String> {
    let url = url.trim_end_matches('/');
    let wrong = |why: &str| Err(format!("HAMKOR_PUBLIC_URL={url} {why}"));
    if let Some(host) = url.strip_prefix("https://") {
        let is_host = !host.is_empty() && host.bytes().all(|it| it.is_ascii_alphanumeric() || b"-.:[]".contains(&it));
        return if is_host { Ok(url.to_owned()) } else { wrong("must be https://host") };
    }
    let Some(host) = url.strip_prefix("http://") else { return wrong("must begin with https:// or http://") };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) => name,
        _ => host,
    };
    match name {
        "127.0.0.1" | "localhost" | "[::1]" => Ok(url.to_owned()),
        // Inside a container the service listens on every address; the proxy's address must then be named.
        _ => wrong("is plain http, which is for 127.0.0.1, localhost and [::1] only; set the https address of the proxy"),
    }
}

#[cfg(test)]
mod tests {
    use super::Config;

    fn read(settings: &[(&str, &str)]) -> Result<Config, String> {
        let find = |name: &str| settings.iter().find(|it| it.0 == name).map(|it| it.1.to_owned());
        Config::read(|name| Ok(find(name)))
    }

    #[test]
    fn without_settings_there_is_a_file_in_the_data_folder_on_loopback() {
        let config = read(&[]).unwrap();
        assert_eq!((config.bind.to_string().as_str(), config.database.to_string().as_str()), ("127.0.0.1:8080", "sqlite:./data/hamkor.db"));
    }

    #[test]
    fn levels_are_taken_in_any_case_and_as_filters() {
        for level in ["INFO", "hamkor=debug", "warn,hamkor::platform=trace"] {
            assert_eq!(read(&[("HAMKOR_LOG", level)]).unwrap().log_level, level);
        }
    }

    #[test]
    fn loopback_may_be_plain_http_by_every_name() {
        for url in ["http://[::1]", "http://[::1]:8080", "http://localhost", "http://127.0.0.1:1", "https://hamkor.example:8443"] {
            assert_eq!(read(&[("HAMKOR_PUBLIC_URL", url)]).unwrap().public_url, url);
        }
    }

    #[test]
    fn a_wrong_value_is_refused_by_the_name_of_its_setting() {
        for (name, value) in [
            ("HAMKOR_BIND", "everywhere"),
            ("DATABASE_URL", "mysql://host/db"),
            ("HAMKOR_FRONTEND", "/no/such/folder"),
            ("HAMKOR_PUBLIC_URL", "http://hamkor.example"),
            ("HAMKOR_PUBLIC_URL", "ftp://hamkor.example"),
            ("HAMKOR_PUBLIC_URL", "https://a b"),
            ("HAMKOR_LOG", "loud"),
            ("HAMKOR_LOG", "hamkor=loud"),
            ("HAMKOR_LOG", "info,"),
            ("HAMKOR_LOG_FORMAT", "xml"),
            ("HAMKOR_RATE_LIMIT", "maybe"),
            ("HAMKOR_WORKERS", "0"),
        ] {
            assert!(read(&[(name, value)]).unwrap_err().starts_with(name), "{name}={value}");
        }
    }
}
