//! The term of an instrument and its legal status on a day. The one home of both, in Rust and in SQL; a test
//! holds the two equal on every day around each border.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::db::sql::{Sql, Value};
use crate::platform::filter::{Asked, yes_or_no};
use crate::platform::period::months_later;

crate::words! {
    /// Where an instrument stands in law on a day.
    pub enum LegalStatus {
        NotSigned = "not_signed",
        /// Signed, and its term has not begun.
        Upcoming = "upcoming",
        InForce = "in_force",
        Expired = "expired",
        Terminated = "terminated",
        /// A signed successor has begun.
        Superseded = "superseded",
    }
}

/// Automatic prolongation: at its end the term goes on by `months`, again and again, unless notice was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Renewal {
    #[schema(minimum = 1, maximum = 600)]
    pub months: i32,
    /// How many days before the end of a period notice must have been given.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 3650, default = 0)]
    pub notice_days: i32,
    /// The day on which a side gave notice that it will not prolong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_given_on: Option<NaiveDate>,
}

/// The dates that decide.
#[derive(Clone, Copy, Debug, Default)]
pub struct Term {
    pub signed_on: Option<NaiveDate>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub renewal: Option<Renewal>,
    pub terminated_on: Option<NaiveDate>,
    pub superseded_on: Option<NaiveDate>,
}

impl Term {
    /// The last day, with every renewal that will come; none while there is no end to see.
    pub fn last_on(&self) -> Option<NaiveDate> {
        let Some(renewal) = self.renewal else { return self.ends_on };
        let notice = renewal.notice_given_on?;
        self.period_ends().find(|end| renewal.last_day_for_notice(*end).is_some_and(|last| notice <= last))
    }

    /// The end of the period that runs on the day.
    pub fn period_ends_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        let last = self.last_on();
        self.period_ends().find(|end| day <= *end || last == Some(*end))
    }

    /// The last day on which notice would end the period that runs on the day; none when nothing is to be prolonged.
    pub fn notice_due_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        let renewal = self.renewal.filter(|it| it.notice_given_on.is_none())?;
        renewal.last_day_for_notice(self.period_ends_on(day)?)
    }

    /// Each counted from the first end, so that a month of 30 days does not shorten those after it.
    fn period_ends(&self) -> impl Iterator<Item = NaiveDate> {
        const MOST: u32 = 10_000;
        let (first, renewal) = (self.ends_on, self.renewal);
        let months = renewal.and_then(|it| u32::try_from(it.months).ok()).filter(|it| 0 < *it);
        let count = if months.is_some() { MOST } else { 1 };
        (0..count).filter_map(move |period| Some(months_later(first?, period * months.unwrap_or_default())))
    }

    pub fn status_on(&self, day: NaiveDate) -> LegalStatus {
        let reached = |border: Option<NaiveDate>| border.is_some_and(|it| it <= day);
        if !reached(self.signed_on) {
            LegalStatus::NotSigned
        } else if reached(self.terminated_on) {
            LegalStatus::Terminated
        } else if reached(self.superseded_on) {
            LegalStatus::Superseded
        } else if self.last_on().is_some_and(|last| last < day) {
            LegalStatus::Expired
        } else if reached(self.starts_on) {
            LegalStatus::InForce
        } else {
            LegalStatus::Upcoming
        }
    }

    /// In force, and at its last end within the lead time.
    pub fn expires_within(&self, day: NaiveDate, lead_days: i32) -> bool {
        self.status_on(day) == LegalStatus::InForce && self.last_on().is_some_and(|last| last <= ahead(day, lead_days))
    }
}

impl Renewal {
    fn last_day_for_notice(&self, end: NaiveDate) -> Option<NaiveDate> {
        end.checked_sub_days(Days::new(u64::try_from(self.notice_days).ok()?))
    }
}

fn ahead(day: NaiveDate, days: i32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::try_from(days).unwrap_or_default())).unwrap_or(NaiveDate::MAX)
}

/// The instruments in any of these statuses on the day; the same rule as `status_on`, border by border.
pub fn has_status(words: &[Value], asked: Asked) -> Sql {
    let day = Value::Day(asked.as_of);
    let reached = |column: &'static str| Sql::new(column).text(" <= ").bind(day.clone());
    let ahead = |column: &'static str| Sql::new("(").text(column).text(" IS NULL OR ").text(column).text(" > ").bind(day.clone()).text(")");
    let over = || Sql::new("last_on < ").bind(day.clone());
    let lasting = || Sql::new("(last_on IS NULL OR last_on >= ").bind(day.clone()).text(")");
    let signed = || reached("signed_on");
    let live = || signed().and(ahead("terminated_on")).and(ahead("superseded_on")).and(lasting());
    let mut any = Sql::new("(1 = 0");
    for word in words {
        let Value::Text(word) = word else { continue };
        let condition = match LegalStatus::parse(word) {
            None => continue,
            Some(LegalStatus::NotSigned) => ahead("signed_on"),
            Some(LegalStatus::Terminated) => signed().and(reached("terminated_on")),
            Some(LegalStatus::Superseded) => signed().and(ahead("terminated_on")).and(reached("superseded_on")),
            Some(LegalStatus::Expired) => signed().and(ahead("terminated_on")).and(ahead("superseded_on")).and(over()),
            Some(LegalStatus::Upcoming) => live().and(ahead("starts_on")),
            Some(LegalStatus::InForce) => live().and(reached("starts_on")),
        };
        any = any.text(" OR (").then(condition).text(")");
    }
    any.text(")")
}

/// The same rule as `expires_within`.
pub fn is_expiring(words: &[Value], asked: Asked) -> Sql {
    let in_force = has_status(&[Value::Text(LegalStatus::InForce.as_str().to_owned())], asked);
    let soon = in_force.and(Sql::new("last_on <= ").bind(Value::Day(ahead(asked.as_of, asked.lead_days))));
    yes_or_no(words, &soon)
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    use super::{LegalStatus, Renewal, Term};
    use crate::platform::period::parse_day;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }
    fn five_years() -> Term {
        Term { signed_on: Some(day("2020-02-01")), starts_on: Some(day("2020-03-01")), ends_on: Some(day("2025-02-28")), ..Term::default() }
    }
    fn renewing(notice_given_on: Option<NaiveDate>) -> Term {
        Term { renewal: Some(Renewal { months: 12, notice_days: 90, notice_given_on }), ..five_years() }
    }

    #[test]
    fn the_status_turns_on_each_border() {
        for (on, status) in [
            ("2020-01-31", LegalStatus::NotSigned),
            ("2020-02-01", LegalStatus::Upcoming),
            ("2020-02-29", LegalStatus::Upcoming),
            ("2020-03-01", LegalStatus::InForce),
            ("2025-02-28", LegalStatus::InForce),
            ("2025-03-01", LegalStatus::Expired),
        ] {
            assert_eq!(five_years().status_on(day(on)), status, "{on}");
        }
    }

    #[test]
    fn automatic_renewal_prolongs_until_notice_was_given_in_time() {
        assert_eq!(renewing(None).last_on(), None);
        assert_eq!(renewing(None).status_on(day("2031-01-01")), LegalStatus::InForce);
        // 90 days before 28 February 2025 is 30 November 2024.
        assert_eq!(renewing(Some(day("2024-11-30"))).last_on(), Some(day("2025-02-28")));
        assert_eq!(renewing(Some(day("2024-12-01"))).last_on(), Some(day("2026-02-28")));
        assert_eq!(renewing(None).notice_due_on(day("2024-06-01")), Some(day("2024-11-30")));
        assert_eq!(renewing(None).period_ends_on(day("2025-03-01")), Some(day("2026-02-28")));
    }

    #[test]
    fn termination_outweighs_a_successor_and_a_successor_outweighs_the_end() {
        let ended = Term { superseded_on: Some(day("2025-03-01")), ..five_years() };
        assert_eq!(ended.status_on(day("2025-03-01")), LegalStatus::Superseded);
        let terminated = Term { terminated_on: Some(day("2024-01-01")), ..ended };
        assert_eq!(terminated.status_on(day("2023-12-31")), LegalStatus::InForce);
        assert_eq!(terminated.status_on(day("2025-03-01")), LegalStatus::Terminated);
    }

    #[test]
    fn it_expires_within_the_lead_time_and_not_before() {
        assert!(!five_years().expires_within(day("2024-11-29"), 90));
        assert!(five_years().expires_within(day("2024-11-30"), 90));
        assert!(five_years().expires_within(day("2025-02-28"), 90));
        assert!(!five_years().expires_within(day("2025-03-01"), 90));
        assert!(!renewing(None).expires_within(day("2025-02-28"), 90));
    }

    prop_compose! {
        fn terms()(
            signed in prop::option::of(0u64..400), start in 0u64..400, length in prop::option::of(0u64..800),
            renewal in prop::option::of((1i32..40, 0i32..200, prop::option::of(0u64..2000))),
            terminated in prop::option::of(0u64..1500), superseded in prop::option::of(0u64..1500),
        ) -> Term {
            let base = day("2020-01-01");
            let at = |days: u64| base + Days::new(days);
            Term {
                signed_on: signed.map(at),
                starts_on: Some(at(start)),
                ends_on: length.map(|it| at(start + it)),
                renewal: renewal.filter(|_| length.is_some()).map(|(months, notice_days, notice)| Renewal { months, notice_days, notice_given_on: notice.map(at) }),
                terminated_on: terminated.map(at),
                superseded_on: superseded.map(at),
            }
        }
    }

    proptest! {
        #[test]
        fn what_has_ended_never_comes_back(term in terms(), first in 0u64..2500, later in 0u64..2500) {
            let (one, other) = (day("2020-01-01") + Days::new(first.min(later)), day("2020-01-01") + Days::new(first.max(later)));
            let ended = |it| matches!(it, LegalStatus::Expired | LegalStatus::Terminated | LegalStatus::Superseded);
            if term.signed_on.is_some_and(|it| it <= one) && ended(term.status_on(one)) {
                prop_assert!(ended(term.status_on(other)));
            }
        }
        #[test]
        fn the_last_day_is_an_end_of_a_period_and_not_before_the_first(term in terms()) {
            if let (Some(last), Some(first)) = (term.last_on(), term.ends_on) {
                prop_assert!(first <= last);
                prop_assert_eq!(term.period_ends_on(last), Some(last));
            }
        }
    }
}
