package dev.safelight.server.outbound;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Addresses as text, in the one spelling that everybody reads alike. The JDK's own reading is not
 * used: it takes an IPv4 address of one to three parts, and makes IPv4 of a mapped one.
 */
final class AddressText {
    private static final Pattern PART = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private AddressText() {}

    /** Its 4 or 16 bytes, or null where it is no address. */
    static byte @Nullable [] read(String text) {
        return text.indexOf(':') < 0 ? readV4(text) : readV6(text);
    }

    /** Four decimal numbers without leading zeros. */
    static byte @Nullable [] readV4(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 4) return null;
        byte[] address = new byte[4];
        for (int at = 0; at < 4; at++) {
            if (!PART.matcher(parts[at]).matches()) return null;
            int number = Integer.parseInt(parts[at]);
            if (number > 255) return null;
            address[at] = (byte) number;
        }
        return address;
    }

    /** Without brackets and without a zone, which names a card of this machine. */
    static byte @Nullable [] readV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text);
            return all != null && all.length == 16 ? all : null;
        }
        byte[] front = groups(text.substring(0, gap));
        byte[] back = groups(text.substring(gap + 2));
        // A gap stands for one group at least.
        if (front == null || back == null || front.length + back.length > 14) return null;
        if (text.substring(0, gap).indexOf('.') >= 0) return null;
        byte[] address = Arrays.copyOf(front, 16);
        System.arraycopy(back, 0, address, 16 - back.length, back.length);
        return address;
    }

    /** Groups of 16 bits; the last 32 may be written as an IPv4 address. */
    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) return new byte[0];
        var parts = text.split(":", -1);
        if (parts.length > 8) return null;
        byte[] bytes = new byte[0];
        for (int at = 0; at < parts.length; at++) {
            byte[] more = at == parts.length - 1 && parts[at].indexOf('.') >= 0
                    ? readV4(parts[at])
                    : group(parts[at]);
            if (more == null) return null;
            int length = bytes.length;
            bytes = Arrays.copyOf(bytes, length + more.length);
            System.arraycopy(more, 0, bytes, length, more.length);
        }
        return bytes;
    }

    private static byte @Nullable [] group(String text) {
        if (!GROUP.matcher(text).matches()) return null;
        int number = Integer.parseInt(text, 16);
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    /** For people, and for the authority of a URL within brackets. */
    static String write(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("no address has that length", impossible);
        }
    }
}
