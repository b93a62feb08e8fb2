package dev.safelight.testkit.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code strace}, where the machine has it and permits it. */
public final class Tracer {
    private static final String CALLS = "trace=write,writev,pwrite64,pwritev,ftruncate,fallocate,"
            + "fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,open,openat,mkdir,mkdirat,"
            + "sendto,sendmsg";

    private Tracer() {}

    /** Whether a process may be traced here. */
    public static boolean isPossible(Path scratch) throws IOException {
        var file = scratch.resolve("possible");
        try {
            var process = new ProcessBuilder(words(file, "true"))
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

    /** What to put before a command; the process that is started stays the command's own. */
    public static List<String> before(Path trace) {
        return List.of(
                "strace",
                "--daemonize=grandchild",
                "-f",
                "-y",
                "-s",
                "160",
                "--seccomp-bpf",
                "-e",
                CALLS,
                "-o",
                trace.toString());
    }

    private static List<String> words(Path trace, String command) {
        var words = new ArrayList<>(before(trace));
        words.add(command);
        return words;
    }
}
