package dev.safelight.core.task;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Hold;
import dev.safelight.core.ledger.SpendWindow;

import java.time.Instant;

/** What {@link SubmitRules} decide about a submit. */
public sealed interface SubmitVerdict {

    /** It becomes a task, and its hold is placed. */
    record Accept(Hold hold) implements SubmitVerdict {}

    /** It came before: repeat the answer that the earlier submit was given. */
    record RepeatAnswer(TaskId earlier) implements SubmitVerdict {}

    /** It came before: show the task as it is now. */
    record ShowTask(TaskId earlier) implements SubmitVerdict {}

    /** One of its names belongs to another request. */
    record Conflict(TaskId earlier, ConflictCause cause) implements SubmitVerdict {}

    /** Nothing came before, which is all that it may repeat. */
    record NothingToRepeat() implements SubmitVerdict {}

    /** The account has no such session. */
    record UnknownSession() implements SubmitVerdict {}

    /** The account does not have a file that it names, or has it no longer. */
    record UnknownFile(AssetId file) implements SubmitVerdict {}

    /** The account cannot pay for it. */
    record ShortOfCredits(Credits needed, Credits available) implements SubmitVerdict {}

    /**
     * The key may not spend so much in one of its windows.
     *
     * @param resetsAt when the same fits if nothing else is spent; of what is dearer than the
     *     limit, a window's length from now
     */
    record SpendLimitReached(SpendWindow window, Credits limit, Credits used, Instant resetsAt)
            implements SubmitVerdict {}

    /** So many tasks are live that no more are taken. */
    record QueueFull(long limit) implements SubmitVerdict {}
}
