package dev.safelight.store.sqlite.rows;

import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Instant;

/**
 * Row numbers that are never given twice, also after deletions, and the last stored instant.
 * Written once a batch; the batch number tells which batches are on disk.
 */
public final class Counters {
    private final Query<Boolean> read;
    private final Statement write;
    private long task;
    private long change;
    private long entry;
    private long asset;
    private long delivery;
    private long batch;
    private Instant at = Instant.EPOCH;
    private long keyed;

    public Counters(Db db, SqlFile sql) {
        read = db.query(sql.get("read-clock"), this::reader);
        write = db.prepare(sql.get("write-clock"));
        load();
    }

    private Query.Reader<Boolean> reader(Columns columns) {
        int taskAt = columns.at("task");
        int changeAt = columns.at("change");
        int entryAt = columns.at("entry");
        int assetAt = columns.at("asset");
        int deliveryAt = columns.at("delivery");
        int batchAt = columns.at("batch");
        int atAt = columns.at("at");
        int keyedAt = columns.at("keyed");
        return row -> {
            task = row.number(taskAt);
            change = row.number(changeAt);
            entry = row.number(entryAt);
            asset = row.number(assetAt);
            delivery = row.number(deliveryAt);
            batch = row.number(batchAt);
            at = Instant.ofEpochMilli(row.number(atAt));
            keyed = row.number(keyedAt);
            return true;
        };
    }

    /** Takes over what is on disk. */
    public void load() {
        read.one();
    }

    /** The last task so far. */
    public long task() {
        return task;
    }

    public long nextTask() {
        return ++task;
    }

    /** The last entry of the log so far. */
    public long change() {
        return change;
    }

    public long nextChange() {
        return ++change;
    }

    long nextEntry() {
        return ++entry;
    }

    public long nextAsset() {
        return ++asset;
    }

    public long nextDelivery() {
        return ++delivery;
    }

    /** How many batches are on disk; while one is open, the number that it will have. */
    public long batch() {
        return batch;
    }

    /** The last stored instant. */
    public Instant at() {
        return at;
    }

    /** The idempotency keys of tasks up to this one are in their table. */
    public long keysMoved() {
        return keyed;
    }

    void keysMoved(long upTo) {
        keyed = upTo;
    }

    public void flush(Instant now) {
        write.bind(task).bind(change).bind(entry).bind(asset).bind(delivery).bind(++batch);
        write.bind(now.toEpochMilli()).bind(keyed).runOne();
    }
}
