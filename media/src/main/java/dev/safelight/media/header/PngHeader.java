package dev.safelight.media.header;

import java.io.IOException;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Of a PNG.
 *
 * @param bits of one sample
 * @param kind of its pixels, as it is written
 */
public record PngHeader(int width, int height, int bits, int kind, Parts parts) {
    public static final String MAGIC = "\u0089PNG\r\n\u001A\n";
    private static final int MOST_CHUNKS = 10_000;
    private static final int FIRST = 8;
    private static final int AFTER_FIRST = 33;
    private static final int MOST_COLOURS = 256;
    private static final int NUMBERED = 3;

    /**
     * What stands between its first bytes and its picture data.
     *
     * @param frames more than one where it is animated
     * @param colours those that its pixels are numbers of, three bytes each
     * @param clearness which colours shine through; what the bytes mean goes by the kind
     * @param data where the picture data begins, with the length and name of its first part
     */
    public record Parts(long frames, Range colours, Range clearness, long data) {}

    /** Whether its pixels are numbers of colours. */
    public boolean isNumbered() {
        return kind == NUMBERED;
    }

    /** The colours that its pixels are numbers of, with their alpha. */
    public int[] palette(FileBytes file) throws IOException, UnfitFile {
        var palette = new int[(int) parts.colours.length() / 3];
        for (int i = 0; i < palette.length; i++) {
            var clear = parts.clearness;
            int alpha = i < clear.length() ? file.u8(clear.from() + i) : 255;
            long colour = parts.colours.from() + 3L * i;
            palette[i] = alpha << 24 | file.u16(colour) << 8 | file.u8(colour + 2);
        }
        return palette;
    }

    /** How many samples a pixel has. */
    public int samples() {
        return switch (kind) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** Up to the first picture data. */
    public static PngHeader read(FileBytes file) throws IOException, UnfitFile {
        if (file.u32(FIRST) != 13 || !file.has(FIRST + 4, "IHDR"))
            throw UnfitFile.damaged("The PNG does not begin with its header.");
        var sum = new CRC32();
        sum.update(file.bytes(FIRST + 4, 17));
        if (sum.getValue() != file.u32(FIRST + 21))
            throw UnfitFile.damaged("The PNG's header does not match its check sum.");
        int kind = file.u8(25);
        int bits = file.u8(24);
        if (!isPossible(bits, kind) || file.u8(26) != 0 || file.u8(27) != 0 || file.u8(28) > 1)
            throw UnfitFile.damaged("The PNG's header contradicts itself.");
        var parts = parts(file);
        if (kind == NUMBERED && parts.colours().length() < 3)
            throw UnfitFile.damaged("The PNG does not say its colours.");
        return new PngHeader(Sides.of(file.u32(16)), Sides.of(file.u32(20)), bits, kind, parts);
    }

    private static boolean isPossible(int bits, int kind) {
        return switch (kind) {
            case 0 -> Set.of(1, 2, 4, 8, 16).contains(bits);
            case NUMBERED -> Set.of(1, 2, 4, 8).contains(bits);
            case 2, 4, 6 -> bits == 8 || bits == 16;
            default -> false;
        };
    }

    private static Parts parts(FileBytes file) throws IOException, UnfitFile {
        long at = AFTER_FIRST;
        long frames = 1;
        var colours = Range.NONE;
        var clearness = Range.NONE;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            long length = file.u32(at);
            if (file.has(at + 4, "IDAT") && length > 0) {
                file.u8(at + 8);
                return new Parts(frames, colours, clearness, at);
            }
            if (file.has(at + 4, "IEND")) throw UnfitFile.damaged("The PNG has no picture data.");
            if (file.has(at + 4, "acTL")) frames = Math.max(1, file.u32(at + 8));
            if (file.has(at + 4, "PLTE")) colours = table(file, at, 3 * MOST_COLOURS);
            if (file.has(at + 4, "tRNS")) clearness = table(file, at, MOST_COLOURS);
            at += length + 12;
        }
        throw UnfitFile.damaged("The PNG has too many parts before its picture data.");
    }

    /** Decoders keep it whole, however long it is. */
    private static Range table(FileBytes file, long at, int most) throws IOException, UnfitFile {
        long length = file.u32(at);
        if (length > most) throw UnfitFile.damaged("The PNG has more colours than a PNG can have.");
        return new Range(at + 8, at + 8 + length);
    }
}
