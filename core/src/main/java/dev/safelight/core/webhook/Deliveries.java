package dev.safelight.core.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What is to be told. The task store adds a delivery in the transaction that decides what it tells;
 * a sender renders it once, sends it until it is delivered or given up, and records each attempt.
 * A delivery stays until retention takes it.
 */
public interface Deliveries {

    /**
     * What was decided and nobody has looked at since, in the order in which it was decided, over
     * all accounts, active endpoints and callbacks. What waits of a disabled endpoint is passed
     * over, and found again at its old place once the endpoint is enabled.
     *
     * @param after the place of the last one that is known, or null to begin at the first
     */
    CompletableFuture<List<Delivery>> fresh(@Nullable Cursor after, int limit);

    /**
     * What cannot be sent at once waits in the line of its target from here on, so that a slow
     * target is in nobody's way. What has been looked at before stays as it is.
     */
    CompletableFuture<Void> lineUp(List<Cursor> places);

    /**
     * What is in the line of one target and is due, the longest due first; what is due at the same
     * moment in the order in which it was decided. Nothing of an endpoint that is not active.
     */
    CompletableFuture<List<Delivery>> due(EndpointId endpoint, Instant now, int limit);

    /** The same over all callbacks. */
    CompletableFuture<List<Delivery>> dueCallbacks(Instant now, int limit);

    /** The active endpoints in whose line something is due. */
    CompletableFuture<List<EndpointId>> endpointsDue(Instant now);

    /**
     * Keeps the payload's bytes, before the first send. Whoever comes second keeps nothing.
     *
     * @return the bytes that count, as text
     */
    CompletableFuture<String> render(Cursor place, String body);

    /**
     * Records an attempt, and what is to become of the delivery.
     *
     * @param state LINED_UP to try again; anything else ends it
     * @param due when to try again
     * @return whether the delivery had not ended; if it had, nothing is recorded
     */
    CompletableFuture<Boolean> attempted(
            Cursor place, Attempt attempt, Delivery.State state, Instant due);

    /** The attempts at one delivery, in order. */
    CompletableFuture<List<Attempt>> attempts(Cursor place);

    /**
     * An account's deliveries in the order in which they were decided.
     *
     * @param after the place of one that is known or a page's next, or null to begin at the first
     * @param limit how many at most; at least 1
     */
    CompletableFuture<DeliveryPage> list(AccountId account, @Nullable Cursor after, int limit);
}
