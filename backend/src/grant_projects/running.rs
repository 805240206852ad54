//! Does a project run on a day? The one home of the rule, in Rust and in SQL; a test holds the two equal.

use chrono::NaiveDate;

use crate::grant_projects::model::GrantProject;
use crate::grant_projects::status::ProjectStatus;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::filter::{Asked, yes_or_no};

impl GrantProject {
    /// Running, or closed since, and the day lies within its dates; a project without an end runs on.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        let columns = &self.content.columns;
        runs(self.status, columns.starts_on, columns.ends_on, day)
    }
}

fn runs(status: ProjectStatus, starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>, day: NaiveDate) -> bool {
    let under_way = match status {
        ProjectStatus::Running | ProjectStatus::Closed => true,
        ProjectStatus::Idea
        | ProjectStatus::Preparing
        | ProjectStatus::Submitted
        | ProjectStatus::Awarded
        | ProjectStatus::Rejected
        | ProjectStatus::Withdrawn => false,
    };
    under_way && starts_on.is_some_and(|it| it <= day) && ends_on.is_none_or(|it| day <= it)
}

/// The same rule as `runs_on`: a condition on the rows of `grant_projects`.
pub fn running_on(day: NaiveDate) -> Sql {
    Sql::new("grant_projects.status IN ('running', 'closed') AND grant_projects.starts_on <= ")
        .bind(Value::Day(day))
        .text(" AND (grant_projects.ends_on IS NULL OR grant_projects.ends_on >= ")
        .bind(Value::Day(day))
        .text(")")
}

/// The projects for which any of the words `true` and `false` answers whether they run.
pub fn is_running(words: &[Value], asked: Asked) -> Sql {
    yes_or_no(words, &running_on(asked.as_of))
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};
    use diesel::connection::SimpleConnection;
    use diesel::prelude::{Connection, SqliteConnection};
    use proptest::prelude::*;

    use super::{is_running, runs};
    use crate::grant_projects::status::ProjectStatus;
    use crate::platform::db::sql::{Sql, Value};
    use crate::platform::db::{self, Conn};
    use crate::platform::filter::Asked;

    fn counted(conn: &mut Conn, word: &str, as_of: NaiveDate) -> i64 {
        let condition = is_running(&[Value::Text(word.to_owned())], Asked { as_of, lead_days: 0 });
        db::count(conn, Sql::new("SELECT count(*) AS count FROM grant_projects WHERE ").then(condition)).unwrap()
    }
    fn day(offset: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 2, 27).unwrap() + Days::new(u64::try_from(offset).unwrap())
    }

    proptest! {
        #[test]
        fn the_database_and_the_program_agree_on_what_runs(
            status in prop::sample::select(ProjectStatus::ALL), starts in prop::option::of(1i64..6), length in prop::option::of(0i64..5),
        ) {
            let mut conn = Conn::Sqlite(SqliteConnection::establish(":memory:").unwrap());
            conn.batch_execute("CREATE TABLE grant_projects (status TEXT NOT NULL, starts_on DATE, ends_on DATE)").unwrap();
            let (starts_on, ends_on) = (starts.map(day), length.map(|it| day(starts.unwrap_or(1) + it)));
            let value = |it: Option<NaiveDate>| it.map_or_else(|| Sql::new("NULL"), |it| Sql::default().bind(Value::Day(it)));
            let row = Sql::new("INSERT INTO grant_projects VALUES (").bind_text(status.as_str());
            row.text(", ").then(value(starts_on)).text(", ").then(value(ends_on)).text(")").execute(&mut conn).unwrap();
            // From a day before every start to a day after every end.
            for it in (0..12).map(day) {
                let expected = runs(status, starts_on, ends_on, it);
                prop_assert_eq!(counted(&mut conn, "true", it) == 1, expected);
                prop_assert_eq!(counted(&mut conn, "false", it) == 1, !expected);
            }
        }
    }
}
