-- name: entries whose legs do not sum to zero
SELECT count(*) FROM entry WHERE granted+available+held+spent<>0;
-- name: books that do not sum to zero or are overdrawn
SELECT count(*) FROM book WHERE granted+available+held+spent<>0 OR available<0
OR held<0;
-- name: books that differ from their entries
SELECT count(*) FROM book b WHERE (granted,available,held,spent)<>(SELECT
sum(granted),sum(available),sum(held),sum(spent) FROM entry e WHERE
e.account=b.account);
-- name: tasks without exactly one hold of their terms
SELECT count(*) FROM task t WHERE 1<>(SELECT count(*) FROM entry e WHERE
e.task=t.id AND kind=1 AND e.held=t.hold AND e.available=-t.hold);
-- name: tasks whose hold is not resolved once at the end and never before
SELECT count(*) FROM task t WHERE (t.live IS NULL)<>(SELECT count(*) FROM entry
e WHERE e.task=t.id AND kind IN (2,3) AND e.held=-t.hold);
-- name: tasks charged without success, or not their price on success
SELECT count(*) FROM task t WHERE (CASE state WHEN 3 THEN price ELSE 0
END)<>(SELECT coalesce(sum(spent),0) FROM entry e WHERE e.task=t.id);
-- name: logs with gaps
SELECT count(*) FROM task t WHERE (t.version,t.version)<>(SELECT
count(*),max(seq) FROM event e WHERE e.subject=0 AND e.object=t.n);
-- name: events that are not chained to the one before
SELECT count(*) FROM event e WHERE subject=0 AND seq>1 AND NOT EXISTS(SELECT 1 FROM event p
WHERE p.change=e.prev AND p.object=e.object AND p.seq=e.seq-1);
-- name: tasks that ended twice, or not by the event of their state
SELECT count(*) FROM task t WHERE (t.live IS NULL)<>(SELECT count(*) FROM event
e WHERE e.subject=0 AND e.object=t.n AND kind IN (5,6,7)) OR t.live IS NULL AND NOT EXISTS(SELECT
1 FROM event e WHERE e.change=t.result AND e.subject=0 AND e.object=t.n AND e.kind=t.state+2);
-- name: idempotency keys of two tasks within a day
SELECT count(*) FROM task a JOIN task b ON b.idem=a.idem AND b.n>a.n WHERE
b.created-a.created<86400000;
-- name: idempotency keys that were moved away from their tasks
SELECT count(*) FROM idempotency i LEFT JOIN task t ON t.n=i.task WHERE t.idem
IS NOT i.key;
-- name: checkpoints of ended tasks
SELECT count(*) FROM checkpoint c JOIN task t ON t.n=c.task WHERE t.live IS NULL;
-- name: what keys have spent that differs from what their tasks hold or cost
SELECT count(*) FROM spend s WHERE credits<>(SELECT coalesce(sum(coalesce(price,hold)),0)
FROM task t WHERE t.key=s.key AND t.created/300000=s.step AND t.state<4);
-- name: tasks of keys with spend limits that are not counted
SELECT count(*) FROM task t JOIN api_key k ON k.n=t.key WHERE k.spend_5h+k.spend_1d+k.spend_7d>0
AND t.state<4 AND coalesce(t.price,t.hold)>0 AND t.created>(SELECT at FROM clock)-604800000
AND NOT EXISTS(SELECT 1 FROM spend s WHERE s.key=t.key AND s.step=t.created/300000);
-- name: accounts whose stored bytes are not those of the files that they brought
SELECT count(*) FROM account a WHERE coalesce((SELECT bytes FROM storage s WHERE s.account=a.n),0)
<>(SELECT coalesce(sum(bytes),0) FROM asset f WHERE f.account=a.n AND f.task IS NULL
AND f.gone IS NULL);
-- name: uploads that are files already
SELECT count(*) FROM upload u JOIN asset a ON a.id=u.id;
-- name: renditions of files that are not there or gone
SELECT count(*) FROM rendition r WHERE NOT EXISTS(SELECT 1 FROM asset a WHERE a.n=r.asset
AND a.gone IS NULL);
-- name: places in the order of updates that are given twice
SELECT count(*) FROM (SELECT coalesce(turn,n) AS place FROM asset GROUP BY place
HAVING count(*)>1);
