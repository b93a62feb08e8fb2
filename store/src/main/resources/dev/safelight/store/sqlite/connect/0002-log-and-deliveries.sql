-- The log is of the account, not of tasks alone; what a replay repeats has a column of its own; a
-- delivery is a row that stays, rendered by its sender.

-- subject: 0 task, 1 file, 2 key, 3 endpoint, 4 delivery, 5 grant, 6 test. object: the row of what
-- the entry is about. seq and prev chain a task's entries; others have seq 0. Bodies carry the
-- version of their form. answer: what the submit was answered, in the envelope of dialect (a name);
-- bodies of version 1 hold it themselves.
ALTER TABLE event RENAME COLUMN task TO object;
ALTER TABLE event ADD COLUMN subject INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN dialect INTEGER;
ALTER TABLE event ADD COLUMN answer TEXT;

-- state: 0 active, 1 disabled, 2 deleted. events: a JSON array of names, empty for all.
-- key: only that key's tasks, or NULL for all of the account's. failing: since when every attempt
-- has failed. The ids that are drawn here have a random number in the place of their account's
-- bucket, which SQL cannot compute; nothing reads a bucket out of an endpoint's id. The plain
-- secrets are dropped: the build before never sent anything, so nobody has checked a signature.
CREATE TABLE endpoint_2(
  n INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL, account INTEGER NOT NULL, key INTEGER,
  url TEXT NOT NULL, dialect TEXT NOT NULL, events TEXT NOT NULL,
  state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 2), created INTEGER NOT NULL,
  failing INTEGER) STRICT;
INSERT INTO endpoint_2(n, id, account, key, url, dialect, events, state, created, failing)
SELECT n, CAST(unhex(printf('%012x', created))||randomblob(10) AS BLOB), account, key, url, dialect,
  events, disabled IS NOT NULL, created, failing FROM endpoint;
DROP TABLE endpoint;
ALTER TABLE endpoint_2 RENAME TO endpoint;
CREATE UNIQUE INDEX endpoint_id ON endpoint(id);
CREATE INDEX endpoint_account ON endpoint(account, n);

-- What payloads are signed with: sealed under a master key that is not in this file, bound to the
-- id of the endpoint, or to the key. The newest signs; one before it does too until `until`.
CREATE TABLE webhook_secret(
  n INTEGER PRIMARY KEY AUTOINCREMENT, endpoint INTEGER, key INTEGER, sealed TEXT NOT NULL,
  created INTEGER NOT NULL, until INTEGER, CHECK((endpoint IS NULL)<>(key IS NULL))) STRICT;
CREATE INDEX webhook_secret_endpoint ON webhook_secret(endpoint, n) WHERE endpoint IS NOT NULL;
CREATE INDEX webhook_secret_key ON webhook_secret(key, n) WHERE key IS NOT NULL;

-- An address that was given with one task.
CREATE TABLE callback(task INTEGER PRIMARY KEY, url TEXT NOT NULL) STRICT;

-- endpoint: its row, or NULL for the callback of the task. subject, object: as in event. change:
-- the entry that is told. state: 0 decided and not looked at since, 1 delivered, 2 failed,
-- 3 dropped, 4 in the line of its target. body: the payload, NULL until it is rendered;
-- then it never changes.
-- What a decision adds is found in one order for all targets, so that it costs one page a batch;
-- the line of a target has an index that only what is not sent at once enters. What the build
-- before was to try again waits in its line until it is due, with the payload that it rendered.
CREATE TABLE delivery(
  n INTEGER PRIMARY KEY, account INTEGER NOT NULL, endpoint INTEGER, subject INTEGER NOT NULL,
  object INTEGER NOT NULL, change INTEGER NOT NULL, due INTEGER NOT NULL,
  state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 4), attempts INTEGER NOT NULL,
  body TEXT) STRICT;
INSERT INTO delivery(n, account, endpoint, subject, object, change, due, state, attempts, body)
SELECT n, account, endpoint, 0, task, change, due, iif(attempt>0,4,0), attempt, body FROM outbox;
DROP TABLE outbox;
CREATE INDEX delivery_fresh ON delivery(n) WHERE state=0;
CREATE INDEX delivery_line ON delivery(endpoint, due) WHERE state=4;
-- Append only. status: of the answer, NULL when there was none. latency: milliseconds.
CREATE TABLE delivery_attempt(
  delivery INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, status INTEGER,
  latency INTEGER NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY(delivery, number)) STRICT, WITHOUT ROWID;

ALTER TABLE clock RENAME COLUMN outbox TO delivery;
