package dev.safelight.core.task;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendWindow;
import dev.safelight.core.tool.Admission;

import java.time.Instant;

/** What became of a submit. */
public sealed interface Submission {
    /** It made no task, and none is shown. */
    sealed interface Refused extends Submission {}

    /**
     * It is on disk and its credits are held.
     *
     * @param answer JSON text that acknowledges it
     */
    record Accepted(TaskId task, String answer) implements Submission {}

    /**
     * The same request came before under this idempotency key.
     *
     * @param answer JSON text of what it was answered then
     */
    record Replayed(TaskId task, String answer) implements Submission {}

    /** The same request came before under this id of the caller's: show that task as it is now. */
    record Existing(TaskId task) implements Submission {}

    /** One of its names belongs to another task, which is shown. */
    record Conflict(TaskId task, ConflictCause cause) implements Refused {}

    /** It was to repeat what came before under its names, and nothing did. */
    record NothingToRepeat() implements Refused {}

    /** The account has no such session; another account's is no other. */
    record UnknownSession() implements Refused {}

    /** The account has no such file any more, or never had; another account's is no other. */
    record UnknownFile(AssetId file) implements Refused {}

    /** The engine that it would go to makes nothing of it. */
    record NotAdmitted(Admission.Refusal refusal) implements Refused {}

    /** The account cannot pay for it. */
    record ShortOfCredits(Credits needed, Credits available) implements Refused {}

    /**
     * The key may not spend so much in one of its windows.
     *
     * @param resetsAt when the same fits if nothing else is spent; of what is dearer than the
     *     limit, a window's length from now
     */
    record SpendLimitReached(SpendWindow window, Credits limit, Credits used, Instant resetsAt)
            implements Refused {}

    /** So many tasks are live that no more are taken. */
    record QueueFull(long limit) implements Refused {}
}
