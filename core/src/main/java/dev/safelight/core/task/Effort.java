package dev.safelight.core.task;

import java.time.Instant;

/**
 * What has been put into a task since its first start.
 *
 * @param attempts counted so far; a graceful drain gives its attempt back
 * @param started the first start
 * @param deadline the hard deadline, over all attempts
 */
public record Effort(int attempts, Instant started, Instant deadline) {

    boolean isOver(Instant now) {
        return !now.isBefore(deadline);
    }

    Effort again() {
        return new Effort(attempts + 1, started, deadline);
    }

    Effort uncounted() {
        return new Effort(attempts - 1, started, deadline);
    }
}
