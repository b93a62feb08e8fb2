package dev.safelight.media.rendition;

import dev.safelight.media.header.FileBytes;
import dev.safelight.media.header.GifHeader;
import dev.safelight.media.header.JpegHeader;
import dev.safelight.media.header.JpegScans;
import dev.safelight.media.header.PngHeader;
import dev.safelight.media.header.Range;
import dev.safelight.media.header.UnfitFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * PNG, JPEG and GIF by the decoders of the JDK. A picture of more samples than may be held is
 * decoded thinner: every second or third pixel of every second or third row.
 */
final class JavaDecoder {
    /** A photograph of thirteen million pixels is decoded whole. */
    private static final long MOST_BYTES = 40L << 20;

    /** What a JPEG in passes takes besides: one of colours of some eighteen million pixels. */
    private static final long MOST_HELD = 56L << 20;

    /** Pixels of all passes: some thirty passes of the largest that is held. */
    private static final long MOST_PASSED = 600_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final InstantSource clock;

    JavaDecoder(InstantSource clock) {
        this.clock = clock;
    }

    /** What one of the readers gives. */
    private interface Reading {
        Pixels read(ImageReader reader, ImageReadParam how) throws IOException;
    }

    Pixels png(Path path, FileBytes file, PngHeader png) throws IOException, UnfitFile {
        long bytes = (long) png.width() * png.height() * png.samples() * (png.bits() > 8 ? 2 : 1);
        var palette = png.palette(file);
        Reading reading = png.isNumbered()
                ? (reader, how) -> Samples.of(reader.read(0, how).getRaster(), palette)
                : JavaDecoder::image;
        return decode(path, Excerpt.of(png, file), "png", thinner(bytes), reading);
    }

    Pixels gif(Path path, FileBytes file, GifHeader gif) throws IOException {
        var first = gif.first();
        int thinner = thinner((long) first.width() * first.height());
        var whole = Excerpt.of(List.of(new Range(0, file.size())));
        var frame = decode(path, whole, "gif", thinner, JavaDecoder::image);
        return Canvas.of(frame, first, gif.width(), gif.height());
    }

    /**
     * As it is stored, not turned.
     *
     * @throws IOException also when it comes in passes that cannot be held, or in too many
     */
    Pixels jpeg(Path path, FileBytes file, JpegHeader jpeg) throws IOException, UnfitFile {
        long pixels = (long) jpeg.width() * jpeg.height();
        var scans = JpegScans.read(file);
        if (jpeg.held() > MOST_HELD || scans.count() * pixels > MOST_PASSED)
            throw new IOException("a JPEG in passes that is too large to be held");
        Reading reading = (reader, how) -> Samples.of(reader.readRaster(0, how), jpeg.colours());
        int thinner = thinner(pixels * jpeg.samples());
        return decode(path, Excerpt.of(scans.decoded()), "jpeg", thinner, reading);
    }

    private static Pixels image(ImageReader reader, ImageReadParam how) throws IOException {
        return Samples.of(reader.read(0, how));
    }

    private static int thinner(long bytes) {
        int thinner = 1;
        while (bytes / ((long) thinner * thinner) > MOST_BYTES) thinner++;
        return thinner;
    }

    private Pixels decode(Path path, Excerpt excerpt, String format, int thinner, Reading reading)
            throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new TimedInput(path, excerpt, clock, clock.instant().plus(PATIENCE))) {
            // Texts and profiles, which may be bombs, are passed over.
            reader.setInput(in, true, true);
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(thinner, thinner, 0, 0);
            return reading.read(reader, how);
        } catch (RuntimeException broken) {
            // Damaged files run into all kinds of these within the readers.
            throw new IOException("it cannot be decoded", broken);
        } finally {
            reader.dispose();
        }
    }
}
