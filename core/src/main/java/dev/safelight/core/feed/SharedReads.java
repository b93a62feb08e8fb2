package dev.safelight.core.feed;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Reads for followers: one at a time serves all who are at one place. Who joins a read that is
 * under way may be told less than there is by then, so it is said what was known as it began. Safe
 * for use by many threads; what was read is told on {@code delivery}.
 */
final class SharedReads {
    private final Feed feed;
    private final Executor delivery;
    private final Consumer<EndedRead> told;
    private final ConcurrentHashMap<ReadPlace, Group> underWay = new ConcurrentHashMap<>();

    /** Those who are told by one read; added to as long as it is under way. */
    private static final class Group {
        private final Set<Follower> followers = new HashSet<>();
    }

    SharedReads(Feed feed, Executor delivery, Consumer<EndedRead> told) {
        this.feed = feed;
        this.delivery = delivery;
        this.told = told;
    }

    /** Reads at a place for these, or has them told by the read there that is under way. */
    void read(ReadPlace place, Collection<Follower> followers) {
        var known = place.account().latest();
        var own = new Group();
        var together = underWay.compute(place, (where, others) -> {
            var all = others == null ? own : others;
            all.followers.addAll(followers);
            return all;
        });
        if (together != own) return;
        // What a follower does with its answer must not keep a reader from the next read.
        var _ = feed.read(place.account().id, place.after(), place.limit())
                .whenCompleteAsync(
                        (page, fault) -> {
                            underWay.remove(place);
                            told.accept(new EndedRead(place, known, own.followers, page, fault));
                        },
                        delivery);
    }
}
