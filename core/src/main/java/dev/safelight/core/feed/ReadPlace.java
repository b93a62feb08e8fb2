package dev.safelight.core.feed;

import dev.safelight.core.id.Cursor;

/** Where a read for followers begins, and how much it takes: one serves all who are there. */
record ReadPlace(WatchedAccount account, Cursor after, int limit) {}
