package dev.safelight.store.sqlite.reads;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.Occasions;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Endpoints of an account, and the secrets that sign for them. */
public final class EndpointReads {
    private static final ReadPool.Question<Endpoint> ENDPOINTS =
            ReadPool.Question.named("endpoints", EndpointReads::endpoint);
    private static final ReadPool.Question<SealedSecret> SECRETS =
            ReadPool.Question.named("endpoint-secrets", columns -> {
                int sealed = columns.at("sealed");
                return row -> new SealedSecret(row.text(sealed));
            });

    private final ReadPool pool;

    public EndpointReads(ReadPool pool) {
        this.pool = pool;
    }

    public CompletableFuture<List<Endpoint>> list(AccountId account) {
        return pool.read(reader -> reader.ask(ENDPOINTS).bind(account.number()).all());
    }

    public CompletableFuture<List<SealedSecret>> secrets(EndpointId endpoint, Instant now) {
        return pool.read(reader -> reader.ask(SECRETS)
                .bind(Bytes.of(endpoint.id()))
                .bind(now.toEpochMilli())
                .all());
    }

    private static Query.Reader<Endpoint> endpoint(Columns columns) {
        int id = columns.at("id");
        int account = columns.at("account");
        int key = columns.at("key");
        int url = columns.at("url");
        int dialect = columns.at("dialect");
        int events = columns.at("events");
        int state = columns.at("state");
        int created = columns.at("created");
        return row -> {
            Long only = row.numberOrNull(key);
            var subscription = new Subscription(
                    new AccountId(row.number(account)),
                    only == null ? null : new KeyId(only),
                    row.text(url),
                    row.text(dialect),
                    Occasions.read(row.text(events)));
            return new Endpoint(
                    new EndpointId(Bytes.id(row.bytes(id))),
                    subscription,
                    Endpoint.State.of(row.integer(state)),
                    Instant.ofEpochMilli(row.number(created)));
        };
    }
}
