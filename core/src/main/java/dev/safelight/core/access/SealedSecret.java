package dev.safelight.core.access;

/**
 * A secret that only {@link SecretBox} can read.
 *
 * @param text the form, a colon, and in base 64 nonce, ciphertext and tag
 */
public record SealedSecret(String text) {
    @Override
    public String toString() {
        return "SealedSecret[…]";
    }
}
