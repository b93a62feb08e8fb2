package dev.safelight.core.worker;

import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.WriteOutcome;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Writes of one run that must reach the store: repeated while it cannot take them. Called on the
 * run's own thread, which waits.
 */
final class LeaseWrites {
    /** Between two tries. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final RunEnvironment environment;
    private final StopSignal stop;

    LeaseWrites(RunEnvironment environment, StopSignal stop) {
        this.environment = environment;
        this.stop = stop;
    }

    /** Hands the write in until the store takes or refuses it. */
    WriteOutcome insist(Supplier<CompletableFuture<WriteOutcome>> write) {
        var pace = environment.pace();
        while (true) {
            try {
                return pace.await(write.get());
            } catch (CompletionException fault) {
                if (!(fault.getCause() instanceof StoreFault) || isHopeless())
                    return WriteOutcome.LOST;
                pace.pause(AGAIN, environment.closing());
            }
        }
    }

    /** Whether the store will not take it, however often it is asked. */
    private boolean isHopeless() {
        return environment.closing().isDone()
                || Thread.currentThread().isInterrupted()
                || stop.is(StopReason.LOST);
    }
}
