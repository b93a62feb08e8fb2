package dev.safelight.store.sqlite;

import java.nio.file.Path;

/** How to open the store. */
public record StoreSettings(Location location, Limits limits) {

    /** What it may use. */
    public record Limits(Writes writes, Reads reads) {
        public Limits withReaders(int threads) {
            return new Limits(
                    writes,
                    new Reads(
                            threads,
                            reads.callers(),
                            reads.queue(),
                            reads.instructions(),
                            reads.viewBytes(),
                            reads.stretch()));
        }

        public Limits withQueue(int length) {
            return with(new Writes(
                    length, writes.liveTasks(), writes.keysInMemory(), writes.waitingDeliveries()));
        }

        public Limits withLiveTasks(long most) {
            return with(new Writes(
                    writes.queue(), most, writes.keysInMemory(), writes.waitingDeliveries()));
        }

        public Limits withStretch(long entries) {
            return new Limits(
                    writes,
                    new Reads(
                            reads.threads(),
                            reads.callers(),
                            reads.queue(),
                            reads.instructions(),
                            reads.viewBytes(),
                            entries));
        }

        public Limits withKeysInMemory(int keys) {
            return with(new Writes(
                    writes.queue(), writes.liveTasks(), keys, writes.waitingDeliveries()));
        }

        public Limits withWaitingDeliveries(long most) {
            return with(
                    new Writes(writes.queue(), writes.liveTasks(), writes.keysInMemory(), most));
        }

        private Limits with(Writes changed) {
            return new Limits(changed, reads);
        }
    }

    /**
     * What the writer takes and keeps.
     *
     * @param queue how much may be waiting for the writer before more is refused
     * @param liveTasks how many tasks may be live at once before submits are refused: they stand in
     *     memory
     * @param keysInMemory how many idempotency keys fill memory, which holds up to about twice as
     *     many until they have moved to disk
     * @param waitingDeliveries how many deliveries of an endpoint may not have ended before it is
     *     disabled
     */
    public record Writes(int queue, long liveTasks, int keysInMemory, long waitingDeliveries) {}

    /**
     * What keeps one caller's reads from being everybody's wait.
     *
     * @param threads how many of our own threads read
     * @param callers how many callers may read at once beside them, on threads that are not ours
     * @param queue how many may wait for a reader before more are refused
     * @param instructions how many of SQLite's one read may take before it is broken off: a count
     *     and no time, so that a seed replays it
     * @param viewBytes how much memory the tasks' views take that were read lately
     * @param stretch how many entries, or deliveries, of all accounts one read for an account's
     *     looks at
     */
    public record Reads(
            int threads, int callers, int queue, long instructions, long viewBytes, long stretch) {}

    /** Where the rows are. */
    public sealed interface Location {
        /** A file of its own folder. */
        record File(Path path) implements Location {}

        /** Nowhere but in memory, under a name of its own: for simulations. */
        record Memory(String name) implements Location {}
    }
}
