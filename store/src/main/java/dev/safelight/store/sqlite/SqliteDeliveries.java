package dev.safelight.store.sqlite;

import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryPage;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Line;
import dev.safelight.core.webhook.Target;
import dev.safelight.store.sqlite.reads.DeliveryReads;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.Places;
import dev.safelight.store.sqlite.telling.ReplayDecider;
import dev.safelight.store.sqlite.telling.Telling;
import dev.safelight.store.sqlite.telling.WaitingSignal;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Deliveries: read beside the writer; payloads and attempts are written within a batch. */
final class SqliteDeliveries implements Deliveries {
    private final Writer writer;
    private final DeliveryReads reads;
    private final Directory directory;
    private final WaitingSignal waiting;

    SqliteDeliveries(
            Writer writer, DeliveryReads reads, Directory directory, WaitingSignal waiting) {
        this.writer = writer;
        this.reads = reads;
        this.directory = directory;
        this.waiting = waiting;
    }

    @Override
    public CompletableFuture<List<Delivery>> fresh(@Nullable Cursor after, int limit) {
        return reads.fresh(after, limit);
    }

    @Override
    public CompletableFuture<Void> lineUp(List<Cursor> places, Instant due) {
        List<Long> numbers;
        try {
            numbers = places.stream().map(Places::row).toList();
        } catch (UnknownCursor foreign) {
            return CompletableFuture.failedFuture(foreign);
        }
        return writer.rare(tx -> {
                    for (long number : numbers) tx.telling().lineUp(number, due);
                    return numbers.size();
                })
                .thenAccept(count -> {});
    }

    @Override
    public CompletableFuture<List<Delivery>> due(Line line, Instant now, int limit) {
        return reads.due(line, now, limit);
    }

    @Override
    public CompletableFuture<List<Line>> linesDue(Instant now) {
        return reads.linesDue(now);
    }

    @Override
    public boolean mayBeSent(Delivery delivery) {
        return switch (delivery.target()) {
            case Target.OfCallback callback -> true;
            case Target.OfEndpoint(var endpoint, var key, var url, var dialect) ->
                directory.isActive(delivery.account(), endpoint, new KeyAddress(url, dialect));
        };
    }

    @Override
    public CompletableFuture<String> render(Cursor place, String body) {
        return Places.at(
                place,
                number -> writer.rare(tx -> Optional.ofNullable(tx.telling().render(number, body)))
                        .thenApply(payload -> payload.orElseThrow(() -> new UnknownCursor(place))));
    }

    @Override
    public CompletableFuture<Boolean> attempted(
            Delivery sent, Attempt attempt, AttemptOutcome outcome) {
        var made = new Telling.Made(sent.target().url(), attempt, outcome);
        return Places.at(
                sent.place(),
                number -> writer.rare(tx -> tx.telling().attempted(number, made, tx.now())));
    }

    @Override
    public void onWaiting(Runnable listener) {
        waiting.listen(listener);
    }

    @Override
    public CompletableFuture<Optional<Delivery>> find(AccountId account, Cursor place) {
        return Places.at(place, number -> reads.find(account, number));
    }

    @Override
    public CompletableFuture<List<Attempt>> attempts(Cursor place) {
        return reads.attempts(place);
    }

    @Override
    public CompletableFuture<DeliveryPage> list(
            AccountId account, @Nullable EndpointId endpoint, @Nullable Cursor after, int limit) {
        return endpoint == null
                ? reads.list(account, after, limit)
                : reads.list(account, endpoint, after, limit);
    }

    @Override
    public CompletableFuture<Optional<Delivery>> replay(AccountId account, Cursor place) {
        return Places.at(
                place,
                number -> writer.rare(tx -> decider(tx).replay(account, number))
                        .thenCompose(isThere -> isThere
                                ? reads.find(account, number)
                                : CompletableFuture.completedFuture(Optional.empty())));
    }

    @Override
    public CompletableFuture<Optional<Delivery>> test(AccountId account, EndpointId endpoint) {
        return writer.rare(
                        tx -> Optional.ofNullable(decider(tx).test(account, endpoint, tx.events())))
                .thenCompose(number -> number.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : reads.find(account, number.get()));
    }

    private static ReplayDecider decider(Transaction tx) {
        return new ReplayDecider(tx.telling(), tx.now());
    }
}
