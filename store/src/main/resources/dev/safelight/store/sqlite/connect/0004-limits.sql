-- What keys may spend, and how much of an engine may be used.

-- From 1 to 100; the build before took more.
UPDATE account SET weight=100 WHERE weight>100;

-- Credits in each window; 0 means unlimited.
ALTER TABLE api_key ADD COLUMN spend_5h INTEGER NOT NULL DEFAULT 0;
ALTER TABLE api_key ADD COLUMN spend_1d INTEGER NOT NULL DEFAULT 0;
ALTER TABLE api_key ADD COLUMN spend_7d INTEGER NOT NULL DEFAULT 0;
-- What a key with such a limit has spent, by when its tasks were submitted: holds, then prices.
-- step: five minutes, counted since 1970; kept for as long as a window counts it.
CREATE TABLE spend(
  key INTEGER NOT NULL, step INTEGER NOT NULL, credits INTEGER NOT NULL,
  PRIMARY KEY(key, step)) STRICT, WITHOUT ROWID;
-- Tasks that an engine may have at once; 0, or no row, means as many as its workers take.
CREATE TABLE engine_limit(engine TEXT PRIMARY KEY, slots INTEGER NOT NULL) STRICT, WITHOUT ROWID;
