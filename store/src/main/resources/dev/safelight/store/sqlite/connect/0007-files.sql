-- Files that come in, and what may change of any file.

-- key: who brought it, NULL for what a task made: its task has the key. turn: its place in the
-- order of updates, a number of the same counter as n; NULL while nothing has changed, its place is
-- n then. updated: when something last did, NULL for when it was created. archived: since when.
-- gone: since when its bytes have expired. preview: by which anybody may see it. unreadable: 1 for
-- what a later step could not read. Rows that are there are not written again: what they lack is
-- NULL.
ALTER TABLE asset ADD COLUMN key INTEGER;
ALTER TABLE asset ADD COLUMN transcript TEXT;
ALTER TABLE asset ADD COLUMN turn INTEGER;
ALTER TABLE asset ADD COLUMN updated INTEGER;
ALTER TABLE asset ADD COLUMN archived INTEGER;
ALTER TABLE asset ADD COLUMN gone INTEGER;
ALTER TABLE asset ADD COLUMN preview BLOB;
ALTER TABLE asset ADD COLUMN unreadable INTEGER;
DROP INDEX asset_account;
-- The only one of these that every made file enters.
CREATE INDEX asset_listed ON asset(account, coalesce(turn,n))
WHERE archived IS NULL AND gone IS NULL;
CREATE INDEX asset_expiring ON asset(expires) WHERE expires IS NOT NULL AND gone IS NULL;
CREATE INDEX asset_upload ON asset(n) WHERE task IS NULL AND expires IS NULL;
CREATE UNIQUE INDEX asset_preview ON asset(preview) WHERE preview IS NOT NULL;

-- A file whose bytes are not there: its id is that of the row in asset, once that is there and this
-- one is not. text: digest of the text by which the key called. kind: what it must turn out to be,
-- or NULL. until: when its bytes must have begun to come. ended: the same, or when it was refused.
-- reason, words: why it was, NULL while it was not.
CREATE TABLE upload(
  n INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL, account INTEGER NOT NULL,
  key INTEGER NOT NULL, text TEXT NOT NULL, name TEXT NOT NULL, kind TEXT,
  temporary INTEGER NOT NULL, transcript TEXT, created INTEGER NOT NULL, until INTEGER NOT NULL,
  ended INTEGER NOT NULL, reason INTEGER, words TEXT,
  CHECK((reason IS NULL)=(words IS NULL))) STRICT;
CREATE UNIQUE INDEX upload_id ON upload(id);
CREATE INDEX upload_pending ON upload(account, until) WHERE reason IS NULL;
CREATE INDEX upload_ended ON upload(ended);

-- Bytes of the files that an account has brought, the archived ones too, without what is gone.
CREATE TABLE storage(
  account INTEGER PRIMARY KEY, bytes INTEGER NOT NULL CHECK(bytes>=0)) STRICT;
INSERT INTO storage(account, bytes)
SELECT account, sum(bytes) FROM asset WHERE task IS NULL GROUP BY account;

-- Smaller pictures of a file. size: 0 thumbnail, 1 preview.
CREATE TABLE rendition(
  asset INTEGER NOT NULL, size INTEGER NOT NULL, digest BLOB NOT NULL, bytes INTEGER NOT NULL,
  type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  PRIMARY KEY(asset, size)) STRICT, WITHOUT ROWID;

-- What a later step has looked at. lane: where files are from, 0 uploaded, 1 made by tasks. at: all
-- of them up to this one. taken: the one that was taken last, attempts: how often, with no
-- outcome so far.
CREATE TABLE study(
  lane INTEGER PRIMARY KEY, at INTEGER NOT NULL, taken INTEGER NOT NULL,
  attempts INTEGER NOT NULL) STRICT;
INSERT INTO study(lane, at, taken, attempts) VALUES(0,0,0,0), (1,0,0,0);
