package dev.safelight.core.feed;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A read for followers that has ended, in a page or a fault.
 *
 * @param known the latest commit that was noted before it began: it saw that one at least
 */
record EndedRead(
        ReadPlace place,
        @Nullable LatestCommit known,
        Set<Follower> followers,
        @Nullable FeedPage page,
        @Nullable Throwable fault) {}
