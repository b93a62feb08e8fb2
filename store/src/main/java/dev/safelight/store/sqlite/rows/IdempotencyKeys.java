package dev.safelight.store.sqlite.rows;

import dev.safelight.core.task.Fingerprint;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
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
import java.util.function.Consumer;

/**
 * Which task each idempotency key of the last day was used for. Keys come in random order, and an
 * index of them would have every submit change a page of its own. So the newest are in memory, read
 * from their tasks' rows at a start, and move to a table in sorted runs, many keys a page. Confined
 * to the writer thread.
 */
public final class IdempotencyKeys {
    /** How many tasks a start may have to look at for each key that memory holds. */
    private static final int TASKS_PER_KEY = 4;

    private static final Duration WHEN_NOTHING_IS_OLD = Duration.ofMinutes(1);
    private static final Comparator<Fingerprint> ORDER =
            Comparator.comparingLong(Fingerprint::hi).thenComparingLong(Fingerprint::lo);

    private final int inMemory;
    private final Query<Used> find;
    private final Statement move;
    private final Statement drop;
    private final Query<Long> firstDay;
    private NavigableMap<Fingerprint, Long> recent = new TreeMap<>(ORDER);

    /** What is left of a run on its way to the table. */
    private NavigableMap<Fingerprint, Long> moving = new TreeMap<>(ORDER);

    /** The last task that was there when the run set off. */
    private long movingUpTo;

    /** The last day that the table has keys of, or 0. */
    private long lastDay;

    /** How many keys came since the last stretch. */
    private int fresh;

    private Instant nextDrop = Instant.MIN;

    /** A key and the row of the task that it was used for. */
    private record Used(Fingerprint key, long task) {

        static Query.Mapping<Used> under(String key, String task) {
            return columns -> over(columns, key, task);
        }

        private static Query.Reader<Used> over(Columns columns, String keyName, String taskName) {
            int key = columns.at(keyName);
            int task = columns.at(taskName);
            return row -> new Used(Bytes.fingerprint(row.bytes(key)), row.number(task));
        }
    }

    /** Reads what no run has moved yet; of two tasks of one key the later one counts. */
    public IdempotencyKeys(Db db, SqlFile sql, long movedUpTo, int inMemory) {
        this.inMemory = inMemory;
        find = db.query(sql.get("find-keys"), Used.under("key", "task"));
        move = db.prepare(sql.get("move-key"));
        drop = db.prepare(sql.get("drop-keys"));
        firstDay = db.numbers(sql.get("first-day-of-keys"));
        lastDay = db.number(sql.get("last-day-of-keys"));
        movingUpTo = movedUpTo;
        db.query(sql.get("read-recent-keys"), Used.under("idem", "n"))
                .bind(movedUpTo)
                .each(used -> recent.put(used.key(), used.task()));
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
        found.addAll(inTable(others, now));
        return found;
    }

    /** No key moves before it is used, so one that still counts moved today or yesterday. */
    private Collection<Long> inTable(List<Fingerprint> keys, Instant now) {
        Map<Fingerprint, Long> found = new HashMap<>();
        for (long day = Math.max(day(now) - 1, 1); day <= lastDay; day++) {
            long of = day;
            InList.each(
                    find,
                    keys,
                    query -> query.bind(of),
                    (query, key) -> query.bind(Bytes.of(key)),
                    used -> found.put(used.key(), used.task()));
        }
        return found.values();
    }

    /** A task was taken up under this key, and is on disk. */
    public void used(Fingerprint key, long task) {
        recent.put(key, task);
        fresh++;
    }

    /**
     * Moves a stretch, or drops one that is too old. Before the batch submits anything.
     *
     * @param afterCommit does what is to happen once the batch is on disk
     */
    public void tidy(Counters counters, Instant now, Consumer<Runnable> afterCommit) {
        int stretch = stretch();
        if (moving.isEmpty()) setOff(counters);
        if (!moving.isEmpty()) moveOn(counters, stretch, now, afterCommit);
        else if (!now.isBefore(nextDrop)) dropOld(stretch, now);
    }

    /** Twice what came: then a run is over before the next one, with time to drop old ones. */
    private int stretch() {
        int stretch = Math.max(1 + inMemory / 128, 2 * fresh);
        fresh = 0;
        return stretch;
    }

    /** Memory is full, or the next start would have to look at many tasks. */
    private void setOff(Counters counters) {
        long last = counters.task();
        boolean isLong = last - movingUpTo >= (long) inMemory * TASKS_PER_KEY;
        if (recent.size() < inMemory && !isLong) return;
        moving = recent;
        recent = new TreeMap<>(ORDER);
        movingUpTo = last;
        if (moving.isEmpty()) counters.keysMoved(last);
    }

    private void moveOn(
            Counters counters, int stretch, Instant now, Consumer<Runnable> afterCommit) {
        long day = day(now);
        int moved = 0;
        Fingerprint last = moving.firstKey();
        for (var entry : moving.entrySet()) {
            if (moved++ == stretch) break;
            last = entry.getKey();
            move.bind(day).bind(Bytes.of(last)).bind(entry.getValue()).run();
        }
        var rest = moving.tailMap(last, false);
        if (rest.isEmpty()) counters.keysMoved(movingUpTo);
        // Only once that is on disk: a batch that fails leaves them to be moved again.
        afterCommit.accept(() -> moved(rest, day));
    }

    private void moved(NavigableMap<Fingerprint, Long> rest, long day) {
        // An empty view would hold the whole run.
        moving = rest.isEmpty() ? new TreeMap<>(ORDER) : rest;
        lastDay = day;
    }

    private void dropOld(int stretch, Instant now) {
        long oldest = firstDay.one();
        if (oldest == 0 || oldest >= day(now) - 1) {
            nextDrop = now.plus(WHEN_NOTHING_IS_OLD);
            return;
        }
        drop.bind(oldest).bind(stretch).run();
    }

    private static long day(Instant moment) {
        return moment.getEpochSecond() / Duration.ofDays(1).toSeconds();
    }
}
