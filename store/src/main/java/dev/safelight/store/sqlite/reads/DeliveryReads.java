package dev.safelight.store.sqlite.reads;

import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryPage;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Target;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Deliveries: those that are due, target by target, and what was tried so far. */
public final class DeliveryReads {
    private static final ReadPool.Question<EndpointId> ENDPOINTS_DUE =
            ReadPool.Question.named("endpoints-due", columns -> {
                int id = columns.at("id");
                return row -> new EndpointId(Bytes.id(row.bytes(id)));
            });
    private static final ReadPool.Question<Long> END =
            ReadPool.Question.named("delivery-end", columns -> row -> row.number(1));
    private static final ReadPool.Question<Attempt> ATTEMPTS =
            ReadPool.Question.named("attempts", DeliveryReads::attempt);

    private final ReadPool pool;
    private final ReadPool.Question<Delivery> fresh;
    private final ReadPool.Question<Delivery> dueOfEndpoint;
    private final ReadPool.Question<Delivery> dueCallbacks;
    private final Stretches<Delivery> ofAccount;

    /**
     * @param stretch how many numbers one read of an account's looks at
     */
    public DeliveryReads(ReadPool pool, NameTable names, long stretch) {
        this.pool = pool;
        fresh = question("fresh", names);
        dueOfEndpoint = question("due-of-endpoint", names);
        dueCallbacks = question("due-callbacks", names);
        var question = question("deliveries-of-account", names);
        ofAccount = new Stretches<>(
                pool, question, END, new Stretches.Shape<>(Delivery::place), stretch);
    }

    private static ReadPool.Question<Delivery> question(String which, NameTable names) {
        String sql = "SELECT " + ReadPool.fragment("delivery-columns") + " WHERE "
                + ReadPool.fragment(which);
        return ReadPool.Question.sql(sql, columns -> delivery(columns, names));
    }

    private static Query.Reader<Delivery> delivery(Columns columns, NameTable names) {
        int number = columns.at("n");
        int account = columns.at("account");
        var about = about(columns);
        var target = target(columns, names);
        var progress = progress(columns);
        return row -> new Delivery(
                Places.of(row.number(number)),
                new AccountId(row.number(account)),
                target.read(row),
                about.read(row),
                progress.read(row));
    }

    private static Query.Reader<Delivery.About> about(Columns columns) {
        int subject = columns.at("subject");
        int task = columns.at("task");
        int sequence = columns.at("seq");
        return row -> switch (Subject.of(row.integer(subject))) {
            case TASK ->
                new Delivery.About.OfTask(
                        new TaskId(Bytes.id(row.bytes(task))), row.number(sequence));
            case FILE, KEY, ENDPOINT, DELIVERY, GRANT, TEST ->
                throw new IllegalStateException("nothing decides such deliveries yet");
        };
    }

    private static Query.Reader<Delivery.Progress> progress(Columns columns) {
        int state = columns.at("state");
        int due = columns.at("due");
        int attempts = columns.at("attempts");
        int body = columns.at("body");
        return row -> new Delivery.Progress(
                Delivery.State.of(row.integer(state)),
                Instant.ofEpochMilli(row.number(due)),
                row.integer(attempts),
                row.textOrNull(body));
    }

    /** A callback is told in the dialect of the submit that named it. */
    private static Query.Reader<Target> target(Columns columns, NameTable names) {
        int endpoint = columns.at("endpoint");
        int url = columns.at("url");
        int dialect = columns.at("dialect");
        int submitted = columns.at("submitted");
        int task = columns.at("task");
        return row -> {
            byte[] id = row.bytesOrNull(endpoint);
            if (id != null)
                return new Target.OfEndpoint(
                        new EndpointId(Bytes.id(id)), row.text(url), row.text(dialect));
            return new Target.OfCallback(
                    new TaskId(Bytes.id(row.bytes(task))),
                    row.text(url),
                    names.text(row.number(submitted)));
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

    public CompletableFuture<List<Delivery>> due(EndpointId endpoint, Instant now, int limit) {
        return pool.read(reader -> reader.ask(dueOfEndpoint)
                .bind(Bytes.of(endpoint.id()))
                .bind(now.toEpochMilli())
                .bind((long) limit)
                .all());
    }

    public CompletableFuture<List<Delivery>> dueCallbacks(Instant now, int limit) {
        return pool.read(reader -> reader.ask(dueCallbacks)
                .bind(now.toEpochMilli())
                .bind((long) limit)
                .all());
    }

    public CompletableFuture<List<EndpointId>> endpointsDue(Instant now) {
        return pool.read(
                reader -> reader.ask(ENDPOINTS_DUE).bind(now.toEpochMilli()).all());
    }

    public CompletableFuture<List<Attempt>> attempts(Cursor place) {
        return Places.at(
                place,
                number -> pool.read(reader -> reader.ask(ATTEMPTS).bind(number).all()));
    }

    public CompletableFuture<DeliveryPage> list(
            AccountId account, @Nullable Cursor after, int limit) {
        return ofAccount
                .read(account, after, limit)
                .thenApply(page -> new DeliveryPage(page.rows(), page.next(), page.isLast()));
    }
}
