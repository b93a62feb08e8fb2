package dev.safelight.media.ffmpeg;

import dev.safelight.media.process.BoundedProgram;
import dev.safelight.media.process.BoundedProgram.Bounds;
import dev.safelight.media.process.BoundedProgram.Ending;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pair of programs that run here.
 *
 * @param takesOpenFile whether they read a file that is already open; older ones must open it
 */
record Programs(Path probe, Path convert, Map<String, String> environment, boolean takesOpenFile) {
    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

    /** Whether they start at all, with the libraries of this machine. */
    boolean start(Bounds bounds) throws IOException {
        return new BoundedProgram(probe, environment, bounds)
                .run(List.of("-version"), NOTHING)
                .isGood();
    }

    Ending probe(Path file, String demuxer, List<String> asked, Bounds bounds) throws IOException {
        var arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(asked);
        arguments.addAll(input(file, demuxer));
        return run(probe, arguments, file, bounds);
    }

    Ending convert(Path file, String demuxer, List<String> made, Bounds bounds) throws IOException {
        var arguments = new ArrayList<>(List.of("-v", "error", "-nostdin"));
        // Each thread's stack counts as memory of the program's own.
        arguments.addAll(List.of("-filter_threads", "1", "-threads", "1"));
        arguments.addAll(input(file, demuxer));
        arguments.addAll(made);
        arguments.addAll(List.of("-threads", "1", "pipe:1"));
        return run(convert, arguments, file, bounds);
    }

    /** What it is comes before the file, so that nothing is guessed; it can open nothing else. */
    private List<String> input(Path file, String demuxer) {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("-protocol_whitelist", takesOpenFile ? "fd" : "file"));
        arguments.addAll(List.of("-f", demuxer));
        if (demuxer.equals("mov"))
            arguments.addAll(List.of("-enable_drefs", "0", "-use_absolute_path", "0"));
        arguments.addAll(List.of("-i", takesOpenFile ? "fd:" : "file:" + file.toAbsolutePath()));
        return arguments;
    }

    private Ending run(Path program, List<String> arguments, Path file, Bounds bounds)
            throws IOException {
        return new BoundedProgram(program, environment, bounds)
                .run(arguments, takesOpenFile ? Redirect.from(file.toFile()) : NOTHING);
    }
}
