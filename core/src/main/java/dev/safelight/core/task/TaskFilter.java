package dev.safelight.core.task;

import dev.safelight.core.session.Session;
import dev.safelight.core.tool.ToolName;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/**
 * Which of an account's tasks to list, newest first.
 *
 * @param statuses any of these; empty for all
 * @param metadata all of these entries
 * @param before only tasks older than this row; null to begin at the newest
 * @param limit how many at most
 */
public record TaskFilter(
        Set<TaskStatus> statuses,
        @Nullable Session session,
        @Nullable ToolName tool,
        Map<String, String> metadata,
        @Nullable Long before,
        int limit) {}
