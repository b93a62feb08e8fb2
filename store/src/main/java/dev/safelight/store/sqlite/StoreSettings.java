package dev.safelight.store.sqlite;

import java.nio.file.Path;

/**
 * How to open the store.
 *
 * @param readers how many of our own threads read; up to four callers may beside them
 * @param queueLimit how much may be waiting for the writer before more is refused
 * @param keysInMemory how many idempotency keys fill memory, which holds up to about twice as many
 *     until they have moved to disk
 */
public record StoreSettings(Location location, int readers, int queueLimit, int keysInMemory) {
    private static final int KEYS_IN_MEMORY = 65_536;

    /** With as many keys in memory as are worth it: up to 20 MiB, and 0.1 s of a start. */
    public StoreSettings(Location location, int readers, int queueLimit) {
        this(location, readers, queueLimit, KEYS_IN_MEMORY);
    }

    /** Where the rows are. */
    public sealed interface Location {
        /** A file of its own folder. */
        record File(Path path) implements Location {}

        /** Nowhere but in memory, under a name of its own: for simulations. */
        record Memory(String name) implements Location {}
    }
}
