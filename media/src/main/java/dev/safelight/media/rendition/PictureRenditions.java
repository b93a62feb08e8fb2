package dev.safelight.media.rendition;

import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Rendition.Size;
import dev.safelight.core.asset.RenditionMaker;
import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.header.FileBytes;
import dev.safelight.media.header.GifHeader;
import dev.safelight.media.header.JpegHeader;
import dev.safelight.media.header.Orientation;
import dev.safelight.media.header.PngHeader;
import dev.safelight.media.header.UnfitFile;
import dev.safelight.media.header.WebpHeader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes previews and thumbnails of PNG, JPEG, GIF and WebP, of the first frame where they move, as
 * they are to be shown. One picture takes some 60 MiB while it is decoded: the caller decides how
 * many that are at once.
 */
public final class PictureRenditions implements RenditionMaker {
    /** No picture beyond this is decoded, whoever let it in. */
    private static final long MOST_PIXELS = 100_000_000;

    private final JavaDecoder java;
    private final WebpDecoder webp;

    /**
     * @param scratch a folder for what lies on the disk while a picture is decoded
     */
    public PictureRenditions(Ffmpeg ffmpeg, InstantSource clock, Path scratch) {
        this.java = new JavaDecoder(clock);
        this.webp = new WebpDecoder(ffmpeg, scratch);
    }

    /**
     * A picture that can be decoded.
     *
     * @param width as it is stored, as the height
     */
    private record Source(int width, int height, Orientation turn, Decoding decoding) {
        int longer() {
            return Math.max(width, height);
        }
    }

    /** Decodes it. */
    private interface Decoding {
        Pixels pixels() throws IOException, UnfitFile;
    }

    @Override
    public List<Made> make(Path path, String contentType, FileFacts facts) throws IOException {
        try (var file = FileBytes.open(path)) {
            var source = source(path, file, contentType);
            if (source == null || source.longer() <= Size.THUMBNAIL.longest()) return List.of();
            if ((long) source.width() * source.height() > MOST_PIXELS)
                throw new IOException("it has too many pixels to be decoded");
            return made(source);
        } catch (UnfitFile unfit) {
            throw new IOException("it cannot be decoded: " + unfit.getMessage(), unfit);
        }
    }

    /** By its header, not by what was told of it; null of what is no raster picture. */
    private @Nullable Source source(Path path, FileBytes file, String contentType)
            throws IOException, UnfitFile {
        return switch (contentType) {
            case "image/png" -> {
                var png = PngHeader.read(file);
                yield upright(png.width(), png.height(), () -> java.png(path, file, png));
            }
            case "image/jpeg" -> {
                var jpeg = JpegHeader.read(file);
                Decoding decoding = () -> java.jpeg(path, file, jpeg);
                yield new Source(jpeg.width(), jpeg.height(), jpeg.turn(), decoding);
            }
            case "image/gif" -> {
                var gif = GifHeader.read(file);
                yield upright(gif.width(), gif.height(), () -> java.gif(path, file, gif));
            }
            case "image/webp" -> {
                var header = WebpHeader.read(file);
                Decoding decoding = () -> webp.decode(path, file, header);
                yield upright(header.width(), header.height(), decoding);
            }
            default -> null;
        };
    }

    private static Source upright(int width, int height, Decoding decoding) {
        return new Source(width, height, Orientation.NONE, decoding);
    }

    /** Of the sizes those that the file itself does not have, each of the one before. */
    private static List<Made> made(Source source) throws IOException, UnfitFile {
        var made = new ArrayList<Made>();
        var preview = Downsampler.to(Size.PREVIEW.longest(), source.decoding().pixels())
                .turned(source.turn());
        if (source.longer() > Size.PREVIEW.longest()) made.add(preview.file(Size.PREVIEW));
        made.add(Downsampler.to(Size.THUMBNAIL.longest(), preview).file(Size.THUMBNAIL));
        return made;
    }
}
