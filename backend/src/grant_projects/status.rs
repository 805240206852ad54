//! The status of a project: how far people have brought it.

use chrono::NaiveDate;

use crate::record::AllowedTransition;

crate::words! {
    /// How far people have brought a project; moved by transitions.
    pub enum ProjectStatus {
        Idea = "idea",
        Preparing = "preparing",
        Submitted = "submitted",
        Awarded = "awarded",
        Running = "running",
        Closed = "closed",
        /// By the funder.
        Rejected = "rejected",
        /// By ourselves or the consortium.
        Withdrawn = "withdrawn",
    }
}

impl ProjectStatus {
    const fn next(self) -> &'static [Self] {
        match self {
            Self::Idea => &[Self::Preparing, Self::Withdrawn],
            Self::Preparing => &[Self::Submitted, Self::Withdrawn],
            Self::Submitted => &[Self::Awarded, Self::Rejected, Self::Withdrawn],
            Self::Awarded => &[Self::Running, Self::Withdrawn],
            Self::Running => &[Self::Closed],
            Self::Closed | Self::Rejected | Self::Withdrawn => &[],
        }
    }

    /// Where a project of this status and these dates can go, and what bars it.
    pub fn transitions(self, starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>) -> Vec<AllowedTransition> {
        let barred = |to: Self| match to {
            Self::Running => (starts_on.is_none() || ends_on.is_none()).then_some("dates_needed"),
            // A closed project without an end would count as running for ever.
            Self::Closed => ends_on.is_none().then_some("end_needed"),
            Self::Idea | Self::Preparing | Self::Submitted | Self::Awarded | Self::Rejected | Self::Withdrawn => None,
        };
        let allowed = |to: &Self| AllowedTransition { to: to.as_str(), allowed: barred(*to).is_none(), reason: barred(*to) };
        self.next().iter().map(allowed).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::ProjectStatus;

    #[test]
    fn the_main_road_leads_from_the_idea_to_the_close() {
        let road: Vec<_> = ProjectStatus::ALL[..5].iter().map(|it| it.next()[0]).collect();
        assert_eq!(road, ProjectStatus::ALL[1..6]);
    }

    #[test]
    fn what_is_closed_rejected_or_withdrawn_stays_so() {
        for end in [ProjectStatus::Closed, ProjectStatus::Rejected, ProjectStatus::Withdrawn] {
            assert!(end.transitions(None, None).is_empty());
        }
    }
}
