//! What the projects of a day are worth, by currency.

use chrono::NaiveDate;
use diesel::prelude::QueryableByName;
use diesel::sql_types::{BigInt, Nullable, Text};
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::grant_projects::model::GrantProject;
use crate::grant_projects::running::running_on;
use crate::platform::db::Conn;
use crate::platform::db::sql::Sql;
use crate::platform::money::{Currency, Money};
use crate::platform::problem::Problem;
use crate::record::reach;

/// The sums of one currency; nothing is converted.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GrantProjectTotal {
    pub currency: Currency,
    /// Of the projects whose whole budget is in this currency.
    pub total_budget: Money,
    /// Of the projects whose share of ours is in this currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub our_share: Option<Money>,
    /// How many projects have a budget or a share of ours in this currency.
    #[schema(minimum = 1)]
    pub projects: i64,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    currency: Currency,
    #[diesel(sql_type = BigInt)]
    total: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    share: Option<i64>,
    #[diesel(sql_type = BigInt)]
    projects: i64,
}

/// Of the projects that the caller reaches and that run on the day, in the order of the currencies.
pub fn totals(conn: &mut Conn, caller: &Caller, as_of: NaiveDate) -> Result<Vec<GrantProjectTotal>, Problem> {
    let running = || reach::<GrantProject>(caller).and(running_on(as_of)).text(" AND grant_projects.archived_at IS NULL");
    // A sum of BIGINT is NUMERIC on PostgreSQL: cast, it is a whole number on both databases and never a double.
    let rows: Vec<Row> = Sql::new(
        "SELECT s.currency AS currency, CAST(COALESCE(SUM(s.total), 0) AS BIGINT) AS total, CAST(SUM(s.share) AS BIGINT) AS share, COUNT(DISTINCT s.id) AS projects FROM (SELECT id, total_currency AS currency, total_budget AS total, CAST(NULL AS BIGINT) AS share FROM grant_projects WHERE ",
    )
    .then(running())
    .text(" AND total_budget IS NOT NULL UNION ALL SELECT id, our_currency, CAST(NULL AS BIGINT), our_share FROM grant_projects WHERE ")
    .then(running())
    .text(" AND our_share IS NOT NULL) AS s GROUP BY s.currency ORDER BY s.currency")
    .load(conn)?;
    let total = |Row { currency, total, share, projects }: Row| GrantProjectTotal {
        currency,
        total_budget: Money::new(total, currency),
        our_share: share.map(|it| Money::new(it, currency)),
        projects,
    };
    Ok(rows.into_iter().map(total).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use diesel::connection::SimpleConnection;
    use diesel::prelude::{Connection, SqliteConnection};
    use proptest::prelude::*;

    use super::totals;
    use crate::auth::caller::Caller;
    use crate::platform::clock::Instant;
    use crate::platform::db::Conn;
    use crate::platform::db::sql::{Sql, Value};
    use crate::platform::id::InstitutionId;
    use crate::platform::period::parse_day;

    const TABLE: &str = "CREATE TABLE grant_projects (institution_id TEXT, id INTEGER PRIMARY KEY, archived_at TIMESTAMP,
        status TEXT, starts_on DATE, ends_on DATE, unit_id TEXT, total_budget BIGINT, total_currency TEXT, our_share BIGINT, our_currency TEXT)";

    fn sum() -> impl Strategy<Value = (i64, &'static str)> {
        (0i64..=1_000_000_000_000_000, prop::sample::select(vec!["EUR", "JPY", "KWD", "USD", "UZS"]))
    }

    proptest! {
        #[test]
        fn sums_in_the_database_are_exact(projects in prop::collection::vec((sum(), prop::option::of(sum())), 0..60)) {
            let institution = InstitutionId::new();
            let mut conn = Conn::Sqlite(SqliteConnection::establish(":memory:").unwrap());
            conn.batch_execute(TABLE).unwrap();
            let (mut budgets, mut shares) = (BTreeMap::<_, i64>::new(), BTreeMap::<_, i64>::new());
            for ((total, currency), share) in &projects {
                *budgets.entry(*currency).or_default() += total;
                let row = Sql::new("INSERT INTO grant_projects (institution_id, status, starts_on, total_budget, total_currency, our_share, our_currency) VALUES (")
                    .bind_text(institution.to_string())
                    .text(", 'running', '2026-01-01', ")
                    .bind(Value::Integer(*total))
                    .text(", ")
                    .bind_text(*currency);
                let row = match share {
                    None => row.text(", NULL, NULL)"),
                    Some((share, currency)) => {
                        *shares.entry(*currency).or_default() += share;
                        row.text(", ").bind(Value::Integer(*share)).text(", ").bind_text(*currency).text(")")
                    }
                };
                row.execute(&mut conn).unwrap();
            }
            let today = parse_day("2026-11-22").unwrap();
            let caller = Caller::system(institution, Instant::parse("2026-11-22T08:00:00Z").unwrap(), today);
            let found = totals(&mut conn, &caller, today).unwrap();
            prop_assert!(found.is_sorted_by_key(|it| it.currency.code()));
            for it in &found {
                prop_assert_eq!(it.total_budget.minor(), budgets.remove(it.currency.code()).unwrap_or_default());
                prop_assert_eq!(it.our_share.map(|it| it.minor()), shares.remove(it.currency.code()));
            }
            prop_assert!(budgets.is_empty() && shares.is_empty());
        }
    }
}
