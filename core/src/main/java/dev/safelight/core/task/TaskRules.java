package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.ledger.Posting;
import dev.safelight.core.task.Decision.Change;
import dev.safelight.core.task.Decision.Refusal;
import dev.safelight.core.task.TaskState.Pending;
import dev.safelight.core.task.TaskState.Retrying;
import dev.safelight.core.task.TaskState.Running;
import dev.safelight.core.task.Transition.Moved;
import dev.safelight.core.task.Transition.Refused;
import dev.safelight.core.tool.ToolName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Turns what a worker, an owner or the clock asks of a task into one {@link Decision}. Pure: the
 * same task and question give the same decision. Each question is a ladder of guards, the fence
 * first.
 */
public final class TaskRules {
    private final Retries retries;
    private final Function<ToolName, @Nullable Duration> deadlines;

    /** Rules that know no tool: whatever passes its deadline may be submitted again. */
    public TaskRules(Retries retries) {
        this(retries, tool -> null);
    }

    /**
     * @param deadlines each tool's own hard deadline, or null for an unknown tool
     */
    public TaskRules(Retries retries, Function<ToolName, @Nullable Duration> deadlines) {
        this.retries = retries;
        this.deadlines = deadlines;
    }

    /** A worker takes it; the fence is fresh. */
    public Decision start(Task task, WorkerId worker, Instant now) {
        return switch (task.state()) {
            case Pending pending ->
                start(task, worker, new Effort(1, now, now.plus(task.terms().runLimit())));
            case Retrying(var effort, var due) when now.isBefore(due) -> Refusal.TOO_EARLY;
            case Retrying(var effort, var due) -> start(task, worker, effort.again());
            case Running running -> Refusal.OUT_OF_TURN;
            case TaskState.Terminal terminal -> Refusal.OUT_OF_TURN;
        };
    }

    private static Decision start(Task task, WorkerId worker, Effort effort) {
        return decide(task, new TaskEvent.Started(worker, effort), null);
    }

    /** The worker tells how far it is. */
    public Decision progress(Task task, Lease lease, int percent) {
        if (isStale(task, lease)) return Refusal.STALE_FENCE;
        return decide(task, new TaskEvent.Progressed(percent), null);
    }

    /**
     * Whether the worker may keep something for the next attempt: the task runs, and this is the
     * acquisition that it runs under. Makes no entry of the log.
     */
    public boolean mayCheckpoint(Task task, Lease lease) {
        return !isStale(task, lease) && task.state() instanceof Running;
    }

    /** The worker hands its result in; the hold is the price. */
    public Decision complete(Task task, Lease lease, Output output) {
        if (isStale(task, lease)) return Refusal.STALE_FENCE;
        var price = task.terms().hold();
        var captured = task.hold().capture(price);
        return decide(task, new TaskEvent.Succeeded(price, output), captured);
    }

    /**
     * The worker's attempt came to nothing; a passing fault is tried again while attempts remain.
     */
    public Decision fail(Task task, Lease lease, Failure failure, boolean passing, Instant now) {
        if (isStale(task, lease)) return Refusal.STALE_FENCE;
        // Between attempts the fence is still the last one's: a worker that lost it is too late.
        if (!(task.state() instanceof Running)) return Refusal.OUT_OF_TURN;
        return passing ? retryOrFail(task, failure, now) : fail(task, failure);
    }

    /** A draining worker gives it back: due at once, the attempt does not count. */
    public Decision giveBack(Task task, Lease lease, Instant now) {
        if (isStale(task, lease)) return Refusal.STALE_FENCE;
        return decide(task, new TaskEvent.Returned(now), null);
    }

    /** Its worker was not heard of within the lease. That counts as an attempt. */
    public Decision loseLease(Task task, Instant now) {
        var lost = new Failure(
                FailureCode.LEASE_LOST,
                "The worker stopped answering on every attempt. Submit the task again.",
                true);
        return retryOrFail(task, lost, now);
    }

    /**
     * Somebody calls it off: decided at once, also while it runs.
     *
     * @param owner the account that has it, or null when there is none of this id
     * @param live the task, or null once it has ended
     */
    public CancelVerdict cancel(AccountId account, @Nullable AccountId owner, @Nullable Task live) {
        if (!account.equals(owner)) return CancelVerdict.Refusal.ABSENT;
        if (live == null) return CancelVerdict.Refusal.TOO_LATE;
        return decide(live, new TaskEvent.Cancelled(), live.hold().release())
                        instanceof Change change
                ? new CancelVerdict.Cancel(change)
                : CancelVerdict.Refusal.TOO_LATE;
    }

    /** Its queue limit or its hard deadline has passed. */
    public Decision expire(Task task, Instant now) {
        return switch (task.state()) {
            case Pending(var queueUntil)
            when !now.isBefore(queueUntil) -> fail(task, queueExpired());
            case Running(var effort, var worker, var progress)
            when effort.isOver(now) -> fail(task, deadlineExceeded(task));
            case Retrying(var effort, var due)
            when effort.isOver(now) -> fail(task, deadlineExceeded(task));
            case TaskState.Live live -> Refusal.TOO_EARLY;
            case TaskState.Terminal terminal -> Refusal.OUT_OF_TURN;
        };
    }

    /** The engine has really stopped after the task ended without it. */
    public Decision stopped(Task task, Lease lease) {
        if (isStale(task, lease)) return Refusal.STALE_FENCE;
        return decide(task, new TaskEvent.Stopped(), null);
    }

    private static Failure queueExpired() {
        return new Failure(
                FailureCode.QUEUE_EXPIRED,
                "No engine was free to start the task within its queue limit. Submit it again, or"
                        + " let it wait longer.",
                true);
    }

    private Failure deadlineExceeded(Task task) {
        return hadItsWholeWish(task)
                ? new Failure(
                        FailureCode.DEADLINE_EXCEEDED,
                        "The task did not finish within the "
                                + task.terms().runLimit().toSeconds()
                                + " s that its submit gave it, all of which its one attempt had."
                                + " Nothing was charged; submit it with a longer limit, or"
                                + " without.",
                        false)
                : new Failure(
                        FailureCode.DEADLINE_EXCEEDED,
                        "The task did not finish before its hard deadline. Nothing was charged;"
                                + " submit it again.",
                        true);
    }

    /**
     * Whether one attempt had all the time that the caller gave, less than the tool's own: then the
     * same request meets the same end. A tool's own deadline is twice what its longest input takes,
     * so whatever passes that one may well do better the next time.
     */
    private boolean hadItsWholeWish(Task task) {
        boolean once = task.state() instanceof Running && task.stamp().fence() == 1;
        var own = deadlines.apply(task.route().tool());
        return once && own != null && task.terms().runLimit().compareTo(own) < 0;
    }

    private Decision retryOrFail(Task task, Failure failure, Instant now) {
        if (!(task.state() instanceof Running(var effort, var worker, var progress)))
            return Refusal.OUT_OF_TURN;
        if (retries.isLast(effort.attempts())) return fail(task, failure);
        var due = now.plus(retries.pauseAfter(effort.attempts()));
        return decide(task, new TaskEvent.Retried(failure, due), null);
    }

    private static Decision fail(Task task, Failure failure) {
        return decide(task, new TaskEvent.Failed(failure), task.hold().release());
    }

    /** A write about an acquisition that is no longer the task's latest. */
    private static boolean isStale(Task task, Lease lease) {
        return lease.fence() != task.stamp().fence();
    }

    private static Decision decide(Task task, TaskEvent event, @Nullable Posting posting) {
        return switch (TaskLifecycle.apply(task.state(), event)) {
            case Moved(var next) -> new Change(task.after(event, next), event, posting);
            case Refused refused -> Refusal.OUT_OF_TURN;
        };
    }
}
