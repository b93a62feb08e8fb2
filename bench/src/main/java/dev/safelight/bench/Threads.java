package dev.safelight.bench;

import java.util.Collection;
import java.util.List;

/** Waiting for threads; a bench that is interrupted ends. */
public final class Threads {
    private Threads() {}

    public static void join(Collection<Thread> threads) {
        try {
            for (var thread : threads) thread.join();
        } catch (InterruptedException interrupted) {
            throw stop(interrupted);
        }
    }

    public static void join(Thread thread) {
        join(List.of(thread));
    }

    /** A moment, between looks at something that others do. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw stop(interrupted);
        }
    }

    private static IllegalStateException stop(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", interrupted);
    }
}
