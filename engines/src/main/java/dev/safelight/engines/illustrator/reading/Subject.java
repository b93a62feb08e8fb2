package dev.safelight.engines.illustrator.reading;

import dev.safelight.engines.illustrator.art.Drawing;

import org.jspecify.annotations.Nullable;

/**
 * Something that the prompt wants to see.
 *
 * @param words what the prompt calls it
 * @param pose what it does
 * @param manner how many there are of it, how big, and in what colour
 */
public record Subject(Drawing drawing, String words, Pose pose, Manner manner) {

    /**
     * How it is to be drawn.
     *
     * @param count how many are drawn
     * @param size a factor on the usual size
     * @param colour an RGB number, or null for the drawing's own colours
     */
    public record Manner(int count, float size, @Nullable Integer colour) {
        public static final Manner PLAIN = new Manner(1, 1, null);
    }

    public String name() {
        return drawing.name();
    }
}
