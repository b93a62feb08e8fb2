package dev.safelight.core.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

/**
 * An endpoint is to be told again of what happened since a place in its account's feed.
 *
 * @param at how far it has come
 * @param until the end of the feed when it was asked for
 * @param waiting deliveries of the endpoint that have not ended
 */
public record Replay(
        AccountId account, EndpointId endpoint, Cursor at, Cursor until, long waiting) {}
