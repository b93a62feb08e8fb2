package dev.safelight.media.inspect;

import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.FileFacts.SoundFacts;
import dev.safelight.core.asset.Inspection.Reason;
import dev.safelight.core.asset.Inspection.Understood;
import dev.safelight.core.asset.Undecided;
import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.header.UnfitFile;
import dev.safelight.media.process.BoundedProgram.Bounds;
import dev.safelight.media.process.BoundedProgram.Ending;
import dev.safelight.media.process.ProgramMissing;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a program in a process of its own says of clips and sound. */
final class ClipProbe {
    private static final Logger LOG = LoggerFactory.getLogger(ClipProbe.class);
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofSeconds(1), Duration.ofSeconds(4), 64 << 20, 1 << 16);

    /** What MP4, WebM, Ogg and MP3 hold in earnest; the program's rare decoders never run. */
    private static final String DECODERS = "h264,hevc,vp8,vp9,av1,libdav1d,libaom-av1,mpeg4,h263,"
            + "mpeg1video,mpeg2video,theora,mjpeg,png,aac,opus,libopus,vorbis,mp3,mp3float,flac,"
            + "alac,ac3,eac3,speex,libspeex,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_f32le,"
            + "mov_text,webvtt,ass,subrip";

    private static final List<String> ASKED = List.of(
            "-codec_whitelist",
            DECODERS,
            "-max_streams",
            "32",
            "-probesize",
            "4M",
            "-print_format",
            "json",
            "-show_entries",
            "format=duration:stream=codec_type,codec_name,width,height,nb_frames,channels,"
                    + "sample_rate:stream_disposition=attached_pic:stream_side_data=rotation");

    private final Ffmpeg ffmpeg;

    ClipProbe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Understands a file whose type its beginning tells.
     *
     * @param subtype of its content type: its streams decide between video and audio
     */
    Understood understand(Path file, String subtype, String demuxer) throws IOException, UnfitFile {
        var ending = probe(file, demuxer);
        if (!ending.isGood()) throw damaged();
        var told = read(ending.output());
        if (told.path("streams").isEmpty()) throw damaged();
        var sound = stream(told, "audio");
        var picture = stream(told, "video");
        if (sound == null && picture == null)
            throw new UnfitFile(Reason.UNKNOWN_TYPE, "The file holds neither pictures nor sound.");
        var type = (picture == null ? "audio/" : "video/") + subtype;
        return new Understood(type, facts(told, picture, sound));
    }

    private Ending probe(Path file, String demuxer) throws Undecided, UnfitFile {
        try {
            return ffmpeg.probe(file, demuxer, ASKED, BOUNDS);
        } catch (ProgramMissing missing) {
            LOG.warn("a file is refused: {}", missing.getMessage());
            throw new UnfitFile(
                    Reason.NO_PROGRAM,
                    "This kind of file cannot be looked into on this server. Ask the operator to"
                            + " install ffmpeg, then bring it again.");
        } catch (IOException busy) {
            throw new Undecided(busy);
        }
    }

    private static UnfitFile damaged() {
        return new UnfitFile(
                Reason.DAMAGED,
                "The file is damaged, cut off or of a rare codec: it could not be understood.");
    }

    private static JsonNode read(byte[] output) throws UnfitFile {
        try {
            return JsonMapper.shared().readTree(output);
        } catch (JacksonException cutOff) {
            throw damaged();
        }
    }

    /** The first of a kind; a cover of an album is no clip. */
    private static @Nullable JsonNode stream(JsonNode told, String kind) {
        for (var stream : told.path("streams")) {
            boolean cover = stream.path("disposition").path("attached_pic").asInt(0) != 0;
            if (!cover && stream.path("codec_type").asString("").equals(kind)) return stream;
        }
        return null;
    }

    private static FileFacts facts(
            JsonNode told, @Nullable JsonNode picture, @Nullable JsonNode sound) throws UnfitFile {
        var width = picture == null ? null : side(picture, isTurned(picture) ? "height" : "width");
        var height = picture == null ? null : side(picture, isTurned(picture) ? "width" : "height");
        var frames = picture == null ? null : positive(picture.path("nb_frames"));
        var codecs = Stream.of(picture, sound)
                .filter(Objects::nonNull)
                .map(stream -> stream.path("codec_name").asString("unknown"))
                .toList();
        return new FileFacts(
                width,
                height,
                frames == null ? null : frames.longValue(),
                positive(told.path("format").path("duration")),
                sound == null ? null : sound(sound),
                codecs);
    }

    private static boolean isTurned(JsonNode picture) {
        for (var data : picture.path("side_data_list")) {
            if (Math.abs(data.path("rotation").asInt(0)) % 180 == 90) return true;
        }
        return false;
    }

    private static Integer side(JsonNode picture, String name) throws UnfitFile {
        int pixels = picture.path(name).asInt(0);
        if (pixels < 1) throw damaged();
        return pixels;
    }

    private static SoundFacts sound(JsonNode sound) throws UnfitFile {
        var hertz = positive(sound.path("sample_rate"));
        int channels = sound.path("channels").asInt(0);
        if (channels < 1 || hertz == null) throw damaged();
        return new SoundFacts(channels, hertz.intValue());
    }

    /** A number, which the program writes as text; null where it does not know. */
    private static @Nullable Double positive(JsonNode number) {
        try {
            double value = Double.parseDouble(number.asString("0"));
            return value > 0 && value < Long.MAX_VALUE ? value : null;
        } catch (NumberFormatException unknown) {
            return null;
        }
    }
}
