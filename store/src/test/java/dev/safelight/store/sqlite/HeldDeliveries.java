package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryPage;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Line;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A store's deliveries, whose answers about reading and lining up come when a test says so. */
final class HeldDeliveries implements Deliveries {
    private static final CompletableFuture<Void> AT_ONCE = CompletableFuture.completedFuture(null);

    private final Deliveries store;

    /** What is read is as it was when it was asked for, and known only after these. */
    CompletableFuture<Void> fresh = AT_ONCE;

    CompletableFuture<Void> due = AT_ONCE;

    /** Only then it is asked for; fails as this does. */
    CompletableFuture<Void> linedUp = AT_ONCE;

    HeldDeliveries(Deliveries store) {
        this.store = store;
    }

    @Override
    public CompletableFuture<List<Delivery>> fresh(@Nullable Cursor after, int limit) {
        return store.fresh(after, limit).thenCombine(fresh, (page, then) -> page);
    }

    @Override
    public CompletableFuture<Void> lineUp(List<Cursor> places, Instant moment) {
        return linedUp.thenCompose(then -> store.lineUp(places, moment));
    }

    @Override
    public CompletableFuture<List<Delivery>> due(Line line, Instant now, int limit) {
        return store.due(line, now, limit).thenCombine(due, (page, then) -> page);
    }

    @Override
    public CompletableFuture<List<Line>> linesDue(Instant now) {
        return store.linesDue(now);
    }

    @Override
    public boolean mayBeSent(Delivery delivery) {
        return store.mayBeSent(delivery);
    }

    @Override
    public CompletableFuture<String> render(Cursor place, String body) {
        return store.render(place, body);
    }

    @Override
    public CompletableFuture<Boolean> attempted(
            Delivery sent, Attempt attempt, AttemptOutcome outcome) {
        return store.attempted(sent, attempt, outcome);
    }

    @Override
    public void onWaiting(Runnable listener) {
        store.onWaiting(listener);
    }

    @Override
    public CompletableFuture<Optional<Delivery>> find(AccountId account, Cursor place) {
        return store.find(account, place);
    }

    @Override
    public CompletableFuture<List<Attempt>> attempts(Cursor place) {
        return store.attempts(place);
    }

    @Override
    public CompletableFuture<DeliveryPage> list(
            AccountId account, @Nullable EndpointId endpoint, @Nullable Cursor after, int limit) {
        return store.list(account, endpoint, after, limit);
    }

    @Override
    public CompletableFuture<Optional<Delivery>> replay(AccountId account, Cursor place) {
        return store.replay(account, place);
    }

    @Override
    public CompletableFuture<Optional<Delivery>> test(AccountId account, EndpointId endpoint) {
        return store.test(account, endpoint);
    }
}
