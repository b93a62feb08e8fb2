package dev.safelight.core.task;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.session.SessionId;
import dev.safelight.core.tool.Model;
import dev.safelight.core.tool.ToolRequest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Map;

/**
 * A submit as a dialect understood it.
 *
 * @param request what is to be made
 * @param session one of the caller's account, or null
 * @param answer renders what the dialect answers, so that a replay can repeat it
 */
public record Submit(
        ToolRequest request,
        @Nullable SessionId session,
        Wishes wishes,
        Names names,
        Answer answer) {

    public Model model() {
        return request.model();
    }

    /** As the caller gave it, without defaults. */
    public JsonNode input() {
        return request.input();
    }

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

    /**
     * What the caller calls this submit, so that it can be repeated safely.
     *
     * @param idempotencyKey as the caller gave it, or null
     * @param callersId the caller's own id for the task, or null
     * @param callback an address to tell of its end, or null
     */
    public record Names(
            @Nullable String idempotencyKey,
            @Nullable String callersId,
            @Nullable String callback) {
        public static final Names NONE = new Names(null, null, null);

        /** Whether nothing could have been submitted under them before. */
        public boolean areNone() {
            return idempotencyKey == null && callersId == null;
        }

        public static Names key(@Nullable String idempotencyKey) {
            return new Names(idempotencyKey, null, null);
        }
    }

    /**
     * The acknowledgement of one dialect.
     *
     * @param operation the name that was called there: an idempotency key answers for it alone
     */
    public record Answer(String dialect, String operation, Rendering rendering) {}

    /** Renders the JSON text that acknowledges a submit. */
    @FunctionalInterface
    public interface Rendering {
        String acknowledge(TaskId task, Credits estimate);
    }
}
