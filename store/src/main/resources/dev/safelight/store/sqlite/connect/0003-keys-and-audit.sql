-- Keys and accounts are looked after: both get ids that people see, a test account knows whose twin
-- it is, a key's text can be exchanged, and who did what is written down.

-- mode: 0 live, 1 test. live: whose twin a test account is, or NULL. slots, storage: 0 means
-- unlimited. Ids that are drawn here have a random number in the place of their account's bucket,
-- which SQL cannot compute; nothing reads a bucket out of them. The build before opened a test
-- account beside the first one: it is its twin from here on.
CREATE TABLE account_3(
  n INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL, name TEXT NOT NULL, mode INTEGER NOT NULL,
  live INTEGER, slots INTEGER NOT NULL, weight INTEGER NOT NULL, storage INTEGER NOT NULL,
  created INTEGER NOT NULL) STRICT;
INSERT INTO account_3(n, id, name, mode, live, slots, weight, storage, created)
SELECT n, CAST(unhex(printf('%012x', created))||randomblob(10) AS BLOB), name, mode,
  iif(mode=1 AND name='first, test',
    (SELECT min(l.n) FROM account l WHERE l.mode=0 AND l.name='first'), NULL),
  slots, weight, 0, created FROM account;
DROP TABLE account;
ALTER TABLE account_3 RENAME TO account;
CREATE UNIQUE INDEX account_id ON account(id);
CREATE UNIQUE INDEX account_twin ON account(live) WHERE live IS NOT NULL;

-- scopes: words with blanks between them. The build before knew no scopes: its keys may do what
-- the first keys of a folder may. rotated: when the text was last exchanged.
CREATE TABLE api_key_3(
  n INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL, account INTEGER NOT NULL,
  digest TEXT NOT NULL, hint TEXT NOT NULL, label TEXT NOT NULL, scopes TEXT NOT NULL,
  slots INTEGER NOT NULL, submits INTEGER NOT NULL, reads INTEGER NOT NULL,
  created INTEGER NOT NULL, rotated INTEGER, revoked INTEGER) STRICT;
INSERT INTO api_key_3(n, id, account, digest, hint, label, scopes, slots, submits, reads, created,
  revoked)
SELECT k.n, CAST(unhex(printf('%012x', k.created))||randomblob(10) AS BLOB), k.account, k.digest,
  k.hint, k.label, iif(a.mode=0, 'read submit admin operator', 'read submit admin'), k.slots,
  k.submits, k.reads, k.created, k.revoked FROM api_key k JOIN account a ON a.n=k.account;
DROP TABLE api_key;
ALTER TABLE api_key_3 RENAME TO api_key;
CREATE UNIQUE INDEX api_key_digest ON api_key(digest);
CREATE UNIQUE INDEX api_key_id ON api_key(id);
CREATE INDEX api_key_account ON api_key(account, n);
CREATE INDEX api_key_active ON api_key(account) WHERE revoked IS NULL;
-- Texts that were exchanged and go on for a while.
CREATE TABLE earlier_text(
  digest TEXT PRIMARY KEY, key INTEGER NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX earlier_text_key ON earlier_text(key);

-- account: whose log the entry stands in: the actor's, or that of the account which was acted upon.
-- key: the actor's, NULL for somebody at the machine itself. object: what people see of a key or an
-- account. result: 0 done, else why it was refused.
CREATE TABLE audit(
  n INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL, actor INTEGER NOT NULL,
  key INTEGER, action INTEGER NOT NULL, object TEXT NOT NULL, result INTEGER NOT NULL,
  request TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX audit_account ON audit(account, n);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
