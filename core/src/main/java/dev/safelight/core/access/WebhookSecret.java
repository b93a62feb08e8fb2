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

    /** What stands behind the prefix, decoded: the key of Standard Webhooks. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** The last four characters, by which people tell secrets apart. */
    public String last4() {
        return text.substring(text.length() - 4);
    }

    /** Never the text. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
