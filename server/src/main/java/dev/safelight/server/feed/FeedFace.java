package dev.safelight.server.feed;

import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;

import java.util.List;

/** The one route of the feed, below the base of a dialect, whose envelope shows its refusals. */
public final class FeedFace {
    private FeedFace() {}

    /**
     * The feed over these ports.
     *
     * @param ids as entries show them
     */
    public static Face of(FeedPorts ports, ShownIds ids) {
        var reading = new FeedReading(ports, new EntryJson(ids));
        var operation = OperationDocs.of(FeedFace.class).own("read-events", reading::answer);
        return new Face(List.of(), Conventions.PLAIN, List.of(operation.route()));
    }
}
