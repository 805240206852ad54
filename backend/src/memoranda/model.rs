use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::caller::{Caller, Scope};
use crate::auth::roles::{CoordinatorRight, OfficerRight, StaffRight};
use crate::institutions::units::Unit;
use crate::instruments::model::{Instrument, InstrumentDraft, Sort};
use crate::instruments::stage::Stage;
use crate::instruments::{fields, rules, stage, store};
use crate::partners::model::Partner;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::db::sql::Sql;
use crate::platform::filter::{Field, Place};
use crate::platform::id::AnyId;
use crate::platform::journal::Changes;
use crate::platform::problem::Problem;
use crate::record::archive::Dependent;
use crate::record::expand::Expansion;
use crate::record::export::Column;
use crate::record::{AllowedTransition, Head, Noun, Pick, Record, Staged};

/// A statement of intent with one or more partners.
#[derive(Serialize, ToSchema)]
pub struct Memorandum {
    #[serde(flatten)]
    pub head: Head,
    #[serde(flatten)]
    pub instrument: Instrument,
}

#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = MemorandumCreate, example = json!({
    "title": {"en": "Memorandum of understanding", "uz": "Anglashuv memorandumi"},
    "parties": [{"partner_id": "019ab000-0000-7000-8000-000000000001"}],
    "starts_on": "2026-09-01", "ends_on": "2031-08-31", "renewal": {"months": 60, "notice_days": 180},
    "languages": ["en", "uz"], "visibility": "public",
}))]
pub struct MemorandumDraft {
    #[serde(flatten)]
    pub instrument: InstrumentDraft,
}

impl Record for Memorandum {
    type Draft = MemorandumDraft;
    type Read = StaffRight;
    type Write = CoordinatorRight;
    type History = StaffRight;

    const NOUN: Noun = Noun {
        one: "memorandum",
        path: "memoranda",
        schema: "Memorandum",
        schemas: "Memoranda",
        table: "instruments",
        title: "memorandum",
        about: "Statements of intent with partners. `legal_status`, `expiring` and the days derived from the term are told for the day of `as_of`.",
    };
    const FIELDS: &'static [Field] = fields::FIELDS;
    const BASE: &'static str = "instruments.instrument = 'memorandum'";
    const SEARCH: &'static [Place] = fields::SEARCH;
    const AS_OF: bool = true;
    const COLUMNS: &'static [Column] = fields::COLUMNS;
    const EXPANSIONS: &'static [Expansion] = &[Expansion::of::<Partner>("parties.partner"), Expansion::of::<Unit>("unit")];
    const DEPENDENTS: &'static [Dependent] = fields::DEPENDENTS;

    fn head(&self) -> &Head {
        &self.head
    }
    fn draft(&self) -> MemorandumDraft {
        MemorandumDraft { instrument: self.instrument.draft.clone() }
    }
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem> {
        let found = store::load(conn, pick)?;
        Ok(found.into_iter().map(|(head, _, instrument)| Self { head, instrument }).collect())
    }
    fn check(conn: &mut Conn, caller: &Caller, draft: &MemorandumDraft, before: Option<&Self>, faults: &mut Faults) -> Result<(), Problem> {
        rules::check(conn, caller, &draft.instrument, before.map(|it| (&it.head.id, &it.instrument)), faults)
    }
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: MemorandumDraft) -> Result<(), Problem> {
        store::insert(conn, caller, id, Sort::Memorandum, None, draft.instrument)
    }
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: MemorandumDraft) -> Result<(), Problem> {
        store::update(conn, caller, id, None, draft.instrument)
    }
    fn visible(scope: &Scope) -> Sql {
        scope.of_unit("instruments.unit_id", true)
    }
    fn unit(draft: &MemorandumDraft) -> Option<AnyId> {
        draft.instrument.columns.unit_id.clone()
    }
    fn is_of_the_office(&self) -> bool {
        self.instrument.stage == Stage::Signed
    }
    fn archived(conn: &mut Conn, caller: &Caller, record: &Self) -> Result<(), Problem> {
        store::supersede(conn, caller, record.instrument.draft.columns.predecessor_id.as_ref())
    }
}

impl Staged for Memorandum {
    type Move = OfficerRight;
    const STATES: &'static [&'static str] = Stage::WORDS;

    fn transitions(&self) -> Vec<AllowedTransition> {
        self.instrument.allowed_transitions.clone()
    }
    fn enter(&self, conn: &mut Conn, caller: &Caller, to: &str, on: Option<NaiveDate>) -> Result<(), Problem> {
        stage::enter(conn, caller, &self.head.id, to, on)
    }
    fn leave(&self, conn: &mut Conn, caller: &Caller, changes: &Changes) -> Result<(), Problem> {
        stage::leave(conn, caller, &self.head.id, &self.instrument, changes)
    }
}
