//! The work stage of an instrument: how far people have brought it.

use chrono::NaiveDate;

use crate::auth::caller::Caller;
use crate::instruments::model::{Instrument, InstrumentDraft};
use crate::instruments::store;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::id::AnyId;
use crate::platform::journal::Changes;
use crate::platform::problem::Problem;
use crate::record::AllowedTransition;

crate::words! {
    /// How far people have brought an instrument.
    pub enum Stage {
        Draft = "draft",
        Review = "review",
        Negotiation = "negotiation",
        Signing = "signing",
        Signed = "signed",
        Abandoned = "abandoned",
    }
}

impl Stage {
    const fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Review, Self::Abandoned],
            Self::Review => &[Self::Negotiation, Self::Abandoned],
            Self::Negotiation => &[Self::Signing, Self::Abandoned],
            Self::Signing => &[Self::Signed, Self::Abandoned],
            Self::Signed | Self::Abandoned => &[],
        }
    }

    /// Where an instrument of this stage can go, and what bars it.
    pub fn transitions(self, draft: &InstrumentDraft) -> Vec<AllowedTransition> {
        let barred = |to: Self| (to == Self::Signed && draft.columns.starts_on.is_none()).then_some("start_needed");
        self.next().iter().map(|to| AllowedTransition { to: to.as_str(), allowed: barred(*to).is_none(), reason: barred(*to) }).collect()
    }
}

/// Brings an instrument to the stage; to sign it takes the day.
pub fn enter(conn: &mut Conn, caller: &Caller, id: &AnyId, to: &str, on: Option<NaiveDate>) -> Result<(), Problem> {
    let stage = Stage::parse(to).ok_or_else(|| Problem::internal("a transition to no stage"))?;
    let mut faults = Faults::default();
    let signed_on = match (stage, on) {
        (Stage::Signed, on) => Some(on.unwrap_or(caller.today)),
        (_, None) => None,
        (_, Some(_)) => {
            faults.about("/on", "only_when", "to = signed");
            None
        }
    };
    if signed_on.is_some_and(|it| caller.today < it) {
        faults.add("/on", "future_day");
    }
    faults.into_result()?;
    store::set_stage(conn, caller, id, stage, signed_on)
}

/// Brings an instrument back to the stage before a move.
pub fn leave(conn: &mut Conn, caller: &Caller, id: &AnyId, instrument: &Instrument, changes: &Changes) -> Result<(), Problem> {
    let stage = changes.before("stage")?.unwrap_or(instrument.stage);
    let signed_on = changes.before("signed_on")?.unwrap_or(instrument.draft.columns.signed_on);
    store::set_stage(conn, caller, id, stage, signed_on)
}

#[cfg(test)]
mod tests {
    use super::Stage;

    #[test]
    fn the_first_four_stages_lead_on_one_by_one_or_are_abandoned() {
        let path: Vec<_> = Stage::ALL[..4].iter().map(|it| it.next()[0]).collect();
        assert_eq!(path, [Stage::Review, Stage::Negotiation, Stage::Signing, Stage::Signed]);
        assert!(Stage::ALL[..4].iter().all(|it| it.next().contains(&Stage::Abandoned)));
    }
}
