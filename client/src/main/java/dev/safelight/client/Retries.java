package dev.safelight.client;

import java.time.Duration;
import java.util.Optional;

/** Decides whether a failed call is sent again, and when. */
final class Retries {
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST = Duration.ofMillis(500);

    /** A server that asks for more than this is better reported than waited for. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Retries() {}

    /**
     * How long to pause before the next attempt; empty to give up.
     *
     * @param attempt how many were made, from 1
     */
    static Optional<Duration> pause(Call call, SafelightException failure, int attempt) {
        if (attempt >= ATTEMPTS) return Optional.empty();
        Duration backoff = FIRST.multipliedBy(1L << (attempt - 1));
        return switch (failure) {
            case ApiException refused
            when mayPass(call, refused) ->
                Optional.of(refused.retryAfter().orElse(backoff))
                        .filter(pause -> pause.compareTo(LONGEST) <= 0);
            case ConnectionException broken
            when call.repeatable() && broken.kind() == ConnectionException.Kind.BROKEN ->
                Optional.of(backoff);
            case ApiException lasting -> Optional.empty();
            case ConnectionException lasting -> Optional.empty();
            case WaitTimeoutException over -> Optional.empty();
        };
    }

    /** A 429 did nothing, so any call may follow it; a 503 may have done something. */
    private static boolean mayPass(Call call, ApiException refused) {
        return refused.status() == 429 || (refused.status() == 503 && call.repeatable());
    }
}
