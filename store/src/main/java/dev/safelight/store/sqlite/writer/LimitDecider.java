package dev.safelight.store.sqlite.writer;

import dev.safelight.core.access.LimitChange;
import dev.safelight.core.access.LimitChange.Outcome;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.LimitTable;
import dev.safelight.store.sqlite.rows.SpendTable;
import dev.safelight.store.sqlite.rows.TaskTable;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Sets limits within an open batch; the schedule follows at once. Confined to the writer thread.
 */
final class LimitDecider {
    private final LimitTable limits;
    private final SpendTable spend;
    private final TaskTable tasks;
    private final LiveTasks live;
    private final Directory directory;
    private final Consumer<Runnable> afterCommit;

    LimitDecider(
            LimitTable limits,
            SpendTable spend,
            TaskTable tasks,
            LiveTasks live,
            Directory directory,
            Consumer<Runnable> afterCommit) {
        this.limits = limits;
        this.spend = spend;
        this.tasks = tasks;
        this.live = live;
        this.directory = directory;
        this.afterCommit = afterCommit;
    }

    Outcome change(LimitChange change, Instant now) {
        boolean isThere = switch (change) {
            case LimitChange.OfAccount ofAccount -> change(ofAccount);
            case LimitChange.OfKey ofKey -> change(ofKey, now);
            case LimitChange.OfEngine ofEngine -> change(ofEngine);
        };
        return isThere ? Outcome.CHANGED : Outcome.ABSENT;
    }

    private boolean change(LimitChange.OfAccount change) {
        if (!limits.set(change.account(), change.limits())) return false;
        live.accountLimited(change.account());
        return true;
    }

    private boolean change(LimitChange.OfKey change, Instant now) {
        var key = change.key();
        var owner = limits.accountOf(key);
        if (owner == null) return false;
        var account = new AccountId(owner);
        if (!limits.set(account, key, change.limits())) return false;
        // What the key has spent is read from the rows of its tasks, those of this batch too.
        tasks.flushRows();
        spend.limit(key, change.limits().spend(), now);
        live.keyLimited(account, key);
        afterCommit.accept(() -> directory.limit(key, change.limits()));
        return true;
    }

    private boolean change(LimitChange.OfEngine change) {
        limits.set(change.engine(), change.slots());
        live.engineLimited(change.engine());
        return true;
    }
}
