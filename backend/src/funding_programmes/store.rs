//! Every query names the institution first.

use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper};

use crate::auth::caller::Caller;
use crate::funding_programmes::model::{FundingProgramme, FundingProgrammeDraft, FundingProgrammeId};
use crate::platform::db::Conn;
use crate::platform::fold;
use crate::platform::id::AnyId;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::{Head, Pick};
use crate::schema::funding_programmes;

pub fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<FundingProgramme>, Problem> {
    let rows: Vec<(Head, FundingProgrammeDraft)> = funding_programmes::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select((
            (
                funding_programmes::id,
                funding_programmes::version,
                funding_programmes::created_at,
                funding_programmes::updated_at,
                funding_programmes::archived_at,
            ),
            FundingProgrammeDraft::as_select(),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(|(head, draft)| FundingProgramme { head, draft }).collect())
}

/// What the table holds beside the columns that are written as they are.
macro_rules! derived {
    ($draft:expr) => {{
        let keys = $draft.names.sort_keys();
        (
            funding_programmes::search.eq(search(&$draft)),
            funding_programmes::name_key.eq(keys.en),
            funding_programmes::name_key_uz.eq(keys.uz),
            funding_programmes::name_key_ru.eq(keys.ru),
            funding_programmes::name_key_tg.eq(keys.tg),
            funding_programmes::funder_key.eq($draft.funder.sort_keys().en),
        )
    }};
}

pub fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: FundingProgrammeDraft) -> Result<(), Problem> {
    let derived = derived!(draft);
    let own = (
        funding_programmes::institution_id.eq(caller.institution.clone()),
        funding_programmes::id.eq(id.clone()),
        funding_programmes::created_at.eq(caller.now),
        funding_programmes::updated_at.eq(caller.now),
    );
    diesel::insert_into(funding_programmes::table).values((own, derived, draft)).execute(conn)?;
    Ok(())
}

pub fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: FundingProgrammeDraft) -> Result<(), Problem> {
    let derived = derived!(draft);
    let row = funding_programmes::table.find((caller.institution.as_str(), id));
    diesel::update(row).set((derived, draft)).execute(conn)?;
    Ok(())
}

fn search(draft: &FundingProgrammeDraft) -> String {
    let (names, funder, code) = (draft.names.all(), draft.funder.all(), &draft.code);
    fold::searchable(names.iter().chain(&funder).map(String::as_str).chain(code.iter().map(Line::as_str)))
}

/// The programme of the institution that has this code.
pub fn holder_of_code(conn: &mut Conn, caller: &Caller, code: &Line<60>) -> Result<Option<FundingProgrammeId>, Problem> {
    Ok(funding_programmes::table
        .filter(funding_programmes::institution_id.eq(caller.institution.as_str()))
        .filter(funding_programmes::code.eq(code))
        .select(funding_programmes::id)
        .first(conn)
        .optional()?)
}
