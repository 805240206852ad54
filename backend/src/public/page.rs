//! The page of an institution for those who run no scripts: search engines, and previews of links in messages.
//!
//! It is the application's one page with the name of the institution in its head.

use std::path::PathBuf;

use actix_web::HttpResponse;
use actix_web::dev::HttpServiceFactory;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue};
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data, Path};

use crate::auth::Auth;
use crate::institutions::model::Institution;
use crate::platform::clock::Clock;
use crate::platform::db::Db;
use crate::platform::language::Language;
use crate::platform::problem::{Code, Problem};
use crate::platform::site;
use crate::public::profile;

/// The built page of the application.
pub struct Template(PathBuf);

impl Template {
    pub fn new(index: PathBuf) -> Self {
        Self(index)
    }
}

pub fn resource() -> impl HttpServiceFactory {
    web::resource("/{slug:[a-z0-9-]{2,60}}").wrap(from_fn(site::headers)).route(web::get().to(page)).route(web::head().to(page))
}

/// Of a slug that is none it is the page as it was built: the application has pages of its own beside the portals.
async fn page(
    slug: Path<String>,
    (template, db, clock, auth): (Data<Template>, Data<Db>, Data<Clock>, Data<Auth>),
) -> Result<HttpResponse, Problem> {
    if !site::is_of_the_application(&format!("/{slug}")) {
        return Err(Problem::not_found());
    }
    let now = clock.now();
    let asked = slug.clone();
    let found = db.read(move |conn| profile::institution(conn, &asked, now)).await;
    let html = std::fs::read_to_string(&template.0).map_err(Problem::internal)?;
    let html = match found {
        Ok((_, institution)) => with_head(&html, &institution, &format!("{}/{slug}", auth.site.url())),
        Err(problem) if problem.code == Code::NotFound => html,
        Err(problem) => return Err(problem),
    };
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))).body(html))
}

fn with_head(html: &str, institution: &Institution, address: &str) -> String {
    let language = institution.draft.default_language;
    let name = escaped(&institution.draft.names.best(language));
    let (title, about) = (format!("{name} — {}", heading(language)), escaped(about(language)));
    let address = escaped(address);
    let head = format!(
        "<title>{title}</title>\n    <meta name=\"description\" content=\"{name}. {about}\" />\n    \
         <link rel=\"canonical\" href=\"{address}\" />\n    <meta property=\"og:type\" content=\"website\" />\n    \
         <meta property=\"og:title\" content=\"{title}\" />\n    <meta property=\"og:description\" content=\"{about}\" />\n    \
         <meta property=\"og:url\" content=\"{address}\" />\n    <meta name=\"twitter:card\" content=\"summary\" />"
    );
    let html = html.replacen("<html lang=\"uz\"", &format!("<html lang=\"{}\"", language.as_str()), 1);
    match (html.find("<title>"), html.find("</title>")) {
        (Some(start), Some(end)) => format!("{}{head}{}", &html[..start], &html[end + "</title>".len()..]),
        _ => html,
    }
}

fn heading(language: Language) -> &'static str {
    match language {
        Language::Uzbek => "xalqaro hamkorlik",
        Language::UzbekCyrillic => "халқаро ҳамкорлик",
        Language::Russian => "международное сотрудничество",
        Language::English => "international cooperation",
        Language::Tajik => "ҳамкории байналмилалӣ",
    }
}

fn about(language: Language) -> &'static str {
    match language {
        Language::Uzbek => "Amaldagi bitim va memorandumlar, hamkor tashkilotlar, grant loyihalari va akademik mobillik raqamlarda.",
        Language::UzbekCyrillic => "Амалдаги битим ва меморандумлар, ҳамкор ташкилотлар, грант лойиҳалари ва академик мобиллик рақамларда.",
        Language::Russian => {
            "Действующие соглашения и меморандумы, организации-партнёры, грантовые проекты и академическая мобильность в цифрах."
        }
        Language::English => "Agreements and memoranda in force, partner institutions, grant projects and academic mobility in figures.",
        Language::Tajik => {
            "Созишномаву ёддоштҳои тафоҳуми амалкунанда, муассисаҳои шарик, лоиҳаҳои грантӣ ва мобилияти академӣ дар рақамҳо."
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
