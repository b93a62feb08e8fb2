package dev.safelight.core.estimate;

/**
 * Where a task waits within its account: 9 before 0, then whoever came first.
 *
 * @param priority 0-9
 * @param second of the submit, since 1970
 */
record QueuePosition(int priority, long second) implements Comparable<QueuePosition> {

    /** Before all of this priority. */
    static QueuePosition firstOf(int priority) {
        return new QueuePosition(priority, Long.MIN_VALUE);
    }

    @Override
    public int compareTo(QueuePosition other) {
        int byPriority = Integer.compare(other.priority, priority);
        return byPriority != 0 ? byPriority : Long.compare(second, other.second);
    }
}
