package dev.safelight.cli;

/** Ends a command before it has begun. */
final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Stopped stopped;

    StoppedException(ExitCode exit, String code, String message) {
        super(message);
        this.stopped = new Outcome.Stopped(exit, code, message);
    }

    Outcome.Stopped stopped() {
        return stopped;
    }
}
