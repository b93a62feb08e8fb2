package dev.safelight.core.task;

import dev.safelight.core.ledger.Posting;

import org.jspecify.annotations.Nullable;

/**
 * What {@link TaskRules} decides; whoever stores it writes all of it in one transaction or nothing.
 */
public sealed interface Decision {

    /**
     * The task changes.
     *
     * @param next the task afterwards
     * @param event the entry of its log
     * @param posting what it does to the account's book, or null
     */
    record Change(Task next, TaskEvent event, @Nullable Posting posting) implements Decision {}

    /** Nothing changes, by name, in order of precedence. */
    enum Refusal implements Decision {
        /** Another acquisition owns the task now. */
        STALE_FENCE,
        /** The lifecycle has no such step from here. */
        OUT_OF_TURN,
        /** It is not yet time. */
        TOO_EARLY
    }
}
