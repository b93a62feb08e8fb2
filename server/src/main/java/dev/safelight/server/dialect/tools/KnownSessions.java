package dev.safelight.server.dialect.tools;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.session.Session;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.session.Sessions;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks sessions up. One never changes, so those in use stay in memory. */
final class KnownSessions {
    private static final int MOST = 10_000;
    private final Sessions sessions;
    private final Cache<SessionId, Session> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    KnownSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** None for none asked for. Fails with a Refusal when the account has no such session. */
    CompletableFuture<Optional<Session>> find(AccountId account, @Nullable String shown) {
        if (shown == null) return CompletableFuture.completedFuture(Optional.empty());
        return find(account, ShownIds.session(shown)).thenApply(Optional::of);
    }

    private CompletableFuture<Session> find(AccountId account, SessionId id) {
        Session session = known.getIfPresent(id);
        if (session != null && session.account().equals(account))
            return CompletableFuture.completedFuture(session);
        return sessions.find(account, id).thenApply(found -> {
            Session own = found.orElseThrow(ShownIds::noSession);
            known.put(id, own);
            return own;
        });
    }
}
