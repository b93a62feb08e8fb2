package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.tooMuch;

import java.util.List;

/** WebP: sizes that lie or differ, frames without end. */
final class HostileWebps {
    private static final int ANIMATED = 2;

    private HostileWebps() {}

    static List<HostileFile> all() {
        return List.of(
                tooMuch("webp-of-16383-by-16383", () -> riff(lossless(16_383, 16_383))),
                tooMuch("webp-whose-canvas-is-16-million-wide", HostileWebps::wideCanvas),
                tooMuch("webp-of-fifteen-thousand-frames", HostileWebps::manyFrames),
                damaged("webp-of-thirty-thousand-frames-among-others", HostileWebps::scattered),
                damaged("webp-whose-canvas-and-picture-differ", HostileWebps::twoSizes),
                damaged("webp-whose-frame-lies-outside", HostileWebps::outside),
                damaged("webp-without-a-picture", () -> riff(canvas(0, 9, 9))),
                damaged("webp-of-no-height", () -> riff(lossy(9, 0))),
                damaged("webp-cut-off-in-its-picture", () -> Bytes.cut(riff(lossy(9, 9)), 24)),
                damaged(
                        "webp-of-zeros",
                        () -> Bytes.of("RIFF\0\0\0\0WEBP").zeros(1_000).all()),
                damaged("webp-with-a-chunk-of-four-gigabytes", HostileWebps::endlessChunk),
                HostileFile.kept(
                        "webp-of-the-most-that-is-taken-and-no-data",
                        "image/webp",
                        () -> riff(lossless(10_000, 9_900))));
    }

    private static byte[] riff(byte[] chunks) {
        return Bytes.of("RIFF")
                .little32(chunks.length + 4)
                .text("WEBP")
                .add(chunks)
                .all();
    }

    private static byte[] chunk(String type, byte[] data) {
        return Bytes.of(type)
                .little32(data.length)
                .add(data)
                .zeros(data.length & 1)
                .all();
    }

    private static byte[] lossless(int width, int height) {
        long bits = (long) (height - 1) << 14 | width - 1;
        return chunk("VP8L", new Bytes().u8(0x2F).little32(bits).zeros(12).all());
    }

    private static byte[] lossy(int width, int height) {
        return chunk(
                "VP8 ",
                new Bytes()
                        .u8(0x10, 0, 0, 0x9D, 1, 0x2A)
                        .little16(width)
                        .little16(height)
                        .zeros(12)
                        .all());
    }

    private static byte[] canvas(int flags, int width, int height) {
        return chunk(
                "VP8X",
                new Bytes()
                        .u8(flags)
                        .zeros(3)
                        .little24(width - 1)
                        .little24(height - 1)
                        .all());
    }

    private static byte[] frame(int left, int width, int height) {
        return chunk(
                "ANMF",
                new Bytes()
                        .little24(left / 2)
                        .little24(0)
                        .little24(width - 1)
                        .little24(height - 1)
                        .little24(10)
                        .u8(0)
                        .add(lossless(width, height))
                        .all());
    }

    private static byte[] wideCanvas() {
        return riff(new Bytes()
                .add(canvas(ANIMATED, 1 << 24, 4))
                .add(frame(0, 4, 4))
                .all());
    }

    private static byte[] manyFrames() {
        return riff(new Bytes()
                .add(canvas(ANIMATED, 900, 900))
                .times(15_000, frame(0, 900, 900))
                .all());
    }

    /** A count that ends with so many parts comes to no more than half of them. */
    private static byte[] scattered() {
        var both = new Bytes().add(frame(0, 9, 9)).add(chunk("xxxx", new byte[0]));
        return riff(new Bytes()
                .add(canvas(ANIMATED, 9, 9))
                .times(30_000, both.all())
                .all());
    }

    private static byte[] twoSizes() {
        return riff(new Bytes().add(canvas(0, 9, 9)).add(lossless(9_000, 9_000)).all());
    }

    private static byte[] outside() {
        return riff(
                new Bytes().add(canvas(ANIMATED, 9, 9)).add(frame(4_000, 9, 9)).all());
    }

    private static byte[] endlessChunk() {
        return riff(new Bytes()
                .add(canvas(0, 9, 9))
                .text("ICCP")
                .little32(0xFFFFFFFFL)
                .zeros(50)
                .all());
    }
}
