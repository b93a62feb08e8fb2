package dev.safelight.media.pack;

/** A pack could not be had; the message is for people and says what to do. */
public final class PackFailure extends Exception {
    private static final long serialVersionUID = 1L;

    PackFailure(String message) {
        super(message);
    }
}
