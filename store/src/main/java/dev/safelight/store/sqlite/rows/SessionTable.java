package dev.safelight.store.sqlite.rows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.session.SessionId;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;

import java.time.Instant;

/** The rows of sessions. One never changes, so the numbers of those in use stay in memory. */
public final class SessionTable {
    private static final int IN_MEMORY = 10_000;

    private final Query<Long> insert;
    private final Query<Long> find;
    private final Cache<Owned, Long> rows =
            Caffeine.newBuilder().maximumSize(IN_MEMORY).executor(Runnable::run).build();

    /** With its account: a session's id alone proves nothing about who asks. */
    private record Owned(AccountId account, SessionId id) {}

    public SessionTable(Db db, SqlFile sql) {
        insert = db.numbers(sql.get("insert-session"));
        find = db.numbers(sql.get("find-session"));
    }

    public void insert(AccountId account, SessionId id, String title, Instant now) {
        insert.bind(Bytes.of(id.id())).bind(account.number()).bind(title);
        insert.bind(now.toEpochMilli()).one();
    }

    /**
     * The row of a session that is on disk.
     *
     * @throws IllegalArgumentException when the account has none of this id
     */
    public long row(AccountId account, SessionId id) {
        var owned = new Owned(account, id);
        Long known = rows.getIfPresent(owned);
        if (known != null) return known;
        Long row = find.bind(Bytes.of(id.id())).bind(account.number()).first();
        if (row == null)
            throw new IllegalArgumentException("no session " + id + " in this account");
        rows.put(owned, row);
        return row;
    }

    /** Forgets the numbers: a batch that made some was rolled back. */
    public void clear() {
        rows.invalidateAll();
    }
}
