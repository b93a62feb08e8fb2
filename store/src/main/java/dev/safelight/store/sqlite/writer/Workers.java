package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who works here: one lease a worker, however many tasks it has. Confined to the writer thread. */
final class Workers {
    private final Map<WorkerId, WorkerEntry> workers = new LinkedHashMap<>();

    /** What workers of this process bring; it is not in the rows. */
    private final Map<WorkerId, NewWorker> brought;

    private final Query<WorkerEntry> read;
    private final Query<Long> insert;
    private final Statement write;
    private final Statement delete;

    Workers(Db db, SqlFile sql, Map<WorkerId, NewWorker> brought) {
        this.brought = brought;
        read = db.query(sql.get("read-workers"), this::reader);
        insert = db.numbers(sql.get("insert-worker"));
        write = db.prepare(sql.get("write-worker"));
        delete = db.prepare(sql.get("delete-worker"));
    }

    private Query.Reader<WorkerEntry> reader(Columns columns) {
        int number = columns.at("n");
        int node = columns.at("node");
        int until = columns.at("until");
        return row -> {
            var id = new WorkerId(row.number(number));
            var entered = brought.get(id);
            var slots = entered == null ? Map.<EngineName, Integer>of() : entered.slots();
            var end = Instant.ofEpochMilli(row.number(until));
            return new WorkerEntry(id, row.text(node), slots, end);
        };
    }

    /** Takes over from the rows. */
    void load() {
        workers.clear();
        read.each(worker -> workers.put(worker.id(), worker));
    }

    Collection<WorkerEntry> all() {
        return List.copyOf(workers.values());
    }

    /**
     * The store could not hear them: workers of this process get a lease as of now. What they said
     * may have been in the batch that failed, and the store's fault is not their silence.
     */
    void excuse(Instant now) {
        for (var worker : all()) {
            var entered = brought.get(worker.id());
            if (entered == null) continue;
            var until = now.plus(entered.lease());
            if (until.isAfter(worker.until())) workers.put(worker.id(), worker.until(until));
        }
    }

    @Nullable
    WorkerEntry find(WorkerId id) {
        return workers.get(id);
    }

    /** Those of a node that were here before: a new boot ends their leases. */
    List<WorkerEntry> ofNode(String node) {
        return workers.values().stream()
                .filter(worker -> worker.node().equals(node))
                .toList();
    }

    /** Those that were not heard of within their lease. */
    List<WorkerEntry> silent(Instant now) {
        var silent = new ArrayList<WorkerEntry>(0);
        for (var worker : workers.values()) {
            if (!worker.until().isAfter(now)) silent.add(worker);
        }
        return silent;
    }

    /** When the next lease ends if nothing is heard. */
    Instant nextWake() {
        var next = Instant.MAX;
        for (var worker : workers.values()) {
            if (worker.until().isBefore(next)) next = worker.until();
        }
        return next;
    }

    WorkerEntry enter(NewWorker entering, Instant now) {
        var until = now.plus(entering.lease());
        insert.bind(entering.node()).bind(until.toEpochMilli()).bind(now.toEpochMilli());
        var id = new WorkerId(insert.one());
        var worker = new WorkerEntry(id, entering.node(), entering.slots(), until);
        brought.put(id, entering);
        workers.put(id, worker);
        return worker;
    }

    /** Its lease goes on from now. */
    void heard(WorkerEntry worker, Duration lease, Instant now) {
        var until = now.plus(lease);
        workers.put(worker.id(), worker.until(until));
        write.bind(until.toEpochMilli()).bind(worker.id().number()).runOne();
    }

    /** Removes a worker; what is left to do once that is on disk. */
    Runnable remove(WorkerId worker) {
        workers.remove(worker);
        delete.bind(worker.number()).run();
        return () -> brought.remove(worker);
    }
}
