package dev.safelight.server.http.face;

import dev.safelight.core.id.KeyId;
import dev.safelight.server.http.problem.Header;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The headers by which a face tells what is left to a key, beside the standard pair. */
@FunctionalInterface
public interface RateHeaders {
    RateHeaders NONE = (key, left) -> List.of();

    /** {@code X-RateLimit-*} with the reset in milliseconds since 1970. */
    RateHeaders IN_MILLISECONDS = ofRequests(Instant::toEpochMilli);

    /** {@code X-RateLimit-*} with the reset in seconds since 1970, rounded up. */
    RateHeaders IN_SECONDS = ofRequests(reset -> reset.plusMillis(999).getEpochSecond());

    /**
     * Called with every answer to a key, so it must not block.
     *
     * @param left what is left of the minute, or null for a key that has no such limit
     */
    List<Header> of(KeyId key, @Nullable Allowance left);

    /** These and others. */
    default RateHeaders and(RateHeaders others) {
        return (key, left) -> {
            var all = new ArrayList<>(of(key, left));
            all.addAll(others.of(key, left));
            return all;
        };
    }

    private static RateHeaders ofRequests(Function<Instant, Long> reset) {
        return (key, left) -> left == null
                ? List.of()
                : List.of(
                        new Header("X-RateLimit-Limit", Integer.toString(left.limit())),
                        new Header("X-RateLimit-Remaining", Integer.toString(left.remaining())),
                        new Header(
                                "X-RateLimit-Reset", reset.apply(left.reset()).toString()));
    }
}
