package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.task.FailureCode;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * What is asked for.
 *
 * @param voiceId a voice, or null for the default one
 * @param text with its replacements
 * @param speed 0.5 to 2, where 1 is the voice's own
 * @param language a BCP 47 tag, or null for the voice's own
 * @param count how many files of it
 */
record Request(
        String text,
        @Nullable String voiceId,
        double speed,
        SoundFormat format,
        @Nullable String language,
        int count) {
    static final String NOTHING_TO_SAY =
            "there is nothing to say in this text: send some words or numbers";

    static Request of(JsonNode input) {
        return new Request(
                Replacements.of(input.path("replacements"))
                        .in(input.path("text").asString("")),
                voiceId(input),
                input.path("speed").asDouble(1),
                SoundFormat.of(input.path("format").asString("wav")),
                language(input),
                input.path("numResults").asInt(1));
    }

    static @Nullable String voiceId(JsonNode input) {
        JsonNode voice = input.path("voiceId");
        return voice.isString() && !voice.asString().isBlank() ? voice.asString() : null;
    }

    static @Nullable String language(JsonNode input) {
        JsonNode language = input.path("language");
        return language.isString() ? language.asString() : null;
    }

    /** What is told when the text holds nothing that can be said. */
    EngineFailure nothingToSay() {
        return EngineFailure.lasting(FailureCode.INVALID_INPUT, NOTHING_TO_SAY);
    }
}
