package dev.safelight.core.engine;

import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/**
 * One attempt at one task, as an engine sees it.
 *
 * @param task the task, the same over all attempts: a stable key for requests to other services
 * @param attempt 1 for the first
 * @param route tool, model and engine
 * @param input the tool's input, valid against its schema, defaults filled in
 * @param metadata the caller's own words about the task
 * @param checkpoint what an earlier attempt last saved, or null
 */
public record Job(
        TaskId task,
        int attempt,
        Route route,
        JsonNode input,
        Map<String, String> metadata,
        @Nullable JsonNode checkpoint) {}
