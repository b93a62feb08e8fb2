package dev.safelight.core.asset;

import java.io.IOException;

/** Nothing can be said of a file now: this machine was too busy to look into it in time. */
public final class Undecided extends IOException {
    private static final long serialVersionUID = 1;

    public Undecided(IOException cause) {
        super("a file could not be looked into: " + cause.getMessage(), cause);
    }
}
