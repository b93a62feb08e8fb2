package dev.safelight.app.live;

import dev.safelight.server.dialect.IdSpellings;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.ExecutionsFace;
import dev.safelight.server.feed.FeedFace;
import dev.safelight.server.feed.FeedPorts;
import dev.safelight.server.http.face.Face;

import java.time.InstantSource;

/** The feed over a store in virtual time. */
final class LiveFeed {
    private LiveFeed() {}

    static Face over(LiveStore live, InstantSource time, IdSpellings spellings) {
        var ports = new FeedPorts(
                live.store.feed(),
                live.assembly.feedFollowers(),
                live.store.secrets(),
                time,
                live.random());
        return FeedFace.of(ports, new ShownIds(ExecutionsFace.IDS, spellings));
    }
}
