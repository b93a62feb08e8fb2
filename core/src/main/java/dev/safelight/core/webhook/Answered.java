package dev.safelight.core.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** What came back for a parcel. */
public sealed interface Answered {

    /** Until the answer, or until it was given up. */
    Duration latency();

    /**
     * An answer with a status, whatever it is.
     *
     * @param retryAfter how long the receiver asks to be left alone, or null
     * @param head the first characters of the body, printable; empty where they are not to be shown
     */
    record Status(int status, Duration latency, @Nullable Duration retryAfter, String head)
            implements Answered {}

    /**
     * No answer.
     *
     * @param why one sentence for the owner of the address; the same for all that it must not tell
     *     apart
     */
    record None(Duration latency, String why) implements Answered {}
}
