package dev.safelight.store.sqlite;

import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Endpoints, and what waits to be sent to them. */
final class SqliteOutbox implements Outbox {
    private final Writer writer;
    private final ReadPool pool;
    private final Directory directory;

    SqliteOutbox(Writer writer, ReadPool pool, Directory directory) {
        this.writer = writer;
        this.pool = pool;
        this.directory = directory;
    }

    @Override
    public CompletableFuture<Long> add(NewEndpoint endpoint) {
        return writer.errand(connection -> add(connection.tx, endpoint));
    }

    private long add(Transaction tx, NewEndpoint endpoint) {
        long account = endpoint.account().number();
        Long key = endpoint.key() == null ? null : endpoint.key().number();
        var insert = tx.prepare("insert-endpoint");
        insert.bind(account).bind(key).bind(endpoint.url()).bind(tx.now().toEpochMilli());
        long number = SqliteAccounts.returned(insert);
        tx.answer(() -> directory.learn(number, account, key));
        return number;
    }

    @Override
    public CompletableFuture<List<Delivery>> waiting(long after, int limit) {
        return pool.read(reader -> {
            var waiting = new ArrayList<Delivery>();
            reader.named("outbox")
                    .bind(after)
                    .bind(limit)
                    .each(row -> waiting.add(new Delivery(
                            row.number(), "msg_" + Bytes.id(row.bytes()), row.text(), row.text())));
            return waiting;
        });
    }
}
