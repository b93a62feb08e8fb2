package dev.safelight.app.silence;

import dev.safelight.testkit.trace.Trace;
import dev.safelight.testkit.trace.Tracer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs under strace, with an environment of its own. */
final class Traced implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path trace;
    private final Path working;

    private Traced(Process process, Path trace, Path working) {
        this.process = process;
        this.trace = trace;
        this.working = working;
    }

    /**
     * Starts it.
     *
     * @param folder its trace and its output go there, and it works there
     * @param environment the whole of it
     */
    static Traced start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        var trace = folder.resolve("trace");
        var whole = new ArrayList<>(Tracer.before(trace, Act.CALLS, 256));
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Traced(builder.start(), trace, folder);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(working.resolve("output"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Asks it to end. */
    Traced stop() {
        process.destroy();
        return this;
    }

    /** SIGKILL. */
    Traced kill() {
        process.destroyForcibly();
        return this;
    }

    /** What it was started with, as the system shows it. */
    String environment() throws IOException {
        var pid = Long.toString(process.pid());
        return Files.readString(Path.of("/proc", pid, "environ"));
    }

    /** What it has done so far. */
    Footprint soFar() {
        try {
            return new Footprint(Trace.read(trace), working);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Waits for its end; what it did, all of it. */
    Footprint whole() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            throw new AssertionError("it does not end: " + output());
        return soFar();
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
