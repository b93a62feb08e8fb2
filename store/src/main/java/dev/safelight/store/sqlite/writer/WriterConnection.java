package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.TaskState.Running;
import dev.safelight.store.schedule.Schedule;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.EarlierSubmits.OutId;
import dev.safelight.store.sqlite.rows.LimitTable;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Statements;
import dev.safelight.store.sqlite.rows.TaskColumns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything that hangs on the writer's one connection: the open batch, the live tasks derived from
 * the rows, and where commands are decided. Opened anew when the connection is. Confined to the
 * writer thread.
 */
public final class WriterConnection {
    final Transaction tx;
    private final WriterMemory memory;
    private final LiveTasks live;
    private final Workers workers;
    private final SubmitDecider submits;
    private final TaskDecider tasks;
    private final WorkerDecider staff;
    private final Query<NameTable.Name> readNames;
    private final Query<LiveTask> readLive;

    /** Over a connection, which is closed if that fails. */
    public static WriterConnection over(Db db, TaskRules rules, WriterMemory memory) {
        try {
            return new WriterConnection(db, rules, memory);
        } catch (RuntimeException fault) {
            try {
                db.close();
            } catch (RuntimeException worse) {
                fault.addSuppressed(worse);
            }
            throw fault;
        }
    }

    /**
     * @param memory what outlives the connection
     */
    private WriterConnection(Db db, TaskRules rules, WriterMemory memory) {
        this.memory = memory;
        var limits = new LimitTable(db, Statements.WRITES);
        live = new LiveTasks(new Schedule<>(limits));
        var known = new Transaction.Known(
                memory.names(),
                memory.spending(),
                memory.telling(),
                memory.limits().keysInMemory());
        tx = new Transaction(db, known, limits, live);
        workers = new Workers(db, Statements.WRITES, memory.brought());
        var recorder = new Recorder(tx);
        submits = new SubmitDecider(tx, recorder, live, memory.limits().liveTasks());
        tasks = new TaskDecider(tx, rules, recorder, live);
        staff = new WorkerDecider(
                tx,
                rules,
                recorder,
                tasks,
                live,
                new WorkerDecider.Staff(workers, memory.claims()));
        readNames = db.query(Statements.WRITES.get("read-names"), NameTable.Name::over);
        readLive = db.query(Statements.WRITES.get("read-live"), this::liveTask);
        rebuild();
    }

    private Query.Reader<LiveTask> liveTask(Columns columns) {
        var task = new TaskColumns(columns, memory.names());
        int last = columns.at("last");
        int checkpoint = columns.at("checkpoint");
        int callback = columns.at("callback");
        int files = columns.at("files");
        return row -> {
            var beside = new LiveTask.Beside(
                    row.numberOrNull(callback) != null, row.integer(files) == 1);
            var read = new LiveTask(
                    task.live(row), task.number(row), task.created(row), row.number(last), beside);
            read.hasCheckpoint = row.numberOrNull(checkpoint) != null;
            return read;
        };
    }

    /**
     * Derives live tasks and workers from the rows: at start, and when a batch has failed. What
     * runs takes its slots before anything that waits may, and capacity comes last.
     */
    void rebuild() {
        live.clear();
        memory.names().load(readNames.all());
        tx.counters.load();
        workers.load();
        List<LiveTask> waiting = new ArrayList<>();
        readLive.each(task -> {
            live.add(task);
            if (!resumes(task)) waiting.add(task);
        });
        memory.stopping().forEach(this::goOnStopping);
        waiting.forEach(this::place);
        workers.all().forEach(worker -> staff.addCapacity(worker, 1));
    }

    void eachLive(Consumer<Task> listener) {
        live.each(listener);
    }

    private boolean resumes(LiveTask task) {
        if (!(task.task.state() instanceof Running running)) return false;
        if (workers.find(running.worker()) == null)
            throw new IllegalStateException("a task runs on a worker that is not there");
        live.resume(task, running.worker());
        return true;
    }

    /** Engines of this process that were told to stop and have not; the rows do not tell. */
    private void goOnStopping(Stopping stopping) {
        if (workers.find(stopping.worker()) == null) return;
        var task = new LiveTask(
                stopping.task(),
                stopping.row(),
                Instant.EPOCH,
                stopping.last(),
                LiveTask.Beside.NOTHING);
        live.resumeStopping(task, stopping.worker());
    }

    private void place(LiveTask task) {
        switch (task.task.status()) {
            case PENDING -> live.enqueue(task);
            case RETRYING -> live.setTimer(task);
            case RUNNING, SUCCEEDED, FAILED, CANCELLED ->
                throw new IllegalStateException("does not wait: " + task.task);
        }
    }

    /** Claims wait outside any batch; one of a worker that is not here is answered at once. */
    void await(Command.Claim claim) {
        if (workers.find(claim.worker()) == null) claim.answer().complete(List.of());
        else memory.claims().add(claim);
    }

    /** Whether the clock or a claim wants a batch now. */
    boolean hasDue(Instant now) {
        return !nextWake().isAfter(now) || staff.canServe();
    }

    /** When the clock next changes something. */
    Instant nextWake() {
        var task = tasks.nextWake();
        var worker = workers.nextWake();
        return task.isBefore(worker) ? task : worker;
    }

    /** A lease that could not be heard of is not silent. */
    void excuseWorkers(Instant now) {
        workers.excuse(now);
    }

    /** Decides and writes a batch, up to its commit. */
    void decide(Batch batch) {
        tx.begin(batch.now());
        open(batch.commands());
        // Heartbeats first, so that a late batch never expires a worker that reported in time.
        for (var command : batch.commands()) {
            if (command instanceof Command.Heartbeat heartbeat) staff.decide(heartbeat);
        }
        if (batch.withDue()) decideDue();
        for (var command : batch.commands()) decide(command);
        tx.tasks.flushRows();
        if (batch.withDue()) staff.serveClaims();
        tx.flush();
    }

    private void decideDue() {
        staff.dismissSilent();
        tasks.due();
        tx.idempotency.tidy(tx.counters, tx.now(), tx::afterCommit);
    }

    private void decide(Command command) {
        switch (command) {
            case Command.Submit submit -> submits.decide(submit);
            case Command.Report report -> tasks.decide(report);
            case Command.Cancel cancel -> tasks.decide(cancel);
            case Command.Enter enter -> staff.decide(enter);
            case Command.Withdraw withdraw -> staff.decide(withdraw);
            case Command.Leave leave -> staff.decide(leave);
            case Command.Rare<?> rare -> rare.run(tx);
            case Command.Heartbeat heard -> {}
            case Command.Claim claim -> throw new IllegalStateException("claims wait outside");
        }
    }

    /** Reads what the batch will ask for, many rows a statement. */
    private void open(List<Command> commands) {
        Set<Long> accounts = new HashSet<>();
        var keys = new ArrayList<Fingerprint>();
        var outIds = new ArrayList<OutId>();
        var sessions = new ArrayList<NewTask>();
        for (var command : commands) {
            if (command instanceof Command.Submit(var submit, var answer)) {
                accounts.add(submit.header().owner().account().number());
                var key = submit.repeats().idempotencyKey();
                if (key != null) keys.add(key);
                var outId = SubmitDecider.outId(submit);
                if (outId != null) outIds.add(outId);
                if (submit.input().session() != null) sessions.add(submit);
            } else if (command instanceof Command.Report(var lease, var report, var answer)
                    && !(report instanceof WorkerReport.Progress)) {
                var task = live.find(lease.task());
                if (task != null) accounts.add(task.account());
            } else if (command instanceof Command.Cancel(var account, var id, var answer)
                    && live.find(id) != null) accounts.add(account.number());
        }
        tx.books().open(accounts);
        if (!keys.isEmpty()) tx.earlier.openKeys(keys, tx.now());
        if (!outIds.isEmpty()) tx.earlier.openOutIds(outIds);
        if (!sessions.isEmpty()) tx.sessions().open(sessions);
    }

    /** What is to happen once the open batch is on disk; forgotten here. */
    AfterCommit takeAfterCommit() {
        return new AfterCommit(
                tx.counters.batch(),
                new AfterCommit.News(tx.takeChanges(), tx.takeAppended()),
                tx.takeAfterCommit(),
                memory.claims().takeServed(),
                live.stopping());
    }

    /** Whether that batch is on disk. */
    boolean has(AfterCommit batch) {
        return tx.counters.batch() == batch.batch();
    }

    void close() {
        tx.close();
    }
}
