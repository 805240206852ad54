-- What a person is in an institution is a record like any other: listed, versioned, archived.
ALTER TABLE memberships ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE memberships ADD COLUMN archived_at TIMESTAMP;
-- Copies of the account's name and address, for order and search.
ALTER TABLE memberships ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE memberships ADD COLUMN search TEXT NOT NULL DEFAULT '';
-- Of the secret in the link of an invitation only the hash is kept.
ALTER TABLE memberships ADD COLUMN invitation_hash TEXT;
ALTER TABLE memberships ADD COLUMN invitation_expires_at TIMESTAMP;
UPDATE memberships SET
    name_key = (SELECT lower(u.name) FROM users u WHERE u.id = memberships.user_id),
    search = (SELECT lower(u.name || ' | ' || u.email_key) FROM users u WHERE u.id = memberships.user_id);
CREATE INDEX memberships_by_name ON memberships (institution_id, name_key, id);
CREATE INDEX memberships_by_created ON memberships (institution_id, created_at, id);
CREATE INDEX memberships_by_updated ON memberships (institution_id, updated_at, id);
CREATE INDEX memberships_by_unit ON memberships (institution_id, unit_id);
CREATE INDEX memberships_by_person ON memberships (institution_id, person_id);
CREATE UNIQUE INDEX memberships_by_invitation ON memberships (invitation_hash);

-- How the application looks to its user; absent: as the browser says.
ALTER TABLE users ADD COLUMN language TEXT;
ALTER TABLE users ADD COLUMN theme TEXT;
