-- One account for a person, however many institutions they belong to.
CREATE TABLE users (
    id            TEXT      NOT NULL PRIMARY KEY,
    email         TEXT      NOT NULL,
    -- The e-mail address as it is compared: NFC, trimmed, lower case.
    email_key     TEXT      NOT NULL CONSTRAINT users_email_key UNIQUE,
    name          TEXT      NOT NULL,
    -- A PHC string; none for those who sign in elsewhere.
    password_hash TEXT,
    -- Every session and token carries the epoch it was made in; a higher one here ends them all.
    epoch         INTEGER   NOT NULL DEFAULT 0,
    disabled_at   TIMESTAMP,
    created_at    TIMESTAMP NOT NULL,
    updated_at    TIMESTAMP NOT NULL
);

CREATE TABLE memberships (
    institution_id TEXT      NOT NULL,
    id             TEXT      NOT NULL,
    user_id        TEXT      NOT NULL,
    role           TEXT      NOT NULL,
    unit_id        TEXT,
    person_id      TEXT,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT memberships_user_key UNIQUE (institution_id, user_id),
    CONSTRAINT memberships_role CHECK (role IN ('member', 'coordinator', 'officer', 'approver', 'viewer', 'admin')),
    CONSTRAINT memberships_institution FOREIGN KEY (institution_id, institution_id) REFERENCES institutions (institution_id, id),
    CONSTRAINT memberships_user FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT memberships_unit FOREIGN KEY (institution_id, unit_id) REFERENCES units (institution_id, id),
    CONSTRAINT memberships_person FOREIGN KEY (institution_id, person_id) REFERENCES people (institution_id, id)
);
CREATE INDEX memberships_by_user ON memberships (user_id, institution_id);

-- What a browser's cookie stands for. Of the secret only its hash is kept. With the membership its sessions go.
CREATE TABLE sessions (
    institution_id TEXT      NOT NULL,
    id             TEXT      NOT NULL,
    user_id        TEXT      NOT NULL,
    secret_hash    TEXT      NOT NULL CONSTRAINT sessions_secret_hash_key UNIQUE,
    epoch          INTEGER   NOT NULL,
    created_at     TIMESTAMP NOT NULL,
    last_seen_at   TIMESTAMP NOT NULL,
    expires_at     TIMESTAMP NOT NULL,
    revoked_at     TIMESTAMP,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT sessions_membership FOREIGN KEY (institution_id, user_id) REFERENCES memberships (institution_id, user_id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_user ON sessions (institution_id, user_id, expires_at);

-- Each is used once and followed by its successor; a family is all that came from one sign-in.
CREATE TABLE refresh_tokens (
    institution_id TEXT      NOT NULL,
    id             TEXT      NOT NULL,
    family_id      TEXT      NOT NULL,
    user_id        TEXT      NOT NULL,
    secret_hash    TEXT      NOT NULL CONSTRAINT refresh_tokens_secret_hash_key UNIQUE,
    epoch          INTEGER   NOT NULL,
    -- The id of the token that followed; its secret can be derived again from this one's.
    successor      TEXT,
    created_at     TIMESTAMP NOT NULL,
    expires_at     TIMESTAMP NOT NULL,
    used_at        TIMESTAMP,
    revoked_at     TIMESTAMP,
    PRIMARY KEY (institution_id, id),
    CONSTRAINT refresh_tokens_membership FOREIGN KEY (institution_id, user_id) REFERENCES memberships (institution_id, user_id) ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_by_family ON refresh_tokens (institution_id, family_id);
CREATE INDEX refresh_tokens_by_user ON refresh_tokens (institution_id, user_id, expires_at);
