//! Entity tags are versions: `"7"`.

use actix_web::HttpRequest;
use actix_web::http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};

use crate::platform::problem::{Code, Problem};

/// The longest header of tags that is read, in bytes.
const LONGEST: usize = 200;

pub fn of(version: i64) -> String {
    format!("\"{version}\"")
}

/// The version that a write was based on. Without one a write is refused: nothing is overwritten unseen.
pub fn required(req: &HttpRequest) -> Result<i64, Problem> {
    let header = req.headers().get(IF_MATCH).ok_or_else(|| Problem::new(Code::PreconditionRequired))?;
    require_bounded(req)?;
    // A tag that is none of ours matches no version, as RFC 9110 has it.
    Ok(header.to_str().ok().and_then(parse).unwrap_or(-1))
}

/// Has the caller this version already?
pub fn is_known(req: &HttpRequest, version: i64) -> bool {
    let header = req.headers().get(IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    header.is_some_and(|it| it.split(',').any(|tag| tag.trim() == "*" || parse(tag) == Some(version)))
}

/// Refuses what nobody can have from us.
pub fn require_bounded(req: &HttpRequest) -> Result<(), Problem> {
    let long = |name: &HeaderName| req.headers().get(name).is_some_and(|it| LONGEST < it.len());
    match [IF_MATCH, IF_NONE_MATCH].into_iter().find(long) {
        Some(name) => Err(Problem::parameter(name.as_str(), "too_long", LONGEST.to_string())),
        None => Ok(()),
    }
}

/// `"7"` and `W/"7"` are the same version.
fn parse(tag: &str) -> Option<i64> {
    let tag = tag.trim();
    tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}
