//! The status of an exchange: how far it has come.

use crate::record::AllowedTransition;

crate::words! {
    /// How far an exchange has come; moved by transitions.
    pub enum ExchangeStatus {
        Applied = "applied",
        /// By the home institution.
        Nominated = "nominated",
        /// By the host institution.
        Accepted = "accepted",
        Arrived = "arrived",
        Completed = "completed",
        /// The home institution has recognised what was achieved.
        Recognised = "recognised",
        Rejected = "rejected",
        /// By the student, before arrival.
        Withdrawn = "withdrawn",
        /// By either institution, or broken off.
        Cancelled = "cancelled",
    }
}

impl ExchangeStatus {
    const fn next(self) -> &'static [Self] {
        match self {
            Self::Applied => &[Self::Nominated, Self::Rejected, Self::Withdrawn],
            Self::Nominated => &[Self::Accepted, Self::Rejected, Self::Withdrawn],
            Self::Accepted => &[Self::Arrived, Self::Withdrawn, Self::Cancelled],
            Self::Arrived => &[Self::Completed, Self::Cancelled],
            Self::Completed => &[Self::Recognised],
            Self::Recognised | Self::Rejected | Self::Withdrawn | Self::Cancelled => &[],
        }
    }

    /// Where an exchange of this status can go; nothing bars the way.
    pub fn transitions(self) -> Vec<AllowedTransition> {
        self.next().iter().map(|to| AllowedTransition { to: to.as_str(), allowed: true, reason: None }).collect()
    }

    /// Which real dates an exchange of this status has.
    pub const fn real_dates(self) -> RealDates {
        match self {
            Self::Applied | Self::Nominated | Self::Accepted | Self::Rejected | Self::Withdrawn => RealDates::None,
            Self::Arrived => RealDates::Arrival,
            Self::Completed | Self::Recognised => RealDates::Both,
            Self::Cancelled => RealDates::Any,
        }
    }
}

/// The real dates that go with a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RealDates {
    /// The student has not come.
    None,
    /// The student has come and not left.
    Arrival,
    Both,
    /// It may have been broken off before arrival or after.
    Any,
}

#[cfg(test)]
mod tests {
    use super::ExchangeStatus;

    #[test]
    fn the_main_road_leads_from_the_application_to_recognition() {
        let road: Vec<_> = ExchangeStatus::ALL[..5].iter().map(|it| it.next()[0]).collect();
        assert_eq!(road, ExchangeStatus::ALL[1..6]);
    }

    #[test]
    fn who_has_arrived_cannot_withdraw_and_who_has_completed_cannot_be_cancelled() {
        assert!(!ExchangeStatus::Arrived.next().contains(&ExchangeStatus::Withdrawn));
        assert_eq!(ExchangeStatus::Completed.next(), [ExchangeStatus::Recognised]);
    }
}
