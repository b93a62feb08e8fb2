package dev.safelight.app.proof;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Callers who go on while something else is done; closing it waits for the last of them. */
final class Meanwhile implements AutoCloseable {
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CompletableFuture<Void> calling = new CompletableFuture<>();

    /** Who call until told to stop, each by chances of its own. */
    interface Callers {
        void run(AtomicBoolean stop, long seed);
    }

    Meanwhile(Callers callers, long seed) {
        Thread.ofPlatform().start(() -> {
            try {
                callers.run(stop, seed);
                calling.complete(null);
            } catch (AssertionError | RuntimeException found) {
                calling.completeExceptionally(found);
            }
        });
    }

    /** Throws what a caller found to be wrong. */
    @Override
    public void close() {
        stop.set(true);
        calling.join();
    }
}
