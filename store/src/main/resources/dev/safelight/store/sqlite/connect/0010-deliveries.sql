-- What is told of files and tests, what is told again, and why an endpoint hears nothing.

-- reason: why it is disabled, NULL while it is not. waited: how many of its deliveries had not
-- ended when it was last enabled.
ALTER TABLE endpoint ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE endpoint ADD COLUMN reason INTEGER;
ALTER TABLE endpoint ADD COLUMN waited INTEGER NOT NULL DEFAULT 0;
UPDATE endpoint SET reason=0 WHERE state=1;
CREATE INDEX endpoint_key ON endpoint(key) WHERE key IS NOT NULL;

-- endpoint: its row, or less than 0 for the callback of a task: then it is minus the row of the
-- account, whose callbacks wait in one line. occasion: NULL for an entry of a task, which says it
-- itself. replayed: how many attempts there were when it was last replayed.
ALTER TABLE delivery ADD COLUMN occasion TEXT;
ALTER TABLE delivery ADD COLUMN replayed INTEGER NOT NULL DEFAULT 0;
UPDATE delivery SET endpoint=-account WHERE endpoint IS NULL;
-- What is fresh is of active endpoints alone: what waits of others waits in their line.
UPDATE delivery SET state=4
WHERE state=0 AND endpoint IN (SELECT n FROM endpoint WHERE state=1);
-- Whether an endpoint has been told of an entry is asked by replays; rows are added at its end.
CREATE INDEX delivery_told ON delivery(change, endpoint);

-- Endpoints that are told again of the log after `at` up to `until`.
CREATE TABLE replay(
  endpoint INTEGER PRIMARY KEY, at INTEGER NOT NULL, until INTEGER NOT NULL) STRICT;
