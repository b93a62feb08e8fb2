-- What files are found by. A later step writes it, beside every decision about tasks.

-- place: its order of changes, never given twice: whoever read up to one learns what came later.
-- vectors: float32 numbers, the lowest byte first, of each passage; none for what is archived.
-- again: 1 when an earlier place said something else of the file. key: who brought it or asked for
-- it, if that is known.
CREATE TABLE searchable(
  place INTEGER PRIMARY KEY, asset INTEGER NOT NULL, id BLOB NOT NULL, account INTEGER NOT NULL,
  key INTEGER, vectors BLOB NOT NULL, again INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX searchable_asset ON searchable(asset);
CREATE INDEX searchable_account ON searchable(account, place);

-- rowid: that of the file. Words come cut, each behind the number of its account, so that no term
-- is two accounts'; the tokenizer takes them apart at the spaces alone.
CREATE VIRTUAL TABLE file_word USING fts5(
  words, content='', contentless_delete=1, detail=none, tokenize='ascii');

-- All files up to this number have been indexed, or are not to be.
CREATE TABLE indexing(one INTEGER PRIMARY KEY CHECK(one=1), file INTEGER NOT NULL) STRICT;
INSERT INTO indexing VALUES(1,0);
