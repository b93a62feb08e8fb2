package dev.safelight.server.http;

import org.eclipse.jetty.io.Connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections that take too long over their next request's headers, dripping or silent. What
 * a request counts is read off the connection, so a fast client never touches this.
 */
final class Connections implements Connection.Listener {
    private static final Duration TICK = Duration.ofSeconds(1);
    private final long patience;
    private final InstantSource clock;
    private final ConcurrentHashMap<Connection, Watch> open = new ConcurrentHashMap<>();

    Connections(Duration patience, InstantSource clock) {
        this.patience = patience.toMillis();
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
            if (watch.isOverdue(connection, now.toEpochMilli(), patience))
                connection.getEndPoint().close();
        });
        return now.plus(TICK);
    }

    /** What was last seen of a connection; touched by the step alone. */
    private static final class Watch {
        private long requests;
        private long sent;
        private long since;

        private Watch(long since) {
            this.since = since;
        }

        private boolean isOverdue(Connection connection, long now, long patience) {
            long begun = connection.getMessagesIn();
            long out = connection.getBytesOut();
            // An answer counts as given once it has begun, so what still goes out counts as well.
            boolean answering = begun > connection.getMessagesOut();
            if (answering || begun != requests || out != sent) {
                requests = begun;
                sent = out;
                since = now;
            }
            return now - since > patience;
        }
    }
}
