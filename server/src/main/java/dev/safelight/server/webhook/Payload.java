package dev.safelight.server.webhook;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How a dialect words what is told. Asked for once, off the writer, before it is first sent: the
 * bytes that come of it never change.
 */
@FunctionalInterface
public interface Payload {
    /**
     * The body of a delivery.
     *
     * @return JSON text; empty when the dialect does not tell of such a thing
     */
    CompletableFuture<Optional<String>> of(Notice notice);
}
