-- Words and meanings are indexed by themselves, and uploads before what tasks made. Meanings are
-- told anew, each in place of the one before: what an earlier build kept of texts that its model
-- could not read made them alike.

-- lane: 0 words of uploads, 1 words of what tasks made, 2 and 3 the meanings of these. file: all
-- files of the lane up to this number have been indexed, or are not to be.
ALTER TABLE indexing RENAME TO indexing_before;
CREATE TABLE indexing(lane INTEGER PRIMARY KEY, file INTEGER NOT NULL) STRICT;
INSERT INTO indexing(lane, file)
SELECT 0, file FROM indexing_before UNION ALL SELECT 1, file FROM indexing_before
UNION ALL VALUES(2,0), (3,0);
DROP TABLE indexing_before;
