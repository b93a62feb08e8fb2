package dev.safelight.server.outbound;

import java.net.InetAddress;

/**
 * The host of a URL, in the one form in which it is checked, resolved, shown to the receiver and
 * compared with its certificate.
 */
sealed interface OutboundHost {

    /** As it stands in a URL. */
    String text();

    /** An address that was written out. */
    record Literal(InetAddress address, String text) implements OutboundHost {}

    /** A name in ASCII and lower case, without a dot at its end. */
    record Name(String text) implements OutboundHost {}
}
