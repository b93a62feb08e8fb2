package dev.safelight.core.task;

import dev.safelight.core.ledger.Credits;

import java.time.Instant;

/** Where a task stands. Data belongs to the state that has it. */
public sealed interface TaskState {

    TaskStatus status();

    /** A state that can still change. */
    sealed interface Live extends TaskState {}

    /** A state that never changes again. */
    sealed interface Terminal extends TaskState {}

    /**
     * Not started yet.
     *
     * @param queueUntil when it fails as {@code queue_expired}
     */
    record Pending(Instant queueUntil) implements Live {
        @Override
        public TaskStatus status() {
            return TaskStatus.PENDING;
        }
    }

    /**
     * A worker has it under a lease.
     *
     * @param progress 0-100, of this attempt
     */
    record Running(Effort effort, WorkerId worker, int progress) implements Live {
        @Override
        public TaskStatus status() {
            return TaskStatus.RUNNING;
        }
    }

    /**
     * Between attempts; every dialect shows it as running.
     *
     * @param due when the next attempt may start
     */
    record Retrying(Effort effort, Instant due) implements Live {
        @Override
        public TaskStatus status() {
            return TaskStatus.RETRYING;
        }
    }

    /** Done, and paid for. */
    record Succeeded(Credits price, Output output) implements Terminal {
        @Override
        public TaskStatus status() {
            return TaskStatus.SUCCEEDED;
        }
    }

    /** Came to nothing, and costs nothing. */
    record Failed(Failure failure) implements Terminal {
        @Override
        public TaskStatus status() {
            return TaskStatus.FAILED;
        }
    }

    /** Called off by its owner, and costs nothing. */
    record Cancelled() implements Terminal {
        @Override
        public TaskStatus status() {
            return TaskStatus.CANCELLED;
        }
    }
}
