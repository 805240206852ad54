use chrono::NaiveDate;
use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::code_lists::codes::LanguageTag;
use crate::instruments::stage::Stage;
use crate::instruments::term::{LegalStatus, Renewal, Term};
use crate::partners::model::PartnerId;
use crate::platform::id::AnyId;
use crate::platform::json::Json;
use crate::platform::names::Names;
use crate::platform::text::{Line, Prose};
use crate::record::AllowedTransition;
use crate::schema::instruments;

crate::words! {
    /// What an agreement binds its parties to.
    pub enum AgreementKind {
        /// Exchange of students or staff.
        Exchange = "exchange",
        JointDegree = "joint_degree",
        JointResearch = "joint_research",
        Service = "service",
        /// General cooperation, filled by later agreements.
        Framework = "framework",
        /// Erasmus+ inter-institutional agreement.
        InterInstitutional = "inter_institutional",
    }
}
crate::words! {
    /// Which of the two an instrument is.
    pub enum Sort {
        Agreement = "agreement",
        Memorandum = "memorandum",
    }
}
crate::words! {
    pub enum Visibility {
        /// Shown on the public portal once it is signed.
        Public = "public",
        Internal = "internal",
    }
}

/// What is read of an instrument of either sort.
#[derive(Debug, Serialize, ToSchema)]
pub struct Instrument {
    #[serde(flatten)]
    pub draft: InstrumentDraft,
    /// The work stage, moved by transitions.
    #[schema(inline)]
    pub stage: Stage,
    /// Derived for the day of `as_of`.
    #[schema(inline)]
    pub legal_status: LegalStatus,
    /// In force on that day, and over within the institution's lead time.
    pub expiring: bool,
    /// The end of the period that runs on that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period_ends_on: Option<NaiveDate>,
    /// The last day of all, renewals included; absent while no end is in sight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_on: Option<NaiveDate>,
    /// Until when notice would end the period that runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_due_on: Option<NaiveDate>,
    /// The day that a signed successor begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superseded_on: Option<NaiveDate>,
    #[schema(max_items = 10)]
    pub allowed_transitions: Vec<AllowedTransition>,
}

/// What is written of an instrument of either sort.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct InstrumentDraft {
    #[serde(flatten)]
    pub columns: InstrumentColumns,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renewal: Option<Renewal>,
    /// The other sides, at least one.
    #[schema(min_items = 1, max_items = 50)]
    pub parties: Vec<Party>,
}

/// What the table holds of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = instruments, treat_none_as_null = true)]
pub struct InstrumentColumns {
    /// The number in the institution's register; one instrument has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Line<60>>,
    pub title: Names,
    /// The unit that the instrument belongs to; none: the whole institution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_id: Option<AnyId>,
    #[serde(default = "internal")]
    #[schema(inline, default = "internal")]
    pub visibility: Visibility,
    /// The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
    /// only if the stage is `signed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    /// The place where it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Line<120>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// The last day of the first period; absent: without end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    /// The first day on which it was no longer in force because a side ended it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terminated_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub termination_reason: Option<Prose<1000>>,
    /// The instrument that this one renews.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub predecessor_id: Option<AnyId>,
    /// The instrument that this one amends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends_id: Option<AnyId>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub areas: Json<Vec<Line<80>>>,
    /// The languages of the text.
    #[serde(default)]
    #[schema(max_items = 10, value_type = Vec<LanguageTag>)]
    pub languages: Json<Vec<LanguageTag>>,
    #[serde(default)]
    #[schema(max_items = 10, value_type = Vec<Signatory>)]
    pub our_signatories: Json<Vec<Signatory>>,
    #[serde(default)]
    #[schema(max_items = 30, value_type = Vec<Line<80>>)]
    pub tags: Json<Vec<Line<80>>>,
}

const fn internal() -> Visibility {
    Visibility::Internal
}

/// Another side of an instrument.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Party {
    pub partner_id: PartnerId,
    /// The day this side signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    #[serde(default)]
    #[schema(max_items = 10, value_type = Vec<Signatory>)]
    pub signatories: Json<Vec<Signatory>>,
}

/// Who signs for a side.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Signatory {
    pub name: Line<200>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Names>,
}

impl InstrumentDraft {
    pub fn term(&self, superseded_on: Option<NaiveDate>) -> Term {
        let InstrumentColumns { signed_on, starts_on, ends_on, terminated_on, .. } = &self.columns;
        Term {
            signed_on: *signed_on,
            starts_on: *starts_on,
            ends_on: *ends_on,
            renewal: self.renewal,
            terminated_on: *terminated_on,
            superseded_on,
        }
    }
}

impl Instrument {
    /// Puts together what is stored and what follows from it for a day.
    pub fn on(day: NaiveDate, lead_days: i32, draft: InstrumentDraft, stage: Stage, superseded_on: Option<NaiveDate>) -> Self {
        let term = draft.term(superseded_on);
        Self {
            stage,
            legal_status: term.status_on(day),
            expiring: term.expires_within(day, lead_days),
            period_ends_on: term.period_ends_on(day),
            last_on: term.last_on(),
            notice_due_on: term.notice_due_on(day),
            superseded_on,
            allowed_transitions: stage.transitions(&draft),
            draft,
        }
    }
}
