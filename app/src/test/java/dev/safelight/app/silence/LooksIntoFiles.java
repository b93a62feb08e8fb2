package dev.safelight.app.silence;

import dev.safelight.core.asset.Inspection.Understood;
import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.inspect.Limits;
import dev.safelight.media.inspect.MediaInspector;
import dev.safelight.media.process.InstalledPrograms;
import dev.safelight.media.rendition.PictureRenditions;
import dev.safelight.testkit.hostile.HostileFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A program that takes hostile files as a server would, and makes smaller pictures of them. */
final class LooksIntoFiles {
    private LooksIntoFiles() {}

    /** Takes the folder of the programs that come along; files are written to it as well. */
    public static void main(String[] folder) throws IOException {
        var programs = Path.of(folder[0]);
        var ffmpeg = new Ffmpeg(List.of(programs), InstalledPrograms.on(""), () -> Instant.EPOCH);
        var inspector = new MediaInspector(ffmpeg, Limits.USUAL);
        var scratch = programs.resolve("scratch");
        var renditions = new PictureRenditions(ffmpeg, InstantSource.system(), scratch);
        Files.createDirectories(programs);
        for (var hostile : HostileFiles.all("http://upload.invalid/")) {
            var file = Files.write(programs.resolve(hostile.name()), hostile.bytes());
            if (inspector.inspect(file) instanceof Understood known) {
                try {
                    renditions.make(file, known.contentType(), known.facts());
                } catch (IOException undecodable) {
                    System.out.println(hostile.name() + ": " + undecodable.getMessage());
                }
            }
        }
    }
}
