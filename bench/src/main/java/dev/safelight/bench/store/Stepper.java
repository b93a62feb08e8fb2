package dev.safelight.bench.store;

import dev.safelight.bench.Threads;
import dev.safelight.core.time.Step;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A platform thread that calls one step when it asks to be called, or when it is woken. */
final class Stepper implements AutoCloseable {
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private @Nullable Thread thread;
    private volatile boolean parked;
    private volatile boolean woken;
    private volatile boolean stopped;

    Thread start(String name, Step step) {
        var started = Thread.ofPlatform().name(name).unstarted(() -> loop(step));
        thread = started;
        started.start();
        return started;
    }

    /** Cheap when the thread is awake, which under load it always is. */
    void wake() {
        woken = true;
        if (parked) LockSupport.unpark(thread);
    }

    private void loop(Step step) {
        while (!stopped) {
            woken = false;
            var now = Instant.now();
            var next = step.step(now);
            if (next.isAfter(now)) park(next);
        }
    }

    private void park(Instant until) {
        parked = true;
        var now = Instant.now();
        if (!woken && until.isAfter(now)) {
            boolean far = until.isAfter(now.plusNanos(LONGEST));
            LockSupport.parkNanos(far ? LONGEST : Duration.between(now, until).toNanos());
        }
        parked = false;
    }

    @Override
    public void close() {
        stopped = true;
        wake();
        if (thread != null) Threads.join(thread);
    }
}
