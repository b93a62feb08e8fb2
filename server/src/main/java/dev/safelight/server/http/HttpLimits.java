package dev.safelight.server.http;

import java.time.Duration;

/**
 * What one request and one client may take.
 *
 * @param bodyBytes longest JSON body
 * @param headerBytes longest request line and headers together
 * @param readTime how long a client may take for its headers, and again for its body
 * @param idleTime how long a connection may be silent in either direction
 * @param waitsPerKey held waits of one key
 * @param waits held waits in all
 */
public record HttpLimits(
        int bodyBytes,
        int headerBytes,
        Duration readTime,
        Duration idleTime,
        int waitsPerKey,
        int waits) {}
