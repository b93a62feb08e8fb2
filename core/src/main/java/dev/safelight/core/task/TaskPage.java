package dev.safelight.core.task;

import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Some of an account's tasks, newest first.
 *
 * @param next where the following page begins, or null when this is the last one
 */
public record TaskPage(List<TaskView> tasks, @Nullable Cursor next) {}
