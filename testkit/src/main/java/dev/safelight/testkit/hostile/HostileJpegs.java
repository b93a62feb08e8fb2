package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.kept;

import java.util.List;

/** JPEG: sides that lie, parts that never end, passes without end, script in comments. */
final class HostileJpegs {
    private static final String TYPE = "image/jpeg";

    private HostileJpegs() {}

    static List<HostileFile> all() {
        return List.of(
                HostileFile.tooMuch("jpeg-of-65535-by-65535", () -> claims(65_535, 65_535)),
                damaged("jpeg-of-no-width", () -> claims(0, 9)),
                damaged("jpeg-of-no-height", () -> claims(9, 0)),
                damaged("jpeg-without-a-size", () -> begin().add(scan()).all()),
                damaged("jpeg-that-says-its-size-twice", HostileJpegs::twice),
                damaged("jpeg-cut-off-in-its-size", () -> Bytes.cut(claims(9, 9), 8)),
                damaged(
                        "jpeg-with-a-part-of-no-length",
                        () -> begin().u16(0xFFE0).u16(0).all()),
                damaged(
                        "jpeg-of-fill-bytes",
                        () -> begin().times(500_000, fill()).all()),
                damaged("jpeg-of-endless-comments", HostileJpegs::comments),
                kept("jpeg-with-script-in-its-comment", TYPE, HostileJpegs::script),
                kept("jpeg-with-a-directory-that-points-to-itself", TYPE, HostileJpegs::exif),
                kept("jpeg-of-ten-thousand-passes", TYPE, HostileJpegs::passes),
                kept("jpeg-with-120-megabytes-of-profiles", TYPE, () -> profiles(2_000)),
                kept("jpeg-of-a-part-for-each-colour", TYPE, HostileJpegs::apart),
                kept("jpeg-that-is-a-jar-as-well", TYPE, HostileJpegs::jar));
    }

    private static Bytes begin() {
        return new Bytes().u16(0xFFD8);
    }

    private static byte[] fill() {
        return new byte[] {(byte) 0xFF};
    }

    private static byte[] size(int mark, int width, int height) {
        return new Bytes()
                .u16(mark)
                .u16(11)
                .u8(8)
                .u16(height)
                .u16(width)
                .u8(1, 1, 0x11, 0)
                .all();
    }

    private static byte[] scan() {
        return new Bytes().u16(0xFFDA).u16(8).u8(1, 1, 0, 0, 63, 0).zeros(20).all();
    }

    private static byte[] claims(int width, int height) {
        return whole(begin().add(size(0xFFC0, width, height)));
    }

    private static byte[] whole(Bytes head) {
        return head.add(scan()).u16(0xFFD9).all();
    }

    private static byte[] twice() {
        return whole(begin().add(size(0xFFC0, 9, 9)).add(size(0xFFC0, 60_000, 60_000)));
    }

    private static byte[] comments() {
        var comment = new Bytes().u16(0xFFFE).u16(4).zeros(2).all();
        return whole(begin().times(100_000, comment).add(size(0xFFC0, 9, 9)));
    }

    private static byte[] script() {
        var text = "*/=alert(document.domain);/*<script>alert(1)</script>";
        return whole(begin().u16(0xFFFE).u16(text.length() + 2).text(text).add(size(0xFFC0, 9, 9)));
    }

    private static byte[] exif() {
        var exif = Bytes.of("Exif\0\0MM\0*").u32(8).u16(0xFFFF).zeros(12).u32(8).all();
        return whole(begin().u16(0xFFE1).u16(exif.length + 2).add(exif).add(size(0xFFC0, 9, 9)));
    }

    /** Each pass over all of the picture costs a decoder the same, and the file nothing. */
    private static byte[] passes() {
        var table = new Bytes().u16(0xFFC4).u16(20).u8(0x10, 1).zeros(15).u8(0).all();
        var quants =
                new Bytes().u16(0xFFDB).u16(67).u8(0).times(64, new byte[] {1}).all();
        var pass = new Bytes().u16(0xFFDA).u16(8).u8(1, 1, 0, 1, 63, 0).all();
        return begin().add(quants)
                .add(size(0xFFC2, 5_000, 5_000))
                .add(table)
                .times(10_000, pass)
                .u16(0xFFD9)
                .all();
    }

    /** Behind its pixels; decoders keep every part of what may be a colour profile. */
    private static byte[] profiles(int count) {
        var table = new Bytes().u16(0xFFC4).u16(20);
        var whole = begin().u16(0xFFDB).u16(67).u8(0).times(64, new byte[] {1});
        whole.add(size(0xFFC0, 600, 600));
        for (int kind : new int[] {0x00, 0x10})
            whole.add(table.all()).u8(kind, 1).zeros(15).u8(0);
        var profile = new Bytes().u16(0xFFE2).u16(0xFFFF).zeros(0xFFFD).all();
        return whole.add(scan()).times(count, profile).u16(0xFFD9).all();
    }

    /** Not in passes, and a decoder holds all of it all the same. */
    private static byte[] apart() {
        var quants =
                new Bytes().u16(0xFFDB).u16(67).u8(0).times(64, new byte[] {1}).all();
        var size = new Bytes().u16(0xFFC0).u16(17).u8(8).u16(10_000).u16(10_000);
        size.u8(3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0);
        var whole = begin().add(quants).add(size.all());
        for (int kind : new int[] {0x00, 0x10})
            whole.u16(0xFFC4).u16(20).u8(kind, 1).zeros(15).u8(0);
        for (int colour = 1; colour <= 3; colour++)
            whole.u16(0xFFDA).u16(8).u8(1, colour, 0, 0, 63, 0).zeros(40);
        return whole.u16(0xFFD9).all();
    }

    private static byte[] jar() {
        return new Bytes().add(claims(9, 9)).add(Nonsense.zip()).all();
    }
}
