//! Every query names the institution first.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper};
use serde_json::json;

use crate::auth::caller::Caller;
use crate::instruments::model::{AgreementKind, Instrument, InstrumentColumns, InstrumentDraft, Party, Signatory, Sort};
use crate::instruments::stage::Stage;
use crate::instruments::term::Renewal;
use crate::partners::model::PartnerId;
use crate::platform::db::sql::Sql;
use crate::platform::db::{self, Conn};
use crate::platform::fold;
use crate::platform::id::AnyId;
use crate::platform::journal::{self, Action};
use crate::platform::json::Json;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::write::{clear_children, enter_in_journal, step};
use crate::record::{Head, Pick};
use crate::schema::{instrument_parties, instruments};

/// One row with its parties; the kind is an agreement's.
pub type Found = (Head, Option<AgreementKind>, Instrument);

pub fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Found>, Problem> {
    type More = (Option<AgreementKind>, Stage, Option<NaiveDate>, Option<i32>, Option<i32>, Option<NaiveDate>);
    let rows: Vec<(Head, InstrumentColumns, More)> = instruments::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select((
            (instruments::id, instruments::version, instruments::created_at, instruments::updated_at, instruments::archived_at),
            InstrumentColumns::as_select(),
            (
                instruments::kind,
                instruments::stage,
                instruments::superseded_on,
                instruments::renewal_months,
                instruments::renewal_notice_days,
                instruments::notice_given_on,
            ),
        ))
        .load(conn)?;
    let ids: Vec<AnyId> = rows.iter().map(|it| it.0.id.clone()).collect();
    let mut parties = parties(conn, pick.caller, &ids)?;
    Ok(rows
        .into_iter()
        .map(|(head, columns, (kind, stage, superseded_on, months, notice_days, notice_given_on))| {
            let renewal = months.map(|months| Renewal { months, notice_days: notice_days.unwrap_or_default(), notice_given_on });
            let parties = parties.remove(&head.id).unwrap_or_default();
            let draft = InstrumentDraft { columns, renewal, parties };
            (head, kind, Instrument::on(pick.as_of, pick.caller.lead_days, draft, stage, superseded_on))
        })
        .collect())
}

fn parties(conn: &mut Conn, caller: &Caller, ids: &[AnyId]) -> Result<HashMap<AnyId, Vec<Party>>, Problem> {
    let rows: Vec<(AnyId, PartnerId, Option<NaiveDate>, Json<Vec<Signatory>>)> = instrument_parties::table
        .filter(instrument_parties::institution_id.eq(caller.institution.as_str()))
        .filter(instrument_parties::instrument_id.eq_any(ids))
        .order((instrument_parties::instrument_id, instrument_parties::position))
        .select((
            instrument_parties::instrument_id,
            instrument_parties::partner_id,
            instrument_parties::signed_on,
            instrument_parties::signatories,
        ))
        .load(conn)?;
    let mut of: HashMap<AnyId, Vec<Party>> = HashMap::new();
    for (id, partner_id, signed_on, signatories) in rows {
        of.entry(id).or_default().push(Party { partner_id, signed_on, signatories });
    }
    Ok(of)
}

/// What the table holds beside the columns that are written as they are.
macro_rules! derived {
    ($draft:expr, $kind:expr) => {{
        let keys = $draft.columns.title.sort_keys();
        (
            instruments::search.eq(search(&$draft)),
            instruments::title_key.eq(keys.en),
            instruments::title_key_uz.eq(keys.uz),
            instruments::title_key_ru.eq(keys.ru),
            instruments::title_key_tg.eq(keys.tg),
            instruments::kind.eq($kind),
            instruments::renewal_months.eq($draft.renewal.map(|it| it.months)),
            instruments::renewal_notice_days.eq($draft.renewal.map(|it| it.notice_days)),
            instruments::notice_given_on.eq($draft.renewal.and_then(|it| it.notice_given_on)),
            instruments::last_on.eq($draft.term(None).last_on()),
        )
    }};
}

pub fn insert(
    conn: &mut Conn,
    caller: &Caller,
    id: &AnyId,
    sort: Sort,
    kind: Option<AgreementKind>,
    draft: InstrumentDraft,
) -> Result<(), Problem> {
    // An instrument that comes with its day of signing is signed already.
    let stage = if draft.columns.signed_on.is_some() { Stage::Signed } else { Stage::Draft };
    let derived = derived!(draft, kind);
    let InstrumentDraft { columns, parties, .. } = draft;
    let predecessor = columns.predecessor_id.clone();
    let own = (
        instruments::institution_id.eq(caller.institution.clone()),
        instruments::id.eq(id.clone()),
        instruments::created_at.eq(caller.now),
        instruments::updated_at.eq(caller.now),
        instruments::instrument.eq(sort),
        instruments::stage.eq(stage),
    );
    diesel::insert_into(instruments::table).values((own, derived, columns)).execute(conn)?;
    insert_parties(conn, caller, id, parties)?;
    supersede(conn, caller, predecessor.as_ref())
}

pub fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, kind: Option<AgreementKind>, draft: InstrumentDraft) -> Result<(), Problem> {
    let old: Option<AnyId> = instruments::table.find((caller.institution.as_str(), id)).select(instruments::predecessor_id).first(conn)?;
    let derived = derived!(draft, kind);
    let InstrumentDraft { columns, parties, .. } = draft;
    let new = columns.predecessor_id.clone();
    diesel::update(instruments::table.find((caller.institution.as_str(), id))).set((derived, columns)).execute(conn)?;
    clear_children(conn, "instrument_parties", "instrument_id", caller, id)?;
    insert_parties(conn, caller, id, parties)?;
    supersede(conn, caller, old.as_ref())?;
    supersede(conn, caller, new.as_ref())
}

fn insert_parties(conn: &mut Conn, caller: &Caller, id: &AnyId, parties: Vec<Party>) -> Result<(), Problem> {
    for (position, Party { partner_id, signed_on, signatories }) in (0i32..).zip(parties) {
        let row = (
            instrument_parties::institution_id.eq(caller.institution.as_str()),
            instrument_parties::instrument_id.eq(id),
            instrument_parties::position.eq(position),
            instrument_parties::partner_id.eq(partner_id),
            instrument_parties::signed_on.eq(signed_on),
            instrument_parties::signatories.eq(signatories),
        );
        diesel::insert_into(instrument_parties::table).values(row).execute(conn)?;
    }
    Ok(())
}

fn search(draft: &InstrumentDraft) -> String {
    let (title, areas, number) = (draft.columns.title.all(), draft.columns.areas.get(), &draft.columns.number);
    fold::searchable(title.iter().map(String::as_str).chain(areas.iter().map(Line::as_str)).chain(number.iter().map(Line::as_str)))
}

/// The day that the first signed successor begins is when an instrument is superseded: a change of its own, in a new
/// version and in the journal, for those who follow it.
pub fn supersede(conn: &mut Conn, caller: &Caller, predecessor: Option<&AnyId>) -> Result<(), Problem> {
    let Some(predecessor) = predecessor else { return Ok(()) };
    let row = instruments::table.find((caller.institution.as_str(), predecessor));
    let (sort, version, old): (Sort, i64, Option<NaiveDate>) =
        row.select((instruments::instrument, instruments::version, instruments::superseded_on)).first(conn)?;
    let new: Option<NaiveDate> = instruments::table
        .filter(instruments::institution_id.eq(caller.institution.as_str()))
        .filter(instruments::predecessor_id.eq(predecessor))
        .filter(instruments::stage.eq(Stage::Signed))
        .filter(instruments::archived_at.is_null())
        .select(diesel::dsl::min(instruments::starts_on))
        .first(conn)?;
    if new == old {
        return Ok(());
    }
    diesel::update(row).set(instruments::superseded_on.eq(new)).execute(conn)?;
    step(conn, caller, "instruments", predecessor)?;
    let changes = journal::difference(&json!({"superseded_on": old}), &json!({"superseded_on": new}));
    enter_in_journal(conn, caller, sort.as_str(), predecessor, version + 1, Action::Updated, None, changes)
}

pub fn set_stage(conn: &mut Conn, caller: &Caller, id: &AnyId, stage: Stage, signed_on: Option<NaiveDate>) -> Result<(), Problem> {
    let row = instruments::table.find((caller.institution.as_str(), id));
    diesel::update(row).set((instruments::stage.eq(stage), instruments::signed_on.eq(signed_on))).execute(conn)?;
    let predecessor: Option<AnyId> = row.select(instruments::predecessor_id).first(conn)?;
    supersede(conn, caller, predecessor.as_ref())
}

pub fn number_is_taken(conn: &mut Conn, caller: &Caller, number: &Line<60>, own: Option<&AnyId>) -> Result<bool, Problem> {
    let holder: Option<AnyId> = instruments::table
        .filter(instruments::institution_id.eq(caller.institution.as_str()))
        .filter(instruments::number.eq(number))
        .select(instruments::id)
        .first(conn)
        .optional()?;
    Ok(holder.is_some_and(|it| own != Some(&it)))
}

/// Does the caller reach such an instrument, not archived? An agreement may follow a memorandum: either sort will do.
pub fn exists(conn: &mut Conn, caller: &Caller, id: &AnyId) -> Result<bool, Problem> {
    let query = Sql::new("SELECT count(*) AS count FROM instruments WHERE institution_id = ")
        .bind_text(caller.institution.to_string())
        .text(" AND id = ")
        .bind_text(id.to_string())
        .text(" AND archived_at IS NULL");
    let visible = caller.scope.of_unit("unit_id", true);
    let query = if visible.is_empty() { query } else { query.text(" AND ").then(visible) };
    Ok(0 < db::count(conn, query)?)
}

/// Does the chain of predecessors and amended instruments from here come to `target`?
pub fn leads_back(conn: &mut Conn, caller: &Caller, from: &AnyId, target: &AnyId) -> Result<bool, Problem> {
    const LONGEST: usize = 100;
    let mut ahead = vec![from.clone()];
    for _ in 0..LONGEST {
        let Some(id) = ahead.pop() else { return Ok(false) };
        if id == *target {
            return Ok(true);
        }
        let links: Option<(Option<AnyId>, Option<AnyId>)> = instruments::table
            .find((caller.institution.as_str(), &id))
            .select((instruments::predecessor_id, instruments::amends_id))
            .first(conn)
            .optional()?;
        let (predecessor, amended) = links.unwrap_or_default();
        ahead.extend([predecessor, amended].into_iter().flatten());
    }
    Ok(true)
}
