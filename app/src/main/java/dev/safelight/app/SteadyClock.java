package dev.safelight.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Wall-clock time at its start, and the monotonic clock from there: when the machine's clock jumps,
 * this one does not, so no lease, deadline or order of events is ever touched by it.
 */
public final class SteadyClock implements InstantSource {
    private final Instant start;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * @param notBefore the last instant that was ever stored
     * @param nanos the monotonic clock
     */
    public SteadyClock(Instant wall, Instant notBefore, LongSupplier nanos) {
        this.start = wall.isBefore(notBefore) ? notBefore : wall;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }
}
