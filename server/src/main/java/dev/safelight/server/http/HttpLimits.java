package dev.safelight.server.http;

import java.time.Duration;

/**
 * What one request and one client may take, and all of them together.
 *
 * @param bodyBytes longest JSON body, but for those of {@link LargeBodies}
 * @param headerBytes longest request line and headers together
 * @param readTime how long a client may take for its headers, and again for its body
 * @param idleTime how long a connection may be silent in either direction
 */
public record HttpLimits(
        int bodyBytes,
        int headerBytes,
        Duration readTime,
        Duration idleTime,
        Open open,
        Together together) {

    /** Answers that stay open for long. */
    public record Open(Permits waits, Permits streams) {}

    /** How many of one key, of all keys of one account, and in all. */
    public record Permits(int perKey, int perAccount, int all) {}

    /**
     * What all clients share.
     *
     * @param lateBodyBytes how much is kept of bodies that did not come at once
     * @param large bodies that may be longer
     * @param threads how many of the server's own read requests and write answers
     * @param backlog how many connections may wait to be taken
     */
    public record Together(long lateBodyBytes, LargeBodies large, int threads, int backlog) {}

    /**
     * JSON bodies in which files may stand.
     *
     * @param bytes longest one
     * @param atOnce how many that are longer than others may be are worked on at once
     */
    public record LargeBodies(int bytes, int atOnce) {}
}
