package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.kept;
import static dev.safelight.testkit.hostile.HostileFile.tooMuch;

import java.util.List;
import java.util.zip.CRC32;

/** PNG: bombs of pixels and of texts, headers that lie. */
final class HostilePngs {
    private static final String MAGIC = "\u0089PNG\r\n\u001A\n";
    private static final String TYPE = "image/png";
    private static final int MEGABYTES = 1 << 20;

    private HostilePngs() {}

    static List<HostileFile> all() {
        return List.of(
                tooMuch("png-of-900-megapixels-in-a-bit-each", HostilePngs::bomb),
                tooMuch("png-of-a-side-of-two-thousand-million", () -> claims(0x7FFFFFFF, 1)),
                tooMuch("png-one-pixel-high-and-a-million-wide", () -> claims(1_000_000, 1)),
                damaged("png-of-a-negative-side", () -> claims(-1, 5)),
                damaged("png-of-no-width", () -> claims(0, 5)),
                damaged("png-of-no-height", () -> claims(5, 0)),
                damaged("png-with-a-wrong-check-sum", HostilePngs::wrongSum),
                damaged("png-of-kind-5", () -> header(4, 4, 8, 5).all()),
                damaged("png-of-three-bits-a-sample", () -> header(4, 4, 3, 0).all()),
                damaged(
                        "png-without-picture-data",
                        () -> chunk(header(4, 4, 8, 2), "IEND").all()),
                damaged("png-whose-first-chunk-is-another", HostilePngs::otherFirst),
                damaged("png-with-a-chunk-of-four-gigabytes", HostilePngs::endlessChunk),
                damaged("png-with-a-hundred-thousand-chunks", HostilePngs::manyChunks),
                damaged("png-cut-off-in-its-header", () -> Bytes.cut(claims(4, 4), 20)),
                damaged("png-cut-off-after-its-header", () -> Bytes.cut(claims(4, 4), 33)),
                kept("png-with-a-profile-that-unpacks-to-256-megabytes", TYPE, () -> zip("iCCP")),
                kept("png-with-a-text-that-unpacks-to-256-megabytes", TYPE, () -> zip("zTXt")),
                kept("png-with-a-name-that-unpacks-to-256-megabytes", TYPE, HostilePngs::iText),
                tooMuch("png-that-claims-four-thousand-million-frames", HostilePngs::frames),
                kept("png-whose-data-is-shorter-than-its-pixels", TYPE, () -> claims(9_000, 9_000)),
                kept("png-whose-data-never-ends", TYPE, HostilePngs::longData));
    }

    static Bytes header(int width, int height, int bits, int kind) {
        var header = new Bytes().u32(width).u32(height).u8(bits, kind, 0, 0, 0).all();
        return chunk(Bytes.of(MAGIC), "IHDR", header);
    }

    static Bytes chunk(Bytes to, String type, byte... data) {
        var sum = new CRC32();
        var checked = Bytes.of(type).add(data).all();
        sum.update(checked);
        return to.u32(data.length).add(checked).u32(sum.getValue());
    }

    /** A whole file of black pixels of one bit, with what it claims and one chunk of data. */
    static byte[] claims(int width, int height) {
        var whole = chunk(header(width, height, 1, 0), "IDAT", Bytes.deflatedZeros(64));
        return chunk(whole, "IEND").all();
    }

    private static byte[] bomb() {
        var pixels = Bytes.deflatedZeros(30_000 * (30_000 / 8 + 1));
        return chunk(chunk(header(30_000, 30_000, 1, 0), "IDAT", pixels), "IEND")
                .all();
    }

    private static byte[] wrongSum() {
        var file = claims(4, 4);
        file[30] ^= 1;
        return file;
    }

    private static byte[] otherFirst() {
        return chunk(chunk(Bytes.of(MAGIC), "tEXt", (byte) 'a'), "IDAT", new byte[9])
                .all();
    }

    private static byte[] endlessChunk() {
        return header(4, 4, 8, 2).u32(0xFFFFFFFFL).text("tEXt").zeros(100).all();
    }

    private static byte[] manyChunks() {
        var many = new Bytes();
        chunk(many, "tEXt", (byte) 'a', (byte) 0);
        return header(4, 4, 8, 2).times(100_000, many.all()).all();
    }

    private static byte[] zip(String type) {
        var text =
                Bytes.of("name\0\0").add(Bytes.deflatedZeros(256 * MEGABYTES)).all();
        return withPixels(chunk(header(8, 8, 8, 0), type, text));
    }

    private static byte[] iText() {
        var text = Bytes.of("name\0\1\0\0\0")
                .add(Bytes.deflatedZeros(256 * MEGABYTES))
                .all();
        return withPixels(chunk(header(8, 8, 8, 0), "iTXt", text));
    }

    private static byte[] withPixels(Bytes head) {
        return chunk(chunk(head, "IDAT", Bytes.deflatedZeros(8 * 9)), "IEND").all();
    }

    private static byte[] frames() {
        var count = new Bytes().u32(0xFFFFFFFFL).u32(0).all();
        return withPixels(chunk(header(8, 8, 8, 0), "acTL", count));
    }

    private static byte[] longData() {
        var data = Bytes.deflatedZeros(256 * MEGABYTES);
        return chunk(chunk(header(8, 8, 8, 0), "IDAT", data), "IEND").all();
    }
}
