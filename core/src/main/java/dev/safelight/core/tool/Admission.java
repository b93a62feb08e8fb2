package dev.safelight.core.tool;

import org.jspecify.annotations.Nullable;

/**
 * What an engine says of a request before anything is charged or queued. Asked on the thread of a
 * request, for each submit: it loads no model, opens no file, and answers within a millisecond or
 * so. What was admitted may still fail later, for a queue can outlive what is installed.
 */
@FunctionalInterface
public interface Admission {
    /** Takes whatever passed the tool's schema. */
    Admission OF_ALL = request -> null;

    /**
     * Why the engine could make nothing of it, as far as input, facts of files and what is
     * installed tell; null when it is admitted.
     *
     * @param request filled with its defaults
     */
    @Nullable
    Refusal refusal(ToolRequest request);

    /**
     * Why it is not taken.
     *
     * @param words for the caller, saying what to do
     * @param field the canonical field that is to be changed, or null for none in particular
     */
    record Refusal(Cause cause, String words, @Nullable String field) {
        /** The input cannot be rendered. */
        public static Refusal invalid(@Nullable String field, String words) {
            return new Refusal(Cause.INVALID_INPUT, words, field);
        }
    }

    /** The kind of a refusal, for programs. */
    enum Cause {
        /** The input passed its schema, but this engine cannot render it. */
        INVALID_INPUT,
        /** The engine judged the prompt and will not make it. */
        PROMPT_REFUSED
    }
}
