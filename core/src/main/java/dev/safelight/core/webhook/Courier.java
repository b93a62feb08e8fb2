package dev.safelight.core.webhook;

import java.util.concurrent.CompletableFuture;

/**
 * Brings a payload to an address that a caller named. It refuses addresses that nobody may name,
 * follows no redirect, and takes a bounded time and a bounded amount of what comes back, whoever
 * answers.
 */
public interface Courier {
    /**
     * Sends once.
     *
     * @return what came back; never fails, for a parcel that could not be sent was not answered
     */
    CompletableFuture<Answered> send(Parcel parcel);
}
