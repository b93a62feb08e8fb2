package dev.safelight.core.engine;

import java.util.Locale;

/** What kind of engine made a result; named in each, so that nobody mistakes it for another. */
public enum Tier {
    /** Our own code alone. */
    BUILTIN,
    /** Our own code with weights or art of others, verified by digest. */
    PACK,
    /** A program that is installed on this machine. */
    PROGRAM,
    /** A service that is called over the network. */
    REMOTE,
    /** Chosen outcomes for test keys; a real small file, but nobody's media. */
    SANDBOX;

    /** The word on the wire, as in {@code builtin}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
