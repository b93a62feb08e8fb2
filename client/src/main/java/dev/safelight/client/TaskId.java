package dev.safelight.client;

/** Which task is meant, as in {@code task_01K9…}. Opaque: compare it and hand it back. */
public record TaskId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
