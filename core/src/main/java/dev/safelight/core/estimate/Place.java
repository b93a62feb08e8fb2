package dev.safelight.core.estimate;

/**
 * Where a task waits within its account: 9 before 0, then whoever came first.
 *
 * @param second of the submit, since 1970
 */
record Place(int priority, long second) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int byPriority = Integer.compare(other.priority, priority);
        return byPriority != 0 ? byPriority : Long.compare(second, other.second);
    }
}
