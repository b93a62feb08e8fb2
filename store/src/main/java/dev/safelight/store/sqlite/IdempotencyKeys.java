package dev.safelight.store.sqlite;

import dev.safelight.core.task.Fingerprint;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which task each idempotency key of the last day was used for. Keys come in random order, and an
 * index of them would have every submit change a page of its own. So the newest are in memory, read
 * from their tasks' rows at a start, and move to the index in sorted runs, many keys a page.
 * Confined to the writer thread.
 */
final class IdempotencyKeys {
    /** How many go to the index, or out of it, with one batch. */
    private static final int STRETCH = 500;

    /** How many tasks a start may have to look at for each key that memory holds. */
    private static final int TASKS_PER_KEY = 4;

    private static final Duration WHEN_NOTHING_IS_OLD = Duration.ofMinutes(1);
    private static final Comparator<Fingerprint> ORDER =
            Comparator.comparingLong(Fingerprint::hi).thenComparingLong(Fingerprint::lo);

    private final int inMemory;
    private final Statement find;
    private final Statement move;
    private final Statement drop;
    private final Statement firstDay;
    private NavigableMap<Fingerprint, Long> recent = new TreeMap<>(ORDER);

    /** What is left of those on their way to the index. */
    private NavigableMap<Fingerprint, Long> moving = new TreeMap<>(ORDER);

    /** The last task that was there when they set off. */
    private long movingUpTo;

    /** The last day that the index has keys of, or 0. */
    private long lastDay;

    private Instant nextDrop = Instant.MIN;

    /** Reads what no run has moved yet. */
    IdempotencyKeys(Db db, SqlFile sql, long movedUpTo, int inMemory) {
        this.inMemory = inMemory;
        find = db.prepare(sql.get("find-keys"));
        move = db.prepare(sql.get("move-key"));
        drop = db.prepare(sql.get("drop-keys"));
        firstDay = db.prepare(sql.get("first-day-of-keys"));
        lastDay = db.number(sql.get("last-day-of-keys"));
        movingUpTo = movedUpTo;
        db.prepare(sql.get("read-recent-keys"))
                .bind(movedUpTo)
                .each(row -> recent.put(Bytes.fingerprint(row.bytes()), row.number()));
    }

    /** The rows of the tasks that these keys were last used for, where there is one. */
    Collection<Long> tasks(Collection<Fingerprint> keys, Instant now) {
        var found = new ArrayList<Long>();
        var others = new ArrayList<Fingerprint>();
        for (var key : keys) {
            var task = recent.getOrDefault(key, moving.get(key));
            if (task == null) others.add(key);
            else found.add(task);
        }
        found.addAll(onDisk(others, now));
        return found;
    }

    /** A key moves a day after it was used at the latest, so the last two days have all. */
    private Collection<Long> onDisk(List<Fingerprint> keys, Instant now) {
        Map<Fingerprint, Long> found = new HashMap<>();
        for (long day = Math.max(day(now) - 1, 1); day <= lastDay; day++) {
            long of = day;
            InList.each(
                    find,
                    keys,
                    statement -> statement.bind(of),
                    (statement, key) -> statement.bind(Bytes.of(key)),
                    row -> found.put(Bytes.fingerprint(row.bytes()), row.number()));
        }
        return found.values();
    }

    /** A task was taken up under this key, and is on disk. */
    void used(Fingerprint key, long task) {
        recent.put(key, task);
    }

    /** Moves a stretch, or drops one that is too old. Before the batch submits anything. */
    void tidy(Transaction tx) {
        if (moving.isEmpty()) setOff(tx.counters.task());
        if (!moving.isEmpty()) moveOn(tx);
        else if (!tx.now().isBefore(nextDrop)) dropOld(tx);
    }

    /** Memory is full, or the next start would have to look at many tasks. */
    private void setOff(long lastTask) {
        boolean isLong = lastTask - movingUpTo >= (long) inMemory * TASKS_PER_KEY;
        if (recent.size() < inMemory && !isLong) return;
        moving = recent;
        recent = new TreeMap<>(ORDER);
        movingUpTo = lastTask;
    }

    private void moveOn(Transaction tx) {
        long day = day(tx.now());
        int moved = 0;
        Fingerprint last = moving.firstKey();
        for (var entry : moving.entrySet()) {
            if (moved++ == STRETCH) break;
            last = entry.getKey();
            move.bind(day).bind(Bytes.of(last)).bind(entry.getValue()).run();
        }
        var rest = moving.tailMap(last, false);
        if (rest.isEmpty()) tx.counters.keysMoved(movingUpTo);
        // Only once that is on disk: a batch that fails leaves them to be moved again.
        tx.answer(() -> {
            moving = rest;
            lastDay = day;
        });
    }

    private void dropOld(Transaction tx) {
        long[] oldest = new long[1];
        firstDay.each(row -> oldest[0] = row.number());
        if (oldest[0] == 0 || oldest[0] >= day(tx.now()) - 1) {
            nextDrop = tx.now().plus(WHEN_NOTHING_IS_OLD);
            return;
        }
        drop.bind(oldest[0]).bind(STRETCH).run();
    }

    private static long day(Instant moment) {
        return moment.getEpochSecond() / Duration.ofDays(1).toSeconds();
    }
}
