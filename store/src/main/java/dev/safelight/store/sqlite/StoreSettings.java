package dev.safelight.store.sqlite;

import dev.safelight.core.task.Room;

import java.nio.file.Path;

/** How to open the store. */
public record StoreSettings(Location location, Limits limits) {

    /**
     * What it may use.
     *
     * @param readers how many of our own threads read; up to four callers may beside them
     * @param queue how much may be waiting for the writer before more is refused
     * @param liveTasks how many tasks may be live at once before submits are refused; each takes
     *     about 1 KiB of memory
     * @param keysInMemory how many idempotency keys fill memory, which holds up to about twice as
     *     many until they have moved to disk
     * @param feedStretch how many entries, or deliveries, of all accounts one read for an
     *     account's looks at
     */
    public record Limits(
            int readers, int queue, long liveTasks, int keysInMemory, long feedStretch) {
        /** As many keys as are worth it: up to 20 MiB, and 0.1 s of a start. */
        public static final Limits DEFAULT =
                new Limits(1, 20_000, Room.USUAL_LIMIT, 65_536, 50_000);

        public Limits withReaders(int threads) {
            return new Limits(threads, queue, liveTasks, keysInMemory, feedStretch);
        }

        public Limits withQueue(int length) {
            return new Limits(readers, length, liveTasks, keysInMemory, feedStretch);
        }

        public Limits withLiveTasks(long most) {
            return new Limits(readers, queue, most, keysInMemory, feedStretch);
        }

        public Limits withKeysInMemory(int keys) {
            return new Limits(readers, queue, liveTasks, keys, feedStretch);
        }

        public Limits withFeedStretch(long entries) {
            return new Limits(readers, queue, liveTasks, keysInMemory, entries);
        }
    }

    /** Where the rows are. */
    public sealed interface Location {
        /** A file of its own folder. */
        record File(Path path) implements Location {}

        /** Nowhere but in memory, under a name of its own: for simulations. */
        record Memory(String name) implements Location {}
    }
}
