package dev.safelight.server.http.face;

/** Which of two headers counts when a caller sends a key in both. */
public enum KeyOrder {
    /** {@code Authorization: Bearer}, else {@code x-api-key}. */
    AUTHORIZATION_FIRST,
    /** {@code x-api-key}, else {@code Authorization: Bearer}. */
    API_KEY_FIRST
}
