package dev.safelight.store.sqlite.rows;

import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.Actor;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The rows of the audit log: appended with the act that they tell of, never changed. */
public final class AuditTable {
    private final Statement insert;

    public AuditTable(Db db, SqlFile sql) {
        insert = db.prepare(sql.get("insert-audit"));
    }

    /**
     * Adds an entry.
     *
     * @param account whose log it stands in
     * @param refusal why it was not done, or null
     */
    public void append(
            AccountId account,
            Actor by,
            AuditAction action,
            String object,
            @Nullable ActRefusal refusal,
            Instant now) {
        var who = by.who();
        insert.bind(account.number()).bind(who.account().number());
        insert.bind(who.key().equals(Actor.NO_KEY) ? null : (Long) who.key().number());
        insert.bind((long) action.code()).bind(object);
        insert.bind(refusal == null ? 0L : refusal.code());
        insert.bind(by.requestId()).bind(now.toEpochMilli()).runOne();
    }
}
