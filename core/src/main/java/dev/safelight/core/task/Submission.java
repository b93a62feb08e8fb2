package dev.safelight.core.task;

import dev.safelight.core.ledger.Credits;

/** What became of a submit. */
public sealed interface Submission {

    /** It is on disk and its credits are held. */
    record Accepted(TaskRef task, String answer) implements Submission {}

    /** The same request came before under this idempotency key; this was the answer. */
    record Replayed(TaskRef task, String answer) implements Submission {}

    /** Another request came before under this idempotency key. */
    record Conflict(TaskRef task) implements Submission {}

    /** The account cannot pay for it. */
    record ShortOfCredits(Credits needed, Credits available) implements Submission {}
}
