package dev.safelight.core.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Accounts and keys. Lookups answer from memory and never block. */
public interface Accounts {

    /** Who holds this key, or empty for an unknown or revoked one. */
    Optional<Principal> find(KeyText key);

    /** Whether any account was ever opened. */
    boolean isEmpty();

    /** Opens an account with a key and a starting grant, in one transaction. */
    CompletableFuture<Principal> open(NewKey key);
}
