package dev.safelight.core.task;

import dev.safelight.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What was asked for, word for word.
 *
 * @param json JSON text of the tool's input, defaults filled in
 * @param metadata the caller's own words, up to 16 entries
 * @param session the session that it belongs to, or null
 * @param callersId the caller's own id for the task, unique among those of its key, or null
 */
public record TaskInput(
        String json,
        Map<String, String> metadata,
        @Nullable SessionId session,
        @Nullable String callersId) {}
