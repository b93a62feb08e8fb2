package dev.safelight.core.feed;

import dev.safelight.core.id.Cursor;

import java.util.List;

/**
 * Some entries of an account's log, in order.
 *
 * @param entries may be empty though more follow: a long stretch of the log may be others'
 * @param next where to go on
 * @param isLast whether nothing followed when it was read
 */
public record FeedPage(List<FeedEntry> entries, Cursor next, boolean isLast) {}
