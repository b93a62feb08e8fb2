package dev.safelight.core.task;

import dev.safelight.core.ledger.Hold;

/**
 * A task as it is decided about.
 *
 * @param stamp grows with every change
 */
public record Task(TaskHeader header, TaskState state, Stamp stamp) {

    /**
     * Which version of a task this is.
     *
     * @param version the sequence number of its latest event, 1 for the first
     * @param fence of the latest acquisition, 0 before the first
     */
    public record Stamp(long version, long fence) {
        static final Stamp FIRST = new Stamp(1, 0);

        /** After one more event; a start is an acquisition, whose fence is fresh. */
        Stamp after(TaskEvent event) {
            long acquired = event.kind() == TaskEvent.Kind.STARTED ? fence + 1 : fence;
            return new Stamp(version + 1, acquired);
        }
    }

    public TaskId id() {
        return header.id();
    }

    public Owner owner() {
        return header.owner();
    }

    public Route route() {
        return header.route();
    }

    public Terms terms() {
        return header.terms();
    }

    public TaskStatus status() {
        return state.status();
    }

    /** The lease that its latest acquisition gave out. */
    public Lease lease() {
        return new Lease(id(), stamp.fence());
    }

    /** The credits that were set aside for it at submit. */
    public Hold hold() {
        return new Hold(id().id(), terms().hold());
    }

    Task after(TaskEvent event, TaskState next) {
        return new Task(header, next, stamp.after(event));
    }
}
