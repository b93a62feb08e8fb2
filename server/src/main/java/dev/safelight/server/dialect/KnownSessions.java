package dev.safelight.server.dialect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.session.Sessions;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks sessions up. One never changes, so those in use stay in memory. */
public final class KnownSessions {
    private static final int MOST = 10_000;

    private final Sessions sessions;
    private final Cache<SessionId, Session> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    public KnownSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Empty when it is absent or another account's. */
    public CompletableFuture<Optional<Session>> find(AccountId account, SessionId id) {
        Session session = known.getIfPresent(id);
        if (session != null && session.account().equals(account))
            return CompletableFuture.completedFuture(Optional.of(session));
        return sessions.find(account, id).thenApply(found -> {
            found.ifPresent(own -> known.put(id, own));
            return found;
        });
    }
}
