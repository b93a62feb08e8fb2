package dev.safelight.core.feed;

import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

/**
 * The latest commit that added to an account's log.
 *
 * @param earlier the place after the one before it, or null when none was noted
 * @param before the place of the log of all right before it
 * @param after the place right after it
 */
record LatestCommit(@Nullable Cursor earlier, Cursor before, Cursor after) {}
