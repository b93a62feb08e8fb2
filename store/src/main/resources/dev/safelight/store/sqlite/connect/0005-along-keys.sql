-- What is read along a key, or of the keys of operators alone.

-- What a key has spent is read from its own tasks when it gets its first limit. A new task comes
-- last under its key, as it does under its account.
CREATE INDEX task_key ON task(key, created);
-- The last of them is not revoked.
CREATE INDEX api_key_operator ON api_key(n)
WHERE revoked IS NULL AND instr(scopes,'operator')>0;
