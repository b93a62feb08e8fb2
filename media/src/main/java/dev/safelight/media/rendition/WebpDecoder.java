package dev.safelight.media.rendition;

import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.header.FileBytes;
import dev.safelight.media.header.UnfitFile;
import dev.safelight.media.header.WebpHeader;
import dev.safelight.media.process.BoundedProgram.Bounds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** WebP, of which Java knows nothing, by a program in a process of its own. */
final class WebpDecoder {
    /** Its longer side when it comes over: enough for what is made of it, and bounded. */
    private static final int LONGEST = 1_920;

    private static final Bounds BOUNDS = new Bounds(
            Duration.ofSeconds(10), Duration.ofSeconds(20), 96 << 20, LONGEST * LONGEST * 4);
    private static final int FRAME_MOST = 32 << 20;
    private static final int HEAD = 30;
    private static final int ALPHA = 0x10;
    private final Ffmpeg ffmpeg;
    private final Path scratch;

    /**
     * @param scratch a folder for a frame while it is decoded; it need not be there yet
     */
    WebpDecoder(Ffmpeg ffmpeg, Path scratch) {
        this.ffmpeg = ffmpeg;
        this.scratch = scratch;
    }

    Pixels decode(Path path, FileBytes file, WebpHeader webp) throws IOException, UnfitFile {
        if (webp.isStill()) return decoded(path, webp.width(), webp.height());
        Files.createDirectories(scratch);
        var alone = Files.createTempFile(scratch, "frame", ".webp");
        try {
            Files.write(alone, alone(file, webp));
            var first = webp.first();
            var frame = decoded(alone, first.width(), first.height());
            return Canvas.of(frame, first, webp.width(), webp.height());
        } finally {
            Files.deleteIfExists(alone);
        }
    }

    /** The first frame as a file of its own: the program knows no animation. */
    private static byte[] alone(FileBytes file, WebpHeader webp) throws IOException, UnfitFile {
        long length = webp.end() - webp.begin();
        if (length > FRAME_MOST) throw new IOException("the first frame is too long");
        var whole = ByteBuffer.allocate(HEAD + (int) length).order(ByteOrder.LITTLE_ENDIAN);
        whole.put(latin("RIFF")).putInt(whole.capacity() - 8).put(latin("WEBPVP8X"));
        whole.putInt(10).putInt(file.has(webp.begin(), "ALPH") ? ALPHA : 0);
        sides(whole, webp.first().width() - 1, webp.first().height() - 1);
        return whole.put(file.bytes(webp.begin(), (int) length)).array();
    }

    /** Three bytes each. */
    private static void sides(ByteBuffer to, int width, int height) {
        to.putShort((short) width).put((byte) (width >> 16));
        to.putShort((short) height).put((byte) (height >> 16));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Picture decoded(Path file, int wide, int high) throws IOException {
        double scale = Math.min(1, (double) LONGEST / Math.max(wide, high));
        int width = Math.max(1, (int) Math.round(wide * scale));
        int height = Math.max(1, (int) Math.round(high * scale));
        var size = "scale=" + width + ":" + height + ":flags=area";
        var made = List.of("-frames:v", "1", "-vf", size, "-f", "rawvideo", "-pix_fmt", "rgba");
        var ending = ffmpeg.convert(file, "webp_pipe", made, BOUNDS);
        if (!ending.isGood() || ending.output().length != width * height * 4)
            throw new IOException("it cannot be decoded");
        return new Picture(width, height, pixels(ending.output()));
    }

    private static int[] pixels(byte[] rgba) {
        var pixels = new int[rgba.length / 4];
        ByteBuffer.wrap(rgba).asIntBuffer().get(pixels);
        for (int i = 0; i < pixels.length; i++) pixels[i] = Integer.rotateRight(pixels[i], 8);
        return pixels;
    }
}
