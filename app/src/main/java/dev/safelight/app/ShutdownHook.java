package dev.safelight.app;

import dev.safelight.cli.Interrupts;

/** Does something when the process is asked to end, and lets it end only after that. */
final class ShutdownHook {
    private ShutdownHook() {}

    static Interrupts.Registration onInterrupt(Runnable action) {
        var hook = Loop.unstarted("shutdown", action);
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                // It runs now: that is what it was there for.
            }
        };
    }
}
