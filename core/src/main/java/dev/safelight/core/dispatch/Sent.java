package dev.safelight.core.dispatch;

import dev.safelight.core.webhook.AttemptOutcome;

/** How one way of a delivery ended. */
sealed interface Sent {
    /** The attempt is on disk. */
    record Recorded(AttemptOutcome outcome) implements Sent {}

    /** Nothing was sent: its endpoint hears nothing any more, or the process ends. */
    record Withheld() implements Sent {}

    /** It could not be worded or signed; nothing was sent. */
    record Unworded(Throwable fault) implements Sent {}

    /** It is not known whether it was sent: nothing says so on disk, and it is sent again. */
    record Unrecorded(Throwable fault) implements Sent {}
}
