package dev.safelight.app.proof;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits on a fact, asking for it again and again; how long that may take is no promise. */
final class Patience {
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private Patience() {}

    static void until(String fact, BooleanSupplier isSo) {
        long begin = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - begin > ENOUGH.toNanos())
                throw new AssertionError("after " + ENOUGH + " not so: " + fact);
            Thread.onSpinWait();
        }
    }
}
