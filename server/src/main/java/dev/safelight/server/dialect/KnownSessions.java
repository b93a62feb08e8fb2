package dev.safelight.server.dialect;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.session.Sessions;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks sessions up. One never changes, so those in use stay in memory. */
public final class KnownSessions {
    private final Sessions sessions;
    private final OwnedRows<SessionId, Session> kept = new OwnedRows<>(Session::account);

    public KnownSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Empty when it is absent or another account's. */
    public CompletableFuture<Optional<Session>> find(AccountId account, SessionId id) {
        return kept.find(account, id, sessions::find);
    }
}
