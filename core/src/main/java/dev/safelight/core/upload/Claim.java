package dev.safelight.core.upload;

/** The right to bring the bytes of an announced file, for as long as they are wanted. */
final class Claim {
    private volatile boolean ended;

    void end() {
        ended = true;
    }

    boolean isGood() {
        return !ended;
    }
}
