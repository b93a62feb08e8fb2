package dev.safelight.core.access;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Accounts and keys. Lookups answer from memory and never block. */
public interface Accounts {

    /** Who holds this key, or empty for an unknown or revoked one. */
    Optional<Principal> find(KeyText key);

    /** Whether any account was ever opened. */
    boolean isEmpty();

    /** Opens accounts, each with a key and a starting grant: all of them in one transaction. */
    CompletableFuture<List<Principal>> open(List<NewKey> keys);

    /** Opens one. */
    default CompletableFuture<Principal> open(NewKey key) {
        return open(List.of(key)).thenApply(List::getFirst);
    }
}
