-- name: count-pending
SELECT count(*) FROM upload WHERE account=? AND until>? AND reason IS NULL;
-- name: insert-upload
INSERT INTO upload(id, account, key, text, name, kind, temporary, transcript, created, until, ended)
VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?10);
-- name: find-pending
SELECT {upload-columns} FROM upload u WHERE u.id=? AND u.reason IS NULL;
-- name: delete-upload
DELETE FROM upload WHERE id=?;
-- name: find-upload-of-account
SELECT {upload-columns} FROM upload u WHERE u.id=? AND u.account=?;
-- name: refuse-upload
UPDATE upload SET reason=?, words=?, ended=? WHERE id=? AND reason IS NULL RETURNING account, n;
-- name: forget-uploads
DELETE FROM upload WHERE n IN (SELECT n FROM upload WHERE ended<? ORDER BY ended LIMIT ?);

-- name: read-storage
SELECT bytes FROM storage WHERE account=?;
-- name: add-storage
INSERT INTO storage(account, bytes) VALUES(?1,?2)
ON CONFLICT(account) DO UPDATE SET bytes=bytes+?2;
-- name: give-back-storage
UPDATE storage SET bytes=bytes-? WHERE account=?;

-- name: insert-uploaded
INSERT INTO asset(n, id, account, key, digest, bytes, type, name, meta, transcript, created,
  updated, expires) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?);
-- name: renew-file
UPDATE asset SET expires=?, created=?, updated=?, turn=?, key=?, gone=NULL, archived=NULL
WHERE n=?;
-- name: find-file
SELECT n, id, account, task, type, archived, preview, expires,
  bytes+coalesce(length(CAST(transcript AS BLOB)),0) AS taken FROM asset WHERE id=?;
-- name: read-file
SELECT n, id, account, task, type, archived, preview, expires,
  bytes+coalesce(length(CAST(transcript AS BLOB)),0) AS taken FROM asset WHERE n=?;
-- name: expired-files
SELECT n, id, account, task, type, archived, preview, expires,
  bytes+coalesce(length(CAST(transcript AS BLOB)),0) AS taken FROM asset INDEXED BY asset_expiring
WHERE expires IS NOT NULL AND gone IS NULL AND expires<=? ORDER BY expires LIMIT ?;
-- name: archive-file
UPDATE asset SET archived=?, updated=?, preview=NULL WHERE n=?;
-- name: show-file
UPDATE asset SET preview=?, updated=?, turn=? WHERE n=?;
-- name: end-file
UPDATE asset SET gone=?, preview=NULL WHERE n=? AND gone IS NULL;
-- name: drop-renditions
DELETE FROM rendition WHERE asset=?;

-- name: read-progress
SELECT at, taken, attempts FROM study WHERE lane=?;
-- name: take-file
UPDATE study SET taken=?, attempts=? WHERE lane=?;
-- name: end-study
UPDATE study SET at=taken, taken=0, attempts=0 WHERE lane=? AND taken=?;
-- name: put-back
UPDATE study SET attempts=attempts-1 WHERE lane=? AND taken=? AND attempts>0;
-- name: mark-unreadable
UPDATE asset SET unreadable=1 WHERE n=?;
-- name: write-rendition
INSERT INTO rendition(asset, size, digest, bytes, type, width, height) VALUES(?,?,?,?,?,?,?)
ON CONFLICT(asset, size) DO UPDATE SET digest=excluded.digest, bytes=excluded.bytes,
  type=excluded.type, width=excluded.width, height=excluded.height;
