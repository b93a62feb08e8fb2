package dev.safelight.app.proof;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits on a fact, asking for it again and again; how long that may take is no promise. */
public final class Patience {
    private static final Duration ENOUGH = Duration.ofMinutes(2);

    private static final int TIMES = 10;

    private Patience() {}

    /**
     * A promised limit with room for a machine that is busy with something else: by as much as it
     * takes longer for what should take next to nothing.
     *
     * @param alone what the same takes in this run without the load that the limit is about
     */
    static Duration room(Duration promised, Duration alone) {
        var times = alone.multipliedBy(TIMES);
        return times.compareTo(promised) > 0 ? times : promised;
    }

    public static void until(String fact, BooleanSupplier isSo) {
        long begin = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - begin > ENOUGH.toNanos())
                throw new AssertionError("after " + ENOUGH + " not so: " + fact);
            Thread.onSpinWait();
        }
    }
}
