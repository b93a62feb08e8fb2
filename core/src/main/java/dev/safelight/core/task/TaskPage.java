package dev.safelight.core.task;

import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Some of an account's tasks, newest first.
 *
 * @param next where the following page begins, or null when this is the last one
 */
public record TaskPage(List<TaskView> tasks, @Nullable Cursor next) {
    /** A page ends early rather than have tasks with more files than this together. */
    public static final int MOST_FILES = 1_000;

    /** How many of these, from the first, a page may have; one at least, whatever it has made. */
    public static int fitting(List<TaskView> tasks) {
        int files = 0;
        for (int count = 0; count < tasks.size(); count++) {
            if (tasks.get(count).state() instanceof TaskState.Succeeded(var price, var output))
                files += output.assets().size();
            if (files > MOST_FILES) return Math.max(1, count);
        }
        return tasks.size();
    }
}
