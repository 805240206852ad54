DROP TABLE idempotency_keys;
DROP TABLE journal_heads;
DROP TABLE journal;
DROP TABLE identities;
DROP TABLE people;
DROP TABLE units;
DROP TABLE institutions;
