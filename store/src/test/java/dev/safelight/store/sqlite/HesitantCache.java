package dev.safelight.store.sqlite;

import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** The cache, with something happening wherever a read under way comes to it. */
final class HesitantCache extends ViewCache {

    /** Where a read comes by. */
    enum Seam {
        FIND,
        STAMP,
        KEEP
    }

    private final Consumer<Seam> meanwhile;

    /**
     * @param meanwhile called before what the read wants there is done
     */
    HesitantCache(Consumer<Seam> meanwhile) {
        this.meanwhile = meanwhile;
    }

    @Override
    @Nullable
    TaskView find(TaskId task) {
        meanwhile.accept(Seam.FIND);
        return super.find(task);
    }

    @Override
    long stamp(TaskId task) {
        meanwhile.accept(Seam.STAMP);
        return super.stamp(task);
    }

    @Override
    void keep(TaskView view, long stamp) {
        meanwhile.accept(Seam.KEEP);
        super.keep(view, stamp);
    }

    /** Reads of this store's file that go through this cache. */
    SqliteReads reads(StoreSettings settings) {
        var connector = new Connector(settings, CommitGate.OPEN);
        var shared = connector.prepare();
        // A writer takes the names of what is in the rows into memory.
        connector.open().close();
        var pool = new ReadPool(connector, Runnable::run, ReadPool.Limits.DEFAULT);
        return new SqliteReads(pool, shared.names(), this);
    }
}
