package dev.safelight.client;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Time and chance, which programs leave to this machine and tests set by hand.
 *
 * @param nanos a clock that never goes back; only differences mean anything
 * @param pause how the calling thread sleeps
 * @param tokens a new text that nobody else will ever get, for idempotency keys and temporary files
 */
public record Environment(LongSupplier nanos, Pause pause, Supplier<String> tokens) {

    /** Lets the calling thread sleep. */
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** The real ones: a library has nobody above it who could hand them in. */
    public static Environment ofThisMachine() {
        return new Environment(
                System::nanoTime, Thread::sleep, () -> UUID.randomUUID().toString());
    }
}
