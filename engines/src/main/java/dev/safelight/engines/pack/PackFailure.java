package dev.safelight.engines.pack;

/** A pack could not be had; the message is for people and says what to do. */
final class PackFailure extends Exception {
    private static final long serialVersionUID = 1L;

    PackFailure(String message) {
        super(message);
    }
}
