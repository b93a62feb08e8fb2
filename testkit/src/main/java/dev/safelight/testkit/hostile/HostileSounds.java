package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.kept;
import static dev.safelight.testkit.hostile.HostileFile.tooMuch;

import java.util.List;

/** WAV, FLAC, MP3 and Ogg: lengths that lie, channels that nobody has, pages without end. */
final class HostileSounds {
    private static final String WAV = "audio/wav";

    private HostileSounds() {}

    static List<HostileFile> all() {
        return List.of(
                damaged("wav-of-no-channels", () -> wav(0, 8_000, 4)),
                damaged("wav-of-65535-channels", () -> wav(65_535, 8_000, 4)),
                damaged("wav-of-no-rate", () -> wav(1, 0, 4)),
                damaged("wav-of-four-thousand-million-hertz", () -> wav(1, 0xFFFFFFFFL, 4)),
                damaged("wav-cut-off-in-its-format", () -> Bytes.cut(wav(1, 8_000, 4), 30)),
                damaged(
                        "wav-without-a-format",
                        () -> riff().text("data").little32(4).zeros(4).all()),
                damaged("wav-of-a-chunk-of-four-gigabytes", HostileSounds::longChunk),
                damaged("wav-of-a-hundred-thousand-chunks", HostileSounds::manyChunks),
                kept("wav-that-claims-four-gigabytes", WAV, () -> wav(1, 8_000, 0xFFFFFFFFL)),
                tooMuch("wav-of-one-sample-a-second", () -> wav(1, 1, 1 << 20, 1 << 20)),
                damaged("flac-of-no-rate", () -> flac(0, 0, 4_096)),
                damaged("flac-of-blocks-of-one-sample", () -> flac(44_100, 99, 1)),
                damaged("flac-of-2-to-the-36-samples", () -> flac(44_100, (1L << 36) - 1, 4_096)),
                damaged("flac-cut-off-in-its-header", () -> Bytes.cut(flac(8_000, 9, 4_096), 12)),
                damaged("flac-without-sound", () -> Bytes.cut(flac(8_000, 9, 4_096), 42)),
                damaged("flac-of-endless-padding", HostileSounds::padding),
                damaged(
                        "mp3-with-a-tag-of-256-megabytes",
                        () -> tag().zeros(5_000).all()),
                damaged(
                        "mp3-that-is-a-tag-alone",
                        () -> Bytes.of("ID3\4\0\0\0\0\0\0").zeros(9).all()),
                damaged("mp3-with-a-tag-and-html", HostileSounds::html),
                damaged(
                        "ogg-of-endless-empty-pages",
                        () -> page(0).times(50_000, page(0).all()).all()),
                damaged(
                        "ogg-of-pages-full-of-zeros",
                        () -> page(255).times(40, page(255).all()).all()),
                damaged(
                        "ogg-cut-off-in-its-first-page",
                        () -> Bytes.of("OggS\0\2\0\0").all()));
    }

    private static Bytes riff() {
        return Bytes.of("RIFF\0\0\0\0WAVE");
    }

    private static byte[] wav(int channels, long hertz, long claimed) {
        return wav(channels, hertz, claimed, 8);
    }

    private static byte[] wav(int channels, long hertz, long claimed, int bytes) {
        return riff().text("fmt ")
                .little32(16)
                .little16(1)
                .little16(channels)
                .little32(hertz)
                .little32(hertz)
                .little16(1)
                .little16(8)
                .text("data")
                .little32(claimed)
                .zeros(bytes)
                .all();
    }

    private static byte[] longChunk() {
        return riff().text("LIST").little32(0xFFFFFFFFL).zeros(50).all();
    }

    private static byte[] manyChunks() {
        var chunk = Bytes.of("junk").little32(0).all();
        return riff().times(100_000, chunk).all();
    }

    private static byte[] flac(int hertz, long samples, int block) {
        return Bytes.of("fLaC")
                .u8(0x80, 0, 0, 34)
                .u16(block)
                .u16(block)
                .zeros(6)
                .u32((long) hertz << 12 | 15 << 4 | samples >> 32)
                .u32(samples)
                .zeros(16)
                .u16(0xFFF8)
                .zeros(20)
                .all();
    }

    private static byte[] padding() {
        var block = new Bytes().u8(1, 0, 0, 0).all();
        return Bytes.of("fLaC").u8(0, 0, 0, 34).zeros(34).times(100_000, block).all();
    }

    /** A tag says its length in four times seven bits. */
    private static Bytes tag() {
        return Bytes.of("ID3\4\0\0\u007F\u007F\u007F\u007F");
    }

    private static byte[] html() {
        var html = "<html><script>alert(document.domain)</script>";
        return Bytes.of("ID3\4\0\0\0\0\0")
                .u8(html.length())
                .text(html)
                .zeros(2_000)
                .all();
    }

    private static Bytes page(int segments) {
        return Bytes.of("OggS\0\2")
                .zeros(8)
                .u32(1)
                .zeros(8)
                .u8(segments)
                .times(segments, new byte[] {(byte) 255})
                .zeros(segments * 255);
    }
}
