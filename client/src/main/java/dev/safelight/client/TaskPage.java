package dev.safelight.client;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A part of a list.
 *
 * @param next the cursor of the next page; null when this is the last
 */
public record TaskPage(List<Task> tasks, @Nullable String next) {
    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
