package dev.safelight.server.dialect.tasks;

import dev.safelight.core.access.LimitStore;
import dev.safelight.core.id.KeyId;
import dev.safelight.server.http.face.Allowance;
import dev.safelight.server.http.face.RateHeaders;
import dev.safelight.server.http.problem.Header;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;

/**
 * Tells what a key may still spend, in the window that has the least left. Nothing is told of a key
 * that may spend without limit.
 */
final class QuotaHeader implements RateHeaders {
    private final LimitStore limits;
    private final InstantSource clock;

    QuotaHeader(LimitStore limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public List<Header> of(KeyId key, @Nullable Allowance left) {
        return limits.tightest(key, clock.instant())
                .map(window -> List.of(new Header(
                        "X-Quota-Remaining-Credits", ShownCredits.padded(window.left()))))
                .orElse(List.of());
    }
}
