package dev.safelight.store.sqlite;

import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Instant;

/**
 * Row numbers that are never given twice, also after deletions, and the last stored instant.
 * Written once a batch; the batch number tells which batches are on disk.
 */
final class Counters {
    private final Statement read;
    private final Statement write;
    private long task;
    private long change;
    private long entry;
    private long asset;
    private long outbox;
    private long batch;
    private Instant at = Instant.EPOCH;
    private long keyed;

    Counters(Db db, SqlFile sql) {
        read = db.prepare(sql.get("read-clock"));
        write = db.prepare(sql.get("write-clock"));
        load();
    }

    void load() {
        read.each(row -> {
            task = row.number();
            change = row.number();
            entry = row.number();
            asset = row.number();
            outbox = row.number();
            batch = row.number();
            at = Instant.ofEpochMilli(row.number());
            keyed = row.number();
        });
    }

    /** The last task so far. */
    long task() {
        return task;
    }

    long nextTask() {
        return ++task;
    }

    long nextChange() {
        return ++change;
    }

    long nextEntry() {
        return ++entry;
    }

    long nextAsset() {
        return ++asset;
    }

    long nextOutbox() {
        return ++outbox;
    }

    /** How many batches are on disk; while one is open, the number that it will have. */
    long batch() {
        return batch;
    }

    /** The last stored instant. */
    Instant at() {
        return at;
    }

    /** The idempotency keys of tasks up to this one are in their index. */
    long keysMoved() {
        return keyed;
    }

    void keysMoved(long upTo) {
        keyed = upTo;
    }

    void flush(Instant now) {
        write.bind(task).bind(change).bind(entry).bind(asset).bind(outbox).bind(++batch);
        write.bind(now.toEpochMilli()).bind(keyed).runOne();
    }
}
