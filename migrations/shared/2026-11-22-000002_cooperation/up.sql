CREATE TABLE partners (
    institution_id     TEXT      NOT NULL,
    id                 TEXT      NOT NULL,
    version            BIGINT    NOT NULL DEFAULT 1,
    created_at         TIMESTAMP NOT NULL,
    updated_at         TIMESTAMP NOT NULL,
    archived_at        TIMESTAMP,
    search             TEXT      NOT NULL,
    names              TEXT      NOT NULL,
    name_key           TEXT      NOT NULL,
    kind               TEXT      NOT NULL,
    country            TEXT      NOT NULL,
    city               TEXT,
    latitude           DOUBLE PRECISION,
    longitude          DOUBLE PRECISION,
    website            TEXT,
    stage              TEXT      NOT NULL,
    first_contact_on   DATE,
    closed_on          DATE,
    locally_accredited BOOLEAN   NOT NULL,
    merged_into_id     TEXT,
    former_names       TEXT      NOT NULL,
    contacts           TEXT      NOT NULL,
    areas              TEXT      NOT NULL,
    tags               TEXT      NOT NULL,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT partners_institution FOREIGN KEY (institution_id, institution_id) REFERENCES institutions (institution_id, id),
    CONSTRAINT partners_merged_into FOREIGN KEY (institution_id, merged_into_id) REFERENCES partners (institution_id, id),
    CONSTRAINT partners_closed CHECK ((stage = 'closed') = (closed_on IS NOT NULL))
);
CREATE INDEX partners_by_name ON partners (institution_id, name_key, id);
CREATE INDEX partners_by_country ON partners (institution_id, country, id);
CREATE INDEX partners_by_first_contact ON partners (institution_id, (first_contact_on IS NULL), first_contact_on, id);
CREATE INDEX partners_by_created ON partners (institution_id, created_at, id);
CREATE INDEX partners_by_updated ON partners (institution_id, updated_at, id);

CREATE TABLE partner_external_ids (
    institution_id TEXT    NOT NULL,
    partner_id     TEXT    NOT NULL,
    position       INTEGER NOT NULL,
    scheme         TEXT    NOT NULL,
    value          TEXT    NOT NULL,
    PRIMARY KEY (institution_id, partner_id, position),
    CONSTRAINT partner_external_ids_key UNIQUE (institution_id, scheme, value),
    CONSTRAINT partner_external_ids_partner FOREIGN KEY (institution_id, partner_id) REFERENCES partners (institution_id, id)
);

CREATE TABLE partner_rankings (
    institution_id TEXT    NOT NULL,
    partner_id     TEXT    NOT NULL,
    position       INTEGER NOT NULL,
    system         TEXT    NOT NULL,
    year           INTEGER NOT NULL,
    rank           TEXT    NOT NULL,
    -- The best place within a band: 801 for 801–850.
    best           INTEGER NOT NULL,
    PRIMARY KEY (institution_id, partner_id, position),
    CONSTRAINT partner_rankings_partner FOREIGN KEY (institution_id, partner_id) REFERENCES partners (institution_id, id)
);

-- Folded names in any word order: two partners that share one are likely the same.
CREATE TABLE partner_alikes (
    institution_id TEXT    NOT NULL,
    partner_id     TEXT    NOT NULL,
    position       INTEGER NOT NULL,
    alike          TEXT    NOT NULL,
    PRIMARY KEY (institution_id, partner_id, position),
    CONSTRAINT partner_alikes_partner FOREIGN KEY (institution_id, partner_id) REFERENCES partners (institution_id, id)
);
CREATE INDEX partner_alikes_by_alike ON partner_alikes (institution_id, alike);

-- Agreements and memoranda: two kinds of the same instrument.
CREATE TABLE instruments (
    institution_id     TEXT      NOT NULL,
    id                 TEXT      NOT NULL,
    version            BIGINT    NOT NULL DEFAULT 1,
    created_at         TIMESTAMP NOT NULL,
    updated_at         TIMESTAMP NOT NULL,
    archived_at        TIMESTAMP,
    search             TEXT      NOT NULL,
    instrument         TEXT      NOT NULL,
    kind               TEXT,
    number             TEXT,
    title              TEXT      NOT NULL,
    title_key          TEXT      NOT NULL,
    unit_id            TEXT,
    stage              TEXT      NOT NULL,
    visibility         TEXT      NOT NULL,
    signed_on          DATE,
    signed_at          TEXT,
    starts_on          DATE,
    ends_on            DATE,
    renewal_months     INTEGER,
    renewal_notice_days INTEGER,
    notice_given_on    DATE,
    -- The last day of the term with all renewals that will come; null while it is prolonged without end.
    last_on            DATE,
    terminated_on      DATE,
    termination_reason TEXT,
    predecessor_id     TEXT,
    -- The day a signed successor begins.
    superseded_on      DATE,
    amends_id          TEXT,
    areas              TEXT      NOT NULL,
    languages          TEXT      NOT NULL,
    our_signatories    TEXT      NOT NULL,
    tags               TEXT      NOT NULL,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT instruments_institution FOREIGN KEY (institution_id, institution_id) REFERENCES institutions (institution_id, id),
    CONSTRAINT instruments_unit FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id),
    CONSTRAINT instruments_predecessor FOREIGN KEY (institution_id, predecessor_id) REFERENCES instruments (institution_id, id),
    CONSTRAINT instruments_amends FOREIGN KEY (institution_id, amends_id) REFERENCES instruments (institution_id, id),
    CONSTRAINT instruments_signed CHECK ((stage = 'signed') = (signed_on IS NOT NULL)),
    CONSTRAINT instruments_starts CHECK (signed_on IS NULL OR starts_on IS NOT NULL),
    CONSTRAINT instruments_term CHECK (ends_on IS NULL OR starts_on <= ends_on),
    CONSTRAINT instruments_kind CHECK ((instrument = 'agreement') = (kind IS NOT NULL))
);
CREATE UNIQUE INDEX instruments_number_key ON instruments (institution_id, number) WHERE number IS NOT NULL;
CREATE INDEX instruments_by_title ON instruments (institution_id, instrument, title_key, id);
CREATE INDEX instruments_by_number ON instruments (institution_id, instrument, (number IS NULL), number, id);
CREATE INDEX instruments_by_signed ON instruments (institution_id, instrument, (signed_on IS NULL), signed_on, id);
CREATE INDEX instruments_by_start ON instruments (institution_id, instrument, (starts_on IS NULL), starts_on, id);
CREATE INDEX instruments_by_end ON instruments (institution_id, instrument, (ends_on IS NULL), ends_on, id);
CREATE INDEX instruments_by_last ON instruments (institution_id, instrument, (last_on IS NULL), last_on, id);
CREATE INDEX instruments_by_created ON instruments (institution_id, instrument, created_at, id);
CREATE INDEX instruments_by_updated ON instruments (institution_id, instrument, updated_at, id);
CREATE INDEX instruments_by_predecessor ON instruments (institution_id, predecessor_id);
CREATE INDEX instruments_by_amended ON instruments (institution_id, amends_id);
CREATE INDEX instruments_by_unit ON instruments (institution_id, unit_id);

CREATE TABLE instrument_parties (
    institution_id TEXT    NOT NULL,
    instrument_id  TEXT    NOT NULL,
    position       INTEGER NOT NULL,
    partner_id     TEXT    NOT NULL,
    signed_on      DATE,
    signatories    TEXT    NOT NULL,
    PRIMARY KEY (institution_id, instrument_id, position),
    CONSTRAINT instrument_parties_partner_key UNIQUE (institution_id, instrument_id, partner_id),
    CONSTRAINT instrument_parties_instrument FOREIGN KEY (institution_id, instrument_id) REFERENCES instruments (institution_id, id),
    CONSTRAINT instrument_parties_partner FOREIGN KEY (institution_id, partner_id) REFERENCES partners (institution_id, id)
);
CREATE INDEX instrument_parties_by_partner ON instrument_parties (institution_id, partner_id, instrument_id);

CREATE TABLE funding_programmes (
    institution_id TEXT      NOT NULL,
    id             TEXT      NOT NULL,
    version        BIGINT    NOT NULL DEFAULT 1,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    archived_at    TIMESTAMP,
    search         TEXT      NOT NULL,
    names          TEXT      NOT NULL,
    name_key       TEXT      NOT NULL,
    funder         TEXT      NOT NULL,
    funder_key     TEXT      NOT NULL,
    code           TEXT,
    kind           TEXT      NOT NULL,
    website        TEXT,
    tags           TEXT      NOT NULL,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT funding_programmes_institution FOREIGN KEY (institution_id, institution_id) REFERENCES institutions (institution_id, id)
);
CREATE UNIQUE INDEX funding_programmes_code_key ON funding_programmes (institution_id, code) WHERE code IS NOT NULL;
CREATE INDEX funding_programmes_by_name ON funding_programmes (institution_id, name_key, id);
CREATE INDEX funding_programmes_by_funder ON funding_programmes (institution_id, funder_key, id);
CREATE INDEX funding_programmes_by_created ON funding_programmes (institution_id, created_at, id);
CREATE INDEX funding_programmes_by_updated ON funding_programmes (institution_id, updated_at, id);

CREATE TABLE grant_projects (
    institution_id       TEXT      NOT NULL,
    id                   TEXT      NOT NULL,
    version              BIGINT    NOT NULL DEFAULT 1,
    created_at           TIMESTAMP NOT NULL,
    updated_at           TIMESTAMP NOT NULL,
    archived_at          TIMESTAMP,
    search               TEXT      NOT NULL,
    acronym              TEXT,
    acronym_key          TEXT,
    title                TEXT      NOT NULL,
    title_key            TEXT      NOT NULL,
    reference            TEXT,
    call                 TEXT,
    funding_programme_id TEXT      NOT NULL,
    status               TEXT      NOT NULL,
    our_role             TEXT      NOT NULL,
    total_budget         BIGINT,
    total_currency       TEXT,
    our_share            BIGINT,
    our_currency         TEXT,
    co_funding           BIGINT,
    co_currency          TEXT,
    starts_on            DATE,
    ends_on              DATE,
    unit_id              TEXT,
    lead_id              TEXT,
    website              TEXT,
    summary              TEXT,
    areas                TEXT      NOT NULL,
    tags                 TEXT      NOT NULL,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT grant_projects_institution FOREIGN KEY (institution_id, institution_id) REFERENCES institutions (institution_id, id),
    CONSTRAINT grant_projects_programme FOREIGN KEY (institution_id, funding_programme_id) REFERENCES funding_programmes (institution_id, id),
    CONSTRAINT grant_projects_unit FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id),
    CONSTRAINT grant_projects_lead FOREIGN KEY (institution_id, lead_id) REFERENCES people (institution_id, id),
    CONSTRAINT grant_projects_dates CHECK (ends_on IS NULL OR starts_on <= ends_on),
    CONSTRAINT grant_projects_total CHECK ((total_budget IS NULL) = (total_currency IS NULL)),
    CONSTRAINT grant_projects_share CHECK ((our_share IS NULL) = (our_currency IS NULL)),
    CONSTRAINT grant_projects_co CHECK ((co_funding IS NULL) = (co_currency IS NULL))
);
CREATE INDEX grant_projects_by_title ON grant_projects (institution_id, title_key, id);
CREATE INDEX grant_projects_by_acronym ON grant_projects (institution_id, (acronym_key IS NULL), acronym_key, id);
CREATE INDEX grant_projects_by_start ON grant_projects (institution_id, (starts_on IS NULL), starts_on, id);
CREATE INDEX grant_projects_by_end ON grant_projects (institution_id, (ends_on IS NULL), ends_on, id);
CREATE INDEX grant_projects_by_created ON grant_projects (institution_id, created_at, id);
CREATE INDEX grant_projects_by_updated ON grant_projects (institution_id, updated_at, id);
CREATE INDEX grant_projects_by_programme ON grant_projects (institution_id, funding_programme_id);

CREATE TABLE grant_project_partners (
    institution_id TEXT    NOT NULL,
    project_id     TEXT    NOT NULL,
    position       INTEGER NOT NULL,
    partner_id     TEXT    NOT NULL,
    role           TEXT    NOT NULL,
    PRIMARY KEY (institution_id, project_id, position),
    CONSTRAINT grant_project_partners_key UNIQUE (institution_id, project_id, partner_id),
    CONSTRAINT grant_project_partners_project FOREIGN KEY (institution_id, project_id) REFERENCES grant_projects (institution_id, id),
    CONSTRAINT grant_project_partners_partner FOREIGN KEY (institution_id, partner_id) REFERENCES partners (institution_id, id)
);
CREATE INDEX grant_project_partners_by_partner ON grant_project_partners (institution_id, partner_id, project_id);

CREATE TABLE exchange_students (
    institution_id       TEXT      NOT NULL,
    id                   TEXT      NOT NULL,
    version              BIGINT    NOT NULL DEFAULT 1,
    created_at           TIMESTAMP NOT NULL,
    updated_at           TIMESTAMP NOT NULL,
    archived_at          TIMESTAMP,
    search               TEXT      NOT NULL,
    person_id            TEXT      NOT NULL,
    person_key           TEXT      NOT NULL,
    direction            TEXT      NOT NULL,
    partner_id           TEXT      NOT NULL,
    agreement_id         TEXT,
    unit_id              TEXT,
    kind                 TEXT      NOT NULL,
    status               TEXT      NOT NULL,
    academic_year        TEXT      NOT NULL,
    term                 TEXT      NOT NULL,
    planned_from         DATE      NOT NULL,
    planned_to           DATE      NOT NULL,
    actual_from          DATE,
    actual_to            DATE,
    level                INTEGER   NOT NULL,
    field                TEXT      NOT NULL,
    language             TEXT,
    funding_programme_id TEXT,
    grant_amount         BIGINT,
    grant_currency       TEXT,
    tags                 TEXT      NOT NULL,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT exchange_students_institution FOREIGN KEY (institution_id, institution_id) REFERENCES institutions (institution_id, id),
    CONSTRAINT exchange_students_person FOREIGN KEY (institution_id, person_id) REFERENCES people (institution_id, id),
    CONSTRAINT exchange_students_partner FOREIGN KEY (institution_id, partner_id) REFERENCES partners (institution_id, id),
    CONSTRAINT exchange_students_agreement FOREIGN KEY (institution_id, agreement_id) REFERENCES instruments (institution_id, id),
    CONSTRAINT exchange_students_unit FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id),
    CONSTRAINT exchange_students_programme FOREIGN KEY (institution_id, funding_programme_id) REFERENCES funding_programmes (institution_id, id),
    CONSTRAINT exchange_students_planned CHECK (planned_from <= planned_to),
    CONSTRAINT exchange_students_actual CHECK (actual_to IS NULL OR actual_from <= actual_to),
    CONSTRAINT exchange_students_grant CHECK ((grant_amount IS NULL) = (grant_currency IS NULL))
);
CREATE INDEX exchange_students_by_person_name ON exchange_students (institution_id, person_key, id);
CREATE INDEX exchange_students_by_year ON exchange_students (institution_id, academic_year, id);
CREATE INDEX exchange_students_by_start ON exchange_students (institution_id, planned_from, id);
CREATE INDEX exchange_students_by_end ON exchange_students (institution_id, planned_to, id);
CREATE INDEX exchange_students_by_created ON exchange_students (institution_id, created_at, id);
CREATE INDEX exchange_students_by_updated ON exchange_students (institution_id, updated_at, id);
CREATE INDEX exchange_students_by_person ON exchange_students (institution_id, person_id);
CREATE INDEX exchange_students_by_partner ON exchange_students (institution_id, partner_id);
CREATE INDEX exchange_students_by_agreement ON exchange_students (institution_id, agreement_id);
