package dev.safelight.core.task;

/** What {@link TaskLifecycle} answers. */
public sealed interface Transition {

    /** The event happened, and this is the state now. */
    record Moved(TaskState next) implements Transition {}

    /** The event cannot happen in that state. */
    enum Refused implements Transition {
        /** Terminal never changes again. */
        TERMINAL,
        /** Only a running task makes progress, ends an attempt or succeeds. */
        NOT_RUNNING,
        /** Only a task that waits can be started. */
        NOT_WAITING,
        /** Only a task that has ended can be reported as stopped. */
        NOT_ENDED,
        /** A log begins once. */
        ALREADY_SUBMITTED
    }
}
