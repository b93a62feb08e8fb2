package dev.safelight.client;

/** Which session is meant, as in {@code sess_01K9…}. Opaque: compare it and hand it back. */
public record SessionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
