//! A service of its own for each test: two institutions, `alpha` (UZ) and `beta` (TJ), with an account of every role,
//! on a database copied from one that was brought to the newest version once.

mod databases;
pub mod document;

use std::collections::HashMap;
use std::rc::Rc;

use actix_web::dev::ServiceResponse;
use actix_web::http::header::HeaderMap;
use actix_web::middleware::from_fn;
use actix_web::test;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use hamkor::app::{Shared, everything};
use hamkor::auth::caller::Caller;
use hamkor::auth::credentials::authenticate;
use hamkor::auth::login::{Membership, add_membership, create_user};
use hamkor::auth::passwords;
use hamkor::auth::roles::Role;
use hamkor::config::{Config, LogFormat};
use hamkor::institutions::store::create_institution;
use hamkor::institutions::units::Unit;
use hamkor::people::model::Person;
use hamkor::platform::clock::{Clock, Instant};
use hamkor::platform::db::{Conn, Db};
use hamkor::platform::http;
use hamkor::platform::id::AnyId;
use hamkor::platform::journal;
use hamkor::platform::problem::Problem;
use hamkor::record::Record;
use hamkor::record::write::{create, judge};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

pub use databases::{Database, Kind};

pub struct App {
    pub shared: Shared,
    pub config: Config,
    pub db: Db,
    /// Stands at 2026-11-22T08:00:00Z until it is moved.
    pub clock: Clock,
    seeded: Seeded,
    service: OnceCell<Service>,
    _database: databases::Database,
}

/// The whole service, as the server runs it on one of its threads.
type Service = Rc<dyn Fn(actix_http::Request) -> LocalBoxFuture<'static, ServiceResponse>>;

#[derive(Default)]
struct Seeded {
    institutions: HashMap<&'static str, AnyId>,
    /// By `name@slug`.
    units: HashMap<String, AnyId>,
    people: HashMap<&'static str, AnyId>,
    /// By `role@slug`.
    users: HashMap<String, AnyId>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
    pub text: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).map(|it| it.to_str().unwrap().to_owned())
    }
    pub fn id(&self) -> String {
        self.body["id"].as_str().unwrap().to_owned()
    }
    /// The pointers of a problem's errors, sorted.
    pub fn pointers(&self) -> Vec<&str> {
        let mut pointers: Vec<&str> = self.body["errors"].as_array().unwrap().iter().map(|it| it["pointer"].as_str().unwrap()).collect();
        pointers.sort_unstable();
        pointers
    }
}

pub struct Call<'a> {
    app: &'a App,
    method: String,
    path: String,
    request: test::TestRequest,
}

impl Call<'_> {
    pub fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.insert_header((name, value));
        self
    }
    pub fn json(mut self, body: Value) -> Self {
        self.request = self.request.set_json(body);
        self
    }
    /// A body as it is, with its type.
    pub fn raw(mut self, content_type: &str, body: impl Into<actix_web::web::Bytes>) -> Self {
        self.request = self.request.insert_header(("content-type", content_type)).set_payload(body);
        self
    }
    pub fn version(self, version: i64) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }
    /// Every answer of the suite is held against the document.
    pub async fn send(self) -> Answer {
        let response = self.app.service().await(self.request.to_request()).await;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = String::from_utf8_lossy(&test::read_body(response).await).into_owned();
        let body = serde_json::from_str(&text).unwrap_or_default();
        let answer = Answer { status, headers, body, text };
        document::require_documented(&self.method, &self.path, &answer);
        answer
    }
}

impl App {
    async fn on(kind: Kind, public_url: &str, with_seed: bool) -> Option<Self> {
        let database = databases::Database::new(kind)?;
        let config = Config {
            bind: ([127, 0, 0, 1], 8080).into(),
            database: database.url(),
            data: database.folder().to_owned(),
            frontend: None,
            public_url: public_url.to_owned(),
            log_level: "off".to_owned(),
            log_format: LogFormat::Text,
            rate_limit: true,
            workers: 1,
        };
        let db = Db::open(config.database.clone()).unwrap();
        let clock = Clock::at(Instant::parse("2026-11-22T08:00:00Z").unwrap());
        let shared = Shared::new(&config, db.clone(), clock.clone()).unwrap();
        let (seeding, now) = (shared.clone(), clock.now());
        let seeded = match with_seed {
            true => db.write(move |conn| seed(conn, &seeding, now)).await.unwrap(),
            false => Seeded::default(),
        };
        Some(Self { shared, config, db, clock, seeded, service: OnceCell::new(), _database: database })
    }

    async fn service(&self) -> Service {
        let made = self.service.get_or_init(async || {
            let (shared, frontend) = (self.shared.clone(), self.config.frontend.clone());
            let application = actix_web::App::new().wrap(from_fn(authenticate)).wrap(from_fn(http::around));
            let service =
                Rc::new(test::init_service(application.configure(move |cfg| everything(cfg, &shared, frontend.as_deref()))).await);
            Rc::new(move |request| {
                let service = service.clone();
                async move { test::call_service(&*service, request).await }.boxed_local()
            }) as Service
        });
        made.await.clone()
    }
    pub fn call(&self, method: &str, path: &str) -> Call<'_> {
        // As a client's library would: what is no letter of ASCII travels in percents.
        let encoded: String =
            path.bytes().map(|it| if it.is_ascii_graphic() { char::from(it).to_string() } else { format!("%{it:02X}") }).collect();
        let request = test::TestRequest::with_uri(&encoded).method(method.parse().unwrap()).peer_addr(([10, 0, 0, 1], 99).into());
        let path = path.split('?').next().unwrap_or_default().to_owned();
        Call { app: self, method: method.to_owned(), path, request }
    }
    /// `path` follows `/api/v1/`, as in the other shortcuts.
    pub async fn get(&self, token: &str, path: &str) -> Answer {
        self.call("GET", &format!("/api/v1/{path}")).bearer(token).send().await
    }
    pub async fn post(&self, token: &str, path: &str, body: Value) -> Answer {
        self.call("POST", &format!("/api/v1/{path}")).bearer(token).json(body).send().await
    }
    pub async fn put(&self, token: &str, path: &str, version: i64, body: Value) -> Answer {
        self.call("PUT", &format!("/api/v1/{path}")).bearer(token).version(version).json(body).send().await
    }
    pub async fn patch(&self, token: &str, path: &str, version: i64, body: Value) -> Answer {
        let patch = body.to_string();
        self.call("PATCH", &format!("/api/v1/{path}"))
            .bearer(token)
            .version(version)
            .raw("application/merge-patch+json", patch)
            .send()
            .await
    }
    pub async fn delete(&self, token: &str, path: &str, version: i64) -> Answer {
        self.call("DELETE", &format!("/api/v1/{path}")).bearer(token).version(version).send().await
    }
    pub async fn transition(&self, token: &str, path: &str, version: i64, to: &str) -> Answer {
        let path = format!("/api/v1/{path}/transitions");
        self.call("POST", &path).bearer(token).version(version).json(json!({"to": to})).send().await
    }
    pub async fn create(&self, token: &str, path: &str, body: Value) -> Value {
        let answer = self.post(token, path, body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.body
    }
    /// An access token without the cost of a sign-in.
    pub async fn token(&self, role: &str, slug: &str) -> String {
        let user = self.seeded.users[&format!("{role}@{slug}")].typed();
        let institution = self.seeded.institutions[slug].typed();
        self.shared.auth.access.issue(&user, &institution, 0, self.clock.now()).unwrap()
    }
    pub fn institution(&self, slug: &str) -> AnyId {
        self.seeded.institutions[slug].clone()
    }
    pub fn unit(&self, slug: &str, name: &str) -> String {
        self.seeded.units[&format!("{name}@{slug}")].to_string()
    }
    /// The one that the member's account belongs to.
    pub fn person(&self, slug: &str) -> String {
        self.seeded.people[slug].to_string()
    }
}

fn seed(conn: &mut Conn, shared: &Shared, now: Instant) -> Result<Seeded, Problem> {
    static HASH: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| passwords::hash("correct horse").unwrap());
    let mut seeded = Seeded::default();
    for (slug, country, zone) in [("alpha", "UZ", "Asia/Tashkent"), ("beta", "TJ", "Asia/Dushanbe")] {
        let draft = json!({"names": {"en": slug}, "country": country, "time_zone": zone, "default_language": "en"});
        let institution = create_institution(conn, now, slug, false, serde_json::from_value(draft)?)?;
        let caller = Caller::system(institution.clone(), now, now.day_in(zone.parse().unwrap()));
        journal::lock(conn, &institution)?;
        for (name, parent) in [("engineering", None), ("hydraulics", Some("engineering")), ("arts", None)] {
            let parent = parent.map(|it| seeded.units[&format!("{it}@{slug}")].clone());
            let unit: Unit = made(conn, shared, &caller, json!({"names": {"en": name}, "kind": "faculty", "parent_id": parent}))?;
            seeded.units.insert(format!("{name}@{slug}"), unit.head().id.clone());
        }
        let person: Person = made(conn, shared, &caller, json!({"name": "Member", "kind": "student"}))?;
        seeded.people.insert(slug, person.head().id.clone());
        for role in Role::ALL {
            let user = create_user(conn, now, &format!("{}@{slug}.example", role.as_str()), role.as_str(), Some(&HASH))?;
            let unit = (*role == Role::Coordinator).then(|| &seeded.units[&format!("engineering@{slug}")]);
            let person = (*role == Role::Member).then(|| &seeded.people[slug]);
            add_membership(conn, now, &institution, &Membership { id: &AnyId::new(), user: &user, role: *role, unit, person })?;
            seeded.users.insert(format!("{}@{slug}", role.as_str()), user.untyped());
        }
        seeded.institutions.insert(slug, institution.untyped());
    }
    Ok(seeded)
}

fn made<R: Record>(conn: &mut Conn, shared: &Shared, caller: &Caller, body: Value) -> Result<R, Problem> {
    let judged = judge::<R>(&shared.schemas, body)?;
    create(conn, caller, judged)
}

/// Runs a test on a database of its own.
pub fn run<F: Future<Output = ()>>(kind: Kind, public_url: &str, test: impl FnOnce(App) -> F) {
    actix_web::rt::System::new().block_on(async {
        if let Some(app) = App::on(kind, public_url, true).await {
            test(app).await;
        }
    });
}

/// The same on a database without institutions.
pub fn run_empty<F: Future<Output = ()>>(kind: Kind, test: impl FnOnce(App) -> F) {
    actix_web::rt::System::new().block_on(async {
        if let Some(app) = App::on(kind, "https://hamkor.example", false).await {
            test(app).await;
        }
    });
}

/// Declares the tests of a file on each database.
#[macro_export]
macro_rules! on_both_databases {
    ($($name:ident),* $(,)?) => {
        mod on {
            $(pub mod $name {
                #[test]
                fn sqlite() {
                    $crate::support::run($crate::support::Kind::Sqlite, "https://hamkor.example", super::super::$name);
                }
                #[test]
                fn postgres() {
                    $crate::support::run($crate::support::Kind::Postgres, "https://hamkor.example", super::super::$name);
                }
            })*
        }
    };
}
