package dev.safelight.testkit.search;

import dev.safelight.core.search.TextMeaning;
import dev.safelight.core.search.Words;

import java.util.Map;
import java.util.Optional;

/** Texts are near that speak of the same few things; every other word is a thing of its own. */
public final class Topics implements TextMeaning {
    private static final int KNOWN = 2;
    private static final int DIMENSIONS = 61;
    private static final Map<String, Integer> TOPICS =
            Map.of("dog", 0, "puppy", 0, "retriever", 0, "car", 1, "automobile", 1);

    private int texts;

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public Optional<float[]> vector(String text) {
        texts++;
        var vector = new float[DIMENSIONS];
        for (var word : Words.of(text)) {
            int strange = KNOWN + Math.floorMod(word.hashCode(), DIMENSIONS - KNOWN);
            vector[TOPICS.getOrDefault(word, strange)] += 1;
        }
        return Optional.of(normalised(vector));
    }

    private static float[] normalised(float[] vector) {
        double squares = 0;
        for (float part : vector) squares += part * part;
        if (squares == 0) return vector;
        for (int at = 0; at < vector.length; at++) vector[at] /= (float) Math.sqrt(squares);
        return vector;
    }

    @Override
    public void rest() {}

    /** How many texts it was asked for. */
    public int texts() {
        return texts;
    }
}
