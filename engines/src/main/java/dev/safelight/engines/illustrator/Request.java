package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.Job;
import dev.safelight.engines.illustrator.paint.Frame;

import tools.jackson.databind.JsonNode;

import java.util.Set;

/**
 * What the task asks for.
 *
 * @param style a style in the caller's words, or empty
 * @param seed every kind of chance in the picture comes from it
 * @param count how many pictures, each with the seed after the one before
 */
record Request(String prompt, String style, Frame frame, Encoding encoding, long seed, int count) {
    /** Styles that say how real a picture is to look, and not how it is drawn. */
    static final Set<String> UNDRAWN_STYLES = Set.of("natural", "vivid");

    private static final long LARGEST_SEED = (1L << 53) - 1;

    /** The input has passed the tool's schema; without a seed the task's id is one. */
    static Request of(Job job) {
        JsonNode input = job.input();
        String style = input.path("style").asString("");
        return new Request(
                input.path("prompt").asString(""),
                UNDRAWN_STYLES.contains(style) ? "" : style,
                Frame.of(input),
                Encoding.of(input),
                job.seed(),
                input.path("numResults").asInt(1));
    }

    /** The same for one of its pictures alone. */
    Request picture(int number) {
        return new Request(prompt, style, frame, encoding, (seed + number) & LARGEST_SEED, 1);
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
        return (start.isEmpty() ? "picture" : start) + encoding.ending();
    }
}
