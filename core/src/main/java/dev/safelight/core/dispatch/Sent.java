package dev.safelight.core.dispatch;

import dev.safelight.core.webhook.AttemptOutcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** How one way of a delivery ended. */
sealed interface Sent {
    /**
     * The attempt is on disk.
     *
     * @param asked how long the receiver wants to be left alone, or null
     */
    record Recorded(AttemptOutcome outcome, @Nullable Duration asked) implements Sent {}

    /**
     * Nothing is recorded: its endpoint hears nothing any more or is elsewhere now, or the process
     * ends.
     */
    record Withheld() implements Sent {}

    /** It cannot be worded, signed or recorded, though the store is well: its own fault. */
    record Broken(Throwable fault) implements Sent {}

    /** The store failed. If it was sent nothing says so on disk, and it is sent again. */
    record Unrecorded(Throwable fault) implements Sent {}
}
