//! The only list of slices: the server, the tests and the OpenAPI document all read it.

use std::path::Path;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data, PayloadConfig};
use actix_web::{App, HttpServer};
use serde_json::Value;
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, scope};

use crate::auth::Auth;
use crate::auth::credentials::authenticate;
use crate::code_lists::codes::FORMATS;
use crate::config::Config;
use crate::platform::body::Schemas;
use crate::platform::clock::Clock;
use crate::platform::db::Db;
use crate::platform::http::{self, InFlight, LARGEST_BODY};
use crate::platform::page::Seal;
use crate::platform::problem::{Problem, ProblemBody};
use crate::platform::{docs, health, openapi, site};
use crate::public::page::Template;
use crate::{
    agreements, auth, code_lists, deadlines, exchange_students, funding_programmes, grant_projects, institutions, memoranda, partners,
    people, public, record, statistics, users,
};

/// Every slice, once.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(
        scope("/api/v1")
            .configure(auth::api::routes)
            .configure(institutions::api::routes)
            .configure(people::api::routes)
            .configure(users::api::routes)
            .configure(partners::api::routes)
            .configure(agreements::api::routes)
            .configure(memoranda::api::routes)
            .configure(exchange_students::api::routes)
            .configure(funding_programmes::api::routes)
            .configure(grant_projects::api::routes)
            .configure(code_lists::api::routes)
            .configure(deadlines::api::routes)
            .configure(statistics::api::routes)
            .configure(public::api::routes)
            .configure(record::feed::routes),
    );
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Hamkor",
        version = "1.0.0",
        description = "The system of record of a university's international cooperation office: agreements and memoranda, partners, exchange students, grant projects, and what is made public of them.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
        contact(name = "The Hamkor contributors", url = "https://hamkor.example"),
    ),
    servers((url = "/")),
    security(("bearer" = []), ("session" = [])),
    modifiers(&Credentials),
    components(schemas(ProblemBody)),
)]
struct Document;

/// The document; it needs no database, no configuration and no running server.
pub fn document() -> Value {
    let (_, generated) = App::new().into_utoipa_app().openapi(Document::openapi()).configure(routes).split_for_parts();
    openapi::finish(&generated)
}

/// All that handlers share.
#[derive(Clone)]
pub struct Shared {
    pub db: Data<Db>,
    pub auth: Data<Auth>,
    pub schemas: Data<Schemas>,
    pub seal: Data<Seal>,
    pub clock: Data<Clock>,
    pub in_flight: Data<InFlight>,
}

impl Shared {
    pub fn new(config: &Config, db: Db, clock: Clock) -> Result<Self, Problem> {
        let auth = Auth::open(config.data(), &config.public_url, config.rate_limit)?;
        let seal = Seal::new(&auth::keys::load_or_create(&config.keys().join("cursor.key")).map_err(Problem::internal)?);
        Ok(Self {
            db: Data::new(db),
            auth: Data::new(auth),
            schemas: Data::new(Schemas::new(document(), FORMATS)),
            seal: Data::new(seal),
            clock: Data::new(clock),
            in_flight: Data::new(InFlight::default()),
        })
    }
    /// Puts it into an application.
    pub fn configure(&self, cfg: &mut web::ServiceConfig) {
        cfg.app_data(self.db.clone())
            .app_data(self.auth.clone())
            .app_data(self.schemas.clone())
            .app_data(self.seal.clone())
            .app_data(self.clock.clone())
            .app_data(self.in_flight.clone())
            .app_data(PayloadConfig::new(LARGEST_BODY));
    }
}

/// How callers prove who they are.
struct Credentials;

impl utoipa::Modify for Credentials {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some("The access token of POST /auth/tokens."));
        let session = ApiKeyValue::with_description("__Host-hamkor", "The session of POST /auth/session; `hamkor` on plain http.");
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer.build()));
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(session)));
    }
}

/// Runs until told to stop; answers what was begun before it does.
pub fn serve(config: &Config, shared: Shared) -> std::io::Result<Server> {
    let frontend = config.frontend.clone();
    let server = HttpServer::new(move || {
        let shared = shared.clone();
        let frontend = frontend.clone();
        App::new()
            .wrap(Compress::default())
            .wrap(from_fn(authenticate))
            .wrap(from_fn(http::around))
            .configure(move |cfg| everything(cfg, &shared, frontend.as_deref()))
    });
    let server = server
        .workers(config.workers)
        .shutdown_timeout(20)
        .keep_alive(Duration::from_secs(75))
        .client_request_timeout(Duration::from_secs(15))
        .bind(config.bind)?;
    Ok(server.run())
}

/// The whole of the service below its middleware; tests use the same.
pub fn everything(cfg: &mut web::ServiceConfig, shared: &Shared, frontend: Option<&Path>) {
    shared.configure(cfg);
    // Before the scope of the API, which answers for everything below its path.
    cfg.configure(health::routes).configure(docs::routes);
    let mut documented = ServiceConfig::new(cfg);
    routes(&mut documented);
    if let Some(folder) = frontend {
        cfg.app_data(Data::new(Template::new(folder.join("index.html")))).service(public::page::resource()).service(site::service(folder));
    }
    cfg.default_service(web::to(http::nowhere));
}
