package dev.safelight.core.task;

/**
 * A task as it is decided about.
 *
 * @param stamp grows with every change
 */
public record Task(
        TaskRef ref, Owner owner, Route route, Terms terms, TaskState state, Stamp stamp) {

    /**
     * Which version of a task this is.
     *
     * @param version the sequence number of its latest event, 1 for the first
     * @param fence of the latest acquisition, 0 before the first
     */
    public record Stamp(long version, long fence) {
        Stamp next() {
            return new Stamp(version + 1, fence);
        }

        Stamp acquired() {
            return new Stamp(version + 1, fence + 1);
        }
    }

    public TaskStatus status() {
        return state.status();
    }

    /** The lease that its latest acquisition gave out. */
    public Lease lease() {
        return new Lease(ref, stamp.fence());
    }

    Task moved(TaskState next, Stamp stamp) {
        return new Task(ref, owner, route, terms, next, stamp);
    }
}
