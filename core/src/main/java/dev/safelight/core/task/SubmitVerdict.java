package dev.safelight.core.task;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Hold;

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

    /** The account has no such session. */
    record UnknownSession() implements SubmitVerdict {}

    /** The account cannot pay for it. */
    record ShortOfCredits(Credits needed, Credits available) implements SubmitVerdict {}

    /** So many tasks are live that no more are taken. */
    record QueueFull(long limit) implements SubmitVerdict {}
}
