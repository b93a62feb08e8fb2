package dev.safelight.store.sqlite;

import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.Id;
import dev.safelight.core.webhook.WebhookBody;
import dev.safelight.store.sql.Appender;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** What an end leaves behind besides the task itself: files, and rows of the outbox. */
final class ResultTables {
    private final Counters counters;
    private final Directory directory;
    private final Appender assets;
    private final Appender outbox;
    private final Statement deleteCheckpoint;

    ResultTables(Db db, SqlFile sql, Counters counters, Directory directory) {
        this.counters = counters;
        this.directory = directory;
        assets = new Appender(
                db, "asset", "n", "id", "account", "task", "digest", "bytes", "type", "name",
                "meta", "created");
        outbox = new Appender(
                db,
                "outbox",
                "n",
                "account",
                "endpoint",
                "task",
                "change",
                "webhook",
                "body",
                "due",
                "attempt");
        deleteCheckpoint = db.prepare(sql.get("delete-checkpoint"));
    }

    void addAssets(Live live, List<NewAsset> made, Instant now) {
        for (var asset : made) {
            long number = counters.nextAsset();
            assets.add(row -> {
                row.bind(number).bind(Bytes.of(asset.id().id())).bind(live.account.number);
                row.bind(live.row());
                row.bind(HexFormat.of().parseHex(asset.blob().sha256()));
                row.bind(asset.blob().bytes()).bind(asset.contentType());
                row.bind(asset.name()).bind(asset.facts()).bind(now.toEpochMilli());
            });
        }
    }

    /** One row for each endpoint that wants to know; the body's bytes are fixed here. */
    void tellEndpoints(Live live, long change, Instant now) {
        for (var endpoint : directory.endpoints(live.account.number)) {
            if (endpoint.key() != null
                    && endpoint.key() != live.task.owner().key().number()) continue;
            long number = counters.nextOutbox();
            Id task = live.task.ref().id().id();
            // Derived, so that a batch that is run again gives the delivery the same id.
            byte[] webhook = Bytes.of(new Id(task.hi(), task.lo() ^ (endpoint.number() << 20)));
            String body = WebhookBody.of(live.task, now);
            outbox.add(row -> {
                row.bind(number).bind(live.account.number).bind(endpoint.number());
                row.bind(live.row()).bind(change).bind(webhook).bind(body);
                row.bind(now.toEpochMilli()).bind(0L);
            });
        }
    }

    void dropCheckpoint(Live live) {
        if (live.checkpointed) deleteCheckpoint.bind(live.row()).run();
    }

    void flush() {
        assets.flush();
        outbox.flush();
    }

    void clear() {
        assets.clear();
        outbox.clear();
    }
}
