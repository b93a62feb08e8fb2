package dev.safelight.core.dispatch;

import java.time.Duration;
import java.time.Instant;

/** Says one kind of thing once a minute at most. Confined to the thread that dispatches. */
final class RareLog {
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private Instant silentUntil = Instant.MIN;

    void say(String what, Throwable fault, Instant now) {
        if (now.isBefore(silentUntil)) return;
        silentUntil = now.plus(SILENCE);
        System.getLogger(RareLog.class.getName()).log(System.Logger.Level.WARNING, what, fault);
    }
}
