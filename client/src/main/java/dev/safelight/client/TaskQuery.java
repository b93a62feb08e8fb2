package dev.safelight.client;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list, newest first.
 *
 * @param status a word such as {@code FAILED}; null for all
 * @param limit how many at most
 * @param cursor of the page before; null for the first page
 */
public record TaskQuery(
        @Nullable String status, int limit, @Nullable String cursor) {

    public static TaskQuery newest(int limit) {
        return new TaskQuery(null, limit, null);
    }

    public TaskQuery withStatus(String word) {
        return new TaskQuery(word, limit, cursor);
    }

    public TaskQuery after(TaskPage page) {
        return new TaskQuery(status, limit, page.next());
    }
}
