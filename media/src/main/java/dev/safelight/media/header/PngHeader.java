package dev.safelight.media.header;

import java.io.IOException;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Of a PNG.
 *
 * @param bits of one sample
 * @param samples of one pixel
 * @param frames more than one where it is animated
 */
public record PngHeader(int width, int height, int bits, int samples, long frames) {
    public static final String MAGIC = "\u0089PNG\r\n\u001A\n";
    private static final int MOST_CHUNKS = 10_000;
    private static final int FIRST = 8;
    private static final int AFTER_FIRST = 33;

    /** How many samples a kind of pixel has. */
    private static int samples(int kind) throws Unfit {
        return switch (kind) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw Unfit.damaged("The PNG is of an unknown kind of pixels.");
        };
    }

    /** Up to the first picture data. */
    public static PngHeader read(FileBytes file) throws IOException, Unfit {
        if (file.u32(FIRST) != 13 || !file.has(FIRST + 4, "IHDR"))
            throw Unfit.damaged("The PNG does not begin with its header.");
        var sum = new CRC32();
        sum.update(file.bytes(FIRST + 4, 17));
        if (sum.getValue() != file.u32(FIRST + 21))
            throw Unfit.damaged("The PNG's header does not match its check sum.");
        int kind = file.u8(25);
        int bits = file.u8(24);
        if (!isPossible(bits, kind) || file.u8(26) != 0 || file.u8(27) != 0 || file.u8(28) > 1)
            throw Unfit.damaged("The PNG's header contradicts itself.");
        return new PngHeader(
                Sides.of(file.u32(16)), Sides.of(file.u32(20)), bits, samples(kind), frames(file));
    }

    private static boolean isPossible(int bits, int kind) {
        return switch (kind) {
            case 0 -> Set.of(1, 2, 4, 8, 16).contains(bits);
            case 3 -> Set.of(1, 2, 4, 8).contains(bits);
            default -> bits == 8 || bits == 16;
        };
    }

    private static long frames(FileBytes file) throws IOException, Unfit {
        long at = AFTER_FIRST;
        long frames = 1;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            long length = file.u32(at);
            if (file.has(at + 4, "IDAT") && length > 0) {
                file.u8(at + 8);
                return frames;
            }
            if (file.has(at + 4, "IEND")) throw Unfit.damaged("The PNG has no picture data.");
            if (file.has(at + 4, "acTL")) frames = Math.max(1, file.u32(at + 8));
            at += length + 12;
        }
        throw Unfit.damaged("The PNG has too many parts before its picture data.");
    }
}
