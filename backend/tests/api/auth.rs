//! Signing in, staying in and being put out.
//!
//! The seeded accounts are `<role>@alpha.example` and `<role>@beta.example`, all with the same password.

use chrono::TimeDelta;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use hamkor::auth::caller::Scope;
use hamkor::auth::roles::Role;
use hamkor::auth::store::{self, UserId};
use hamkor::platform::id::{AnyId, InstitutionId};
use hamkor::schema::{institutions, memberships, units, users};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};

use crate::support::{Answer, App};

const PASSWORD: &str = "correct horse";
const OWN_SITE: (&str, &str) = ("sec-fetch-site", "same-origin");

fn form(email: &str, password: &str, institution: &str) -> Value {
    json!({"email": email, "password": password, "institution": institution})
}

async fn sign_in(app: &App, role: &str) -> Answer {
    app.call("POST", "/api/v1/auth/tokens").json(form(&format!("{role}@alpha.example"), PASSWORD, "alpha")).send().await
}

async fn refresh(app: &App, token: &str) -> Answer {
    app.call("POST", "/api/v1/auth/tokens/refresh").json(json!({"refresh_token": token})).send().await
}

async fn me(app: &App, token: &str) -> Answer {
    app.call("GET", "/api/v1/me").bearer(token).send().await
}

fn text<'a>(answer: &'a Answer, member: &str) -> &'a str {
    answer.body[member].as_str().unwrap_or_default()
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default()
}

/// `name=secret` of a new session.
async fn session(app: &App, role: &str) -> String {
    let signed_in = app.call("POST", "/api/v1/auth/session").json(form(&format!("{role}@alpha.example"), PASSWORD, "alpha")).send().await;
    assert_eq!(signed_in.status, 200, "{}", signed_in.body);
    header(&signed_in, "set-cookie").split(';').next().unwrap().to_owned()
}

async fn me_by_cookie(app: &App, cookie: &str) -> Answer {
    app.call("GET", "/api/v1/me").header("cookie", cookie).send().await
}

pub async fn each_role_signs_in_and_is_told_what_it_may(app: App) {
    for (role, permissions) in [
        ("member", json!(["member"])),
        ("coordinator", json!(["member", "staff", "coordinator"])),
        ("officer", json!(["member", "staff", "coordinator", "officer", "auditor"])),
        ("approver", json!(["member", "staff", "auditor"])),
        ("viewer", json!(["member", "staff", "auditor"])),
        ("admin", json!(["member", "staff", "coordinator", "officer", "auditor", "admin"])),
    ] {
        let tokens = sign_in(&app, role).await;
        assert_eq!((tokens.status, text(&tokens, "token_type")), (200, "Bearer"), "{}", tokens.body);
        assert_eq!((&tokens.body["expires_in"], &tokens.body["refresh_expires_in"]), (&json!(600), &json!(2_592_000)));
        assert_eq!(header(&tokens, "cache-control"), "no-store");
        let me = me(&app, text(&tokens, "access_token")).await;
        assert_eq!((me.status, header(&me, "cache-control")), (200, "no-store"));
        assert_eq!((text(&me, "role"), &me.body["permissions"]), (role, &permissions));
        assert_eq!(me.body["user"]["email"], format!("{role}@alpha.example"));
        assert_eq!(me.body["institution"]["slug"], "alpha");
        assert_eq!((&me.body["institutions"][0]["slug"], &me.body["institutions"][0]["role"]), (&json!("alpha"), &json!(role)));
    }
}

pub async fn the_case_of_an_address_does_not_matter(app: App) {
    let form = form(" Officer@ALPHA.example ", PASSWORD, "alpha");
    assert_eq!(app.call("POST", "/api/v1/auth/tokens").json(form).send().await.status, 200);
}

pub async fn what_is_wrong_with_credentials_is_never_told(app: App) {
    let mut answers = Vec::new();
    for form in [
        form("officer@alpha.example", "wrong horse", "alpha"),
        form("nobody@alpha.example", PASSWORD, "alpha"),
        form("officer@alpha.example", PASSWORD, "beta"),
        form("officer@alpha.example", PASSWORD, "gamma"),
    ] {
        for path in ["/api/v1/auth/tokens", "/api/v1/auth/session"] {
            let mut answer = app.call("POST", path).json(form.clone()).send().await;
            assert_eq!((answer.status, text(&answer, "reason")), (401, "wrong_credentials"));
            assert!(answer.headers.get("set-cookie").is_none());
            answer.body["request_id"] = Value::Null;
            answer.body["instance"] = Value::Null;
            answers.push(answer.body);
        }
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
}

pub async fn a_form_at_fault_is_told_field_by_field(app: App) {
    let answer = app.call("POST", "/api/v1/auth/tokens").json(json!({"password": "", "institution": "Not A Slug"})).send().await;
    assert_eq!((answer.status, text(&answer, "code")), (422, "validation_failed"));
    assert_eq!(answer.body["errors"].as_array().map(Vec::len), Some(3), "{}", answer.body);
    let answer = app.call("POST", "/api/v1/auth/tokens?next=1").json(form("a@b", "c", "dd")).send().await;
    assert_eq!((answer.status, text(&answer, "code")), (400, "unknown_parameter"));
}

pub async fn a_refresh_token_is_followed_by_another(app: App) {
    let first = sign_in(&app, "officer").await;
    app.clock.advance(TimeDelta::minutes(9));
    let second = refresh(&app, text(&first, "refresh_token")).await;
    assert_eq!(second.status, 200, "{}", second.body);
    assert_ne!(text(&first, "refresh_token"), text(&second, "refresh_token"));
    app.clock.advance(TimeDelta::minutes(9));
    assert_eq!(me(&app, text(&second, "access_token")).await.status, 200);
    app.clock.advance(TimeDelta::days(29));
    let third = refresh(&app, text(&second, "refresh_token")).await;
    assert_eq!(third.status, 200);
    app.clock.advance(TimeDelta::days(30));
    assert_eq!(refresh(&app, text(&third, "refresh_token")).await.status, 401);
    assert_eq!(refresh(&app, "nonsense").await.status, 401);
}

pub async fn a_refresh_token_used_twice_within_ten_seconds_has_one_successor(app: App) {
    let tokens = sign_in(&app, "officer").await;
    let token = text(&tokens, "refresh_token");
    let together = futures_util::future::join_all((0..8).map(|_| refresh(&app, token))).await;
    app.clock.advance(TimeDelta::seconds(10));
    let again = refresh(&app, token).await;
    assert!(together.iter().all(|it| it.status == 200 && text(it, "refresh_token") == text(&again, "refresh_token")));
    assert_eq!(refresh(&app, text(&again, "refresh_token")).await.status, 200);
}

pub async fn a_refresh_token_used_again_later_ends_its_family(app: App) {
    let (tokens, other) = (sign_in(&app, "officer").await, sign_in(&app, "officer").await);
    let successor = refresh(&app, text(&tokens, "refresh_token")).await;
    app.clock.advance(TimeDelta::seconds(11));
    assert_eq!(refresh(&app, text(&tokens, "refresh_token")).await.status, 401);
    assert_eq!(refresh(&app, text(&successor, "refresh_token")).await.status, 401, "the thief or the owner: nobody knows");
    assert_eq!(refresh(&app, text(&other, "refresh_token")).await.status, 200, "another sign-in is another family");
}

pub async fn a_revoked_refresh_token_is_of_no_use(app: App) {
    let tokens = sign_in(&app, "officer").await;
    let successor = refresh(&app, text(&tokens, "refresh_token")).await;
    for token in [text(&tokens, "refresh_token"), text(&tokens, "refresh_token"), "nonsense"] {
        let revoked = app.call("POST", "/api/v1/auth/tokens/revoke").json(json!({"refresh_token": token})).send().await;
        assert_eq!((revoked.status, header(&revoked, "cache-control")), (204, "no-store"));
    }
    for token in [text(&tokens, "refresh_token"), text(&successor, "refresh_token")] {
        assert_eq!(refresh(&app, token).await.status, 401);
    }
}

pub async fn an_access_token_expires_after_ten_minutes(app: App) {
    let token = app.token("officer", "alpha").await;
    app.clock.advance(TimeDelta::seconds(599));
    assert_eq!(me(&app, &token).await.status, 200);
    app.clock.advance(TimeDelta::seconds(1));
    let answer = me(&app, &token).await;
    assert_eq!((answer.status, text(&answer, "code")), (401, "token_expired"));
    assert_eq!(header(&answer, "www-authenticate"), "Bearer");
}

pub async fn forged_tokens_are_refused(app: App) {
    let token = app.token("admin", "alpha").await;
    let (head, rest) = token.split_once('.').unwrap();
    let (claims, signature) = rest.split_once('.').unwrap();
    let (header, good): (Value, Value) = (decoded(head), decoded(claims));
    let header: Header = serde_json::from_value(header).unwrap();
    let key = std::fs::read(app.config.keys().join("access-token.pem")).unwrap();
    let ours = EncodingKey::from_ed_pem(&key).unwrap();
    let public = jsonwebtoken::jwk::Jwk::from_encoding_key(&ours, Algorithm::EdDSA).unwrap();
    let public = serde_json::to_value(public).unwrap();
    let stranger = EncodingKey::from_ed_der(&[&ours.as_bytes()[..16], &[7; 32]].concat());
    let with = |name: &str, value: Value| {
        let mut claims = good.clone();
        claims[name] = value;
        encode(&header, &claims, &ours).unwrap()
    };
    let without = |name: &str| {
        let mut claims = good.clone();
        claims.as_object_mut().unwrap().remove(name);
        encode(&header, &claims, &ours).unwrap()
    };
    let headed = |header: &Header| encode(header, &good, &ours).unwrap();
    assert_eq!(me(&app, &with("jti", good["jti"].clone())).await.status, 200, "what is only signed again is good");

    let none = encoded(&json!({"alg": "none", "typ": "at+jwt", "kid": header.kid}));
    let hmac = Header { alg: Algorithm::HS256, ..header.clone() };
    let x = public["x"].as_str().unwrap();
    let mut forged = vec![
        ("alg none", format!("{none}.{claims}.")),
        ("alg none with a signature", format!("{none}.{claims}.{signature}")),
        ("HMAC with the public key", encode(&hmac, &good, &EncodingKey::from_secret(x.as_bytes())).unwrap()),
        ("HMAC with its bytes", encode(&hmac, &good, &EncodingKey::from_urlsafe_base64_secret(&format!("{x}=")).unwrap()).unwrap()),
        ("another key", encode(&header, &good, &stranger).unwrap()),
        ("another key that is in the token", encode(&with_own_key(&header, &stranger), &good, &stranger).unwrap()),
        // But for a space they are the same, and yet not what was signed.
        ("other claims under the signature", format!("{head}.{}.{signature}", base64(format!("{good} ").as_bytes()))),
        ("another kid", headed(&Header { kid: Some("other".to_owned()), ..header.clone() })),
        ("no kid", headed(&Header { kid: None, ..header.clone() })),
        ("another typ", headed(&Header { typ: Some("JWT".to_owned()), ..header.clone() })),
        ("no typ", headed(&Header { typ: None, ..header.clone() })),
        ("a demand nobody knows", headed(&Header { crit: Some(vec!["exp".to_owned()]), ..header.clone() })),
        ("another audience", with("aud", json!("other"))),
        ("several audiences", with("aud", json!(["hamkor", "other"]))),
        ("another issuer", with("iss", json!("https://evil.example"))),
        ("a text for exp", with("exp", json!(good["exp"].to_string()))),
        ("a fraction for exp", with("exp", json!(4e9 + 0.5))),
        ("an exp beyond numbers", with("exp", json!(u64::MAX))),
        ("not yet", with("nbf", json!(good["nbf"].as_i64().unwrap() + 60))),
        ("another user", with("sub", json!(AnyId::new()))),
        ("another institution", with("inst", json!(AnyId::new()))),
        ("an id that is none", with("sub", json!("admin"))),
        ("another epoch", with("epoch", json!(1))),
        ("nothing", String::new()),
        ("dots", "..".to_owned()),
    ];
    forged.extend(["iss", "aud", "sub", "inst", "epoch", "iat", "nbf", "exp", "jti"].map(|it| (it, without(it))));
    for (what, token) in forged {
        let answer = me(&app, &token).await;
        assert_eq!((answer.status, text(&answer, "code")), (401, "unauthenticated"), "{what}: {token}");
    }
}

fn with_own_key(header: &Header, key: &EncodingKey) -> Header {
    Header { jwk: Some(jsonwebtoken::jwk::Jwk::from_encoding_key(key, Algorithm::EdDSA).unwrap()), ..header.clone() }
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

fn encoded(value: &Value) -> String {
    base64(value.to_string().as_bytes())
}

fn decoded(part: &str) -> Value {
    use base64::Engine;
    serde_json::from_slice(&base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

pub async fn without_a_credential_there_is_no_caller(app: App) {
    let answer = app.call("GET", "/api/v1/me").send().await;
    assert_eq!((answer.status, text(&answer, "code")), (401, "unauthenticated"));
    for malformed in ["Bearer", "Bearer ", "Basic b2ZmaWNlcjpob3JzZQ==", "token", "Bearer a b c", ""] {
        let answer = app.call("GET", "/api/v1/me").header("authorization", malformed).send().await;
        assert_eq!((answer.status, text(&answer, "code")), (401, "unauthenticated"), "{malformed}");
    }
}

pub async fn what_is_open_does_not_mind_a_bad_credential(app: App) {
    let answer = app.call("GET", "/api/v1/code-lists").bearer("nonsense").header("cookie", "hamkor=old").send().await;
    assert_eq!(answer.status, 200);
    let form = form("officer@alpha.example", PASSWORD, "alpha");
    assert_eq!(app.call("POST", "/api/v1/auth/tokens").bearer("nonsense").json(form).send().await.status, 200);
}

pub async fn a_browser_gets_a_cookie_that_scripts_cannot_read(app: App) {
    let form = form("officer@alpha.example", PASSWORD, "alpha");
    let signed_in = app.call("POST", "/api/v1/auth/session").header(OWN_SITE.0, OWN_SITE.1).json(form).send().await;
    assert_eq!((signed_in.status, text(&signed_in, "role")), (200, "officer"));
    let cookie = header(&signed_in, "set-cookie");
    let https = app.config.public_url.starts_with("https:");
    assert_eq!(cookie.starts_with("__Host-hamkor="), https, "{cookie}");
    assert_eq!(cookie.contains("; Secure"), https, "{cookie}");
    for part in ["; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    let me = me_by_cookie(&app, cookie.split(';').next().unwrap()).await;
    assert_eq!((me.status, &me.body), (200, &signed_in.body));
    let nonsense = format!("{}=nonsense", cookie.split('=').next().unwrap());
    assert_eq!(me_by_cookie(&app, &nonsense).await.status, 401);
}

pub async fn another_site_cannot_write_with_the_cookie(app: App) {
    let cookie = session(&app, "officer").await;
    let body = json!({"current_password": "wrong horse", "new_password": "another horse"});
    let put = || app.call("PUT", "/api/v1/me/password").header("cookie", &cookie).json(body.clone());
    let origin = app.config.public_url.clone();
    for barred in [
        put(),
        put().header("sec-fetch-site", "cross-site"),
        put().header("sec-fetch-site", "same-site"),
        put().header("sec-fetch-site", "cross-site").header("origin", &origin),
        put().header("origin", "https://evil.example"),
        put().header("origin", "null"),
        put().header(OWN_SITE.0, OWN_SITE.1).header("content-type", "text/plain"),
    ] {
        let answer = barred.send().await;
        assert_eq!((answer.status, text(&answer, "code")), (403, "csrf_failed"));
    }
    for allowed in [put().header(OWN_SITE.0, OWN_SITE.1), put().header("origin", &origin)] {
        assert_eq!(allowed.send().await.status, 422, "the password is wrong, not the site");
    }
    let token = app.token("officer", "alpha").await;
    let with_both = put().bearer(&token).send().await;
    assert_eq!(with_both.status, 422, "no other site can send a token");
}

pub async fn another_site_cannot_sign_somebody_in(app: App) {
    let post = || app.call("POST", "/api/v1/auth/session").json(form("officer@alpha.example", PASSWORD, "alpha"));
    for barred in [post().header("sec-fetch-site", "cross-site"), post().header("origin", "https://evil.example")] {
        let answer = barred.send().await;
        assert_eq!((answer.status, text(&answer, "code")), (403, "csrf_failed"));
    }
    let origin = app.config.public_url.clone();
    for allowed in [post(), post().header("sec-fetch-site", "none"), post().header("origin", &origin)] {
        assert_eq!(allowed.send().await.status, 200);
    }
}

pub async fn a_session_ends_after_half_an_hour_without_a_request(app: App) {
    let cookie = session(&app, "officer").await;
    for _ in 0..3 {
        app.clock.advance(TimeDelta::minutes(29));
        assert_eq!(me_by_cookie(&app, &cookie).await.status, 200);
    }
    app.clock.advance(TimeDelta::minutes(30));
    assert_eq!(me_by_cookie(&app, &cookie).await.status, 401);
}

pub async fn a_session_ends_after_twelve_hours(app: App) {
    let cookie = session(&app, "officer").await;
    for _ in 0..28 {
        app.clock.advance(TimeDelta::minutes(25));
        assert_eq!(me_by_cookie(&app, &cookie).await.status, 200);
    }
    app.clock.advance(TimeDelta::minutes(20));
    assert_eq!(me_by_cookie(&app, &cookie).await.status, 401);
}

pub async fn signing_out_ends_the_session_at_once(app: App) {
    let cookie = session(&app, "officer").await;
    assert_eq!(me_by_cookie(&app, &cookie).await.status, 200);
    let barred = app.call("DELETE", "/api/v1/auth/session").header("cookie", &cookie).send().await;
    assert_eq!((barred.status, text(&barred, "code")), (403, "csrf_failed"));
    for _ in 0..2 {
        let out = app.call("DELETE", "/api/v1/auth/session").header("cookie", &cookie).header(OWN_SITE.0, OWN_SITE.1).send().await;
        assert_eq!(out.status, 204);
        assert!(header(&out, "set-cookie").contains("Max-Age=0"), "{}", header(&out, "set-cookie"));
    }
    assert_eq!(me_by_cookie(&app, &cookie).await.status, 401);
    assert_eq!(app.call("DELETE", "/api/v1/auth/session").send().await.status, 204);
}

pub async fn signing_in_again_ends_the_session_before(app: App) {
    let before = session(&app, "officer").await;
    assert_eq!(me_by_cookie(&app, &before).await.status, 200);
    let form = form("viewer@alpha.example", PASSWORD, "alpha");
    let again = app.call("POST", "/api/v1/auth/session").header("cookie", &before).json(form).send().await;
    assert_eq!((again.status, text(&again, "role")), (200, "viewer"));
    assert_eq!(me_by_cookie(&app, &before).await.status, 401);
}

pub async fn a_disabled_user_is_out_within_a_second(app: App) {
    let (tokens, cookie) = (sign_in(&app, "officer").await, session(&app, "officer").await);
    assert_eq!((me(&app, text(&tokens, "access_token")).await.status, me_by_cookie(&app, &cookie).await.status), (200, 200));
    let now = app.clock.now();
    app.db
        .write(move |conn| {
            let user = users::table.filter(users::email_key.eq("officer@alpha.example"));
            diesel::update(user).set(users::disabled_at.eq(Some(now))).execute(conn)?;
            Ok(())
        })
        .await
        .unwrap();
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!((me(&app, text(&tokens, "access_token")).await.status, me_by_cookie(&app, &cookie).await.status), (401, 401));
    assert_eq!(refresh(&app, text(&tokens, "refresh_token")).await.status, 401);
    assert_eq!(text(&sign_in(&app, "officer").await, "reason"), "wrong_credentials");
}

pub async fn a_changed_role_is_felt_within_a_second_and_a_lost_membership_too(app: App) {
    let token = app.token("officer", "alpha").await;
    assert_eq!(text(&me(&app, &token).await, "role"), "officer");
    let (institution, user) = ids(&app, "officer").await;
    let (of, at) = (institution.clone(), user.clone());
    app.db
        .write(move |conn| {
            let membership = memberships::table.filter(memberships::institution_id.eq(of)).filter(memberships::user_id.eq(at));
            diesel::update(membership).set(memberships::role.eq(Role::Viewer)).execute(conn)?;
            Ok(())
        })
        .await
        .unwrap();
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(text(&me(&app, &token).await, "role"), "viewer");
    let refresh_token = text(&sign_in(&app, "officer").await, "refresh_token").to_owned();
    app.db
        .write(move |conn| {
            let membership = memberships::table.filter(memberships::institution_id.eq(institution)).filter(memberships::user_id.eq(user));
            diesel::delete(membership).execute(conn)?;
            Ok(())
        })
        .await
        .unwrap();
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!((me(&app, &token).await.status, refresh(&app, &refresh_token).await.status), (401, 401));
}

async fn ids(app: &App, role: &str) -> (InstitutionId, UserId) {
    let email = format!("{role}@alpha.example");
    app.db
        .read(move |conn| {
            let institution = institutions::table.filter(institutions::slug.eq("alpha")).select(institutions::id).first(conn)?;
            let user = users::table.filter(users::email_key.eq(email)).select(users::id).first(conn)?;
            Ok((institution, user))
        })
        .await
        .unwrap()
}

pub async fn a_coordinator_reaches_their_unit_and_all_below_it(app: App) {
    let (institution, user) = ids(&app, "coordinator").await;
    let now = app.clock.now();
    let (faculty, department, section, other) = (AnyId::new(), AnyId::new(), AnyId::new(), AnyId::new());
    let expected = [faculty.clone(), department.clone(), section.clone()];
    let standing = app
        .db
        .write(move |conn| {
            for (id, parent) in [(&faculty, None), (&department, Some(&faculty)), (&section, Some(&department)), (&other, None)] {
                let row = (
                    units::institution_id.eq(&institution),
                    units::id.eq(id),
                    units::created_at.eq(now),
                    units::updated_at.eq(now),
                    units::search.eq(""),
                    units::names.eq(r#"{"en":"Unit"}"#),
                    units::name_key.eq("unit"),
                    units::kind.eq("department"),
                    units::parent_id.eq(parent),
                );
                diesel::insert_into(units::table).values(row).execute(conn)?;
            }
            let membership = memberships::table.filter(memberships::institution_id.eq(&institution)).filter(memberships::user_id.eq(&user));
            diesel::update(membership).set(memberships::unit_id.eq(Some(&faculty))).execute(conn)?;
            store::standing(conn, &institution, &user)
        })
        .await
        .unwrap();
    assert_eq!(standing.unwrap().scope, Scope::Units(expected.to_vec()));
}

pub async fn a_changed_password_ends_all_but_the_session_it_was_changed_in(app: App) {
    let (tokens, other) = (sign_in(&app, "officer").await, session(&app, "officer").await);
    let cookie = session(&app, "officer").await;
    for it in [&cookie, &other] {
        assert_eq!(me_by_cookie(&app, it).await.status, 200);
    }
    assert_eq!(me(&app, text(&tokens, "access_token")).await.status, 200);
    let change = |current: &str, new: &str| {
        let body = json!({"current_password": current, "new_password": new});
        app.call("PUT", "/api/v1/me/password").header("cookie", &cookie).header(OWN_SITE.0, OWN_SITE.1).json(body)
    };
    let wrong = change("wrong horse", "another horse").send().await;
    assert_eq!((wrong.status, &wrong.body["errors"][0]["pointer"]), (422, &json!("/current_password")));
    let short = change(PASSWORD, "1234567").send().await;
    assert_eq!((short.status, &short.body["errors"][0]["code"]), (422, &json!("too_short")));
    assert_eq!(change(PASSWORD, "another horse").send().await.status, 204);

    assert_eq!(me_by_cookie(&app, &cookie).await.status, 200);
    assert_eq!(me_by_cookie(&app, &other).await.status, 401);
    assert_eq!(me(&app, text(&tokens, "access_token")).await.status, 401);
    assert_eq!(refresh(&app, text(&tokens, "refresh_token")).await.status, 401);
    assert_eq!(sign_in(&app, "officer").await.status, 401);
    let form = form("officer@alpha.example", "another horse", "alpha");
    assert_eq!(app.call("POST", "/api/v1/auth/tokens").json(form).send().await.status, 200);
}

/// Needs the limits on (`Config::rate_limit`).
pub async fn guessing_a_password_is_stopped_for_a_while(app: App) {
    let guess = || app.call("POST", "/api/v1/auth/tokens").json(form("Officer@alpha.example", "wrong horse", "alpha")).send();
    for _ in 0..10 {
        assert_eq!(guess().await.status, 401);
    }
    let stopped = guess().await;
    assert_eq!((stopped.status, text(&stopped, "code")), (429, "rate_limited"));
    assert_eq!((stopped.body["retry_after"].as_i64(), header(&stopped, "retry-after")), (Some(90), "90"));
    assert_eq!(sign_in(&app, "officer").await.status, 429, "even with the right password");
    assert_eq!(sign_in(&app, "viewer").await.status, 200, "another account is not concerned");
    app.clock.advance(TimeDelta::seconds(90));
    assert_eq!(sign_in(&app, "officer").await.status, 200);
}

crate::on_both_databases!(
    each_role_signs_in_and_is_told_what_it_may,
    the_case_of_an_address_does_not_matter,
    what_is_wrong_with_credentials_is_never_told,
    a_form_at_fault_is_told_field_by_field,
    a_refresh_token_is_followed_by_another,
    a_refresh_token_used_twice_within_ten_seconds_has_one_successor,
    a_refresh_token_used_again_later_ends_its_family,
    a_revoked_refresh_token_is_of_no_use,
    an_access_token_expires_after_ten_minutes,
    forged_tokens_are_refused,
    without_a_credential_there_is_no_caller,
    what_is_open_does_not_mind_a_bad_credential,
    a_browser_gets_a_cookie_that_scripts_cannot_read,
    another_site_cannot_write_with_the_cookie,
    another_site_cannot_sign_somebody_in,
    a_session_ends_after_half_an_hour_without_a_request,
    a_session_ends_after_twelve_hours,
    signing_out_ends_the_session_at_once,
    signing_in_again_ends_the_session_before,
    a_disabled_user_is_out_within_a_second,
    a_changed_role_is_felt_within_a_second_and_a_lost_membership_too,
    a_coordinator_reaches_their_unit_and_all_below_it,
    a_changed_password_ends_all_but_the_session_it_was_changed_in,
    guessing_a_password_is_stopped_for_a_while,
);
