package dev.safelight.store.sqlite;

import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.Write;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who works here: one lease a worker, however many tasks it has. Confined to the writer thread. */
final class Roster {
    private final Map<WorkerId, Worker> workers = new LinkedHashMap<>();
    private final Schedule schedule;

    /** What workers of this process bring; it is not in the rows. */
    private final Map<WorkerId, NewWorker> brought;

    private final Statement read;
    private final Statement insert;
    private final Statement write;
    private final Statement delete;

    Roster(Db db, SqlFile sql, Schedule schedule, Map<WorkerId, NewWorker> brought) {
        this.schedule = schedule;
        this.brought = brought;
        read = db.prepare(sql.get("read-workers"));
        insert = db.prepare(sql.get("insert-worker"));
        write = db.prepare(sql.get("write-worker"));
        delete = db.prepare(sql.get("delete-worker"));
    }

    /** Takes over from the rows. */
    void load() {
        workers.clear();
        read.each(row -> {
            var id = new WorkerId(row.number());
            var entered = brought.get(id);
            var slots = entered == null ? Map.<EngineName, Integer>of() : entered.slots();
            var node = row.text();
            var worker = new Worker(id, node, slots, Instant.ofEpochMilli(row.number()));
            workers.put(id, worker);
            addCapacity(worker, 1);
        });
    }

    /**
     * The store could not hear them: workers of this process get a lease as of now. What they said
     * may have been in the batch that failed, and the store's fault is not their silence.
     */
    void excuse(Instant now) {
        for (var worker : workers.values()) {
            var entered = brought.get(worker.id);
            if (entered == null) continue;
            var until = now.plus(entered.lease());
            if (until.isAfter(worker.until)) worker.until = until;
        }
    }

    @Nullable
    Worker find(WorkerId id) {
        return workers.get(id);
    }

    /** Those of a node that were here before: a new boot ends their leases. */
    List<Worker> ofNode(String node) {
        return workers.values().stream()
                .filter(worker -> worker.node.equals(node))
                .toList();
    }

    /** Those that were not heard of within their lease. */
    List<Worker> silent(Instant now) {
        var silent = new ArrayList<Worker>(0);
        for (var worker : workers.values()) {
            if (!worker.until.isAfter(now)) silent.add(worker);
        }
        return silent;
    }

    /** When the next lease ends if nothing is heard. */
    Instant nextWake() {
        var next = Instant.MAX;
        for (var worker : workers.values()) {
            if (worker.until.isBefore(next)) next = worker.until;
        }
        return next;
    }

    WorkerId enter(NewWorker entering, Instant now) {
        var until = now.plus(entering.lease());
        var numbers = new ArrayList<Long>(1);
        insert.bind(entering.node()).bind(until.toEpochMilli()).bind(now.toEpochMilli());
        insert.each(row -> numbers.add(row.number()));
        var id = new WorkerId(numbers.getFirst());
        var worker = new Worker(id, entering.node(), entering.slots(), until);
        brought.put(id, entering);
        workers.put(id, worker);
        addCapacity(worker, 1);
        return id;
    }

    Write heartbeat(WorkerId id, Duration lease, Instant now) {
        var worker = workers.get(id);
        if (worker == null) return Write.LOST;
        worker.until = now.plus(lease);
        write.bind(worker.until.toEpochMilli()).bind(id.number()).runOne();
        return Write.STORED;
    }

    void remove(Transaction tx, Worker worker) {
        workers.remove(worker.id);
        tx.answer(() -> brought.remove(worker.id));
        addCapacity(worker, -1);
        delete.bind(worker.id.number()).run();
        withdraw(tx, worker.id);
    }

    /** Answers the claims of a worker, which wait outside the rows, with nothing. */
    void withdraw(Transaction tx, WorkerId worker) {
        for (var lane : schedule.lanes()) {
            for (var claim : List.copyOf(lane.claims)) {
                if (!claim.worker().equals(worker)) continue;
                lane.claims.remove(claim);
                tx.served(claim, List.of());
            }
        }
    }

    private void addCapacity(Worker worker, int sign) {
        worker.slots.forEach((engine, slots) -> {
            var lane = schedule.lane(engine);
            lane.addCapacity(sign * slots);
            lane.dispatch();
        });
    }
}
