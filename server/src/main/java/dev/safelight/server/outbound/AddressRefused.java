package dev.safelight.server.outbound;

/** A host leads to nothing that may be called; why is nobody's business. */
final class AddressRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AddressRefused() {
        super("the address cannot be called", null, false, false);
    }
}
