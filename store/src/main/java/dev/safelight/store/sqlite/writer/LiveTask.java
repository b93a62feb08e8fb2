package dev.safelight.store.sqlite.writer;

import dev.safelight.core.schedule.Turn;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskState.Pending;
import dev.safelight.core.task.TaskState.Retrying;
import dev.safelight.core.task.TaskState.Running;
import dev.safelight.core.task.TaskState.Terminal;
import dev.safelight.core.task.WorkerId;
import dev.safelight.store.schedule.Place;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A task that can still change, or whose engine has not stopped, as the writer keeps it in memory:
 * the row's twin. Confined to the writer thread; read anew from the rows when a batch fails.
 */
final class LiveTask {
    final long row;
    final Instant created;
    Task task;

    /** The change number of its latest entry. */
    long last;

    /** Whether something is kept for its next attempt. */
    boolean hasCheckpoint;

    /** Whether it keeps files that its input names. */
    final boolean hasFiles;

    /** Whether an address was given with it, to be told of its end. */
    final boolean hasCallback;

    /** Who has it, or had it when it ended and has not let go. */
    @Nullable
    WorkerId worker;

    LiveTask(Task task, long row, Instant created, long last, Beside beside) {
        this.task = task;
        this.row = row;
        this.created = created;
        this.last = last;
        hasCallback = beside.callback();
        hasFiles = beside.files();
    }

    /**
     * What a task has in other tables from its submit on.
     *
     * @param callback an address to be told of its end
     * @param files those that its input names
     */
    record Beside(boolean callback, boolean files) {
        static final Beside NOTHING = new Beside(false, false);

        static Beside of(NewTask submit) {
            return new Beside(submit.callback() != null, !submit.files().isEmpty());
        }
    }

    long account() {
        return task.owner().account().number();
    }

    /** Where it belongs in the schedule. */
    Place place() {
        return new Place(
                task.route().engine(),
                account(),
                task.owner().key().number(),
                new Turn(task.terms().priority(), row));
    }

    /**
     * When the clock changes it if nothing else does.
     *
     * @param rests whether it waits for nothing but its next attempt to be due
     */
    Instant nextWake(boolean rests) {
        return switch (task.state()) {
            case Pending(var queueUntil) -> queueUntil;
            case Running(var effort, var by, var progress) -> effort.deadline();
            case Retrying(var effort, var due) ->
                rests && due.isBefore(effort.deadline()) ? due : effort.deadline();
            case Terminal ended -> Instant.MAX;
        };
    }
}
