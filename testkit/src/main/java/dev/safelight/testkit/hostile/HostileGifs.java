package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.kept;
import static dev.safelight.testkit.hostile.HostileFile.tooMuch;

import java.util.List;

/** GIF: screens and frames that lie, frames without end. */
final class HostileGifs {
    private static final String TYPE = "image/gif";

    private HostileGifs() {}

    static List<HostileFile> all() {
        return List.of(
                tooMuch(
                        "gif-of-a-huge-screen",
                        () -> screen(65_535, 65_535).add(frame(1, 1)).all()),
                tooMuch(
                        "gif-whose-frame-is-huge",
                        () -> screen(1, 1).add(frame(65_535, 65_535)).all()),
                tooMuch("gif-of-a-hundred-thousand-frames", HostileGifs::manyFrames),
                tooMuch("gif-of-as-many-frames-behind-50-megabytes", HostileGifs::lateFrames),
                damaged(
                        "gif-whose-frame-has-no-side",
                        () -> screen(9, 9).add(frame(0, 9)).all()),
                damaged("gif-without-a-frame", () -> screen(9, 9).text(";").all()),
                damaged(
                        "gif-cut-off-in-its-screen",
                        () -> Bytes.cut(screen(9, 9).all(), 9)),
                damaged("gif-cut-off-in-its-frame", HostileGifs::cutOff),
                damaged("gif-of-endless-comments", HostileGifs::comments),
                kept("gif-that-is-a-jar-as-well", TYPE, HostileGifs::jar),
                kept("gif-that-is-script-as-well", TYPE, HostileGifs::script),
                kept("gif-whose-picture-never-ends", TYPE, HostileGifs::longPicture));
    }

    private static Bytes screen(int width, int height) {
        return Bytes.of("GIF89a")
                .little16(width)
                .little16(height)
                .u8(0x80, 0, 0)
                .zeros(6);
    }

    private static Bytes descriptor(int width, int height) {
        return Bytes.of(",").zeros(4).little16(width).little16(height).u8(0);
    }

    private static byte[] frame(int width, int height) {
        return descriptor(width, height).u8(2, 2, 0x44, 1, 0).all();
    }

    private static byte[] manyFrames() {
        return screen(2_000, 2_000)
                .times(100_000, frame(2_000, 2_000))
                .text(";")
                .all();
    }

    private static byte[] lateFrames() {
        var block = new Bytes().u8(255).zeros(255).all();
        return screen(9, 9)
                .add(frame(9, 9))
                .text("!\u00FE")
                .times(200_000, block)
                .u8(0)
                .times(100_000, frame(9, 9))
                .all();
    }

    private static byte[] cutOff() {
        return screen(9, 9).add(Bytes.cut(frame(9, 9), 10)).all();
    }

    private static byte[] comments() {
        var comment = Bytes.of("!\u00FE").u8(1, 'a', 0).all();
        return screen(9, 9).times(200_000, comment).all();
    }

    private static byte[] jar() {
        return screen(1, 1).add(frame(1, 1)).text(";").add(Nonsense.zip()).all();
    }

    /** Read as script, its beginning is a name to which something is given. */
    private static byte[] script() {
        return Bytes.of("GIF89a/*")
                .little16(9)
                .u8(0, 0, 0)
                .add(frame(9, 9))
                .text(";*/=alert(document.domain)")
                .all();
    }

    private static byte[] longPicture() {
        var block = new Bytes().u8(255).zeros(255).all();
        return screen(9, 9)
                .add(descriptor(9, 9).u8(8).all())
                .times(8_000, block)
                .all();
    }
}
