package dev.safelight.core.access;

import java.util.List;

/** Keys for signing addresses and cursors: drawn once, kept, and rotated without breaking links. */
public interface Secrets {

    /** All secrets of a purpose, the one to sign with first; answers from memory. */
    List<Secret> all(String purpose);

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
