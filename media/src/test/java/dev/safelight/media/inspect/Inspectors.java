package dev.safelight.media.inspect;

import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.process.InstalledPrograms;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The programs that come along, unpacked once for all tests of this build. */
public final class Inspectors {
    static final Path FOLDER = Path.of("target", "ffmpeg");
    public static final Ffmpeg FFMPEG =
            new Ffmpeg(List.of(FOLDER), InstalledPrograms.on(""), () -> Instant.EPOCH);

    private Inspectors() {}

    static MediaInspector usual() {
        return new MediaInspector(FFMPEG, Limits.USUAL);
    }
}
