package dev.safelight.core.webhook;

import java.time.Instant;

/** What is to become of a delivery after an attempt. */
public sealed interface AttemptOutcome {
    record Delivered() implements AttemptOutcome {}

    /** It failed, and waits in its line. */
    record Again(Instant due) implements AttemptOutcome {}

    /** It failed, and that was the last attempt. */
    record GivenUp() implements AttemptOutcome {}

    /** The receiver says that nobody is there any more. */
    record Gone() implements AttemptOutcome {}
}
