package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.session.Sessions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sessions: an insert, and a lookup by id. */
final class SqliteSessions implements Sessions {
    private final Writer writer;
    private final ReadPool pool;

    SqliteSessions(Writer writer, ReadPool pool) {
        this.writer = writer;
        this.pool = pool;
    }

    @Override
    public CompletableFuture<Session> create(AccountId account, SessionId id, String title) {
        return writer.errand(connection -> {
            var now = connection.tx.now();
            var insert = connection.tx.prepare("insert-session");
            insert.bind(Bytes.of(id.id())).bind(account.number()).bind(title);
            long row = SqliteAccounts.returned(insert.bind(now.toEpochMilli()));
            return new Session(id, account, title, now, row);
        });
    }

    @Override
    public CompletableFuture<Optional<Session>> find(AccountId account, SessionId id) {
        return pool.read(reader -> {
            var found = new ArrayList<Session>(1);
            reader.named("session")
                    .bind(Bytes.of(id.id()))
                    .bind(account.number())
                    .each(row -> {
                        long number = row.number();
                        var title = row.text();
                        var created = Instant.ofEpochMilli(row.number());
                        found.add(new Session(id, account, title, created, number));
                    });
            return found.stream().findFirst();
        });
    }
}
