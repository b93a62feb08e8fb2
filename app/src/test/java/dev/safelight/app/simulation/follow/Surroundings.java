package dev.safelight.app.simulation.follow;

import dev.safelight.app.Assembly;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Where followers are.
 *
 * @param server of the boot that is up
 * @param faults whether something breaks that breaks this often in a thousand times
 * @param broken is told when a follower was told what must not be
 */
public record Surroundings(
        Supplier<Assembly> server,
        RandomGenerator random,
        IntPredicate faults,
        Consumer<Throwable> broken) {
    private static final int LONGEST_ABSENCE = 10_000;

    Instant now() {
        return server.get().clock().instant();
    }

    /** When somebody whose connection broke is back: mostly at once. */
    Instant back() {
        int millis = random.nextInt(3) > 0 ? 0 : random.nextInt(LONGEST_ABSENCE);
        return now().plus(Duration.ofMillis(millis));
    }
}
