package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Effort;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskRef;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.Terms;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.store.sql.Row;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * The columns that every query about tasks begins with: {@code n, id, account, key, tool, model,
 * engine, priority, state, version, fence, attempt, worker, progress, queue_until, run, started,
 * deadline, due, hold}.
 */
final class TaskRow {
    final TaskRef ref;
    final Owner owner;
    final Route route;
    final TaskStatus status;
    final @Nullable Long started;
    private final int priority;
    private final Task.Stamp stamp;
    private final int attempt;
    private final long worker;
    final int progress;
    private final Instant queueUntil;
    private final Duration runLimit;
    private final Instant deadline;
    private final Instant due;
    final Credits hold;

    /** Reads the columns in their order. */
    TaskRow(Row row, Names names) {
        long number = row.number();
        Id id = Bytes.id(row.bytes());
        ref = new TaskRef(new TaskId(id), number);
        owner = new Owner(new AccountId(row.number()), new KeyId(row.number()));
        var tool = new ToolName(names.text(row.number()));
        var model = names.text(row.number());
        route = new Route(tool, model, new EngineName(names.text(row.number())));
        priority = row.integer();
        status = TaskStatus.of(row.integer());
        stamp = new Task.Stamp(row.number(), row.number());
        attempt = row.integer();
        worker = row.number();
        progress = row.integer();
        queueUntil = Instant.ofEpochMilli(row.number());
        runLimit = Duration.ofMillis(row.number());
        started = row.numberOrNull();
        deadline = Instant.ofEpochMilli(row.number());
        due = Instant.ofEpochMilli(row.number());
        hold = new Credits(row.number());
    }

    /** The task in a state that its row alone tells. */
    Task live() {
        return task(
                switch (status) {
                    case PENDING -> new TaskState.Pending(queueUntil);
                    case RUNNING -> new TaskState.Running(effort(), new WorkerId(worker), progress);
                    case RETRYING -> new TaskState.Retrying(effort(), due);
                    case CANCELLED -> new TaskState.Cancelled();
                    case SUCCEEDED, FAILED ->
                        throw new IllegalStateException("its log tells how it ended");
                });
    }

    Task task(TaskState state) {
        var queueLimit = Duration.between(Instant.ofEpochMilli(ref.id().id().millis()), queueUntil);
        var terms = new Terms(priority, hold, queueLimit, runLimit);
        return new Task(ref, owner, route, terms, state, stamp);
    }

    private Effort effort() {
        if (started == null) throw new IllegalStateException("started, but not said when");
        return new Effort(attempt, Instant.ofEpochMilli(started), deadline);
    }
}
