-- Which files live tasks work on: their bytes are not removed meanwhile, though they have expired.
-- A task that names none has no row; those of others go with their end. asset: a row of asset.
CREATE TABLE task_file(
  task INTEGER NOT NULL, asset INTEGER NOT NULL,
  PRIMARY KEY(task, asset)) STRICT, WITHOUT ROWID;
CREATE INDEX task_file_asset ON task_file(asset);
