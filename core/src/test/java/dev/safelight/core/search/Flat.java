package dev.safelight.core.search;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/** Two numbers: every text points the first way, unless it cannot be told. */
final class Flat implements TextMeaning {
    boolean isBroken;

    /** A text that it fails at in a way that nobody expects. */
    @Nullable
    String stumblesAt;

    int texts;
    int refused;
    int rests;

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Optional<float[]> vector(String text) throws IOException {
        if (isBroken) {
            refused++;
            throw new IOException("no model here");
        }
        if (text.equals(stumblesAt)) throw new IllegalStateException(text);
        texts++;
        return Optional.of(new float[] {1, 0});
    }

    @Override
    public void rest() {
        rests++;
    }
}
