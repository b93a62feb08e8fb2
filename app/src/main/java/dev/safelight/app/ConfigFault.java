package dev.safelight.app;

/** A setting cannot be used; the message says which, from where, and what would do. */
final class ConfigFault extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigFault(String message) {
        super(message);
    }
}
