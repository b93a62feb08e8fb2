package dev.safelight.store.sqlite;

import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskView;
import dev.safelight.store.sqlite.reads.ReadPool;
import dev.safelight.store.sqlite.reads.SqliteTaskReads;
import dev.safelight.store.sqlite.reads.ViewCache;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Statements;

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
        super(StoreLimits.ROOMY.reads().viewBytes());
        this.meanwhile = meanwhile;
    }

    @Override
    public @Nullable TaskView find(TaskId task) {
        meanwhile.accept(Seam.FIND);
        return super.find(task);
    }

    @Override
    public long stamp(TaskId task) {
        meanwhile.accept(Seam.STAMP);
        return super.stamp(task);
    }

    @Override
    public void keep(TaskView view, long stamp) {
        meanwhile.accept(Seam.KEEP);
        super.keep(view, stamp);
    }

    /** Reads of this store's file that go through this cache. */
    TaskReads reads(StoreSettings settings) {
        var connections = SqliteStore.connections(settings.location());
        var names = new NameTable();
        try (var db = connections.connect()) {
            var read = Statements.WRITES.get("read-names");
            names.load(db.query(read, NameTable.Name::over).all());
        }
        var pool = new ReadPool(connections, Runnable::run, StoreLimits.reads());
        return new SqliteTaskReads(pool, names, this);
    }
}
