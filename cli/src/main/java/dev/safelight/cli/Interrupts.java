package dev.safelight.cli;

/** Tells when the person at the keyboard presses Ctrl-C. */
@FunctionalInterface
public interface Interrupts {

    /**
     * Calls {@code action} on a thread of the caller's, at most once, and not after the
     * registration was closed. The process ends soon after the action returns.
     */
    Registration onInterrupt(Runnable action);

    /** Ends with {@link #close}. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
