package dev.safelight.store.sqlite;

import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskState.Cancelled;
import dev.safelight.core.task.TaskState.Failed;
import dev.safelight.core.task.TaskState.Pending;
import dev.safelight.core.task.TaskState.Retrying;
import dev.safelight.core.task.TaskState.Running;
import dev.safelight.core.task.TaskState.Succeeded;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Instant;
import java.util.Map;

/**
 * The rows of tasks. A change is compared and set on the version that was decided about; a worker's
 * write on its fence as well. Rows of new tasks gather and are written before anything changes
 * them.
 */
final class TaskTable {
    private final Names names;
    private final Appender rows;
    private final Appender labels;
    private final Statement insertName;
    private final Statement start;
    private final Statement progress;
    private final Statement retry;
    private final Statement succeed;
    private final Statement end;
    private final Statement touch;

    TaskTable(Db db, SqlFile sql, Names names) {
        this.names = names;
        rows = new Appender(
                db,
                "task",
                "n",
                "id",
                "account",
                "key",
                "session",
                "tool",
                "model",
                "engine",
                "priority",
                "state",
                "live",
                "version",
                "fence",
                "attempt",
                "progress",
                "created",
                "queue_until",
                "run",
                "hold",
                "first",
                "last",
                "request",
                "idem");
        labels = new Appender(db, "label", "account", "name", "value", "task");
        insertName = db.prepare(sql.get("insert-name"));
        start = db.prepare(sql.get("start"));
        progress = db.prepare(sql.get("progress"));
        retry = db.prepare(sql.get("retry"));
        succeed = db.prepare(sql.get("succeed"));
        end = db.prepare(sql.get("end"));
        touch = db.prepare(sql.get("touch"));
    }

    /** Adds a task; {@code first} is the change of its first entry. */
    void insert(NewTask asked, Live live, long first, Instant now) {
        var task = live.task;
        var route = asked.route();
        long tool = names.number(insertName, route.tool().text());
        long model = names.number(insertName, route.model());
        long engine = names.number(insertName, route.engine().text());
        var pending = (Pending) task.state();
        rows.add(row -> {
            row.bind(live.row()).bind(Bytes.of(task.ref().id().id()));
            row.bind(live.account.number).bind(task.owner().key().number());
            if (asked.session() == null) row.bindNull();
            else row.bind(asked.session().row());
            row.bind(tool).bind(model).bind(engine).bind(task.terms().priority());
            row.bind(0L).bind(1L).bind(1L).bind(0L).bind(0L).bind(0L);
            row.bind(now.toEpochMilli()).bind(pending.queueUntil().toEpochMilli());
            row.bind(task.terms().runLimit().toMillis());
            row.bind(task.terms().hold().amount()).bind(first).bind(first);
            row.bind(Bytes.of(asked.request().digest()));
            var idempotency = asked.request().idempotency();
            if (idempotency == null) row.bindNull();
            else row.bind(Bytes.of(idempotency));
        });
        label(asked.request().metadata(), live);
    }

    private void label(Map<String, String> metadata, Live live) {
        metadata.forEach((name, value) -> labels.add(row -> {
            row.bind(live.account.number).bind(name).bind(value);
            row.bind(live.row());
        }));
    }

    /** Writes what became of a task; {@code change} is that of the entry that says so. */
    void update(Task before, Task after, long change, Instant now) {
        long version = after.stamp().version();
        if (before.status().isTerminal()) {
            touch.bind(version).bind(change);
            where(touch, before);
            return;
        }
        switch (after.state()) {
            case Pending pending -> throw new IllegalStateException("pending is only the first");
            case Running running
            when before.status() == after.status() -> {
                progress.bind(running.progress()).bind(version).bind(change);
                whereHeld(progress, before);
            }
            case Running running -> start(before, after, running, change);
            case Retrying retrying -> {
                retry.bind(version).bind(retrying.effort().attempts());
                retry.bind(retrying.due().toEpochMilli()).bind(change);
                where(retry, before);
            }
            case Succeeded succeeded -> {
                succeed.bind(version)
                        .bind(now.toEpochMilli())
                        .bind(succeeded.price().amount());
                succeed.bind(change).bind(change);
                whereHeld(succeed, before);
            }
            case Failed failed -> end(before, after, change, now);
            case Cancelled cancelled -> end(before, after, change, now);
        }
    }

    private void start(Task before, Task after, Running running, long change) {
        var effort = running.effort();
        start.bind(after.stamp().version()).bind(after.stamp().fence());
        start.bind(effort.attempts()).bind(running.worker().number());
        start.bind(effort.started().toEpochMilli()).bind(effort.deadline().toEpochMilli());
        start.bind(change);
        where(start, before);
    }

    private void end(Task before, Task after, long change, Instant now) {
        end.bind(after.status().code()).bind(after.stamp().version());
        end.bind(now.toEpochMilli()).bind(change).bind(change);
        where(end, before);
    }

    private static void where(Statement statement, Task before) {
        statement.bind(before.ref().row()).bind(before.stamp().version()).runOne();
    }

    private static void whereHeld(Statement statement, Task before) {
        statement.bind(before.ref().row()).bind(before.stamp().version());
        statement.bind(before.stamp().fence()).runOne();
    }

    void flushRows() {
        rows.flush();
        labels.flush();
    }

    void clear() {
        rows.clear();
        labels.clear();
    }
}
