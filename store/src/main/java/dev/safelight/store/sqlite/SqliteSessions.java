package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.session.Sessions;
import dev.safelight.store.sqlite.reads.SessionReads;
import dev.safelight.store.sqlite.writer.Writer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sessions: an insert, and a lookup by id. */
final class SqliteSessions implements Sessions {
    private final Writer writer;
    private final SessionReads reads;

    SqliteSessions(Writer writer, SessionReads reads) {
        this.writer = writer;
        this.reads = reads;
    }

    @Override
    public CompletableFuture<Session> create(AccountId account, SessionId id, String title) {
        return writer.rare(tx -> {
            tx.sessions().insert(account, id, title, tx.now());
            return new Session(id, account, title, tx.now());
        });
    }

    @Override
    public CompletableFuture<Optional<Session>> find(AccountId account, SessionId id) {
        return reads.find(account, id);
    }
}
