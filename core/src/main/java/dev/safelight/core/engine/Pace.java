package dev.safelight.core.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** How a run waits: in production its thread blocks, in a simulation it steps aside. */
public interface Pace {

    /**
     * Waits for an answer; its fault is thrown as a {@link
     * java.util.concurrent.CompletionException}.
     */
    <T> T await(CompletableFuture<T> answer);

    /** Waits until so much time has passed or the signal is given, whichever comes first. */
    void pause(Duration duration, CompletableFuture<?> signal);
}
