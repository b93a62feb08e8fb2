package dev.safelight.core.search;

import java.io.IOException;
import java.util.Optional;

/**
 * Texts as vectors: near in meaning is near in direction. Safe for use by many threads; blocks in
 * native code, so platform threads alone call it. Nothing of it is loaded before the first text.
 */
public interface TextMeaning {

    /** How many numbers a vector has. */
    int dimensions();

    /**
     * The meaning of a text, of length 1. Of a long one only the beginning counts, about a hundred
     * words. None of a text that it cannot read: such a text is near to no other.
     *
     * @throws IOException when this machine cannot tell
     */
    Optional<float[]> vector(String text) throws IOException;

    /** Lets go of what it loaded, unless a text was asked for since this was called last. */
    void rest();
}
