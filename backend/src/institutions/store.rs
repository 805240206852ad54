//! Every query names the institution first.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};
use serde_json::Value;

use crate::auth::caller::Caller;
use crate::institutions::model::{Institution, InstitutionDraft, is_slug};
use crate::platform::body::Faults;
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::fold;
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::journal::{self, Action};
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::write::enter_in_journal;
use crate::record::{Head, Pick, Record, find};
use crate::schema::institutions;

pub fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Institution>, Problem> {
    let rows: Vec<(Head, String, bool, InstitutionDraft)> = institutions::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select((
            (institutions::id, institutions::version, institutions::created_at, institutions::updated_at, institutions::archived_at),
            institutions::slug,
            institutions::demo,
            InstitutionDraft::as_select(),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(|(head, slug, demo, draft)| Institution { head, slug, demo, draft }).collect())
}

/// Makes an institution and begins its journal; for the command line and the demo loader.
///
/// A slug of the wrong form is `validation_failed`, one that is taken is `duplicate`.
pub fn create_institution(
    conn: &mut Conn,
    now: Instant,
    slug: &str,
    demo: bool,
    draft: InstitutionDraft,
) -> Result<InstitutionId, Problem> {
    let institution = InstitutionId::new();
    let id = institution.untyped();
    let caller = Caller::system(institution.clone(), now, now.day_in(draft.time_zone.zone()));
    let mut faults = Faults::default();
    if !is_slug(slug) {
        faults.add("/slug", "wrong_form");
    }
    Institution::check(conn, &caller, &draft, None, &mut faults)?;
    faults.into_result()?;
    journal::lock(conn, &institution)?;
    let own = (
        institutions::institution_id.eq(&institution),
        institutions::id.eq(&id),
        institutions::created_at.eq(now),
        institutions::updated_at.eq(now),
        institutions::search.eq(search(&draft)),
        institutions::name_key.eq(draft.names.sort_keys().en),
        institutions::slug.eq(slug),
        institutions::demo.eq(demo),
    );
    diesel::insert_into(institutions::table).values((own, draft)).execute(conn)?;
    let made: Institution = find(conn, &caller, &id)?;
    let changes = journal::difference(&Value::Null, &serde_json::to_value(made.draft())?);
    enter_in_journal(conn, &caller, Institution::NOUN.one, &id, made.head.version, Action::Created, None, changes)?;
    Ok(institution)
}

pub fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: InstitutionDraft) -> Result<(), Problem> {
    let (search, name_key) = (search(&draft), draft.names.sort_keys().en);
    diesel::update(institutions::table.find((caller.institution.as_str(), id)))
        .set((draft, institutions::search.eq(search), institutions::name_key.eq(name_key)))
        .execute(conn)?;
    Ok(())
}

fn search(draft: &InstitutionDraft) -> String {
    let names = draft.names.all();
    let short_names = draft.short_names.as_ref().map(Names::all).unwrap_or_default();
    let city = draft.city.as_ref().map(Line::as_str);
    fold::searchable(names.iter().chain(&short_names).map(String::as_str).chain(city))
}
