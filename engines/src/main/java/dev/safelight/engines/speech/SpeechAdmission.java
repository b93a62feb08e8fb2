package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.ToolRequest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.regex.Pattern;

/**
 * Tells before any charge what cannot be spoken: a text of marks alone, a voice that nobody knows,
 * a language that it or nobody speaks. What is merely not installed is admitted: its task fails
 * with the command that installs it.
 */
final class SpeechAdmission implements Admission {
    /** What no reading of any language says aloud; other marks may be, as in {@code 5 %}. */
    private static final Pattern SILENT = Pattern.compile("[\\s.,;:!?\\-–—…'\"()\\[\\]]*");

    private final VoiceChoice speakers;

    SpeechAdmission(VoiceChoice speakers) {
        this.speakers = speakers;
    }

    @Override
    public @Nullable Refusal refusal(ToolRequest request) {
        JsonNode input = request.input();
        if (input.path("replacements").isEmpty()
                && SILENT.matcher(input.path("text").asString("")).matches())
            return Refusal.invalid("text", Request.NOTHING_TO_SAY);
        String voice = Request.voiceId(input);
        String language = Request.language(input);
        // Looking for the voices that are installed lists folders.
        if (voice == null && language == null) return null;
        var refusal = voice == null ? null : refusal("voiceId", voice, null);
        return refusal != null || language == null ? refusal : refusal("language", voice, language);
    }

    private @Nullable Refusal refusal(
            String field, @Nullable String voice, @Nullable String language) {
        try {
            speakers.choose(voice, language);
            return null;
        } catch (EngineFailure failed) {
            return failed.failure().code() == FailureCode.INVALID_INPUT
                    ? Refusal.invalid(field, failed.failure().message())
                    : null;
        }
    }
}
