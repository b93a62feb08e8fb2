package dev.safelight.core.engine;

/** The run was asked to stop. Not a fault: whatever the engine made is dropped. */
public final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    public Stopped() {
        super("stopped", null, false, false);
    }
}
