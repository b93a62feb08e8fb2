package dev.safelight.server.http;

import java.util.List;

/** The headers by which a face tells what is left to a key, beside the standard pair. */
@FunctionalInterface
public interface RateHeaders {
    RateHeaders NONE = left -> List.of();

    /** {@code X-RateLimit-*} with the reset in milliseconds since 1970. */
    RateHeaders IN_MILLISECONDS = left -> ofReset(left, left.reset().toEpochMilli());

    /** {@code X-RateLimit-*} with the reset in seconds since 1970, rounded up. */
    RateHeaders IN_SECONDS = left -> ofReset(left, left.reset().plusMillis(999).getEpochSecond());

    List<Header> of(Allowance left);

    private static List<Header> ofReset(Allowance left, long reset) {
        return List.of(
                new Header("X-RateLimit-Limit", Integer.toString(left.limit())),
                new Header("X-RateLimit-Remaining", Integer.toString(left.remaining())),
                new Header("X-RateLimit-Reset", Long.toString(reset)));
    }
}
