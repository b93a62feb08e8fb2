package dev.safelight.core.session;

import dev.safelight.core.id.AccountId;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps sessions. */
public interface Sessions {

    /** Durable when complete. */
    CompletableFuture<Session> create(AccountId account, SessionId id, String title);

    /** Empty when it is absent or another account's: the two must not be told apart. */
    CompletableFuture<Optional<Session>> find(AccountId account, SessionId id);
}
