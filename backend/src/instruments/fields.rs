//! What lists of instruments are filtered and sorted by, and have as tables.

use crate::code_lists::codes::{country_name, language_name};
use crate::instruments::model::Visibility;
use crate::instruments::stage::Stage;
use crate::instruments::term::{LegalStatus, has_status, is_expiring};
use crate::platform::filter::{Field, Place};
use crate::record::archive::Dependent;
use crate::record::export::Column;

const PARTY: &str = "EXISTS (SELECT 1 FROM instrument_parties p JOIN partners t ON t.institution_id = p.institution_id AND t.id = p.partner_id WHERE p.institution_id = instruments.institution_id AND p.instrument_id = instruments.id AND ";

pub const FIELDS: &[Field] = &[
    Field::folded("title", "title_key"),
    Field::folded("title.uz", "title_key_uz"),
    Field::folded("title.ru", "title_key_ru"),
    Field::folded("title.tg", "title_key_tg"),
    Field::text("number", "number").nullable().sorted(),
    Field::word("stage", "stage", Stage::WORDS),
    Field::derived("legal_status", LegalStatus::WORDS, has_status).about("The legal status on the day of `as_of`."),
    Field::derived("expiring", &["true", "false"], is_expiring).about("In force, and over within the lead time."),
    Field::word("visibility", "visibility", Visibility::WORDS),
    Field::day("signed_on", "signed_on").nullable().sorted(),
    Field::day("starts_on", "starts_on").nullable().sorted(),
    Field::day("ends_on", "ends_on").nullable().sorted(),
    Field::day("last_on", "last_on").nullable().sorted(),
    Field::day("terminated_on", "terminated_on").nullable(),
    Field::id("unit_id", "unit_id").nullable(),
    Field::id("predecessor_id", "predecessor_id").nullable(),
    Field::id("amends_id", "amends_id").nullable(),
    Field::id("partner_id", "p.partner_id").within(PARTY, ")").about("A party."),
    Field::text("country", "t.country").within(PARTY, ")").about("The country of a party."),
    Field::list_of_text("area", "areas").about("An area of cooperation."),
    Field::list_of_text("language", "languages").about("A language of the text."),
    Field::list_of_text("tag", "tags").about("A tag."),
];

/// Its own text, and the names of its parties as they are now.
pub const SEARCH: &[Place] = &[Place::Column("search"), Place::Within(PARTY, "t.search", ")")];

pub const COLUMNS: &[Column] = &[
    Column::new("number", "number"),
    Column::new("title", "title"),
    Column::new("partners", "parties.partner.names"),
    Column::code("countries", "parties.partner.country", country_name),
    Column::word("stage", "stage", "stage", Stage::WORDS),
    Column::word("legal_status", "legal_status", "legal_status", LegalStatus::WORDS),
    Column::new("signed_on", "signed_on"),
    Column::new("signed_at", "signed_at"),
    Column::new("starts_on", "starts_on"),
    Column::new("ends_on", "ends_on"),
    Column::new("last_on", "last_on"),
    Column::new("notice_due_on", "notice_due_on"),
    Column::new("unit", "unit.names"),
    Column::word("visibility", "visibility", "visibility", Visibility::WORDS),
    Column::new("areas", "areas"),
    Column::code("languages", "languages", language_name),
    Column::new("tags", "tags"),
    Column::new("id", "id"),
];

pub const DEPENDENTS: &[Dependent] = &[
    Dependent {
        name: "successors",
        rows: "instruments d WHERE d.archived_at IS NULL",
        institution: "d.institution_id",
        reference: "d.predecessor_id",
    },
    Dependent {
        name: "amendments",
        rows: "instruments d WHERE d.archived_at IS NULL",
        institution: "d.institution_id",
        reference: "d.amends_id",
    },
    Dependent {
        name: "exchange_students",
        rows: "exchange_students d WHERE d.archived_at IS NULL",
        institution: "d.institution_id",
        reference: "d.agreement_id",
    },
];
