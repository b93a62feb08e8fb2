package dev.safelight.media.inspect;

import dev.safelight.media.ffmpeg.Ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ordinary files, made by the program that comes along. */
public final class Samples {
    private static final String PICTURE = "testsrc2=size=%dx%d:duration=2:rate=10";
    private static final String TONE = "sine=duration=2:sample_rate=48000";

    private Samples() {}

    /** A clip of two seconds; its name's ending decides what it is. */
    static Path clip(Path file, String... codecs) throws IOException {
        var arguments = input(PICTURE.formatted(320, 240));
        arguments.addAll(input(TONE));
        return make(file, arguments, codecs);
    }

    /** A sound of two seconds. */
    static Path sound(Path file, String... codecs) throws IOException {
        return make(file, input(TONE), codecs);
    }

    /** A picture, or more where it moves. */
    public static Path picture(Path file, int width, int height, String... more)
            throws IOException {
        return make(file, input(PICTURE.formatted(width, height)), more);
    }

    /** The same clip, to be shown turned by a quarter. */
    static Path turned(Path clip, Path to) throws IOException {
        var arguments = List.of("-display_rotation", "90", "-i", clip.toString(), "-c", "copy");
        return make(to, arguments);
    }

    private static List<String> input(String source) {
        return new ArrayList<>(List.of("-f", "lavfi", "-i", source));
    }

    private static Path make(Path file, List<String> arguments, String... more) throws IOException {
        Ffmpeg.unpack(Inspectors.FOLDER);
        var command = new ArrayList<>(
                List.of(Inspectors.FOLDER.resolve("ffmpeg").toString(), "-v", "error", "-y"));
        command.addAll(arguments);
        command.addAll(List.of(more));
        command.add(file.toString());
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment()
                .put("LD_LIBRARY_PATH", Inspectors.FOLDER.toAbsolutePath().toString());
        var process = builder.start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IOException("not made: " + command);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        } finally {
            process.destroyForcibly();
        }
        return file;
    }
}
