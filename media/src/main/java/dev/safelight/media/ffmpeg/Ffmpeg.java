package dev.safelight.media.ffmpeg;

import dev.safelight.media.process.BoundedProgram.Bounds;
import dev.safelight.media.process.BoundedProgram.Ending;
import dev.safelight.media.process.InstalledPrograms;
import dev.safelight.media.process.ProgramMissing;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * FFmpeg's two programs: those that come along, unpacked at the first use, or else installed ones.
 * Safe for use by many threads; blocks, so platform threads only.
 */
public final class Ffmpeg {
    private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);
    private static final Bounds TRIAL =
            new Bounds(Duration.ofSeconds(2), Duration.ofSeconds(3), 64 << 20, 1 << 16);

    /** Callers wait while programs are looked for, so that is not done for each of them. */
    private static final Duration BETWEEN_SEARCHES = Duration.ofMinutes(1);

    private final List<Path> folders;
    private final InstalledPrograms installed;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private @Nullable Programs found;

    /**
     * Looks for nothing yet.
     *
     * @param folders where those that come along lie, or are unpacked to: the first one that can be
     *     written to, or has them
     * @param installed where others are looked for when those do not run
     * @param clock by which they are looked for again where none runs
     */
    public Ffmpeg(List<Path> folders, InstalledPrograms installed, InstantSource clock) {
        this.folders = List.copyOf(folders);
        this.installed = installed;
        this.clock = clock;
    }

    /**
     * Unpacks those that come along, where they are not there yet.
     *
     * @throws IOException when none come along for this system, or they cannot be written
     */
    public static void unpack(Path folder) throws IOException {
        BundledFfmpeg.unpack(folder);
    }

    /**
     * What {@code ffprobe} says of a file.
     *
     * @param demuxer what the file is, by its bytes
     * @param asked options that say what to tell
     * @throws ProgramMissing when no program runs here
     * @throws IOException when this machine was too slow for it
     */
    public Ending probe(Path file, String demuxer, List<String> asked, Bounds bounds)
            throws IOException {
        return programs().probe(file, demuxer, asked, bounds);
    }

    /**
     * What {@code ffmpeg} makes of a file, on its standard output.
     *
     * @param demuxer what the file is, by its bytes
     * @param made options that say what to make
     * @throws IOException as {@link #probe}
     */
    public Ending convert(Path file, String demuxer, List<String> made, Bounds bounds)
            throws IOException {
        return programs().convert(file, demuxer, made, bounds);
    }

    private synchronized Programs programs() throws ProgramMissing {
        if (found == null) found = search();
        if (found == null)
            throw new ProgramMissing("a program that is needed is not there: install ffmpeg");
        return found;
    }

    private @Nullable Programs search() {
        var now = clock.instant();
        if (now.isBefore(next)) return null;
        var programs = bundled().or(this::installed).orElse(null);
        next = now.plus(BETWEEN_SEARCHES);
        return programs;
    }

    private Optional<Programs> bundled() {
        return folders.stream()
                .map(Path::toAbsolutePath)
                .flatMap(Ffmpeg::bundled)
                .findFirst();
    }

    private static Stream<Programs> bundled(Path folder) {
        try {
            unpack(folder);
            var libraries = Map.of("LD_LIBRARY_PATH", folder.toString());
            var programs = new Programs(
                    folder.resolve("ffprobe"), folder.resolve("ffmpeg"), libraries, true);
            if (programs.start(TRIAL)) return Stream.of(programs);
            LOG.info("the ffmpeg that comes along does not run here");
        } catch (IOException unusable) {
            LOG.info("the ffmpeg that comes along is not used: {}", unusable.toString());
        }
        return Stream.empty();
    }

    private static boolean runs(Programs programs) {
        try {
            if (programs.start(TRIAL)) return true;
            LOG.info("the ffmpeg that is installed does not run here");
        } catch (IOException unusable) {
            LOG.info("the ffmpeg that is installed is not used: {}", unusable.toString());
        }
        return false;
    }

    private Optional<Programs> installed() {
        return installed
                .find("ffprobe")
                .flatMap(probe -> installed
                        .find("ffmpeg")
                        .map(convert -> new Programs(probe, convert, Map.of(), false)))
                .filter(Ffmpeg::runs);
    }
}
