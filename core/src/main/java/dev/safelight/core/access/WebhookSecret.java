package dev.safelight.core.access;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What a receiver checks signatures with.
 *
 * @param text {@code whsec_} and 32 bytes in base 64
 */
public record WebhookSecret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;

    /** Draws a fresh one. */
    public static WebhookSecret draw(RandomGenerator random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** Never the text. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
