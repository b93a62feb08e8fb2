package dev.safelight.media.meaning;

import ai.onnxruntime.OrtException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Turns short texts into comparable vectors. Safe for use by many threads; loads at the first call.
 */
public final class Meaning {
    /** How many numbers a vector has. */
    public static final int DIMENSIONS = 384;

    private @Nullable SentenceModel model;

    /**
     * The meaning of a text: {@value #DIMENSIONS} numbers, of length 1 taken together.
     *
     * @throws IOException when the model cannot be loaded or run on this machine
     */
    public float[] vector(String text) throws IOException {
        try {
            return loaded().vector(text);
        } catch (OrtException e) {
            throw new IOException("the sentence model does not run here: " + e.getMessage(), e);
        }
    }

    /** How near two texts are in meaning: 1 for the same, about 0 for unrelated. */
    public static float likeness(float[] one, float[] other) {
        float sum = 0;
        for (int at = 0; at < one.length; at++) sum += one[at] * other[at];
        return sum;
    }

    private synchronized SentenceModel loaded() throws IOException, OrtException {
        SentenceModel known = model;
        if (known == null) model = known = SentenceModel.load();
        return known;
    }
}
