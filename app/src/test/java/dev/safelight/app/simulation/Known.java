package dev.safelight.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.TaskView;

import org.jspecify.annotations.Nullable;

/** A task as its caller has seen it so far; each further look must fit. */
final class Known {
    private final String input;
    private long version;
    private int rank;
    private boolean cancelled;
    private @Nullable TaskState end;

    Known(String input) {
        this.input = input;
    }

    /** How far it has come for the caller, who is about to ask. */
    Sight sight() {
        return new Sight(version, rank);
    }

    /** What was known when a request began; another one may have overtaken it since. */
    record Sight(long version, int rank) {}

    /** An answer to a request that began when this much was known. */
    void see(TaskView view, Sight before) {
        assertThat(view.input().json()).as("I1: the input as it was sent").isEqualTo(input);
        var stamp = view.task().stamp();
        assertThat(stamp.version())
                .as("I9: never older than seen before")
                .isGreaterThanOrEqualTo(before.version);
        version = Math.max(version, stamp.version());
        int now = rank(view.status());
        assertThat(now).as("I3: only forwards").isGreaterThanOrEqualTo(before.rank);
        rank = Math.max(rank, now);
        if (!view.isTerminal()) return;
        if (end != null)
            assertThat(view.state()).as("I3: terminal never changes").isEqualTo(end);
        end = view.state();
        if (cancelled)
            assertThat(view.status())
                    .as("I3: cancelled, it was said")
                    .isEqualTo(TaskStatus.CANCELLED);
    }

    /** The caller was told that it is cancelled. */
    void cancel() {
        cancelled = true;
        if (end != null) assertThat(end.status()).isEqualTo(TaskStatus.CANCELLED);
        rank = 2;
    }

    /** The caller was told that it had ended before. */
    void end() {
        rank = 2;
    }

    boolean hasEnded() {
        return end != null;
    }

    private static int rank(TaskStatus status) {
        return switch (status) {
            case PENDING -> 0;
            case RUNNING, RETRYING -> 1;
            case SUCCEEDED, FAILED, CANCELLED -> 2;
        };
    }
}
