package dev.safelight.media.rendition;

import dev.safelight.media.header.GifHeader;
import dev.safelight.media.header.JpegHeader;
import dev.safelight.media.header.PngHeader;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

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

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final InstantSource clock;

    JavaDecoder(InstantSource clock) {
        this.clock = clock;
    }

    /** What one of the readers gives. */
    private interface Reading {
        Pixels read(ImageReader reader, ImageReadParam how) throws IOException;
    }

    Pixels png(Path file, PngHeader png) throws IOException {
        long bytes = (long) png.width() * png.height() * png.samples() * (png.bits() > 8 ? 2 : 1);
        return decode(file, "png", thinner(bytes), JavaDecoder::image);
    }

    Pixels gif(Path file, GifHeader gif) throws IOException {
        var first = gif.first();
        int thinner = thinner((long) first.width() * first.height());
        var frame = decode(file, "gif", thinner, JavaDecoder::image);
        return Canvas.of(frame, first, gif.width(), gif.height());
    }

    /**
     * As it is stored, not turned.
     *
     * @throws IOException also when it comes in passes that cannot be held
     */
    Pixels jpeg(Path file, JpegHeader jpeg) throws IOException {
        long bytes = (long) jpeg.width() * jpeg.height() * jpeg.samples();
        if (jpeg.held() > MOST_HELD)
            throw new IOException("a JPEG in passes that is too large to be held");
        return decode(
                file,
                "jpeg",
                thinner(bytes),
                (reader, how) -> Samples.of(reader.readRaster(0, how), jpeg.colours()));
    }

    private static Pixels image(ImageReader reader, ImageReadParam how) throws IOException {
        return Samples.of(reader.read(0, how));
    }

    private static int thinner(long bytes) {
        int thinner = 1;
        while (bytes / ((long) thinner * thinner) > MOST_BYTES) thinner++;
        return thinner;
    }

    private Pixels decode(Path file, String format, int thinner, Reading reading)
            throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new TimedInput(file, clock, clock.instant().plus(PATIENCE))) {
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
