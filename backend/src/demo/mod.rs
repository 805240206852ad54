//! Demo data: four institutions as their own pages describe them, alive on the day they are loaded.
//!
//! The files hold the bodies of POST with `key`s in place of ids and days such as `+30d` counted from the loading.
//! They are judged by the document and written by the same functions as what comes over HTTP.

mod file;

use chrono::NaiveDate;
use diesel::prelude::{QueryDsl, RunQueryDsl};
use serde_json::{Map, Value, json};

use crate::agreements::model::Agreement;
use crate::auth::caller::Caller;
use crate::auth::login::{Membership, add_membership, create_user};
use crate::auth::passwords;
use crate::auth::roles::Role;
use crate::demo::file::Keys;
use crate::exchange_students::model::ExchangeStudent;
use crate::funding_programmes::model::FundingProgramme;
use crate::grant_projects::model::GrantProject;
use crate::institutions::model::InstitutionDraft;
use crate::institutions::store::create_institution;
use crate::institutions::units::Unit;
use crate::memoranda::model::Memorandum;
use crate::partners::model::Partner;
use crate::people::model::Person;
use crate::platform::body::{self, Judged, Schemas};
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::id::AnyId;
use crate::platform::journal;
use crate::platform::problem::Problem;
use crate::record::transition::{self, Transition};
use crate::record::{Record, Staged, write};
use crate::schema::institutions;

pub const PASSWORD: &str = "hamkor-demo";

const FILES: &[(&str, &str)] = &[
    ("tiiame", include_str!("../../demo/tiiame.json")),
    ("tdtu-kokand", include_str!("../../demo/tdtu-kokand.json")),
    ("iet-tsuc", include_str!("../../demo/iet-tsuc.json")),
    ("uzsiac", include_str!("../../demo/uzsiac.json")),
];

/// The e-mail of every account, for those who start the demo.
pub fn accounts() -> Vec<String> {
    FILES.iter().map(|(slug, _)| format!("admin|officer|approver|coordinator|viewer|member@{slug}.example")).collect()
}

#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    Loaded,
    /// The demo data was there already.
    Present,
    /// The database holds real institutions; nothing was touched.
    Refused,
}

/// Fills an empty database, in the transaction of the caller.
pub fn load(conn: &mut Conn, schemas: &Schemas, now: Instant) -> Result<Outcome, Problem> {
    let demo: Vec<bool> = institutions::table.select(institutions::demo).load(conn)?;
    match demo.iter().all(|it| *it) {
        false => return Ok(Outcome::Refused),
        true if !demo.is_empty() => return Ok(Outcome::Present),
        true => {}
    }
    // The same password everywhere, so one hash will do.
    let password_hash = passwords::hash(PASSWORD)?;
    for (slug, text) in FILES {
        institution(conn, schemas, now, slug, text, &password_hash)
            .map_err(|it| Problem::internal(format!("demo data of {slug}: {it}")))?;
    }
    Ok(Outcome::Loaded)
}

fn institution(conn: &mut Conn, schemas: &Schemas, now: Instant, slug: &str, text: &str, password_hash: &str) -> Result<(), Problem> {
    let today = now.day_in(chrono_tz::Asia::Tashkent);
    let mut content: Map<String, Value> = file::with_days(serde_json::from_str(text)?, today);
    let draft: Judged<InstitutionDraft> = body::judge(schemas, "InstitutionCreate", content.remove("institution").unwrap_or_default())?;
    draft.faults.into_result()?;
    let draft = draft.value.ok_or_else(|| Problem::internal("the institution cannot be read"))?;
    let id = create_institution(conn, now, slug, true, draft)?;
    let loader = &mut Loader { caller: Caller::system(id, now, today), schemas, keys: Keys::default(), faculty: None };
    journal::lock(conn, &loader.caller.institution)?;
    let mut section = |name: &str| match content.remove(name) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    };
    loader.all::<Unit>(conn, section("units"), "units")?;
    loader.all::<Person>(conn, section("people"), "people")?;
    loader.all::<Partner>(conn, section("partners"), "partners")?;
    loader.all::<FundingProgramme>(conn, section("funding_programmes"), "funding_programmes")?;
    loader.instruments::<Agreement>(conn, section("agreements"))?;
    loader.instruments::<Memorandum>(conn, section("memoranda"))?;
    loader.all::<GrantProject>(conn, section("grant_projects"), "grant_projects")?;
    loader.all::<ExchangeStudent>(conn, section("exchange_students"), "exchange_students")?;
    loader.accounts(conn, slug, password_hash)
}

struct Loader<'a> {
    caller: Caller,
    schemas: &'a Schemas,
    keys: Keys,
    /// The unit of the coordinator.
    faculty: Option<AnyId>,
}

impl Loader<'_> {
    fn all<R: Record>(&mut self, conn: &mut Conn, items: Vec<Value>, section: &'static str) -> Result<(), Problem> {
        for item in items {
            let (key, body) = self.keys.resolve(item, section)?;
            let faculty = section == "units" && body["kind"] == "faculty";
            let record = self.create::<R>(conn, section, key, body)?;
            if faculty && self.faculty.is_none() {
                self.faculty = Some(record.head().id.clone());
            }
        }
        Ok(())
    }

    fn create<R: Record>(&mut self, conn: &mut Conn, section: &'static str, key: Option<String>, body: Value) -> Result<R, Problem> {
        let record = write::judge::<R>(self.schemas, body.clone())
            .and_then(|judged| write::create::<R>(conn, &self.caller, judged))
            .map_err(|it| Problem::internal(format!("{section} {body}: {it}")))?;
        if let Some(key) = key {
            self.keys.add(section, key, record.head().id.clone());
        }
        Ok(record)
    }

    /// A signed instrument is entered as signed; the others are brought to their stage step by step.
    fn instruments<R: Staged>(&mut self, conn: &mut Conn, items: Vec<Value>) -> Result<(), Problem> {
        const STEPS: &[&str] = &["draft", "review", "negotiation", "signing"];
        for item in items {
            let (key, mut body) = self.keys.resolve(item, "instruments")?;
            let stage = body.as_object_mut().and_then(|it| it.remove("stage"));
            let stage = stage.as_ref().and_then(Value::as_str).unwrap_or("draft");
            let record: R = self.create(conn, "instruments", key, body)?;
            let id = record.head().id.clone();
            let steps: Vec<&str> = match STEPS.iter().position(|it| *it == stage) {
                Some(place) => STEPS[1..=place].to_vec(),
                None if stage == "abandoned" => vec!["review", "abandoned"],
                None => Vec::new(),
            };
            for (version, to) in (1i64..).zip(steps) {
                let body: Judged<Transition> = body::judge(self.schemas, &transition::schema_name(&R::NOUN), json!({"to": to}))?;
                transition::transition::<R>(conn, &self.caller, &id, version, body)?;
            }
        }
        Ok(())
    }

    fn accounts(&self, conn: &mut Conn, slug: &str, password_hash: &str) -> Result<(), Problem> {
        let now = self.caller.now;
        for role in Role::ALL {
            let name = format!("Demo {} ({slug})", role.as_str());
            let user = create_user(conn, now, &format!("{}@{slug}.example", role.as_str()), &name, Some(password_hash))?;
            let unit: Option<&AnyId> = if *role == Role::Coordinator { self.faculty.as_ref() } else { None };
            let person: Option<&AnyId> = if *role == Role::Member { self.keys.first("people") } else { None };
            add_membership(conn, now, &self.caller.institution, &Membership { id: &AnyId::new(), user: &user, role: *role, unit, person })?;
        }
        Ok(())
    }
}

/// The day that `+30d` means.
fn relative(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days: i64 = text.strip_suffix('d').filter(|it| it.starts_with(['+', '-']))?.parse().ok()?;
    today.checked_add_signed(chrono::TimeDelta::days(days))
}
