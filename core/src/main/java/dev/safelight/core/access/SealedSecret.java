package dev.safelight.core.access;

/**
 * A secret that only {@link SecretBox} can read.
 *
 * @param base64 nonce, ciphertext and tag
 */
public record SealedSecret(String base64) {
    @Override
    public String toString() {
        return "SealedSecret[…]";
    }
}
