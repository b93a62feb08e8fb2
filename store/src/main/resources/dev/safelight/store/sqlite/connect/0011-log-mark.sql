-- Up to which change retention has removed entries of an account's log; account 0 is everybody.
CREATE TABLE log_mark(account INTEGER PRIMARY KEY, passed INTEGER NOT NULL) STRICT;
