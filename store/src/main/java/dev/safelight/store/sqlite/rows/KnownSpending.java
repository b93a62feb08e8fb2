package dev.safelight.store.sqlite.rows;

import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.core.ledger.Spending;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the keys that have spend limits have spent, as of the last commit: 16 bytes a step, at most
 * 32 KiB a key. Others are not here. Any thread may look up.
 */
public final class KnownSpending {
    private final Map<Long, Spending> keys = new ConcurrentHashMap<>();

    private record Limited(long key, SpendLimits limits) {
        static Query.Reader<Limited> over(Columns columns) {
            int key = columns.at("n");
            var limits = KeyLimitColumns.spend(columns);
            return row -> new Limited(row.number(key), limits.read(row));
        }
    }

    /** A row of what a key spent in a step. */
    record Spent(long key, long step, long credits) {
        static Query.Reader<Spent> over(Columns columns) {
            int key = columns.at("key");
            int step = columns.at("step");
            int credits = columns.at("credits");
            return row -> new Spent(row.number(key), row.number(step), row.number(credits));
        }
    }

    public KnownSpending(Db db, SqlFile sql) {
        var spent = new HashMap<Long, SortedMap<Long, Long>>();
        db.query(sql.get("read-spend"), Spent::over)
                .each(row -> spent.computeIfAbsent(row.key(), key -> new TreeMap<>())
                        .put(row.step(), row.credits()));
        db.query(sql.get("read-spend-limits"), Limited::over)
                .each(key -> keys.put(
                        key.key(),
                        Spending.of(
                                key.limits(),
                                spent.getOrDefault(key.key(), Collections.emptySortedMap()))));
    }

    /** Null for a key without limits. */
    public @Nullable Spending find(long key) {
        return keys.get(key);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    void learn(long key, Spending spending) {
        if (spending.limits().isNone()) keys.remove(key);
        else keys.put(key, spending);
    }
}
