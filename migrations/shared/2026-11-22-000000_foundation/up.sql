-- An institution is the tenant: its id is the institution_id of every row it owns.
CREATE TABLE institutions (
    institution_id   TEXT      NOT NULL,
    id               TEXT      NOT NULL,
    version          BIGINT    NOT NULL DEFAULT 1,
    created_at       TIMESTAMP NOT NULL,
    updated_at       TIMESTAMP NOT NULL,
    archived_at      TIMESTAMP,
    search           TEXT      NOT NULL,
    slug             TEXT      NOT NULL CONSTRAINT institutions_slug_key UNIQUE,
    demo             BOOLEAN   NOT NULL,
    names            TEXT      NOT NULL,
    name_key         TEXT      NOT NULL,
    short_names      TEXT,
    country          TEXT      NOT NULL,
    city             TEXT,
    address          TEXT,
    time_zone        TEXT      NOT NULL,
    default_language TEXT      NOT NULL,
    website          TEXT,
    lead_days        INTEGER   NOT NULL,
    external_ids     TEXT      NOT NULL,
    office           TEXT,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT institutions_own CHECK (institution_id = id)
);

CREATE TABLE units (
    institution_id TEXT      NOT NULL,
    id             TEXT      NOT NULL,
    version        BIGINT    NOT NULL DEFAULT 1,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    archived_at    TIMESTAMP,
    search         TEXT      NOT NULL,
    names          TEXT      NOT NULL,
    name_key       TEXT      NOT NULL,
    kind           TEXT      NOT NULL,
    parent_id      TEXT,
    head_id        TEXT,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT units_institution FOREIGN KEY (institution_id, institution_id) REFERENCES institutions (institution_id, id),
    CONSTRAINT units_parent FOREIGN KEY (institution_id, parent_id) REFERENCES units (institution_id, id)
);
CREATE INDEX units_by_name ON units (institution_id, name_key, id);
CREATE INDEX units_by_created ON units (institution_id, created_at, id);
CREATE INDEX units_by_updated ON units (institution_id, updated_at, id);
CREATE INDEX units_by_parent ON units (institution_id, parent_id, id);

CREATE TABLE people (
    institution_id TEXT      NOT NULL,
    id             TEXT      NOT NULL,
    version        BIGINT    NOT NULL DEFAULT 1,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    archived_at    TIMESTAMP,
    search         TEXT      NOT NULL,
    name           TEXT      NOT NULL,
    name_key       TEXT      NOT NULL,
    passport_name  TEXT,
    kind           TEXT      NOT NULL,
    citizenship    TEXT,
    email          TEXT,
    phone          TEXT,
    unit_id        TEXT,
    position       TEXT,
    programme      TEXT,
    study_year     INTEGER,
    degree         TEXT,
    languages      TEXT      NOT NULL,
    tags           TEXT      NOT NULL,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT people_institution FOREIGN KEY (institution_id, institution_id) REFERENCES institutions (institution_id, id),
    CONSTRAINT people_unit FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id)
);
CREATE INDEX people_by_name ON people (institution_id, name_key, id);
CREATE INDEX people_by_unit ON people (institution_id, unit_id, id);
CREATE INDEX people_by_created ON people (institution_id, created_at, id);
CREATE INDEX people_by_updated ON people (institution_id, updated_at, id);

-- What identifies a person: apart from the person, so that no list can show it by mistake.
CREATE TABLE identities (
    institution_id  TEXT      NOT NULL,
    id              TEXT      NOT NULL,
    birth_on        DATE,
    sex             TEXT,
    national_number TEXT,
    documents       TEXT      NOT NULL,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT identities_person FOREIGN KEY (institution_id, id) REFERENCES people (institution_id, id)
);

-- Every change of every record; a hash chain for each institution.
CREATE TABLE journal (
    institution_id TEXT      NOT NULL,
    seq            BIGINT    NOT NULL,
    at             TIMESTAMP NOT NULL,
    actor_id       TEXT,
    action         TEXT      NOT NULL,
    record         TEXT      NOT NULL,
    record_id      TEXT      NOT NULL,
    version        BIGINT    NOT NULL,
    comment        TEXT,
    changes        TEXT      NOT NULL,
    changes_hash   TEXT      NOT NULL,
    request_id     TEXT      NOT NULL,
    previous_hash  TEXT      NOT NULL,
    hash           TEXT      NOT NULL,
    PRIMARY KEY (institution_id, seq)
);
CREATE INDEX journal_by_record ON journal (institution_id, record, record_id, seq);

CREATE TABLE journal_heads (
    institution_id TEXT   NOT NULL PRIMARY KEY,
    seq            BIGINT NOT NULL,
    hash           TEXT   NOT NULL
);

CREATE TABLE idempotency_keys (
    institution_id TEXT      NOT NULL,
    scope          TEXT      NOT NULL,
    key            TEXT      NOT NULL,
    fingerprint    TEXT      NOT NULL,
    status         INTEGER   NOT NULL,
    location       TEXT,
    version        BIGINT,
    body           TEXT      NOT NULL,
    created_at     TIMESTAMP NOT NULL,
    PRIMARY KEY (institution_id, scope, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (institution_id, created_at);
