package dev.safelight.core.feed;

import dev.safelight.core.id.Cursor;

import java.time.Instant;

/**
 * One entry of an account's log.
 *
 * @param cursor the place right after it, to go on from
 */
public record FeedEntry(Cursor cursor, Instant at, FeedEvent event) {}
