package dev.safelight.store.sqlite.rows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.task.NewTask;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of sessions, read for a batch when it opens and laid over with those that it makes. One
 * never changes, so the numbers of those in use stay in memory.
 */
public final class SessionTable {
    private static final int IN_MEMORY = 10_000;

    private final Query<Long> insert;
    private final Query<Long> find;
    private final Map<Owned, Long> ofBatch = new HashMap<>();
    private final Cache<Owned, Long> rows =
            Caffeine.newBuilder().maximumSize(IN_MEMORY).executor(Runnable::run).build();

    /** With its account: a session's id alone proves nothing about who asks. */
    private record Owned(AccountId account, SessionId id) {
        static @Nullable Owned of(NewTask submit) {
            var session = submit.input().session();
            return session == null ? null : new Owned(submit.header().owner().account(), session);
        }
    }

    public SessionTable(Db db, SqlFile sql) {
        insert = db.numbers(sql.get("insert-session"));
        find = db.numbers(sql.get("find-session"));
    }

    public void insert(AccountId account, SessionId id, String title, Instant now) {
        insert.bind(Bytes.of(id.id())).bind(account.number()).bind(title);
        ofBatch.put(new Owned(account, id), insert.bind(now.toEpochMilli()).one());
    }

    /** Reads the sessions that these submits name, where the account has them. */
    public void open(Collection<NewTask> submits) {
        for (var submit : submits) {
            var owned = Owned.of(submit);
            if (owned == null || ofBatch.containsKey(owned)) continue;
            Long row = read(owned);
            if (row != null) ofBatch.put(owned, row);
        }
    }

    private @Nullable Long read(Owned owned) {
        Long known = rows.getIfPresent(owned);
        if (known != null) return known;
        var id = Bytes.of(owned.id().id());
        Long row = find.bind(id).bind(owned.account().number()).first();
        if (row != null) rows.put(owned, row);
        return row;
    }

    /** The row of the session that a submit names; null when it names none that the account has. */
    public @Nullable Long find(NewTask submit) {
        var owned = Owned.of(submit);
        return owned == null ? null : ofBatch.get(owned);
    }

    /** Forgets what was of one batch. */
    public void close() {
        ofBatch.clear();
    }

    /** Forgets everything: a batch that made some was rolled back. */
    public void clear() {
        close();
        rows.invalidateAll();
    }
}
