package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryPage;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.store.sqlite.reads.DeliveryReads;
import dev.safelight.store.sqlite.rows.Places;
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

    SqliteDeliveries(Writer writer, DeliveryReads reads) {
        this.writer = writer;
        this.reads = reads;
    }

    @Override
    public CompletableFuture<List<Delivery>> fresh(@Nullable Cursor after, int limit) {
        return reads.fresh(after, limit);
    }

    @Override
    public CompletableFuture<Void> lineUp(List<Cursor> places) {
        List<Long> numbers;
        try {
            numbers = places.stream().map(Places::row).toList();
        } catch (UnknownCursor foreign) {
            return CompletableFuture.failedFuture(foreign);
        }
        return writer.rare(tx -> {
                    numbers.forEach(tx.deliveries()::lineUp);
                    return numbers.size();
                })
                .thenAccept(count -> {});
    }

    @Override
    public CompletableFuture<List<Delivery>> due(EndpointId endpoint, Instant now, int limit) {
        return reads.due(endpoint, now, limit);
    }

    @Override
    public CompletableFuture<List<Delivery>> dueCallbacks(Instant now, int limit) {
        return reads.dueCallbacks(now, limit);
    }

    @Override
    public CompletableFuture<List<EndpointId>> endpointsDue(Instant now) {
        return reads.endpointsDue(now);
    }

    @Override
    public CompletableFuture<String> render(Cursor place, String body) {
        return Places.at(
                place,
                number -> writer.rare(
                                tx -> Optional.ofNullable(tx.deliveries().render(number, body)))
                        .thenCompose(payload -> payload.map(CompletableFuture::completedFuture)
                                .orElseGet(() ->
                                        CompletableFuture.failedFuture(new UnknownCursor(place)))));
    }

    @Override
    public CompletableFuture<Boolean> attempted(
            Cursor place, Attempt attempt, Delivery.State state, Instant due) {
        return Places.at(
                place,
                number ->
                        writer.rare(tx -> tx.deliveries().attempted(number, attempt, state, due)));
    }

    @Override
    public CompletableFuture<List<Attempt>> attempts(Cursor place) {
        return reads.attempts(place);
    }

    @Override
    public CompletableFuture<DeliveryPage> list(
            AccountId account, @Nullable Cursor after, int limit) {
        return reads.list(account, after, limit);
    }
}
