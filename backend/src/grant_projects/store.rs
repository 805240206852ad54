//! Every query names the institution first.

use std::collections::HashMap;

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use crate::auth::caller::Caller;
use crate::grant_projects::model::{
    ConsortiumMember, GrantProject, GrantProjectColumns, GrantProjectContent, GrantProjectDraft, ProjectRole,
};
use crate::grant_projects::status::ProjectStatus;
use crate::partners::model::PartnerId;
use crate::platform::db::Conn;
use crate::platform::fold;
use crate::platform::id::AnyId;
use crate::platform::money::{Currency, Money};
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::write::clear_children;
use crate::record::{Head, Pick};
use crate::schema::{grant_project_partners, grant_projects};

pub fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<GrantProject>, Problem> {
    type Sum = (Option<i64>, Option<Currency>);
    type Row = (Head, GrantProjectColumns, ProjectStatus, (Sum, Sum, Sum));
    let rows: Vec<Row> = grant_projects::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select((
            (
                grant_projects::id,
                grant_projects::version,
                grant_projects::created_at,
                grant_projects::updated_at,
                grant_projects::archived_at,
            ),
            GrantProjectColumns::as_select(),
            grant_projects::status,
            (
                (grant_projects::total_budget, grant_projects::total_currency),
                (grant_projects::our_share, grant_projects::our_currency),
                (grant_projects::co_funding, grant_projects::co_currency),
            ),
        ))
        .load(conn)?;
    let ids: Vec<AnyId> = rows.iter().map(|it| it.0.id.clone()).collect();
    let mut consortia = consortia(conn, pick.caller, &ids)?;
    let money = |(minor, currency): Sum| Some(Money::new(minor?, currency?));
    Ok(rows
        .into_iter()
        .map(|(head, columns, status, (total, share, co))| {
            let allowed_transitions = status.transitions(columns.starts_on, columns.ends_on);
            let consortium = consortia.remove(&head.id).unwrap_or_default();
            let (total_budget, our_share, co_funding) = (money(total), money(share), money(co));
            let content = GrantProjectContent { columns, total_budget, our_share, co_funding, consortium };
            let project = GrantProject { head, content, status, running: false, allowed_transitions };
            GrantProject { running: project.runs_on(pick.as_of), ..project }
        })
        .collect())
}

fn consortia(conn: &mut Conn, caller: &Caller, ids: &[AnyId]) -> Result<HashMap<AnyId, Vec<ConsortiumMember>>, Problem> {
    let rows: Vec<(AnyId, PartnerId, ProjectRole)> = grant_project_partners::table
        .filter(grant_project_partners::institution_id.eq(caller.institution.as_str()))
        .filter(grant_project_partners::project_id.eq_any(ids))
        .order((grant_project_partners::project_id, grant_project_partners::position))
        .select((grant_project_partners::project_id, grant_project_partners::partner_id, grant_project_partners::role))
        .load(conn)?;
    let mut of: HashMap<AnyId, Vec<ConsortiumMember>> = HashMap::new();
    for (id, partner_id, role) in rows {
        of.entry(id).or_default().push(ConsortiumMember { partner_id, role });
    }
    Ok(of)
}

/// What the table holds beside the columns that are written as they are.
macro_rules! derived {
    ($content:expr) => {{
        let keys = $content.columns.title.sort_keys();
        (
            grant_projects::search.eq(search(&$content)),
            grant_projects::title_key.eq(keys.en),
            grant_projects::title_key_uz.eq(keys.uz),
            grant_projects::title_key_ru.eq(keys.ru),
            grant_projects::title_key_tg.eq(keys.tg),
            grant_projects::acronym_key.eq($content.columns.acronym.as_ref().map(|it| fold::key(it.as_str()))),
            grant_projects::total_budget.eq($content.total_budget.map(Money::minor)),
            grant_projects::total_currency.eq($content.total_budget.map(Money::currency)),
            grant_projects::our_share.eq($content.our_share.map(Money::minor)),
            grant_projects::our_currency.eq($content.our_share.map(Money::currency)),
            grant_projects::co_funding.eq($content.co_funding.map(Money::minor)),
            grant_projects::co_currency.eq($content.co_funding.map(Money::currency)),
        )
    }};
}

pub fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: GrantProjectDraft) -> Result<(), Problem> {
    let GrantProjectDraft { content, status } = draft;
    let derived = derived!(content);
    let own = (
        grant_projects::institution_id.eq(caller.institution.clone()),
        grant_projects::id.eq(id.clone()),
        grant_projects::created_at.eq(caller.now),
        grant_projects::updated_at.eq(caller.now),
        grant_projects::status.eq(status.unwrap_or(ProjectStatus::Idea)),
    );
    diesel::insert_into(grant_projects::table).values((own, derived, content.columns)).execute(conn)?;
    insert_consortium(conn, caller, id, content.consortium)
}

/// The status stays; `set_status` moves it.
pub fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, content: GrantProjectContent) -> Result<(), Problem> {
    let derived = derived!(content);
    let row = grant_projects::table.find((caller.institution.as_str(), id));
    diesel::update(row).set((derived, content.columns)).execute(conn)?;
    clear_children(conn, "grant_project_partners", "project_id", caller, id)?;
    insert_consortium(conn, caller, id, content.consortium)
}

pub fn set_status(conn: &mut Conn, caller: &Caller, id: &AnyId, status: ProjectStatus) -> Result<(), Problem> {
    let row = grant_projects::table.find((caller.institution.as_str(), id));
    diesel::update(row).set(grant_projects::status.eq(status)).execute(conn)?;
    Ok(())
}

fn insert_consortium(conn: &mut Conn, caller: &Caller, id: &AnyId, consortium: Vec<ConsortiumMember>) -> Result<(), Problem> {
    for (position, ConsortiumMember { partner_id, role }) in (0i32..).zip(consortium) {
        let row = (
            grant_project_partners::institution_id.eq(caller.institution.as_str()),
            grant_project_partners::project_id.eq(id),
            grant_project_partners::position.eq(position),
            grant_project_partners::partner_id.eq(partner_id),
            grant_project_partners::role.eq(role),
        );
        diesel::insert_into(grant_project_partners::table).values(row).execute(conn)?;
    }
    Ok(())
}

fn search(content: &GrantProjectContent) -> String {
    let GrantProjectColumns { acronym, title, reference, call, areas, .. } = &content.columns;
    let (title, areas) = (title.all(), areas.get());
    let codes = acronym.iter().map(Line::as_str).chain(reference.iter().chain(call).map(Line::as_str));
    fold::searchable(title.iter().map(String::as_str).chain(areas.iter().map(Line::as_str)).chain(codes))
}
