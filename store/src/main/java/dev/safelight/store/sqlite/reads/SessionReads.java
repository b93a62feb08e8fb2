package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sessions by id. */
public final class SessionReads {
    private static final ReadPool.Question<Found> SESSION =
            ReadPool.Question.named("session", Found::over);

    private final ReadPool pool;

    private record Found(String title, Instant created) {
        static Query.Reader<Found> over(Columns columns) {
            int title = columns.at("title");
            int created = columns.at("created");
            return row -> new Found(row.text(title), Instant.ofEpochMilli(row.number(created)));
        }
    }

    public SessionReads(ReadPool pool) {
        this.pool = pool;
    }

    /** Empty when it is absent or another account's. */
    public CompletableFuture<Optional<Session>> find(AccountId account, SessionId id) {
        return pool.read(reader -> {
            var found = reader.ask(SESSION)
                    .bind(Bytes.of(id.id()))
                    .bind(account.number())
                    .first();
            return Optional.ofNullable(found)
                    .map(it -> new Session(id, account, it.title(), it.created()));
        });
    }
}
