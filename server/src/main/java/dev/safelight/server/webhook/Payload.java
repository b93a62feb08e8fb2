package dev.safelight.server.webhook;

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
     * @return JSON text
     */
    CompletableFuture<String> of(Notice notice);
}
