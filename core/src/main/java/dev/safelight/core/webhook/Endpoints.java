package dev.safelight.core.webhook;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.AccountId;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps the addresses that are told, and the secrets that they check signatures with. */
public interface Endpoints {

    /** What happens from the answer on is told to it. Durable when complete. */
    CompletableFuture<Endpoint> add(NewEndpoint endpoint);

    /** An account's endpoints that are not deleted, the oldest first. */
    CompletableFuture<List<Endpoint>> list(AccountId account);

    /**
     * Changes what an endpoint is told from here on. One that is deleted keeps its state, and what
     * it was still to be told is dropped in the same transaction.
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

    /** The secrets to sign with at a moment, the newest first. */
    CompletableFuture<List<SealedSecret>> secrets(EndpointId endpoint, Instant now);
}
