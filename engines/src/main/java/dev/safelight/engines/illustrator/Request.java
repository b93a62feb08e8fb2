package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.Job;
import dev.safelight.engines.media.Origin;

import tools.jackson.databind.JsonNode;

/**
 * What the task asks for.
 *
 * @param style a style in the caller's words, or empty
 * @param seed every kind of chance in the picture comes from it
 */
record Request(String prompt, String style, Frame frame, long seed) {

    /** The input has passed the tool's schema; without a seed the task's id is one. */
    static Request of(Job job) {
        JsonNode input = job.input();
        Frame frame = Frame.of(
                input.path("aspectRatio").asString("1:1"),
                input.path("imageSize").asString("1K"));
        return new Request(
                input.path("prompt").asString(""),
                input.path("style").asString(""),
                frame,
                Origin.seed(job));
    }

    /** The seed as the noise takes it. */
    int chance() {
        return Long.hashCode(seed * 0x9E37_79B9_7F4A_7C15L) & 0x7FF_FFFF;
    }

    /** A file name from the first words of the prompt. */
    String fileName() {
        String words = prompt.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String start =
                words.length() > 48 ? words.substring(0, 48).replaceAll("-[^-]*$", "") : words;
        return (start.isEmpty() ? "picture" : start) + ".png";
    }
}
