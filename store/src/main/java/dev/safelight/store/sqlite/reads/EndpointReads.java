package dev.safelight.store.sqlite.reads;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.id.Page;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.Occasions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Endpoints of an account, and the secrets that sign for them. */
public final class EndpointReads {
    private static final ReadPool.Question<Row> ENDPOINTS = question("endpoints");
    private static final ReadPool.Question<Row> ENDPOINT = question("endpoint");
    private static final ReadPool.Question<Row> OF_KEY = question("endpoint-of-key");
    private static final ReadPool.Question<SealedSecret> SECRETS =
            ReadPool.Question.named("endpoint-secrets", columns -> {
                int sealed = columns.at("sealed");
                return row -> new SealedSecret(row.text(sealed));
            });

    private final ReadPool pool;

    /** An endpoint and its number, which is its place in the list. */
    private record Row(long number, Endpoint endpoint) {
        static Query.Reader<Row> over(Columns columns) {
            int number = columns.at("n");
            var endpoint = EndpointReads.endpoint(columns);
            return row -> new Row(row.number(number), endpoint.read(row));
        }
    }

    public EndpointReads(ReadPool pool) {
        this.pool = pool;
    }

    private static ReadPool.Question<Row> question(String which) {
        String sql = ReadPool.fragment("endpoint-columns") + " WHERE " + ReadPool.fragment(which);
        return ReadPool.Question.sql(sql, Row::over);
    }

    public CompletableFuture<Page<Endpoint>> list(
            AccountId account, @Nullable Cursor after, int limit) {
        return Pages.after(
                        after,
                        below -> pool.read(reader -> {
                            var query = reader.ask(ENDPOINTS).bind(account.number());
                            query.bind(below).bind(limit + 1L);
                            return Pages.of(query.all(), limit, Row::number);
                        }))
                .thenApply(page -> new Page<>(
                        page.entries().stream().map(Row::endpoint).toList(), page.next()));
    }

    public CompletableFuture<Optional<Endpoint>> find(AccountId account, EndpointId id) {
        return pool.read(reader -> Optional.ofNullable(reader.ask(ENDPOINT)
                        .bind(Bytes.of(id.id()))
                        .bind(account.number())
                        .first())
                .map(Row::endpoint));
    }

    public CompletableFuture<Optional<Endpoint>> ofKey(KeyId key) {
        return pool.read(reader -> Optional.ofNullable(
                        reader.ask(OF_KEY).bind(key.number()).first())
                .map(Row::endpoint));
    }

    public CompletableFuture<List<SealedSecret>> secrets(EndpointId endpoint, Instant now) {
        return pool.read(reader -> reader.ask(SECRETS)
                .bind(Bytes.of(endpoint.id()))
                .bind(now.toEpochMilli())
                .all());
    }

    private static Query.Reader<Endpoint> endpoint(Columns columns) {
        int id = columns.at("id");
        int created = columns.at("created");
        var subscription = subscription(columns);
        var standing = standing(columns);
        return row -> new Endpoint(
                new EndpointId(Bytes.id(row.bytes(id))),
                subscription.read(row),
                standing.read(row),
                Instant.ofEpochMilli(row.number(created)));
    }

    private static Query.Reader<Subscription> subscription(Columns columns) {
        int account = columns.at("account");
        int key = columns.at("key");
        int url = columns.at("url");
        int dialect = columns.at("dialect");
        int events = columns.at("events");
        int description = columns.at("description");
        return row -> {
            Long only = row.numberOrNull(key);
            return new Subscription(
                    new AccountId(row.number(account)),
                    only == null ? null : new KeyId(only),
                    row.text(url),
                    row.text(dialect),
                    Occasions.read(row.text(events)),
                    row.text(description));
        };
    }

    private static Query.Reader<Endpoint.Standing> standing(Columns columns) {
        int state = columns.at("state");
        int reason = columns.at("reason");
        int failing = columns.at("failing");
        return row -> {
            Long why = row.numberOrNull(reason);
            Long since = row.numberOrNull(failing);
            return new Endpoint.Standing(
                    Endpoint.State.of(row.integer(state)),
                    why == null ? null : DisableReason.of(why.intValue()),
                    since == null ? null : Instant.ofEpochMilli(since));
        };
    }
}
