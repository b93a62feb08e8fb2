package dev.safelight.core.task;

import java.time.Duration;
import java.util.List;

/**
 * How often and after what pauses a task is attempted again.
 *
 * @param pauses one between each two attempts, so attempts are one more
 */
public record Retries(List<Duration> pauses) {
    public static final Retries DEFAULT =
            new Retries(List.of(Duration.ofSeconds(1), Duration.ofSeconds(10)));

    boolean isLast(int attempt) {
        return attempt > pauses.size();
    }

    Duration pauseAfter(int attempt) {
        return pauses.get(attempt - 1);
    }
}
