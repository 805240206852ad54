use clap::Args;
use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};
use serde_json::json;

use crate::app;
use crate::auth::login::{Membership, add_membership, create_user, find_user};
use crate::auth::passwords;
use crate::auth::roles::Role;
use crate::code_lists::codes::FORMATS;
use crate::commands::{prepare, said};
use crate::config::Config;
use crate::institutions::model::InstitutionDraft;
use crate::institutions::store::create_institution;
use crate::platform::body::{self, Schemas};
use crate::platform::clock::Clock;
use crate::platform::db::{self, Conn};
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::problem::Problem;
use crate::schema::institutions;

/// The password is read from HAMKOR_ADMIN_PASSWORD, or else from the first line of standard input.
#[derive(Args)]
pub struct CreateAdmin {
    /// Slug of the institution, such as tiiame
    #[arg(long)]
    institution: String,
    /// Its name, where it is new
    #[arg(long)]
    institution_name: Option<String>,
    /// Its country (ISO 3166-1), where it is new
    #[arg(long, default_value = "UZ")]
    country: String,
    /// Its time zone, where it is new
    #[arg(long, default_value = "Asia/Tashkent")]
    time_zone: String,
    /// Its default language, where it is new: uz, uz-Cyrl, ru, en or tg
    #[arg(long, default_value = "uz")]
    language: String,
    #[arg(long)]
    email: String,
    /// The person's name
    #[arg(long)]
    name: String,
}

pub fn create_admin(config: &Config, options: CreateAdmin) -> Result<(), String> {
    prepare(config)?;
    db::migrate(&config.database).map_err(said)?;
    check(&options)?;
    let hash = passwords::hash(&password()?).map_err(said)?;
    let schemas = Schemas::new(app::document(), FORMATS);
    let mut conn = db::connect(&config.database).map_err(said)?;
    diesel::Connection::transaction(&mut conn, |conn| create(conn, &schemas, &options, &hash)).map_err(said)?;
    println!("{} is an admin of {}", options.email, options.institution);
    Ok(())
}

fn check(options: &CreateAdmin) -> Result<(), String> {
    let is_mail = options.email.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && !host.contains('@'));
    if !is_mail || options.email.contains(|it: char| it.is_whitespace() || it.is_control()) || 254 < options.email.len() {
        return Err(format!("--email {} is not an address", options.email));
    }
    let is_name = !options.name.trim().is_empty() && options.name.chars().count() <= 200 && !options.name.contains(char::is_control);
    if is_name { Ok(()) } else { Err("--name must be 1 to 200 characters in one line".to_owned()) }
}

fn password() -> Result<String, String> {
    let password = match std::env::var("HAMKOR_ADMIN_PASSWORD") {
        Ok(password) => password,
        Err(_) => {
            eprintln!("Password of the new account:");
            let mut line = String::new();
            std::io::stdin().read_line(&mut line).map_err(said)?;
            line.trim_end_matches(['\r', '\n']).to_owned()
        }
    };
    let length = password.chars().count();
    match (passwords::SHORTEST..=passwords::LONGEST).contains(&length) {
        true => Ok(password),
        false => Err(format!("the password must have {} to {} characters", passwords::SHORTEST, passwords::LONGEST)),
    }
}

fn create(conn: &mut Conn, schemas: &Schemas, options: &CreateAdmin, hash: &str) -> Result<(), Problem> {
    let now = Clock::System.now();
    let found: Option<InstitutionId> = institutions::table
        .filter(institutions::slug.eq(&options.institution))
        .select(institutions::institution_id)
        .first(conn)
        .optional()?;
    let institution = match found {
        Some(institution) => institution,
        None => {
            let CreateAdmin { institution, institution_name, country, time_zone, language, .. } = options;
            let name = institution_name.as_ref().unwrap_or(institution);
            let draft =
                json!({"names": {language.as_str(): name}, "country": country, "time_zone": time_zone, "default_language": language});
            let judged = body::judge::<InstitutionDraft>(schemas, "InstitutionCreate", draft)?;
            judged.faults.into_result()?;
            let draft = judged.value.ok_or_else(|| Problem::internal("the institution cannot be read"))?;
            create_institution(conn, now, institution, false, draft)?
        }
    };
    // Whoever has an account keeps its password: one person, one account, several institutions.
    let user = match find_user(conn, &options.email)? {
        Some(user) => user,
        None => create_user(conn, now, &options.email, &options.name, Some(hash))?,
    };
    add_membership(conn, now, &institution, &Membership { id: &AnyId::new(), user: &user, role: Role::Admin, unit: None, person: None })
}
