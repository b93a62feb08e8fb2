package dev.safelight.core.task;

import dev.safelight.core.id.Id;

/** Names one task for ever. Each dialect shows it with a prefix of its own. */
public record TaskId(Id id) implements Comparable<TaskId> {

    @Override
    public int compareTo(TaskId other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
