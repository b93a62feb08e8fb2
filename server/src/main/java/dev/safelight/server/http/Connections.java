package dev.safelight.server.http;

import org.eclipse.jetty.io.Connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections that take too long over their next request's headers once those have begun, or
 * that are silent for too long. What counts is read off the connection, so a fast client never
 * touches this.
 */
final class Connections implements Connection.Listener {
    private static final Duration TICK = Duration.ofSeconds(1);
    private final long headers;
    private final long silence;
    private final InstantSource clock;
    private final ConcurrentHashMap<Connection, Watch> open = new ConcurrentHashMap<>();

    Connections(HttpLimits limits, InstantSource clock) {
        headers = limits.readTime().toMillis();
        silence = limits.idleTime().toMillis();
        this.clock = clock;
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Watch(clock.millis()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    int size() {
        return open.size();
    }

    /** Closes those whose time is up. */
    Instant step(Instant now) {
        open.forEach((connection, watch) -> {
            if (watch.isOverdue(connection, now.toEpochMilli()))
                connection.getEndPoint().close();
        });
        return now.plus(TICK);
    }

    /** What was last seen of a connection; touched by the step alone. */
    private final class Watch {
        private long requests;
        private long sent;
        private long heard;
        private long since;
        private long begun = Long.MAX_VALUE;

        private Watch(long since) {
            this.since = since;
        }

        private boolean isOverdue(Connection connection, long now) {
            long in = connection.getMessagesIn();
            long out = connection.getBytesOut();
            // An answer counts as given once it has begun, so what still goes out counts as well.
            boolean answering = in > connection.getMessagesOut();
            if (answering || in != requests || out != sent) {
                requests = in;
                sent = out;
                heard = connection.getBytesIn();
                since = now;
                begun = Long.MAX_VALUE;
            } else if (begun > now && connection.getBytesIn() != heard) {
                begun = now;
            }
            return now - since > silence || now - begun > headers;
        }
    }
}
