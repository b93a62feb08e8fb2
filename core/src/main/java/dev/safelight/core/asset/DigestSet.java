package dev.safelight.core.asset;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The first 64 bits of many digests: 8 bytes each, where whole digests with a table around them
 * would take over 100. Digests are added first, then sorted once, then looked up.
 */
final class DigestSet {
    private long[] heads = new long[1_024];
    private int count;

    void add(String digest) {
        if (count == heads.length) heads = Arrays.copyOf(heads, count * 2);
        heads[count++] = head(digest);
    }

    void sort() {
        Arrays.sort(heads, 0, count);
    }

    /** Whether the digest, or in rare cases another that begins like it, was added. */
    boolean mayContain(String digest) {
        return Arrays.binarySearch(heads, 0, count, head(digest)) >= 0;
    }

    private static long head(String digest) {
        return HexFormat.fromHexDigitsToLong(digest, 0, 16);
    }
}
