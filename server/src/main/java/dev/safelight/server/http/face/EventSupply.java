package dev.safelight.server.http.face;

import java.util.concurrent.CompletableFuture;

/**
 * What an event stream tells. It is asked for one piece at a time, for the next one once the reader
 * has taken the one before, so that a slow reader costs no more memory than a fast one.
 */
@FunctionalInterface
public interface EventSupply {
    /**
     * What follows: completes when there is something, and is cancelled when the reader has gone.
     * Called on a thread that may block for a moment.
     */
    CompletableFuture<EventPiece> next();
}
