package dev.safelight.store.sqlite;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.id.Page;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.EndpointVerdict;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.store.sqlite.reads.EndpointReads;
import dev.safelight.store.sqlite.telling.EndpointDecider;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Endpoints: the active ones also in memory, for the writer to look up at every end. */
final class SqliteEndpoints implements Endpoints {
    private final Writer writer;
    private final EndpointReads reads;

    SqliteEndpoints(Writer writer, EndpointReads reads) {
        this.writer = writer;
        this.reads = reads;
    }

    /** What decides about endpoints in a batch. */
    static EndpointDecider decider(Transaction tx) {
        return new EndpointDecider(tx.telling(), tx.now());
    }

    private <R> CompletableFuture<R> decide(Function<EndpointDecider, R> decision) {
        return writer.rare(tx -> decision.apply(decider(tx)));
    }

    @Override
    public CompletableFuture<EndpointVerdict> add(NewEndpoint endpoint) {
        return decide(endpoints -> endpoints.add(endpoint));
    }

    @Override
    public CompletableFuture<Page<Endpoint>> list(
            AccountId account, @Nullable Cursor after, int limit) {
        return reads.list(account, after, limit);
    }

    @Override
    public CompletableFuture<Optional<Endpoint>> find(AccountId account, EndpointId endpoint) {
        return reads.find(account, endpoint);
    }

    @Override
    public CompletableFuture<Optional<Endpoint>> ofKey(KeyId key) {
        return reads.ofKey(key);
    }

    @Override
    public CompletableFuture<Boolean> set(AccountId account, EndpointId id, Endpoint.State state) {
        var set = decide(endpoints -> endpoints.set(account, id, state));
        // A million rows in one transaction would be everybody's wait.
        if (state == Endpoint.State.DELETED) {
            var _ = set.thenAccept(isThere -> {
                if (isThere) dropRest(writer, id);
            });
        }
        return set;
    }

    /**
     * Drops what a deleted one was still to be told, some rows a batch. What is left after a kill
     * is shown as dropped all the same.
     */
    static void dropRest(Writer writer, EndpointId id) {
        var _ = writer.rare(tx -> decider(tx).dropMore(id)).thenAccept(isMore -> {
            if (isMore) dropRest(writer, id);
        });
    }

    @Override
    public CompletableFuture<Boolean> rotate(
            AccountId account, EndpointId id, SealedSecret secret, Instant beforeUntil) {
        return decide(endpoints -> endpoints.rotate(account, id, secret, beforeUntil));
    }

    @Override
    public CompletableFuture<List<SealedSecret>> secrets(EndpointId endpoint, Instant now) {
        return reads.secrets(endpoint, now);
    }
}
