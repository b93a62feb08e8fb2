package dev.safelight.store.sqlite;

import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.task.Decision;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The writer's connection and the batch that is open on it. What is decided gathers here and is
 * written before the commit; callers are answered, and listeners told, only after it. Confined to
 * the writer thread.
 */
final class Transaction {
    final Db db;
    final SqlFile sql;
    final Counters counters;
    final Books books;
    final TaskTable tasks;
    final IdempotencyKeys idempotency;
    final Lookups lookups;
    final Directory directory;

    private final EventTable events;
    private final ResultTables results;
    private final Statement begin;
    private final Statement commit;
    private final Statement rollback;
    private final List<TaskChange> changes = new ArrayList<>();
    private final List<Op.Claim> served = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final Map<String, Statement> rare = new HashMap<>();
    private Instant now = Instant.EPOCH;

    Transaction(Db db, SqlFile sql, Shared shared) {
        this.db = db;
        this.sql = sql;
        this.directory = shared.directory();
        counters = new Counters(db, sql);
        books = new Books(db, sql, counters);
        tasks = new TaskTable(db, sql, shared.names());
        events = new EventTable(db, counters);
        results = new ResultTables(db, sql, counters, directory);
        idempotency = new IdempotencyKeys(db, sql, counters.keysMoved(), shared.keysInMemory());
        lookups = new Lookups(db, sql, idempotency);
        begin = db.prepare("BEGIN IMMEDIATE");
        commit = db.prepare("COMMIT");
        rollback = db.prepare("ROLLBACK");
    }

    /** A statement of this name, prepared once; for what is rare. */
    Statement prepare(String name) {
        return rare.computeIfAbsent(name, n -> db.prepare(sql.get(n)));
    }

    void begin(Instant moment) {
        begin.run();
        now = moment;
    }

    /** The batch's one instant. */
    Instant now() {
        return now;
    }

    /** To be done once the batch is on disk. Must be quick. */
    void answer(Runnable answer) {
        answers.add(answer);
    }

    /** A claim got its leases, and was taken off its lane; a failed batch puts it back. */
    void served(Op.Claim claim, List<Lease> leases) {
        served.add(claim);
        answers.add(() -> claim.answer().complete(leases));
    }

    /** Writes the first entry of a task that was just taken up. */
    long begin(Live live, String body) {
        long change = events.append(live, new TaskEvent.Submitted(), 0, body, now);
        live.last = change;
        changed(live);
        return change;
    }

    /** Writes a decision: log entry, row, posting, outbox. */
    void record(Live live, Decision.Change decided) {
        var before = live.task;
        var after = decided.next();
        live.task = after;
        long change = events.append(
                live, decided.event(), live.last, Bodies.of(decided.event(), after.state()), now);
        tasks.update(before, after, change, now);
        live.last = change;
        if (decided.posting() != null)
            books.post(live.account.number, after.ref().id().id(), decided.posting(), now);
        if (after.status().isTerminal() && !before.status().isTerminal()) {
            results.tellEndpoints(live, change, now);
            results.dropCheckpoint(live);
        }
        changed(live);
    }

    /** The same for a success, with the files that it made. */
    void record(Live live, Decision.Change decided, Result result) {
        List<NewAsset> made = result.assets();
        results.addAssets(live, made, now);
        record(live, decided);
    }

    private void changed(Live live) {
        changes.add(new TaskChange(live.task.ref(), live.task.status(), live.task.stamp()));
    }

    /** Writes everything that has gathered; the rows of new tasks came before their changes. */
    void flush() {
        tasks.flushRows();
        events.flush();
        results.flush();
        books.flush();
        lookups.clear();
        counters.flush(now);
    }

    void commit() {
        commit.run();
    }

    /** What is owed once the batch is on disk; forgotten here. */
    Owed takeOwed(List<Stopping> stopping) {
        var owed = new Owed(
                counters.batch(),
                List.copyOf(changes),
                List.copyOf(answers),
                List.copyOf(served),
                stopping);
        forget();
        return owed;
    }

    private void forget() {
        changes.clear();
        answers.clear();
        served.clear();
    }

    /** Undoes the open batch, in memory too. */
    void rollback() {
        tasks.clear();
        events.clear();
        results.clear();
        books.clear();
        lookups.clear();
        forget();
        rollback.run();
        counters.load();
    }
}
