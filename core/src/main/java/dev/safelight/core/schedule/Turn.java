package dev.safelight.core.schedule;

/**
 * The order in which the tasks of one account start: by priority, then in the order of their
 * arrival. A task that waits again, for another attempt, does so with the turn it had.
 *
 * @param priority higher ones come first
 * @param arrival grows with each task taken up; no two tasks share one
 */
public record Turn(int priority, long arrival) implements Comparable<Turn> {

    /** Negative when this one comes before the other. */
    @Override
    public int compareTo(Turn other) {
        int byPriority = Integer.compare(other.priority, priority);
        return byPriority != 0 ? byPriority : Long.compare(arrival, other.arrival);
    }

    /** Written out: a start would wait for the JVM to make it. */
    @Override
    public int hashCode() {
        return Long.hashCode(arrival);
    }
}
