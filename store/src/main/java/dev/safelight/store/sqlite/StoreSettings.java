package dev.safelight.store.sqlite;

import java.nio.file.Path;

/**
 * How to open the store.
 *
 * @param readers how many connections read at once; as many threads call them
 * @param queueLimit how much may be waiting for the writer before more is refused
 */
public record StoreSettings(Location location, int readers, int queueLimit) {

    /** Where the rows are. */
    public sealed interface Location {
        /** A file of its own folder. */
        record File(Path path) implements Location {}

        /** Nowhere but in memory, under a name of its own: for simulations. */
        record Memory(String name) implements Location {}
    }
}
