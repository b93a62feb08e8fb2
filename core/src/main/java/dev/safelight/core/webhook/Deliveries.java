package dev.safelight.core.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What is to be told. The store adds a delivery in the transaction that decides what it tells; a
 * sender renders it once, sends it until it is delivered or given up, and records each attempt.
 * A delivery stays until retention takes it.
 */
public interface Deliveries {

    /**
     * What was decided and nobody has looked at since, in the order in which it was decided, over
     * all accounts. Nothing of an endpoint that is not active: that waits in its line.
     *
     * @param after the place of the last one that is known, or null to begin at the first
     */
    CompletableFuture<List<Delivery>> fresh(@Nullable Cursor after, int limit);

    /**
     * What cannot be sent at once waits in its line until a moment. What has ended stays as it is.
     */
    CompletableFuture<Void> lineUp(List<Cursor> places, Instant due);

    /**
     * What is in a line and due, the longest due first; what is due at the same moment in the order
     * in which it was decided. Nothing of an endpoint that is not active.
     */
    CompletableFuture<List<Delivery>> due(Line line, Instant now, int limit);

    /** The lines in which something is due, without those of endpoints that are not active. */
    CompletableFuture<List<Line>> linesDue(Instant now);

    /**
     * Whether it may be sent at this moment: false from the moment on at which whoever deleted or
     * disabled its endpoint is answered. At once, from memory; any thread.
     */
    boolean mayBeSent(Delivery delivery);

    /**
     * Keeps the payload's bytes, before the first send. Whoever comes second keeps nothing.
     *
     * @return the bytes that count, as text
     */
    CompletableFuture<String> render(Cursor place, String body);

    /**
     * Records an attempt, and what becomes of the delivery and, by {@link EndpointRules}, of its
     * endpoint. It says nothing of an endpoint that has moved to another URL meanwhile.
     *
     * @param sent the delivery as it was sent, to the URL that it has
     * @return whether the delivery had not ended; if it had, nothing is recorded
     */
    CompletableFuture<Boolean> attempted(Delivery sent, Attempt attempt, AttemptOutcome outcome);

    /** Who is told after a commit by which something may be to be sent. Must be quick. */
    void onWaiting(Runnable listener);

    /** One of an account's. */
    CompletableFuture<Optional<Delivery>> find(AccountId account, Cursor place);

    /** The attempts at one delivery, in order. */
    CompletableFuture<List<Attempt>> attempts(Cursor place);

    /**
     * An account's deliveries in the order in which they were decided.
     *
     * @param endpoint only what goes to this one, or null for all
     * @param after the place of one that is known or a page's next, or null to begin at the first
     * @param limit how many at most; at least 1
     */
    CompletableFuture<DeliveryPage> list(
            AccountId account, @Nullable EndpointId endpoint, @Nullable Cursor after, int limit);

    /**
     * Sends one again, whatever became of it: due now, by the whole schedule, with its {@code
     * webhook-id} and its bytes. That of a disabled endpoint waits until it is enabled.
     *
     * @return empty when the account has no such delivery, or its endpoint is deleted
     */
    CompletableFuture<Optional<Delivery>> replay(AccountId account, Cursor place);

    /**
     * Tells an endpoint something that did not happen, to see that it arrives.
     *
     * @return empty when the account has no such endpoint, or it is not active
     */
    CompletableFuture<Optional<Delivery>> test(AccountId account, EndpointId endpoint);
}
