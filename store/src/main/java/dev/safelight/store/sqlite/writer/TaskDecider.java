package dev.safelight.store.sqlite.writer;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.CancelVerdict;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Decision;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.Statements;

import java.time.Instant;
import java.util.Objects;

/**
 * What becomes of tasks that are there, by their workers, their owners or the clock, within an open
 * batch: core's rules decide, rows and schedule follow. Confined to the writer thread.
 */
final class TaskDecider {
    /** How many tasks the clock may change in one batch. */
    private static final int DUE_IN_A_BATCH = 500;

    private final Transaction tx;
    private final TaskRules rules;
    private final Recorder recorder;
    private final LiveTasks live;
    private final Query<Long> hasTask;

    TaskDecider(Transaction tx, TaskRules rules, Recorder recorder, LiveTasks live) {
        this.tx = tx;
        this.rules = rules;
        this.recorder = recorder;
        this.live = live;
        hasTask = hasTask(tx.db());
    }

    private static Query<Long> hasTask(Db db) {
        return db.numbers(Statements.WRITES.get("has-task"));
    }

    void decide(Command.Report command) {
        var outcome = decide(command.lease(), command.report());
        tx.afterCommit(() -> command.answer().complete(outcome));
    }

    private WriteOutcome decide(Lease lease, WorkerReport report) {
        return switch (report) {
            case WorkerReport.Stopped() -> stopped(lease);
            case WorkerReport.WhileLive written -> {
                var task = live.find(lease.task());
                yield task == null ? WriteOutcome.LOST : decide(task, lease, written);
            }
        };
    }

    private WriteOutcome decide(LiveTask task, Lease lease, WorkerReport.WhileLive report) {
        return switch (report) {
            case WorkerReport.Checkpoint(var body) -> checkpoint(task, lease, body);
            case WorkerReport.Progress(var percent) ->
                follow(task, rules.progress(task.task, lease, percent));
            case WorkerReport.Complete(var result) -> {
                var decision = rules.complete(task.task, lease, result.output());
                // Their rows belong to the success: none is written for a result that is late.
                if (decision instanceof Decision.Change)
                    tx.assets.add(task.account(), task.row, result.files(), tx.now());
                yield follow(task, decision);
            }
            case WorkerReport.Fail(var failure, var passing) ->
                follow(task, rules.fail(task.task, lease, failure, passing, tx.now()));
            case WorkerReport.GiveBack() ->
                follow(task, rules.giveBack(task.task, lease, tx.now()));
        };
    }

    private WriteOutcome checkpoint(LiveTask task, Lease lease, String body) {
        if (!rules.mayCheckpoint(task.task, lease)) return WriteOutcome.LOST;
        tx.checkpoints.write(task.row, lease.fence(), body);
        task.hasCheckpoint = true;
        return WriteOutcome.STORED;
    }

    /** The engine of a worker that reports is done with the task. */
    private WriteOutcome follow(LiveTask task, Decision decision) {
        return change(task, decision, true) ? WriteOutcome.STORED : WriteOutcome.LOST;
    }

    /** Records a change, and lets the schedule follow; whether there was one. */
    private boolean change(LiveTask task, Decision decision, boolean engineStopped) {
        if (!(decision instanceof Decision.Change change)) return false;
        recorder.record(task, change);
        live.follow(task, engineStopped);
        return true;
    }

    private WriteOutcome stopped(Lease lease) {
        var task = live.findStopping(lease.task());
        if (task == null) return WriteOutcome.LOST;
        if (!(rules.stopped(task.task, lease) instanceof Decision.Change change))
            return WriteOutcome.LOST;
        recorder.record(task, change);
        live.stopped(task);
        return WriteOutcome.STORED;
    }

    void decide(Command.Cancel command) {
        var outcome = cancel(command.account(), command.task());
        tx.afterCommit(() -> command.answer().complete(outcome));
    }

    private Cancellation cancel(AccountId account, TaskId id) {
        var task = live.find(id);
        var verdict = task == null
                ? rules.cancel(account, has(account, id) ? account : null, null)
                : rules.cancel(account, task.task.owner().account(), task.task);
        return switch (verdict) {
            case CancelVerdict.Cancel(var change) -> {
                change(Objects.requireNonNull(task), change, false);
                yield Cancellation.CANCELLED;
            }
            case CancelVerdict.Refusal.ABSENT -> Cancellation.ABSENT;
            case CancelVerdict.Refusal.TOO_LATE -> Cancellation.TOO_LATE;
        };
    }

    private boolean has(AccountId account, TaskId id) {
        return hasTask.bind(Bytes.of(id.id())).bind(account.number()).first() != null;
    }

    /** Ends queue waits and runs that are over; wakes what is due again. */
    void due() {
        var due = live.due(tx.now(), DUE_IN_A_BATCH);
        tx.books().open(due.stream().map(LiveTask::account).toList());
        for (var task : due) {
            if (!change(task, rules.expire(task.task, tx.now()), false)) live.enqueue(task);
        }
    }

    /** The worker that has a task is gone: the attempt is over. */
    void loseLease(LiveTask task) {
        change(task, rules.loseLease(task.task, tx.now()), true);
    }

    /** When the clock next changes a task. */
    Instant nextWake() {
        return live.nextWake();
    }
}
