package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.kept;
import static dev.safelight.testkit.hostile.HostileFile.tooMuch;
import static dev.safelight.testkit.hostile.HostileFile.unknown;

import java.util.List;

/** MP4 and WebM: boxes that nest, lie or point elsewhere. */
final class HostileClips {
    private static final int ONE_SECOND = 1_000;

    private HostileClips() {}

    static List<HostileFile> all(String canary) {
        return List.of(
                damaged("mp4-of-its-first-box", () -> type().all()),
                damaged("mp4-of-boxes-nested-a-hundred-thousand-deep", HostileClips::nested),
                damaged(
                        "mp4-of-a-box-of-no-length",
                        () -> type().u32(0).text("moov").all()),
                damaged(
                        "mp4-of-a-box-of-length-one",
                        () -> type().u32(1).text("moov").zeros(8).all()),
                damaged("mp4-of-a-box-of-eight-exabytes", HostileClips::hugeBox),
                damaged("mp4-of-a-hundred-thousand-empty-boxes", HostileClips::manyBoxes),
                unknown("mp4-cut-off-in-its-tracks", HostileClips::cutOff),
                damaged("mp4-of-a-hundred-thousand-tracks", HostileClips::manyTracks),
                tooMuch("mp4-whose-table-claims-four-thousand-million", HostileClips::table),
                kept("mp4-whose-data-lies-on-the-network", "video/mp4", () -> film(track(canary))),
                kept("mp4-whose-data-is-a-local-file", "video/mp4", HostileClips::localFile),
                kept("mp4-whose-data-is-an-alias", "video/mp4", HostileClips::alias),
                tooMuch("mp4-of-two-thousand-million-frames", HostileClips::manyFrames),
                tooMuch("mp4-of-a-million-frames-in-a-second", HostileClips::fastFrames),
                unknown("mp4-whose-first-box-claims-four-bytes", HostileClips::shortBox),
                damaged("webm-of-its-header", () -> webm().all()),
                damaged("webm-of-clusters-without-length", HostileClips::clusters),
                damaged("webm-whose-segment-claims-everything", HostileClips::segment),
                damaged("webm-nested-a-hundred-thousand-deep", HostileClips::deepWebm),
                kept("webm-of-lacing-that-lies", "audio/webm", HostileClips::lacing),
                kept("webm-of-a-length-that-leads-back", "audio/webm", HostileClips::leadingBack));
    }

    private static byte[] box(String type, byte[] content) {
        return new Bytes().u32(content.length + 8).text(type).add(content).all();
    }

    private static byte[] boxes(byte[]... content) {
        var all = new Bytes();
        for (var box : content) all.add(box);
        return all.all();
    }

    private static Bytes type() {
        return new Bytes().add(box("ftyp", Bytes.of("isom\0\0\0\0isom").all()));
    }

    /** From the outside in, so that making it costs no more than it does. */
    private static byte[] nested() {
        int depth = 100_000;
        var boxes = type();
        for (int i = 0; i < depth; i++) boxes.u32(8L * (depth - i)).text(i == 0 ? "moov" : "udta");
        return boxes.all();
    }

    private static byte[] hugeBox() {
        return type().u32(1)
                .text("moov")
                .u32(0x7FFFFFFF)
                .u32(0xFFFFFFFFL)
                .zeros(99)
                .all();
    }

    private static byte[] manyBoxes() {
        return type().times(100_000, box("free", new byte[0])).all();
    }

    private static byte[] film(byte[] track) {
        return film(track, ONE_SECOND);
    }

    private static byte[] film(byte[] track, long length) {
        var header = new Bytes().zeros(12).u32(ONE_SECOND).u32(length).zeros(80).all();
        return type().add(box("moov", boxes(box("mvhd", header), track)))
                .add(box("mdat", new byte[100]))
                .all();
    }

    /** A track of pictures whose data lies at an address. */
    private static byte[] track(String address) {
        var place = Bytes.of("\0\0\0\0").text(address).u8(0).all();
        var places = new Bytes().u32(0).u32(1).add(box("url ", place)).all();
        return track(box("dinf", box("dref", places)), 1);
    }

    /** As QuickTime names a file of the same machine: players follow it when they may. */
    private static byte[] alias() {
        var path = "disk:/etc/passwd";
        var name = new Bytes()
                .zeros(14)
                .u8(4)
                .text("disk")
                .zeros(35)
                .u8(6)
                .text("passwd")
                .zeros(73)
                .u16(0)
                .u16(0)
                .zeros(16)
                .u16(2)
                .u16(path.length())
                .text(path)
                .u16(0xFFFF)
                .zeros(64);
        var places = new Bytes().u32(0).u32(1).add(box("alis", name.all())).all();
        return film(track(box("dinf", box("dref", places)), 1));
    }

    private static byte[] track(byte[] place, long samples) {
        return track(place, samples, ONE_SECOND);
    }

    private static byte[] track(byte[] place, long samples, int aSecond) {
        var media = new Bytes().zeros(12).u32(aSecond).u32(aSecond).zeros(4).all();
        var handler = new Bytes().zeros(8).text("vide").zeros(13).all();
        var picture =
                new Bytes().zeros(7).u8(1).zeros(16).u16(16).u16(16).zeros(50).all();
        var kinds = new Bytes().u32(0).u32(1).add(box("jpeg", picture)).all();
        var times = new Bytes().u32(0).u32(1).u32(samples).u32(1).all();
        var sizes = new Bytes().u32(0).u32(10).u32(samples).all();
        var chunks = new Bytes().u32(0).u32(1).u32(1).u32(1).u32(1).all();
        var offsets = new Bytes().u32(0).u32(1).u32(0).all();
        var tables = box(
                "stbl",
                boxes(
                        box("stsd", kinds),
                        box("stts", times),
                        box("stsc", chunks),
                        box("stsz", sizes),
                        box("stco", offsets)));
        var inside = boxes(box("vmhd", new byte[12]), place, tables);
        return box(
                "trak",
                boxes(
                        box("tkhd", new byte[84]),
                        box(
                                "mdia",
                                boxes(
                                        box("mdhd", media),
                                        box("hdlr", handler),
                                        box("minf", inside)))));
    }

    private static byte[] cutOff() {
        return Bytes.cut(film(track(new byte[0], 1)), 150);
    }

    private static byte[] table() {
        return film(track(new byte[0], 0xFFFFFFFFL));
    }

    private static byte[] manyTracks() {
        return film(new Bytes().times(100_000, box("trak", new byte[0])).all());
    }

    private static byte[] localFile() {
        return film(track("file:///etc/passwd"));
    }

    private static byte[] manyFrames() {
        return film(track(new byte[0], 0x7FFFFFFF), 0xFFFFFFFEL);
    }

    private static byte[] fastFrames() {
        return film(track(new byte[0], 1_000_000, 1_000_000));
    }

    private static byte[] shortBox() {
        return new Bytes().u32(4).text("ftypisom").zeros(100).all();
    }

    private static Bytes webm() {
        return new Bytes().u32(0x1A45DFA3).u8(0x87, 0x42, 0x82, 0x84).text("webm");
    }

    private static Bytes endless(Bytes to, long id) {
        return to.u32(id).u8(1).times(7, new byte[] {(byte) 255});
    }

    private static byte[] clusters() {
        var cluster = endless(new Bytes(), 0x1F43B675).all();
        return endless(webm(), 0x18538067).times(50_000, cluster).all();
    }

    private static byte[] segment() {
        return webm().u32(0x18538067)
                .u8(1)
                .times(7, new byte[] {(byte) 254})
                .zeros(500)
                .all();
    }

    private static byte[] deepWebm() {
        var group = new Bytes().u8(0xA0, 1).times(7, new byte[] {(byte) 255}).all();
        return endless(endless(webm(), 0x18538067), 0x1F43B675)
                .times(100_000, group)
                .all();
    }

    /** A length of nine bytes is negative, and as much as it takes itself. */
    private static byte[] leadingBack() {
        return new Bytes()
                .add(lacing())
                .u8(0xEC, 0)
                .times(7, new byte[] {(byte) 255})
                .u8(0xF6)
                .zeros(20)
                .all();
    }

    /** One track of sound, then a block that claims 256 frames in it. */
    private static byte[] lacing() {
        var track = new Bytes()
                .u8(0xAE, 0x90, 0xD7, 0x81, 1, 0x83, 0x81, 2, 0x86, 0x86)
                .text("A_OPUS")
                .u8(0xE1, 0x80)
                .all();
        var block =
                new Bytes().u8(0xA3, 0x88, 0x81, 0, 0, 6, 255, 255, 255, 255).all();
        return endless(
                        endless(webm(), 0x18538067)
                                .u32(0x1654AE6B)
                                .u8(0x80 | track.length)
                                .add(track),
                        0x1F43B675)
                .times(1_000, block)
                .all();
    }
}
