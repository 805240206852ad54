//! Entity tags are versions: `"7"`.

use actix_web::HttpRequest;
use actix_web::http::header::{IF_MATCH, IF_NONE_MATCH};

use crate::platform::problem::{Code, Problem};

pub fn of(version: i64) -> String {
    format!("\"{version}\"")
}

/// The version that a write was based on. Without one a write is refused: nothing is overwritten unseen.
pub fn required(req: &HttpRequest) -> Result<i64, Problem> {
    let header = req.headers().get(IF_MATCH).ok_or_else(|| Problem::new(Code::PreconditionRequired))?;
    // A tag that is none of ours matches no version, as RFC 9110 has it.
    Ok(header.to_str().ok().and_then(parse).unwrap_or(-1))
}

/// Has the caller this version already?
pub fn is_known(req: &HttpRequest, version: i64) -> bool {
    let header = req.headers().get(IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    header.is_some_and(|it| it.split(',').take(50).any(|tag| tag.trim() == "*" || parse(tag) == Some(version)))
}

/// `"7"` and `W/"7"` are the same version.
fn parse(tag: &str) -> Option<i64> {
    let tag = tag.trim();
    tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}
