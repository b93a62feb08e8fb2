package dev.safelight.testkit.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code strace}, where the machine has it and permits it. */
public final class Tracer {
    private Tracer() {}

    /** Whether a process may be traced here. */
    public static boolean isPossible(Path scratch) throws IOException {
        var file = scratch.resolve("possible");
        try {
            var process = new ProcessBuilder(words(file))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * What to put before a command; the process that is started stays the command's own.
     *
     * @param calls those to trace; one with a question mark before it need not exist
     * @param textLength how much of a text is kept
     */
    public static List<String> before(Path trace, Set<String> calls, int textLength) {
        return List.of(
                "strace",
                "--daemonize=grandchild",
                "-f",
                "-y",
                "-qq",
                "-s",
                Integer.toString(textLength),
                "--seccomp-bpf",
                "-e",
                "trace=" + String.join(",", calls),
                "-e",
                "signal=none",
                "-o",
                trace.toString());
    }

    private static List<String> words(Path trace) {
        var words = new ArrayList<>(before(trace, Set.of("write"), 1));
        words.add("true");
        return words;
    }
}
