package dev.safelight.media.process;

import java.io.IOException;

/** A program that is needed is not on this machine, or does not run on it. */
public final class ProgramMissing extends IOException {
    private static final long serialVersionUID = 1;

    public ProgramMissing(String message) {
        super(message);
    }
}
