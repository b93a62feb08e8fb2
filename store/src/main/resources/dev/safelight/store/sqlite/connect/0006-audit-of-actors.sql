-- An act stands in the log of the account that was acted upon and in that of whoever acted: both
-- read the same row.
CREATE INDEX audit_actor ON audit(actor, n);
