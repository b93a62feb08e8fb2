package dev.safelight.store.sqlite.reads;

import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.core.webhook.Target;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Reads a delivery: what is told to whom, and how far that has come. */
final class DeliveryColumns {
    private DeliveryColumns() {}

    static Query.Reader<Delivery> over(Columns columns, NameTable names) {
        int number = columns.at("n");
        int account = columns.at("account");
        int happened = columns.at("happened");
        var about = about(columns);
        var target = target(columns, names);
        var progress = progress(columns);
        return row -> new Delivery(
                Places.of(row.number(number)),
                new AccountId(row.number(account)),
                target.read(row),
                about.read(row),
                Instant.ofEpochMilli(row.number(happened)),
                progress.read(row));
    }

    private static Query.Reader<Delivery.About> about(Columns columns) {
        int subject = columns.at("subject");
        int task = columns.at("task");
        int sequence = columns.at("seq");
        int change = columns.at("change");
        int occasion = columns.at("occasion");
        int entry = columns.at("entry");
        return row -> switch (Subject.of(row.integer(subject))) {
            case TASK ->
                new Delivery.About.OfTask(
                        new TaskId(Bytes.id(row.bytes(task))), row.number(sequence));
            case FILE ->
                new Delivery.About.OfFile(
                        file(row.text(entry)),
                        Occasion.valueOf(row.text(occasion)),
                        Places.of(row.number(change)));
            case TEST -> new Delivery.About.OfTest(Places.of(row.number(change)));
            case KEY, ENDPOINT, DELIVERY, GRANT ->
                throw new IllegalStateException("nothing decides such deliveries");
        };
    }

    /** The row of a file that was refused is forgotten before its delivery: the entry names it. */
    private static AssetId file(String entry) {
        return switch (FeedJson.read(Subject.FILE, entry)) {
            case FeedEvent.FileStored(var file) -> file;
            case FeedEvent.FileRefused(var file) -> file;
            case FeedEvent.FileStudied(var file, var isReadable) -> file;
            case FeedEvent other -> throw new IllegalStateException("is told nobody: " + other);
        };
    }

    private static Query.Reader<Delivery.Progress> progress(Columns columns) {
        int state = columns.at("state");
        int due = columns.at("due");
        int attempts = columns.at("attempts");
        int tries = columns.at("tries");
        int body = columns.at("body");
        return row -> new Delivery.Progress(
                Delivery.State.of(row.integer(state)),
                Instant.ofEpochMilli(row.number(due)),
                row.integer(attempts),
                row.integer(tries),
                row.textOrNull(body));
    }

    /** A callback is told in the dialect of the submit that named it. */
    private static Query.Reader<Target> target(Columns columns, NameTable names) {
        int endpoint = columns.at("endpoint");
        int key = columns.at("key");
        int url = columns.at("url");
        int dialect = columns.at("dialect");
        int submitted = columns.at("submitted");
        int task = columns.at("task");
        return row -> {
            byte[] id = row.bytesOrNull(endpoint);
            var signer = key(row.bytesOrNull(key));
            if (id != null)
                return new Target.OfEndpoint(
                        new EndpointId(Bytes.id(id)), signer, row.text(url), row.text(dialect));
            if (signer == null) throw new IllegalStateException("a task without a key");
            return new Target.OfCallback(
                    new TaskId(Bytes.id(row.bytes(task))),
                    signer,
                    row.text(url),
                    names.text(row.number(submitted)));
        };
    }

    private static @Nullable KeyHandle key(byte @Nullable [] id) {
        return id == null ? null : new KeyHandle(Bytes.id(id));
    }
}
