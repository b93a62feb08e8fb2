-- name: view-columns
t.n, t.id, t.account, t.key, t.tool, t.model, t.engine, t.priority, t.state, t.version, t.fence,
  t.attempt, t.worker, t.progress, t.queue_until, t.run, t.started, t.deadline, t.due, t.hold,
  t.created, t.finished, t.price, f.body, r.body, s.id
-- name: view-tables
task t JOIN event f ON f.change=t.first LEFT JOIN event r ON r.change=t.result
  LEFT JOIN session s ON s.n=t.session
-- name: by-label
d.account=? AND d.name=? AND d.value=? AND t.n=d.task
-- name: has-label
EXISTS(SELECT 1 FROM label l WHERE l.account=t.account AND l.name=? AND l.value=? AND l.task=t.n)
-- name: log
WITH RECURSIVE chain(change, seq, prev, at, kind, body) AS (
  SELECT e.change, e.seq, e.prev, e.at, e.kind, e.body FROM task t JOIN event e ON e.change=t.last
  WHERE t.id=? AND t.account=?
  UNION ALL SELECT e.change, e.seq, e.prev, e.at, e.kind, e.body
  FROM chain c JOIN event e ON e.change=c.prev WHERE c.seq>?+1)
SELECT change, seq, at, kind, coalesce(body,'') FROM chain WHERE seq>? ORDER BY seq LIMIT ?;
-- name: job
SELECT t.id, t.attempt, t.tool, t.model, t.engine, f.body, c.body
FROM task t JOIN event f ON f.change=t.first LEFT JOIN checkpoint c ON c.task=t.n WHERE t.n=?;
-- name: count-live
SELECT count(*) FROM task INDEXED BY task_live WHERE live IS NOT NULL;
-- name: session
SELECT n, title, created FROM session WHERE id=? AND account=?;
-- name: asset
SELECT id, account, digest, bytes, type, name, meta, created, expires FROM asset WHERE id=?;
-- name: digests
SELECT n, digest FROM asset WHERE n>? ORDER BY n LIMIT ?;
-- name: outbox
SELECT o.n, o.webhook, e.url, o.body FROM outbox o JOIN endpoint e ON e.n=o.endpoint
WHERE o.n>? ORDER BY o.n LIMIT ?;
-- name: book
SELECT granted, available, held, spent FROM book WHERE account=?;
