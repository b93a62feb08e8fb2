package dev.safelight.core.task;

import dev.safelight.core.task.TaskState.Cancelled;
import dev.safelight.core.task.TaskState.Failed;
import dev.safelight.core.task.TaskState.Pending;
import dev.safelight.core.task.TaskState.Retrying;
import dev.safelight.core.task.TaskState.Running;
import dev.safelight.core.task.TaskState.Succeeded;
import dev.safelight.core.task.TaskState.Terminal;
import dev.safelight.core.task.Transition.Moved;
import dev.safelight.core.task.Transition.Refused;

import java.time.Instant;

/**
 * The life of a task as one pure function: {@code pending → running → succeeded}, {@code running ⇄
 * retrying} between attempts, {@code failed} and {@code cancelled} from all three. Every way in
 * which a task can change goes through here, and the database repeats the invariants as CHECKs.
 */
public final class TaskLifecycle {
    private TaskLifecycle() {}

    /** A task as the first entry of its log leaves it. */
    public static Task begin(TaskHeader header, Instant at) {
        var queueUntil = at.plus(header.terms().queueLimit());
        return new Task(header, new Pending(queueUntil), Task.Stamp.FIRST);
    }

    /** What an event makes of a state. */
    public static Transition apply(TaskState state, TaskEvent event) {
        return switch (state) {
            case Pending pending -> whilePending(event);
            case Running running -> whileRunning(running, event);
            case Retrying retrying -> whileRetrying(event);
            case Terminal terminal -> afterTheEnd(terminal, event);
        };
    }

    private static Transition whilePending(TaskEvent event) {
        return switch (event) {
            case TaskEvent.Started(var worker, var effort) ->
                new Moved(new Running(effort, worker, 0));
            case TaskEvent.Failed(var failure) -> new Moved(new Failed(failure));
            case TaskEvent.Cancelled() -> new Moved(new Cancelled());
            case TaskEvent.Progressed p -> Refused.NOT_RUNNING;
            case TaskEvent.Retried r -> Refused.NOT_RUNNING;
            case TaskEvent.Returned r -> Refused.NOT_RUNNING;
            case TaskEvent.Succeeded s -> Refused.NOT_RUNNING;
            case TaskEvent.Stopped s -> Refused.NOT_ENDED;
            case TaskEvent.Submitted s -> Refused.ALREADY_SUBMITTED;
        };
    }

    private static Transition whileRunning(Running running, TaskEvent event) {
        return switch (event) {
            case TaskEvent.Progressed(var percent) ->
                new Moved(new Running(running.effort(), running.worker(), percent));
            case TaskEvent.Retried(var failure, var due) ->
                new Moved(new Retrying(running.effort(), due));
            case TaskEvent.Returned(var due) ->
                new Moved(new Retrying(running.effort().uncounted(), due));
            case TaskEvent.Succeeded(var price, var output) ->
                new Moved(new Succeeded(price, output));
            case TaskEvent.Failed(var failure) -> new Moved(new Failed(failure));
            case TaskEvent.Cancelled() -> new Moved(new Cancelled());
            case TaskEvent.Started s -> Refused.NOT_WAITING;
            case TaskEvent.Stopped s -> Refused.NOT_ENDED;
            case TaskEvent.Submitted s -> Refused.ALREADY_SUBMITTED;
        };
    }

    private static Transition whileRetrying(TaskEvent event) {
        return switch (event) {
            case TaskEvent.Started(var worker, var effort) ->
                new Moved(new Running(effort, worker, 0));
            case TaskEvent.Failed(var failure) -> new Moved(new Failed(failure));
            case TaskEvent.Cancelled() -> new Moved(new Cancelled());
            case TaskEvent.Progressed p -> Refused.NOT_RUNNING;
            case TaskEvent.Retried r -> Refused.NOT_RUNNING;
            case TaskEvent.Returned r -> Refused.NOT_RUNNING;
            case TaskEvent.Succeeded s -> Refused.NOT_RUNNING;
            case TaskEvent.Stopped s -> Refused.NOT_ENDED;
            case TaskEvent.Submitted s -> Refused.ALREADY_SUBMITTED;
        };
    }

    /** Nothing changes the state; that the engine has stopped is logged all the same. */
    private static Transition afterTheEnd(Terminal ended, TaskEvent event) {
        return switch (event) {
            case TaskEvent.Stopped() -> new Moved(ended);
            case TaskEvent.Submitted s -> Refused.TERMINAL;
            case TaskEvent.Started s -> Refused.TERMINAL;
            case TaskEvent.Progressed p -> Refused.TERMINAL;
            case TaskEvent.Retried r -> Refused.TERMINAL;
            case TaskEvent.Returned r -> Refused.TERMINAL;
            case TaskEvent.Succeeded s -> Refused.TERMINAL;
            case TaskEvent.Failed f -> Refused.TERMINAL;
            case TaskEvent.Cancelled c -> Refused.TERMINAL;
        };
    }
}
