-- name: view-columns
{task-columns}, t.finished, f.body AS first, r.body AS outcome,
  s.id AS session, t.out_id AS callers_id
-- name: view-tables
task t JOIN event f ON f.change=t.first LEFT JOIN event r ON r.change=t.result
  LEFT JOIN session s ON s.n=t.session
-- name: by-label
d.account=? AND d.name=? AND d.value=? AND t.n=d.task
-- name: has-label
EXISTS(SELECT 1 FROM label l WHERE l.account=t.account AND l.name=? AND l.value=? AND l.task=t.n)
-- name: log
WITH RECURSIVE chain(change, seq, prev, at, kind, body) AS (
  SELECT e.change, e.seq, e.prev, e.at, e.kind, e.body FROM event e WHERE e.change=?
  UNION ALL SELECT e.change, e.seq, e.prev, e.at, e.kind, e.body
  FROM chain c JOIN event e ON e.change=c.prev WHERE c.seq>?+1)
SELECT seq, at, kind, body FROM chain WHERE seq>? ORDER BY seq LIMIT ?;
-- name: log-of
SELECT {task-columns}, t.last,
  s.id AS session, t.out_id AS callers_id
FROM task t LEFT JOIN session s ON s.n=t.session WHERE t.id=? AND t.account=?;
-- name: job
SELECT t.n, t.id, t.attempt, t.tool, t.model, t.engine, f.body, c.body AS checkpoint,
  EXISTS(SELECT 1 FROM task_file i WHERE i.task=t.n) AS files
FROM task t JOIN event f ON f.change=t.first LEFT JOIN checkpoint c ON c.task=t.n WHERE t.id=?;
-- name: job-files
SELECT {asset-columns}
FROM task_file i JOIN asset a ON a.n=i.asset LEFT JOIN task t ON t.n=a.task WHERE i.task=?;
-- name: past-runs
SELECT tool, model, engine, finished-started AS took
FROM (SELECT * FROM task ORDER BY n DESC LIMIT ?) WHERE state=3 AND started IS NOT NULL;
-- name: count-live
SELECT count(*) FROM task INDEXED BY task_live WHERE live IS NOT NULL;
-- name: session
SELECT title, created FROM session WHERE id=? AND account=?;
-- name: asset
SELECT {asset-columns} FROM asset a LEFT JOIN task t ON t.n=a.task WHERE a.id=?;
-- name: assets
SELECT {asset-columns} FROM asset a LEFT JOIN task t ON t.n=a.task WHERE a.account=? AND a.id IN
  (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?);
-- name: digests
SELECT n, digest FROM asset a WHERE n>? AND (expires IS NULL OR expires>?
  OR EXISTS(SELECT 1 FROM task_file f WHERE f.asset=a.n)) ORDER BY n LIMIT ?;
-- name: rendition-digests
SELECT asset*2+size AS n, digest FROM rendition WHERE (asset, size)>(?,?)
ORDER BY asset, size LIMIT ?;
-- name: file-columns
{asset-columns}, a.transcript, a.updated, a.archived, a.preview, a.unreadable,
  coalesce(a.turn,a.n) AS turn, y.at AS studied, t.tool, t.model
FROM asset a LEFT JOIN task t ON t.n=a.task JOIN study y ON y.lane=(a.task IS NOT NULL)
-- name: file
a.id=? AND a.account=?
-- name: files
a.account=? AND a.id IN
  (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
-- name: files-of-account
a.account=?1 AND a.archived IS NULL AND a.gone IS NULL AND coalesce(a.turn,a.n)<?2
  AND (a.expires IS NULL OR a.expires>?3) AND (?4 IS NULL OR coalesce(a.key,t.key)=?4)
  AND coalesce(a.turn,a.n)>=?6
ORDER BY coalesce(a.turn,a.n) DESC LIMIT ?5
-- name: stretch-of-files
SELECT coalesce(a.turn,a.n) FROM asset a
WHERE a.account=? AND a.archived IS NULL AND a.gone IS NULL AND coalesce(a.turn,a.n)<?
ORDER BY coalesce(a.turn,a.n) DESC LIMIT 1 OFFSET ?;
-- name: public-file
a.preview=? AND (a.expires IS NULL OR a.expires>?)
-- name: renditions
SELECT asset, size, digest, bytes, type, width, height FROM rendition WHERE asset IN
  (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ORDER BY asset, size;
-- name: rendition
SELECT asset, size, digest, bytes, type, width, height FROM rendition
WHERE asset=(SELECT n FROM asset WHERE id=?) AND size=?;
-- name: upload
SELECT {upload-columns} FROM upload u WHERE u.id=?;
-- name: storage
SELECT bytes FROM storage WHERE account=?;
-- name: next-upload
SELECT {asset-columns} FROM asset a INDEXED BY asset_upload LEFT JOIN task t ON t.n=a.task
WHERE a.task IS NULL AND a.expires IS NULL AND a.n>(SELECT at FROM study WHERE lane=0)
ORDER BY a.n LIMIT 1;
-- name: studied
SELECT at FROM study WHERE lane=1;
-- name: last-file
SELECT coalesce(max(n),0) FROM asset;
-- name: next-made
SELECT {asset-columns} FROM asset a JOIN task t ON t.n=a.task
WHERE a.n>? AND a.n<=? AND a.expires IS NULL ORDER BY a.n LIMIT 1;
-- name: book
SELECT granted, available, held, spent FROM book WHERE account=?;
-- name: account-limits
SELECT slots, weight, storage FROM account WHERE n=?;
-- name: key-limits
SELECT slots, submits, reads, spend_5h, spend_1d, spend_7d FROM api_key
WHERE n=? AND revoked IS NULL;
-- name: engine-limits
SELECT engine, slots FROM engine_limit WHERE slots>0 ORDER BY engine;
-- name: feed-end
SELECT change FROM clock;
-- name: log-mark
SELECT coalesce(max(passed),0) FROM log_mark WHERE account IN (0,?);
-- name: feed-next-at
SELECT at FROM event WHERE change>? ORDER BY change LIMIT 1;
-- name: feed
SELECT e.change, e.subject, e.seq, e.at, e.kind, e.body, {task-columns},
  s.id AS session, t.out_id AS callers_id, k.id AS handle
FROM event e LEFT JOIN task t ON t.n=e.object AND e.subject=0
  LEFT JOIN session s ON s.n=t.session LEFT JOIN api_key k ON k.n=e.object AND e.subject=2
WHERE e.change>? AND e.change<=? AND e.account=? ORDER BY e.change LIMIT ?;
-- name: endpoint-columns
SELECT n, id, account, key, url, dialect, events, description, state, reason, failing, created
FROM endpoint
-- name: endpoints
account=? AND key IS NULL AND state<2 AND n<? ORDER BY n DESC LIMIT ?
-- name: endpoint
id=? AND account=? AND state<2
-- name: endpoint-of-key
key=? AND state<2 ORDER BY n LIMIT 1
-- name: endpoint-row
SELECT n FROM endpoint WHERE id=? AND account=?;
-- name: endpoint-secrets
SELECT s.sealed FROM webhook_secret s JOIN endpoint e ON e.n=s.endpoint
WHERE e.id=? AND (s.until IS NULL OR s.until>?) ORDER BY s.n DESC;
-- name: delivery-columns
d.n, d.account, d.subject, d.change, d.occasion, d.due, d.attempts,
  iif(e.state=2 AND d.state IN (0,4), 3, d.state) AS state, d.attempts-d.replayed AS tries,
  d.body, v.seq, v.at AS happened,
  iif(d.subject=1, v.body, NULL) AS entry, t.id AS task, e.id AS endpoint, k.id AS key,
  coalesce(e.url, c.url) AS url, e.dialect, f.dialect AS submitted
FROM delivery d CROSS JOIN event v ON v.change=d.change
  LEFT JOIN task t ON t.n=d.object AND d.subject=0 LEFT JOIN event f ON f.change=t.first
  LEFT JOIN endpoint e ON e.n=d.endpoint
  LEFT JOIN callback c ON c.task=t.n AND d.endpoint<0
  LEFT JOIN api_key k ON k.n=iif(d.endpoint<0, t.key, e.key)
-- name: due-of-endpoint
d.endpoint=(SELECT n FROM endpoint WHERE id=? AND state=0) AND d.state=4 AND d.due<=?
ORDER BY d.due, d.n LIMIT ?
-- name: due-callbacks
d.endpoint=-? AND d.state=4 AND d.due<=? ORDER BY d.due, d.n LIMIT ?
-- name: fresh
d.state=0 AND d.n>? ORDER BY d.n LIMIT ?
-- name: delivery
d.n=? AND d.account=?
-- name: deliveries-of-account
d.n>? AND d.n<=? AND d.account=? ORDER BY d.n LIMIT ?
-- name: deliveries-of-endpoint
d.n>? AND d.n<=? AND d.endpoint=? ORDER BY d.n LIMIT ?
-- name: delivery-end
SELECT delivery FROM clock;
-- name: lines-due
WITH RECURSIVE line(target) AS (
  SELECT min(endpoint) FROM delivery WHERE state=4
  UNION ALL SELECT (
    SELECT min(d.endpoint) FROM delivery d WHERE d.state=4 AND d.endpoint>line.target)
  FROM line WHERE line.target IS NOT NULL)
SELECT e.id, -l.target AS account FROM line l LEFT JOIN endpoint e ON e.n=l.target
WHERE (l.target<0 OR e.state=0) AND EXISTS(
  SELECT 1 FROM delivery d WHERE d.endpoint=l.target AND d.state=4 AND d.due<=?);
-- name: replays
SELECT e.account, e.id, r.at, r.until, (
  SELECT count(*) FROM (
    SELECT 1 FROM delivery d WHERE d.endpoint=r.endpoint AND d.state=4 LIMIT ?)) AS waiting
FROM replay r JOIN endpoint e ON e.n=r.endpoint WHERE e.state=0 ORDER BY r.endpoint;
-- name: attempts
SELECT at, status, latency, note FROM delivery_attempt WHERE delivery=? ORDER BY number;
-- name: account
SELECT {account-columns} FROM account a WHERE a.n=?;
-- name: account-by-id
SELECT {account-columns} FROM account a WHERE a.id=?;
-- name: accounts
SELECT {account-columns} FROM account a WHERE a.n<? ORDER BY a.n DESC LIMIT ?;
-- name: usage
SELECT (SELECT count(*) FROM task WHERE account=? AND live IS NOT NULL) AS live,
  coalesce((SELECT bytes FROM storage WHERE account=?), 0) AS bytes;
-- name: key
SELECT {key-columns} FROM api_key k JOIN account a ON a.n=k.account
WHERE k.id=?1 AND (a.n=?2 OR a.live=?2);
-- name: keys
SELECT {key-columns} FROM api_key k JOIN account a ON a.n=k.account
WHERE k.account IN (?1, (SELECT n FROM account WHERE live=?1)) AND k.n<?2
ORDER BY k.n DESC LIMIT ?3;
-- name: key-secrets
SELECT s.sealed FROM webhook_secret s JOIN api_key k ON k.n=s.key
WHERE k.id=? AND (s.until IS NULL OR s.until>?) ORDER BY s.n DESC;
-- name: have-secrets
SELECT EXISTS(SELECT 1 FROM webhook_secret);
-- name: audit-columns
SELECT d.n, d.action, d.object, d.result, d.request, d.at, a.id AS actor, k.id AS key
FROM audit d JOIN account a ON a.n=d.actor LEFT JOIN api_key k ON k.n=d.key
-- name: audit-of-account
d.n IN (
  SELECT n FROM (SELECT n FROM audit WHERE account=?1 AND n<?2 ORDER BY n DESC LIMIT ?3)
  UNION SELECT n FROM (SELECT n FROM audit WHERE actor=?1 AND n<?2 ORDER BY n DESC LIMIT ?3))
ORDER BY d.n DESC LIMIT ?3
-- name: audit
d.n<? ORDER BY d.n DESC LIMIT ?
-- name: last-posting
SELECT last, available FROM book WHERE account=?;
-- name: postings
WITH RECURSIVE chain(prev, task, kind, at, granted, available, held, spent) AS (
  SELECT prev, task, kind, at, granted, available, held, spent FROM entry
  WHERE n=? AND account=?
  UNION ALL SELECT e.prev, e.task, e.kind, e.at, e.granted, e.available, e.held, e.spent
  FROM chain c JOIN entry e ON e.n=c.prev LIMIT ?)
SELECT prev, task, kind, at, granted, available, held, spent FROM chain;
-- name: unindexed-uploads
SELECT a.n, a.id, a.account, a.name, a.transcript, a.key, NULL AS body, a.archived IS NULL AS wanted
FROM asset a INDEXED BY asset_upload WHERE a.task IS NULL AND a.expires IS NULL
  AND a.n>(SELECT file FROM indexing WHERE lane=?) ORDER BY a.n LIMIT ?;
-- name: unindexed-made
SELECT a.n, a.id, a.account, a.name, NULL AS transcript, t.key, f.body,
  t.n IS NOT NULL AND a.expires IS NULL AND a.archived IS NULL AS wanted
FROM asset a LEFT JOIN task t ON t.n=a.task LEFT JOIN event f ON f.change=t.first
WHERE a.n>(SELECT file FROM indexing WHERE lane=?) ORDER BY a.n LIMIT ?;
-- name: with-words
SELECT a.id FROM file_word JOIN asset a ON a.n=file_word.rowid
WHERE file_word MATCH ? ORDER BY file_word.rowid DESC LIMIT ?;
-- name: vectors
SELECT place, id, key, vectors, again FROM searchable
WHERE account=? AND place>? ORDER BY place LIMIT ?;
