//! Every query names the institution first.

use std::collections::HashMap;

use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper};

use crate::auth::caller::Caller;
use crate::partners::model::{
    CodeScheme, ExternalId, LookAlike, Partner, PartnerColumns, PartnerDraft, PartnerId, PartnerRanking, RankingSystem,
};
use crate::platform::db::Conn;
use crate::platform::fold;
use crate::platform::id::AnyId;
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::write::clear_children;
use crate::record::{Head, Pick};
use crate::schema::{partner_alikes, partner_external_ids, partner_rankings, partners};

pub fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Partner>, Problem> {
    let rows: Vec<(Head, PartnerColumns)> = partners::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select((
            (partners::id, partners::version, partners::created_at, partners::updated_at, partners::archived_at),
            PartnerColumns::as_select(),
        ))
        .load(conn)?;
    let ids: Vec<AnyId> = rows.iter().map(|it| it.0.id.clone()).collect();
    let mut codes = codes(conn, pick.caller, &ids)?;
    let mut rankings = rankings(conn, pick.caller, &ids)?;
    Ok(rows
        .into_iter()
        .map(|(head, columns)| {
            let external_ids = codes.remove(&head.id).unwrap_or_default();
            let rankings = rankings.remove(&head.id).unwrap_or_default();
            Partner { head, draft: PartnerDraft { columns, external_ids, rankings }, look_alikes: None }
        })
        .collect())
}

fn codes(conn: &mut Conn, caller: &Caller, ids: &[AnyId]) -> Result<HashMap<AnyId, Vec<ExternalId>>, Problem> {
    let rows: Vec<(AnyId, CodeScheme, Line<200>)> = partner_external_ids::table
        .filter(partner_external_ids::institution_id.eq(caller.institution.as_str()))
        .filter(partner_external_ids::partner_id.eq_any(ids))
        .order((partner_external_ids::partner_id, partner_external_ids::position))
        .select((partner_external_ids::partner_id, partner_external_ids::scheme, partner_external_ids::value))
        .load(conn)?;
    let mut of: HashMap<AnyId, Vec<ExternalId>> = HashMap::new();
    for (id, scheme, value) in rows {
        of.entry(id).or_default().push(ExternalId { scheme, value });
    }
    Ok(of)
}

fn rankings(conn: &mut Conn, caller: &Caller, ids: &[AnyId]) -> Result<HashMap<AnyId, Vec<PartnerRanking>>, Problem> {
    let rows: Vec<(AnyId, RankingSystem, i32, String)> = partner_rankings::table
        .filter(partner_rankings::institution_id.eq(caller.institution.as_str()))
        .filter(partner_rankings::partner_id.eq_any(ids))
        .order((partner_rankings::partner_id, partner_rankings::position))
        .select((partner_rankings::partner_id, partner_rankings::system, partner_rankings::year, partner_rankings::rank))
        .load(conn)?;
    let mut of: HashMap<AnyId, Vec<PartnerRanking>> = HashMap::new();
    for (id, system, year, rank) in rows {
        of.entry(id).or_default().push(PartnerRanking { system, year, rank });
    }
    Ok(of)
}

pub fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PartnerDraft) -> Result<(), Problem> {
    let (search, keys) = (search(&draft), draft.columns.names.sort_keys());
    let alikes = alikes(&draft.columns.names);
    let PartnerDraft { columns, external_ids, rankings } = draft;
    let children = Children { external_ids, rankings, alikes };
    let own = (
        partners::institution_id.eq(caller.institution.clone()),
        partners::id.eq(id.clone()),
        partners::created_at.eq(caller.now),
        partners::updated_at.eq(caller.now),
        partners::search.eq(search),
        partners::name_key.eq(keys.en),
        partners::name_key_uz.eq(keys.uz),
        partners::name_key_ru.eq(keys.ru),
        partners::name_key_tg.eq(keys.tg),
    );
    diesel::insert_into(partners::table).values((own, columns)).execute(conn)?;
    children.insert(conn, caller, id)
}

pub fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PartnerDraft) -> Result<(), Problem> {
    let (search, keys) = (search(&draft), draft.columns.names.sort_keys());
    let alikes = alikes(&draft.columns.names);
    let PartnerDraft { columns, external_ids, rankings } = draft;
    let children = Children { external_ids, rankings, alikes };
    diesel::update(partners::table.find((caller.institution.as_str(), id)))
        .set((
            columns,
            partners::search.eq(search),
            partners::name_key.eq(keys.en),
            partners::name_key_uz.eq(keys.uz),
            partners::name_key_ru.eq(keys.ru),
            partners::name_key_tg.eq(keys.tg),
        ))
        .execute(conn)?;
    for table in ["partner_external_ids", "partner_rankings", "partner_alikes"] {
        clear_children(conn, table, "partner_id", caller, id)?;
    }
    children.insert(conn, caller, id)
}

fn search(draft: &PartnerDraft) -> String {
    let columns = &draft.columns;
    let names = columns.names.all();
    let former: Vec<String> = columns.former_names.get().iter().flat_map(|it| it.names.all()).collect();
    let others = [columns.city.as_ref().map(Line::as_str), columns.website.as_deref()].into_iter().flatten();
    let codes = draft.external_ids.iter().map(|it| it.value.as_str());
    fold::searchable(names.iter().chain(&former).map(String::as_str).chain(others).chain(codes))
}

/// Rows of other tables that belong to a partner.
struct Children {
    external_ids: Vec<ExternalId>,
    rankings: Vec<PartnerRanking>,
    alikes: Vec<String>,
}

impl Children {
    fn insert(self, conn: &mut Conn, caller: &Caller, id: &AnyId) -> Result<(), Problem> {
        let institution = caller.institution.as_str();
        for (position, ExternalId { scheme, value }) in (0i32..).zip(self.external_ids) {
            let row = (
                partner_external_ids::institution_id.eq(institution),
                partner_external_ids::partner_id.eq(id),
                partner_external_ids::position.eq(position),
                partner_external_ids::scheme.eq(scheme),
                partner_external_ids::value.eq(value),
            );
            diesel::insert_into(partner_external_ids::table).values(row).execute(conn)?;
        }
        for (position, ranking) in (0i32..).zip(self.rankings) {
            let best = ranking.best();
            let PartnerRanking { system, year, rank } = ranking;
            let row = (
                partner_rankings::institution_id.eq(institution),
                partner_rankings::partner_id.eq(id),
                partner_rankings::position.eq(position),
                partner_rankings::system.eq(system),
                partner_rankings::year.eq(year),
                partner_rankings::rank.eq(rank),
                partner_rankings::best.eq(best),
            );
            diesel::insert_into(partner_rankings::table).values(row).execute(conn)?;
        }
        for (position, alike) in (0i32..).zip(self.alikes) {
            let row = (
                partner_alikes::institution_id.eq(institution),
                partner_alikes::partner_id.eq(id),
                partner_alikes::position.eq(position),
                partner_alikes::alike.eq(alike),
            );
            diesel::insert_into(partner_alikes::table).values(row).execute(conn)?;
        }
        Ok(())
    }
}

fn alikes(names: &Names) -> Vec<String> {
    let mut alikes: Vec<String> = names.all().iter().map(|it| fold::alike(it)).collect();
    alikes.sort_unstable();
    alikes.dedup();
    alikes
}

/// The partner of the institution that has this code.
pub fn holder_of_code(conn: &mut Conn, caller: &Caller, code: &ExternalId) -> Result<Option<PartnerId>, Problem> {
    Ok(partner_external_ids::table
        .filter(partner_external_ids::institution_id.eq(caller.institution.as_str()))
        .filter(partner_external_ids::scheme.eq(code.scheme))
        .filter(partner_external_ids::value.eq(&code.value))
        .select(partner_external_ids::partner_id)
        .first(conn)
        .optional()?)
}

/// Other partners that share a name with this one, folded and in any order of words.
pub fn look_alikes(conn: &mut Conn, caller: &Caller, partner: &Partner) -> Result<Vec<LookAlike>, Problem> {
    let rows: Vec<(PartnerId, Names)> = partner_alikes::table
        .inner_join(
            partners::table
                .on(partners::institution_id.eq(partner_alikes::institution_id).and(partners::id.eq(partner_alikes::partner_id))),
        )
        .filter(partner_alikes::institution_id.eq(caller.institution.as_str()))
        .filter(partner_alikes::alike.eq_any(alikes(&partner.draft.columns.names)))
        .filter(partners::id.ne(&partner.head.id))
        .order(partners::id)
        .select((partners::id, partners::names))
        .distinct()
        .limit(20)
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, names)| LookAlike { id, names }).collect())
}

/// What these partners are called, those of the institution.
pub fn names_of(conn: &mut Conn, caller: &Caller, ids: Vec<PartnerId>) -> Result<HashMap<PartnerId, Names>, Problem> {
    let rows: Vec<(PartnerId, Names)> = partners::table
        .filter(partners::institution_id.eq(caller.institution.as_str()))
        .filter(partners::id.eq_any(ids))
        .select((partners::id, partners::names))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}
