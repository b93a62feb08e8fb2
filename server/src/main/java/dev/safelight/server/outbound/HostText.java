package dev.safelight.server.outbound;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the host of a URL. What some resolver takes for an address never passes as a name. */
final class HostText {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)" + LABEL + "([.]" + LABEL + ")*");

    /** As in 127.1, 0x7f000001, 2130706433 and 017.0.0.1: addresses to many resolvers. */
    private static final Pattern NUMBER_AT_THE_END =
            Pattern.compile("(.*[.])?([0-9]+|0x[0-9a-f]*)[.]?");

    private HostText() {}

    /**
     * Reads one.
     *
     * @param written as in a URL, IPv6 in brackets
     */
    static OutboundHost read(String written) throws UrlFault {
        if (written.startsWith("[")) return bracketed(written);
        var ascii = ascii(written);
        if (NUMBER_AT_THE_END.matcher(ascii).matches()) {
            byte[] address = AddressText.readV4(ascii);
            if (address == null)
                throw new UrlFault("must name a host, or an address by four decimal numbers");
            return new OutboundHost.Literal(address(address), ascii);
        }
        if (!NAME.matcher(ascii).matches()) throw noHost();
        return new OutboundHost.Name(ascii);
    }

    private static OutboundHost bracketed(String written) throws UrlFault {
        byte[] address = written.endsWith("]")
                ? AddressText.readV6(written.substring(1, written.length() - 1))
                : null;
        if (address == null) throw new UrlFault("must have an IPv6 address in its brackets");
        var read = address(address);
        return new OutboundHost.Literal(read, "[" + read.getHostAddress() + "]");
    }

    /** International names become ASCII, and wide digits and dots too; all is judged after that. */
    private static String ascii(String written) throws UrlFault {
        try {
            return IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            throw noHost();
        }
    }

    private static UrlFault noHost() {
        return new UrlFault("must name a host such as hooks.example.com");
    }

    /** Sixteen bytes stay IPv6: the JDK's usual way makes IPv4 of a mapped address. */
    private static InetAddress address(byte[] bytes) {
        try {
            return bytes.length == 16
                    ? Inet6Address.getByAddress(null, bytes, -1)
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("no address has that length", impossible);
        }
    }
}
