package dev.safelight.core.webhook;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.id.Page;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the addresses that are told, and the secrets that they check signatures with. The address
 * of a key is set with the key ({@link dev.safelight.core.account.Keys}) and signed for by its
 * secrets; everything else holds for it too.
 */
public interface Endpoints {
    /** Endpoints of an account that are not deleted, without those of its keys. */
    int MOST = 50;

    /** What happens from the answer on is told to it. Durable when complete. */
    CompletableFuture<EndpointVerdict> add(NewEndpoint endpoint);

    /**
     * An account's endpoints that are not deleted, the newest first, without those of its keys.
     *
     * @param after a page's next, or null to begin at the newest
     */
    CompletableFuture<Page<Endpoint>> list(AccountId account, @Nullable Cursor after, int limit);

    /** One of an account's, of a key or not; empty when it is deleted. */
    CompletableFuture<Optional<Endpoint>> find(AccountId account, EndpointId endpoint);

    /** Where a key's tasks are told. */
    CompletableFuture<Optional<Endpoint>> ofKey(KeyId key);

    /**
     * Changes what an endpoint is told from here on. One that is enabled again is sent what waited
     * when it was disabled, and nothing of what happened meanwhile; one that is deleted keeps its
     * state, and what it was still to be told is dropped in the same transaction.
     *
     * @return whether the account has such an endpoint, and it is not deleted
     */
    CompletableFuture<Boolean> set(AccountId account, EndpointId endpoint, Endpoint.State state);

    /**
     * Signs with another secret from here on. The one before signs beside it until then.
     *
     * @return whether the account has such an endpoint, and it is not deleted
     */
    CompletableFuture<Boolean> rotate(
            AccountId account, EndpointId endpoint, SealedSecret secret, Instant beforeUntil);

    /** The secrets to sign with at a moment, the newest first; none for the address of a key. */
    CompletableFuture<List<SealedSecret>> secrets(EndpointId endpoint, Instant now);
}
