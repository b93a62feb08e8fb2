package dev.safelight.core.task;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.Session;
import dev.safelight.core.tool.Tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Map;

/**
 * A submit as a dialect understood it.
 *
 * @param input valid against the tool's schema
 * @param idempotencyKey as the caller gave it, or null
 * @param answer renders what the dialect answers, so that a replay can repeat it
 */
public record Ask(
        Tool tool,
        JsonNode input,
        @Nullable Session session,
        Wishes wishes,
        @Nullable String idempotencyKey,
        Answer answer) {

    /**
     * What a caller may wish for with any tool.
     *
     * @param priority 0-9
     * @param queueLimit null for the server's own
     * @param runLimit null for the tool's own; never longer than that
     */
    public record Wishes(
            int priority,
            @Nullable Duration queueLimit,
            @Nullable Duration runLimit,
            Map<String, String> metadata) {
        public static final int USUAL_PRIORITY = 5;
        public static final Wishes NONE = new Wishes(USUAL_PRIORITY, null, null, Map.of());
    }

    /** Renders the JSON text that acknowledges a submit. */
    @FunctionalInterface
    public interface Answer {
        String acknowledge(TaskId task, Credits estimate);
    }
}
