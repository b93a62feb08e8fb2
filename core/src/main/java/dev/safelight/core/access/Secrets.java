package dev.safelight.core.access;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keys for signing addresses and cursors: drawn once, kept, and rotated without breaking links. */
public interface Secrets {

    /** All secrets of a purpose, the one to sign with first; answers from memory, none at first. */
    List<Secret> all(String purpose);

    /** Draws a secret to sign with from here on; the earlier ones still check. */
    CompletableFuture<Secret> rotate(String purpose);

    /**
     * One secret.
     *
     * @param number named beside a signature, so that the right secret checks it
     * @param hex 64 hexadecimal characters
     */
    record Secret(int number, String hex) {
        @Override
        public String toString() {
            return "Secret[number=" + number + "]";
        }
    }
}
