-- The first schema. n is a local row number and never leaves the store; ids are 16 bytes.
-- States: 0 pending, 1 running, 2 retrying, 3 succeeded, 4 failed, 5 cancelled. Times are
-- milliseconds since 1970.

-- Numbers are never given twice, also after deletions; one update a batch. `at` is the last
-- stored instant; the keys of tasks up to `keyed` are in idempotency.
CREATE TABLE clock(
  one INTEGER PRIMARY KEY CHECK(one=1), task INTEGER NOT NULL, change INTEGER NOT NULL,
  entry INTEGER NOT NULL, asset INTEGER NOT NULL, outbox INTEGER NOT NULL,
  batch INTEGER NOT NULL, at INTEGER NOT NULL, keyed INTEGER NOT NULL) STRICT;
INSERT INTO clock VALUES(1,0,0,0,0,0,0,0,0);

-- mode: 0 live, 1 test (a book of its own, the sandbox engine). slots: 0 means unlimited.
CREATE TABLE account(
  n INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, mode INTEGER NOT NULL,
  slots INTEGER NOT NULL, weight INTEGER NOT NULL, created INTEGER NOT NULL) STRICT;
CREATE TABLE api_key(
  n INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL, digest TEXT NOT NULL,
  hint TEXT NOT NULL, label TEXT NOT NULL, scopes TEXT NOT NULL, slots INTEGER NOT NULL,
  submits INTEGER NOT NULL, reads INTEGER NOT NULL, created INTEGER NOT NULL,
  revoked INTEGER) STRICT;
CREATE UNIQUE INDEX api_key_digest ON api_key(digest);
CREATE TABLE session(
  n INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL, account INTEGER NOT NULL,
  title TEXT NOT NULL, created INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX session_id ON session(id);
CREATE INDEX session_account ON session(account, n);

-- Small numbers for tools, models and engines.
CREATE TABLE name(n INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE secret(
  purpose TEXT NOT NULL, number INTEGER NOT NULL, hex TEXT NOT NULL, created INTEGER NOT NULL,
  PRIMARY KEY(purpose, number)) STRICT, WITHOUT ROWID;
-- One lease a worker; the tasks that it runs carry its number.
CREATE TABLE worker(
  n INTEGER PRIMARY KEY AUTOINCREMENT, node TEXT NOT NULL, until INTEGER NOT NULL,
  entered INTEGER NOT NULL) STRICT;

CREATE TABLE task(
  n INTEGER PRIMARY KEY, id BLOB NOT NULL, account INTEGER NOT NULL, key INTEGER NOT NULL,
  session INTEGER, tool INTEGER NOT NULL, model INTEGER NOT NULL, engine INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 5),
  live INTEGER,                      -- 1, or NULL once terminal: changes once, for the index
  version INTEGER NOT NULL,          -- the sequence number of the latest event
  fence INTEGER NOT NULL, attempt INTEGER NOT NULL, worker INTEGER, progress INTEGER NOT NULL,
  created INTEGER NOT NULL, queue_until INTEGER NOT NULL, run INTEGER NOT NULL,
  started INTEGER, deadline INTEGER, due INTEGER, finished INTEGER,
  hold INTEGER NOT NULL, price INTEGER,
  first INTEGER NOT NULL,            -- change of the first event: its body is the request
  last INTEGER NOT NULL,             -- change of the latest event
  result INTEGER,                    -- change of the terminal event: its body says the outcome
  request BLOB NOT NULL,             -- digest of the request
  idem BLOB,                         -- digest of key and idempotency key
  out_id TEXT,                       -- the caller's own id, kept as long as the task
  CHECK((state>=3)=(live IS NULL)), CHECK((state>=3)=(finished IS NOT NULL)),
  CHECK((state>=3)=(result IS NOT NULL)), CHECK((state=3)=(price IS NOT NULL)),
  CHECK((state=1)=(worker IS NOT NULL)), CHECK((state=2)=(due IS NOT NULL)),
  CHECK(state<>1 OR (fence>0 AND deadline IS NOT NULL)), CHECK(price BETWEEN 0 AND hold)) STRICT;
CREATE UNIQUE INDEX task_id ON task(id);
CREATE UNIQUE INDEX task_out ON task(key, out_id) WHERE out_id IS NOT NULL;
CREATE INDEX task_account ON task(account, n);
CREATE INDEX task_live ON task(account, n) WHERE live IS NOT NULL;
CREATE INDEX task_unhappy ON task(account, n) WHERE state>3;
CREATE INDEX task_session ON task(session, n) WHERE session IS NOT NULL;
CREATE TABLE label(
  account INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, task INTEGER NOT NULL,
  PRIMARY KEY(account, name, value, task)) STRICT, WITHOUT ROWID;
-- Which task a key was used for, moved here in sorted runs: the newest keys are in memory. day:
-- when it was moved, in days since 1970; whole days are dropped.
CREATE TABLE idempotency(
  day INTEGER NOT NULL, key BLOB NOT NULL, task INTEGER NOT NULL,
  PRIMARY KEY(day, key)) STRICT, WITHOUT ROWID;
-- What the next attempt goes on from; gone at the end, makes no event.
CREATE TABLE checkpoint(
  task INTEGER PRIMARY KEY, fence INTEGER NOT NULL, body TEXT NOT NULL) STRICT;

-- Append only, in change order. The events of one task are a chain: task.last -> prev -> prev.
CREATE TABLE event(
  change INTEGER PRIMARY KEY, task INTEGER NOT NULL, seq INTEGER NOT NULL, prev INTEGER,
  account INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT) STRICT;

-- One book an account; one entry a posting group: its legs are the four columns, the CHECK is
-- the double entry. The ledger outlives tasks, so an entry holds the task's id.
CREATE TABLE book(
  account INTEGER PRIMARY KEY, granted INTEGER NOT NULL,
  available INTEGER NOT NULL CHECK(available>=0), held INTEGER NOT NULL CHECK(held>=0),
  spent INTEGER NOT NULL, seq INTEGER NOT NULL, last INTEGER,
  CHECK(granted+available+held+spent=0)) STRICT;
CREATE TABLE entry(
  n INTEGER PRIMARY KEY, account INTEGER NOT NULL, seq INTEGER NOT NULL, prev INTEGER, task BLOB,
  kind INTEGER NOT NULL, at INTEGER NOT NULL, granted INTEGER NOT NULL,
  available INTEGER NOT NULL, held INTEGER NOT NULL, spent INTEGER NOT NULL,
  CHECK(granted+available+held+spent=0)) STRICT;

-- meta: JSON of name, width, height, seconds, word times.
CREATE TABLE asset(
  n INTEGER PRIMARY KEY, id BLOB NOT NULL, account INTEGER NOT NULL, task INTEGER,
  digest BLOB NOT NULL, bytes INTEGER NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL,
  meta TEXT NOT NULL, created INTEGER NOT NULL, expires INTEGER) STRICT;
CREATE UNIQUE INDEX asset_id ON asset(id);
CREATE INDEX asset_account ON asset(account, n) WHERE task IS NULL;

-- key: only that key's tasks, or NULL for all of the account's.
CREATE TABLE endpoint(
  n INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL, key INTEGER, url TEXT NOT NULL,
  dialect TEXT NOT NULL, secret TEXT NOT NULL, events TEXT NOT NULL, created INTEGER NOT NULL,
  failing INTEGER, disabled INTEGER) STRICT;
-- First sends are read in n order after a cursor; only what has failed once is scheduled by
-- `due`. Delivered rows are deleted. The body's bytes are fixed at the decision.
CREATE TABLE outbox(
  n INTEGER PRIMARY KEY, account INTEGER NOT NULL, endpoint INTEGER NOT NULL,
  task INTEGER NOT NULL, change INTEGER NOT NULL, webhook BLOB NOT NULL, body TEXT NOT NULL,
  due INTEGER NOT NULL, attempt INTEGER NOT NULL) STRICT;
CREATE INDEX outbox_retry ON outbox(due) WHERE attempt>0;
