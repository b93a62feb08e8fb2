package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryPage;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Line;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Deliveries: those that are due, line by line, and what was tried so far. */
public final class DeliveryReads {
    private static final ReadPool.Question<Line> LINES_DUE =
            ReadPool.Question.named("lines-due", DeliveryReads::line);
    private static final ReadPool.Question<Long> END =
            ReadPool.Question.named("delivery-end", columns -> row -> row.number(1));
    private static final ReadPool.Question<Long> ENDPOINT =
            ReadPool.Question.named("endpoint-row", columns -> row -> row.number(1));
    private static final ReadPool.Question<Attempt> ATTEMPTS =
            ReadPool.Question.named("attempts", DeliveryReads::attempt);

    private final ReadPool pool;
    private final ReadPool.Question<Delivery> fresh;
    private final ReadPool.Question<Delivery> dueOfEndpoint;
    private final ReadPool.Question<Delivery> dueCallbacks;
    private final ReadPool.Question<Delivery> one;
    private final Stretches<Delivery> ofAccount;
    private final Stretches<Delivery> ofEndpoint;

    /**
     * @param stretch how many numbers one read of an account's looks at
     */
    public DeliveryReads(ReadPool pool, NameTable names, long stretch) {
        this.pool = pool;
        fresh = question("fresh", names);
        dueOfEndpoint = question("due-of-endpoint", names);
        dueCallbacks = question("due-callbacks", names);
        one = question("delivery", names);
        ofAccount = stretches("deliveries-of-account", names, stretch);
        ofEndpoint = stretches("deliveries-of-endpoint", names, stretch);
    }

    private static ReadPool.Question<Delivery> question(String which, NameTable names) {
        String sql = "SELECT " + ReadPool.fragment("delivery-columns") + " WHERE "
                + ReadPool.fragment(which);
        return ReadPool.Question.sql(sql, columns -> DeliveryColumns.over(columns, names));
    }

    private Stretches<Delivery> stretches(String which, NameTable names, long stretch) {
        return new Stretches<>(
                pool, question(which, names), END, new Stretches.Shape<>(Delivery::place), stretch);
    }

    private static Query.Reader<Line> line(Columns columns) {
        int id = columns.at("id");
        int account = columns.at("account");
        return row -> {
            byte[] endpoint = row.bytesOrNull(id);
            return endpoint == null
                    ? new Line.OfCallbacks(new AccountId(row.number(account)))
                    : new Line.OfEndpoint(new EndpointId(Bytes.id(endpoint)));
        };
    }

    private static Query.Reader<Attempt> attempt(Columns columns) {
        int at = columns.at("at");
        int status = columns.at("status");
        int latency = columns.at("latency");
        int note = columns.at("note");
        return row -> {
            Long answered = row.numberOrNull(status);
            return new Attempt(
                    Instant.ofEpochMilli(row.number(at)),
                    answered == null ? null : answered.intValue(),
                    Duration.ofMillis(row.number(latency)),
                    row.text(note));
        };
    }

    public CompletableFuture<List<Delivery>> fresh(@Nullable Cursor after, int limit) {
        return Places.at(
                after,
                from -> pool.read(reader ->
                        reader.ask(fresh).bind(from).bind((long) limit).all()));
    }

    public CompletableFuture<List<Delivery>> due(Line line, Instant now, int limit) {
        return pool.read(reader -> {
            var query = switch (line) {
                case Line.OfEndpoint(var endpoint) ->
                    reader.ask(dueOfEndpoint).bind(Bytes.of(endpoint.id()));
                case Line.OfCallbacks(var account) ->
                    reader.ask(dueCallbacks).bind(account.number());
            };
            return query.bind(now.toEpochMilli()).bind((long) limit).all();
        });
    }

    public CompletableFuture<List<Line>> linesDue(Instant now) {
        return pool.read(
                reader -> reader.ask(LINES_DUE).bind(now.toEpochMilli()).all());
    }

    public CompletableFuture<Optional<Delivery>> find(AccountId account, long number) {
        return pool.read(reader -> Optional.ofNullable(
                reader.ask(one).bind(number).bind(account.number()).first()));
    }

    public CompletableFuture<List<Attempt>> attempts(Cursor place) {
        return Places.at(
                place,
                number -> pool.read(reader -> reader.ask(ATTEMPTS).bind(number).all()));
    }

    public CompletableFuture<DeliveryPage> list(
            AccountId account, @Nullable Cursor after, int limit) {
        return ofAccount.read(account.number(), after, limit).thenApply(DeliveryReads::page);
    }

    /** What goes to one of an account's endpoints, also after that was deleted. */
    public CompletableFuture<DeliveryPage> list(
            AccountId account, EndpointId endpoint, @Nullable Cursor after, int limit) {
        return pool.read(reader -> Optional.ofNullable(reader.ask(ENDPOINT)
                        .bind(Bytes.of(endpoint.id()))
                        .bind(account.number())
                        .first()))
                // No row has this number, so a foreign endpoint has an empty list.
                .thenCompose(row -> ofEndpoint.read(row.orElse(0L), after, limit))
                .thenApply(DeliveryReads::page);
    }

    private static DeliveryPage page(Stretches.Page<Delivery> page) {
        return new DeliveryPage(page.rows(), page.next(), page.isLast());
    }
}
