package dev.safelight.store.sqlite.writer;

import dev.safelight.core.ledger.Hold;
import dev.safelight.core.ledger.Posting;
import dev.safelight.core.task.Decision;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskLifecycle;
import dev.safelight.core.webhook.DeliveryRules;
import dev.safelight.store.sqlite.rows.EventTable;
import dev.safelight.store.sqlite.rows.TaskTable;
import dev.safelight.store.sqlite.telling.Telling;

/**
 * Writes what was decided about a task: log entry, row, posting, deliveries. All of it belongs to
 * the open batch. Confined to the writer thread.
 */
final class Recorder {
    private final Transaction tx;

    Recorder(Transaction tx) {
        this.tx = tx;
    }

    /** Writes a task that is taken up, its first entry and its hold. */
    LiveTask begin(NewTask submit, Hold hold) {
        var task = TaskLifecycle.begin(submit.header(), tx.now());
        long row = tx.counters.nextTask();
        var entry = new LogEntry(1, tx.now(), new TaskEvent.Submitted(submit.input()));
        var answer = new EventTable.Answer(
                tx.tasks.dialect(submit.answer().dialect()), submit.answer().json());
        long account = task.owner().account().number();
        long change = tx.events().append(new EventTable.Log(account, row, 0), entry, answer);
        tx.tasks.insert(
                submit, new TaskTable.Place(row, change), tx.sessions().find(submit), tx.now());
        var placed = hold.place();
        tx.books().post(account, placed, tx.now());
        tx.spend().count(task.owner().key(), tx.now(), placed, tx.now());
        tx.changed(new TaskChange(task, entry));
        return new LiveTask(task, row, tx.now(), change, LiveTask.Beside.of(submit));
    }

    /** Writes what becomes of a task. */
    void record(LiveTask live, Decision.Change decided) {
        var before = live.task;
        var after = decided.next();
        var entry = new LogEntry(after.stamp().version(), tx.now(), decided.event());
        var log = new EventTable.Log(live.account(), live.row, live.last);
        long change = tx.events().append(log, entry, null);
        tx.tasks.update(before, after, new TaskTable.Place(live.row, change), tx.now());
        live.task = after;
        live.last = change;
        if (decided.posting() != null) post(live, decided.posting());
        var occasion = DeliveryRules.occasion(decided.event());
        if (occasion != null) {
            var told = new Telling.TaskEntry(
                    live.account(), live.row, after.owner().key(), live.last);
            tx.telling().task(told, occasion, live.hasCallback, tx.now());
        }
        if (isEnd(before, after)) forget(live);
        tx.changed(new TaskChange(after, entry));
    }

    /** What was kept for further attempts is needed no longer. */
    private void forget(LiveTask live) {
        if (live.hasCheckpoint) tx.checkpoints.delete(live.row);
        if (live.hasFiles) tx.taskFiles.drop(live.row);
    }

    private void post(LiveTask live, Posting posting) {
        tx.books().post(live.account(), posting, tx.now());
        tx.spend().count(live.task.owner().key(), live.created, posting, tx.now());
    }

    private static boolean isEnd(Task before, Task after) {
        return after.status().isTerminal() && !before.status().isTerminal();
    }
}
