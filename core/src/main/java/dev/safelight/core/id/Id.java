package dev.safelight.core.id;

import java.util.Optional;

/**
 * 128 bits: 48 of milliseconds since 1970, 12 of the account's bucket, 68 of chance. Written as 26
 * Crockford base-32 characters, so ids sort by the moment they were made.
 *
 * @param hi milliseconds, bucket and the first four random bits
 * @param lo the other 64 random bits
 */
public record Id(long hi, long lo) implements Comparable<Id> {
    public static final int LENGTH = 26;
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    /** The milliseconds since 1970 at which this id was made. */
    public long millis() {
        return hi >>> 16;
    }

    /** The account's bucket, 0-4095: enough to route a read without a lookup. */
    public int bucket() {
        return (int) (hi >>> 4) & 0xFFF;
    }

    /** Reads 26 Crockford characters, in either case; anything else is empty. */
    public static Optional<Id> parse(String text) {
        if (text.length() != LENGTH || digit(text.charAt(0)) > 7) return Optional.empty();
        long hi = 0;
        long lo = 0;
        for (int at = 0; at < LENGTH; at++) {
            int digit = digit(text.charAt(at));
            if (digit < 0) return Optional.empty();
            hi = hi << 5 | lo >>> 59;
            lo = lo << 5 | digit;
        }
        return Optional.of(new Id(hi, lo));
    }

    private static int digit(char c) {
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        for (int value = 0; value < DIGITS.length; value++) {
            if (DIGITS[value] == upper) return value;
        }
        return -1;
    }

    /** The 26 characters that the world sees, without a prefix. */
    @Override
    public String toString() {
        char[] text = new char[LENGTH];
        long high = hi;
        long low = lo;
        for (int at = LENGTH - 1; at >= 0; at--) {
            text[at] = DIGITS[(int) low & 31];
            low = low >>> 5 | high << 59;
            high >>>= 5;
        }
        return new String(text);
    }

    @Override
    public int compareTo(Id other) {
        int byHigh = Long.compareUnsigned(hi, other.hi);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(lo, other.lo);
    }
}
