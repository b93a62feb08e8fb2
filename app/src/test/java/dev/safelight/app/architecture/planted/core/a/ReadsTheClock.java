package dev.safelight.app.architecture.planted.core.a;

import java.time.Instant;

final class ReadsTheClock {
    private ReadsTheClock() {}

    static Instant now() {
        return Instant.now();
    }
}
