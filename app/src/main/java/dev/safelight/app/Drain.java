package dev.safelight.app;

import dev.safelight.core.worker.Worker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets the worker finish what it runs, for a while; what is left then goes back uncounted. */
final class Drain {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration TO_GIVE_BACK = Duration.ofSeconds(3);
    private final Worker worker;
    private final long patience;
    private long began;

    Drain(Worker worker, Duration patience) {
        this.worker = worker;
        this.patience = patience.toNanos();
    }

    void begin() {
        began = System.nanoTime();
        worker.drain();
    }

    void finish() {
        waitUntil(began + patience);
        worker.giveBack();
        waitUntil(System.nanoTime() + TO_GIVE_BACK.toNanos());
        worker.giveUp();
    }

    private void waitUntil(long end) {
        while (worker.running() > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(this, LOOK_AGAIN.toNanos());
        }
    }
}
