package dev.safelight.server.outbound;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.Arrays;

/** Addresses that begin with the same bits, of one family: an IPv4 address is in no IPv6 block. */
final class AddressBlock {
    private final byte[] first;
    private final int bits;

    private AddressBlock(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /**
     * Reads one.
     *
     * @param text as in {@code 10.0.0.0/8} or {@code fd00::/8}; a single address is a block of one
     * @throws IllegalArgumentException says what is wrong with it
     */
    static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        byte[] first = AddressText.read(address);
        if (first == null)
            throw new IllegalArgumentException("'" + text + "' is neither an address nor a block of"
                    + " addresses such as 10.1.0.0/16 or fd00:1::/32");
        int all = first.length * 8;
        var block = new AddressBlock(
                first, slash < 0 ? all : bits(text, text.substring(slash + 1), all));
        block.requireNothingBehind(text);
        return block;
    }

    private static int bits(String text, String number, int all) {
        int bits = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : all + 1;
        if (bits > all)
            throw new IllegalArgumentException(
                    "'" + text + "' must end in a number from 0 to " + all + " behind its slash");
        return bits;
    }

    /** What an operator lists by mistake is worse than what has to be written again. */
    private void requireNothingBehind(String text) {
        byte[] masked = first.clone();
        for (int bit = bits; bit < first.length * 8; bit++)
            masked[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        if (!Arrays.equals(masked, first))
            throw new IllegalArgumentException("'" + text + "' has bits behind its first " + bits
                    + ": did you mean " + AddressText.write(masked) + "/" + bits + "?");
    }

    boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    boolean contains(byte @Nullable [] address) {
        if (address == null || address.length != first.length) return false;
        int whole = bits / 8;
        if (!Arrays.equals(first, 0, whole, address, 0, whole)) return false;
        int rest = bits % 8;
        return rest == 0 || ((first[whole] ^ address[whole]) & 0xff) >> (8 - rest) == 0;
    }
}
