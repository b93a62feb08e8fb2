-- name: read-clock
SELECT task, change, entry, asset, delivery, batch, at, keyed FROM clock WHERE one=1;
-- name: write-clock
UPDATE clock SET task=?, change=?, entry=?, asset=?, delivery=?, batch=?, at=?, keyed=? WHERE one=1;

-- name: read-live
SELECT {task-columns}, t.last, p.task AS checkpoint, c.task AS callback,
  EXISTS(SELECT 1 FROM task_file f WHERE f.task=t.n) AS files
FROM task t INDEXED BY task_live LEFT JOIN checkpoint p ON p.task=t.n
  LEFT JOIN callback c ON c.task=t.n
WHERE t.live IS NOT NULL ORDER BY t.n;
-- name: has-task
SELECT 1 FROM task WHERE id=? AND account=?;
-- name: start
UPDATE task SET state=1, version=?, fence=?, attempt=?, worker=?, progress=0, started=?, deadline=?,
  due=NULL, last=? WHERE n=? AND version=?;
-- name: progress
UPDATE task SET progress=?, version=?, last=? WHERE n=? AND version=? AND fence=? AND state=1;
-- name: retry
UPDATE task SET state=2, version=?, attempt=?, worker=NULL, due=?, last=?
WHERE n=? AND version=?;
-- name: succeed
UPDATE task SET state=3, live=NULL, version=?, worker=NULL, progress=100, finished=?, price=?,
  last=?, result=? WHERE n=? AND version=? AND fence=? AND state=1;
-- name: end
UPDATE task SET state=?, live=NULL, version=?, worker=NULL, due=NULL, finished=?, last=?, result=?
WHERE n=? AND version=?;
-- name: touch
UPDATE task SET version=?, last=? WHERE n=? AND version=?;

-- name: read-keyed-tasks
SELECT idem, n, id, created, request, first FROM task WHERE n IN
  (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?);
-- name: read-out-id
SELECT id, request, first FROM task WHERE key=? AND out_id=?;
-- name: read-recent-keys
SELECT idem, n FROM task WHERE n>? AND idem IS NOT NULL ORDER BY n;
-- name: find-keys
SELECT key, task FROM idempotency WHERE day=? AND key IN
  (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?);
-- name: move-key
INSERT INTO idempotency(day, key, task) VALUES(?,?,?)
ON CONFLICT(day, key) DO UPDATE SET task=excluded.task;
-- name: first-day-of-keys
SELECT min(day) FROM idempotency;
-- name: last-day-of-keys
SELECT max(day) FROM idempotency;
-- name: drop-keys
DELETE FROM idempotency WHERE day=?1 AND key<=coalesce(
  (SELECT key FROM idempotency WHERE day=?1 ORDER BY key LIMIT 1 OFFSET ?2),
  x'ffffffffffffffffffffffffffffffffff');
-- name: read-answer
SELECT body, answer FROM event WHERE change=?;

-- name: read-books
SELECT account, granted, available, held, spent, seq, coalesce(last,0) AS last FROM book
WHERE account IN
  (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?);
-- name: write-book
INSERT INTO book(account, granted, available, held, spent, seq, last) VALUES(?,?,?,?,?,?,?)
ON CONFLICT(account) DO UPDATE SET granted=excluded.granted, available=excluded.available,
  held=excluded.held, spent=excluded.spent, seq=excluded.seq, last=excluded.last;

-- name: write-checkpoint
INSERT INTO checkpoint(task, fence, body) VALUES(?,?,?)
ON CONFLICT(task) DO UPDATE SET fence=excluded.fence, body=excluded.body;
-- name: delete-checkpoint
DELETE FROM checkpoint WHERE task=?;

-- name: find-file
SELECT n FROM asset WHERE id=? AND account=? AND (expires IS NULL OR expires>?);
-- name: use-file
INSERT INTO task_file(task, asset) VALUES(?,?);
-- name: drop-files
DELETE FROM task_file WHERE task=?;

-- name: insert-worker
INSERT INTO worker(node, until, entered) VALUES(?,?,?) RETURNING n;
-- name: write-worker
UPDATE worker SET until=? WHERE n=?;
-- name: delete-worker
DELETE FROM worker WHERE n=?;
-- name: read-workers
SELECT n, node, until FROM worker ORDER BY n;

-- name: read-names
SELECT n, text FROM name;
-- name: insert-name
INSERT INTO name(text) VALUES(?) RETURNING n, text;
-- name: next-account
SELECT coalesce(max(n), 0)+1 FROM account;
-- name: has-accounts
SELECT 1 FROM account LIMIT 1;
-- name: first-live-account
SELECT n FROM account WHERE mode=0 ORDER BY n LIMIT 1;
-- name: insert-account
INSERT INTO account(n, id, name, mode, live, slots, weight, storage, created)
VALUES(?,?,?,?,?,?,?,?,?);
-- name: find-account
SELECT {account-columns} FROM account a WHERE a.id=?;
-- name: read-account
SELECT {account-columns} FROM account a WHERE a.n=?;
-- name: find-twin
SELECT {account-columns} FROM account a WHERE a.live=?;
-- name: who-looks-after
SELECT coalesce(live, n) FROM account WHERE n=?;
-- name: read-keys
SELECT k.n, k.account, k.digest, NULL AS until, k.scopes, k.submits, k.reads, k.label, a.mode,
  a.name AS owner
FROM api_key k JOIN account a ON a.n=k.account WHERE k.revoked IS NULL
UNION ALL
SELECT k.n, k.account, t.digest, t.until, k.scopes, k.submits, k.reads, k.label, a.mode, a.name
FROM earlier_text t JOIN api_key k ON k.n=t.key JOIN account a ON a.n=k.account
WHERE k.revoked IS NULL;
-- name: insert-key
INSERT INTO api_key(id, account, digest, hint, label, scopes, slots, submits, reads, created)
VALUES(?,?,?,?,?,?,?,?,?,?) RETURNING n;
-- name: find-key
SELECT {key-columns} FROM api_key k JOIN account a ON a.n=k.account
WHERE k.id=?1 AND (a.n=?2 OR a.live=?2);
-- name: has-key
SELECT 1 FROM api_key WHERE n=? AND revoked IS NULL;
-- name: count-keys
SELECT count(*) FROM api_key WHERE account=? AND revoked IS NULL;
-- name: count-texts
SELECT count(*) FROM earlier_text WHERE key=? AND until>?;
-- name: label-key
UPDATE api_key SET label=? WHERE n=?;
-- name: revoke-key
UPDATE api_key SET revoked=? WHERE n=? AND revoked IS NULL;
-- name: rotate-key
UPDATE api_key SET digest=?, hint=?, rotated=? WHERE n=?;
-- name: keep-text
INSERT INTO earlier_text(digest, key, until) SELECT digest, n, ?2 FROM api_key WHERE n=?1;
-- name: shorten-texts
UPDATE earlier_text SET until=?2 WHERE key=?1 AND until>?2;
-- name: drop-texts
DELETE FROM earlier_text WHERE key=? AND until<=?;
-- name: insert-key-secret
INSERT INTO webhook_secret(key, sealed, created) VALUES(?,?,?);
-- name: end-key-secrets
UPDATE webhook_secret SET until=?2 WHERE key=?1 AND (until IS NULL OR until>?2);
-- name: read-key-secrets
SELECT sealed FROM webhook_secret WHERE key=? AND (until IS NULL OR until>?) ORDER BY n DESC;
-- name: find-key-anywhere
SELECT {key-columns} FROM api_key k JOIN account a ON a.n=k.account WHERE k.id=?;
-- name: read-key
SELECT {key-columns} FROM api_key k JOIN account a ON a.n=k.account WHERE k.n=?;
-- name: other-operator
SELECT n FROM api_key INDEXED BY api_key_operator
WHERE n<>? AND revoked IS NULL AND instr(scopes,'operator')>0 LIMIT 1;
-- name: insert-audit
INSERT INTO audit(account, actor, key, action, object, result, request, at)
VALUES(?,?,?,?,?,?,?,?);

-- name: read-account-limits
SELECT n, slots, weight FROM account;
-- name: read-key-slots
SELECT n, account, slots FROM api_key WHERE revoked IS NULL;
-- name: read-engine-limits
SELECT engine, slots FROM engine_limit;
-- name: read-spend-limits
SELECT n, spend_5h, spend_1d, spend_7d FROM api_key WHERE spend_5h+spend_1d+spend_7d>0;
-- name: limit-account
UPDATE account SET slots=?, weight=?, storage=? WHERE n=?;
-- name: limit-key
UPDATE api_key SET slots=?, submits=?, reads=?, spend_5h=?, spend_1d=?, spend_7d=?
WHERE n=? AND revoked IS NULL;
-- name: limit-engine
INSERT INTO engine_limit(engine, slots) VALUES(?,?)
ON CONFLICT(engine) DO UPDATE SET slots=excluded.slots;
-- name: read-spend
SELECT key, step, credits FROM spend ORDER BY key, step;
-- name: read-spend-of-key
SELECT key, step, credits FROM spend WHERE key=? ORDER BY step;
-- name: seed-spend
INSERT INTO spend(key, step, credits)
SELECT ?1, created/?3, sum(coalesce(price,hold)) FROM task INDEXED BY task_key
WHERE key=?1 AND created>=?2 AND state<4 GROUP BY created/?3;
-- name: write-spend
INSERT INTO spend(key, step, credits) VALUES(?,?,?)
ON CONFLICT(key, step) DO UPDATE SET credits=excluded.credits;
-- name: drop-spend
DELETE FROM spend WHERE key=? AND step<?;

-- name: insert-session
INSERT INTO session(id, account, title, created) VALUES(?,?,?,?) RETURNING n;
-- name: find-session
SELECT n FROM session WHERE id=? AND account=?;
-- name: read-secrets
SELECT purpose, number, hex FROM secret ORDER BY purpose, number DESC;
-- name: insert-secret
INSERT INTO secret(purpose, number, hex, created) VALUES(?,?,?,?);

-- name: read-listeners
SELECT n, id, account, key, url, dialect, events, waited FROM endpoint
WHERE state=0 ORDER BY n;
-- name: insert-endpoint
INSERT INTO endpoint(id, account, key, url, dialect, events, description, state, created)
VALUES(?,?,?,?,?,?,?,0,?) RETURNING n;
-- name: find-endpoint
SELECT n, id, account, key, url, dialect, events, waited, state, failing FROM endpoint
WHERE id=? AND account=? AND state<2;
-- name: read-endpoint
SELECT n, id, account, key, url, dialect, events, waited, state, failing FROM endpoint
WHERE n=? AND state<2;
-- name: find-endpoint-of-key
SELECT n, id, account, key, url, dialect, events, waited, state, failing FROM endpoint
WHERE key=? AND state<2 ORDER BY n LIMIT 1;
-- name: count-endpoints
SELECT count(*) FROM endpoint WHERE account=? AND key IS NULL AND state<2;
-- name: set-endpoint
UPDATE endpoint SET state=?, reason=? WHERE n=?;
-- name: enable-endpoint
UPDATE endpoint SET state=0, reason=NULL, failing=NULL, waited=? WHERE n=?;
-- name: fail-endpoint
UPDATE endpoint SET failing=? WHERE n=?;
-- name: move-endpoint
UPDATE endpoint SET url=?, dialect=?, failing=NULL WHERE n=?;
-- name: drop-deliveries
UPDATE delivery SET state=3 WHERE n IN (
  SELECT n FROM delivery INDEXED BY delivery_line WHERE endpoint=? AND state=4 LIMIT ?);
-- name: deleted-endpoint
SELECT n FROM endpoint WHERE id=? AND state=2;
-- name: line-up-fresh
UPDATE delivery SET state=4 WHERE n IN (
  SELECT n FROM delivery INDEXED BY delivery_fresh WHERE endpoint=? AND state=0);
-- name: count-lined-up
SELECT endpoint, count(*) AS waiting FROM delivery INDEXED BY delivery_line
WHERE state=4 AND endpoint>0 GROUP BY endpoint;
-- name: count-fresh
SELECT endpoint, count(*) AS waiting FROM delivery INDEXED BY delivery_fresh
WHERE state=0 AND endpoint>0 GROUP BY endpoint;
-- name: insert-endpoint-secret
INSERT INTO webhook_secret(endpoint, sealed, created) VALUES(?,?,?);
-- name: end-endpoint-secrets
UPDATE webhook_secret SET until=? WHERE endpoint=? AND (until IS NULL OR until>?);
-- name: render-delivery
UPDATE delivery SET body=? WHERE n=? AND body IS NULL;
-- name: read-payload
SELECT body FROM delivery WHERE n=?;
-- name: attempt-delivery
UPDATE delivery SET attempts=attempts+1, state=?1, due=coalesce(?2,due)
WHERE n=?3 AND state IN (0,4)
  AND NOT EXISTS(SELECT 1 FROM endpoint e WHERE e.n=delivery.endpoint AND e.state=2)
RETURNING attempts, endpoint;
-- name: line-up
UPDATE delivery SET state=4, due=? WHERE n=? AND state IN (0,4);
-- name: insert-attempt
INSERT INTO delivery_attempt(delivery, number, at, status, latency, note) VALUES(?,?,?,?,?,?);
-- name: read-delivery
SELECT d.n, d.endpoint, d.state FROM delivery d LEFT JOIN endpoint e ON e.n=d.endpoint
WHERE d.n=? AND d.account=? AND (d.endpoint<0 OR e.state<2);
-- name: find-told
SELECT n, endpoint, state FROM delivery INDEXED BY delivery_told
WHERE change=? AND endpoint=? AND occasion IS ?;
-- name: replay-delivery
UPDATE delivery SET state=4, due=?, replayed=attempts WHERE n=?;
-- name: earliest-change
SELECT coalesce(max(passed),0) FROM log_mark WHERE account IN (0,?);
-- name: begin-replay
INSERT INTO replay(endpoint, at, until) VALUES(?,?,?)
ON CONFLICT(endpoint) DO UPDATE SET at=excluded.at, until=excluded.until;
-- name: move-replay
UPDATE replay SET at=? WHERE endpoint=? AND at=?;
-- name: end-replay
DELETE FROM replay WHERE endpoint=? AND at>=until;
-- name: delete-replay
DELETE FROM replay WHERE endpoint=?;
-- name: read-facts
SELECT v.subject, v.object, t.key, a.type FROM event v
  LEFT JOIN task t ON v.subject=0 AND t.n=v.object
  LEFT JOIN asset a ON v.subject=1 AND a.n=v.object
WHERE v.change=? AND v.account=?;

-- name: write-searchable
INSERT INTO searchable(place, asset, id, account, key, vectors, again)
SELECT (SELECT coalesce(max(place), 0)+1 FROM searchable), n, id, account, ?2, ?3, 0 FROM asset
WHERE id=?1 AND expires IS NULL AND archived IS NULL
ON CONFLICT(asset) DO UPDATE SET place=excluded.place, key=excluded.key,
  vectors=excluded.vectors, again=1;
-- name: write-words
INSERT OR REPLACE INTO file_word(rowid, words)
SELECT n, ?2 FROM asset WHERE id=?1 AND expires IS NULL AND archived IS NULL;
-- name: end-searchable
UPDATE searchable SET place=(SELECT max(place)+1 FROM searchable), vectors=x'', again=1
WHERE asset=?;
-- name: delete-words
DELETE FROM file_word WHERE rowid=?;
-- name: indexed-up-to
UPDATE indexing SET file=?2 WHERE lane=?1 AND file<?2;
