package dev.safelight.media.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run on a stranger's file: with nothing of our environment, no right to write a
 * file, and bounds that the system holds it to where its shell knows how. Blocks; the program never
 * outlives the call.
 */
public final class BoundedProgram {
    /** The shell sets the bounds and becomes the program. */
    private static final String SHELL = "/bin/sh";

    private static final String BOUND = "ulimit -c 0; ulimit -f 0; ulimit -t \"$1\";"
            + " ulimit -d \"$2\"; shift 2; exec \"$@\"";
    private static final long LOOK_MILLIS = 3;
    private static final int PIECE = 1 << 16;

    private final Path executable;
    private final Map<String, String> environment;
    private final Bounds bounds;

    /**
     * @param environment all that it finds in its environment
     */
    public BoundedProgram(Path executable, Map<String, String> environment, Bounds bounds) {
        this.executable = executable;
        this.environment = Map.copyOf(environment);
        this.bounds = bounds;
    }

    /**
     * How far it may go.
     *
     * @param work processor time, in whole seconds
     * @param idle how long it is waited for while it writes nothing, all such times together
     * @param memory bytes that it may call its own, without the code that it shares
     * @param output bytes that it may write
     */
    public record Bounds(Duration work, Duration idle, long memory, int output) {}

    /** How it ended, and what it wrote until then. */
    public static final class Ending {
        /** What the shell ends with when the program cannot be run. */
        private static final int NOT_RUN = 126;

        private static final int NOT_FOUND = 127;
        private final int code;
        private final byte[] output;

        private Ending(int code, byte[] output) {
            this.code = code;
            this.output = output;
        }

        /** Whether it says so itself; not when a bound or a fault killed it. */
        public boolean isGood() {
            return code == 0;
        }

        /** Not copied: the caller leaves it alone. */
        public byte[] output() {
            return output;
        }

        private boolean isOfTheShell() {
            return code == NOT_RUN || code == NOT_FOUND;
        }
    }

    /**
     * Runs it to its end.
     *
     * @throws ProgramMissing when it does not run on this machine
     * @throws IOException when it could not be begun now, or waited for something for too long
     */
    public Ending run(List<String> arguments, Redirect in) throws IOException {
        var builder = new ProcessBuilder(command(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(in).redirectError(Redirect.DISCARD);
        var process = builder.start();
        try {
            var ending = end(process);
            if (ending.isOfTheShell()) throw new ProgramMissing(name() + " does not run here");
            return ending;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(name() + " was interrupted", interrupted);
        } finally {
            process.destroyForcibly();
            awaitEnd(process);
        }
    }

    /** As long as the system takes to end what is killed, but for one that hangs itself. */
    private static void awaitEnd(Process killed) {
        killed.onExit().completeOnTimeout(killed, 5, TimeUnit.SECONDS).join();
    }

    private List<String> command(List<String> arguments) {
        var command = new ArrayList<>(List.of(SHELL, "-c", BOUND, SHELL));
        command.add(Long.toString(bounds.work().toSeconds()));
        command.add(Long.toString(bounds.memory() >> 10));
        command.add(executable.toString());
        command.addAll(arguments);
        return command;
    }

    /** Looks, for a read from a program that hangs would hang as well. */
    private Ending end(Process process) throws IOException, InterruptedException {
        var output = new ByteArrayOutputStream();
        long looks = bounds.idle().toMillis() / LOOK_MILLIS;
        var from = process.getInputStream();
        while (!process.waitFor(from.available() > 0 ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (!move(from, output) && --looks < 0)
                throw new IOException(name() + " did not end in time");
            if (output.size() > bounds.output()) return killed(process, output);
        }
        while (move(from, output)) {} // what was left in the pipe
        return new Ending(process.exitValue(), output.toByteArray());
    }

    private static Ending killed(Process process, ByteArrayOutputStream output)
            throws InterruptedException {
        return new Ending(process.destroyForcibly().waitFor(), output.toByteArray());
    }

    private static boolean move(InputStream from, ByteArrayOutputStream to) throws IOException {
        int there = from.available();
        if (there <= 0) return false;
        to.write(from.readNBytes(Math.min(there, PIECE)));
        return true;
    }

    private String name() {
        return String.valueOf(executable.getFileName());
    }
}
