package dev.safelight.media.inspect;

import dev.safelight.core.asset.Inspection.Refused;
import dev.safelight.core.asset.Inspection.Understood;
import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.process.InstalledPrograms;
import dev.safelight.media.rendition.PictureRenditions;
import dev.safelight.testkit.hostile.HostileFile;
import dev.safelight.testkit.hostile.HostileFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** A program that understands every file of a folder, and makes smaller pictures of what it can. */
final class LooksAtAll {
    private final MediaInspector inspector;
    private final PictureRenditions renditions;

    private LooksAtAll(Ffmpeg ffmpeg, Path scratch) {
        inspector = new MediaInspector(ffmpeg, Limits.USUAL);
        renditions = new PictureRenditions(ffmpeg, InstantSource.system(), scratch);
    }

    /**
     * Runs it.
     *
     * @param arguments where FFmpeg lies, then the folder
     */
    public static void main(String[] arguments) throws IOException {
        var ffmpeg = new Ffmpeg(
                List.of(Path.of(arguments[0])), InstalledPrograms.on(""), () -> Instant.EPOCH);
        var program = new LooksAtAll(ffmpeg, Path.of(arguments[0], "scratch"));
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            for (var file : files.sorted().toList()) program.look(file);
        }
        for (var line : Files.readAllLines(Path.of("/proc/self/status")))
            if (line.startsWith("VmHWM")) System.out.println(line);
    }

    /** Writes all hostile files, each under its name. */
    static void fill(Path folder, String canary) throws IOException {
        for (HostileFile hostile : HostileFiles.all(canary))
            Files.write(folder.resolve(hostile.name()), hostile.bytes());
    }

    private void look(Path file) throws IOException {
        long begin = System.nanoTime();
        var word = switch (inspector.inspect(file)) {
            case Refused refused -> refused.reason().toString();
            case Understood known -> known.contentType() + ' ' + made(file, known);
        };
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.println(file.getFileName() + " " + word + ' ' + millis + " ms");
    }

    private String made(Path file, Understood known) {
        try {
            return renditions.make(file, known.contentType(), known.facts()).size() + " smaller";
        } catch (IOException undecodable) {
            return "undecodable";
        }
    }
}
