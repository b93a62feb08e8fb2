package dev.safelight.core.account;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The keys of an account and of its twin for tests. Whoever names a key of another account names an
 * absent one. What an actor does is decided by {@link KeyRules}, in one transaction with its audit
 * entry, and durable when complete.
 */
public interface Keys {

    /** Adds a key to an account, or to its twin. */
    CompletableFuture<ActVerdict<ApiKey>> add(Actor by, AccountId account, NewApiKey key);

    /** The same for whatever account, by an operator. */
    CompletableFuture<ActVerdict<ApiKey>> add(Actor by, AccountHandle account, NewApiKey key);

    /** Newest first, the revoked ones too. */
    CompletableFuture<Page<ApiKey>> list(AccountId account, @Nullable Cursor after, int limit);

    CompletableFuture<Optional<ApiKey>> find(AccountId account, KeyHandle key);

    /** Gives it another label. */
    CompletableFuture<ActVerdict<ApiKey>> relabel(Actor by, KeyHandle key, String label);

    /** All its texts die with the commit. To revoke it again changes nothing. */
    CompletableFuture<ActVerdict<ApiKey>> revoke(Actor by, KeyHandle key);

    /**
     * Exchanges its text; the key stays what it is.
     *
     * @param grace how long the earlier texts go on, unless they end before; zero for not at all
     */
    CompletableFuture<ActVerdict<ApiKey>> rotate(
            Actor by, KeyHandle key, KeyText text, Duration grace);

    /**
     * Gives it another webhook secret.
     *
     * @param overlap how long the earlier ones sign beside it
     */
    CompletableFuture<ActVerdict<ApiKey>> rotateSecret(
            Actor by, KeyHandle key, Sealing secret, Duration overlap);

    /**
     * Tells the ends of its tasks to another address from here on; what waits for the address
     * before goes there too. The key's secrets sign. Whoever sets an address that was disabled
     * enables it.
     *
     * @param address null to tell them to nobody: what waits is dropped
     */
    CompletableFuture<ActVerdict<ApiKey>> tell(
            Actor by, KeyHandle key, @Nullable KeyAddress address);

    /**
     * What signs for a key at a moment, the newest first. A key that has no secret, for it is older
     * than secrets or was the first, gets this one.
     */
    CompletableFuture<List<SealedSecret>> secrets(KeyHandle key, Sealing first, Instant now);

    /** Whether any secret is kept, of a key or an endpoint. */
    CompletableFuture<Boolean> haveSecrets();
}
