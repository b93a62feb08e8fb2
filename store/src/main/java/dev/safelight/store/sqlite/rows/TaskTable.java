package dev.safelight.store.sqlite.rows;

import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskState.Cancelled;
import dev.safelight.core.task.TaskState.Failed;
import dev.safelight.core.task.TaskState.Pending;
import dev.safelight.core.task.TaskState.Retrying;
import dev.safelight.core.task.TaskState.Running;
import dev.safelight.core.task.TaskState.Succeeded;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The rows of tasks. A change is compared and set on the version that was decided about; a worker's
 * write on its fence as well. Rows of new tasks gather and are written before anything changes
 * them.
 */
public final class TaskTable {
    private final NameTable names;
    private final Query<NameTable.Name> insertName;
    private final Appender<Inserted> rows;
    private final Appender<Label> labels;
    private final Appender<Callback> callbacks;
    private final Statement start;
    private final Statement progress;
    private final Statement retry;
    private final Statement succeed;
    private final Statement end;
    private final Statement touch;

    /**
     * A row of a new task.
     *
     * @param session the row of its session, or null
     * @param first the change of its first entry
     */
    private record Inserted(
            NewTask task,
            Numbers names,
            long number,
            @Nullable Long session,
            long first,
            Instant created) {

        TaskHeader header() {
            return task.header();
        }
    }

    private record Numbers(long tool, long model, long engine) {}

    private record Label(long account, String name, String value, long task) {}

    private record Callback(long task, String url) {}

    /** Where a task is that was changed: its row, and the change of the entry that says so. */
    public record Place(long row, long change) {}

    public TaskTable(Db db, SqlFile sql, NameTable names) {
        this.names = names;
        insertName = db.query(sql.get("insert-name"), NameTable.Name::over);
        rows = inserted().prepare(db);
        labels = Appender.<Label>into("label")
                .number("account", Label::account)
                .text("name", Label::name)
                .text("value", Label::value)
                .number("task", Label::task)
                .prepare(db);
        callbacks = Appender.<Callback>into("callback")
                .number("task", Callback::task)
                .text("url", Callback::url)
                .prepare(db);
        start = db.prepare(sql.get("start"));
        progress = db.prepare(sql.get("progress"));
        retry = db.prepare(sql.get("retry"));
        succeed = db.prepare(sql.get("succeed"));
        end = db.prepare(sql.get("end"));
        touch = db.prepare(sql.get("touch"));
    }

    private static Appender.Table<Inserted> inserted() {
        return Appender.<Inserted>into("task")
                .number("n", Inserted::number)
                .bytes("id", row -> Bytes.of(row.task().id().id()))
                .number("account", row -> row.header().owner().account().number())
                .number("key", row -> row.header().owner().key().number())
                .numberOrNull("session", Inserted::session)
                .number("tool", row -> row.names().tool())
                .number("model", row -> row.names().model())
                .number("engine", row -> row.names().engine())
                .number("priority", row -> row.header().terms().priority())
                .number("state", row -> 0)
                .number("live", row -> 1)
                .number("version", row -> 1)
                .number("fence", row -> 0)
                .number("attempt", row -> 0)
                .number("progress", row -> 0)
                .number("created", row -> row.created().toEpochMilli())
                .number("queue_until", TaskTable::queueUntil)
                .number("run", row -> row.header().terms().runLimit().toMillis())
                .number("hold", row -> row.header().terms().hold().amount())
                .number("first", Inserted::first)
                .number("last", Inserted::first)
                .bytes("request", TaskTable::request)
                .bytes("idem", TaskTable::idempotencyKey)
                .text("out_id", row -> row.task().input().callersId());
    }

    private static long queueUntil(Inserted row) {
        return row.created().plus(row.header().terms().queueLimit()).toEpochMilli();
    }

    /** The digest of all; behind it that of the making, where an id is to be compared by it. */
    private static byte[] request(Inserted row) {
        var repeats = row.task().repeats();
        return row.task().input().callersId() == null
                ? Bytes.of(repeats.digest())
                : Bytes.of(repeats.digest(), repeats.making());
    }

    private static byte @Nullable [] idempotencyKey(Inserted row) {
        var key = row.task().repeats().idempotencyKey();
        return key == null ? null : Bytes.of(key);
    }

    /**
     * Adds a task.
     *
     * @param place its row, and the change of its first entry
     * @param session the row of its session, or null
     */
    public void insert(NewTask task, Place place, @Nullable Long session, Instant now) {
        var route = task.header().route();
        var numbers = new Numbers(
                names.number(insertName, route.tool().text()),
                names.number(insertName, route.model()),
                names.number(insertName, route.engine().text()));
        long row = place.row();
        rows.add(new Inserted(task, numbers, row, session, place.change(), now));
        long account = task.header().owner().account().number();
        task.input()
                .metadata()
                .forEach((name, value) -> labels.add(new Label(account, name, value, row)));
        if (task.callback() != null) callbacks.add(new Callback(row, task.callback()));
    }

    /** The number of a dialect's name. */
    public long dialect(String name) {
        return names.number(insertName, name);
    }

    /** Writes what became of a task. */
    public void update(Task before, Task after, Place place, Instant now) {
        long version = after.stamp().version();
        long change = place.change();
        if (before.status().isTerminal()) {
            where(touch.bind(version).bind(change), place, before);
            return;
        }
        switch (after.state()) {
            case Pending pending -> throw new IllegalStateException("pending is only the first");
            case Running running
            when before.status() == after.status() ->
                whereHeld(
                        progress.bind(running.progress()).bind(version).bind(change),
                        place,
                        before);
            case Running running -> start(before, after, running, place);
            case Retrying retrying -> {
                retry.bind(version).bind(retrying.effort().attempts());
                where(retry.bind(retrying.due().toEpochMilli()).bind(change), place, before);
            }
            case Succeeded succeeded -> {
                succeed.bind(version).bind(now.toEpochMilli());
                succeed.bind(succeeded.price().amount()).bind(change).bind(change);
                whereHeld(succeed, place, before);
            }
            case Failed failed -> end(before, after, place, now);
            case Cancelled cancelled -> end(before, after, place, now);
        }
    }

    private void start(Task before, Task after, Running running, Place place) {
        var effort = running.effort();
        start.bind(after.stamp().version()).bind(after.stamp().fence());
        start.bind(effort.attempts()).bind(running.worker().number());
        start.bind(effort.started().toEpochMilli()).bind(effort.deadline().toEpochMilli());
        where(start.bind(place.change()), place, before);
    }

    private void end(Task before, Task after, Place place, Instant now) {
        end.bind(after.status().code()).bind(after.stamp().version());
        end.bind(now.toEpochMilli()).bind(place.change()).bind(place.change());
        where(end, place, before);
    }

    private static void where(Statement statement, Place place, Task before) {
        statement.bind(place.row()).bind(before.stamp().version()).runOne();
    }

    private static void whereHeld(Statement statement, Place place, Task before) {
        statement.bind(place.row()).bind(before.stamp().version());
        statement.bind(before.stamp().fence()).runOne();
    }

    public void flushRows() {
        rows.flush();
        labels.flush();
        callbacks.flush();
    }

    public void clear() {
        rows.clear();
        labels.clear();
        callbacks.clear();
    }
}
