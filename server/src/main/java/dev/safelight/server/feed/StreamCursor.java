package dev.safelight.server.feed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The protocol's cursor of live reads: the number of an interval of time, which callers send back
 * so that no cache answers them with the same again and again. It never goes backwards.
 */
final class StreamCursor {
    private static final Instant EPOCH = Instant.parse("2024-10-09T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(20);
    private static final Duration MOST_AHEAD = Duration.ofHours(1);

    /** As many digits as are surely a number; what is longer is none that was given out. */
    private static final int DIGITS = 15;

    private StreamCursor() {}

    /**
     * The cursor of an answer.
     *
     * @param before the one that the caller was given, or null; what is none is as good as null
     */
    static String next(@Nullable String before, Instant now, RandomGenerator random) {
        long current = Duration.between(EPOCH, now).dividedBy(INTERVAL);
        if (before == null || !before.matches("\\d{1," + DIGITS + "}")) return "" + current;
        long known = Long.parseLong(before);
        if (known < current) return "" + current;
        return "" + (known + 1 + random.nextLong(MOST_AHEAD.dividedBy(INTERVAL)));
    }
}
