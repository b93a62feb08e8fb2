package dev.safelight.engines.illustrator;

import org.jspecify.annotations.Nullable;

/**
 * Something that the prompt wants to see.
 *
 * @param words what the prompt calls it
 * @param pose what it does
 * @param manner how many there are of it, how big, and in what colour
 */
record Subject(Figure figure, String words, Pose pose, Manner manner) {

    /**
     * @param count how many are drawn
     * @param size a factor on the usual size
     * @param colour an RGB number, or null for the drawing's own colours
     */
    record Manner(int count, float size, @Nullable Integer colour) {
        static final Manner PLAIN = new Manner(1, 1, null);
    }

    String name() {
        return figure.name();
    }
}
