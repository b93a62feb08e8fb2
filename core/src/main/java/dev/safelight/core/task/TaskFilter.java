package dev.safelight.core.task;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.tool.ToolName;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/**
 * Which of an account's tasks to list, newest first.
 *
 * @param statuses any of these; empty for all
 * @param metadata all of these entries
 * @param after only what follows this place; null to begin at the newest
 * @param limit how many at most
 */
public record TaskFilter(
        Set<TaskStatus> statuses,
        Origin origin,
        Map<String, String> metadata,
        @Nullable Cursor after,
        int limit) {

    /**
     * Where a task came from: each part that is not null must match.
     *
     * @param key the key that submitted it
     * @param model a catalog name, as in {@link Route#model}
     */
    public record Origin(
            @Nullable SessionId session,
            @Nullable KeyId key,
            @Nullable ToolName tool,
            @Nullable String model) {
        public static final Origin ANY = new Origin(null, null, null, null);
    }

    /** The newest of all tasks. */
    public static TaskFilter newest(int limit) {
        return new TaskFilter(Set.of(), Origin.ANY, Map.of(), null, limit);
    }
}
