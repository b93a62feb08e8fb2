package dev.safelight.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Who holds which key, and the first accounts. Lookups answer from memory and never block. */
public interface Accounts {

    /** Whom a text stands for at a moment, or empty for an unknown or a dead one. */
    Optional<Principal> find(KeyDigest text, Instant now);

    /**
     * Tells somebody of each text that has died by a commit, right after it: its key was revoked,
     * or it was exchanged. Texts that have a last moment die without a word. Who is told must be
     * quick.
     */
    void onEnded(Consumer<KeyDigest> listener);

    /** Whether any account was ever opened. */
    boolean isEmpty();

    /** Opens accounts, each with a key and a starting grant: all of them in one transaction. */
    CompletableFuture<List<Principal>> open(List<NewKey> keys);

    /** Opens one. */
    default CompletableFuture<Principal> open(NewKey key) {
        return open(List.of(key)).thenApply(List::getFirst);
    }

    /** Opens an account and its twin for tests in one transaction; answers both, live first. */
    CompletableFuture<List<Principal>> openTwins(NewKey live, NewKey test);

    /**
     * Lets whoever has this text do everything, in the name of the first live account, until the
     * store is closed: for somebody who owns the folder and so needs no key. No row is written.
     */
    CompletableFuture<Principal> admitOwner(KeyText text);
}
