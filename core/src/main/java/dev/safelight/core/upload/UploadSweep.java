package dev.safelight.core.upload;

import dev.safelight.core.time.Step;

import java.time.Duration;
import java.time.Instant;

/**
 * Forgets uploads a day after they ended without a file, and gives back what temporary files take
 * once they have expired. A step touches at most one page of each. Blocks: stepped by a platform
 * thread of its own.
 */
public final class UploadSweep implements Step {
    /** How many rows of each kind one step may touch. */
    public static final int PAGE = 500;

    /**
     * Longer than the largest file takes at the slowest rate, for its row must be there at its end;
     * and long enough for whoever asks why a file was refused.
     */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final UploadStore uploads;
    private volatile boolean stopping;

    public UploadSweep(UploadStore uploads) {
        this.uploads = uploads;
    }

    /** Begins no further page. Any thread. */
    public void stop() {
        stopping = true;
    }

    @Override
    public Instant step(Instant now) {
        if (stopping) return now.plus(PAUSE);
        try {
            int forgotten = uploads.forget(now.minus(KEPT), PAGE).join();
            int expired = uploads.expire(now, PAGE).join();
            return Math.max(forgotten, expired) < PAGE ? now.plus(PAUSE) : now;
        } catch (RuntimeException unwritable) {
            System.getLogger(UploadSweep.class.getName())
                    .log(System.Logger.Level.WARNING, "uploads are swept later", unwritable);
            return now.plus(PAUSE);
        }
    }
}
