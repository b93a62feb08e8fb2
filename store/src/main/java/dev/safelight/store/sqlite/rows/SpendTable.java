package dev.safelight.store.sqlite.rows;

import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Posting;
import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.core.ledger.SpendWindow;
import dev.safelight.core.ledger.Spending;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What keys with spend limits have spent, as the open batch sees it: what was known at its begin,
 * laid over with what it has decided. Others learn it once it is on disk. Of the other keys nothing
 * is counted or written. Confined to the writer thread.
 */
public final class SpendTable {
    private final KnownSpending known;
    private final Consumer<Runnable> afterCommit;
    private final Query<KnownSpending.Spent> read;
    private final Statement seed;
    private final Statement write;
    private final Statement drop;

    /** Given on to the others with the commit, so another one for each batch that has any. */
    private Map<Long, Spending> changed = new HashMap<>();

    private final Set<Step> written = new LinkedHashSet<>();

    private record Step(long key, long number) {}

    public SpendTable(Db db, SqlFile sql, KnownSpending known, Consumer<Runnable> afterCommit) {
        this.known = known;
        this.afterCommit = afterCommit;
        read = db.query(sql.get("read-spend-of-key"), KnownSpending.Spent::over);
        seed = db.prepare(sql.get("seed-spend"));
        write = db.prepare(sql.get("write-spend"));
        drop = db.prepare(sql.get("drop-spend"));
    }

    /** What a key has spent and may; {@link Spending#UNLIMITED} for most. */
    public Spending of(KeyId key) {
        // Hardly any key is limited, and every submit and every end of a task asks.
        if (known.isEmpty() && changed.isEmpty()) return Spending.UNLIMITED;
        var own = changed.get(key.number());
        if (own == null) own = known.find(key.number());
        return own == null ? Spending.UNLIMITED : own;
    }

    /**
     * Counts what a posting does to what the key has spent.
     *
     * @param submitted when the task was, whose hold is placed or resolved
     */
    public void count(KeyId key, Instant submitted, Posting posting, Instant now) {
        var spending = of(key);
        long change = posting.held() + posting.spent();
        if (spending.limits().isNone() || change == 0) return;
        long step = Spending.step(submitted);
        change(key, spending.after(step, change, now));
        written.add(new Step(key.number(), step));
    }

    /**
     * Sets a key's limits. One that had none has spent what its tasks tell: their rows must be
     * written.
     */
    public void limit(KeyId key, SpendLimits limits, Instant now) {
        var before = of(key);
        if (limits.isNone()) drop(key, Long.MAX_VALUE);
        else if (before.limits().isNone()) before = seeded(key, now);
        change(key, before.with(limits));
    }

    private Spending seeded(KeyId key, Instant now) {
        long first = Spending.first(SpendWindow.SEVEN_DAYS, now);
        seed.bind(key.number())
                .bind(first * Spending.STEP.toMillis())
                .bind(Spending.STEP.toMillis())
                .run();
        var spent = new TreeMap<Long, Long>();
        read.bind(key.number()).each(row -> spent.put(row.step(), row.credits()));
        return Spending.of(SpendLimits.NONE, spent);
    }

    private void change(KeyId key, Spending spending) {
        if (changed.isEmpty()) {
            var learned = changed;
            afterCommit.accept(() -> learned.forEach(known::learn));
        }
        changed.put(key.number(), spending);
    }

    private void drop(KeyId key, long before) {
        drop.bind(key.number()).bind(before).run();
        written.removeIf(step -> step.key() == key.number());
    }

    public void flush(Instant now) {
        if (changed.isEmpty()) return;
        for (var step : written) {
            var spending = of(new KeyId(step.key()));
            write.bind(step.key())
                    .bind(step.number())
                    .bind(spending.in(step.number()))
                    .run();
        }
        for (long key : changed.keySet())
            drop.bind(key).bind(Spending.first(SpendWindow.SEVEN_DAYS, now)).run();
        clear();
    }

    public void clear() {
        if (!changed.isEmpty()) changed = new HashMap<>();
        written.clear();
    }
}
