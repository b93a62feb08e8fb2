package dev.safelight.store.sqlite.rows;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Effort;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.Terms;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Row;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * Reads a task from its row: what never changes, its stamp, and each state that the row alone
 * tells. How a task succeeded or failed is told by its last entry.
 */
public final class TaskColumns {
    /** What a query of a task called {@code t} selects to be read here. */
    static final String SQL = "t.n, t.id, t.account, t.key, t.tool, t.model, t.engine, t.priority,"
            + " t.hold, t.run, t.created, t.queue_until, t.state, t.version, t.fence, t.attempt,"
            + " t.worker, t.progress, t.started, t.deadline, t.due";

    private final NameTable names;
    private final int number;
    private final int id;
    private final int account;
    private final int key;
    private final int tool;
    private final int model;
    private final int engine;
    private final int priority;
    private final int hold;
    private final int run;
    private final int created;
    private final int queueUntil;
    private final int state;
    private final int version;
    private final int fence;
    private final int attempt;
    private final int worker;
    private final int progress;
    private final int started;
    private final int deadline;
    private final int due;

    /** Finds the columns of {@link #SQL}. */
    public TaskColumns(Columns columns, NameTable names) {
        this.names = names;
        number = columns.at("n");
        id = columns.at("id");
        account = columns.at("account");
        key = columns.at("key");
        tool = columns.at("tool");
        model = columns.at("model");
        engine = columns.at("engine");
        priority = columns.at("priority");
        hold = columns.at("hold");
        run = columns.at("run");
        created = columns.at("created");
        queueUntil = columns.at("queue_until");
        state = columns.at("state");
        version = columns.at("version");
        fence = columns.at("fence");
        attempt = columns.at("attempt");
        worker = columns.at("worker");
        progress = columns.at("progress");
        started = columns.at("started");
        deadline = columns.at("deadline");
        due = columns.at("due");
    }

    /** The row's own number, which never leaves the store. */
    public long number(Row row) {
        return row.number(number);
    }

    public TaskStatus status(Row row) {
        return TaskStatus.of(row.integer(state));
    }

    /** 0-100, as a view shows it. */
    public int progress(Row row) {
        return row.integer(progress);
    }

    public Instant created(Row row) {
        return Instant.ofEpochMilli(row.number(created));
    }

    public @Nullable Instant started(Row row) {
        Long at = row.numberOrNull(started);
        return at == null ? null : Instant.ofEpochMilli(at);
    }

    public TaskHeader header(Row row) {
        return new TaskHeader(
                new TaskId(Bytes.id(row.bytes(id))),
                new Owner(new AccountId(row.number(account)), new KeyId(row.number(key))),
                new Route(
                        new ToolName(names.text(row.number(tool))),
                        names.text(row.number(model)),
                        new EngineName(names.text(row.number(engine)))),
                terms(row));
    }

    private Terms terms(Row row) {
        return new Terms(
                row.integer(priority),
                new Credits(row.number(hold)),
                Duration.ofMillis(row.number(queueUntil) - row.number(created)),
                Duration.ofMillis(row.number(run)));
    }

    public Task.Stamp stamp(Row row) {
        return new Task.Stamp(row.number(version), row.number(fence));
    }

    /** The task in a state that its row alone tells. */
    public Task live(Row row) {
        return new Task(header(row), liveState(row), stamp(row));
    }

    private TaskState liveState(Row row) {
        return switch (status(row)) {
            case PENDING -> new TaskState.Pending(Instant.ofEpochMilli(row.number(queueUntil)));
            case RUNNING ->
                new TaskState.Running(
                        effort(row), new WorkerId(row.number(worker)), row.integer(progress));
            case RETRYING ->
                new TaskState.Retrying(effort(row), Instant.ofEpochMilli(row.number(due)));
            case CANCELLED -> new TaskState.Cancelled();
            case SUCCEEDED, FAILED -> throw new IllegalStateException("its log tells how it ended");
        };
    }

    private Effort effort(Row row) {
        var first = started(row);
        if (first == null) throw new IllegalStateException("started, but not said when");
        return new Effort(row.integer(attempt), first, Instant.ofEpochMilli(row.number(deadline)));
    }
}
