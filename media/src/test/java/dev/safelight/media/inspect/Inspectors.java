package dev.safelight.media.inspect;

import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.process.InstalledPrograms;

import java.nio.file.Path;

/** The programs that come along, unpacked once for all tests of this build. */
public final class Inspectors {
    public static final Ffmpeg FFMPEG =
            new Ffmpeg(Path.of("target", "ffmpeg"), InstalledPrograms.on(""));

    private Inspectors() {}

    static MediaInspector usual() {
        return new MediaInspector(FFMPEG, Limits.USUAL);
    }
}
