package dev.safelight.server.outbound;

/** A URL that nobody may name, whatever it leads to. The message continues the field's name. */
final class UrlFault extends Exception {
    private static final long serialVersionUID = 1L;

    UrlFault(String message) {
        super(message, null, false, false);
    }
}
