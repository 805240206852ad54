//! The address browsers know the service by: its cookie, and the wall against requests from other sites.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, ORIGIN, TRANSFER_ENCODING};

use crate::auth::secrets::Secret;
use crate::platform::problem::{Code, Problem};

/// A form of another site cannot send these without asking first.
const TYPES: &[&str] = &["application/json", "application/merge-patch+json"];

pub struct Site {
    origin: String,
    https: bool,
}

impl Site {
    pub fn new(public_url: &str) -> Self {
        let origin = origin(public_url);
        Self { https: origin.starts_with("https:"), origin }
    }

    /// The address that people use.
    pub fn url(&self) -> &str {
        &self.origin
    }

    /// The `__Host-` prefix makes browsers refuse the cookie from a neighbouring host or over plain http.
    pub fn cookie_name(&self) -> &'static str {
        if self.https { "__Host-hamkor" } else { "hamkor" }
    }
    pub fn cookie(&self, secret: &Secret) -> Cookie<'static> {
        Cookie::build(self.cookie_name(), secret.as_str().to_owned())
            .path("/")
            .http_only(true)
            .secure(self.https)
            .same_site(SameSite::Lax)
            .finish()
    }
    /// Makes the browser forget the cookie.
    pub fn no_cookie(&self) -> Cookie<'static> {
        let mut cookie =
            Cookie::build(self.cookie_name(), "").path("/").http_only(true).secure(self.https).same_site(SameSite::Lax).finish();
        cookie.make_removal();
        cookie
    }

    /// Refuses what another site made the browser send. For requests with a cookie.
    pub fn check(&self, method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
        if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
            return Ok(());
        }
        let same = match (text(headers, "sec-fetch-site"), text(headers, ORIGIN.as_str())) {
            (Some(from), _) => from == "same-origin",
            (None, Some(given)) => origin(given) == self.origin,
            (None, None) => false,
        };
        if same && (!has_body(headers) || TYPES.contains(&essence(headers).as_str())) {
            Ok(())
        } else {
            Err(Problem::new(Code::CsrfFailed))
        }
    }

    /// The same for signing in, which scripts do too, and they send no such headers.
    pub fn check_sign_in(&self, headers: &HeaderMap) -> Result<(), Problem> {
        let same = match (text(headers, "sec-fetch-site"), text(headers, ORIGIN.as_str())) {
            (Some(from), _) => matches!(from, "same-origin" | "none"),
            (None, Some(given)) => origin(given) == self.origin,
            (None, None) => true,
        };
        if same { Ok(()) } else { Err(Problem::new(Code::CsrfFailed)) }
    }

    /// Who is at the other end. An https address means that a proxy stands in front, which wrote the last hop;
    /// earlier ones, and all of them without a proxy, are whatever the client claims.
    pub fn peer(&self, req: &HttpRequest) -> IpAddr {
        let hop = req.headers().get_all("x-forwarded-for").last().and_then(|it| it.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
        let direct = req.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |it| it.ip());
        if self.https { hop.unwrap_or(direct) } else { direct }
    }
}

/// Scheme, host and port as a browser writes them.
fn origin(url: &str) -> String {
    let url = url.to_ascii_lowercase();
    let (scheme, rest) = url.split_once("://").unwrap_or(("", &url));
    let host = rest.split('/').next().unwrap_or_default();
    let usual = if scheme == "https" { ":443" } else { ":80" };
    format!("{scheme}://{}", host.strip_suffix(usual).unwrap_or(host))
}

/// A header that is not text is there all the same, and is nothing we know.
fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|it| it.to_str().unwrap_or_default())
}

fn has_body(headers: &HeaderMap) -> bool {
    headers.contains_key(TRANSFER_ENCODING) || headers.get(CONTENT_LENGTH).is_some_and(|it| it != "0")
}

fn essence(headers: &HeaderMap) -> String {
    let given = text(headers, CONTENT_TYPE.as_str()).unwrap_or_default();
    given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use actix_web::http::Method;
    use actix_web::test::TestRequest;

    use super::Site;

    fn passes(headers: &[(&'static str, &'static str)]) -> bool {
        let request = headers.iter().fold(TestRequest::default(), |request, it| request.insert_header(*it)).to_http_request();
        Site::new("https://hamkor.example").check(&Method::POST, request.headers()).is_ok()
    }

    #[test]
    fn only_the_own_site_may_send_a_cookie_along_with_a_write() {
        assert!(passes(&[("sec-fetch-site", "same-origin")]));
        assert!(passes(&[("origin", "https://hamkor.example:443")]));
        for headers in [
            [("sec-fetch-site", "same-site")].as_slice(),
            &[("sec-fetch-site", "cross-site"), ("origin", "https://hamkor.example")],
            &[("sec-fetch-site", "none")],
            &[("origin", "http://hamkor.example")],
            &[("origin", "https://hamkor.example.evil.example")],
            &[("origin", "null")],
            &[],
        ] {
            assert!(!passes(headers), "{headers:?}");
        }
    }

    #[test]
    fn a_body_must_be_of_a_type_that_forms_cannot_send() {
        let own = ("sec-fetch-site", "same-origin");
        assert!(passes(&[own, ("content-length", "2"), ("content-type", "application/json; charset=utf-8")]));
        assert!(passes(&[own, ("content-length", "2"), ("content-type", "application/merge-patch+json")]));
        assert!(passes(&[own, ("content-length", "0")]));
        assert!(!passes(&[own, ("content-length", "2"), ("content-type", "text/plain")]));
        assert!(!passes(&[own, ("transfer-encoding", "chunked")]));
    }

    #[test]
    fn the_address_of_a_proxy_is_not_the_callers() {
        let request =
            || TestRequest::default().peer_addr(([127, 0, 0, 1], 9).into()).insert_header(("x-forwarded-for", "1.1.1.1, 2.2.2.2"));
        let peer = |url: &str| Site::new(url).peer(&request().to_http_request()).to_string();
        assert_eq!((peer("https://hamkor.example").as_str(), peer("http://127.0.0.1:8080").as_str()), ("2.2.2.2", "127.0.0.1"));
    }
}
