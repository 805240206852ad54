//! Every query names the institution first.

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper};

use crate::auth::caller::Caller;
use crate::exchange_students::model::{ExchangeStudent, ExchangeStudentColumns, ExchangeStudentContent, ExchangeStudentDraft};
use crate::exchange_students::status::ExchangeStatus;
use crate::partners::model::PartnerId;
use crate::platform::db::Conn;
use crate::platform::fold;
use crate::platform::id::AnyId;
use crate::platform::money::{Currency, Money};
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::{Head, Pick};
use crate::schema::{exchange_students, instrument_parties, people};

pub fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<ExchangeStudent>, Problem> {
    type More = (ExchangeStatus, Option<i64>, Option<Currency>);
    let rows: Vec<(Head, ExchangeStudentColumns, More)> = exchange_students::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select((
            (
                exchange_students::id,
                exchange_students::version,
                exchange_students::created_at,
                exchange_students::updated_at,
                exchange_students::archived_at,
            ),
            ExchangeStudentColumns::as_select(),
            (exchange_students::status, exchange_students::grant_amount, exchange_students::grant_currency),
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(head, columns, (status, amount, currency))| {
            let grant = amount.zip(currency).map(|(minor, currency)| Money::new(minor, currency));
            let content = ExchangeStudentContent { columns, grant };
            ExchangeStudent { head, content, status, allowed_transitions: status.transitions() }
        })
        .collect())
}

/// What the table holds beside the columns that are written as they are.
macro_rules! derived {
    ($content:expr, $person_key:expr) => {
        (
            exchange_students::search.eq(search(&$content.columns)),
            exchange_students::person_key.eq($person_key),
            exchange_students::grant_amount.eq($content.grant.map(Money::minor)),
            exchange_students::grant_currency.eq($content.grant.map(Money::currency)),
        )
    };
}

pub fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: ExchangeStudentDraft) -> Result<(), Problem> {
    let ExchangeStudentDraft { content, status } = draft;
    let person_key = person_key(conn, caller, &content.columns)?;
    let derived = derived!(content, person_key);
    let own = (
        exchange_students::institution_id.eq(caller.institution.clone()),
        exchange_students::id.eq(id.clone()),
        exchange_students::created_at.eq(caller.now),
        exchange_students::updated_at.eq(caller.now),
        exchange_students::status.eq(status.unwrap_or(ExchangeStatus::Applied)),
    );
    diesel::insert_into(exchange_students::table).values((own, derived, content.columns)).execute(conn)?;
    Ok(())
}

/// The status stays; `set_status` moves it.
pub fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, content: ExchangeStudentContent) -> Result<(), Problem> {
    let person_key = person_key(conn, caller, &content.columns)?;
    let derived = derived!(content, person_key);
    let row = exchange_students::table.find((caller.institution.as_str(), id));
    diesel::update(row).set((derived, content.columns)).execute(conn)?;
    Ok(())
}

pub fn set_status(
    conn: &mut Conn,
    caller: &Caller,
    id: &AnyId,
    status: ExchangeStatus,
    actual_from: Option<NaiveDate>,
    actual_to: Option<NaiveDate>,
) -> Result<(), Problem> {
    let row = exchange_students::table.find((caller.institution.as_str(), id));
    let set =
        (exchange_students::status.eq(status), exchange_students::actual_from.eq(actual_from), exchange_students::actual_to.eq(actual_to));
    diesel::update(row).set(set).execute(conn)?;
    Ok(())
}

/// What lists are sorted by: the person's name, which `people` keeps up with later changes.
fn person_key(conn: &mut Conn, caller: &Caller, columns: &ExchangeStudentColumns) -> Result<String, Problem> {
    let row = people::table.find((caller.institution.as_str(), &columns.person_id));
    let name: Line<200> = row.select(people::name).first(conn)?;
    Ok(fold::key(name.as_str()))
}

fn search(columns: &ExchangeStudentColumns) -> String {
    let tags = columns.tags.get();
    fold::searchable(tags.iter().map(Line::as_str))
}

/// Is the partner a party of the agreement?
pub fn is_party(conn: &mut Conn, caller: &Caller, agreement: &AnyId, partner: &PartnerId) -> Result<bool, Problem> {
    let found: Option<AnyId> = instrument_parties::table
        .filter(instrument_parties::institution_id.eq(caller.institution.as_str()))
        .filter(instrument_parties::instrument_id.eq(agreement))
        .filter(instrument_parties::partner_id.eq(partner))
        .select(instrument_parties::instrument_id)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}
