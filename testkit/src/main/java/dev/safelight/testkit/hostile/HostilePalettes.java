package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.kept;
import static dev.safelight.testkit.hostile.HostilePngs.chunk;

import java.util.List;

/** PNG with numbered colours, large enough to be decoded: decoders keep more of those. */
final class HostilePalettes {
    private static final String TYPE = "image/png";
    private static final int SIDE = 600;
    private static final int MEGABYTES = 1 << 20;

    private HostilePalettes() {}

    static List<HostileFile> all() {
        return List.of(
                damaged("png-with-a-palette-of-8-megabytes", () -> picture(8 * MEGABYTES, 2)),
                damaged("png-with-a-million-clear-colours", () -> picture(6, 1_000_000)),
                damaged("png-without-the-colours-that-it-numbers", () -> picture(0, 2)),
                kept("png-with-colours-and-a-profile-bomb", TYPE, () -> zip("iCCP", "name\0\0")),
                kept("png-with-colours-and-a-text-bomb", TYPE, () -> zip("zTXt", "name\0\0")),
                kept("png-with-colours-and-a-name-bomb", TYPE, () -> zip("iTXt", "name\0\1\0\0\0")),
                kept("png-with-colours-and-two-million-chunks", TYPE, HostilePalettes::chunks),
                kept("png-with-colours-and-a-long-chunk", TYPE, HostilePalettes::longChunk));
    }

    private static Bytes begin(int colours, int clear) {
        var begin = chunk(HostilePngs.header(SIDE, SIDE, 8, 3), "gAMA", new byte[4]);
        if (colours > 0) chunk(begin, "PLTE", new byte[colours]);
        return chunk(begin, "tRNS", new byte[clear]);
    }

    private static Bytes pixels(Bytes begin) {
        return chunk(begin, "IDAT", Bytes.deflatedZeros(SIDE * (SIDE + 1)));
    }

    private static byte[] picture(int colours, int clear) {
        return chunk(pixels(begin(colours, clear)), "IEND").all();
    }

    private static byte[] zip(String type, String name) {
        var text = Bytes.of(name).add(Bytes.deflatedZeros(256 * MEGABYTES)).all();
        return chunk(pixels(chunk(begin(6, 2), type, text)), "IEND").all();
    }

    /** Behind the pixels, where none of its headers is read. */
    private static byte[] chunks() {
        var many = chunk(new Bytes(), "xxXx").all();
        return chunk(pixels(begin(6, 2)).times(2_000_000, many), "IEND").all();
    }

    private static byte[] longChunk() {
        var whole = chunk(pixels(begin(6, 2)), "xxXx", new byte[48 * MEGABYTES]);
        return chunk(whole, "IEND").all();
    }
}
