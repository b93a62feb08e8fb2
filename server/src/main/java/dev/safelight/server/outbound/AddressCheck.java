package dev.safelight.server.outbound;

import java.util.concurrent.CompletableFuture;

/** Says whether an address that a caller names may be called, before it is kept. */
@FunctionalInterface
public interface AddressCheck {
    /**
     * Resolves the name once and looks at every answer.
     *
     * @param field the name of the caller's field, for the words of a refusal
     * @param url as the caller wrote it
     * @return completes with the address as it is to be kept; fails with a {@link
     *     dev.safelight.server.http.problem.Refusal} where it may not be named. A name that does
     *     not resolve and one that is refused read alike.
     */
    CompletableFuture<String> require(String field, String url);
}
