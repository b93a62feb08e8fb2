package dev.safelight.server.feed;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.feed.Feed;
import dev.safelight.core.feed.FeedFollowers;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the feed calls.
 *
 * @param secrets sign offsets
 * @param random spreads the cursors of callers who are ahead of the clock
 */
public record FeedPorts(
        Feed feed,
        FeedFollowers followers,
        Secrets secrets,
        InstantSource clock,
        RandomGenerator random) {}
