package dev.safelight.core.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps which endpoints are to be told again, and how far that has come. */
public interface ReplayQueue {

    /**
     * An endpoint is told again of what happened since a place, page by page. Another one of the
     * same endpoint that is under way begins again here. That of a disabled endpoint goes on once
     * it is enabled. Durable when complete. Fails with {@link
     * dev.safelight.core.id.PassedCursor} when something after the place was removed already.
     *
     * @param after a place in the account's feed, or null for the earliest that is kept
     * @return whether the account has such an endpoint, and it is not deleted
     */
    CompletableFuture<Boolean> begin(
            AccountId account, EndpointId endpoint, @Nullable Cursor after);

    /** Those of active endpoints that are under way. */
    CompletableFuture<List<Replay>> underWay();

    /**
     * What a page told: a delivery that is there is lined up again, one that is not is made, if the
     * endpoint wants to hear of it. It ends with its {@code until}, and tells nothing behind that.
     * Nothing when the replay began again meanwhile.
     *
     * @param told in order
     * @param next how far it has come then
     */
    CompletableFuture<Void> carryOn(Replay replay, List<Told> told, Cursor next);

    /**
     * What an entry is to those who are told.
     *
     * @param entry its place in the feed
     */
    record Told(Cursor entry, Occasion occasion) {}
}
