package dev.safelight.store.sqlite;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.store.sqlite.reads.EndpointReads;
import dev.safelight.store.sqlite.writer.Writer;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Endpoints: the active ones also in memory, for the writer to look up at every end. */
final class SqliteEndpoints implements Endpoints {
    private final Writer writer;
    private final EndpointReads reads;

    SqliteEndpoints(Writer writer, EndpointReads reads) {
        this.writer = writer;
        this.reads = reads;
    }

    @Override
    public CompletableFuture<Endpoint> add(NewEndpoint endpoint) {
        return writer.rare(tx -> {
            var added = tx.endpoints().insert(endpoint, tx.now());
            tx.events()
                    .append(
                            added.account(),
                            Subject.ENDPOINT,
                            added.row(),
                            tx.now(),
                            FeedJson.endpointAdded(endpoint.id()));
            tx.afterCommit(tx.listeners().follow(added, true));
            return new Endpoint(
                    endpoint.id(), endpoint.subscription(), Endpoint.State.ACTIVE, tx.now());
        });
    }

    @Override
    public CompletableFuture<List<Endpoint>> list(AccountId account) {
        return reads.list(account);
    }

    @Override
    public CompletableFuture<Boolean> set(AccountId account, EndpointId id, Endpoint.State state) {
        return writer.rare(tx -> {
            var endpoint = tx.endpoints().find(account, id);
            if (endpoint == null) return false;
            // What this batch has decided to tell it so far is dropped too, if it is.
            tx.deliveries().flush();
            tx.endpoints().set(endpoint, state);
            tx.afterCommit(tx.listeners().follow(endpoint, state == Endpoint.State.ACTIVE));
            return true;
        });
    }

    @Override
    public CompletableFuture<Boolean> rotate(
            AccountId account, EndpointId id, SealedSecret secret, Instant beforeUntil) {
        return writer.rare(tx -> {
            var endpoint = tx.endpoints().find(account, id);
            if (endpoint == null) return false;
            tx.endpoints().rotate(endpoint, secret, beforeUntil, tx.now());
            return true;
        });
    }

    @Override
    public CompletableFuture<List<SealedSecret>> secrets(EndpointId endpoint, Instant now) {
        return reads.secrets(endpoint, now);
    }
}
