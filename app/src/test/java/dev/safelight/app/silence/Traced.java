package dev.safelight.app.silence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs under strace, with an environment of its own. */
final class Traced implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A question mark stands before what not every processor has. */
    private static final String CALLS = "%network,?open,openat,?openat2,?creat,?mkdir,mkdirat,"
            + "?rename,?renameat,renameat2,?link,linkat,?symlink,symlinkat,?mknod,mknodat,"
            + "fsync,fdatasync,?io_uring_setup";

    private final Process process;
    private final Path traces;
    private final Path working;

    private Traced(Process process, Path traces, Path working) {
        this.process = process;
        this.traces = traces;
        this.working = working;
    }

    /** Skips the test where nothing can be traced. */
    static void assumePossible(Path scratch) throws IOException, InterruptedException {
        assumeTrue(succeeds("sh", "-c", "command -v strace"), "strace is not installed");
        var file = scratch.resolve("strace-tried").toString();
        assumeTrue(
                succeeds("strace", "-o", file, "true"),
                "this machine lets nobody trace a process (strace true)");
    }

    static boolean succeeds(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /**
     * Starts it.
     *
     * @param folder its trace and its output go there, and it works there
     * @param environment the whole of it
     */
    static Traced start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        var traces = Files.createDirectories(folder.resolve("trace"));
        var whole = new ArrayList<>(List.of("strace", "-ff", "-y", "-qq", "-s", "256"));
        whole.addAll(List.of("--seccomp-bpf", "-e", "trace=" + CALLS, "-e", "signal=none"));
        whole.addAll(List.of("-o", traces.resolve("thread").toString()));
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Traced(builder.start(), traces, folder);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() throws IOException {
        return Files.readString(working.resolve("output"));
    }

    /** Asks it to end. */
    Traced stop() {
        program().forEach(ProcessHandle::destroy);
        return this;
    }

    /** SIGKILL. */
    Traced kill() {
        program().forEach(ProcessHandle::destroyForcibly);
        return this;
    }

    /** Our own child is strace, which ends when the program has. */
    private Stream<ProcessHandle> program() {
        return process.children();
    }

    /** What it was started with, as the system shows it. */
    String environment() throws IOException {
        var pid = Long.toString(program().findFirst().orElseThrow().pid());
        return Files.readString(Path.of("/proc", pid, "environ"));
    }

    /** What it has done so far. */
    Trace soFar() throws IOException {
        return Trace.read(traces, working);
    }

    /** Waits for its end; what it did, all of it. */
    Trace whole() throws IOException, InterruptedException {
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
        process.destroyForcibly();
    }
}
