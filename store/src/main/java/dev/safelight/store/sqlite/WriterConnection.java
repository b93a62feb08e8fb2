package dev.safelight.store.sqlite;

import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.TaskState.Running;
import dev.safelight.core.task.WorkerId;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that hangs on the writer's one connection: the open batch, the schedule derived from
 * the rows, and the desk where both meet. Opened anew when the connection is. Confined to the
 * writer thread.
 */
final class WriterConnection implements AutoCloseable {
    final Transaction tx;
    final Schedule schedule;
    final Roster roster;
    final Desk desk;
    private final Names names;
    private final Keys keys;

    WriterConnection(
            Db db,
            SqlFile sql,
            Shared shared,
            TaskRules rules,
            Schedule schedule,
            Map<WorkerId, NewWorker> brought) {
        this.schedule = schedule;
        names = shared.names();
        tx = new Transaction(db, sql, shared);
        roster = new Roster(db, sql, schedule, brought);
        keys = new Keys(shared.directory(), schedule);
        desk = new Desk(rules, schedule, roster, keys);
        rebuild();
    }

    /** Derives schedule and roster from the rows: at start, and when a batch has failed. */
    void rebuild() {
        schedule.clear();
        keys.clear();
        names.load(tx.prepare("read-names"));
        tx.counters.load();
        roster.load();
        Set<Long> checkpointed = new HashSet<>();
        tx.prepare("read-checkpointed").each(row -> checkpointed.add(row.number()));
        List<Live> waiting = new ArrayList<>();
        tx.prepare("read-live").each(row -> {
            var task = new TaskRow(row, names).live();
            var live = keys.live(task, row.number());
            live.checkpointed = checkpointed.contains(live.row());
            schedule.add(live);
            if (!resumes(live)) waiting.add(live);
        });
        schedule.kept().forEach(this::goOnStopping);
        waiting.forEach(this::place);
    }

    /** What the open batch will owe once it is on disk; forgotten here. */
    Owed owed() {
        return tx.takeOwed(schedule.stopping());
    }

    /** Whether that batch is on disk. */
    boolean has(Owed owed) {
        return tx.counters.batch() == owed.batch();
    }

    /** Engines of this process that were told to stop and have not; the rows do not tell. */
    private void goOnStopping(Stopping stopping) {
        var worker = roster.find(stopping.worker());
        if (worker != null)
            schedule.resumeStopping(keys.live(stopping.task(), stopping.last()), worker);
    }

    /** Running tasks take their slots before anything that waits may. */
    private boolean resumes(Live live) {
        if (!(live.task.state() instanceof Running running)) return false;
        var worker = roster.find(running.worker());
        if (worker == null)
            throw new IllegalStateException("a task runs on a worker that is not there");
        schedule.resume(live, worker);
        return true;
    }

    private void place(Live live) {
        switch (live.task.status()) {
            case PENDING -> schedule.enqueue(live);
            case RETRYING -> schedule.setTimer(live);
            case RUNNING, SUCCEEDED, FAILED, CANCELLED ->
                throw new IllegalStateException("does not wait: " + live.task);
        }
    }

    @Override
    public void close() {
        tx.db.close();
    }
}
