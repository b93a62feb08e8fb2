package dev.safelight.core.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a delivery is tried again, and what an answer means for it: pure functions. */
public final class DeliverySchedule {
    /** After the attempt before; the first attempt is made at once. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** As long as a receiver may ask to be left alone. */
    static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    private static final double JITTER = 0.2;
    private static final int GONE = 410;

    private DeliverySchedule() {}

    /**
     * What becomes of a delivery.
     *
     * @param tries attempts since it was decided or last replayed, this one included
     * @param answered what came back
     * @param now when that was known
     * @param chance from 0 to 1, by which equal pauses differ
     */
    public static AttemptOutcome after(int tries, Answered answered, Instant now, double chance) {
        return switch (answered) {
            case Answered.None(var latency, var why) -> failed(tries, null, now, chance);
            case Answered.Status(var status, var latency, var retryAfter, var head) -> {
                if (status >= 200 && status < 300) yield new AttemptOutcome.Delivered();
                if (status == GONE) yield new AttemptOutcome.Gone();
                yield failed(tries, retryAfter, now, chance);
            }
        };
    }

    private static AttemptOutcome failed(
            int tries, @Nullable Duration retryAfter, Instant now, double chance) {
        if (tries > PAUSES.size()) return new AttemptOutcome.GivenUp();
        var pause = jittered(PAUSES.get(tries - 1), chance);
        return new AttemptOutcome.Again(now.plus(longer(pause, retryAfter)));
    }

    private static Duration jittered(Duration pause, double chance) {
        double factor = 1 - JITTER + 2 * JITTER * chance;
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }

    /** Never sooner than the schedule, and never later than a receiver may ask for. */
    private static Duration longer(Duration pause, @Nullable Duration retryAfter) {
        if (retryAfter == null || retryAfter.compareTo(pause) <= 0) return pause;
        var bounded =
                retryAfter.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : retryAfter;
        return bounded.compareTo(pause) > 0 ? bounded : pause;
    }
}
