package dev.safelight.store.sqlite;

import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Duration;
import java.time.Instant;

/**
 * Drops idempotency keys that are too old to count, so that their index does not grow for ever.
 * Goes through the tasks in the order in which they came, a short stretch in a batch, and now and
 * then only: the batch is somebody's. Confined to the writer thread.
 */
final class IdempotencySweep {
    private static final int STRETCH = 500;
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration WHEN_NOTHING_IS_OLD = Duration.ofMinutes(1);

    private final Statement find;
    private final Statement forget;
    private Instant next = Instant.MIN;

    /** Up to here all is done; after a restart it goes from the first one again. */
    private long place;

    IdempotencySweep(Db db, SqlFile sql) {
        find = db.prepare(sql.get("find-outdated"));
        forget = db.prepare(sql.get("forget-outdated"));
    }

    /** One stretch, when it is time for one. */
    void go(Transaction tx) {
        if (tx.now().isBefore(next)) return;
        long last = lastOld(tx.now().minus(Lookups.KEPT));
        next = tx.now().plus(last == 0 ? WHEN_NOTHING_IS_OLD : BETWEEN);
        if (last == 0) return;
        forget.bind(place).bind(last).run();
        // Only once that is on disk: a batch that fails leaves them to be done again.
        tx.answer(() -> place = last);
    }

    /** The last task of the stretch that came at the moment or before, or 0. */
    private long lastOld(Instant moment) {
        long[] last = new long[1];
        find.bind(place).bind(STRETCH).bind(moment.toEpochMilli()).each(row -> {
            last[0] = row.number();
        });
        return last[0];
    }
}
