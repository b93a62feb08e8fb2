package dev.safelight.core.time;

import java.time.Instant;

/** Background work that does one bounded batch a call. Called by one thread at a time. */
@FunctionalInterface
public interface Step {

    /**
     * Does one batch.
     *
     * @return when to be called next: {@code now} or before for at once, {@link Instant#MAX} for
     *     not until woken
     */
    Instant step(Instant now);
}
