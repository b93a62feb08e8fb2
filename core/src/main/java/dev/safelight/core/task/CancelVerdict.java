package dev.safelight.core.task;

/** What {@link TaskRules} decide about calling a task off. */
public sealed interface CancelVerdict {

    /** It is cancelled. */
    record Cancel(Decision.Change change) implements CancelVerdict {}

    /** Nothing changes, by name, in order of precedence. */
    enum Refusal implements CancelVerdict {
        /** The account has no such task; another account's is no other. */
        ABSENT,
        /** It has ended. */
        TOO_LATE
    }
}
