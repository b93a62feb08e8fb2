package dev.safelight.core.webhook;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Endpoints and what waits to be sent to them. */
public interface Outbox {

    /** Adds an endpoint; tasks that end from here on are told to it. Gives its number. */
    CompletableFuture<Long> add(NewEndpoint endpoint);

    /** What waits, in the order in which it was decided, after a place in the outbox. */
    CompletableFuture<List<Delivery>> waiting(long after, int limit);
}
