package dev.safelight.media.inspect;

import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.FileFacts.SoundFacts;
import dev.safelight.core.asset.FileInspector;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.asset.Inspection.Understood;
import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.header.FileBytes;
import dev.safelight.media.header.FlacHeader;
import dev.safelight.media.header.GifHeader;
import dev.safelight.media.header.JpegHeader;
import dev.safelight.media.header.PdfEnds;
import dev.safelight.media.header.PngHeader;
import dev.safelight.media.header.SoundHeader;
import dev.safelight.media.header.SvgHead;
import dev.safelight.media.header.UnfitFile;
import dev.safelight.media.header.WavHeader;
import dev.safelight.media.header.WebmEnd;
import dev.safelight.media.header.WebpHeader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Understands strangers' files: pictures, documents and plain sound by their headers, clips and the
 * other sounds by a program in a process of its own. Safe for use by many threads.
 */
public final class MediaInspector implements FileInspector {
    private final Limits limits;
    private final ClipProbe clips;

    public MediaInspector(Ffmpeg ffmpeg, Limits limits) {
        this.limits = limits;
        this.clips = new ClipProbe(ffmpeg);
    }

    @Override
    public Inspection inspect(Path path) throws IOException {
        try (var file = FileBytes.open(path)) {
            var understood = understand(path, file);
            limits.check(understood.facts());
            return understood;
        } catch (UnfitFile unfit) {
            return unfit.refused();
        }
    }

    @Override
    public boolean takesProgram(Path path) throws IOException {
        try (var file = FileBytes.open(path)) {
            return switch (FileType.of(file)) {
                case MP4, WEBM, OGG, MP3 -> true;
                case PNG, JPEG, GIF, WEBP, SVG, WAV, FLAC, PDF -> false;
            };
        } catch (UnfitFile refused) {
            return false;
        }
    }

    private Understood understand(Path path, FileBytes file) throws IOException, UnfitFile {
        return switch (FileType.of(file)) {
            case PNG -> png(PngHeader.read(file));
            case JPEG -> jpeg(JpegHeader.read(file));
            case GIF -> gif(GifHeader.read(file));
            case WEBP -> webp(WebpHeader.read(file));
            case SVG -> svg(SvgHead.read(file));
            case WAV -> sound("audio/wav", WavHeader.read(file));
            case FLAC -> sound("audio/flac", FlacHeader.read(file));
            case MP4 -> clips.understand(path, "mp4", "mov");
            case WEBM -> measured(clips.understand(path, "webm", "matroska"), file);
            case OGG -> clips.understand(path, "ogg", "ogg");
            case MP3 -> clips.understand(path, "mpeg", "mp3");
            case PDF -> {
                PdfEnds.check(file);
                yield new Understood("application/pdf", FileFacts.NONE);
            }
        };
    }

    /** Recorders of browsers write no length; one whose end is torn has none. */
    private static Understood measured(Understood clip, FileBytes webm) throws IOException {
        var facts = clip.facts();
        double seconds = facts.seconds() == null ? seconds(webm) : 0;
        if (!(seconds > 0)) return clip;
        return new Understood(
                clip.contentType(),
                new FileFacts(
                        facts.width(),
                        facts.height(),
                        facts.frames(),
                        seconds,
                        facts.sound(),
                        facts.codecs()));
    }

    private static double seconds(FileBytes webm) throws IOException {
        try {
            return WebmEnd.seconds(webm);
        } catch (UnfitFile torn) {
            return 0;
        }
    }

    private static Understood png(PngHeader png) {
        return moving("image/png", png.width(), png.height(), png.parts().frames());
    }

    /** As it is shown, which is as it is told to callers. */
    private static Understood jpeg(JpegHeader jpeg) {
        boolean swapped = jpeg.turn().swapsSides();
        int width = swapped ? jpeg.height() : jpeg.width();
        int height = swapped ? jpeg.width() : jpeg.height();
        return new Understood("image/jpeg", FileFacts.picture(width, height));
    }

    private static Understood gif(GifHeader gif) {
        return moving("image/gif", gif.width(), gif.height(), gif.frames());
    }

    private static Understood webp(WebpHeader webp) {
        return moving("image/webp", webp.width(), webp.height(), webp.frames());
    }

    private static Understood moving(String type, int width, int height, @Nullable Long frames) {
        return new Understood(type, new FileFacts(width, height, frames, null, null, List.of()));
    }

    private static Understood svg(SvgHead svg) {
        return moving("image/svg+xml", svg.width(), svg.height());
    }

    private static Understood moving(
            String type, @Nullable Integer width, @Nullable Integer height) {
        return new Understood(type, new FileFacts(width, height, null, null, null, List.of()));
    }

    private static Understood sound(String type, SoundHeader sound) {
        Double seconds = sound.seconds() > 0 ? sound.seconds() : null;
        var facts = new SoundFacts(sound.channels(), sound.hertz());
        return new Understood(
                type, new FileFacts(null, null, null, seconds, facts, List.of(sound.codec())));
    }
}
